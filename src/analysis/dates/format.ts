import { isValidDate } from './calendar.js'
import type { DateMention, PartOfDay, RelativeUnit } from './mention.js'

const HALF: Record<PartOfDay, 'am' | 'pm'> = {
  dawn: 'am',
  morning: 'am',
  noon: 'pm',
  afternoon: 'pm',
  evening: 'pm',
  night: 'pm',
}

const two = (value: number): string => String(value).padStart(2, '0')
const four = (value: number): string => String(value).padStart(4, '0')

/**
 * A mention in short: `2020-12-04T17:12+07:00`, `--07-09 am` (no year said), `2024-07`, `2017-Q1`, `2019`,
 * `year-range 2018..2023`, `relative -1 day`, `2020-06-07..2020-06-11`.
 */
export function formatDate(mention: DateMention): string {
  const half = mention.partOfDay === undefined ? '' : ` ${HALF[mention.partOfDay]}`
  switch (mention.kind) {
    case 'relative':
      return `relative ${mention.amount ?? 0} ${mention.unit ?? 'day'}${half}`
    case 'year-range':
      return `year-range ${mention.year ?? ''}..${mention.until?.year ?? ''}`
    case 'quarter':
      return `${mention.year === undefined ? '-' : four(mention.year)}-Q${mention.quarter ?? ''}`
    default: {
      const day = dayPart(mention)
      if (mention.hour !== undefined) {
        return `${day}T${two(mention.hour)}:${two(mention.minute ?? 0)}${mention.offset ?? ''}`
      }
      const { until } = mention
      return `${day}${until ? `..${dayPart({ ...mention, ...until })}` : ''}${half}`
    }
  }
}

function dayPart({ year, month, day }: { year?: number; month?: number; day?: number }): string {
  const start = year === undefined ? '-' : four(year)
  return `${start}${month === undefined ? '' : `-${two(month)}`}${day === undefined ? '' : `-${two(day)}`}`
}

/**
 * A mention as an ISO 8601 date or date-time, as exact as it is: `2024`, `2024-07`, `2024-07-09`, `2020-12-04T17:12+07:00`.
 * A time without an offset is Vietnam's, +07:00. `year` stands in where the text leaves it out. Undefined when no year is
 * known, the day does not exist in it, or the mention is relative (see `resolveRelative`).
 */
export function toIso(mention: DateMention, year?: number): string | undefined {
  const known = mention.year ?? year
  if (known === undefined || mention.kind === 'relative') return undefined
  const { month, day } = mention
  if (mention.kind === 'quarter' || month === undefined) return four(known)
  if (day === undefined) return `${four(known)}-${two(month)}`
  if (!isValidDate(known, month, day)) return undefined
  const date = `${four(known)}-${two(month)}-${two(day)}`
  if (mention.hour === undefined) return date
  return `${date}T${two(mention.hour)}:${two(mention.minute ?? 0)}${mention.offset ?? '+07:00'}`
}

const MINUTES: Record<Exclude<RelativeUnit, 'month' | 'year'>, number> = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
}

/**
 * The day that a relative mention means, seen from a moment (ISO date or date-time with offset): `hôm qua` from
 * `2024-07-09` is `2024-07-08`. Days are Vietnam's (+07:00). Undefined for other mentions and moments that are no dates.
 */
export function resolveRelative(mention: DateMention, moment: string): string | undefined {
  const { amount, unit } = mention
  const from = Date.parse(moment.length === 10 ? `${moment}T12:00:00+07:00` : moment)
  if (mention.kind !== 'relative' || amount === undefined || unit === undefined || Number.isNaN(from)) return undefined
  const local = new Date(from + 7 * 3_600_000)
  if (unit === 'month') local.setUTCMonth(local.getUTCMonth() + amount)
  else if (unit === 'year') local.setUTCFullYear(local.getUTCFullYear() + amount)
  else local.setTime(local.getTime() + amount * MINUTES[unit] * 60_000)
  return Number.isNaN(local.getTime()) ? undefined : local.toISOString().slice(0, 10)
}
