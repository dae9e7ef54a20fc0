import { SMALL_NUMBERS } from '../../analysis/dates/cue-words.js'
import {
  isLetter,
  Lexicon,
  lexiconOf,
  skipSpaces,
  skipSpacesBack,
  type Word,
  wordEndingAt,
  wordStartingAt,
} from '../../analysis/dates/reading.js'
import { hasMarks } from '../../text/tone.js'
import { type CalendarUnit, calendarBounds, type DateBounds, lastBounds } from './calendar-span.js'

/** A span of days that words of a text mean, with their place (UTF-16 units). */
export interface FoundDate extends DateBounds {
  readonly start: number
  readonly end: number
}

const units = new Lexicon<CalendarUnit>([
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['quý', 'quarter'],
  ['quí', 'quarter'],
  ['năm', 'year'],
  ['ngày', 'day'],
])
const smallNumbers = new Lexicon(SMALL_NUMBERS)
const shifts = new Lexicon<number>([
  ['này', 0],
  ['nay', 0],
  ['trước', -1],
  ['ngoái', -1],
  ['rồi', -1],
  ['kia', -2],
  ['sau', 1],
  ['tới', 1],
])
const past = lexiconOf(['qua'])
/** Several, or each: no certain one. */
const several = lexiconOf('những nhiều các mấy vài bao hàng hằng mỗi từng cả cùng'.split(' '))
/** Before or after something else than now. */
const elsewhere = lexiconOf('đó ấy khi lúc ngày'.split(' '))

/**
 * Spans seen from now that `findDates` leaves to queries: tuần trước, tháng này, quý trước, năm ngoái, năm nay, năm kia, tháng
 * sau (whole calendar units), and 7 ngày qua, ba tháng qua, tuần qua (up to today).
 */
export function relativeDates(text: string, minutes: number): FoundDate[] {
  const found: FoundDate[] = []
  for (let index = 0; index < text.length; index++) {
    if (!mayBeUnit(text, index)) continue
    const word = wordStartingAt(text, index)
    const unit = units.get(text, word)
    if (!word || unit === undefined) continue
    const next = wordStartingAt(text, skipSpaces(text, word.end))
    if (!next || next.start === word.end) continue
    const before = countBefore(text, index)
    const bounds = past.get(text, next)
      ? before.several || (unit === 'day' && before.count === undefined)
        ? undefined
        : lastBounds(minutes, unit, before.count ?? 1)
      : before.several || before.count !== undefined || unit === 'day'
        ? undefined
        : shifted(text, minutes, unit, next)
    if (bounds) found.push({ start: before.start, end: next.end, ...bounds })
  }
  return found
}

/** Whether a word begins at `at` that could be one of the units, by its first and last letters: a quick no for most. */
function mayBeUnit(text: string, at: number): boolean {
  const first = text.charCodeAt(at) | 0x20
  if (first !== 0x6e && first !== 0x71 && first !== 0x74) return false
  if (isLetter(text.charCodeAt(at - 1))) return false
  let end = at + 1
  while (end < at + 9 && isLetter(text.charCodeAt(end))) end++
  const last = text[end - 1]
  return end > at + 2 && end < at + 9 && ('gimnyíý'.includes(last.toLowerCase()) || isCombining(last))
}

function isCombining(letter: string): boolean {
  return letter >= '\u0300' && letter <= '\u036f'
}

/** The calendar unit that này, trước, ngoái … after it means. */
function shifted(text: string, minutes: number, unit: CalendarUnit, word: Word): DateBounds | undefined {
  const shift = shifts.get(text, word)
  if (shift === undefined) return undefined
  // năm nay, but tuần này: tháng nay is for months now. Only a year has a kia.
  if (unit !== 'year' && (shift === -2 || (word.form === 'nay' && hasMarks(text)))) return undefined
  const after = wordStartingAt(text, skipSpaces(text, word.end))
  return elsewhere.get(text, after) ? undefined : calendarBounds(minutes, unit, shift)
}

/** How many units stand before: digits or a small number in words; or that it is several. */
function countBefore(
  text: string,
  at: number,
): { readonly start: number; readonly count?: number; readonly several: boolean } {
  const end = skipSpacesBack(text, at)
  if (end === at) return { start: at, several: false }
  let start = end
  while (start > end - 4 && /\d/.test(text[start - 1] ?? '')) start--
  if (start < end) {
    const whole = start > end - 4 && !/[\d.,/-]/.test(text[start - 1] ?? '')
    return whole ? { start, count: Number(text.slice(start, end)), several: false } : { start: at, several: true }
  }
  const word = wordEndingAt(text, end)
  const count = smallNumbers.get(text, word)
  if (word && count !== undefined) return { start: word.start, count, several: false }
  return { start: at, several: several.get(text, word) !== undefined }
}
