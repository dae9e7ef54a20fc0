import { PARTS_OF_DAY, SMALL_NUMBERS, UNITS } from './cue-words.js'
import type { DateMention, PartOfDay } from './mention.js'
import { monthAfter, yearAfter } from './numeric.js'
import {
  isDigit,
  isLetter,
  Lexicon,
  lexiconOf,
  skipSpaces,
  skipSpacesBack,
  type Word,
  wordEndingAt,
  wordStartingAt,
} from './reading.js'

const parts = new Lexicon(PARTS_OF_DAY)
const units = new Lexicon(UNITS)
const smallNumbers = new Lexicon(SMALL_NUMBERS)
const hom = lexiconOf(['hôm'])
const ngay = lexiconOf(['ngày'])
const quarterWord = lexiconOf(['quý', 'quí'])
const monthWord = lexiconOf(['tháng'])
const beforeWord = lexiconOf(['trước'])
const notNow = lexiconOf(['đó', 'khi', 'ngày', 'lúc', 'thời', 'năm', 'tháng', 'kia', 'sau', 'khác'])
const counting = lexiconOf([
  'mỗi',
  'hàng',
  'hằng',
  'từng',
  'nhiều',
  'vài',
  'mấy',
  'những',
  'bao',
  'rằm',
  'tết',
  'trăng',
])
const lunar = lexiconOf(['âm'])

const ROMAN: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
])

/** The date that a word by itself begins or ends: quý I/2017, tháng Tư, hôm qua, sáng nay, 2 giờ trước; undefined for most. */
export function mentionAtWord(text: string, start: number, unit: number): DateMention | undefined {
  // The first letters rule out nearly all words before any string is made.
  const second = text.charCodeAt(start + 1) | 0x20
  switch (unit | 0x20) {
    case 0x71: // q
      // qúy, with the tone on the wrong letter
      if (second !== 0x75 && second !== 0xfa) return undefined
      return isPlain(text, start, 'qua') ? relativeBack(text, start, -1) : quarterAt(text, start)
    case 0x6e: // n
      return isPlain(text, start, 'nay') ? relativeBack(text, start, 0) : undefined
    case 0x6d: // m
      return isPlain(text, start, 'mai') ? relativeBack(text, start, 1) : undefined
    case 0x6b: // k
      return isPlain(text, start, 'kia') ? relativeBack(text, start, -2) : undefined
    case 0x74: // t
      if (second === 0x68) return startsWithA(text.charCodeAt(start + 2)) ? namedMonth(text, start) : undefined
      return second === 0x72 && startsWithU(text.charCodeAt(start + 2)) ? agoAt(text, start) : undefined
    default:
      return undefined
  }
}

/** a, á, A, Á */
function startsWithA(unit: number): boolean {
  return (unit & 0xdf) === 0x41 || (unit & 0xdf) === 0xc1
}

/** u, ư, and ứ as in the misplaced trứơc, in either case */
function startsWithU(unit: number): boolean {
  return (unit & 0xdf) === 0x55 || unit === 0x1b0 || unit === 0x1af || unit === 0x1ee8 || unit === 0x1ee9
}

function isPlain(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((text.charCodeAt(start + i) | 0x20) !== word.charCodeAt(i)) return false
  return !isLetter(text.charCodeAt(start + word.length))
}

/** hôm nay, hôm qua, hôm kia, ngày mai, ngày kia, sáng nay, tối qua, chiều hôm qua: the words before the last. */
function relativeBack(text: string, start: number, amount: number): DateMention | undefined {
  const before = wordEndingAt(text, skipSpacesBack(text, start))
  if (!before || before.end === start) return undefined
  const end = start + 3
  const part = parts.get(text, before)
  const ofDay = hom.get(text, before) !== undefined
  const ofDays = ngay.get(text, before) !== undefined
  if (part !== undefined && amount !== -2) return relative(text, before.start, end, amount, part)
  if (ofDay && amount <= 0) {
    const front = wordEndingAt(text, skipSpacesBack(text, before.start))
    const frontPart = front && front.end !== before.start ? parts.get(text, front) : undefined
    return relative(text, front && frontPart ? front.start : before.start, end, amount, frontPart)
  }
  if (ofDays && amount === 1) return relative(text, before.start, end, 1, undefined)
  return ofDays && amount === -2 ? relative(text, before.start, end, 2, undefined) : undefined
}

function relative(text: string, start: number, end: number, amount: number, part: PartOfDay | undefined): DateMention {
  return {
    kind: 'relative',
    text: text.slice(start, end),
    start,
    end,
    amount,
    unit: 'day',
    ...(part === undefined ? {} : { partOfDay: part }),
  }
}

/** quý I/2017, quý 3 năm 2023, quý IV. */
function quarterAt(text: string, start: number): DateMention | undefined {
  const word = shortWord(text, start, 5)
  if (!word || quarterWord.get(text, word) === undefined) return undefined
  const from = skipSpaces(text, word.end)
  if (from === word.end) return undefined
  let end = from
  while (end < from + 4 && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
  const number = text.slice(from, end)
  const quarter =
    ROMAN.get(number === number.toUpperCase() ? number.toLowerCase() : '') ??
    (/^[1-4]$/.test(number) ? Number(number) : 0)
  if (quarter === 0 || isGrouped(text, end)) return undefined
  const year = yearAfter(text, end)
  const stop = year?.end ?? end
  return {
    kind: 'quarter',
    text: text.slice(start, stop),
    start,
    end: stop,
    quarter,
    cue: 'quý',
    ...(year ? { year: year.year } : {}),
  }
}

/** Whether the digits before `end` are the first of a number like 4.400. */
function isGrouped(text: string, end: number): boolean {
  if (text[end] !== '.') return false
  let at = end + 1
  while (at <= end + 4 && isDigit(text.charCodeAt(at))) at++
  return at === end + 4
}

/** tháng Tư, tháng mười hai năm 1972; months in digits are read from their digits. */
function namedMonth(text: string, start: number): DateMention | undefined {
  const word = shortWord(text, start, 8)
  if (!word || text[word.end - 1]?.toLowerCase() !== 'g' || monthWord.get(text, word) === undefined) return undefined
  const month = monthAfter(text, word.end)
  if (!month?.named) return undefined
  const front = skipSpacesBack(text, start)
  const before = wordEndingAt(text, front)
  if (isDigit(text.charCodeAt(front - 1)) || smallNumbers.get(text, before) || counting.get(text, before))
    return undefined
  if (lunar.get(text, wordStartingAt(text, skipSpaces(text, month.end)))) return undefined
  const year = yearAfter(text, month.end)
  const end = year?.end ?? month.end
  return {
    kind: 'month',
    text: text.slice(start, end),
    start,
    end,
    month: month.month,
    cue: 'tháng',
    ...(year ? { year: year.year } : {}),
  }
}

/** 2 giờ trước, một tuần trước: the words before `trước`. */
function agoAt(text: string, start: number): DateMention | undefined {
  const word = shortWord(text, start, 8)
  if (!word || text[word.end - 1]?.toLowerCase() !== 'c' || beforeWord.get(text, word) === undefined) return undefined
  const unitWord = wordEndingAt(text, skipSpacesBack(text, start))
  const unit = units.get(text, unitWord)
  if (!unitWord || unit === undefined || unitWord.end === start) return undefined
  const front = skipSpacesBack(text, unitWord.start)
  if (front === unitWord.start) return undefined
  const amount = numberEndingAt(text, front)
  if (!amount) return undefined
  if (notNow.get(text, wordStartingAt(text, skipSpaces(text, word.end)))) return undefined
  return {
    kind: 'relative',
    text: text.slice(amount.start, word.end),
    start: amount.start,
    end: word.end,
    amount: -amount.value,
    unit,
  }
}

function numberEndingAt(text: string, end: number): { value: number; start: number } | undefined {
  let start = end
  while (start > end - 4 && isDigit(text.charCodeAt(start - 1))) start--
  if (start < end) {
    const value = Number(text.slice(start, end))
    return start <= end - 4 || /[\d.,/-]/.test(text[start - 1] ?? '') || value === 0 ? undefined : { value, start }
  }
  const word = wordEndingAt(text, end)
  const value = smallNumbers.get(text, word)
  return word && value !== undefined ? { value, start: word.start } : undefined
}

/** The word at `start` when it is at most `longest` code units long. */
function shortWord(text: string, start: number, longest: number): Word | undefined {
  let end = start
  while (end - start <= longest && isLetter(text.charCodeAt(end))) end++
  return end - start <= longest ? wordStartingAt(text, start) : undefined
}
