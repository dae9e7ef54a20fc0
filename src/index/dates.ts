/**
 * Dates in columns: minutes since 1970-01-01T00:00Z with the precision that was given. A date without a zone is Vietnam's
 * (UTC+7 all year, no summer time).
 */
export const VIETNAM_OFFSET_MINUTES = 7 * 60
export type DatePrecision = 'year' | 'month' | 'day' | 'time'
/** In a column the number of a precision is its place here, plus one; 0 is no date. */
export const PRECISIONS: readonly DatePrecision[] = ['year', 'month', 'day', 'time']

/** A span of time that a date stands for: `start` inclusive and `end` exclusive, in minutes since 1970 UTC. */
export interface DateSpan {
  readonly start: number
  readonly end: number
  readonly precision: DatePrecision
}

const MINUTES_A_DAY = 24 * 60

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function minutesOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 60000 - VIETNAM_OFFSET_MINUTES
}

function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

/**
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM[:SS[.fff]][Z|±HH:MM]`; years 1000 to 2999. Undefined for
 * anything else, impossible days among them.
 */
export function parseIsoDate(text: string): DateSpan | undefined {
  const year = digits(text, 0, 4)
  if (year < 1000 || year > 2999) return undefined
  if (text.length === 4) return { start: minutesOf(year, 1, 1), end: minutesOf(year + 1, 1, 1), precision: 'year' }
  const month = digits(text, 5, 2)
  if (text[4] !== '-' || month < 1 || month > 12) return undefined
  if (text.length === 7)
    return { start: minutesOf(year, month, 1), end: minutesOf(year, month + 1, 1), precision: 'month' }
  const day = digits(text, 8, 2)
  if (text[7] !== '-' || day < 1 || day > daysIn(year, month)) return undefined
  const midnight = minutesOf(year, month, day)
  if (text.length === 10) return { start: midnight, end: midnight + MINUTES_A_DAY, precision: 'day' }
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  if (
    (text[10] !== 'T' && text[10] !== ' ') ||
    text[13] !== ':' ||
    hour < 0 ||
    hour > 23 ||
    minute < 0 ||
    minute > 59
  ) {
    return undefined
  }
  const zone = zoneMinutes(text)
  if (zone === undefined) return undefined
  const start = midnight + VIETNAM_OFFSET_MINUTES + hour * 60 + minute - zone
  return { start, end: start + 1, precision: 'time' }
}

/** The offset from UTC at the end of a date-time, from after its minutes; Vietnam's when there is none. */
function zoneMinutes(text: string): number | undefined {
  let at = 16
  if (text[at] === ':') {
    const second = digits(text, 17, 2)
    if (second < 0 || second > 60) return undefined
    at = 19
    if (text[at] === '.') {
      if (digits(text, at + 1, 1) < 0) return undefined
      do at++
      while (digits(text, at, 1) >= 0)
    }
  }
  if (at === text.length) return VIETNAM_OFFSET_MINUTES
  if (text[at] === 'Z' && text.length === at + 1) return 0
  const hours = digits(text, at + 1, 2)
  const colon = text[at + 3] === ':' ? 1 : 0
  const minutes = digits(text, at + 3 + colon, 2)
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : 0
  if (sign === 0 || hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || text.length !== at + 5 + colon)
    return undefined
  return sign * (hours * 60 + minutes)
}

/** The end, exclusive, of the span that begins at a moment and has a precision. */
export function spanEnd(start: number, precision: DatePrecision): number {
  if (precision === 'time') return start + 1
  if (precision === 'day') return start + MINUTES_A_DAY
  const [year, month] = civilDay(start)
  return precision === 'year' ? minutesOf(year + 1, 1, 1) : minutesOf(year, month + 1, 1)
}

/** The day in Vietnam of a moment, as year, month (1 to 12) and day. */
export function civilDay(minutes: number): readonly [year: number, month: number, day: number] {
  const date = new Date((minutes + VIETNAM_OFFSET_MINUTES) * 60000)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}
