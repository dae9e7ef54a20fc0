import type { DateColumn } from '../../index/columns.js'
import type { NumberColumn } from '../../index/number-column.js'
import { printNumber } from '../query/bounds.js'
import { isInSpan, type Span } from './ranges.js'
import { withUnknown } from './terms.js'
import type { CountedRange, FacetBucket } from './value.js'

/** A range to count, read. */
export interface RangeRequest {
  readonly range: CountedRange
  readonly span: Span
}

/** How many dates lie in each range as a whole, in the order of the ranges; unknown last. */
export function dateRangeBuckets(
  column: DateColumn,
  ranges: readonly RangeRequest[],
  lists: readonly Int32Array[],
): FacetBucket[] {
  const { minutes, ends } = column
  const counts = new Uint32Array(ranges.length)
  let unknown = 0
  for (const documents of lists) {
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at]
      if (!column.isKnown(document)) {
        unknown++
        continue
      }
      for (let range = 0; range < ranges.length; range++) {
        const { start, end } = ranges[range].span
        if (minutes[document] >= start && ends[document] <= end) counts[range]++
      }
    }
  }
  return buckets(ranges, counts, unknown)
}

/** How many numbers lie in each range, in the order of the ranges; unknown last. */
export function numberRangeBuckets(
  column: NumberColumn,
  ranges: readonly RangeRequest[],
  lists: readonly Int32Array[],
): FacetBucket[] {
  const counts = new Uint32Array(ranges.length)
  let unknown = 0
  for (const documents of lists) {
    for (let at = 0; at < documents.length; at++) {
      const number = column.number(documents[at])
      if (Number.isNaN(number)) unknown++
      for (let range = 0; range < ranges.length; range++) if (isInSpan(number, ranges[range].span)) counts[range]++
    }
  }
  return buckets(ranges, counts, unknown)
}

function buckets(ranges: readonly RangeRequest[], counts: Uint32Array, unknown: number): FacetBucket[] {
  const found = ranges.map(({ range }, at) => {
    const { name, ...filter } = range
    return { value: name ?? printRange(filter), count: counts[at], filter }
  })
  return withUnknown(found, unknown)
}

/** A range as queries write it: `2019-01..2019-06`, `10..`, `>10..<20`. */
export function printRange(range: Omit<CountedRange, 'name'>): string {
  const ends: Readonly<Record<string, unknown>> = { ...range }
  const print = (end: unknown, sign: string) =>
    end === undefined ? '' : sign + (typeof end === 'number' ? printNumber(end) : String(end))
  return `${print(ends.from, '') || print(ends.above, '>')}..${print(ends.to, '') || print(ends.below, '<')}`
}
