import { badOption, rejectUnknown } from '../index/settings.js'
import type { Accents } from './marks.js'
import { DEFAULT_RANKING, type Ranking } from './scoring.js'

/** `any`: one word is enough; `most`: a good part of the query's weight must be there; `all`: every word must. */
export type Match = 'any' | 'most' | 'all'

/** A value of a keyword facet; `null` stands for documents in which it is unknown. */
export type FacetValue = string | null

/** A span of dates, both ends inclusive; each is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a date-time. */
export interface DateRange {
  readonly from?: string
  readonly to?: string
}

/** What a facet must hold: one of several values, or for dates a year, month, day or range; `null` is unknown. */
export type FilterValue = FacetValue | readonly FacetValue[] | DateRange

/** Filters by facet; a document must pass all of them. */
export type Filter = Readonly<Record<string, FilterValue>>

/** Options of `search`; all have defaults. */
export interface SearchOptions {
  /** Number of hits, from 0. Default 10. */
  readonly limit?: number
  /** Hits to leave out at the beginning, for paging. Default 0. */
  readonly offset?: number
  readonly filter?: Filter
  /** Facets to count. Default none. */
  readonly facets?: readonly string[]
  /** How marks are read. Default `auto`. */
  readonly accents?: Accents
  /** How much of the query a document must hold. Default `most`. */
  readonly match?: Match
  /** Whether hits carry snippets with the matches marked. Default true. */
  readonly highlight?: boolean
  /** Whether a query that does not hold together throws a `QuerySyntaxError` rather than being read leniently. Default false. */
  readonly strict?: boolean
  /** What `hôm qua` in a query is seen from: a Date, or an ISO date or date-time. Default: the clock. */
  readonly now?: Date | string
  /** Stops long work (reading texts for a phrase): the signal's reason is thrown. Looked at between steps. */
  readonly signal?: AbortSignal
  /** Constants of ranking to override. */
  readonly ranking?: Partial<Ranking>
}

/** Search options with all defaults filled in. */
export type FullSearchOptions = Required<Omit<SearchOptions, 'ranking' | 'now' | 'signal'>> & {
  readonly ranking: Ranking
  readonly now: Date | string | undefined
  readonly signal: AbortSignal | undefined
}

const OPTIONS = [
  'limit',
  'offset',
  'filter',
  'facets',
  'accents',
  'match',
  'highlight',
  'strict',
  'now',
  'signal',
  'ranking',
]
/** Weights of words: with 0 a document would match and have no score. */
const NEVER_ZERO: readonly string[] = ['questionWords', 'unknownMarks', 'otherY', 'informal']
const MATCHES: readonly string[] = ['any', 'most', 'all']
const ACCENTS: readonly string[] = ['auto', 'strict', 'ignore']

/** Checks search options and fills in the defaults; throws a `UsageError` that names the option. */
export function readSearchOptions(options: SearchOptions): FullSearchOptions {
  rejectUnknown(options, OPTIONS, 'search option')
  const {
    limit = 10,
    offset = 0,
    filter = {},
    facets = [],
    accents = 'auto',
    match = 'most',
    highlight = true,
    strict = false,
    now,
    signal,
  } = options
  for (const [name, value] of [
    ['limit', limit],
    ['offset', offset],
  ] as const) {
    if (!Number.isInteger(value) || value < 0) throw badOption(name, 'a whole number from 0', value)
  }
  if (!MATCHES.includes(match)) throw badOption('match', MATCHES.join(', '), match)
  if (!ACCENTS.includes(accents)) throw badOption('accents', ACCENTS.join(', '), accents)
  if (typeof highlight !== 'boolean') throw badOption('highlight', 'true or false', highlight)
  if (typeof strict !== 'boolean') throw badOption('strict', 'true or false', strict)
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw badOption('signal', 'an AbortSignal', signal)
  if (!Array.isArray(facets)) throw badOption('facets', 'a list of names', facets)
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter))
    throw badOption('filter', 'an object', filter)
  const ranking = readRanking(options.ranking)
  return { limit, offset, filter, facets, accents, match, highlight, strict, now, signal, ranking }
}

/** Checks overridden constants of ranking and fills in the others. */
export function readRanking(given: Partial<Ranking> = {}): Ranking {
  rejectUnknown(given, Object.keys(DEFAULT_RANKING), 'constant of ranking')
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'number' || !(value >= 0 && value <= 100))
      throw badOption(`ranking.${name}`, 'a number from 0 to 100', value)
    if (value === 0 && NEVER_ZERO.includes(name)) throw badOption(`ranking.${name}`, 'above 0', value)
  }
  return { ...DEFAULT_RANKING, ...given }
}
