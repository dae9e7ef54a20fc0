import type { DateMention } from '../analysis/dates/index.js'
import { day, type Support, type SupportKind, type Times, utc } from './times.js'

/** So many days an article may lie before the latest time that it speaks of: what was printed too early, or read wrongly. */
const slack = 2

/** Whether an article that tells of these times may be of that day: nothing that it tells of lies behind it. */
export function mayBeOf(times: Times, at: number): boolean {
  return at >= times.earliest - slack * day
}

/** Papers have had pages since then; what speaks of earlier years alone tells of the past. */
const firstYear = 2000

/**
 * What a time that fits says for a year, by its kind and by where it stands. Chosen on two collections of general news, in
 * which a bare year in the opening is that of the article in six of ten cases, a part of a year in nine.
 */
const points: Readonly<Record<'title' | 'opening' | 'rest', Readonly<Record<SupportKind, number>>>> = {
  title: { part: 3, month: 3, day: 3, term: 3, back: 3, ahead: 1.5, plain: 1, clause: 0.5, name: 0.2, past: 0 },
  opening: { part: 3, month: 2, day: 3, term: 2, back: 2, ahead: 1.5, plain: 0.8, clause: 0.4, name: 0.2, past: 0 },
  rest: { part: 2, month: 1, day: 1.5, term: 0.7, back: 0.8, ahead: 0.4, plain: 0.4, clause: 0.2, name: 0, past: 0 },
}
/** Several bare years further down say no more than this. */
const mostOfRest = 2
/** A day of the week that agrees. */
const weekdayPoints = 2
/**
 * A day named in full that lies within a fortnight, before or after: its year is that of the others in 98 of 100 articles of
 * two collections.
 */
const fortnight = 15 * day
const nearPoints = 3

/** A year with what speaks for it. */
export interface YearGuess {
  readonly year: number
  /** Sum of `points`, less those of the second best year. */
  readonly points: number
}

/**
 * The year of a year-less date, from what the article says: the one whose day lies in most of the spans in which its times
 * are spoken of. "Tổng kết … năm 2019 và triển khai nhiệm vụ năm 2020" puts 31/12 into 2019, "6 tháng đầu năm 2024"
 * puts 9.7 into 2024. A day of the week in the words must agree. Undefined where no year fits.
 */
export function yearOf(mention: DateMention, times: Times): YearGuess | undefined {
  const { month, day: date } = mention
  if (month === undefined || date === undefined) return undefined
  const years = new Set<number>()
  for (const { from, to } of [...times.title, ...times.opening, ...times.rest])
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) years.add(year)
  for (const named of times.days) years.add(new Date(named).getUTCFullYear())
  let best: YearGuess | undefined
  let second = 0
  for (const year of [...years].filter(known => known >= firstYear).sort((a, b) => a - b)) {
    const at = utc(year, month, date)
    if (new Date(at).getUTCDate() !== date || !mayBeOf(times, at)) continue
    if (mention.weekday !== undefined && !fitsWeekday(at, mention.weekday)) continue
    const sum =
      total(times.title, at, points.title) +
      total(times.opening, at, points.opening) +
      Math.min(mostOfRest, total(times.rest, at, points.rest))
    const near = times.days.some(named => Math.abs(named - at) <= fortnight)
    if (sum === 0 && !near) continue
    const all = sum + (mention.weekday === undefined ? 0 : weekdayPoints) + (near ? nearPoints : 0)
    if (best === undefined || all > best.points) {
      second = best?.points ?? 0
      best = { year, points: all }
    } else second = Math.max(second, all)
  }
  if (best === undefined || second === 0) return best
  return { year: best.year, points: best.points - second }
}

/** Whether a day is that day of the week, 1 Monday to 7 Sunday. */
export function fitsWeekday(at: number, weekday: number): boolean {
  return new Date(at).getUTCDay() === weekday % 7
}

function total(supports: readonly Support[], at: number, worth: Readonly<Record<SupportKind, number>>): number {
  let sum = 0
  for (const { from, to, kind } of supports) if (at >= from && at <= to) sum += worth[kind]
  return sum
}
