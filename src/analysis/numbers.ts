import { multiplierAt, unitAt, wordAfter } from './number-units.js'

/** What a number in Vietnamese notation says. */
export interface NumberReading {
  /** `percent` also for ‰; `ratio` is `a/b` as it is written, with `b` in `to`. */
  readonly kind: 'number' | 'money' | 'percent' | 'ratio'
  /** The value, multipliers worked in: 19,5 tỉ is 19500000000. Of a range the lower bound. Per cents stay per cents. */
  readonly value: number
  /** The upper bound of a range, the second number of a ratio. */
  readonly to?: number
  /** `đồng`, `usd`, `%`, `km`, `ha` …; absent when nothing known follows. */
  readonly unit?: string
}

/** A number in its text. */
export interface FoundNumber extends NumberReading {
  /** Where it begins, in UTF-16 units. */
  readonly start: number
  /** Where it ends, multipliers and unit included. */
  readonly end: number
}

/** A number as written, before it is put beside another one. */
interface Quantity {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly unit: string | undefined
  /** Decimal exponent of the words nghìn, triệu, tỉ …; 0 without any. */
  readonly exponent: number
  /** Whether the digits are grouped by thousands and end in a full thousand: 450.000. */
  readonly thousands: boolean
  /** Whether it is a bare run of digits: no groups, no decimals, no sign. */
  readonly bare: boolean
}

interface Literal {
  /** All digits without separators. */
  readonly digits: string
  /** How many of them stand after the decimal sign. */
  readonly decimals: number
  readonly grouped: boolean
  readonly end: number
}

/** A run longer than this is a code or an account, no quantity, and a double could not hold it. */
const MOST_DIGITS = 15

/**
 * Reads the first number of a text in Vietnamese notation: `.` groups thousands and `,` is the decimal sign (4.400, 19,5),
 * words and letters multiply (tỉ, triệu, nghìn, k, tr), a range lends its unit to its first bound (250 - 450.000 đồng).
 */
export function readNumber(text: string): NumberReading | undefined {
  const found = nextNumber(text, 0)
  if (found === undefined) return undefined
  const { start: _start, end: _end, ...reading } = found
  return reading
}

/**
 * All numbers of a text, from left to right, none overlapping. Digits inside words, dates of three parts, times, document
 * numbers and versions are no numbers; a lone `8/1` or `9.7` is given, since only what stands before says that it is a date.
 */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (let next = nextNumber(text, 0); next !== undefined; next = nextNumber(text, next.end)) found.push(next)
  return found
}

function nextNumber(text: string, from: number): FoundNumber | undefined {
  let i = from
  while (i < text.length) {
    if (!isDigit(text.charCodeAt(i))) {
      i++
      continue
    }
    const found = startsNumber(text, i) ? numberAt(text, i, from) : undefined
    if (found !== undefined) return found
    i = afterRun(text, i)
  }
  return undefined
}

/** Whether a number may begin at this digit: it hangs on no letter, nor by punctuation on a word (Covid-19, v1.2). */
function startsNumber(text: string, i: number): boolean {
  if (i === 0) return true
  const before = text.charCodeAt(i - 1)
  if (isWordUnit(before)) return false
  if (before === 0x2d) return i < 2 || !isWordUnit(text.charCodeAt(i - 2)) || isDigit(text.charCodeAt(i - 2))
  const joined = before === 0x2e || before === 0x2f || before === 0x5f
  return !joined || i < 2 || !isWordUnit(text.charCodeAt(i - 2))
}

/** The end of the run of digits and the signs between them. */
function afterRun(text: string, start: number): number {
  let i = start + 1
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const inside = code === 0x2e || code === 0x2c || code === 0x2f || code === 0x3a
    if (!isDigit(code) && !(inside && isDigit(text.charCodeAt(i + 1)))) break
    i++
  }
  return i
}

function numberAt(text: string, i: number, from: number): FoundNumber | undefined {
  const first = quantityAt(text, i, from)
  if (first === undefined) return undefined
  if (first.bare && text[first.end] === '/' && first.unit === undefined) return ratioAt(text, first)
  const second = secondBound(text, first)
  const unit = second?.unit ?? first.unit
  const kind = kindOf(unit)
  const { start } = first
  // spelled out, since spreading an object here takes longer than all the rest
  if (second === undefined) {
    const { value, end } = first
    return unit === undefined ? { kind, value, start, end } : { kind, value, unit, start, end }
  }
  const { end, value: to } = second
  const value = lowerBound(first, second)
  return unit === undefined ? { kind, value, to, start, end } : { kind, value, to, unit, start, end }
}

/** `51/57`; nothing when more follows, as in a date or a document number. */
function ratioAt(text: string, first: Quantity): FoundNumber | undefined {
  const second = literalAt(text, first.end + 1)
  if (second === undefined) {
    // 200.000/người, 5/xã: what follows the slash is a word
    return isDigit(text.charCodeAt(first.end + 1))
      ? undefined
      : { kind: 'number', value: first.value, start: first.start, end: first.end }
  }
  const after = text.charCodeAt(second.end)
  if (second.grouped || second.decimals > 0 || isWordUnit(after) || after === 0x2f || after === 0x2d) return undefined
  return { kind: 'ratio', value: first.value, to: Number(second.digits), start: first.start, end: second.end }
}

/** The upper bound of a range that goes on at the end of `first`, with `-`, a dash, "đến" or "tới" between. */
function secondBound(text: string, first: Quantity): Quantity | undefined {
  let i = skipSpace(text, first.end)
  const code = text.charCodeAt(i)
  if (code === 0x2d || code === 0x2013 || code === 0x2014 || code === 0x7e) i = skipSpace(text, i + 1)
  else if (i > first.end && startsWithTo(text, i)) i = skipSpace(text, text.indexOf(' ', i))
  else return undefined
  if (!isDigit(text.charCodeAt(i))) return undefined
  const second = quantityAt(text, i, i)
  if (second === undefined || (text[second.end] === '/' && isDigit(text.charCodeAt(second.end + 1)))) return undefined
  if (first.unit !== undefined && second.unit !== undefined && first.unit !== second.unit) return undefined
  if (isYear(second) && first.bare && first.exponent === 0) return undefined
  if (isChained(text, first.start, second.end)) return undefined
  return lowerBound(first, second) < second.value ? second : undefined
}

/** Whether "đến" or "tới" and a blank stand at `i`, whole or in decomposed letters. */
function startsWithTo(text: string, i: number): boolean {
  const first = text[i]
  return (first === 'đ' || first === 't') && TO.some(word => text.startsWith(word, i))
}

const TO = ['đến ', 'tới ', 'đe\u0302\u0301n ', 'to\u031b\u0301i ']

/**
 * The first bound with what it takes from the second: its multiplier (5 - 7 triệu), or its thousands (250 - 450.000).
 */
function lowerBound(first: Quantity, second: Quantity): number {
  if (first.exponent > 0) return first.value
  if (second.exponent > 0) {
    const raised = Number(`${first.value}e${second.exponent}`)
    return raised < second.value ? raised : first.value
  }
  const inherits = first.bare && second.thousands && first.value < 1000 && first.value * 1000 < second.value
  return inherits && (first.unit === undefined || first.unit === second.unit) ? first.value * 1000 : first.value
}

/** Whether more numbers hang on by hyphens, as in 27-6-2017 and 4-3-3: then no two of them are a range. */
function isChained(text: string, start: number, end: number): boolean {
  if (text[end] === '-' && isDigit(text.charCodeAt(end + 1))) return true
  return start > 1 && text[start - 1] === '-' && isDigit(text.charCodeAt(start - 2))
}

/** A bare number that may be a year: a range with one is a term of office, a date or a month (2018-2023, tháng 9-2016). */
function isYear({ bare, value, unit, exponent }: Quantity): boolean {
  return bare && unit === undefined && exponent === 0 && value >= 1000 && value < 3000
}

function kindOf(unit: string | undefined): NumberReading['kind'] {
  if (unit === undefined) return 'number'
  if (unit === '%' || unit === '‰') return 'percent'
  return MONEY.has(unit) ? 'money' : 'number'
}

const MONEY: ReadonlySet<string> = new Set(['đồng', 'usd', 'eur', 'jpy', 'krw', 'cny', 'gbp'])

/** The number that begins at this digit, with its multipliers and unit, and with its sign where that is not before `from`. */
function quantityAt(text: string, i: number, from: number): Quantity | undefined {
  const literal = literalAt(text, i)
  if (literal === undefined) return undefined
  const prefix = prefixBefore(text, i, from)
  let { end } = literal
  let exponent = 0
  let value = scaled(literal, 0)
  let word = wordAfter(text, end)
  let next = multiplierAt(text, end, word)
  while (next !== undefined && exponent + next.exponent <= 18) {
    end = next.end
    exponent += next.exponent
    value = scaled(literal, exponent)
    if (next.fraction !== '') value += Number(`0.${next.fraction}e${exponent}`)
    word = wordAfter(text, end)
    next = next.fraction === '' ? multiplierAt(text, end, word) : undefined
  }
  let lowest = exponent
  for (let more = smallerPart(text, end, lowest); more !== undefined; more = smallerPart(text, end, lowest)) {
    value += more.value
    lowest = more.exponent
    end = more.end
    word = wordAfter(text, end)
  }
  const unit = unitAt(text, end, word, exponent === 0 && value < 1000)
  if (unit !== undefined) end = unit.end
  // letters that hang on the digits and mean nothing here: 4x4, 2G, 7h30
  if (unit === undefined && isWordUnit(text.charCodeAt(end))) return undefined
  if (text[end] === ':' && isDigit(text.charCodeAt(end + 1))) return undefined
  return {
    value: prefix.negative ? -value : value,
    start: i - prefix.length,
    end,
    exponent,
    unit: unit?.unit ?? prefix.unit,
    thousands: literal.grouped && literal.digits.endsWith('000'),
    bare: !literal.grouped && literal.decimals === 0 && prefix.length === 0,
  }
}

/** The second part of "1 tỉ 500 triệu": a number with a smaller multiplier. */
function smallerPart(
  text: string,
  end: number,
  exponent: number,
): { value: number; exponent: number; end: number } | undefined {
  if (exponent < 6) return undefined
  const at = skipSpace(text, end)
  if (at === end || !isDigit(text.charCodeAt(at))) return undefined
  const literal = literalAt(text, at)
  if (literal === undefined || literal.grouped || literal.digits.length > 3) return undefined
  const multiplier = multiplierAt(text, literal.end, wordAfter(text, literal.end))
  if (multiplier === undefined || multiplier.exponent < 3 || multiplier.exponent >= exponent) return undefined
  return { value: scaled(literal, multiplier.exponent), exponent: multiplier.exponent, end: multiplier.end }
}

function scaled({ digits, decimals }: Literal, exponent: number): number {
  return exponent === decimals ? Number(digits) : Number(`${digits}e${exponent - decimals}`)
}

/** A sign or a currency sign before the digits: -5, +1,5, $500, US$ 2. */
function prefixBefore(text: string, i: number, from: number): { length: number; negative: boolean; unit?: string } {
  const before = text[i - 1]
  if (before === '$' || (before === ' ' && text[i - 2] === '$')) {
    const dollar = before === '$' ? i - 1 : i - 2
    const start = text.slice(dollar - 2, dollar) === 'US' ? dollar - 2 : dollar
    if (start >= from) return { length: i - start, negative: false, unit: 'usd' }
  }
  const free = i > from && (i < 2 || isSpace(text.charCodeAt(i - 2)) || text[i - 2] === '(')
  if (free && (before === '-' || before === '−' || before === '+')) return { length: 1, negative: before !== '+' }
  return { length: 0, negative: false }
}

/** The digits with their groups and decimals; undefined for dates, versions and codes. */
function literalAt(text: string, start: number): Literal | undefined {
  let i = digitsEnd(text, start)
  if (i === start || i - start > MOST_DIGITS) return undefined
  let digits = text.slice(start, i)
  let decimals = 0
  let grouped = false
  const sign = text[i]
  if ((sign === '.' || sign === ',') && isDigit(text.charCodeAt(i + 1))) {
    const groups = digits.length <= 3 && digits[0] !== '0' ? groupsEnd(text, i, sign) : i
    if (groups > i && (sign === '.' || groups - i > 4)) {
      digits += text.slice(i, groups).replaceAll(sign, '')
      grouped = true
      i = groups
    }
    const decimal = text[i]
    if ((decimal === ',' || decimal === '.') && isDigit(text.charCodeAt(i + 1)) && !(grouped && decimal === sign)) {
      const end = digitsEnd(text, i + 1)
      decimals = end - i - 1
      digits += text.slice(i + 1, end)
      i = end
    }
    if ((text[i] === '.' || text[i] === ',') && isDigit(text.charCodeAt(i + 1)) && text[i] !== ',') return undefined
  }
  return digits.length > MOST_DIGITS ? undefined : { digits, decimals, grouped, end: i }
}

/** The end of groups of exactly three digits, each after `sign`; `start` when there is none. */
function groupsEnd(text: string, start: number, sign: string): number {
  let i = start
  while (text[i] === sign && digitsEnd(text, i + 1) === i + 4) i += 4
  // a group that is too short or too long spoils all: 1.234.56 is no number of this notation
  return text[i] === sign && isDigit(text.charCodeAt(i + 1)) ? start : i
}

function digitsEnd(text: string, start: number): number {
  let i = start
  while (isDigit(text.charCodeAt(i))) i++
  return i
}

function skipSpace(text: string, i: number): number {
  return isSpace(text.charCodeAt(i)) ? i + 1 : i
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Letters, digits and combining marks, coarsely: everything that makes what hangs on it a word. */
function isWordUnit(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800)
}
