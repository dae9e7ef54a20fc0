import { fold } from '../../text/fold.js'
import { operatorOf, type QueryReader, signAt } from './syntax.js'
import { isBlank } from './tree.js'

/** Words that go on with a date after a blank, without marks; what begins with a digit or a comparison does too. */
const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    'ngay tuan thang quy qui nam hom nay qua kia mai truoc ngoai roi sau toi i ii iii iv ' +
    'mot hai ba bon tu bay tam chin muoi'
  ).split(' '),
)
/** Ends in a day or month as ISO 8601 writes it: nothing follows but words. */
const ISO = /^(?:.*[<>=.…])?\d{4}-\d\d(?:-\d\d)?$/
const LONGEST_ISO = 30
/** No date has more words. */
const MOST_WORDS = 8
/** How far the value of a field is looked at for a name. */
const NAME_WINDOW = 100

/** Where a date that begins with the word ending at `end` may end: there, and after each word that could belong to it. */
export function windowEnds(reader: QueryReader, from: number, end: number): number[] {
  const { text } = reader
  const ends = [end]
  if (ISO.test(text.slice(Math.max(from, end - LONGEST_ISO), end))) return ends
  for (let words = 1; words < MOST_WORDS; words++) {
    const last = ends[ends.length - 1]
    const from = reader.skipBlanks(last)
    const to = reader.wordEnd(from)
    if (from - last > 2 || !isDateWord(text.slice(from, Math.min(to, from + 24)))) break
    ends.push(to)
  }
  return ends
}

function isDateWord(word: string): boolean {
  if (/^(?:\d|[<>=≤≥…]|\.\.)/.test(word)) return true
  const letters = /^[\p{L}\p{M}]+/u.exec(word)?.[0]
  return letters !== undefined && word[letters.length] !== ':' && DATE_WORDS.has(fold(letters))
}

/** Fields whose values are names. */
const NAMED: ReadonlySet<string> = new Set(['author', 'province', 'district', 'category', 'source'])

/**
 * The length of a value that goes on after its first word, which ends at `end`: what `known` says or, for a name (tỉnh:Sóc
 * Trăng), the words with a capital after one with a capital. 0 when it does not go on.
 */
export function nameLength(
  text: string,
  field: string,
  from: number,
  end: number,
  known: ((field: string, text: string) => number) | undefined,
): number {
  const length = known?.(field, text.slice(from, from + NAME_WINDOW)) ?? 0
  const to = from + length
  if (length > end - from && to <= text.length && (to === text.length || !/[\p{L}\p{M}\p{N}]/u.test(text[to])))
    return length
  return NAMED.has(field) ? capitalsEnd(text, from, end) - from : 0
}

/** Where a run of words with a capital (not all capitals) ends, single blanks between them. */
function capitalsEnd(text: string, from: number, first: number): number {
  let end = first
  let start = from
  while (isName(text.slice(start, end)) && end < text.length && isBlank(text.charCodeAt(end))) {
    start = end + 1
    let to = start
    while (to < text.length && to - from < NAME_WINDOW && /[\p{L}\p{M}\p{N}]/u.test(text[to])) to++
    if (!isName(text.slice(start, to)) || signAt(text, start) || (to < text.length && !/[\s),.;]/.test(text[to]))) break
    end = to
  }
  return end === first ? from : end
}

function isName(word: string): boolean {
  return /^\p{Lu}(?:\p{M}*|[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*)$/u.test(word) && operatorOf(word) === undefined
}
