import { classify, type Found, RESIDENCE } from './classify.js'
import { endsHost, hostMention, phoneMention } from './contacts.js'
import { nameForm, unmarked } from './form.js'
import { type Ending, type Gazetteer, gazetteer } from './gazetteer.js'
import type { PlaceMention, RawMention } from './mention.js'
import { province2025 } from './provinces.js'
import { isMarked, isUpper, WordReader, wordHash } from './words.js'

const HOST_ENDS: ReadonlySet<number> = new Set(['vn', 'com', 'org', 'net', 'info'].map(wordHash))

/** Between the words of one name. */
const GAP = /^(?:[ \u00a0\t\u202f]{1,3}|[ ]?\n[ ]?|[ ]?[-–—‑.][ ]?)$/
const isGap = (text: string, from: number, to: number) =>
  (to === from + 1 && text.charCodeAt(from) === 0x20) || GAP.test(text.slice(from, to))
/** Between the names of a list. */
const LIST_GAP = /^\s?(?:,|;|và|hoặc|hay|\/|,\s?và|va|&)\s?$/
/** Between a district and the province it lies in: Long Thành, Đồng Nai; Mỹ Tú (tỉnh Sóc Trăng). */
const WITHIN_GAP = /^\s?(?:,|\(|-|–|,?\s?thuộc)\s?$/
/** How far case and marks of the surroundings are looked at. */
const NEAR = 48

/** A name found by its letters and marks. */
type Match = Omit<Found, 'caseless'>

/** Every place named in a text, ambiguous ones with all their provinces, in order of position. */
export function scanPlaces(text: string): RawMention[] {
  const places = gazetteer()
  // Where no capital stands at all, as in queries, case says nothing.
  const caseless = !hasWithin(text, 0, text.length, isUpper)
  const reader = new WordReader(text)
  const ahead = new WordReader(text)
  const mentions: RawMention[] = []
  let at = 0
  const people = new Set<string>()
  let wayEnd = 0
  let last: RawMention | undefined
  while (reader.next(at)) {
    at = reader.end
    const { start, hash } = reader
    const first = text.charCodeAt(start)
    if (isDigit(first)) {
      const code = first === 0x30 || (first === 0x38 && text[start - 1] === '+') ? phoneMention(text, start) : undefined
      if (code) {
        mentions.push(code)
        at = Math.max(at, code.end)
      }
      continue
    }
    if (text.charCodeAt(start - 1) === 0x2e && HOST_ENDS.has(hash) && endsHost(text.slice(start, at))) {
      const host = hostMention(text, at)
      if (host) mentions.push(host)
      continue
    }
    if (!places.mayBegin(hash)) continue
    const found = longestName(text, places, reader, ahead)
    if (!found) continue
    if (found.place.province === undefined && !found.place.none && overlapped(text, places, found)) continue
    // The other end of a road: cao tốc Hà Nội - Hải Phòng.
    if (wayEnd > 0 && found.start - wayEnd <= 3 && /^\s?[-–—]\s?$/.test(text.slice(wayEnd, found.start))) {
      wayEnd = at = found.end
      continue
    }
    const gap = last && found.start - last.end < 8 ? text.slice(last.end, found.start) : undefined
    const listed = gap !== undefined && (LIST_GAP.test(gap) || gap.trim() === '-') ? last : undefined
    const mention = classify(text, { ...found, caseless }, listed)
    if (mention || found.place.none) at = found.end
    if (mention === 'way') wayEnd = found.end
    if (mention === 'person') people.add(found.form)
    if (!mention || mention === 'way' || mention === 'person') continue
    mentions.push(mention)
    last = mention
  }
  if (people.size === 0) return mentions
  // Whoever was named in full is meant when the name comes again without more.
  return mentions.filter(
    ({ kind, confidence, start, end }) =>
      (kind !== 'bare' && kind !== 'district') || confidence > 0.7 || !people.has(nameForm(text.slice(start, end))),
  )
}

/** Whether a province's name begins inside a district's and goes on after it: (Đông) Bắc Hà Nội is no Bắc Hà. */
function overlapped(text: string, places: Gazetteer, found: Match): boolean {
  const inner = new WordReader(text)
  let at = found.start
  while (inner.next(at) && inner.start < found.end) {
    at = inner.end
    if (inner.start === found.start || !places.mayBegin(inner.hash)) continue
    const other = longestName(text, places, inner, new WordReader(text))
    if (other?.place.province !== undefined && other.capitals && other.end > found.end) return true
  }
  return false
}

/** The longest name that begins at the word last read and is spelled as typed; undefined for none. */
function longestName(text: string, places: Gazetteer, first: WordReader, ahead: WordReader): Match | undefined {
  let node = places.step(0, first.hash)
  if (node < 0) return undefined
  let end = first.end
  let capitals = first.capital
  const endings: { ending: Ending; end: number; capitals: boolean }[] = []
  for (let words = 1; ; words++) {
    const ending = places.endingAt(node)
    if (ending) endings.push({ ending, end, capitals })
    if (words === 7 || !ahead.next(end) || ahead.start > end + 3) break
    node = places.step(node, ahead.hash)
    if (node < 0 || !isGap(text, end, ahead.start)) break
    end = ahead.end
    capitals &&= ahead.capital || isDigit(text.charCodeAt(ahead.start))
  }
  for (const candidate of endings.reverse()) {
    const found = resolve(text, first.start, candidate.end, candidate.ending, candidate.capitals)
    if (found) return found
  }
  return undefined
}

/** Which of the names that share their letters was typed, by its marks. */
function resolve(text: string, start: number, end: number, ending: Ending, capitals: boolean): Match | undefined {
  const typed = nameForm(text.slice(start, end))
  // A lower-case run between signs is a piece of an address, not a word: /soc-trang-thuc-hien
  if (!capitals && (/[/_@=&?%]/.test(text[start - 1] ?? '') || /[/_@=]|-\w|\.\w/.test(text.slice(end, end + 2)))) {
    return undefined
  }
  const exact = ending.forms.get(typed)
  if (exact) return { start, end, place: exact, form: typed, capitals, markless: false }
  const bare = unmarked(typed)
  if (ending.loose || typed === bare) {
    if (!ending.loose && hasNear(text, start, end, isMarked)) return undefined
    const [form, ...others] = ending.forms.keys()
    const place = ending.forms.get(form)
    if (!place) return undefined
    const all = { ...place, districts: [...place.districts] }
    for (const other of others) {
      const more = ending.forms.get(other)
      if (more === undefined || more.none) continue
      all.districts.push(...more.districts)
      all.province ??= more.province as string
    }
    return { start, end, place: all, form, capitals, markless: typed === bare && form !== bare }
  }
  return undefined
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function hasWithin(text: string, from: number, to: number, test: (unit: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(text.charCodeAt(at))) return true
  return false
}

function hasNear(text: string, start: number, end: number, test: (unit: number) => boolean): boolean {
  return (
    hasWithin(text, Math.max(0, start - NEAR), start, test) ||
    hasWithin(text, end, Math.min(text.length, end + NEAR), test)
  )
}

/**
 * The places named in a text, in order of position, each with its province. District names that several provinces share
 * are given only when the text settles them: by a province right after, or by naming just one of the candidates elsewhere.
 *
 * Linear in the length of the text; never throws.
 */
export function findPlaces(text: string): PlaceMention[] {
  return settle(text, scanPlaces(text))
}

/** Those of some provinces that are this one, or else that are part of it since the merger: Phú Quốc (An Giang). */
function lyingIn(provinces: readonly string[], name: string): readonly string[] {
  if (provinces.includes(name)) return [name]
  return provinces.filter(province => province2025(province) === name)
}

/** Whether a name at `start` follows a district that ends at `end` as the province it lies in does. */
function follows(text: string, end: number, start: number): boolean {
  return start - end < 12 && WITHIN_GAP.test(text.slice(end, start))
}

/** Gives each raw mention its one province, dropping those that stay ambiguous. */
export function settle(text: string, raw: readonly RawMention[]): PlaceMention[] {
  const named = new Map<string, number>()
  for (const { provinces, confidence } of raw) {
    if (provinces.length === 1 && confidence >= 0.4) named.set(provinces[0], (named.get(provinces[0]) ?? 0) + 1)
  }
  const settled: PlaceMention[] = []
  for (const [at, mention] of raw.entries()) {
    const found = mention.district === undefined ? mention : settleDistrict(text, mention, raw[at + 1], named)
    if (!found) continue
    const previous = raw[at - 1]
    const outside =
      mention.kind === 'bare' &&
      previous?.district !== undefined &&
      lyingIn(previous.provinces, found.provinces[0]).length > 0 &&
      follows(text, previous.end, mention.start)
    settled.push({
      province: found.provinces[0],
      kind: mention.kind,
      text: text.slice(mention.start, mention.end),
      start: mention.start,
      end: mention.end,
      confidence: Math.min(outside ? Math.max(found.confidence, 0.88) : found.confidence, mention.home ? RESIDENCE : 1),
      ...(mention.district === undefined ? {} : { district: mention.district }),
    })
  }
  return settled
}

/** The province of a district: the one right after, the only one there is, or the only one that the text names. */
function settleDistrict(
  text: string,
  mention: RawMention,
  next: RawMention | undefined,
  named: ReadonlyMap<string, number>,
): Pick<RawMention, 'provinces' | 'confidence'> | undefined {
  const { provinces, confidence, others = [] } = mention
  const all = [...provinces, ...others]
  if (next?.provinces.length === 1 && follows(text, mention.end, next.start)) {
    const inside = lyingIn(all, next.provinces[0])
    if (inside.length === 1) return { provinces: inside, confidence: Math.max(confidence, 0.85) }
  }
  // The mention itself named its province once.
  if (provinces.length === 1 && (others.length === 0 || (named.get(provinces[0]) ?? 0) > 1)) return mention
  const far = [...new Set(provinces.length === 1 ? others : all)].filter(province => named.has(province))
  if (far.length === 0 && provinces.length === 1) return mention
  return far.length === 1 ? { provinces: far, confidence: Math.min(confidence, 0.8) } : undefined
}
