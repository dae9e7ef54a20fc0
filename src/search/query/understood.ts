import { RISKY } from '../../analysis/places/context-words.js'
import { nameForm } from '../../analysis/places/form.js'
import { findPlaces, type PlaceMention, province2025 } from '../../analysis/places/index.js'
import type { DateBounds, Now } from './calendar-span.js'
import { findDateBounds } from './date-expression.js'
import { caseOf } from './syntax.js'
import type { Span } from './tree.js'

/** Words of a query that name a place. */
export interface UnderstoodPlace extends Span {
  readonly kind: 'province' | 'district'
  /** The words. */
  readonly text: string
  /** Name among the 63 provinces. */
  readonly province: string
  /** Name among the 34 that it belongs to since 1 July 2025. */
  readonly province2025: string
  /** Name of the district, without its kind. */
  readonly district?: string
}

/** Words of a query that name days. */
export interface UnderstoodDate extends Span, DateBounds {
  readonly kind: 'date'
  /** The words. */
  readonly text: string
}

/** What was understood in the plain words of a query. */
export type Understood = UnderstoodPlace | UnderstoodDate

/** Options of `understandPlaces`; all have defaults. */
export interface UnderstandOptions {
  /**
   * What `hôm qua` and a date without its year are seen from: a Date, or an ISO date or date-time. Default: nothing; such dates are
   * then not understood, so that the same query is understood alike on every day.
   */
  readonly now?: Now
  /** Added to all positions: where the words stand in the whole query. Default 0. */
  readonly offset?: number
}

/** How a place has to be named: addresses, telephone numbers and papers say where somebody sits. */
const KINDS: ReadonlySet<string> = new Set(['explicit', 'agency', 'district', 'bare'])
/** Least confidence of `findPlaces` for a province and for a district. */
const PROVINCE = 0.4
const DISTRICT = 0.5
/** Nobody types more to be understood: what stands beyond is words. In UTF-16 units. */
const LONGEST = 1000
/** Ordinary words: peace, ocean, as high as. Only with capitals or a kind in front, tỉnh Hòa Bình, they are the province. */
const WORDS: ReadonlySet<string> = new Set(['hòa bình', 'hải dương', 'cao bằng'])

/**
 * The places and dates in the plain words of a query, in order of position: `tai nạn lao động bình dương 2023` has Bình Dương and
 * the year 2023. They stay words of the query; what is understood may only rank documents higher.
 *
 * Careful where words are ambiguous: hòa bình, hải dương and cao bằng in small letters are words unless a kind stands in front
 * (tỉnh hòa bình); a province of one syllable (Huế) needs its marks or a capital; a district its kind or a name of its own; a
 * number is a year where it counts nothing (2023, but not 2000 đồng). A capital at the very beginning says nothing, nor do
 * abbreviations in capitals. Only the first 1,000 units are looked at.
 *
 * @throws UsageError when `now` is no date
 */
export function understandPlaces(words: string, { now, offset = 0 }: UnderstandOptions = {}): Understood[] {
  const text = words.length > LONGEST ? words.slice(0, words.lastIndexOf(' ', LONGEST) + 1) : words
  const found: Understood[] = []
  for (const { start, end, province, district } of placesIn(text)) {
    found.push({
      kind: district === undefined ? 'province' : 'district',
      text: text.slice(start, end),
      start: start + offset,
      end: end + offset,
      province,
      province2025: province2025(province) ?? province,
      ...(district === undefined ? {} : { district }),
    })
  }
  for (const { start, end, from, to } of findDateBounds(text, now))
    found.push({ kind: 'date', text: text.slice(start, end), start: start + offset, end: end + offset, from, to })
  return found.sort((a, b) => a.start - b.start)
}

/** The mentions that are meant as places, whether or not the query has capitals where they belong. */
function placesIn(text: string): PlaceMention[] {
  const uncased = withoutCase(text)
  const found = findPlaces(uncased).filter(mention => isMeant(mention, uncased))
  // Names of people too, which in texts need their capitals.
  const capitals = uncased === text.toLowerCase() ? withCapitals(uncased) : uncased
  if (capitals === uncased) return found
  const more = findPlaces(capitals).filter(
    mention =>
      isMeant(mention, capitals) && found.every(({ start, end }) => end <= mention.start || start >= mention.end),
  )
  return [...found, ...more]
}

/** In small letters when the capitals of a query say nothing of names: none but the first letter and whole words. */
function withoutCase(text: string): string {
  const names = text
    .trimStart()
    .slice(1)
    .match(/\p{Lu}\p{M}*\p{Ll}/u)
  const lower = text.toLowerCase()
  return names === null && lower.length === text.length && caseOf(text) !== 'capitals' ? lower : text
}

/** With capitals on the names of provinces that `findPlaces` takes for people's where they are small: hà giang. */
function withCapitals(text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)]
  const units = text.split('')
  for (const [at, { 0: word, index }] of words.entries()) {
    const next = words[at + 1]
    if (next?.index !== index + word.length + 1) continue
    const form = nameForm(text.slice(index, next.index + next[0].length))
    if (!RISKY.has(form) || WORDS.has(form)) continue
    for (const first of [index, next.index]) units[first] = units[first].toUpperCase()
  }
  return units.join('')
}

function isMeant({ kind, confidence, district, start, end, province }: PlaceMention, text: string): boolean {
  if (!KINDS.has(kind)) return false
  if (district !== undefined) return confidence >= DISTRICT
  if (confidence < PROVINCE) return false
  if (kind !== 'bare') return true
  const name = text.slice(start, end)
  const capital = caseOf(name[0]) === 'capitals'
  if (WORDS.has(nameForm(province)))
    return capital && name.split(/\s+/).every(word => caseOf(word[0]) === 'capitals') && caseOf(name) === 'small'
  return capital || name.includes(' ') || nameForm(name) === nameForm(province) || name.length > 4
}
