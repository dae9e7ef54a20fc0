import { DateColumn, type KeywordColumn } from '../index/columns.js'
import { civilDay } from '../index/dates.js'
import type { IndexReader } from '../index/reader.js'
import { facetColumn } from './filter.js'
import type { FacetValue } from './options.js'

/** A value of a facet with the number of matching documents that have it; `null` is the bucket of the unknown. */
export interface FacetBucket {
  readonly value: FacetValue
  readonly count: number
  /** For a year of a date facet, its months (`2024-07`), and `null` for dates without one. */
  readonly months?: readonly FacetBucket[]
}

/** Counts one facet, document after document. */
export interface FacetCounter {
  readonly facet: string
  count(document: number): void
  buckets(): FacetBucket[]
}

/** A counter for a facet; throws a `UsageError` when the index has no such facet. */
export function facetCounter(reader: IndexReader, facet: string): FacetCounter {
  const column = facetColumn(reader, facet)
  return column instanceof DateColumn ? new DateCounter(facet, column) : new KeywordCounter(facet, column)
}

class KeywordCounter implements FacetCounter {
  private readonly counts: Uint32Array

  constructor(
    readonly facet: string,
    private readonly column: KeywordColumn,
  ) {
    this.counts = new Uint32Array(column.size)
  }

  count(document: number): void {
    const { counts, column } = this
    if (column.starts.length > 0 || column.flat.length === 0) {
      column.each(document, value => {
        counts[value]++
      })
    } else counts[column.flat[document]]++
  }

  /** The commonest first, names in code unit order among equals, unknown last. */
  buckets(): FacetBucket[] {
    const { values } = this.column.head
    const named = values.map((value, at) => ({ value, count: this.counts[at + 1] })).filter(bucket => bucket.count > 0)
    named.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return this.counts[0] > 0 ? [...named, { value: null, count: this.counts[0] }] : named
  }
}

class DateCounter implements FacetCounter {
  private unknown = 0
  /** Year × 16 + month, month 0 where only the year is known. */
  private readonly months = new Map<number, number>()

  constructor(
    readonly facet: string,
    private readonly column: DateColumn,
  ) {}

  count(document: number): void {
    const { minutes, precisions } = this.column
    const precision = precisions.length === 0 ? 0 : precisions[document]
    if (precision === 0) {
      this.unknown++
      return
    }
    const [year, month] = civilDay(minutes[document])
    const key = year * 16 + (precision === 1 ? 0 : month)
    this.months.set(key, (this.months.get(key) ?? 0) + 1)
  }

  /** Years from the earliest on with their months; unknown last. */
  buckets(): FacetBucket[] {
    const years = new Map<number, { count: number; months: FacetBucket[]; unknown: number }>()
    for (const [key, count] of [...this.months].sort(([a], [b]) => a - b)) {
      const year = Math.floor(key / 16)
      const entry = years.get(year) ?? { count: 0, months: [], unknown: 0 }
      years.set(year, entry)
      entry.count += count
      if (key % 16 === 0) entry.unknown = count
      else entry.months.push({ value: `${year}-${String(key % 16).padStart(2, '0')}`, count })
    }
    const buckets: FacetBucket[] = [...years].map(([year, { count, months, unknown }]) => ({
      value: String(year),
      count,
      months: unknown > 0 ? [...months, { value: null, count: unknown }] : months,
    }))
    return this.unknown > 0 ? [...buckets, { value: null, count: this.unknown }] : buckets
  }
}
