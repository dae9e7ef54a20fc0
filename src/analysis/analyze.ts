import { fold } from '../text/fold.js'
import { resolve } from './abbreviations/resolve.js'
import { ABBREVIATIONS } from './abbreviations/table.js'
import { Analyzer } from './analyzer.js'
import { findDates } from './dates/index.js'
import { findEntities } from './entities.js'
import { ASIDE, EXPANDED } from './tokens.js'
import { IS_NUMBER, IS_SYLLABLE, IS_UPPER } from './words.js'

/** What a token is. */
export type TokenKind =
  | 'syllable'
  | 'word'
  | 'number'
  | 'abbreviation'
  | 'date'
  | 'phone'
  | 'email'
  | 'url'
  | 'document-number'
  | 'hashtag'
  | 'mention'
  | 'emoji'

/** A token of a text. `text.slice(start, end)` of what was analyzed is its `text`. */
export interface Token {
  /** As written. */
  readonly text: string
  /** As indexed: clean, lower case, tone in one place (`hoà` → hòa), numbers plain (`4.400` → 4400). */
  readonly term: string
  /** Without marks. */
  readonly folded: string
  /** UTF-16 offset of its first unit. */
  readonly start: number
  /** UTF-16 offset after its last unit. */
  readonly end: number
  readonly kind: TokenKind
}

/** What an abbreviation, or another spelling of a name, stands for. */
export interface Expanded {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The long forms, best first, in canonical words. */
  readonly expansions: readonly string[]
}

/** The analysis of a text. */
export interface Analysis {
  readonly tokens: readonly Token[]
  /** What the index, or a query, gets in place of abbreviations and variant spellings. */
  readonly expansions: readonly Expanded[]
}

/** Kinds that lay over the words in them. */
interface Region {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/** Kept between calls, since making one takes longer than most texts. */
let shared: Analyzer | undefined
/** By term number, the terms without marks. */
let foldedTerms: string[] = []
/** With more terms a new one is made: a bound on memory. */
const MOST_TERMS = 100_000

/**
 * Analyzes a text as the index does: words, syllables and numbers with their offsets, and what abbreviations stand for.
 * Never throws, whatever the text.
 */
export function analyze(text: string): Analysis {
  if (!shared || shared.vocabulary.terms.length > MOST_TERMS) {
    shared = new Analyzer()
    foldedTerms = []
  }
  const analyzer = shared
  analyzer.document([text], term => term)
  const { tokens: buffer, words, vocabulary } = analyzer
  const regions = regionsOf(text)
  const tokens: Token[] = []
  const expansions: Expanded[] = []
  let region = 0
  for (let at = 0; at < buffer.length; at++) {
    const start = buffer.starts[at]
    const end = buffer.ends[at]
    const term = vocabulary.terms[buffer.terms[at]]
    if ((buffer.flags[at] & EXPANDED) !== 0) {
      const last = expansions[expansions.length - 1]
      if (last && last.start <= start && last.end >= end && !last.expansions[0].endsWith('\u0000')) {
        expansions[expansions.length - 1] = { ...last, expansions: [`${last.expansions[0]} ${term}`] }
      } else expansions.push({ text: text.slice(start, end), start, end, expansions: [term] })
      continue
    }
    if (buffer.words[at] < 0) continue
    while (region < regions.length && regions[region].end <= start) region++
    const facts = words.facts[buffer.words[at]]
    const inside = region < regions.length && regions[region].start <= start ? regions[region].kind : undefined
    const aside = (buffer.flags[at] & ASIDE) !== 0
    const surface = text.slice(start, end)
    const kind = inside ?? kindOf(facts, (facts & IS_UPPER) !== 0 && (aside || ABBREVIATIONS.has(surface)))
    foldedTerms[buffer.terms[at]] ??= fold(term)
    tokens.push({ text: surface, term, folded: foldedTerms[buffer.terms[at]], start, end, kind })
    if (kind === 'abbreviation' && !aside) {
      const { shares } = resolve(surface)
      if (shares.length > 0)
        expansions.push({ text: surface, start, end, expansions: shares.map(share => share.expansion.text) })
    }
  }
  const emoji = emojiTokens(text, regions)
  for (const token of emoji) tokens.push(token)
  if (emoji.length > 0) tokens.sort((a, b) => a.start - b.start)
  return { tokens, expansions }
}

function kindOf(facts: number, abbreviation: boolean): TokenKind {
  if ((facts & IS_NUMBER) !== 0) return 'number'
  if (abbreviation) return 'abbreviation'
  return (facts & IS_SYLLABLE) !== 0 ? 'syllable' : 'word'
}

/** Dates and entities in order; where two overlap the one that begins first, then the longer, stands. */
function regionsOf(text: string): Region[] {
  const found: Region[] = findEntities(text).map(({ start, end, kind }) => ({ start, end, kind }))
  for (const date of findDates(text)) found.push({ start: date.start, end: date.end, kind: 'date' })
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return found.filter(region => {
    if (region.start < reached) return false
    reached = region.end
    return true
  })
}

/** Emoji are tokens for the reader of an analysis; the index leaves them out. */
function emojiTokens(text: string, regions: readonly Region[]): Token[] {
  return regions
    .filter(region => region.kind === 'emoji')
    .map(({ start, end, kind }) => {
      const surface = text.slice(start, end)
      return { text: surface, term: surface, folded: surface, start, end, kind }
    })
}
