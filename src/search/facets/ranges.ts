import { parseIsoDate } from '../../index/dates.js'
import { badOption, rejectUnknown } from '../../index/settings.js'

/** A span from `start` to `end`; of dates in minutes since 1970 UTC. */
export interface Span {
  readonly start: number
  readonly end: number
  /** Whether `start` itself is in the span; with dates always. */
  readonly withStart: boolean
  /** Whether `end` itself is in the span; with dates the end is the first moment after it. */
  readonly withEnd: boolean
}

const DATE_ENDS = ['from', 'to']
const NUMBER_ENDS = ['from', 'to', 'above', 'below']

/** Whether a value is an object with the ends of a range. */
export function isRange(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the ends of a range of dates, which may both be open; `option` is named in errors. */
export function readDateSpan(range: Readonly<Record<string, unknown>>, option: string): Span {
  rejectUnknown(range, DATE_ENDS, 'end of a date range')
  const { from, to } = range
  return {
    start: from === undefined ? Number.NEGATIVE_INFINITY : readDate(from, `${option}.from`).start,
    end: to === undefined ? Number.POSITIVE_INFINITY : readDate(to, `${option}.to`).end,
    withStart: true,
    withEnd: true,
  }
}

/** The span of a date: `2024`, `2024-07`, `2024-07-09` or a date-time. */
export function readDate(value: unknown, option: string): Span {
  const span = typeof value === 'string' ? parseIsoDate(value) : undefined
  if (!span) throw badOption(option, 'YYYY, YYYY-MM, YYYY-MM-DD or a date-time', value)
  return { start: span.start, end: span.end, withStart: true, withEnd: true }
}

/** Reads the ends of a range of numbers, which may both be open; `option` is named in errors. */
export function readNumberSpan(range: Readonly<Record<string, unknown>>, option: string): Span {
  rejectUnknown(range, NUMBER_ENDS, 'end of a number range')
  const { from, to, above, below } = range
  if (from !== undefined && above !== undefined) throw badOption(option, 'a range with from or above', 'both')
  if (to !== undefined && below !== undefined) throw badOption(option, 'a range with to or below', 'both')
  for (const name of NUMBER_ENDS) if (range[name] !== undefined) readNumber(range[name], `${option}.${name}`)
  return {
    start: above === undefined ? readNumber(from ?? Number.NEGATIVE_INFINITY, option) : readNumber(above, option),
    end: below === undefined ? readNumber(to ?? Number.POSITIVE_INFINITY, option) : readNumber(below, option),
    withStart: above === undefined,
    withEnd: below === undefined,
  }
}

/** A number that is one. */
export function readNumber(value: unknown, option: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw badOption(option, 'a number', value)
  return value
}

/** Whether a number is in a span. NaN is in none. */
export function isInSpan(number: number, { start, end, withStart, withEnd }: Span): boolean {
  return (withStart ? number >= start : number > start) && (withEnd ? number <= end : number < end)
}
