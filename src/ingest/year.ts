import type { DateMention } from '../analysis/dates/index.js'
import { fold } from '../text/index.js'

/** Milliseconds of a day. */
const day = 86_400_000

/** How news speaks of a period it looks back on, or forward to. */
const back =
  /\b(tong ket|so ket|ket qua|trong|danh gia|nhin lai|thanh tich|bao cao|qua|dat duoc|hoan thanh)\b[^.;]{0,60}$/
const forward =
  /\b(trien khai|phuong huong|nhiem vu|ke hoach|don|mung|chuan bi|muc tieu|chuong trinh cong tac|du toan|huong toi|tet nguyen dan|tet|xuan)\b[^.;]{0,40}$/

/** One year that the article names, with the span of days in which an article that says so is written. */
interface Support {
  readonly from: number
  readonly to: number
  readonly weight: number
}

const utc = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date)

/** The part of the year that the words before "năm 2024" name: "6 tháng đầu", "quý I", "9 tháng". */
function partOfYear(
  before: string,
  year: number,
): { from: number; to: number; word: 'first' | 'last' | 'part' } | undefined {
  const months = /(\d{1,2}|sau|chin|ba) thang (dau|cuoi)( nam)?\s*$/.exec(before)
  if (months !== null) {
    const count = months[1] === 'sau' ? 6 : months[1] === 'chin' ? 9 : months[1] === 'ba' ? 3 : Number(months[1])
    if (count < 1 || count > 11) return undefined
    return months[2] === 'dau'
      ? { from: utc(year, 1, 1), to: utc(year, count + 1, 1), word: 'first' }
      : { from: utc(year, 13 - count, 1), to: utc(year, 12, 31), word: 'last' }
  }
  const quarter = /quy (iv|iii|ii|i|[1-4])[\s/]*(nam)?\s*$/.exec(before)
  if (quarter !== null) {
    const n = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1]) + 1 || Number(quarter[1])
    return { from: utc(year, n * 3 - 2, 1), to: utc(year, n * 3, 28), word: 'part' }
  }
  const month = /thang (\d{1,2})[\s/.-]*(nam)?\s*$/.exec(before)
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    const n = Number(month[1])
    return { from: utc(year, n, 1), to: utc(year, n + 1, 1), word: 'part' }
  }
  return undefined
}

/** Reads the years that `text` names into spans in which it may have been written. */
function supports(text: string, weight: number): Support[] {
  const found: Support[] = []
  const folded = fold(text)
  for (const match of folded.matchAll(/(?<![\d.,/-])(19[5-9]\d|20\d\d)(?![\d.,]?\d)/g)) {
    const year = Number(match[1])
    const before = folded.slice(Math.max(0, match.index - 80), match.index)
    const after = folded.slice(match.index + 4, match.index + 12)
    // Terms of office and programmes: "nhiệm kỳ 2018 - 2023", "giai đoạn 2016-2020", "tầm nhìn đến năm 2030", "năm học 2023 - 2024"
    if (/^\s?[-–]\s?\d{4}/.test(after) || /\d{4}\s?[-–]\s?$/.test(before)) continue
    if (/(tam nhin|den nam|den|truoc nam|tu nam|khoa|sinh nam|thanh lap)\s*(nam)?\s*$/.test(before)) continue
    if (/\/\s*$/.test(before) && /so\s*\S*$/.test(before)) continue
    const part = partOfYear(before, year)
    if (part !== undefined) {
      const looksAhead = part.word === 'last' && !/tong ket|ket qua/.test(before)
      found.push(
        looksAhead
          ? { from: part.from - 60 * day, to: part.to - 60 * day, weight: weight * 2 }
          : {
              from: part.word === 'first' ? part.to - 45 * day : part.from,
              to: part.to + 60 * day,
              weight: weight * 3,
            },
      )
      continue
    }
    const isBack = back.test(before)
    const isForward = forward.test(before)
    const nearestBack = isBack ? lastIndexOf(before, back) : -1
    const nearestForward = isForward ? lastIndexOf(before, forward) : -1
    if (isForward && nearestForward > nearestBack) {
      found.push({ from: utc(year - 1, 10, 15), to: utc(year, 9, 30), weight })
    } else if (isBack) {
      found.push({ from: utc(year, 9, 15), to: utc(year + 1, 2, 28), weight: weight * 1.5 })
      found.push({ from: utc(year, 1, 1), to: utc(year, 12, 31), weight })
    } else {
      found.push({ from: utc(year, 1, 1), to: utc(year, 12, 31), weight })
    }
  }
  return found
}

function lastIndexOf(text: string, pattern: RegExp): number {
  const word = new RegExp(pattern.source.slice(0, pattern.source.indexOf('[^')), 'g')
  let last = -1
  for (const match of text.matchAll(word)) last = match.index
  return last
}

/**
 * The year of a year-less date, from what the article says: the one that puts the day nearest to the spans in which
 * its years are spoken of. "Tổng kết … năm 2019 và triển khai nhiệm vụ năm 2020" puts 31/12 into 2019, "6 tháng đầu năm 2024"
 * puts 9.7 into 2024. Undefined where the article names no year.
 */
export function yearOf(mention: DateMention, title: string, body: string): number | undefined {
  if (mention.month === undefined || mention.day === undefined) return undefined
  const all = [...supports(title, 3), ...supports(body.slice(0, 1200), 2), ...supports(body.slice(1200, 6000), 1)]
  if (all.length === 0) return undefined
  const years = new Set<number>()
  for (const { from, to } of all) {
    for (let year = new Date(from).getUTCFullYear() - 1; year <= new Date(to).getUTCFullYear() + 1; year++)
      years.add(year)
  }
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const year of [...years].sort((a, b) => a - b)) {
    const at = utc(year, mention.month, mention.day)
    if (new Date(at).getUTCDate() !== mention.day) continue
    let cost = 0
    for (const { from, to, weight } of all) {
      const days = at < from ? (from - at) / day : at > to ? (at - to) / day : 0
      // Beyond a year every miss is the same: one old year in passing must not pull the date.
      cost += weight * Math.min(days, 400)
    }
    if (cost < least) {
      least = cost
      best = year
    }
  }
  return best
}
