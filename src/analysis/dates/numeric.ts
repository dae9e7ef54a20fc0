import { isValidDate } from './calendar.js'
import { MONTH_NAMES } from './cue-words.js'
import { isDigit, isLetter, isSpace, Lexicon, lexiconOf, skipSpaces, wordStartingAt } from './reading.js'

/** A run of digits. */
export interface Digits {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly length: number
}

/** What a number expression says when it is read as a date. */
export interface Reading {
  readonly end: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly until?: { readonly year?: number; readonly month?: number; readonly day?: number }
  /** The sign between day and month; undefined for words. */
  readonly sign?: string
}

const monthWord = lexiconOf(['tháng'])
const yearWord = lexiconOf(['năm'])
const and = lexiconOf(['và', 'đến', 'tới'])
const dayWord = lexiconOf(['ngày'])
const monthNames = new Lexicon(MONTH_NAMES)

/** The digits that begin at `at`, six at most; undefined for none or more. */
export function digitsAt(text: string, at: number): Digits | undefined {
  let end = at
  while (end < at + 7 && isDigit(text.charCodeAt(end))) end++
  const length = end - at
  if (length === 0 || length > 6) return undefined
  return { value: Number(text.slice(at, end)), start: at, end, length }
}

const isYear = (digits: Digits | undefined): digits is Digits =>
  digits !== undefined && digits.length === 4 && digits.value >= 1000 && digits.value <= 2999

const isMonth = (digits: Digits | undefined): digits is Digits =>
  digits !== undefined && digits.length <= 2 && digits.value >= 1 && digits.value <= 12

const isDay = (digits: Digits | undefined): digits is Digits =>
  digits !== undefined && digits.length <= 2 && digits.value >= 1 && digits.value <= 31

/** The digits after a sign, which may have one space on both sides when it is a slash. */
function afterSign(text: string, at: number, sign: string): Digits | undefined {
  if (text[at] === sign) return digitsAt(text, at + 1)
  return sign === '/' && text[at] === ' ' && text[at + 1] === '/' && text[at + 2] === ' '
    ? digitsAt(text, at + 3)
    : undefined
}

/**
 * Whether a number expression is over at `at`: neither a document number (12/2017/TT-BYT, 05-CT/TW), nor a longer number,
 * nor a quantity (7/10%, 12/5A) goes on there.
 */
function endsAt(text: string, at: number, sign: string | undefined): boolean {
  const unit = text.charCodeAt(at)
  if (isDigit(unit) || isLetter(unit) || text[at] === '%' || text[at] === '°') return false
  const next = text.charCodeAt(at + 1)
  if (text[at] === '/') return !isDigit(next) && !isLetter(next)
  if (text[at] === '-' || text[at] === '–') return !isLetter(next) && !(isDigit(next) && sign === '-')
  if ((text[at] === '.' || text[at] === ',') && sign === '.') return !isDigit(next)
  return true
}

/** Reads day, month and year, or month and year, or an ISO date at a number; whether it means a date is for cues to say. */
export function readNumeric(text: string, first: Digits): Reading | undefined {
  if (first.length === 4) return readIso(text, first)
  if (first.length > 2) return undefined
  for (const sign of ['/', '-', '.']) {
    const second = afterSign(text, first.end, sign)
    if (!second) continue
    if (second.length === 4) return readMonthYear(text, first, second, sign)
    return isDay(second) ? (readRange(text, first, second, sign) ?? readDayMonth(text, first, second, sign)) : undefined
  }
  return undefined
}

function readIso(text: string, first: Digits): Reading | undefined {
  const sign = text[first.end]
  if (!isYear(first) || (sign !== '-' && sign !== '/')) return undefined
  const month = digitsAt(text, first.end + 1)
  if (!isMonth(month) || text[month.end] !== sign) return undefined
  const day = digitsAt(text, month.end + 1)
  if (!isDay(day) || !isValidDate(first.value, month.value, day.value)) return undefined
  const time = text[day.end] === 'T' && isDigit(text.charCodeAt(day.end + 1))
  if (!time && !endsAt(text, day.end, sign)) return undefined
  return { end: day.end, year: first.value, month: month.value, day: day.value, sign: 'iso' }
}

function readMonthYear(text: string, first: Digits, second: Digits, sign: string): Reading | undefined {
  if (!isMonth(first) || !isYear(second) || !endsAt(text, second.end, sign)) return undefined
  return { end: second.end, year: second.value, month: first.value, sign }
}

/** 7-11/6, 7-11/6/2019, 1-2.6. */
function readRange(text: string, first: Digits, second: Digits, dash: string): Reading | undefined {
  if (dash !== '-' || !isDay(first) || second.value <= first.value) return undefined
  const sign = text[second.end] === '.' ? '.' : '/'
  const month = afterSign(text, second.end, sign)
  if (!isMonth(month)) return undefined
  const year = afterSign(text, month.end, sign)
  const end = isYear(year) ? year.end : month.end
  if (!endsAt(text, end, sign) || !isValidDate(undefined, month.value, second.value)) return undefined
  return {
    end,
    ...(isYear(year) ? { year: year.value } : {}),
    month: month.value,
    day: first.value,
    until: { month: month.value, day: second.value },
    sign,
  }
}

function readDayMonth(text: string, first: Digits, second: Digits, sign: string): Reading | undefined {
  if (!isDay(first) || !isMonth(second)) return undefined
  const third = afterSign(text, second.end, sign)
  if (third && third.length !== 4 && third.length !== 2) return undefined
  const year = yearOf(third)
  if (third && year === undefined) return undefined
  const end = third?.end ?? second.end
  if (!endsAt(text, end, sign) || !isValidDate(year, second.value, first.value)) return undefined
  return { end, ...(year === undefined ? {} : { year }), month: second.value, day: first.value, sign }
}

/** Two digits are a year of this century up to 49. */
function yearOf(digits: Digits | undefined): number | undefined {
  if (!digits) return undefined
  if (digits.length === 2) return digits.value < 50 ? 2000 + digits.value : 1900 + digits.value
  return isYear(digits) ? digits.value : undefined
}

/** The day that a dash or `đến` after a date leads to: 28/4-2/5, 28/4 - 2/5/2019. */
export function readUntil(text: string, reading: Reading): Reading | undefined {
  if (reading.day === undefined || reading.until || reading.sign === undefined) return undefined
  let at = skipSpaces(text, reading.end)
  if (text[at] !== '-' && text[at] !== '–') return undefined
  at = skipSpaces(text, at + 1)
  const first = digitsAt(text, at)
  const other = first && first.length <= 2 ? readNumeric(text, first) : undefined
  return other?.day !== undefined && other.sign === reading.sign && !other.until ? other : undefined
}

/** `5 tháng 3 năm 2018`, `5 tháng Tư`, `5 tháng 3/2018` after the day's digits. */
export function readDayMonthWords(text: string, first: Digits): Reading | undefined {
  if (!isDay(first)) return undefined
  const word = wordStartingAt(text, skipSpaces(text, first.end))
  if (!word || word.start === first.end || !monthWord.get(text, word)) return undefined
  const month = monthAfter(text, word.end)
  if (!month || !isValidDate(undefined, month.month, first.value)) return undefined
  const year = yearAfter(text, month.end)
  if (year && !isValidDate(year.year, month.month, first.value)) return undefined
  const end = year?.end ?? month.end
  return { end, ...(year ? { year: year.year } : {}), month: month.month, day: first.value }
}

/** The number or name of a month after `tháng`. */
export function monthAfter(text: string, at: number): { month: number; end: number; named: boolean } | undefined {
  const from = skipSpaces(text, at)
  if (from === at) return undefined
  const digits = digitsAt(text, from)
  if (digits) {
    return isMonth(digits) && endsAt(text, digits.end, '-')
      ? { month: digits.value, end: digits.end, named: false }
      : monthBeforeYear(text, digits)
  }
  const name = wordStartingAt(text, from)
  const month = monthNames.get(text, name)
  if (!name || month === undefined) return undefined
  // Lower-case tháng năm is more often `months and years`.
  if (month === 5 && text[name.start] !== 'N') return undefined
  if (month === 10) {
    const more = wordStartingAt(text, skipSpaces(text, name.end))
    const unit = monthNames.get(text, more)
    if (more && (unit === 1 || unit === 2)) return { month: 10 + unit, end: more.end, named: true }
  }
  return { month, end: name.end, named: true }
}

function monthBeforeYear(text: string, digits: Digits): { month: number; end: number; named: boolean } | undefined {
  if (!isMonth(digits)) return undefined
  return yearAfter(text, digits.end) ? { month: digits.value, end: digits.end, named: false } : undefined
}

/** The year after a month or quarter: ` năm 2018`, `/2018`, `-2018`, `.2018`, `, 2018`. */
export function yearAfter(text: string, at: number): { year: number; end: number } | undefined {
  const sign = text[at]
  let from = at
  if (sign === '/' || sign === '-' || sign === '.' || sign === ',') {
    from = at + 1
    if (sign === ',') from = skipSpaces(text, from)
  } else {
    from = skipSpaces(text, at)
    if (text[from] === '/' || text[from] === '-') {
      from = skipSpaces(text, from + 1)
    } else {
      const word = wordStartingAt(text, from)
      if (!word || !yearWord.get(text, word)) return undefined
      from = skipSpaces(text, word.end)
    }
  }
  const year = digitsAt(text, from)
  return isYear(year) && endsAt(text, year.end, '-') ? { year: year.value, end: year.end } : undefined
}

/** `12, 13 và 14/5`, `5 đến 7 tháng 6`, `7 - 11/6` after the first day's digits. */
export function readDayList(text: string, first: Digits): Reading | undefined {
  if (!isDay(first)) return undefined
  let at = first.end
  for (let count = 0; count < 10; count++) {
    at = skipSpaces(text, at)
    if (text[at] === ',' || text[at] === '-' || text[at] === '–' || text[at] === ';') {
      at++
    } else {
      const word = wordStartingAt(text, at)
      if (!word || !and.get(text, word)) return undefined
      at = word.end
    }
    at = skipSpaces(text, at)
    const day = wordStartingAt(text, at)
    if (day && dayWord.get(text, day)) at = skipSpaces(text, day.end)
    const next = digitsAt(text, at)
    if (!isDay(next)) return undefined
    const found = readNumeric(text, next) ?? readDayMonthWords(text, next)
    if (found) {
      if (found.month === undefined || found.day === undefined || !isValidDate(found.year, found.month, first.value))
        return undefined
      const { year, month, day: last, end } = found
      return {
        end,
        ...(year === undefined ? {} : { year }),
        month,
        day: first.value,
        until: { month, day: last },
        sign: '/',
      }
    }
    at = next.end
  }
  return undefined
}

/** A second year after the first: 2018-2023, 2018 – 2023, 2019/2020, 2018-19. */
export function readYearRange(text: string, first: Digits, slash: boolean): { until: number; end: number } | undefined {
  if (!isYear(first) || first.value < 1900) return undefined
  const from = skipSpaces(text, first.end)
  const sign = text[from]
  if (sign !== '-' && sign !== '–' && sign !== '—' && !(slash && sign === '/')) return undefined
  const second = digitsAt(text, skipSpaces(text, from + 1))
  if (!second || (second.length !== 4 && !(slash && second.length === 2))) return undefined
  const until = second.length === 2 ? first.value - (first.value % 100) + second.value : second.value
  const ends = text[second.end] !== '-' && endsAt(text, second.end, '-')
  return ends && until > first.value && until - first.value <= 100 && until < 2200
    ? { until, end: second.end }
    : undefined
}

/** Whether nothing before a number makes it the tail of another: 0299.3822339, A5, 1/2/3, 12,5. */
export function startsFresh(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if (at === 0 || isSpace(before)) return true
  if (isDigit(before) || isLetter(before)) return false
  const sign = text[at - 1]
  const far = text.charCodeAt(at - 2)
  if (sign === '.' || sign === ',' || sign === ':') return !isDigit(far)
  if (sign === '-' || sign === '–') return !isLetter(far) && !isDigit(far)
  return sign !== '/' && sign !== '_' && sign !== '#' && sign !== '+' && sign !== '=' && sign !== '&'
}
