import { cueBefore } from './cue.js'
import { DURATIONS, MEASURES, NUMBER_NAMES } from './cue-words.js'
import type { DateMention } from './mention.js'
import {
  type Digits,
  digitsAt,
  type Reading,
  readDayList,
  readDayMonthWords,
  readNumeric,
  readUntil,
  readYearRange,
  startsFresh,
  yearAfter,
} from './numeric.js'
import { isDigit, isLetter, lexiconOf, skipSpaces, skipSpacesBack, wordEndingAt, wordStartingAt } from './reading.js'
import { hourOf, offsetAt, type TimeOfDay, timeAt } from './time.js'
import { mentionAtWord } from './words.js'

type Mutable = { -readonly [Key in keyof DateMention]: DateMention[Key] }

const measures = lexiconOf(MEASURES)
const durations = lexiconOf(DURATIONS)
const numberNames = lexiconOf(NUMBER_NAMES)
const monthWord = lexiconOf(['tháng'])
const fullMoon = lexiconOf(['rằm', 'tết'])
const yearWords = lexiconOf(['năm', 'kỳ', 'kì', 'đoạn', 'khóa', 'giải', 'vụ', 'mùa', 'học'])
const lunar = lexiconOf(['âm'])
const at = lexiconOf(['lúc', 'hồi'])
const into = lexiconOf(['vào'])

/** One pass over a text; see `findDates`. */
class Scanner {
  readonly mentions: Mutable[] = []
  private readonly text: string
  private time: TimeOfDay | undefined
  /** Where the last accepted day ended and the cue that it had: `ngày 28/4, 2/5`. */
  private carried: { end: number; word: string } | undefined

  constructor(text: string) {
    this.text = text
  }

  run(): void {
    const { text } = this
    const length = text.length
    let i = 0
    let inWord = false
    while (i < length) {
      const unit = text.charCodeAt(i)
      if (isDigit(unit)) {
        i = this.atNumber(i)
        inWord = true
      } else if (isLetter(unit)) {
        if (!inWord) this.atWord(i, unit)
        inWord = true
        i++
      } else {
        inWord = false
        i++
      }
    }
  }

  private atWord(start: number, unit: number): void {
    const found = mentionAtWord(this.text, start, unit)
    if (!found) return
    const last = this.mentions.at(-1)
    if (last && last.end > found.start) return
    this.mentions.push(found)
  }

  /** Reads what begins at a digit and says where to go on. */
  private atNumber(start: number): number {
    const { text } = this
    let stop = start
    while (stop < text.length && isDigit(text.charCodeAt(stop))) stop++
    const digits = stop - start <= 4 ? digitsAt(text, start) : undefined
    if (!digits || !startsFresh(text, start)) return stop
    const last = this.mentions.at(-1)
    if (last && last.end > start) return stop
    const time = digits.length <= 2 ? timeAt(text, start) : undefined
    if (time) {
      this.time = time
      return time.end
    }
    return this.dayAt(digits) ?? this.monthAt(digits) ?? this.yearAt(digits) ?? stop
  }

  /** A day, with or without a year. */
  private dayAt(digits: Digits): number | undefined {
    const { text } = this
    const words = digits.length <= 2 ? readDayMonthWords(text, digits) : undefined
    const numeric = words ?? readNumeric(text, digits)
    const plain = numeric?.day === undefined ? undefined : numeric
    if (!plain && !this.mayList(digits)) return undefined
    const cue = cueBefore(text, digits.start)
    if (cue.lunar) return digits.end
    const word = cue.word ?? this.carriedTo(digits.start) ?? (this.timeBefore(cue.start) ? 'giờ' : undefined)
    const reading = plain ?? (word !== undefined && !cue.weak ? readDayList(text, digits) : undefined)
    if (reading?.day === undefined || this.isLunar(reading.end)) return undefined
    const until = readUntil(text, reading)
    if (until?.year === undefined && !this.means(reading, word, cue.weak, digits)) return undefined
    this.push({
      kind: 'date',
      text: '',
      start: cue.start,
      end: until?.end ?? reading.end,
      ...fields(reading, until),
      ...(cue.partOfDay === undefined ? {} : { partOfDay: cue.partOfDay }),
      ...(cue.weekday === undefined ? {} : { weekday: cue.weekday }),
      ...(word === undefined ? {} : { cue: word }),
    })
    return this.mentions.at(-1)?.end
  }

  /** Whether a reading is a date: always with four digits of a year, otherwise by its cue and what follows. */
  private means(reading: Reading, word: string | undefined, weak: boolean, digits: Digits): boolean {
    const { text } = this
    if (reading.sign === 'iso') return true
    if (reading.year !== undefined && (reading.sign === undefined || isDigit(text.charCodeAt(reading.end - 4))))
      return true
    if (word === undefined) return false
    if (reading.sign === undefined) return true
    const after = wordStartingAt(text, skipSpaces(text, reading.end))
    const measured = after !== undefined && measures.get(text, after) !== undefined
    if (weak) return !measured && !(reading.sign !== '/' && digits.value > 0 && reading.until !== undefined)
    if (reading.sign === '-' && durations.get(text, after) !== undefined) return false
    return !(measured && reading.sign === '.') && text[skipSpaces(text, reading.end)] !== '%'
  }

  /** Whether a list of days may begin here: the number is short and no sign of a date is glued to it. */
  private mayList(digits: Digits): boolean {
    return digits.length <= 2 && digits.value >= 1 && digits.value <= 31
  }

  /** `tháng 7`, `tháng 7/2024`, `tháng 7-8/2024`, and 12/2017 without the word. */
  private monthAt(digits: Digits): number | undefined {
    const { text } = this
    if (digits.length > 2 || digits.value < 1 || digits.value > 12) return undefined
    const word = wordEndingAt(text, skipSpacesBack(text, digits.start))
    const numeric = readNumeric(text, digits)
    if (!word || !monthWord.get(text, word)) {
      if (numeric?.month === undefined || numeric.day !== undefined || numeric.sign !== '/') return undefined
      if (numberNames.get(text, word) !== undefined) return undefined
      this.push({ kind: 'month', text: '', start: digits.start, end: numeric.end, ...fields(numeric) })
      return numeric.end
    }
    const front = skipSpacesBack(text, word.start)
    const counted = isDigit(text.charCodeAt(front - 1)) || fullMoon.get(text, wordEndingAt(text, front)) !== undefined
    if (counted) return undefined
    const range = numeric?.until === undefined && numeric?.day !== undefined ? undefined : numeric
    const year = yearAfter(text, digits.end)
    let end = year?.end ?? digits.end
    let until: { month: number; year?: number } | undefined
    if (!year && range === undefined) {
      const next = this.monthRange(digits)
      if (next) {
        until = { month: next.month, ...(next.year === undefined ? {} : { year: next.year }) }
        end = next.end
      }
    }
    const sign = text[end]
    if (sign === '/' || sign === '%' || isLetter(text.charCodeAt(end)) || this.isLunar(end)) return undefined
    const known = year?.year ?? until?.year
    this.push({
      kind: 'month',
      text: '',
      start: word.start,
      end,
      month: digits.value,
      cue: word.form,
      ...(known === undefined ? {} : { year: known }),
      ...(until ? { until } : {}),
    })
    return end
  }

  /** `7-8/2024`, `7 - 9/2024` after tháng. */
  private monthRange(digits: Digits): { month: number; year?: number; end: number } | undefined {
    const { text } = this
    const sign = skipSpaces(text, digits.end)
    if (text[sign] !== '-' && text[sign] !== '–') return undefined
    const next = digitsAt(text, skipSpaces(text, sign + 1))
    if (!next || next.length > 2 || next.value <= digits.value || next.value > 12) return undefined
    const year = yearAfter(text, next.end)
    return { month: next.value, end: year?.end ?? next.end, ...(year ? { year: year.year } : {}) }
  }

  /** `năm 2019`, `nhiệm kỳ 2018-2023`, `(2016 - 2021)`. */
  private yearAt(digits: Digits): number | undefined {
    const { text } = this
    if (digits.length !== 4 || digits.value < 1000 || digits.value > 2200) return undefined
    const word = wordEndingAt(text, skipSpacesBack(text, digits.start))
    const cue = yearWords.get(text, word)
    const range = readYearRange(text, digits, cue !== undefined)
    if (range) {
      const start = cue === 'năm' && word ? word.start : digits.start
      this.push({
        kind: 'year-range',
        text: '',
        start,
        end: range.end,
        year: digits.value,
        until: { year: range.until },
        ...(word && cue !== undefined ? { cue: word.form } : {}),
      })
      return range.end
    }
    if (cue !== 'năm' || !word) return undefined
    const next = text[digits.end]
    const after = text.charCodeAt(digits.end + 1)
    if (next === '%' || isLetter(text.charCodeAt(digits.end)) || (/[/.,-]/.test(next ?? '') && isDigit(after)))
      return undefined
    this.push({ kind: 'year', text: '', start: word.start, end: digits.end, year: digits.value, cue: word.form })
    return digits.end
  }

  /** The cue of the date right before, when only a list sign or `và` lies between. */
  private carriedTo(start: number): string | undefined {
    const { carried } = this
    if (!carried || start - carried.end > 6 || start <= carried.end) return undefined
    const between = this.text.slice(carried.end, start).trim()
    return between === ',' || between === 'và' || between === 'va' || between === ';' || between === '-'
      ? carried.word
      : undefined
  }

  private isLunar(end: number): boolean {
    const { text } = this
    let from = skipSpaces(text, end)
    if (text[from] === '(') from++
    if (text.startsWith('ÂL', from) || text.startsWith('AL ', from) || text.startsWith('AL)', from)) return true
    return lunar.get(text, wordStartingAt(text, from)) !== undefined
  }

  /** The time that ended right before `start`, with nothing but signs between. */
  private timeBefore(start: number): TimeOfDay | undefined {
    const { time, text } = this
    if (!time || time.end > start || start - time.end > 14) return undefined
    const zone = offsetAt(text, time.end)
    for (let i = zone?.end ?? time.end; i < start; i++) {
      const sign = text[i]
      if (
        sign !== ' ' &&
        sign !== ',' &&
        sign !== '|' &&
        sign !== '-' &&
        sign !== '–' &&
        sign !== '\u00a0' &&
        sign !== '('
      )
        return undefined
    }
    return time
  }

  /** Adds a mention, with the time beside it when it is a day. */
  private push(mention: Mutable): void {
    const { text, mentions } = this
    while ((mentions.at(-1)?.end ?? 0) > mention.start) mentions.pop()
    if (mention.kind === 'date' && !mention.until) this.attachTime(mention)
    // hôm qua (5/11)
    if (text[mention.end] === ')' && text.slice(mention.start, mention.end).includes('(')) mention.end++
    mention.text = text.slice(mention.start, mention.end)
    mentions.push(mention)
    if (mention.kind !== 'date') return
    if (mention.cue !== undefined) this.carried = { end: mention.end, word: mention.cue }
    this.time = undefined
  }

  private attachTime(mention: Mutable): void {
    const before = this.timeBefore(mention.start)
    const time = before ?? this.timeAfter(mention.end)
    if (time) {
      mention.kind = 'date-time'
      mention.hour = hourOf(time.hour, mention.partOfDay)
      mention.minute = time.minute
      if (time.second !== undefined) mention.second = time.second
      mention.start = Math.min(mention.start, time.start)
      mention.end = Math.max(mention.end, time.end)
      if (mention.cue === 'giờ') delete mention.cue
    }
    const zone = offsetAt(this.text, mention.end) ?? (before ? offsetAt(this.text, before.end) : undefined)
    if (!zone || !time) return
    mention.offset = zone.offset
    mention.end = Math.max(mention.end, zone.end)
  }

  /** 12/03/2021 08:30 · 12/03/2021 - 08:30 · 12/03/2021, lúc 8h30 · 2021-03-12T08:30. */
  private timeAfter(end: number): TimeOfDay | undefined {
    const { text } = this
    if (text[end] === 'T' && isDigit(text.charCodeAt(end + 1))) return timeAt(text, end + 1)
    let from = skipSpaces(text, end)
    if (/[,|–()-]/.test(text[from] ?? '')) from = skipSpaces(text, from + 1)
    let word = wordStartingAt(text, from)
    if (word && into.get(text, word)) {
      from = skipSpaces(text, word.end)
      word = wordStartingAt(text, from)
    }
    if (word && at.get(text, word)) from = skipSpaces(text, word.end)
    return from > end && isDigit(text.charCodeAt(from)) ? timeAt(text, from) : undefined
  }
}

function fields(reading: Reading, until?: Reading): Partial<Mutable> {
  const year = reading.year ?? until?.year
  const last = until ? { month: until.month, day: until.day, year: until.year } : reading.until
  return {
    ...(year === undefined ? {} : { year }),
    ...(reading.month === undefined ? {} : { month: reading.month }),
    ...(reading.day === undefined ? {} : { day: reading.day }),
    ...(last ? { until: withoutGaps(last) } : {}),
  }
}

function withoutGaps(span: { year?: number | undefined; month?: number | undefined; day?: number | undefined }): {
  year?: number
  month?: number
  day?: number
} {
  return {
    ...(span.year === undefined ? {} : { year: span.year }),
    ...(span.month === undefined ? {} : { month: span.month }),
    ...(span.day === undefined ? {} : { day: span.day }),
  }
}

/**
 * The dates that a text names, in order of position: days with or without year, times beside them, months, quarters, years
 * and spans of years, hôm qua and 2 giờ trước. Always day before month. A number without a year is a date only after a cue
 * (ngày, hôm, từ, đến, a part of the day, a weekday, a time); scores, phones, document numbers, fractions, days that do not
 * exist and days of the lunar calendar are none. Works without marks, on NFD text too; linear in the length; never throws.
 */
export function findDates(text: string): DateMention[] {
  const scanner = new Scanner(text)
  scanner.run()
  return scanner.mentions
}
