import type { Analyzer } from '../analysis/analyzer.js'
import type { AmbiguousAbbreviation } from '../analysis/expand.js'
import { ASIDE, EXPANDED } from '../analysis/tokens.js'
import { IS_NUMBER, IS_SYLLABLE } from '../analysis/words.js'
import type { Lexicon } from './lexicon.js'
import { type Accents, chanceOfMissingMarks } from './marks.js'

/** More words than this of one query are not read. */
const MAX_WORDS = 2048

/** A word of a query before it is looked up. */
export interface TypedWord {
  /** Its number among the analyzer's tokens. */
  readonly token: number
  readonly word: string
  readonly start: number
  readonly end: number
  readonly flags: number
  /** Not put there by an expansion, and no number. */
  readonly asTyped: boolean
  readonly syllable: boolean
}

/** The words of a query as they were typed, abbreviations written out. */
export function readWords(
  query: string,
  analyzer: Analyzer,
): { readonly typed: readonly TypedWord[]; readonly ambiguous: readonly AmbiguousAbbreviation[] } {
  const ambiguous = analyzer.query(query)
  const { tokens, words, vocabulary } = analyzer
  const typed: TypedWord[] = []
  for (let at = 0; at < tokens.length && typed.length < MAX_WORDS; at++) {
    const flags = tokens.flags[at]
    // What an abbreviation stands for takes its place; the whole of a document number is asked for beside its parts.
    if ((flags & ASIDE) !== 0 && tokens.words[at] >= 0) continue
    const word = vocabulary.terms[tokens.terms[at]]
    const facts = tokens.words[at] >= 0 ? words.facts[tokens.words[at]] : 0
    const asTyped = (flags & EXPANDED) === 0 && (facts & IS_NUMBER) === 0
    const syllable = asTyped && (facts & IS_SYLLABLE) !== 0
    typed.push({ token: at, word, start: tokens.starts[at], end: tokens.ends[at], flags, asTyped, syllable })
  }
  return { typed, ambiguous }
}

/** The chance that marks were left out in these words: see `chanceOfMissingMarks`. */
export function missingMarks(typed: readonly TypedWord[], accents: Accents, lexicon: Lexicon): number {
  if (accents !== 'auto') return 0
  const plain = typed.filter(({ syllable }) => syllable).map(({ word }) => word)
  return chanceOfMissingMarks(plain, word => lexicon.frequenciesOf(word))
}
