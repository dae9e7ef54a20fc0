import { normalizeIso, two } from '../iso.js'

/** RFC 822 with a year of two or four digits: "Fri, 04 Dec 2020 17:12:00 +0700", zones also as "GMT+7". */
const rfc822 =
  /^\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})[\s-](\d{2}|\d{4})(?:[\s,]+(\d{1,2}):(\d{2})(?::\d{2})?\s*(AM|PM)?\s*([A-Z]{1,5})?\s*([+-]\d{1,2}(?::?\d{2})?)?)?\s*$/i
/** What .NET writes in American order: "12/4/2020 5:12:00 PM". Only the AM or PM tells it from the Vietnamese order. */
const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*(AM|PM)\s*$/i
/** ISO with a blank for the T or seconds with fractions: what databases write. */
const database =
  /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([+-]\d{2}:?\d{2}|Z|GMT|UTC)?\s*$/i

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const zones: ReadonlyMap<string, string> = new Map([
  ['GMT', '+00:00'],
  ['UTC', '+00:00'],
  ['UT', '+00:00'],
  ['Z', '+00:00'],
  ['ICT', '+07:00'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
])

/**
 * A date as feeds, sitemaps, front matter and exports write it, in the form that articles carry. Undefined for what is none.
 * Seconds and milliseconds since 1970 are read from numbers, and from digits alone.
 */
export function dateOfRecord(text: string): string | undefined {
  if (text.length > 100) return undefined
  if (/^\s*\d{10}(?:\d{3})?\s*$/.test(text)) return dateOfNumber(Number(text))
  if (/^\s*\d{4}(?:-\d{2})?\s*$/.test(text)) return bareDate(text.trim())
  const rfc = rfc822.exec(text)
  if (rfc !== null) {
    const month = months.indexOf(rfc[2].slice(0, 3).toLowerCase()) + 1
    if (month === 0) return undefined
    const year = rfc[3].length === 4 ? rfc[3] : Number(rfc[3]) < 70 ? `20${rfc[3]}` : `19${rfc[3]}`
    const day = `${year}-${two(month)}-${two(rfc[1])}`
    if (rfc[4] === undefined) return normalizeIso(day)
    return normalizeIso(`${day}T${two(hourOf(rfc[4], rfc[6]))}:${rfc[5]}${zoneOf(rfc[7], rfc[8])}`)
  }
  const us = american.exec(text)
  if (us !== null) {
    const [, first, second, year, hour, minute, half] = us
    const [month, day] = Number(first) > 12 ? [second, first] : [first, second]
    return normalizeIso(`${year}-${two(month)}-${two(day)}T${two(hourOf(hour, half))}:${minute}`)
  }
  const db = database.exec(text)
  if (db !== null) {
    const zone = db[6] === undefined ? '' : (zones.get(db[6].toUpperCase()) ?? db[6])
    return normalizeIso(`${db[1]}-${two(db[2])}-${two(db[3])}T${two(db[4])}:${db[5]}${zone}`)
  }
  return normalizeIso(text)
}

/** Seconds or milliseconds since 1970, between 1990 and 2100. */
export function dateOfNumber(value: number): string | undefined {
  const milliseconds = value > 6e11 ? value : value * 1000
  if (!(milliseconds > 6.3e11 && milliseconds < 4.1e12)) return undefined
  return normalizeIso(new Date(Math.round(milliseconds)).toISOString())
}

function bareDate(text: string): string | undefined {
  const year = Number(text.slice(0, 4))
  const month = text.length > 4 ? Number(text.slice(5)) : 1
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? text : undefined
}

function hourOf(hour: string, half: string | undefined): number {
  const value = Number(hour)
  if (half === undefined) return value
  return (value % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
}

/** "GMT" and "+7", "ICT", "+0700"; nothing means Vietnam's time. */
function zoneOf(name: string | undefined, offset: string | undefined): string {
  if (offset !== undefined) {
    const digits = offset.slice(1).replace(':', '')
    const hours = digits.length > 2 ? digits.slice(0, -2) : digits
    const minutes = digits.length > 2 ? digits.slice(-2) : '00'
    return `${offset[0]}${two(hours)}:${minutes}`
  }
  return name === undefined ? '' : (zones.get(name.toUpperCase()) ?? '')
}
