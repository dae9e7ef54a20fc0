import { type Column, DateColumn, KeywordColumn } from '../../index/columns.js'
import type { NumberColumn } from '../../index/number-column.js'
import { badOption } from '../../index/settings.js'
import { dayNumber, isoDay } from './calendar.js'
import { dateSpan } from './date-histogram.js'
import type { FacetStats } from './value.js'

const NOTHING: FacetStats = { count: 0, min: null, max: null }

/** A column of dates or numbers; throws a `UsageError` for one of names. */
export function columnWithStats(column: Column, facet: string): DateColumn | NumberColumn {
  if (column instanceof KeywordColumn) throw badOption(`stats.${facet}`, 'a date or number facet', column.head.kind)
  return column
}

/** The least and the greatest value of some documents. */
export function statsOf(column: DateColumn | NumberColumn, lists: readonly Int32Array[]): FacetStats {
  if (column instanceof DateColumn) {
    const span = dateSpan(column, lists)
    if (!span) return NOTHING
    return { count: span.count, min: isoDay(dayNumber(span.start)), max: isoDay(dayNumber(span.end - 1)) }
  }
  let count = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const documents of lists) {
    for (let at = 0; at < documents.length; at++) {
      const number = column.number(documents[at])
      if (Number.isNaN(number)) continue
      count++
      if (number < min) min = number
      if (number > max) max = number
    }
  }
  return count === 0 ? NOTHING : { count, min, max }
}
