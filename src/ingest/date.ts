import { findDates, resolveRelative } from '../analysis/dates/index.js'
import type { Block } from './block.js'
import type { DerivedDate } from './derived.js'
import { eventDate } from './event-date.js'
import { readStamp, type Stamp } from './stamp.js'
import { urlDate } from './url-date.js'

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

/** What is known of an article when its date is asked for. */
export interface DateEvidence {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly body: string
  readonly stamps: readonly PlacedStamp[]
  /** Words of the same page that name its days: other articles of one issue. */
  readonly beside?: string
  /** From JSON-LD, `meta` or `<time>`: ISO as `normalizeIso` gives it. */
  readonly structured?: string
  /** The page's own address, which may have the day in it. */
  readonly url?: string
  /** ISO date or date-time at which the page was fetched. */
  readonly crawled?: string
}

/** Days between two ISO dates, by their days. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000
}

/**
 * The day of publication: structured data unless a sure stamp contradicts it by more than a day; else the stamp beside
 * the headline, with a time or a cue; else the event date of the opening. Undefined where the page states none.
 */
export function publicationDate(evidence: DateEvidence): { date?: DerivedDate; contradiction?: string } {
  const best = bestStamp(evidence.stamps)
  const stamp: DerivedDate | undefined =
    best === undefined
      ? undefined
      : { value: best.stamp.date, source: best.stamp.text, confidence: best.stamp.hasTime ? 0.97 : 0.9, from: 'stamp' }
  if (evidence.structured !== undefined) {
    if (stamp !== undefined && daysApart(stamp.value, evidence.structured) > 1.5 && best?.stamp.cue !== 'updated') {
      return { date: stamp, contradiction: `${evidence.structured} ≠ ${stamp.source}` }
    }
    return { date: { value: evidence.structured, confidence: 0.98, from: 'structured' } }
  }
  if (stamp?.value.length === 7) return { date: dayOfMonth(stamp, evidence) ?? stamp }
  if (stamp !== undefined) {
    // A clock above the page with nothing else for it gives way to an event date of another season with its own year.
    const event =
      best?.stamp.cue === undefined && (best?.distance ?? 0) < 0
        ? eventDate(evidence.title, evidence.paragraphs, evidence.body, evidence.beside)
        : undefined
    if (event !== undefined && event.confidence > 0.8 && daysApart(event.value, stamp.value) > 60) {
      return { date: event, contradiction: `${stamp.source} ≠ ${event.source}` }
    }
    return { date: stamp }
  }
  const found =
    (evidence.url === undefined ? undefined : urlDate(evidence.url)) ??
    eventDate(evidence.title, evidence.paragraphs, evidence.body, evidence.beside) ??
    relativeDate(evidence)
  // Nothing that is fetched is of a later day.
  if (
    found === undefined ||
    (evidence.crawled !== undefined && found.value.slice(0, 10) > evidence.crawled.slice(0, 10))
  )
    return {}
  return { date: found }
}

/** The day in the opening that lies in the month of an issue ("Số 3 - tháng 2 năm 2012"), which gives it its year. */
function dayOfMonth(month: DerivedDate, { title, paragraphs, body }: DateEvidence): DerivedDate | undefined {
  const found = eventDate(title, paragraphs, body, `${month.value}-15`)
  return found?.value.startsWith(month.value) ? found : undefined
}

/** "2 giờ trước", "hôm qua" beside the headline or in the opening, counted from the time of the crawl. */
function relativeDate({ title, paragraphs, crawled }: DateEvidence): DerivedDate | undefined {
  if (crawled === undefined) return undefined
  const opening = `${title}\n${paragraphs.slice(0, 2).join('\n').slice(0, 300)}`
  for (const mention of findDates(opening)) {
    if (mention.kind !== 'relative' || (mention.amount ?? 1) > 0) continue
    const value = resolveRelative(mention, crawled)
    if (value !== undefined) return { value, source: mention.text, confidence: 0.6, from: 'event' }
  }
  return undefined
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
