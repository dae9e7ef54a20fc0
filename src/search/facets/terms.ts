import type { KeywordColumn } from '../../index/columns.js'
import { collatedValues } from '../collation.js'
import { countOrdinals, type NumberOrdinals } from './ordinals.js'
import type { FacetBucket, FacetOptions } from './value.js'
import { valueMatcher } from './value-search.js'

/** How the values of a facet are chosen and ordered. */
export type TermOptions = Pick<FacetOptions, 'sort' | 'limit' | 'search'>

/** The values of a keyword column with their counts. */
export function keywordBuckets(
  column: KeywordColumn,
  options: TermOptions,
  lists: readonly Int32Array[],
): FacetBucket[] {
  const { values } = column.head
  const counts = countOrdinals(column, lists)
  const matches = options.search === undefined ? undefined : valueMatcher(options.search)
  const found: { readonly ordinal: number; readonly value: string; readonly count: number }[] = []
  for (let ordinal = 1; ordinal < counts.length; ordinal++) {
    if (counts[ordinal] === 0) continue
    const value = values[ordinal - 1]
    if (matches === undefined || matches(value)) found.push({ ordinal, value, count: counts[ordinal] })
  }
  if (options.sort === 'name') {
    const { ranks } = collatedValues(column)
    found.sort((a, b) => ranks[a.ordinal] - ranks[b.ordinal])
  } else found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const buckets: FacetBucket[] = found.slice(0, options.limit).map(({ value, count }) => ({ value, count }))
  return withUnknown(buckets, matches ? 0 : counts[0])
}

/** The values of a column of numbers with their counts. */
export function numberBuckets(
  ordinals: NumberOrdinals,
  options: TermOptions,
  lists: readonly Int32Array[],
): FacetBucket[] {
  const counts = countOrdinals(ordinals, lists)
  const found: { readonly value: number; readonly count: number }[] = []
  for (let ordinal = 1; ordinal < counts.length; ordinal++) {
    if (counts[ordinal] > 0) found.push({ value: ordinals.numbers[ordinal - 1], count: counts[ordinal] })
  }
  if (options.sort !== 'name') found.sort((a, b) => b.count - a.count || a.value - b.value)
  return withUnknown(found.slice(0, options.limit), counts[0])
}

/** The bucket of the unknown comes last; where values are searched for it is none of them. */
export function withUnknown(buckets: readonly FacetBucket[], unknown: number): FacetBucket[] {
  return unknown > 0 ? [...buckets, { value: null, count: unknown }] : [...buckets]
}
