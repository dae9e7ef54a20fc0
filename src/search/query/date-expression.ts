import { nearestYear } from '../../analysis/dates/calendar.js'
import { MEASURES, NUMBER_NAMES } from '../../analysis/dates/cue-words.js'
import { findDates } from '../../analysis/dates/find.js'
import { resolveRelative } from '../../analysis/dates/format.js'
import type { DateMention } from '../../analysis/dates/mention.js'
import { lexiconOf, skipSpaces, skipSpacesBack, wordEndingAt, wordStartingAt } from '../../analysis/dates/reading.js'
import { civilDay, parseIsoDate } from '../../index/dates.js'
import { boundsOf, calendarBounds, type DateBounds, minutesOf, type Now, quarterBounds } from './calendar-span.js'
import { type FoundDate, relativeDates } from './relative-date.js'
import { trimmed } from './tree.js'

/** Longer texts are no date. */
const LONGEST = 80
/** Bare numbers that are read as years among words. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const measures = lexiconOf(MEASURES)
const numberNames = lexiconOf(NUMBER_NAMES)

/**
 * The days that an expression means, when all of it is one date: `2024`, `2024-07`, `2024-07-09`, `12/04/2020`, `9/7`,
 * `tháng 7/2024`, `quý 3/2023`, `quý III`, `năm 2020`, `2018-2023`, `5-7/6/2019`, `hôm qua`, `tuần trước`, `2 tháng trước`, `7
 * ngày qua`, `năm ngoái`; with or without marks. What leaves its year out is the last one up to `now`. Undefined when it is
 * no date. Days are those of Vietnam.
 *
 * @throws UsageError when `now` is no date
 */
export function readDateExpression(expression: string, now: Now): DateBounds | undefined {
  const text = trimmed(expression)
  if (text.length > LONGEST) return undefined
  const iso = parseIsoDate(text)
  if (iso) {
    const [year, month, day] = civilDay(iso.start)
    return iso.precision === 'year'
      ? boundsOf(year)
      : boundsOf(year, month, iso.precision === 'month' ? undefined : day)
  }
  // A day without its year, and a month with a dash, are dates in a text only after a word that says so.
  const bare = /^\d/.test(text) ? [`ngày ${text}`, ...(text.length > 5 ? [`tháng ${text}`] : [])] : []
  for (const whole of [text, ...bare]) {
    const [found] = findDateBounds(whole, now)
    if (found && found.start === 0 && found.end === whole.length) return { from: found.from, to: found.to }
  }
  return undefined
}

/**
 * Every date named in a text as the days that it means, in order of position: what `findDates` finds, `tuần trước` and the
 * like, and a bare year (1900 to 2100) that neither counts something (2000 đồng) nor numbers it (luật 2019).
 *
 * @param now undefined to leave out what is seen from it
 *
 * @throws UsageError when `now` is no date
 */
export function findDateBounds(text: string, now: Now | undefined): FoundDate[] {
  const minutes = now === undefined ? undefined : minutesOf(now)
  const found: FoundDate[] = []
  for (const mention of findDates(text)) {
    const bounds = mentionBounds(mention, minutes)
    if (bounds) found.push({ start: mention.start, end: mention.end, ...bounds })
  }
  for (const more of [minutes === undefined ? [] : relativeDates(text, minutes), bareYears(text)]) {
    found.push(...outside(more, found))
    found.sort((a, b) => a.start - b.start)
  }
  return found
}

/** Those that overlap none of the known ones; both in order. */
function outside(dates: readonly FoundDate[], known: readonly FoundDate[]): FoundDate[] {
  let at = 0
  return dates.filter(({ start, end }) => {
    while (at < known.length && known[at].end <= start) at++
    return at === known.length || known[at].start >= end
  })
}

/** The days of a mention; undefined for days that do not exist. */
function mentionBounds(mention: DateMention, minutes: number | undefined): DateBounds | undefined {
  const { kind, month, day, until, quarter } = mention
  if (kind === 'relative') return minutes === undefined ? undefined : relativeBounds(mention, minutes)
  const firstMonth = month ?? (quarter === undefined ? 1 : quarter * 3 - 2)
  const year = mention.year ?? until?.year ?? lastYear(firstMonth, day ?? 1, minutes)
  if (year === undefined) return undefined
  if (quarter !== undefined) return quarterBounds(year, quarter)
  const last = boundsOf(until?.year ?? year, until?.month ?? month, until?.day ?? day)
  let first = boundsOf(year, month, day)
  // 28/12-2/1/2020: the year is that of the end.
  if (first && last && first.from > last.to) first = boundsOf(year - 1, month, day)
  return first && last && { from: first.from, to: last.to }
}

/** The year of the last such day up to now, as far as that is known. */
function lastYear(month: number, day: number, minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : nearestYear(month, day, boundsOf(...civilDay(minutes))?.from ?? '')
}

/** hôm qua, 2 tuần trước: the whole day, week, month or year that lies so far from now. */
function relativeBounds(mention: DateMention, minutes: number): DateBounds | undefined {
  const { unit, amount = 0 } = mention
  if (unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year')
    return calendarBounds(minutes, unit, amount)
  const day = resolveRelative(mention, new Date(minutes * 60000).toISOString())
  return day === undefined ? undefined : { from: day, to: day }
}

/** `tai nạn 2023`: four digits by themselves. */
function bareYears(text: string): FoundDate[] {
  const found: FoundDate[] = []
  if (!/\d{4}/.test(text)) return found
  for (const { 0: digits, index: start } of text.matchAll(
    /(?<![\p{L}\p{M}\p{N}_./,:+#@&=-])\d{4}(?![\p{L}\p{M}\p{N}_/%:@°-]|[.,]\d)/gu,
  )) {
    const year = Number(digits)
    if (year < FIRST_YEAR || year > LAST_YEAR) continue
    const end = start + 4
    const counted = measures.get(text, wordStartingAt(text, skipSpaces(text, end)))
    const named = numberNames.get(text, wordEndingAt(text, skipSpacesBack(text, start)))
    const bounds = boundsOf(year)
    if (bounds && counted === undefined && named === undefined) found.push({ start, end, ...bounds })
  }
  return found
}
