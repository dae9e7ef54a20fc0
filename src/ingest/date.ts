import { type DateMention, findDates } from '../analysis/dates/index.js'
import { fold } from '../text/index.js'
import type { Block } from './block.js'
import { readStamp, type Stamp } from './stamp.js'
import { yearOf } from './year.js'

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

const documentDate =
  /\b(nghi quyet|quyet dinh|nghi dinh|thong tu|chi thi|cong van|huong dan|ke hoach|luat|bo luat|phap lenh|thong bao|to trinh|giay phep|cong dien|quy dinh|quy che|ket luan|de an|hop dong|bao cao|thong tri|sac lenh)( lien tich)?( so)?( \S*\d\S*)?( cua [^.;!?,]{2,40})?,?\s*(ky |ban hanh |cap )?(ngay)?\s*$/
const numberedDate = /\bso:? ?\d\S*,?\s*(ky |ban hanh |cap )?(ngay)?\s*$/
const ownedBy = /^\s*(cua|ve viec|quy dinh|huong dan|sua doi|ban hanh)\b/
const aheadBefore =
  /\b(se|du kien|sap|truoc|den|toi|het|cham nhat|han|han chot|thoi han|hieu luc|ap dung|thi hanh|ke|thuc hien)( [^\s.;,]+){0,4}\s*$/
const pastBefore =
  /\b(sinh|thanh lap|ky niem|nam ngay|mat|gio|tu tran|hy sinh|ra doi|ra mat|chien thang|giai phong|nhap ngu|ket nap|nhan dip|chao mung|huong toi|quoc te|quoc khanh|tinh den|tinh tu|tinh toi)( [^\s.;,]+){0,6}\s*$/

/** The sentence's words before `at`, folded, at most 90 characters. */
function before(text: string, at: number): string {
  const cut = text.slice(Math.max(0, at - 90), at)
  const start = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return fold(start >= 0 ? cut.slice(start + 2) : cut)
}

/** Whether a date in running text is the day of what the article tells: not that of a decree, a plan, a jubilee. */
function isEvent(text: string, mention: DateMention): boolean {
  if (mention.day === undefined || mention.month === undefined) return false
  if (mention.kind !== 'date' && mention.kind !== 'date-time') return false
  if (mention.cue === undefined && mention.partOfDay === undefined) return false
  const words = before(text, mention.start)
  const after = fold(text.slice(mention.end, mention.end + 30))
  if (documentDate.test(words) || numberedDate.test(words)) return false
  if (mention.partOfDay === undefined && ownedBy.test(after)) return false
  if (aheadBefore.test(words) || pastBefore.test(words)) return false
  return !/[(]\s*(ngay)?\s*$/.test(words) || mention.partOfDay !== undefined
}

/** How far into an article its event date is looked for: paragraphs, and characters of each. */
const openingParagraphs = 3
const openingLength = 700

/** The first event date of the opening sentences, with its year from the article where the date has none. */
function eventDate(title: string, paragraphs: readonly string[], body: string): Derived | undefined {
  for (const paragraph of paragraphs.slice(0, openingParagraphs)) {
    const opening = paragraph.slice(0, openingLength)
    if (!/\d/.test(opening)) continue
    for (const mention of findDates(opening)) {
      if (!isEvent(opening, mention)) continue
      const year = mention.year ?? yearOf(mention, title, body)
      if (year === undefined || mention.month === undefined || mention.day === undefined) return undefined
      const value = `${year}-${String(mention.month).padStart(2, '0')}-${String(mention.day).padStart(2, '0')}`
      return {
        value,
        source: withCue(opening, mention),
        confidence: mention.year === undefined ? 0.7 : 0.85,
        from: 'event',
      }
    }
  }
  return undefined
}

/** The date with the words of its cue: "Chiều ngày 31/12". */
function withCue(text: string, mention: DateMention): string {
  const words = text.slice(Math.max(0, mention.start - 24), mention.start)
  const cue =
    /(?:(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|từ|vào|lúc|và|đến|\d{1,2}(?:[./-]\d{1,2})?|hai|ba)\s*,?\s*)+$/iu.exec(words)
  return `${cue === null ? '' : cue[0]}${text.slice(mention.start, mention.end)}`.trim()
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
