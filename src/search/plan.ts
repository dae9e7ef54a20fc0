import type { Analyzer } from '../analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED } from '../analysis/tokens.js'
import { IS_NUMBER, IS_SYLLABLE } from '../analysis/words.js'
import type { IndexReader } from '../index/reader.js'
import { foldedForm } from '../index/terms.js'
import { fold } from '../text/fold.js'
import { hasMarks, marksAgree } from '../text/tone.js'
import { type Accents, chanceOfMissingMarks, type Spelling, spellingsOf } from './marks.js'
import { otherY } from './other-y.js'
import { QUESTION_WORDS, UNMARKED_QUESTION_WORDS } from './question-words.js'
import type { Ranking } from './scoring.js'

/** More distinct words than this are not looked up; nobody types them, and the sums of scores stay within 32 bits. */
export const MAX_SLOTS = 1024

/** A word of the query with all terms of the index that answer it. */
export interface Slot {
  /** The word as canonical term. */
  readonly word: string
  /** How often the query has it, times the weight of its kind. */
  weight: number
  /** Where it stands in the query (UTF-16 units). */
  readonly start: number
  readonly end: number
  /** Stands for words that are asked for beside it (the whole of a document number), so it is never required. */
  readonly aside: boolean
  readonly spellings: readonly Spelling[]
}

/** Two words of the query that stand next to each other, as places in the list of slots. */
export interface SlotPair {
  readonly left: number
  readonly right: number
  weight: number
}

/** What a query asks for, before any posting is read. */
export interface Plan {
  readonly slots: readonly Slot[]
  readonly pairs: readonly SlotPair[]
}

/** Looks the words of a query up. */
export function planQuery(
  query: string,
  analyzer: Analyzer,
  reader: IndexReader,
  accents: Accents,
  ranking: Ranking,
): Plan {
  analyzer.query(query)
  const { tokens, words, vocabulary } = analyzer
  const typed: { word: string; start: number; end: number; flags: number; asTyped: boolean; syllable: boolean }[] = []
  for (let at = 0; at < tokens.length && typed.length < MAX_SLOTS * 2; at++) {
    const flags = tokens.flags[at]
    // What an abbreviation stands for takes its place; the whole of a document number is asked for beside its parts.
    if ((flags & ASIDE) !== 0 && tokens.words[at] >= 0) continue
    const word = vocabulary.terms[tokens.terms[at]]
    const facts = tokens.words[at] >= 0 ? words.facts[tokens.words[at]] : 0
    const asTyped = (flags & EXPANDED) === 0 && (facts & IS_NUMBER) === 0
    const syllable = asTyped && (facts & IS_SYLLABLE) !== 0
    typed.push({ word, start: tokens.starts[at], end: tokens.ends[at], flags, asTyped, syllable })
  }
  const { terms: dictionary } = reader
  const plain = typed.filter(token => token.syllable).map(token => token.word)
  const missing = accents === 'auto' ? chanceOfMissingMarks(plain, word => frequencies(word, reader)) : 0
  const unmarked = !plain.some(hasMarks)

  const slots: Slot[] = []
  const places = new Map<string, number>()
  const pairs = new Map<string, SlotPair>()
  let previous = -1
  for (const { word, start, end, flags, asTyped } of typed) {
    let place = places.get(word)
    if (place === undefined) {
      if (slots.length >= MAX_SLOTS) break
      place = slots.length
      places.set(word, place)
      const spellings = spellingsOf(word, dictionary, accents, asTyped ? missing : 0, ranking)
      if (accents !== 'strict') addOtherY(word, spellings, dictionary, accents, asTyped ? missing : 0, ranking)
      slots.push({ word, weight: 0, start, end, aside: (flags & ASIDE) !== 0, spellings })
    }
    const asks = (unmarked ? UNMARKED_QUESTION_WORDS : QUESTION_WORDS).has(word)
    slots[place].weight += asks ? ranking.questionWords : 1
    if ((flags & ASIDE) !== 0) continue
    if (previous >= 0 && (flags & BREAK) === 0) {
      const key = `${previous} ${place}`
      const pair = pairs.get(key)
      if (pair) pair.weight++
      else pairs.set(key, { left: previous, right: place, weight: 1 })
    }
    previous = place
  }
  return { slots, pairs: [...pairs.values()] }
}

function addOtherY(
  word: string,
  spellings: Spelling[],
  dictionary: IndexReader['terms'],
  accents: Accents,
  missing: number,
  ranking: Ranking,
): void {
  const other = otherY(word)
  if (other === undefined || fold(other) === foldedForm(word)) return
  for (const { ordinal, term, weight } of spellingsOf(other, dictionary, accents, missing, ranking)) {
    spellings.push({ ordinal, term, weight: weight * ranking.otherY })
  }
}

function frequencies(word: string, reader: IndexReader): { readonly exact: number; readonly fuller: number } {
  const group = reader.terms.group(foldedForm(word))
  let exact = 0
  let fuller = 0
  group?.spellings.forEach((term, at) => {
    if (term === word) exact = reader.frequency(group.first + at)
    else if (marksAgree(word, term)) fuller += reader.frequency(group.first + at)
  })
  return { exact, fuller }
}
