import {
  type FacetKind,
  type FacetRequest,
  type Filter,
  type FilterItem,
  type SearchIndex,
  type SearchOptions,
  UsageError,
} from '../index.js'

/** The options that `search`, `facets`, `explain` and `eval` share, as commander gives them. */
export interface QueryFlags {
  readonly limit?: string
  readonly offset?: string
  readonly filter?: readonly string[]
  readonly facets?: readonly string[]
  readonly facetSort?: string
  readonly facetLimit?: string
  readonly facetSearch?: string
  readonly interval?: string
  readonly tree?: boolean
  readonly sort?: string
  readonly after?: string
  readonly collapse?: string
  readonly stats?: readonly string[]
  readonly accents?: string
  readonly match?: string
  readonly highlight?: boolean
  readonly correct?: boolean
  readonly understand?: boolean
  readonly now?: string
  readonly synonyms?: string
}

/** A list with commas: `province,date`. Used as a commander parser; several options add up. */
export function list(value: string, previous: readonly string[] = []): readonly string[] {
  const items = value.split(',').map(item => item.trim())
  return [...previous, ...items.filter(item => item !== '')]
}

/** An option that may be given several times. */
export function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

/** Lets `--filter a=b c=d` be written for `--filter a=b --filter c=d`. */
export function spreadFilters(args: readonly string[]): string[] {
  const spread: string[] = []
  let inFilter = false
  for (const [at, arg] of args.entries()) {
    if (arg === '--') return [...spread, ...args.slice(at)]
    if (inFilter && spread.at(-1) !== '--filter') {
      if (/^[^\s=-][^\s=]*=/.test(arg)) spread.push('--filter')
      else inFilter = false
    }
    if (arg === '--filter' || arg.startsWith('--filter=')) inFilter = true
    spread.push(arg)
  }
  return spread
}

/** A whole number, or the error that says which option has none. */
export function wholeNumber(option: string, value: string): number {
  if (/^-?\d{1,15}$/.test(value)) return Number(value)
  throw new UsageError('BAD_ARGUMENT', `--${option} should be a whole number, not "${value}"`, {
    field: option,
    expected: 'a whole number',
    got: value,
  })
}

/**
 * Filters as written on the command line: `province=Huế`, `date=2019`, `date=2019-01..2019-12` with either end open,
 * `province=unknown` for documents without one. The same facet several times: any of the values.
 */
export function readFilter(flags: readonly string[], kinds: Readonly<Record<string, string>>): Filter {
  const values = new Map<string, FilterItem[]>()
  for (const flag of flags) {
    const split = flag.indexOf('=')
    if (split < 1) {
      throw new UsageError('BAD_ARGUMENT', `--filter should be facet=value, not "${flag}"`, {
        field: 'filter',
        got: flag,
      })
    }
    const facet = flag.slice(0, split)
    const known = values.get(facet) ?? []
    values.set(facet, [...known, readFilterValue(facet, flag.slice(split + 1).trim(), kinds[facet])])
  }
  return Object.fromEntries([...values].map(([facet, several]) => [facet, several.length === 1 ? several[0] : several]))
}

function readFilterValue(facet: string, text: string, kind: string | undefined): FilterItem {
  if (text === 'unknown') return null
  const isNumber = kind === 'number'
  const number = (written: string): number => {
    if (written.trim() !== '' && Number.isFinite(Number(written))) return Number(written)
    throw new UsageError('BAD_ARGUMENT', `--filter ${facet} should be a number or a range, not "${text}"`, {
      field: `filter.${facet}`,
      got: text,
    })
  }
  const dots = kind === 'date' || isNumber ? text.indexOf('..') : -1
  if (dots < 0) return isNumber ? number(text) : text
  const from = text.slice(0, dots).trim()
  const to = text.slice(dots + 2).trim()
  return isNumber
    ? { ...(from === '' ? {} : { from: number(from) }), ...(to === '' ? {} : { to: number(to) }) }
    : { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

/** Which kinds of facets an option of the command line goes with; others are counted as they are. */
const FACET_FLAGS: readonly (readonly [flag: keyof QueryFlags, option: string, kinds: readonly string[]])[] = [
  ['facetSort', 'sort', ['keyword', 'province', 'number']],
  ['facetLimit', 'limit', ['keyword', 'province', 'number']],
  ['facetSearch', 'search', ['keyword', 'province']],
  ['interval', 'interval', ['date']],
  ['tree', 'tree', ['province']],
]

/** Facets by name with the options that go with their kind. */
export function facetRequests(
  names: readonly string[],
  flags: QueryFlags,
  kinds: Readonly<Record<string, string>>,
): FacetRequest[] {
  const limit = flags.facetLimit === undefined ? undefined : wholeNumber('facet-limit', flags.facetLimit)
  return names.map(field => {
    const options = FACET_FLAGS.flatMap(([flag, option, allowed]) => {
      const value = flag === 'facetLimit' ? limit : flags[flag]
      return value !== undefined && allowed.includes(kinds[field]) ? [[option, value] as const] : []
    })
    return { field, ...Object.fromEntries(options) }
  })
}

/** The options of a search; what makes no sense is found by the search itself. */
export function searchOptions(index: SearchIndex, flags: QueryFlags): SearchOptions {
  const filter = flags.filter ? readFilter(flags.filter, index.info().facets) : undefined
  const given: Record<string, unknown> = {
    limit: flags.limit === undefined ? undefined : wholeNumber('limit', flags.limit),
    offset: flags.offset === undefined ? undefined : wholeNumber('offset', flags.offset),
    filter,
    facets: flags.facets && facetRequests(flags.facets, flags, index.info().facets),
    sort: flags.sort,
    after: flags.after,
    collapse: flags.collapse,
    stats: flags.stats,
    accents: flags.accents,
    match: flags.match,
    highlight: flags.highlight,
    autoCorrect: flags.correct,
    understand: flags.understand,
    now: flags.now,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** `title=headline`, `body=content.rendered`: our fields and where they stand. */
export function readMap(items: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    items.map(item => {
      const split = item.indexOf('=')
      if (split < 1 || split === item.length - 1) {
        throw new UsageError('BAD_ARGUMENT', `--map should be field=name, not "${item}"`, { field: 'map', got: item })
      }
      return [item.slice(0, split).trim(), item.slice(split + 1).trim()]
    }),
  )
}

/** A number of bytes: `500000`, `64MB`, `2GB` (of 1024). */
export function byteCount(option: string, value: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*(k|m|g|t)?i?b?$/i.exec(value.trim())
  const unit = 1024 ** ' kmgt'.indexOf((match?.[2] ?? ' ').toLowerCase())
  const bytes = match === null ? 0 : Math.floor(Number(match[1]) * unit)
  if (bytes > 0) return bytes
  throw new UsageError('BAD_ARGUMENT', `--${option} should be a size such as 64MB, not "${value}"`, {
    field: option,
    expected: 'a size such as 64MB',
    got: value,
  })
}

/** `title=3,lead=1.5,body`: fields with weights, 1 where none is given. */
export function readWeights(items: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    items.map(item => {
      const [name, weight = '1', ...more] = item.split('=')
      if (name === '' || weight.trim() === '' || Number.isNaN(Number(weight)) || more.length > 0) {
        throw new UsageError('BAD_ARGUMENT', `--fields should be name=weight, not "${item}"`, {
          field: 'fields',
          got: item,
        })
      }
      return [name, Number(weight)]
    }),
  )
}

/** `province,date,topic=keyword,views=number`: facets with their kinds; `province` and `date` are of their own kind, others keyword. */
export function readFacetKinds(items: readonly string[]): Record<string, FacetKind> {
  return Object.fromEntries(
    items.map(item => {
      const [name, kind = name === 'province' || name === 'date' ? name : 'keyword'] = item.split('=')
      return [name, readKind(kind, item)]
    }),
  )
}

function readKind(kind: string, item: string): FacetKind {
  if (kind === 'keyword' || kind === 'province' || kind === 'date' || kind === 'number') return kind
  throw new UsageError('BAD_ARGUMENT', `--facets should be name or name=keyword|province|date|number, not "${item}"`, {
    field: 'facets',
    expected: ['keyword', 'province', 'date', 'number'],
    got: item,
  })
}

/** `none` for an empty list. */
export function orNone(items: readonly string[]): readonly string[] {
  return items.length === 1 && items[0] === 'none' ? [] : items
}
