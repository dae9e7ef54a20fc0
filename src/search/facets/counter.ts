import { DateColumn, KeywordColumn } from '../../index/columns.js'
import type { NumberColumn } from '../../index/number-column.js'
import type { IndexReader } from '../../index/reader.js'
import { badOption, rejectUnknown } from '../../index/settings.js'
import { dateHistogram, yearsWithMonths } from './date-histogram.js'
import { facetColumn } from './facet-column.js'
import { numberOrdinals } from './ordinals.js'
import { provinceTree } from './province-tree.js'
import { dateRangeBuckets, numberRangeBuckets, type RangeRequest } from './range-counts.js'
import { isRange, readDateSpan, readNumberSpan, type Span } from './ranges.js'
import { columnWithStats, statsOf } from './stats.js'
import { keywordBuckets, numberBuckets } from './terms.js'
import type { FacetBucket, FacetOptions, FacetRequest, FacetStats, Interval } from './value.js'

/** Counts something over documents: the lists have each document once. */
export interface Counter<Result> {
  /** The key of the result. */
  readonly name: string
  /** The facet whose own filter does not count. */
  readonly facet: string
  count(lists: readonly Int32Array[]): Result
}

const TERM_OPTIONS = ['field', 'name', 'sort', 'limit']
const OPTIONS: Readonly<Record<'keyword' | 'province' | 'date' | 'number', readonly string[]>> = {
  keyword: [...TERM_OPTIONS, 'search'],
  province: [...TERM_OPTIONS, 'search', 'tree'],
  date: ['field', 'name', 'interval', 'ranges'],
  number: [...TERM_OPTIONS, 'ranges'],
}
const SORTS: readonly unknown[] = ['count', 'name']
const INTERVALS: readonly Interval[] = ['day', 'week', 'month', 'quarter', 'year', 'auto']
const MAX_RANGES = 1000

/**
 * Counters for the facets asked for.
 *
 * @throws UsageError that names the facet or option that does not exist or makes no sense, with the nearest right one
 */
export function facetCounters(
  requests: readonly FacetRequest[],
  reader: IndexReader,
): readonly Counter<FacetBucket[]>[] {
  if (!Array.isArray(requests)) throw badOption('facets', 'a list of facets', requests)
  const names = new Set<string>()
  return requests.map((request: unknown, at) => {
    const counter = facetCounter(request, `facets[${at}]`, reader)
    if (names.has(counter.name)) throw badOption(`facets[${at}].name`, 'a name of its own', counter.name)
    names.add(counter.name)
    return counter
  })
}

/** Counters for the least and greatest values of some facets; throws a `UsageError` for a facet that has none. */
export function statsCounters(facets: readonly string[], reader: IndexReader): readonly Counter<FacetStats>[] {
  if (!Array.isArray(facets)) throw badOption('stats', 'a list of facets', facets)
  return [...new Set(facets)].map(facet => {
    const column = columnWithStats(facetColumn(reader, facet), facet)
    return { name: facet, facet, count: lists => statsOf(column, lists) }
  })
}

function facetCounter(request: unknown, option: string, reader: IndexReader): Counter<FacetBucket[]> {
  const given: unknown = typeof request === 'string' ? { field: request } : request
  if (!isRange(given)) throw badOption(option, 'the name of a facet or an object', given)
  const { field, name = field } = given
  if (typeof field !== 'string') throw badOption(`${option}.field`, 'the name of a facet', field)
  if (typeof name !== 'string') throw badOption(`${option}.name`, 'a string', name)
  const column = facetColumn(reader, field)
  const kind = column instanceof DateColumn ? 'date' : column.head.kind
  rejectUnknown(given, OPTIONS[kind], `option of a ${kind} facet`)
  const checked = checkOptions({ ...given, field }, option)
  if (column instanceof DateColumn) return { name, facet: field, count: dateCount(column, checked, option) }
  if (column instanceof KeywordColumn) {
    const { tree = false } = checked
    return {
      name,
      facet: field,
      count: lists =>
        tree ? provinceTree(column, reader.documents, checked, lists) : keywordBuckets(column, checked, lists),
    }
  }
  return { name, facet: field, count: numberCount(column, checked, option, reader.documents) }
}

/** Checks what the options of a facet hold, but for ranges. */
function checkOptions(given: Readonly<Record<string, unknown>>, option: string): FacetOptions {
  const { field, sort, limit, search, tree, interval, ranges } = given
  if (sort !== undefined && !SORTS.includes(sort)) throw badOption(`${option}.sort`, 'count or name', sort)
  if (limit !== undefined && !(typeof limit === 'number' && Number.isInteger(limit) && limit >= 0))
    throw badOption(`${option}.limit`, 'a whole number from 0', limit)
  if (search !== undefined && typeof search !== 'string') throw badOption(`${option}.search`, 'a string', search)
  if (tree !== undefined && typeof tree !== 'boolean') throw badOption(`${option}.tree`, 'true or false', tree)
  const known = INTERVALS.find(each => each === interval)
  if (interval !== undefined && known === undefined)
    throw badOption(`${option}.interval`, INTERVALS.join(', '), interval)
  if (ranges !== undefined && (!Array.isArray(ranges) || ranges.length > MAX_RANGES))
    throw badOption(`${option}.ranges`, `a list of at most ${MAX_RANGES} ranges`, ranges)
  for (const other of ['interval', 'sort', 'limit']) {
    if (ranges !== undefined && given[other] !== undefined) throw badOption(option, `ranges or ${other}`, 'both')
  }
  return {
    field: String(field),
    ...(sort === 'count' || sort === 'name' ? { sort } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(search === undefined ? {} : { search }),
    ...(tree === undefined ? {} : { tree }),
    ...(known === undefined ? {} : { interval: known }),
    ...(ranges === undefined ? {} : { ranges }),
  }
}

function dateCount(
  column: DateColumn,
  { interval, ranges }: FacetOptions,
  option: string,
): (lists: readonly Int32Array[]) => FacetBucket[] {
  if (ranges) {
    const read = readRanges(ranges, option, readDateSpan)
    return lists => dateRangeBuckets(column, read, lists)
  }
  if (interval) return lists => dateHistogram(column, interval, lists)
  return lists => yearsWithMonths(column, lists)
}

function numberCount(
  column: NumberColumn,
  options: FacetOptions,
  option: string,
  documents: number,
): (lists: readonly Int32Array[]) => FacetBucket[] {
  if (options.ranges) {
    const read = readRanges(options.ranges, option, readNumberSpan)
    return lists => numberRangeBuckets(column, read, lists)
  }
  return lists => numberBuckets(numberOrdinals(column, documents), options, lists)
}

function readRanges(
  ranges: FacetOptions['ranges'] & {},
  option: string,
  read: (range: Readonly<Record<string, unknown>>, option: string) => Span,
): RangeRequest[] {
  return ranges.map((range: unknown, at) => {
    const place = `${option}.ranges[${at}]`
    if (!isRange(range)) throw badOption(place, 'a range', range)
    const { name, ...ends } = range
    if (name !== undefined && typeof name !== 'string') throw badOption(`${place}.name`, 'a string', name)
    const span = read(ends, place)
    return { range: { ...ends, ...(name === undefined ? {} : { name }) }, span }
  })
}
