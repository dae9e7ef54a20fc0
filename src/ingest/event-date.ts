import { type DateMention, findDates } from '../analysis/dates/index.js'
import { fold } from '../text/fold.js'
import type { DerivedDate } from './derived.js'
import { isEvent } from './event.js'
import { day, type Times, timesOf, utc } from './times.js'
import { fitsWeekday, mayBeOf, yearOf } from './year.js'

/** How far into an article its event date is looked for. */
const openingLength = 700
const openingParagraphs = 3
/** Characters that are read for later days. */
const readLength = 4000

/** From this confidence on an event date is given as the article's. */
const least = 0.8

/** An event date of the opening, and how likely it is that the article came out within days of it. */
interface Candidate {
  readonly mention: DateMention
  /** 0 to 1, the year left aside. */
  readonly confidence: number
}

/** "hôm nay (19/10)", "sáng nay 5/11", "hôm qua, 4/11": the article itself says where it stands in time. */
function isDeictic({ cue, text }: DateMention): boolean {
  return / (?:nay|qua)$/.test(cue ?? '') || /(?<!\p{L})(?:nay|qua)(?!\p{L})/u.test(text)
}

/**
 * The first event date of the opening sentences, with its year from the article where the date has none. Undefined where
 * no date is sure enough: a wrong date is worse than none.
 */
export function eventDate(
  title: string,
  paragraphs: readonly string[],
  body: string,
  beside = '',
): DerivedDate | undefined {
  const candidate = ofHeadline(title) ?? firstEvent(paragraphs)
  if (candidate === undefined) return undefined
  const found = resolve(candidate, timesOf(title, body, beside))
  if (found === undefined) return undefined
  const confidence = found.confidence * (isLast(found.at, body) ? 1 : 0.6)
  if (confidence < least) return undefined
  return {
    value: new Date(found.at).toISOString().slice(0, 10),
    source: candidate.mention.text,
    confidence: Math.round(confidence * 100) / 100,
    from: 'event',
  }
}

/** "Giá vàng hôm nay 29.8": a headline that names its day. */
function ofHeadline(title: string): Candidate | undefined {
  if (!/\d/.test(title)) return undefined
  const mention = findDates(title).find(
    found => found.kind !== 'relative' && found.day !== undefined && isDeictic(found),
  )
  return mention?.month === undefined ? undefined : { mention, confidence: 0.99 }
}

/**
 * How sure the day is by the way it is told, measured on the news of 2016 and 2020: a day that the article ties to its own
 * is always within three days of its publication, one with a part of the day in 97 of 100 cases, "ngày 5/11" in 88; a full
 * date with its year is that of an announcement or of history as often as of news.
 */
function firstEvent(paragraphs: readonly string[]): Candidate | undefined {
  let left = openingLength
  for (const paragraph of paragraphs.slice(0, openingParagraphs)) {
    const opening = paragraph.slice(0, Math.max(left, 200))
    if (/\d/.test(opening)) {
      for (const mention of findDates(opening)) {
        if (mention.day === undefined || mention.month === undefined || mention.kind === 'relative') continue
        if (isDeictic(mention)) return { mention, confidence: 0.99 }
        if (!isEvent(opening, mention)) continue
        if (mention.until !== undefined && !mention.text.includes(' và ')) continue
        const confidence = sureness(opening, mention, openingLength - left + mention.start)
        if (confidence !== undefined) return { mention, confidence }
      }
    }
    left -= paragraph.length
    if (left <= 0) return undefined
  }
  return undefined
}

/** What bodies and their people do on a day that their news names with its year. */
const official =
  /(?<!\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|khánh thành|khởi công|phát động|khai trương|ra mắt|mở (?:ngày hội|hội|lớp|phiên|đợt|tuần)|hội nghị|hội thảo|tọa đàm|đại hội|họp|chủ trì|buổi làm việc|tiếp|đến thăm|trao|tặng|ký kết|công bố|kiểm tra|khảo sát|giám sát|tham dự|đến dự|tập huấn|tuyên truyền|bàn giao|ra quân|tiếp xúc|tuyên phạt|xét xử|bắt giữ|triển khai)(?!\p{L})/u
/** Authorities and associations; firms send their news to the papers for weeks. */
const authority =
  /(?<!\p{L})(?:liên đoàn|lđlđ|công đoàn|nghiệp đoàn|cđcs|ubnd|ủy ban|hđnd|mttq|mặt trận|sở|đảng|huyện|xã|phường|thị xã|thị trấn|tỉnh|thành phố|tp|hội|ban|trường|công an|bộ đội|đoàn|chi đoàn|ban thường vụ|bch|thôn|ấp|khóm)(?!\p{L})/u
const union = /(?<!\p{L})(?:lđlđ|liên đoàn lao động|công đoàn|cđcs)(?!\p{L})/u
const firm =
  /(?<!\p{L})(?:công ty|tập đoàn|ngân hàng|thương hiệu|nhãn hàng|\p{L}*bank|group|khách mời|vinh danh)(?!\p{L})/u
const marked = { official, authority, union, firm }
const foldedOf = ({ source }: RegExp) => new RegExp(fold(source).replaceAll('\\p{l}', '\\p{L}'), 'u')
/** The same for texts that are typed without marks. */
const unmarked = {
  official: foldedOf(official),
  authority: foldedOf(authority),
  union: foldedOf(union),
  firm: foldedOf(firm),
}
const isMarked = (text: string) => /[^\u0000-\u007f]/.test(text)

/** A clause that leads up to the day: "Nhân kỷ niệm …, sáng ngày 07/3/2018,"; not "Theo văn bản này, ngày …". */
const leadsUp = /^(?!Theo|Tại)[^.!?]{0,160},\s*$/u

const dateline = /^\(?(?:\p{Lu}{2,8}|[\p{L}]{2,12}\.vn)\)?\s?[-–—]\s*$/u

/** Amid a sentence: "giải bóng chuyền … kết thúc tối 25/5/2011". */
const held = /\b(?:ket thuc|khai mac|be mac|dien ra|to chuc|khep lai|khanh thanh|khoi cong)\b[^.;]{0,40}$/

/** How sure a day is by its words and by where it stands, `at` characters into the text; undefined for one that says little. */
function sureness(text: string, mention: DateMention, at: number): number | undefined {
  const near = at < 220
  const { partOfDay, year } = mention
  if (year === undefined) return partOfDay === undefined ? (near ? 0.9 : 0.8) : near ? 0.97 : 0.9
  // With its year a day opens reports of official bodies, amid a sentence it calls something to mind.
  const opens =
    /(?:^|[.!?…”"\n:)–-]\s*|^.{0,40}[-–:] ?)$/su.test(text.slice(0, mention.start)) ||
    mention.start < 4 ||
    /^(?:Vào|Trong)[^,;.]{0,16}$/.test(text.slice(0, mention.start)) ||
    leadsUp.test(text.slice(0, mention.start))
  if (!opens || !near) {
    const amid = partOfDay !== undefined && near && held.test(fold(text.slice(0, mention.start)))
    return amid ? 0.85 : undefined
  }
  // "(TTXVN) - Ngày 5/9/2022, …": where an agency's or paper's news begins with its day.
  if (dateline.test(text.slice(0, mention.start))) return partOfDay === undefined ? 0.88 : 0.95
  const sentence = restOfSentence(text, mention.end)
  const says = isMarked(sentence) ? marked : unmarked
  if (!says.official.test(sentence)) return partOfDay === undefined ? 0.6 : 0.75
  if (
    partOfDay === undefined &&
    (!says.authority.test(sentence) || (says.firm.test(sentence) && !says.union.test(sentence)))
  )
    return 0.75
  return partOfDay === undefined ? 0.88 : 0.95
}

/** The words of a sentence from `at` on, 240 characters at most, in lower case; "TP." and "Q." do not end it. */
function restOfSentence(text: string, at: number): string {
  const words = text.slice(at, at + 240)
  const end = words.search(/\p{L}{3}[.!?;] \p{Lu}/u)
  return (end < 0 ? words : words.slice(0, end + 3)).toLowerCase()
}

/** The mention as a day: of two days ("ngày 22 và 23/10") the second, since news comes after them. */
function resolve({ mention, confidence }: Candidate, times: Times): { at: number; confidence: number } | undefined {
  const last =
    mention.until?.day !== undefined && mention.text.includes(' và ') ? { ...mention, ...mention.until } : mention
  if (last.month === undefined || last.day === undefined) return undefined
  if (last.year !== undefined) {
    const at = utc(last.year, last.month, last.day)
    if (!mayBeOf(times, at) || (last.weekday !== undefined && !fitsWeekday(at, last.weekday))) return undefined
    return { at, confidence }
  }
  const guess = yearOf(last, times)
  if (guess === undefined) return undefined
  const sure = guess.points >= 3 ? 0.98 : guess.points >= 2 ? 0.95 : guess.points >= 1.5 ? 0.9 : 0.7
  return { at: utc(guess.year, last.month, last.day), confidence: confidence * sure }
}

/** Whether the article tells of no later event: it came out after the last. Days without a year are those of the same. */
function isLast(at: number, body: string): boolean {
  const year = new Date(at).getUTCFullYear()
  for (const mention of findDates(body.slice(0, readLength))) {
    if (mention.day === undefined || mention.month === undefined || !isEvent(body, mention)) continue
    const other = utc(mention.year ?? year, mention.month, mention.day)
    if (other > at + 2 * day && other < at + 90 * day) return false
  }
  return true
}
