import { badOption, rejectUnknown } from '../index/settings.js'
import type { FacetRequest, Filter } from './facets/value.js'
import type { Accents } from './marks.js'
import { DEFAULT_RANKING, type Ranking } from './scoring.js'
import { type HighlightOptions, readHighlight } from './snippets/highlight-options.js'
import type { PassageOptions } from './snippets/passages.js'
import type { Sort } from './sort.js'

/** `any`: one word is enough; `most`: a good part of the query's weight must be there; `all`: every word must. */
export type Match = 'any' | 'most' | 'all'

/** Options of `search`; all have defaults. */
export interface SearchOptions {
  /** Number of hits, from 0. Default 10. */
  readonly limit?: number
  /** Hits to leave out at the beginning, for paging. Default 0. */
  readonly offset?: number
  /** Only hits after the place where another page ended: its `next`. The query and `sort` must be the same. */
  readonly after?: string
  /** The order of hits. Default `relevance`. */
  readonly sort?: Sort
  /**
   * A keyword facet: only the first hit of each of its values, with how many others it stands for. Documents without a value
   * stand alone, but one whose id is the value of others (`duplicateOf`) is of their group. Default: all hits.
   */
  readonly collapse?: string
  readonly filter?: Filter
  /** Facets to count, by name or with options. Default none. */
  readonly facets?: readonly FacetRequest[]
  /** Date and number facets of which the least and greatest value are wanted. Default none. */
  readonly stats?: readonly string[]
  /** How marks are read. Default `auto`. */
  readonly accents?: Accents
  /** How much of the query a document must hold. Default `most`. */
  readonly match?: Match
  /** Whether hits carry snippets with the matches marked, and how these are cut. Default true. */
  readonly highlight?: boolean | HighlightOptions
  /** Whether a query that does not hold together throws a `QuerySyntaxError` rather than being read leniently. Default false. */
  readonly strict?: boolean
  /**
   * Whether the corrected query is asked where the query as typed finds nothing; `corrected` in the result says so. A correction
   * is offered either way. Default true.
   */
  readonly autoCorrect?: boolean
  /**
   * Whether places and dates in plain words are understood (`tai nạn bình dương 2023`): they stay words, and documents of that
   * province or date rank higher (`ranking.understood`). Only where the index has a facet of provinces or dates. Default true.
   */
  readonly understand?: boolean
  /**
   * What `hôm qua` in a query is seen from: a Date, or an ISO date or date-time. Default: the clock after `ngày:`; in plain words
   * such dates are then words only, so that ranking never depends on the clock.
   */
  readonly now?: Date | string
  /** Stops long work (reading texts for a phrase): the signal's reason is thrown. Looked at between steps. */
  readonly signal?: AbortSignal
  /** Constants of ranking to override. */
  readonly ranking?: Partial<Ranking>
}

/** Search options with all defaults filled in. */
export type FullSearchOptions = Required<
  Omit<SearchOptions, 'ranking' | 'now' | 'signal' | 'after' | 'collapse' | 'highlight'>
> & {
  readonly highlight: PassageOptions | false
  readonly after: string | undefined
  readonly collapse: string | undefined
  readonly ranking: Ranking
  readonly now: Date | string | undefined
  readonly signal: AbortSignal | undefined
}

const OPTIONS = [
  'limit',
  'offset',
  'after',
  'sort',
  'collapse',
  'filter',
  'facets',
  'stats',
  'accents',
  'match',
  'highlight',
  'strict',
  'autoCorrect',
  'understand',
  'now',
  'signal',
  'ranking',
]
/** Weights of words: with 0 a document would match and have no score. */
const NEVER_ZERO: readonly string[] = ['questionWords', 'unknownMarks', 'otherY', 'informal']
/** Constants that mean nothing above; `understood` is bounded since sums of scores could leave 32 bits. */
const MOST_ALLOWED: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['dependence', 1],
  ['understood', 0.5],
])
const MATCHES: readonly string[] = ['any', 'most', 'all']
const ACCENTS: readonly string[] = ['auto', 'strict', 'ignore']

/** Checks search options and fills in the defaults; throws a `UsageError` that names the option. */
export function readSearchOptions(options: SearchOptions): FullSearchOptions {
  rejectUnknown(options, OPTIONS, 'search option')
  const {
    limit = 10,
    offset = 0,
    after,
    sort = 'relevance',
    collapse,
    filter = {},
    facets = [],
    stats = [],
    accents = 'auto',
    match = 'most',
    highlight = true,
    strict = false,
    autoCorrect = true,
    understand = true,
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
  for (const [name, value] of [
    ['strict', strict],
    ['autoCorrect', autoCorrect],
    ['understand', understand],
  ] as const) {
    if (typeof value !== 'boolean') throw badOption(name, 'true or false', value)
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw badOption('signal', 'an AbortSignal', signal)
  if (after !== undefined && typeof after !== 'string') throw badOption('after', 'a cursor', after)
  if (collapse !== undefined && typeof collapse !== 'string') throw badOption('collapse', 'a keyword facet', collapse)
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter))
    throw badOption('filter', 'an object', filter)
  const ranking = readRanking(options.ranking)
  return {
    limit,
    offset,
    after,
    sort,
    collapse,
    filter,
    facets,
    stats,
    accents,
    match,
    highlight: readHighlight(highlight),
    strict,
    autoCorrect,
    understand,
    now,
    signal,
    ranking,
  }
}

/** Checks overridden constants of ranking and fills in the others. */
function readRanking(given: Partial<Ranking> = {}): Ranking {
  rejectUnknown(given, Object.keys(DEFAULT_RANKING), 'constant of ranking')
  for (const [name, value] of Object.entries(given)) {
    const most = MOST_ALLOWED.get(name) ?? 100
    if (typeof value !== 'number' || !(value >= 0 && value <= most))
      throw badOption(`ranking.${name}`, `a number from 0 to ${most}`, value)
    if (value === 0 && NEVER_ZERO.includes(name)) throw badOption(`ranking.${name}`, 'above 0', value)
  }
  return { ...DEFAULT_RANKING, ...given }
}
