import type { DateColumn } from '../../index/columns.js'
import { dayNumber, type Period, periodFilter, periodName, periodNumber } from './calendar.js'
import { countOrdinals, type NumberOrdinals, ordinalsOf } from './ordinals.js'
import type { FacetBucket, Interval } from './value.js'

/** The least precision (see `DateColumn`) of a date that lies in one period of a kind. */
const LEAST_PRECISION: Readonly<Record<Period, number>> = { year: 1, quarter: 2, month: 2, week: 3, day: 3 }

/** `auto` takes the finest interval under which a span of so many days makes a readable list: about forty buckets. */
const AUTO: readonly (readonly [period: Period, days: number])[] = [
  ['day', 31],
  ['week', 7 * 40],
  ['month', 366 * 3],
  ['quarter', 366 * 10],
]

/** Ordinals of the periods in which the documents of a column lie, made once for each kind of period. */
const ofColumns = new WeakMap<DateColumn, Map<string, NumberOrdinals>>()

function periodsOf(
  column: DateColumn,
  key: string,
  numberOf: (minutes: number, precision: number) => number,
): NumberOrdinals {
  let made = ofColumns.get(column)
  if (!made) {
    made = new Map()
    ofColumns.set(column, made)
  }
  let ordinals = made.get(key)
  if (!ordinals) {
    const { minutes, precisions } = column
    const numbers = new Float64Array(minutes.length)
    for (let document = 0; document < numbers.length; document++) {
      numbers[document] = precisions[document] === 0 ? Number.NaN : numberOf(minutes[document], precisions[document])
    }
    ordinals = ordinalsOf(numbers)
    made.set(key, ordinals)
  }
  return ordinals
}

/** The periods that documents lie in, from the earliest on; unknown last. */
export function dateHistogram(column: DateColumn, interval: Interval, lists: readonly Int32Array[]): FacetBucket[] {
  const period = interval === 'auto' ? periodFor(column, lists) : interval
  const ordinals = periodsOf(column, period, (minutes, precision) =>
    precision < LEAST_PRECISION[period] ? Number.NaN : periodNumber(dayNumber(minutes), period),
  )
  const counts = countOrdinals(ordinals, lists)
  const buckets: FacetBucket[] = []
  for (let ordinal = 1; ordinal < counts.length; ordinal++) {
    if (counts[ordinal] === 0) continue
    const number = ordinals.numbers[ordinal - 1]
    const filter = periodFilter(number, period)
    buckets.push({ value: periodName(number, period), count: counts[ordinal], ...(filter ? { filter } : {}) })
  }
  if (counts[0] > 0) buckets.push({ value: null, count: counts[0] })
  return buckets
}

/** The interval for the time from the first to the last day of some documents. */
function periodFor(column: DateColumn, lists: readonly Int32Array[]): Period {
  const span = dateSpan(column, lists)
  if (!span) return 'year'
  const days = dayNumber(span.end - 1) - dayNumber(span.start) + 1
  return AUTO.find(([, most]) => days <= most)?.[0] ?? 'year'
}

/** From the earliest start to the latest end (exclusive, both in minutes) of the dates of some documents, and how many have one. */
export function dateSpan(
  column: DateColumn,
  lists: readonly Int32Array[],
): { readonly start: number; readonly end: number; readonly count: number } | undefined {
  const { minutes, precisions, ends } = column
  if (precisions.length === 0) return undefined
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  let count = 0
  for (const documents of lists) {
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at]
      if (precisions[document] === 0) continue
      count++
      if (minutes[document] < start) start = minutes[document]
      if (ends[document] > end) end = ends[document]
    }
  }
  return count === 0 ? undefined : { start, end, count }
}

/** A year times this, plus the month; 0 where only the year is known. */
const MONTHS = 16

/** Years from the earliest on with their months; unknown last. */
export function yearsWithMonths(column: DateColumn, lists: readonly Int32Array[]): FacetBucket[] {
  const ordinals = periodsOf(column, 'years', (minutes, precision) => {
    const month = periodNumber(dayNumber(minutes), 'month')
    return Math.floor(month / 12) * MONTHS + (precision < LEAST_PRECISION.month ? 0 : (month % 12) + 1)
  })
  const counts = countOrdinals(ordinals, lists)
  const years = new Map<number, { count: number; months: FacetBucket[]; unknown: number }>()
  for (let ordinal = 1; ordinal < counts.length; ordinal++) {
    const count = counts[ordinal]
    if (count === 0) continue
    const year = Math.floor(ordinals.numbers[ordinal - 1] / MONTHS)
    const month = ordinals.numbers[ordinal - 1] % MONTHS
    const entry = years.get(year) ?? { count: 0, months: [], unknown: 0 }
    years.set(year, entry)
    entry.count += count
    if (month === 0) entry.unknown = count
    else entry.months.push({ value: periodName(year * 12 + month - 1, 'month'), count })
  }
  const buckets: FacetBucket[] = [...years].map(([year, { count, months, unknown }]) => ({
    value: String(year),
    count,
    months: unknown > 0 ? [...months, { value: null, count: unknown }] : months,
  }))
  return counts[0] > 0 ? [...buckets, { value: null, count: counts[0] }] : buckets
}
