import type { Now } from './calendar-span.js'
import { readDateExpression } from './date-expression.js'
import type { FieldName } from './fields.js'
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

/** One value of a range: the smallest and largest that it stands for. */
interface Value<T> {
  readonly from: T
  readonly to: T
}

/** Cuts `>=`, `≥` and the like off the front of a bound. */
function compared(text: string): readonly [comparison: string | undefined, rest: string] {
  const sign = /^(?:[<>]=?|[≤≥])/.exec(text)?.[0]
  return sign === undefined
    ? [undefined, text]
    : [sign.replace('≥', '>=').replace('≤', '<='), trimmed(text.slice(sign.length))]
}

/** Where the dots of a range stand, and where they end; undefined when there are none. */
function dots(text: string): readonly [start: number, end: number] | undefined {
  const found = /\.{2,3}|…/.exec(text)
  return found ? [found.index, found.index + found[0].length] : undefined
}

/** A range of numbers, `10..20`, `>10..<=20`, `10..`, `>=10`; undefined when it is none. A number alone is no range. */
export function readNumberRange(text: string): Bounds | undefined {
  const range = dots(text)
  const [comparison, rest] = compared(text)
  if (!range) {
    const value = comparison && readBound(rest)
    if (value === undefined || comparison === undefined) return undefined
    return comparison.startsWith('>')
      ? { from: value, includeFrom: comparison === '>=', includeTo: true, reversed: false }
      : { to: value, includeFrom: true, includeTo: comparison === '<=', reversed: false }
  }
  const [lower, first] = compared(text.slice(0, range[0]))
  const [upper, last] = compared(text.slice(range[1]))
  const [from, to] = [readBound(first), readBound(last)]
  const open = (from === undefined && first !== '') || (to === undefined && last !== '')
  if (open || (from === undefined && to === undefined) || lower?.startsWith('<') || upper?.startsWith('>'))
    return undefined
  const ends = { includeFrom: lower !== '>' || from === undefined, includeTo: upper !== '<' || to === undefined }
  if (from !== undefined && to !== undefined && from > to)
    return { from: to, to: from, includeFrom: ends.includeTo, includeTo: ends.includeFrom, reversed: true }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...ends, reversed: false }
}

/** A number and nothing else: dots group thousands (1.500.000), a comma is the decimal sign; a dot that cannot group is one too. */
function readBound(text: string): number | undefined {
  if (text.length > 40) return undefined
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

/** A number as `readNumberRange` reads it. */
export function printBound(value: number): string {
  return String(value).replace('.', ',')
}

/**
 * A date, a comparison with one or a range of dates as bounds of days: `2023`, `>=2023-05`, `quý 1/2023..quý 3/2023`, `2023..`.
 * Undefined when it is none.
 */
export function readDateRange(text: string, { unit }: Pick<FieldName, 'unit'>, now: Now): Bounds | undefined {
  const read = (value: string): Value<string> | undefined =>
    (unit === undefined ? undefined : readDateExpression(`${unit} ${value}`, now)) ?? readDateExpression(value, now)
  const range = dots(text)
  const days = { includeFrom: true, includeTo: true, reversed: false }
  if (!range) {
    const [comparison, rest] = compared(text)
    const value = read(rest)
    if (!value) return undefined
    if (comparison === undefined) return { ...value, ...days }
    if (comparison === '>=') return { from: value.from, ...days }
    if (comparison === '<=') return { to: value.to, ...days }
    return comparison === '>' ? { from: dayAfter(value.to, 1), ...days } : { to: dayAfter(value.from, -1), ...days }
  }
  const [first, last] = [trimmed(text.slice(0, range[0])), trimmed(text.slice(range[1]))]
  const [from, to] = [first === '' ? undefined : read(first), last === '' ? undefined : read(last)]
  if ((first !== '' && !from) || (last !== '' && !to) || (!from && !to)) return undefined
  if (from && to && from.from > to.from) return { from: to.from, to: from.to, ...days, reversed: true }
  return { ...(from ? { from: from.from } : {}), ...(to ? { to: to.to } : {}), ...days }
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}
