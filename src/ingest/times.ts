import { findDates } from '../analysis/dates/index.js'
import { fold } from '../text/fold.js'
import { urlDate } from './url-date.js'

/** Milliseconds of a day. */
export const day = 86_400_000

/** How news speaks of a period that it looks back on, and of one to come. */
const back =
  /\b(?:tong ket|so ket|nhin lai|thanh tich xuat sac|(?:ket qua|danh gia) (?:hoat dong|cong tac|thuc hien|phong trao|kinh doanh|san xuat|tinh hinh|viec))\b/g
const forward =
  /\b(?:trien khai|phuong huong|nhiem vu|ke hoach|chuan bi|chuong trinh cong tac|du toan|tet nguyen dan|(?:don|mung) (?:tet|xuan|dang)|tet (?:sum|nguyen|doan|cong|quy)\S*|(?:dau|mua|du|hoi|vui) xuan|xuan (?:nay|moi|nam|ve|giap|at|binh|dinh|mau|ky|canh|tan|nham|quy))\b/g

/**
 * What kind of words name a time: part of a year ("6 tháng đầu năm 2024"), a month, a day, a term or school year, a year that
 * is summed up, one that is to come, a bare year, a bare year that opens a clause ("Năm 2021, vợ thầy mổ tim") and so often
 * tells of the past, and a time that the words themselves place in the past ("hồi tháng 8/2015", "cuối năm 2016").
 */
export type SupportKind = 'part' | 'month' | 'day' | 'term' | 'back' | 'ahead' | 'plain' | 'clause' | 'name' | 'past'

/** A time that the article speaks of, as the span of days in which an article that speaks so is written. */
export interface Support {
  readonly from: number
  readonly to: number
  /** The first day on which it can have been written; `-Infinity` where the time may lie ahead. */
  readonly earliest: number
  readonly kind: SupportKind
}

/** A day in milliseconds. */
export const utc = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date)

const never = Number.NEGATIVE_INFINITY

/** Index of the last match of a global pattern, -1 for none. */
function lastMatch(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

/** A quarter for which something is planned: "dự kiến khởi công quý I/2026", "bàn giao từ quý II/2027". */
const quarterAhead =
  /\b(?:se|du kien|ke hoach|muc tieu|muon|de xuat|huong toi|khoi cong|hoan thanh|ra mat)\b[^.;]*$|\b(?:tu|vao|den|truoc|het|trong)\s+(?:dau |cuoi |giua )?quy (?:iv|iii|ii|i|[1-4])[\s/.]*(?:nam)?\s*$/

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
    if (months?.[2] !== 'cuoi')
      return { from: end - 45 * day, to: end + 60 * day, earliest: end - 60 * day, kind: 'part' }
    const begin = utc(year, 13 - count, 1)
    return /tong ket|ket qua/.test(before)
      ? { from: utc(year, 11, 15), to: utc(year + 1, 2, 1), earliest: utc(year, 10, 15), kind: 'part' }
      : { from: begin - 60 * day, to: utc(year, 12, 31) - 60 * day, earliest: never, kind: 'part' }
  }
  const quarter = /quy (iv|iii|ii|i|[1-4])[\s/.]*(nam)?\s*$/.exec(before)
  if (quarter !== null) {
    const n = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1]) + 1 || Number(quarter[1])
    const ahead = quarterAhead.test(before) || lastMatch(before, forward) > lastMatch(before, back)
    const [begin, end] = [utc(year, n * 3 - 2, 1), utc(year, n * 3, 28)]
    return ahead
      ? { from: begin - 200 * day, to: end, earliest: never, kind: 'ahead' }
      : { from: begin, to: end + 60 * day, earliest: begin, kind: 'part' }
  }
  const month = /thang (\d{1,2}) (nam )?\s*$/.exec(before)
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return dayOrMonth(year, Number(month[1]), undefined, before)
  return undefined
}

/** A year with the month and day before it, if any: 2019, 5.2023, 1/7/2025. Not a part of a longer number, nor of a decree's. */
const dated = /(?<![\d.,-]|[^\p{L}]\/)(?:(\d{1,2})[./-])?(?:(\d{1,2})[./-])?(19[5-9]\d|20\d\d)(?!\d|[.,]\d|\/\p{L})/gu

/** Years of programmes, of birth, of founding and of comparison say nothing of the day of writing. */
const timeless =
  /\b(?:tam nhin(?: den)?|den|toi|truoc|tu|ke tu|khoa|sn|sinh|thanh lap|ra doi|cung ky|so voi|luat|bo luat|hien phap|tu hoi)\s*(?:dau|cuoi|giua)?\s*(?:nam)?\s*$/

/** Words that place the time behind the day of writing: it may be long ago. */
const pastWords =
  /\b(?:hoi|ke tu|so voi|cung ky|truoc do|cao trang|nho lai|ke lai|cuoi|dau|giua|ngoai|tung|nghi huu|lan dau|gan nhat|sau)\b[^.;]{0,24}$/

/** What is foretold of a year may be so for years. */
const foretold = /\b(?:se|muc tieu|huong toi|du kien|du bao|ky vong|co the|dat muc)\b[^.;]*$/

/** "Bộ luật Hình sự năm 2015": the year is part of a law's name. */
const ofLaw = /\b(?:luat|hien phap|nghi quyet|nghi dinh|quyet dinh|thong tu)\b[^.;,]{0,40}\bnam\s*$/
const yearly =
  /\b(?:nam|thang|quy|tet|xuan|mua|vu|he|dai hoi|hoi thi|giai|ky thi|le hoi|chuong trinh|ke hoach)\b[^.;]{0,25}$/

/** A bare number is a year in the name of an event ("Nhân tài Đất Việt 2016"), not that of a ship. */
function isNameYear(text: string, at: number): boolean {
  return /(?:\p{Lu}[\p{L}\p{M}]*|[”"’)-]) ?$/u.test(text.slice(Math.max(0, at - 16), at))
}

/** Reads the years that `text` names into spans in which it may have been written. */
function supports(text: string): Support[] {
  const found: Support[] = []
  for (const match of text.matchAll(dated)) {
    const year = Number(match[3])
    const end = match.index + match[0].length
    const before = fold(` ${text.slice(Math.max(0, match.index - 80), match.index)}.`).slice(0, -1)
    const after = fold(text.slice(end, end + 10))
    // The beginning of a span: "2018 - 2023", "6.2018 - 6.2019"
    if (/^\s?[-–]\s?\d/.test(after)) {
      const term = match[1] === undefined ? termOf(year, before) : undefined
      if (term !== undefined) found.push(term)
      // "từ ngày 21/10/2016 - 21/10/2017", not "(28/7/1929 - 28/7/2024)"
      const runsOn = match[2] !== undefined && !(Number(/\d{4}/.exec(text.slice(end, end + 16))?.[0] ?? 0) > year + 4)
      if (runsOn) found.push(startOfSpan(utc(year, Number(match[2]), Number(match[1]))))
      continue
    }
    const second = match[2] === undefined ? undefined : Number(match[2])
    const first = match[1] === undefined ? undefined : Number(match[1])
    const month = second ?? first
    // "quý 2-2027"
    if (second === undefined && first !== undefined && /\bquy\s*$/.test(before)) continue
    // "Từ 1/1/2027, sáu loại giao dịch sẽ …"
    if (second !== undefined && fromWords.test(before) && /^[^.;]*\bse\b/.test(fold(text.slice(end, end + 60))))
      continue
    if (month !== undefined) {
      if (month >= 1 && month <= 12)
        found.push(dayOrMonth(year, month, second === undefined ? undefined : first, before))
      continue
    }
    // "Từ đầu năm 2019 đến nay": the year goes on.
    if (/\b(?:tu|ke tu) dau nam\s*$/.test(before) && !inForce.test(before.replace(/\bdau nam\s*$/, ''))) {
      found.push({ from: utc(year, 1, 15), to: utc(year, 11, 30), earliest: utc(year, 1, 1), kind: 'term' })
      continue
    }
    // The end of a term of office, of a school year, of a programme: "nhiệm kỳ 2018 - 2023"
    if (/\d{4}\s?[-–]\s?$/.test(before) || timeless.test(before) || ofLaw.test(before)) continue
    const named = !yearly.test(before)
    if (named && !isNameYear(text, match.index)) continue
    const part = partOfYear(before, year)
    if (part !== undefined) {
      found.push(part)
      continue
    }
    const clause = before.slice(before.search(/[^.;]*$/))
    const earliest = utc(year, 1, 1)
    if (foretold.test(clause)) {
      found.push({ from: earliest, to: earliest, earliest: never, kind: 'past' })
      continue
    }
    if (named || !/\b(?:nam|tet|xuan)\s*$/.test(before)) {
      found.push({ from: earliest, to: utc(year, 12, 31), earliest: never, kind: 'name' })
      continue
    }
    const looksBack = lastMatch(clause, back)
    if (lastMatch(clause, forward) > looksBack) {
      found.push({ from: utc(year - 1, 9, 15), to: utc(year, 9, 30), earliest: never, kind: 'ahead' })
      continue
    }
    if (looksBack >= 0) {
      found.push({ from: utc(year, 9, 15), to: utc(year + 1, 2, 28), earliest, kind: 'back' })
      continue
    }
    const opensClause = /(?:^|[,.;:]\s*)nam\s*$/.test(before) || /^ da\b/.test(after)
    const kind = pastWords.test(clause) ? 'past' : opensClause ? 'clause' : 'plain'
    // What is of a year is prepared in the autumn before and honoured in the spring after: only the months between tell.
    found.push({ from: utc(year - 1, 10, 1), to: utc(year + 1, 4, 30), earliest: utc(year - 1, 10, 1), kind })
  }
  return found
}

/** A congress is held in the first year of the term that it opens; a school year runs from autumn to summer. */
function termOf(year: number, before: string): Support | undefined {
  // Those honoured "năm học 2015 - 2016" are honoured when it is over.
  const over = /\b(?:tong ket|tuyen duong|bieu duong|khen thuong|vinh danh|ket qua|ton vinh)\b[^.;]*\bnam hoc\s*$/.test(
    before,
  )
  const earliest = utc(year - 1, 12, 1)
  if (over) return { from: utc(year + 1, 5, 1), to: utc(year + 1, 12, 15), earliest, kind: 'term' }
  if (/\b(?:tuyen sinh|thi vao|vao lop|xet tuyen|tuyen dung|dau cap|chuan bi)\b[^.;]*$|\btu nam hoc\s*$/.test(before))
    return { from: utc(year - 1, 10, 1), to: utc(year, 8, 31), earliest: utc(year - 1, 8, 1), kind: 'term' }
  if (/\bnam hoc\s*$/.test(before)) return { from: utc(year, 8, 1), to: utc(year + 1, 8, 31), earliest, kind: 'term' }
  if (/\bdai hoi\b.*\bnhiem ky\s*$/.test(before))
    return { from: earliest, to: utc(year, 12, 31), earliest, kind: 'term' }
  // The next term is spoken of a year or two before it begins.
  if (/\bnhiem ky\s*$/.test(before))
    return { from: earliest, to: earliest, earliest: utc(year - 2, 12, 1), kind: 'past' }
  return undefined
}

/** What has begun on a day ("vận hành từ 1.7.2025") is told for a while. */
function startOfSpan(begin: number): Support {
  return { from: begin - 30 * day, to: begin + 270 * day, earliest: never, kind: 'month' }
}

const fromWords = /\b(?:tu|ke tu)\s*(?:ngay)?\s*$/
/** What comes into force is told long before: "có hiệu lực thi hành từ ngày 1/1/2027". */
const inForce = /\b(?:hieu luc|ap dung|thi hanh|se|du kien|bat dau|lan dau|de)\b[^;]{0,60}$/
const aheadWords =
  /\b(?:truoc|se|du kien|han|den|vao|het|toi|sau|tu|ke tu|hieu luc|ap dung|thi hanh)\s*(?:ngay|thang|cuoi thang|dau thang|het ngay)?\s*$/

/** "1.7.2025" and "5.2023": what lies behind is told soon after it happened, what lies ahead within a year before. */
function dayOrMonth(year: number, month: number, date: number | undefined, before: string): Support {
  const begin = utc(year, month, date ?? 1)
  const until = date === undefined ? begin + 75 * day : begin + 35 * day
  // The end of a span is a jubilee or a term: "(28/7/1929 - 28/7/2024)" is told before and after
  if (date !== undefined && /\d\s?[-–]\s?$/.test(before)) {
    const years = Number(/(\d{4})\s?[-–]\s?$/.exec(before)?.[1] ?? 0)
    return year - years < 5
      ? { from: begin, to: begin, earliest: never, kind: 'past' }
      : { from: begin - 150 * day, to: begin + 60 * day, earliest: never, kind: 'month' }
  }
  if (fromWords.test(before) && !inForce.test(before)) return startOfSpan(begin)
  if (aheadWords.test(before)) return { from: begin, to: begin, earliest: never, kind: 'past' }
  const past = /\b(?:hoi|cao trang|nho lai|ke lai|truoc do|so voi|sinh|anh|chup)\b[^.;]{0,40}$/.test(before)
  return { from: begin, to: until, earliest: begin, kind: past ? 'past' : date === undefined ? 'month' : 'day' }
}

/** The times that an article speaks of, by where it does. */
export interface Times {
  readonly title: readonly Support[]
  readonly opening: readonly Support[]
  readonly rest: readonly Support[]
  /** Days, in milliseconds, that are named in full, those in addresses of pictures and pages among them. */
  readonly days: readonly number[]
  /** The latest day, in milliseconds, before which the article cannot have been written; `-Infinity` for none. */
  readonly earliest: number
}

/** Characters of the opening, and of all that is read. */
const openingLength = 700
const readLength = 12_000

/** Addresses that are left in a text. */
const addresses = /https?:\/\/[^\s"'<>]{8,400}/g
const mostAddresses = 20

function daysOf(text: string): number[] {
  const days: number[] = []
  for (const { kind, text: words, year, month, day: date, until } of findDates(text)) {
    const last = { year: until?.year ?? year, month: until?.month ?? month, date: until?.day ?? date }
    if ((kind !== 'date' && kind !== 'date-time') || last.year === undefined || last.year < firstYear) continue
    // "9/12/21" may be the number of a house.
    if (!words.includes(String(last.year))) continue
    if (last.month !== undefined && last.date !== undefined) days.push(utc(last.year, last.month, last.date))
  }
  let count = 0
  for (const [address] of text.matchAll(addresses)) {
    const found = urlDate(address)
    if (found !== undefined) days.push(Date.parse(found.value))
    if (++count === mostAddresses) break
  }
  return days
}

/** Papers have had pages since then. */
const firstYear = 2000

/** All times that an article speaks of; `beside` are other words of its page, from which only full days are taken. */
export function timesOf(title: string, body: string, beside = ''): Times {
  const found = {
    title: supports(title),
    opening: supports(body.slice(0, openingLength)),
    rest: supports(body.slice(openingLength, readLength)),
  }
  let latest = never
  for (const { earliest } of [...found.title, ...found.opening, ...found.rest]) latest = Math.max(latest, earliest)
  return {
    ...found,
    days: daysOf(`${title}\n${body.slice(0, readLength)}\n${beside.slice(0, readLength)}`),
    earliest: latest,
  }
}
