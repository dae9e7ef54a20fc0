import type { DateMention } from '../analysis/dates/index.js'
import { fold } from '../text/fold.js'

/** Milliseconds of a day. */
const day = 86_400_000

/** How news speaks of a period that it looks back on, and of one to come. */
const back = /\b(?:tong ket|so ket|ket qua|danh gia|nhin lai|thanh tich|hoan thanh)\b/g
const forward =
  /\b(?:trien khai|phuong huong|nhiem vu|ke hoach|don|mung|chuan bi|muc tieu|chuong trinh cong tac|du toan|huong toi|tet nguyen dan|tet|xuan|se|du kien|vao|truoc)\b/g

/**
 * What kind of words name a time: part of a year ("6 tháng đầu năm 2024"), a month, a day, a year that is summed up, one that
 * is to come, a bare year, a bare year that opens a clause ("Năm 2021, vợ thầy mổ tim") and so often tells of the past.
 */
type SupportKind = 'part' | 'month' | 'day' | 'back' | 'ahead' | 'plain' | 'clause'

/** A time that the article speaks of, as the span of days in which an article that speaks so is written. */
interface Support {
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly kind: SupportKind
}

const utc = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date)

/** Index of the last match of a global pattern, -1 for none. */
function lastMatch(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

const monthWords = new Map([
  ['ba', 3],
  ['sau', 6],
  ['chin', 9],
])

/** "6 tháng đầu năm 2024", "quý I/2017", "tháng 5 năm 2023": the span in which one writes so; undefined for a bare year. */
function partOfYear(before: string, year: number): Support | undefined {
  const months = /(\d{1,2}|sau|chin|ba) thang (dau|cuoi)?( nam)?\s*$/.exec(before)
  const count = months === null ? 0 : (monthWords.get(months[1]) ?? Number(months[1]))
  if (count >= 3 && count <= 11) {
    const end = utc(year, count + 1, 1)
    if (months?.[2] !== 'cuoi') return { from: end - 45 * day, to: end + 60 * day, weight: 3, kind: 'part' }
    const begin = utc(year, 13 - count, 1)
    return /tong ket|ket qua/.test(before)
      ? { from: utc(year, 11, 15), to: utc(year + 1, 2, 1), weight: 3, kind: 'part' }
      : { from: begin - 60 * day, to: utc(year, 12, 31) - 60 * day, weight: 2, kind: 'ahead' }
  }
  const quarter = /quy (iv|iii|ii|i|[1-4])[\s/.]*(nam)?\s*$/.exec(before)
  if (quarter !== null) {
    const n = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1]) + 1 || Number(quarter[1])
    const ahead = lastMatch(before, forward) > lastMatch(before, back)
    const [begin, end] = [utc(year, n * 3 - 2, 1), utc(year, n * 3, 28)]
    return ahead
      ? { from: begin - 200 * day, to: end, weight: 2, kind: 'ahead' }
      : { from: begin, to: end + 60 * day, weight: 2, kind: 'part' }
  }
  const month = /thang (\d{1,2}) (nam )?\s*$/.exec(before)
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    const begin = utc(year, Number(month[1]), 1)
    return { from: begin - 30 * day, to: begin + 90 * day, weight: 2, kind: 'month' }
  }
  return undefined
}

/** A year with the month and day before it, if any: 2019, 5.2023, 1/7/2025. Not a part of a longer number, nor of a decree's. */
const dated = /(?<![\d.,-]|[^\p{L}]\/)(?:(\d{1,2})[./-])?(?:(\d{1,2})[./-])?(19[5-9]\d|20\d\d)(?!\d|[.,]\d|\/\p{L})/gu

/** Years of programmes, of birth, of founding and of comparison say nothing of the day of writing. */
const timeless =
  /\b(?:tam nhin(?: den)?|den|toi|truoc|tu|ke tu|khoa|sn|sinh|thanh lap|ra doi|cung ky|so voi|luat|bo luat|hien phap|tu hoi|hoi)\s*(?:nam)?\s*$/

/** "Bộ luật Hình sự năm 2015": the year is part of a law's name. */
const ofLaw = /\b(?:luat|hien phap|nghi quyet|nghi dinh|quyet dinh|thong tu)\b[^.;,]{0,40}\bnam\s*$/
const yearly =
  /\b(?:nam|thang|quy|tet|xuan|mua|vu|he|dai hoi|hoi thi|giai|ky thi|le hoi|chuong trinh|ke hoach)\b[^.;]{0,25}$/

/** A bare number is a year behind "năm" and its like, or in the name of an event ("Nhân tài Đất Việt 2016"), not of a ship. */
function isYear(text: string, at: number, before: string): boolean {
  return yearly.test(before) || /(?:\p{Lu}[\p{L}\p{M}]*|[”"’)-]) ?$/u.test(text.slice(Math.max(0, at - 16), at))
}

/** Reads the years that `text` names into spans in which it may have been written. */
function supports(text: string, weight: number): Support[] {
  const found: Support[] = []
  for (const match of text.matchAll(dated)) {
    const year = Number(match[3])
    const end = match.index + match[0].length
    const before = fold(` ${text.slice(Math.max(0, match.index - 80), match.index)}.`).slice(0, -1)
    const after = fold(text.slice(end, end + 10))
    // The beginning of a span: "2018 - 2023", "6.2018 - 6.2019"
    if (/^\s?[-–]\s?\d/.test(after)) {
      const term = match[1] === undefined ? termOf(year, before) : undefined
      if (term !== undefined) found.push({ ...term, weight })
      continue
    }
    const second = match[2] === undefined ? undefined : Number(match[2])
    const first = match[1] === undefined ? undefined : Number(match[1])
    const month = second ?? first
    if (month !== undefined) {
      if (month < 1 || month > 12) continue
      found.push(dayOrMonth(year, month, second === undefined ? undefined : first, before, weight))
      continue
    }
    // The end of a term of office, of a school year, of a programme: "nhiệm kỳ 2018 - 2023"
    if (/\d{4}\s?[-–]\s?$/.test(before) || timeless.test(before) || ofLaw.test(before)) continue
    if (!isYear(text, match.index, before)) continue
    const part = partOfYear(before, year)
    if (part !== undefined) {
      found.push({ ...part, weight: part.weight * weight })
      continue
    }
    const clause = before.slice(before.search(/[^.;]*$/))
    const looksBack = lastMatch(clause, back)
    if (lastMatch(clause, forward) > looksBack) {
      found.push({ from: utc(year - 1, 10, 15), to: utc(year, 9, 30), weight, kind: 'ahead' })
      continue
    }
    if (looksBack >= 0)
      found.push({ from: utc(year, 9, 15), to: utc(year + 1, 2, 28), weight: weight * 1.5, kind: 'back' })
    const opensClause = /(?:^|[,.;:]\s*)nam\s*$/.test(before) || /^ da\b/.test(after)
    found.push({ from: utc(year, 1, 1), to: utc(year, 12, 31), weight, kind: opensClause ? 'clause' : 'plain' })
  }
  return found
}

/** A congress is held in the first year of the term that it opens; a school year runs from autumn to summer. */
function termOf(year: number, before: string): Omit<Support, 'weight'> | undefined {
  // Those honoured "năm học 2015 - 2016" are honoured when it is over.
  const over = /\b(?:tong ket|tuyen duong|bieu duong|khen thuong|vinh danh|ket qua|ton vinh)\b[^.;]*\bnam hoc\s*$/.test(
    before,
  )
  if (over) return { from: utc(year + 1, 5, 1), to: utc(year + 1, 12, 15), kind: 'plain' }
  if (/\bnam hoc\s*$/.test(before)) return { from: utc(year, 8, 1), to: utc(year + 1, 8, 31), kind: 'plain' }
  if (/\bdai hoi\b.*\bnhiem ky\s*$/.test(before))
    return { from: utc(year - 1, 12, 1), to: utc(year, 12, 31), kind: 'plain' }
  return undefined
}

/** "1.7.2025" and "5.2023": what lies behind is told soon after it happened, what lies ahead within a year before. */
function dayOrMonth(year: number, month: number, date: number | undefined, before: string, weight: number): Support {
  const begin = utc(year, month, date ?? 1)
  const ahead = /\b(truoc|se|du kien|han|den|vao|het|toi)\s*(ngay|thang|cuoi thang|dau thang)?\s*$/.test(before)
  if (ahead) return { from: begin - 270 * day, to: begin, weight, kind: 'ahead' }
  // The end of a span is a jubilee or a term: "(28/7/1929 - 28/7/2024)" is told before and after
  if (date !== undefined && /\d\s?[-–]\s?$/.test(before))
    return { from: begin - 150 * day, to: begin + 60 * day, weight, kind: 'day' }
  return date === undefined
    ? { from: begin - 15 * day, to: begin + 75 * day, weight: weight * 2, kind: 'month' }
    : { from: begin - 15 * day, to: begin + 200 * day, weight, kind: 'day' }
}

/** The times that an article speaks of, by where it does. */
export interface Times {
  readonly title: readonly Support[]
  readonly opening: readonly Support[]
  readonly rest: readonly Support[]
  /** The latest day, in milliseconds, before which the article cannot have been written; 0 for none. */
  readonly latest: number
}

/** Characters of the opening, and of all that is read. */
const openingLength = 700
const readLength = 6000

/** All times that an article speaks of. */
export function timesOf(title: string, body: string): Times {
  const found = {
    title: supports(title, 3),
    opening: supports(body.slice(0, openingLength), 2),
    rest: supports(body.slice(openingLength, readLength), 1),
  }
  let latest = 0
  for (const { from, kind } of [...found.title, ...found.opening, ...found.rest])
    if (kind !== 'ahead') latest = Math.max(latest, from)
  return { ...found, latest }
}

/** So many days the article's day may lie before the latest time that it speaks of: year ends are told in advance. */
const slack = 45

/** Whether an article that tells of these times may be of that day: nothing that it tells of lies behind it. */
export function mayBeOf(times: Times, at: number): boolean {
  return at >= times.latest - slack * day
}

/** Pages with year-less dates are hardly older: what speaks of earlier years tells of the past. */
const earliest = 2003

/** Beyond so many days every miss is the same: one old year in passing must not pull the date. */
const farthest = 400

/**
 * The year of a year-less date, from what the article says: the one that puts the day nearest to the spans in which
 * its years are spoken of. "Tổng kết … năm 2019 và triển khai nhiệm vụ năm 2020" puts 31/12 into 2019, "6 tháng đầu năm 2024"
 * puts 9.7 into 2024. Undefined where the article names no year, or only such that it may as well tell of the past.
 */
export function yearOf(mention: DateMention, times: Times): number | undefined {
  const { month, day: date } = mention
  if (month === undefined || date === undefined) return undefined
  const all = [...times.title, ...times.opening, ...times.rest]
  const years = new Set<number>()
  for (const { from, to } of all) {
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) years.add(year)
  }
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const year of [...years].filter(known => known >= earliest).sort((a, b) => a - b)) {
    const at = utc(year, month, date)
    if (new Date(at).getUTCDate() !== date) continue
    let cost = 0
    for (const { from, to, weight } of all) {
      const days = at < from ? (from - at) / day : at > to ? (at - to) / day : 0
      cost += weight * Math.min(days, farthest)
    }
    if (cost < least) {
      least = cost
      best = year
    }
  }
  return best !== undefined && isSupported(times, utc(best, month, date)) ? best : undefined
}

/**
 * Whether the article supports that day well enough. Measured on 4,575 dated general articles: times in the headline or
 * named as part of a year, or a year named twice in the opening, are right in some nine of ten cases; single bare years
 * further down in four of ten, which is guessing.
 */
function isSupported(times: Times, at: number): boolean {
  if (!mayBeOf(times, at) || (times.latest > 0 && at > times.latest + farthest * day)) return false
  const holds = ({ from, to }: Support) => at >= from && at <= to
  if (times.title.some(holds)) return true
  const opening = times.opening.filter(holds)
  const rest = times.rest.filter(holds)
  if (
    opening.some(
      ({ kind }) =>
        kind === 'part' ||
        kind === 'day' ||
        kind === 'month' ||
        kind === 'back' ||
        kind === 'plain' ||
        kind === 'ahead',
    )
  )
    return true
  if (rest.some(({ kind }) => kind === 'part')) return true
  return opening.length + rest.length >= 3
}
