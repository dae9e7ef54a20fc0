import { DateColumn, type KeywordColumn } from '../index/columns.js'
import { PRECISIONS, parseIsoDate, spanEnd } from '../index/dates.js'
import { facetValue } from '../index/provinces.js'
import type { IndexReader } from '../index/reader.js'
import { badOption, rejectUnknown, unknownName } from '../index/settings.js'
import type { DateRange, Filter, FilterValue } from './options.js'

/** One facet's part of a filter, ready to be asked document by document. */
export interface FacetFilter {
  readonly facet: string
  passes(document: number): boolean
}

/** The column of a facet; throws a `UsageError` with the nearest names when there is none. */
export function facetColumn(reader: IndexReader, facet: string): KeywordColumn | DateColumn {
  const column = reader.column(facet)
  if (!column)
    throw unknownName(
      'facet',
      facet,
      reader.meta.columns.map(([name]) => name),
    )
  return column
}

/** Compiles a filter; throws a `UsageError` for an unknown facet or a value that makes no sense. */
export function compileFilter(filter: Filter, reader: IndexReader): FacetFilter[] {
  return Object.entries(filter).flatMap(([facet, value]) => {
    if (value === undefined) return []
    const column = facetColumn(reader, facet)
    return [column instanceof DateColumn ? dateFilter(facet, value, column) : keywordFilter(facet, value, column)]
  })
}

function keywordFilter(facet: string, value: FilterValue, column: KeywordColumn): FacetFilter {
  const wanted = new Uint8Array(column.size)
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item === null) wanted[0] = 1
    else if (typeof item !== 'string')
      throw badOption(`filter.${facet}`, 'a name, null for unknown, or a list of them', JSON.stringify(item))
    else {
      const number = column.head.values.indexOf(facetValue(item, column.head.kind)) + 1
      if (number > 0) wanted[number] = 1
    }
  }
  return { facet, passes: document => column.has(document, wanted) }
}

function dateFilter(facet: string, value: FilterValue, column: DateColumn): FacetFilter {
  const { minutes, precisions } = column
  const spans = (Array.isArray(value) ? value : [value]).map(item => readSpan(facet, item))
  return {
    facet,
    passes: document => {
      const known = precisions.length > 0 && precisions[document] > 0
      if (!known) return spans.includes(null)
      // A year is in no month and a month on no day: the whole span of a date must be inside.
      const start = minutes[document]
      const end = spanEnd(start, PRECISIONS[precisions[document] - 1])
      for (const span of spans) if (span !== null && start >= span.start && end <= span.end) return true
      return false
    },
  }
}

function readSpan(facet: string, value: unknown): { readonly start: number; readonly end: number } | null {
  if (value === null) return null
  if (typeof value === 'string') return readDate(`filter.${facet}`, value)
  if (typeof value !== 'object' || Array.isArray(value))
    throw badOption(`filter.${facet}`, 'a date, a range or null', value)
  rejectUnknown(value, ['from', 'to'], 'end of a date range')
  const { from, to }: DateRange = value
  const start = from === undefined ? Number.NEGATIVE_INFINITY : readDate(`filter.${facet}.from`, from).start
  const end = to === undefined ? Number.POSITIVE_INFINITY : readDate(`filter.${facet}.to`, to).end
  return { start, end }
}

function readDate(field: string, value: string): { readonly start: number; readonly end: number } {
  const span = typeof value === 'string' ? parseIsoDate(value) : undefined
  if (!span) throw badOption(field, 'YYYY, YYYY-MM, YYYY-MM-DD or a date-time', value)
  return span
}

/** Marks documents that pass all filters but one with the number of that one plus one, those that pass all with 0. */
export const FAILS_SEVERAL = 255

/**
 * How a document stands to the filters: 0 passes all, n fails only the n-th (from 1), `FAILS_SEVERAL` fails more. A facet's
 * own filter does not empty its other values, so those that fail only it are counted there.
 */
export function failedFilter(filters: readonly FacetFilter[], document: number): number {
  let failed = 0
  for (let at = 0; at < filters.length; at++) {
    if (filters[at].passes(document)) continue
    if (failed > 0) return FAILS_SEVERAL
    failed = at + 1
  }
  return failed
}
