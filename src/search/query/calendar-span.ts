import { civilDay, parseIsoDate } from '../../index/dates.js'
import { badOption } from '../../index/settings.js'

/** A span of days in Vietnam (UTC+7), both ends included, as `YYYY-MM-DD`. */
export interface DateBounds {
  readonly from: string
  readonly to: string
}

/** Spans that calendars have names for; weeks begin on Monday. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The moment that `hôm qua` and the like are seen from. */
export type Now = Date | string

/** A day as its year, month (1 to 12) and day. */
type Day = readonly [year: number, month: number, day: number]

/** Minutes since 1970 of a moment; a string is an ISO date (noon in Vietnam) or date-time, without a zone Vietnam's. */
export function minutesOf(now: Now): number {
  const minutes =
    typeof now === 'string'
      ? (parseIsoDate(now.length === 10 ? `${now}T12:00` : now)?.start ?? Number.NaN)
      : now instanceof Date
        ? Math.floor(now.getTime() / 60000)
        : Number.NaN
  if (Number.isNaN(minutes)) throw badOption('now', 'a Date or an ISO 8601 date or date-time', now)
  return minutes
}

/** The bounds of a year, a month or a day; undefined outside of the years 1000 to 2999. A month may be below 1 or above 12. */
export function boundsOf(year: number, month?: number, day?: number): DateBounds | undefined {
  if (month === undefined) return between([year, 1, 1], [year, 12, 31])
  return day === undefined
    ? between([year, month, 1], [year, month + 1, 0])
    : between([year, month, day], [year, month, day])
}

/** The bounds of the calendar unit so many units before (negative) or after the one that a moment is in. */
export function calendarBounds(minutes: number, unit: CalendarUnit, shift: number): DateBounds | undefined {
  const [year, month, day] = civilDay(minutes)
  if (unit === 'year') return boundsOf(year + shift)
  if (unit === 'month') return boundsOf(year, month + shift)
  if (unit === 'quarter') return quarterBounds(year, Math.ceil(month / 3) + shift)
  if (unit === 'day') return boundsOf(year, month, day + shift)
  const monday = day - ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + shift * 7
  return between([year, month, monday], [year, month, monday + 6])
}

/** The bounds of a quarter, 1 to 4; below and above are quarters of other years. */
export function quarterBounds(year: number, quarter: number): DateBounds | undefined {
  return between([year, quarter * 3 - 2, 1], [year, quarter * 3 + 1, 0])
}

/** The last so many days, weeks, months, quarters or years, today included. */
export function lastBounds(minutes: number, unit: CalendarUnit, count: number): DateBounds | undefined {
  const [year, month, day] = civilDay(minutes)
  const first: Day =
    unit === 'year'
      ? [year - count, month, day + 1]
      : unit === 'day' || unit === 'week'
        ? [year, month, day + 1 - count * (unit === 'week' ? 7 : 1)]
        : [year, month - count * (unit === 'quarter' ? 3 : 1), day + 1]
  return between(first, [year, month, day])
}

/** Two days as bounds; months and days beyond their ends run on into the next. */
function between(from: Day, to: Day): DateBounds | undefined {
  const [first, last] = [isoDay(from), isoDay(to)]
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

function isoDay([year, month, day]: Day): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const full = date.getUTCFullYear()
  return full >= 1000 && full <= 2999 && year >= 1000 ? date.toISOString().slice(0, 10) : undefined
}
