/**
 * The noisy channel: what it costs to take one word for another. Costs are natural logarithms of how seldom a slip is made,
 * set by hand so that slips of Vietnamese spelling come before slips of the fingers, and those before anything else.
 */
import { fold } from '../../text/fold.js'
import { stripTone } from '../../text/syllable.js'
import type { IndexTerm } from '../word-statistics.js'
import { areNeighbours } from './confusions.js'

/** A typed word taken apart. */
export interface TypedLetters {
  /** As canonical word. */
  readonly word: string
  readonly folded: string
  /** Letters with their shapes but without the tone; and the tone, -1 where there are several. */
  readonly base: string
  readonly tone: number
}

/** Takes a canonical word apart. */
export function lettersOf(word: string): TypedLetters {
  return { word, folded: fold(word), ...stripTone(word) }
}

/** Dearer than this, nobody mistypes. */
export const MOST_COST = 12

const TONE = { hoiNga: 3, wrong: 5, extra: 6 } as const
const SHAPE = { wrong: 4.5, extra: 5 } as const
/** Marks left out of a word that bears others. */
const PARTLY_MARKED = 3.5
const SWAP = 5
const DOUBLED = 4.5
const LEFT_OUT = 6
const BESIDE = 6
const OTHER = 8.5
const EXTRA = 7.5
/** The first letter is seldom mistyped. */
const FIRST_LETTER = 1
const VOWELS = 'aeiouy'
const HOI = 2
const NGA = 3

/** Stands for a letter that was not typed: whichever marks it has say nothing. */
export const UNTYPED = '?'

/** One edit away: the typed letters brought into the form of a word, and the cost. */
export interface Edited {
  /** Letters that were not typed are `UNTYPED`. */
  readonly base: string
  readonly cost: number
  /** Whether the tone may have stood on the letter that was not typed. */
  readonly toneLost: boolean
}

/**
 * The one edit that makes `form` of a typed word, once for each letter of a run of like letters that it may be in; empty
 * where one edit is not enough. Letters that stay keep the shapes that were typed.
 */
export function editsOf(typed: TypedLetters, form: string): Edited[] {
  const { folded, base } = typed
  // Letters that fold to two are no letters of Vietnamese, and edits in such words are not followed.
  if (folded.length !== base.length) return []
  const most = Math.min(folded.length, form.length)
  let head = 0
  while (head < most && folded[head] === form[head]) head++
  let tail = 0
  while (tail < most - head && folded[folded.length - 1 - tail] === form[form.length - 1 - tail]) tail++
  const middle = form.slice(head, form.length - tail)
  const typedMiddle = folded.slice(head, folded.length - tail)
  const first = head === 0 ? FIRST_LETTER : 0
  if (middle.length === 2 && typedMiddle === middle[1] + middle[0]) {
    const swapped = base.slice(0, head) + base[head + 1] + base[head] + base.slice(head + 2)
    return [{ base: swapped, cost: first + SWAP, toneLost: false }]
  }
  if (middle.length > 1 || typedMiddle.length > 1) return []
  const cost = first + costOf(folded, typedMiddle, form, middle, head)
  const toneLost = middle !== '' && VOWELS.includes(middle)
  const found: Edited[] = []
  for (let at = head; at >= 0; at--) {
    found.push({
      base: base.slice(0, at) + UNTYPED.repeat(middle.length) + base.slice(at + typedMiddle.length),
      cost,
      toneLost,
    })
    // A letter too many or too few may be any of its run: cứứu, hư(ư)ng.
    if (typedMiddle.length === middle.length || folded[at - 1] !== (typedMiddle || middle)) break
  }
  return found
}

function costOf(folded: string, typed: string, form: string, meant: string, at: number): number {
  if (typed !== '' && meant !== '') return areNeighbours(typed, meant) ? BESIDE : OTHER
  if (meant !== '') return form[at - 1] === meant || form[at + 1] === meant ? DOUBLED : LEFT_OUT
  return extraLetter(folded, at)
}

function extraLetter(folded: string, at: number): number {
  const around = [folded[at - 1] ?? '', folded[at + 1] ?? '']
  if (around.includes(folded[at])) return DOUBLED
  return around.some(letter => areNeighbours(letter, folded[at])) ? BESIDE : EXTRA
}

/** Several edits in a long word. */
export function severalEdits(distance: number): number {
  return distance * LEFT_OUT
}

/**
 * What it costs that the marks of a word were typed so. `base` has as many letters as the word.
 *
 * @param missing cost of a word typed without any of its marks
 * @param toneLost whether the letter with the tone may not have been typed at all
 */
export function marksCost(base: string, tone: number, term: IndexTerm, missing: number, toneLost = false): number {
  const { base: written } = term
  if (base.length !== written.length) return MOST_COST
  let cost = 0
  let lacks = false
  let bears = tone !== 0
  for (let at = 0; at < base.length; at++) {
    const a = base[at]
    const b = written[at]
    if (a === UNTYPED) continue
    if (a === b) {
      if (a > '\u007f') bears = true
    } else if (a <= '\u007f') lacks = true
    else {
      bears = true
      cost += b <= '\u007f' ? SHAPE.extra : SHAPE.wrong
    }
  }
  if (tone !== term.tone) {
    if (tone === 0) lacks ||= !toneLost
    else if (term.tone === 0) cost += TONE.extra
    else if ((tone === HOI && term.tone === NGA) || (tone === NGA && term.tone === HOI)) cost += TONE.hoiNga
    else cost += TONE.wrong
  }
  if (lacks) cost += bears ? PARTLY_MARKED : missing
  return cost
}
