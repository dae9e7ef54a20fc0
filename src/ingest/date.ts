import { type DateMention, findDates } from '../analysis/dates/index.js'
import type { Block } from './block.js'
import { readStamp, type Stamp } from './stamp.js'
import { mayBeOf, type Times, timesOf, yearOf } from './year.js'

/** A value that was derived, with the words that decided it. */
export interface Derived {
  readonly value: string
  /** The words on the page; absent for structured data. */
  readonly source?: string
  /** 0 to 1. */
  readonly confidence: number
  readonly from: 'structured' | 'stamp' | 'event' | 'text' | 'page'
}

/** A date line of an article and where it stands. */
export interface PlacedStamp {
  readonly stamp: Stamp
  /** Blocks between it and the headline: 1 directly under it, -1 directly above it; 0 where there is no headline. */
  readonly distance: number
  /** Behind the last paragraph. */
  readonly atEnd: boolean
}

/** A stamp needs one point to count. */
const least = 1

/**
 * How much speaks for a stamp as the day of publication: a time, a cue word, the place beside the headline. A bare weekday
 * line above the headline is the day on which the page was printed or saved, and more so when it comes twice.
 */
function stampScore({ stamp, distance, atEnd }: PlacedStamp, repeated: boolean): number {
  let points = 0
  if (stamp.hasTime) points += 2
  if (stamp.cue === 'posted') points += 3
  else if (stamp.cue === 'updated') points += 2
  if (atEnd) points += stamp.cue === undefined && !stamp.hasTime ? 1 : 0
  else if (distance === 0) points += 2
  else if (distance === 1) points += 3
  else if (distance > 1) points += 2
  else if (distance === -1) points += 2
  if (repeated) points -= 3
  if (stamp.cue === undefined && distance < 0) {
    if (stamp.hasWeekday && !stamp.hasTime) points -= 4
    if (stamp.hasSeconds) points -= 2
  }
  return points
}

/** The stamp that dates the article; undefined where none does. */
function bestStamp(stamps: readonly PlacedStamp[]): PlacedStamp | undefined {
  let best: PlacedStamp | undefined
  let bestScore = least - 0.01
  const seen = new Map<string, number>()
  for (const { stamp } of stamps) seen.set(stamp.date, (seen.get(stamp.date) ?? 0) + 1)
  for (const placed of stamps) {
    const bare = !placed.stamp.hasTime && placed.stamp.cue === undefined
    const score = stampScore(placed, bare && (seen.get(placed.stamp.date) ?? 0) > 1)
    if (score > bestScore) {
      best = placed
      bestScore = score
    }
  }
  return best
}

/** A pattern over lower-case text with its marks: one of `words`, whole, then `tail`. */
const after = (words: string, tail: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})${tail}`, 'u')

/** Dates of documents: "Hướng dẫn số 19/HD-LĐLĐ, ngày 12/6/2020 của LĐLĐ tỉnh", "ký ngày 9/11/2016". */
const documentDate = [
  after(
    'nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|hướng dẫn|kế hoạch|luật|bộ luật|pháp lệnh|thông báo|tờ trình|giấy phép|công điện|quy định|quy chế|kết luận|đề án|hợp đồng|báo cáo|thông tri|sắc lệnh|văn bản|biên bản|bản án|cáo trạng',
    '(?: liên tịch)?(?: số)?(?: \\S*\\d\\S*)?(?: (?:của|lập|ký|ban hành) [^.;!?,]{2,40})?,?\\s*(?:(?:ký|lập|ban hành|cấp) )?$',
  ),
  after('số', ':? ?\\d\\S*,?\\s*(?:(?:ký|ban hành|cấp) )?$'),
  after('ký|lập|tuyên|cấp|ban hành', '\\s*$'),
]
const ownedBy = /^\s*(?:của|về việc|quy định|hướng dẫn|sửa đổi|ban hành)(?!\p{L})/u
/** Days to come, and the ends of spans: "trước ngày 30/9", "sẽ diễn ra ngày 5/3", "ngày 1/7/2025, Công đoàn sẽ …". */
const aheadBefore = [
  after('sẽ|dự kiến|sắp|chậm nhất|hạn chót|thời hạn|hiệu lực|áp dụng|thi hành', '(?: [^\\s.;,]+){0,6}\\s*$'),
  after('trước|sau|đến|tới|hết|từ|kể từ|tính từ', '(?: (?:khoảng|hết|cuối|đầu))?\\s*$'),
]
const aheadAfter =
  /^[^.;!?]{0,60}(?<!\p{L})(?:sẽ|sắp tới|tới đây|dự kiến)(?!\p{L})|^\s*(?:\([^)]*\)\s*)?(?:tới|sắp tới|tới đây)(?!\p{L})/u
/** Days remembered: births, foundings, jubilees, and "tính đến ngày". */
const pastBefore = after(
  'sinh|thành lập|kỷ niệm|kỉ niệm|năm ngày|mất|giỗ|từ trần|hy sinh|ra đời|chiến thắng|giải phóng|nhập ngũ|kết nạp|nhân dịp|chào mừng|hướng tới|quốc tế|quốc khánh|tính đến|tính tới',
  '(?: [^\\s.;,]+){0,6}\\s*$',
)
/** The tale of something earlier, as in reports from court. */
const tale = after(
  'trước đó|cáo trạng|tài liệu điều tra|bản án|nhớ lại|kể lại|hôm ấy|đã thông tin|đã đưa tin|liên quan đến',
  '[^.;!?]{0,60}$',
)
/** "Khoảng 9h30 ngày …": the tale of an accident or a crime. */
const about = after('khoảng', '(?: lúc)?\\s*$')
/** "Vào ngày" tells of earlier days as often as of this one; not so where something takes place. */
const into = /(?<!\p{L})vào\s*$/u
const held = after('diễn ra|tổ chức|khai mạc|bế mạc|khánh thành|khởi công|phát động', '[^.;!?]{0,40}$')

/** The words of the sentence before `at`, in lower case, at most 90 characters. */
function before(text: string, at: number): string {
  const cut = text.slice(Math.max(0, at - 90), at)
  const start = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return (start >= 0 ? cut.slice(start + 2) : cut).toLowerCase()
}

/** Papers have been on the web since then; earlier days are history. */
const firstYear = 1998

/**
 * Whether a date in running text is the day of what the article tells: not that of a decree, a plan, a jubilee, nor of
 * an earlier event that it calls to mind.
 */
export function isEvent(text: string, mention: DateMention): boolean {
  if (mention.day === undefined || mention.month === undefined) return false
  if (mention.kind !== 'date' && mention.kind !== 'date-time') return false
  if (mention.cue === undefined && mention.partOfDay === undefined) return false
  if (mention.cue === 'từ' || (mention.year ?? firstYear) < firstYear) return false
  const words = before(text, mention.start)
  const following = text.slice(mention.end, mention.end + 80).toLowerCase()
  if (documentDate.some(pattern => pattern.test(words)) || tale.test(words) || about.test(words)) return false
  if (aheadBefore.some(pattern => pattern.test(words)) || aheadAfter.test(following) || pastBefore.test(words))
    return false
  if (mention.partOfDay !== undefined) return true
  if (ownedBy.test(following) || /[(]\s*$/.test(words)) return false
  const vague = into.test(words) || mention.text.toLowerCase().startsWith('vào')
  return !vague || held.test(words.replace(into, ''))
}

/** How far into an article its event date is looked for. */
const openingLength = 500
const openingParagraphs = 3

/** The first event date of the opening sentences, with its year from the article where the date has none. */
function eventDate(title: string, paragraphs: readonly string[], body: string): Derived | undefined {
  let left = openingLength
  for (const paragraph of paragraphs.slice(0, openingParagraphs)) {
    const opening = paragraph.slice(0, Math.max(left, 200))
    left -= paragraph.length
    const mention = /\d/.test(opening) ? findDates(opening).find(found => isEvent(opening, found)) : undefined
    if (mention !== undefined) return resolve(mention, timesOf(title, body))
    if (left <= 0) return undefined
  }
  return undefined
}

/** The mention as a day: of two days ("ngày 22 và 23/10") the second, since news comes after them. */
function resolve(mention: DateMention, times: Times): Derived | undefined {
  const last =
    mention.until?.day !== undefined && mention.text.includes(' và ') ? { ...mention, ...mention.until } : mention
  const year = last.year ?? yearOf(last, times)
  if (year === undefined || last.month === undefined || last.day === undefined) return undefined
  if (!mayBeOf(times, Date.UTC(year, last.month - 1, last.day))) return undefined
  const value = `${year}-${String(last.month).padStart(2, '0')}-${String(last.day).padStart(2, '0')}`
  return { value, source: mention.text, confidence: mention.year === undefined ? 0.7 : 0.85, from: 'event' }
}

/** What is known of an article when its date is asked for. */
export interface DateEvidence {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly body: string
  readonly stamps: readonly PlacedStamp[]
  /** From JSON-LD, `meta` or `<time>`: ISO as `normalizeIso` gives it. */
  readonly structured?: string
}

/** Days between two ISO dates, by their days. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000
}

/**
 * The day of publication: structured data unless a sure stamp contradicts it by more than a day; else the stamp beside
 * the headline, with a time or a cue; else the event date of the opening. Undefined where the page states none.
 */
export function publicationDate(evidence: DateEvidence): { date?: Derived; contradiction?: string } {
  const best = bestStamp(evidence.stamps)
  const stamp: Derived | undefined =
    best === undefined
      ? undefined
      : { value: best.stamp.date, source: best.stamp.text, confidence: best.stamp.hasTime ? 0.97 : 0.9, from: 'stamp' }
  if (evidence.structured !== undefined) {
    if (stamp !== undefined && daysApart(stamp.value, evidence.structured) > 1.5 && best?.stamp.cue !== 'updated') {
      return { date: stamp, contradiction: `${evidence.structured} ≠ ${stamp.source}` }
    }
    return { date: { value: evidence.structured, confidence: 0.98, from: 'structured' } }
  }
  if (stamp !== undefined) {
    // A clock above the page with nothing else for it gives way to an event date of another season with its own year.
    const event =
      best?.stamp.cue === undefined && (best?.distance ?? 0) < 0
        ? eventDate(evidence.title, evidence.paragraphs, evidence.body)
        : undefined
    if (event !== undefined && event.confidence > 0.8 && daysApart(event.value, stamp.value) > 60) {
      return { date: event, contradiction: `${stamp.source} ≠ ${event.source}` }
    }
    return { date: stamp }
  }
  const event = eventDate(evidence.title, evidence.paragraphs, evidence.body)
  return event === undefined ? {} : { date: event }
}

/** The stamps among `blocks`, placed relative to the headline at index `title` (-1: none). */
export function placeStamps(blocks: readonly Block[], title: number, lastParagraph: number): PlacedStamp[] {
  const placed: PlacedStamp[] = []
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i].label !== 'stamp') continue
    const stamp = readStamp(blocks[i].text)
    if (stamp !== undefined) placed.push({ stamp, distance: title < 0 ? 0 : i - title, atEnd: i > lastParagraph })
  }
  return placed
}
