import type { FoldGroup, TermDictionary } from '../index/terms.js'
import { foldedForm, UNKNOWN_MARKS } from '../index/terms.js'
import { hasMarks, marksAgree } from '../text/tone.js'
import type { Ranking } from './scoring.js'

/** `auto`: a mark typed must agree, one left out may be anything; `strict`: just as typed; `ignore`: marks say nothing. */
export type Accents = 'auto' | 'strict' | 'ignore'

/** A term of the index that answers a word of the query, and how well. */
export interface Spelling {
  readonly ordinal: number
  readonly term: string
  /** Where its list begins and ends in the postings, in bytes. */
  readonly start: number
  readonly end: number
  /** Above 0 and at most 1. */
  readonly weight: number
}

/** Chance that a query with marks was typed with some left out. */
const HALF_MARKED_PRIOR = 0.15
/** Chance that a given word of such a query lost its marks. */
const LEFT_OUT = 0.5

/**
 * How likely it is that the unmarked words of a query are words whose marks were left out: 1 when no word has a mark,
 * else by Bayes' rule from how often each word stands in the index as typed and with other marks. "Liên doan lao động"
 * has left some out, since "doan" is hardly a word; "ban chấp hành" has not.
 *
 * @param words Vietnamese syllables of the query as typed
 * @param frequency documents with a term just so, and with the spellings that it could be with more marks
 */
export function chanceOfMissingMarks(
  words: readonly string[],
  frequency: (word: string) => { readonly exact: number; readonly fuller: number },
): number {
  if (!words.some(hasMarks)) return 1
  let evidence = Math.log(HALF_MARKED_PRIOR / (1 - HALF_MARKED_PRIOR))
  for (const word of words) {
    const { exact, fuller } = frequency(word)
    evidence += Math.log(1 - LEFT_OUT + (LEFT_OUT * fuller) / (exact + 0.5))
  }
  const chance = 1 / (1 + Math.exp(-evidence))
  // In quarters, so that few lists of a word are kept for the next queries.
  return Math.round(chance * 4) / 4
}

/**
 * The spellings in the index that answer a word typed, with their weights.
 *
 * @param missing chance that marks were left out (see `chanceOfMissingMarks`)
 */
export function spellingsOf(
  word: string,
  dictionary: TermDictionary,
  accents: Accents,
  missing: number,
  ranking: Ranking,
): Spelling[] {
  const group = dictionary.group(foldedForm(word))
  if (!group) return []
  const found: Spelling[] = []
  group.spellings.forEach((term, at) => {
    const weight = weightOf(word, term, group, accents, missing, ranking)
    if (weight > 0)
      found.push({ ordinal: group.first + at, term, start: group.lists[at], end: group.lists[at + 1], weight })
  })
  return found
}

function weightOf(
  word: string,
  term: string,
  group: FoldGroup,
  accents: Accents,
  missing: number,
  ranking: Ranking,
): number {
  if (term === word || accents === 'ignore') return 1
  if (accents === 'strict') return 0
  if (term.startsWith(UNKNOWN_MARKS)) return word === group.folded && missing > 0 ? 1 : ranking.unknownMarks
  // A word without any mark may be every spelling of its folded form.
  return missing > 0 && (word === group.folded || marksAgree(word, term)) ? missing : 0
}
