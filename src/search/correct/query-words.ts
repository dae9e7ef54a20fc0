import { ABBREVIATIONS, type AbbreviationTable } from '../../analysis/abbreviations/index.js'
import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED, LITERAL } from '../../analysis/tokens.js'
import { IS_CAPITALIZED, IS_NUMBER, IS_SYLLABLE, IS_UPPER } from '../../analysis/words.js'
import { fold } from '../../text/fold.js'
import { isSyllable } from '../../text/syllable.js'
import { canonical } from '../../text/tone.js'
import { toLower } from '../../text/unicode.js'
import type { IndexTerm, WordStatistics } from '../word-statistics.js'
import { lettersOf, type TypedLetters } from './channel.js'

/** A word of a query, or something in it that is never corrected. */
export interface QueryWord {
  readonly start: number
  readonly end: number
  /** What was typed; undefined for numbers, document numbers, known abbreviations, addresses and signs of the query language. */
  readonly typed: TypedLetters | undefined
  /** Has the shape of a Vietnamese syllable. */
  readonly syllable: boolean
  readonly capitalized: boolean
  /** Stands apart from the word before: a comma or a bracket is between. */
  readonly apart: boolean
  /** How an abbreviation is properly written. */
  readonly written: string | undefined
  /** The first and last word of what stands here for its neighbours: of an abbreviation's long form. */
  readonly first: IndexTerm | undefined
  readonly last: IndexTerm | undefined
}

/** Longer queries are not corrected: nobody typed them. */
const MOST_WORDS = 48
/** Signs in an address, a document number, a name of a user or a range: nothing in such a run of text is a plain word. */
const SPECIAL = /[@/\\_#:*~^<>=]|\d|\p{L}\.\p{L}/u
/** Two words with a stroke between, and what may stand around them in a sentence. */
const EITHER = /^[("'“‘]?\p{L}+\/\p{L}+[)"'”’.,;:!?]{0,3}$/u
const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'VÀ', 'HOẶC', 'KHÔNG'])

type Draft = { -readonly [key in keyof QueryWord]: QueryWord[key] }

/** The words of a query; empty when there are too many of them. */
export function queryWords(
  text: string,
  analyzer: Analyzer,
  statistics: WordStatistics,
  table: AbbreviationTable = ABBREVIATIONS,
): readonly QueryWord[] {
  analyzer.query(text)
  const { tokens, words, vocabulary } = analyzer
  const found: Draft[] = []
  const shouting = text === text.toUpperCase()
  for (let at = 0; at < tokens.length; at++) {
    const flags = tokens.flags[at]
    const start = tokens.starts[at]
    const end = tokens.ends[at]
    // A long form whose marks were left out keeps its own words.
    if ((flags & EXPANDED) !== 0 && tokens.words[at] < 0) {
      const stands = standing(found, start)
      const typed = stands ? text.slice(stands.start, stands.end) : ''
      const term = vocabulary.terms[tokens.terms[at]]
      // A name in another spelling (ha noi) shares its letters with what it stands for.
      if (stands && (isAbbreviation(typed, table) || fold(typed)[0] === fold(term)[0]))
        expand(stands, term, typed, statistics, table)
      continue
    }
    const last = found[found.length - 1]
    // The whole of a document number or of hyphenated parts comes behind its parts.
    if (tokens.words[at] < 0 || (last && start < last.end)) continue
    if (found.length === MOST_WORDS) return []
    const facts = words.facts[tokens.words[at]]
    const surface = text.slice(start, end)
    const fixed =
      (flags & (ASIDE | LITERAL)) !== 0 ||
      (facts & IS_NUMBER) !== 0 ||
      SPECIAL.test(runAround(text, start, end)) ||
      ((facts & IS_UPPER) !== 0 && !shouting) ||
      (OPERATORS.has(surface) && !shouting)
    const abbreviation = isAbbreviation(surface, table)
    found.push({
      start,
      end,
      typed: fixed || abbreviation ? undefined : lettersOf(canonical(surface)),
      syllable: (facts & IS_SYLLABLE) !== 0,
      capitalized: (facts & IS_CAPITALIZED) !== 0,
      apart: (flags & BREAK) !== 0,
      written: abbreviation ? writtenForm(surface, table) : undefined,
      first: undefined,
      last: undefined,
    })
  }
  return found
}

function standing(found: readonly Draft[], start: number): Draft | undefined {
  for (let at = found.length - 1; at >= 0; at--) if (found[at].start <= start) return found[at]
  return undefined
}

/** What an abbreviation stands for is what its neighbours are beside. */
function expand(word: Draft, term: string, typed: string, statistics: WordStatistics, table: AbbreviationTable): void {
  const known = statistics.terms(fold(term)).find(({ word }) => word === term)
  word.typed = undefined
  word.first ??= known
  word.last = known
  // A name in another spelling (ha noi) gets its marks, an abbreviation its letters.
  if (fold(typed) === fold(term)) word.written = term
  else word.written ??= writtenForm(typed, table)
}

/** Whether a word is a known abbreviation: in its letters, or with the marks left out; no syllable, and no slip in one. */
function isAbbreviation(surface: string, table: AbbreviationTable): boolean {
  if (isSyllable(surface)) return false
  const [best] = table.expansions(surface)
  if (!best) return false
  const small = toLower(surface)
  return fold(small) === small || small === toLower(best.abbreviation)
}

/** How an abbreviation is written, where all its readings agree on that and no letter is put in. */
function writtenForm(surface: string, table: AbbreviationTable): string | undefined {
  const [best, ...others] = table.expansions(surface)
  // Whoever typed capitals knows how it is written.
  if (!best || best.abbreviation.length !== surface.length || surface !== toLower(surface)) return undefined
  return others.every(({ abbreviation }) => abbreviation === best.abbreviation) ? best.abbreviation : undefined
}

/**
 * The characters around a word up to blanks, at most a few dozen on either side; without the colon at its end of a headline's first
 * words (Hà Nội: …), and of letters with a stroke between (đồng/lít) the one side.
 */
function runAround(text: string, start: number, end: number): string {
  let from = start
  let to = end
  while (from > 0 && start - from < 40 && !isBlank(text.charCodeAt(from - 1))) from--
  while (to < text.length && to - end < 40 && !isBlank(text.charCodeAt(to))) to++
  const run = text.slice(from, to)
  return EITHER.test(run) ? text.slice(start, end) : run.replace(/[:;]$/, '')
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d)
}
