import { DateColumn, KeywordColumn } from '../index/columns.js'
import type { NumberColumn } from '../index/number-column.js'
import { facetValue } from '../index/provinces.js'
import type { IndexReader } from '../index/reader.js'
import { badOption } from '../index/settings.js'
import { facetColumn } from './facets/facet-column.js'
import { isInSpan, isRange, readDate, readDateSpan, readNumber, readNumberSpan, type Span } from './facets/ranges.js'
import type { Filter } from './facets/value.js'

/** One facet's part of a filter, ready to be asked document by document. */
export interface FacetFilter {
  readonly facet: string
  passes(document: number): boolean
}

/** Compiles a filter; throws a `UsageError` for an unknown facet or a value that makes no sense. */
export function compileFilter(filter: Filter, reader: IndexReader): FacetFilter[] {
  return Object.entries(filter).flatMap(([facet, value]) => {
    if (value === undefined) return []
    const column = facetColumn(reader, facet)
    const items: readonly unknown[] = Array.isArray(value) ? value : [value]
    const option = `filter.${facet}`
    if (column instanceof DateColumn) return [dateFilter(facet, spansOf(items, option, readDateItem), column)]
    if (column instanceof KeywordColumn) return [keywordFilter(facet, items, column)]
    return [numberFilter(facet, spansOf(items, option, readNumberItem), column)]
  })
}

function keywordFilter(facet: string, items: readonly unknown[], column: KeywordColumn): FacetFilter {
  const wanted = new Uint8Array(column.size)
  for (const item of items) {
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

/** What a filter by dates or numbers lets pass. */
interface Spans {
  readonly spans: readonly Span[]
  readonly unknown: boolean
}

function spansOf(items: readonly unknown[], option: string, read: (item: unknown, option: string) => Span): Spans {
  return {
    spans: items.filter(item => item !== null).map(item => read(item, option)),
    unknown: items.includes(null),
  }
}

function readDateItem(item: unknown, option: string): Span {
  if (typeof item === 'string') return readDate(item, option)
  if (!isRange(item)) throw badOption(option, 'a date, a range or null', item)
  return readDateSpan(item, option)
}

function readNumberItem(item: unknown, option: string): Span {
  if (isRange(item)) return readNumberSpan(item, option)
  if (typeof item !== 'number') throw badOption(option, 'a number, a range or null', item)
  const number = readNumber(item, option)
  return { start: number, end: number, withStart: true, withEnd: true }
}

function dateFilter(facet: string, { spans, unknown }: Spans, column: DateColumn): FacetFilter {
  const { minutes, ends } = column
  return {
    facet,
    passes: document => {
      if (!column.isKnown(document)) return unknown
      // A year is in no month and a month on no day: the whole span of a date must be inside.
      for (let at = 0; at < spans.length; at++) {
        if (minutes[document] >= spans[at].start && ends[document] <= spans[at].end) return true
      }
      return false
    },
  }
}

function numberFilter(facet: string, { spans, unknown }: Spans, column: NumberColumn): FacetFilter {
  return {
    facet,
    passes: document => {
      const number = column.number(document)
      if (Number.isNaN(number)) return unknown
      for (let at = 0; at < spans.length; at++) if (isInSpan(number, spans[at])) return true
      return false
    },
  }
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
