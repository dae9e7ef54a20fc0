import type { DateBounds } from './calendar-span.js'
import { trimmed } from './tree.js'

/** The bounds of a range, before it has a place and a field. */
export interface Bounds {
  readonly from?: string | number
  readonly to?: string | number
  readonly includeFrom: boolean
  readonly includeTo: boolean
  /** Whether the bounds came the wrong way round. */
  readonly reversed: boolean
}

/** Reads a date as the days that it means; undefined when it is none. */
export type DateReader = (expression: string) => DateBounds | undefined

/** A bound as it was typed: `>=` and the like, and the value. */
type Side = readonly [comparison: string, value: string]

/** Cuts `>=`, `≥` and the like off the front of a bound. */
function sideOf(text: string): Side {
  const sign = /^(?:[<>]=?|[≤≥])/.exec(text)?.[0] ?? ''
  return [sign.replace('≥', '>=').replace('≤', '<='), trimmed(text.slice(sign.length))]
}

/** The two sides of `a..b`, `>a`, `<=b`; of a value alone both are that value. Undefined for `<a..b` and where no value stands. */
function sidesOf(
  text: string,
): readonly [lower: Side | undefined, upper: Side | undefined, single: boolean] | undefined {
  const dots = /\.{2,3}|…/.exec(text)
  if (!dots) {
    const side = sideOf(text)
    if (side[1] === '') return undefined
    return [side[0].startsWith('<') ? undefined : side, side[0].startsWith('>') ? undefined : side, side[0] === '']
  }
  const lower = sideOf(trimmed(text.slice(0, dots.index)))
  const upper = sideOf(trimmed(text.slice(dots.index + dots[0].length)))
  const empty = lower[1] === '' && upper[1] === ''
  if (empty || lower[0].startsWith('<') || upper[0].startsWith('>')) return undefined
  return [lower[1] === '' ? undefined : lower, upper[1] === '' ? undefined : upper, false]
}

/** Bounds in order; the other way round they are exchanged. */
function ordered(bounds: Omit<Bounds, 'reversed'>): Bounds {
  const { from, to, includeFrom, includeTo } = bounds
  if (from === undefined || to === undefined || from <= to) return { ...bounds, reversed: false }
  return { from: to, to: from, includeFrom: includeTo, includeTo: includeFrom, reversed: true }
}

/** A range of numbers, `10..20`, `>10..<20`, `10..`, `>=10`; undefined when it is none. A number alone is no range. */
export function readNumberRange(text: string): Bounds | undefined {
  const sides = sidesOf(text)
  if (!sides || sides[2]) return undefined
  const [lower, upper] = sides
  const from = lower && readNumber(lower[1])
  const to = upper && readNumber(upper[1])
  if ((lower && from === undefined) || (upper && to === undefined)) return undefined
  return ordered({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    includeFrom: lower?.[0] !== '>',
    includeTo: upper?.[0] !== '<',
  })
}

/** A number and nothing else: dots group thousands (1.500.000), a comma is the decimal sign; a dot that cannot group is one too. */
function readNumber(text: string): number | undefined {
  if (text.length > 40) return undefined
  const plain = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) ? text.replaceAll('.', '') : text
  const value = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** A number as `readNumberRange` reads it. */
export function printNumber(value: number): string {
  return String(value).replace('.', ',')
}

/**
 * A date, a comparison with one or a range of dates as bounds of days: `2023`, `>=2023-05`, `quý 1/2023..quý 3/2023`, `2023..`.
 * With a unit, `năm`, values may stand without it. Undefined when it is none.
 */
export function readDateRange(text: string, unit: string | undefined, readDate: DateReader): Bounds | undefined {
  const sides = sidesOf(text)
  if (!sides) return undefined
  const [lower, upper] = sides
  const read = (side: Side | undefined) =>
    side && ((unit === undefined ? undefined : readDate(`${unit} ${side[1]}`)) ?? readDate(side[1]))
  const first = read(lower)
  const last = sides[2] ? first : read(upper)
  if ((lower && !first) || (upper && !last)) return undefined
  const from = first && (lower?.[0] === '>' ? dayAfter(first.to, 1) : first.from)
  const to = last && (upper?.[0] === '<' ? dayAfter(last.from, -1) : last.to)
  // A range backwards ends where its first value ends.
  if (from !== undefined && to !== undefined && first && last && from > to && first.from > last.from)
    return { from: last.from, to: first.to, includeFrom: true, includeTo: true, reversed: true }
  return ordered({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    includeFrom: true,
    includeTo: true,
  })
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}
