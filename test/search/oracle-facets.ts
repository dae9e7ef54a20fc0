import type { Document, FacetBucket, FacetKind, Filter, FilterValue } from '../../src/index.js'
import { endOf, inVietnam, startOf } from './oracle-dates.js'

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function count(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
}

/** The distinct values of a facet of a document. */
function valuesOf(document: Document, facet: string): string[] {
  const value = document[facet]
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(list.filter((item): item is string => typeof item === 'string' && item !== ''))]
}

/** Filters and counts facets document by document, from their own fields. */
export class OracleFacets {
  constructor(private readonly kinds: ReadonlyMap<string, FacetKind>) {}

  /** Whether a document passes a filter; the part of the filter that is about `but` is left out. */
  passes(document: Document, filter: Filter, but?: string): boolean {
    return Object.entries(filter).every(([facet, value]) => facet === but || this.passesOne(document, facet, value))
  }

  private passesOne(document: Document, facet: string, value: FilterValue): boolean {
    const wanted: readonly unknown[] = Array.isArray(value) ? value : [value]
    const own = valuesOf(document, facet)
    if (this.kinds.get(facet) !== 'date')
      return wanted.some(item => (item === null ? own.length === 0 : own.includes(String(item))))
    const [date] = own
    if (date === undefined) return wanted.includes(null)
    // A document is inside a span with the whole of its date: a year is in no month.
    const [begin, end] = [startOf(date), endOf(date)]
    return wanted.some(item => {
      if (item === null) return false
      const range = typeof item === 'string' ? { from: item, to: item } : (item as { from?: string; to?: string })
      return (
        (range.from === undefined || begin >= startOf(range.from)) && (range.to === undefined || end <= endOf(range.to))
      )
    })
  }

  /** The buckets of a facet over some documents. */
  buckets(facet: string, documents: readonly Document[]): FacetBucket[] {
    const unknown = documents.filter(document => valuesOf(document, facet).length === 0).length
    const rest = unknown > 0 ? [{ value: null, count: unknown }] : []
    const values = documents.flatMap(document => valuesOf(document, facet))
    if (this.kinds.get(facet) !== 'date') {
      const counted = count(values).map(([value, number]) => ({ value, count: number }))
      return [...counted.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value)), ...rest]
    }
    const dates = values.map(inVietnam)
    const years = count(dates.map(date => date.slice(0, 4))).sort(([a], [b]) => byCodeUnits(a, b))
    const buckets = years.map(([year, number]) => {
      const ofYear = dates.filter(date => date.startsWith(year))
      const months = count(ofYear.filter(date => date.length > 4).map(date => date.slice(0, 7)))
      const named: FacetBucket[] = months
        .sort(([a], [b]) => byCodeUnits(a, b))
        .map(([value, some]) => ({ value, count: some }))
      const without = ofYear.filter(date => date.length === 4).length
      return { value: year, count: number, months: without > 0 ? [...named, { value: null, count: without }] : named }
    })
    return [...buckets, ...rest]
  }
}
