import { readStamp } from './stamp.js'

const pattern =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i

/** A number of a date or time with two digits at least. */
export const two = (value: number | string): string => String(value).padStart(2, '0')

/** Vietnam's time, hours ahead of UTC, since 1975 the whole country's. */
const vietnam = 7

/**
 * A date of structured data as articles carry it: `2020-12-04` or `2020-12-04T17:12+07:00`, in Vietnam's time whatever the
 * offset given (none means Vietnam's). Dates written as people write them are read too. Undefined for what is no date.
 */
export function normalizeIso(text: string): string | undefined {
  if (text.length > 100) return undefined
  const match = pattern.exec(text)
  if (match === null) return readStamp(text)?.date
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = Date.UTC(year, month - 1, day)
  const made = new Date(at)
  if (year < 1900 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return undefined
  const date = `${match[1]}-${two(month)}-${two(day)}`
  if (match[4] === undefined) return date
  const [hour, minute] = [Number(match[4]), Number(match[5])]
  if (hour > 24 || minute > 59) return undefined
  const zone = match[6]
  const offset = zone === undefined ? vietnam * 60 : zone.toUpperCase() === 'Z' ? 0 : offsetOf(zone)
  const local = new Date(at + (hour * 60 + minute - offset + vietnam * 60) * 60_000)
  return `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}T${two(local.getUTCHours())}:${two(local.getUTCMinutes())}+07:00`
}

/** Minutes of "+07:00" or "-0330". */
function offsetOf(zone: string): number {
  const digits = zone.replace(/[^\d]/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))
  return zone.startsWith('-') ? -minutes : minutes
}
