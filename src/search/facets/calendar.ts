import { VIETNAM_OFFSET_MINUTES } from '../../index/dates.js'
import type { FilterValue, Interval } from './value.js'

/** The intervals of fixed length, without `auto`. */
export type Period = Exclude<Interval, 'auto'>

const MINUTES_A_DAY = 24 * 60
const MS_A_DAY = 86_400_000
/** 1970-01-01 was a Thursday: day −3 was a Monday. */
const DAYS_TO_MONDAY = 3

/** The day in Vietnam of a moment, counted from 1970-01-01. */
export function dayNumber(minutes: number): number {
  return Math.floor((minutes + VIETNAM_OFFSET_MINUTES) / MINUTES_A_DAY)
}

/** A day as `2024-07-09`. */
export function isoDay(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}

/** The number of the period of a kind in which a day lies; later periods have greater numbers. */
export function periodNumber(day: number, period: Period): number {
  if (period === 'day') return day
  if (period === 'week') return Math.floor((day + DAYS_TO_MONDAY) / 7)
  const date = new Date(day * MS_A_DAY)
  const year = date.getUTCFullYear()
  if (period === 'year') return year
  return period === 'month' ? year * 12 + date.getUTCMonth() : year * 4 + Math.floor(date.getUTCMonth() / 3)
}

/** The name of a period: `2024-07-09`, `2024-W28`, `2024-07`, `2024-Q3`, `2024`. */
export function periodName(number: number, period: Period): string {
  switch (period) {
    case 'day':
      return isoDay(number)
    case 'week': {
      // A week belongs to the year of its Thursday (ISO 8601).
      const thursday = number * 7
      const year = new Date(thursday * MS_A_DAY).getUTCFullYear()
      const first = Date.UTC(year, 0, 1) / MS_A_DAY
      return `${year}-W${twoDigits(Math.floor((thursday - first) / 7) + 1)}`
    }
    case 'month':
      return `${Math.floor(number / 12)}-${twoDigits((number % 12) + 1)}`
    case 'quarter':
      return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
    case 'year':
      return String(number)
  }
}

/** What to filter by for a period whose name is no date; undefined for the others. */
export function periodFilter(number: number, period: Period): FilterValue | undefined {
  if (period === 'week') {
    const monday = number * 7 - DAYS_TO_MONDAY
    return { from: isoDay(monday), to: isoDay(monday + 6) }
  }
  if (period !== 'quarter') return undefined
  const first = number * 3
  return { from: periodName(first, 'month'), to: periodName(first + 2, 'month') }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
