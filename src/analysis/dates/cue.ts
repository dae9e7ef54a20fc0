import { DAY_CUES, PARTS_OF_DAY, WEEKDAYS } from './cue-words.js'
import type { PartOfDay } from './mention.js'
import { isDigit, isSpace, Lexicon, lexiconOf, skipSpacesBack, type Word, wordEndingAt } from './reading.js'

/** What the words in front of a number say of it. */
export interface Cue {
  /** Where the words that belong to the date begin; the number's own start when there are none. */
  readonly start: number
  /** The nearest cue, undefined when nothing makes the number a date. */
  readonly word?: string
  /** Only `từ`, `đến`, `tới` speak for a date. */
  readonly weak: boolean
  /** A day of the lunar calendar: mùng 5, rằm. */
  readonly lunar: boolean
  readonly partOfDay?: PartOfDay
  readonly weekday?: number
}

const parts = new Lexicon(PARTS_OF_DAY)
const cues = lexiconOf(DAY_CUES)
const weekdays = new Lexicon(WEEKDAYS)
const thu = lexiconOf(['thứ'])
const sunday = lexiconOf(['nhật'])
const chu = lexiconOf(['chủ'])
const dawn = lexiconOf(['rạng'])
const lunarDays = lexiconOf(['mùng', 'mồng', 'rằm'])
const todays = lexiconOf(['nay', 'qua'])
const dayCount = lexiconOf(['các', 'những', 'vào', 'trong'])

/** Reads back from a number over `Thứ Hai, ngày`, `sáng nay (`, `chiều ngày`, `từ ngày`, up to six words. */
export function cueBefore(text: string, at: number): Cue {
  let start = at
  let word: string | undefined
  let weak = false
  let lunar = false
  let partOfDay: PartOfDay | undefined
  let weekday: number | undefined
  let end = at
  for (let count = 0; count < 6; count++) {
    const gap = gapBefore(text, end, count)
    if (gap < 0) break
    const found = wordEndingAt(text, gap) ?? digitEndingAt(text, gap)
    if (!found) break
    if (lunarDays.get(text, found)) {
      lunar = true
      break
    }
    const part = parts.get(text, found)
    const cue = cues.get(text, found)
    if (part) {
      partOfDay ??= part
      word ??= found.form
      start = end = found.start
      const rang = wordEndingAt(text, skipSpacesBack(text, end))
      if (dawn.get(text, rang) && rang) {
        partOfDay = 'dawn'
        start = end = rang.start
      }
      continue
    }
    if (cue !== undefined) {
      const direction = cue === 'từ' || cue === 'đến' || cue === 'tới'
      if (direction) {
        // The span is the date's: từ and đến say how it is used.
        if (word === undefined) {
          word = cue
          weak = true
        }
        break
      }
      word ??= cue
      start = end = found.start
      continue
    }
    if (todays.get(text, found)) {
      const before = wordEndingAt(text, skipSpacesBack(text, found.start))
      const of = parts.get(text, before)
      if (!before || (of === undefined && cues.get(text, before) !== 'hôm')) break
      partOfDay ??= of
      word ??= `${before.form} ${found.form}`
      start = end = before.start
      continue
    }
    const day = weekdayAt(text, found)
    if (!day) {
      if (dayCount.get(text, found) === 'các' && word === 'ngày') end = found.start
      break
    }
    weekday ??= day.weekday
    word ??= 'thứ'
    start = end = day.start
  }
  return {
    start,
    weak,
    lunar,
    ...(word === undefined ? {} : { word }),
    ...(partOfDay === undefined ? {} : { partOfDay }),
    ...(weekday === undefined ? {} : { weekday }),
  }
}

/** Where the gap before `end` begins: spaces, with one comma or opening bracket at most; -1 when more stands between. */
function gapBefore(text: string, end: number, count: number): number {
  let at = skipSpacesBack(text, end)
  const sign = text[at - 1]
  if (sign === ',' || sign === '(' || (sign === ':' && count === 0) || (count > 0 && (sign === '-' || sign === '–'))) {
    at = skipSpacesBack(text, at - 1)
  }
  return at === end ? -1 : at
}

function digitEndingAt(text: string, end: number): Word | undefined {
  if (!isDigit(text.charCodeAt(end - 1)) || !isSpace(text.charCodeAt(end - 2))) return undefined
  return { form: text[end - 1], start: end - 1, end }
}

/** thứ Hai, thứ 2, Chủ nhật. */
function weekdayAt(text: string, found: Word): { weekday: number; start: number } | undefined {
  const before = wordEndingAt(text, skipSpacesBack(text, found.start))
  if (!before) return undefined
  if (sunday.get(text, found)) return chu.get(text, before) ? { weekday: 7, start: before.start } : undefined
  const weekday = weekdays.get(text, found)
  return weekday !== undefined && thu.get(text, before) ? { weekday, start: before.start } : undefined
}
