import { Before, wordAfter } from './context.js'
import {
  AGENCIES,
  AT,
  CITY_KINDS,
  CLUBS,
  DISTRICT_KINDS,
  LIGHT_SURNAMES,
  MEDIA,
  NEVER_BARE,
  NOT_BEFORE,
  NOT_PLACES,
  OFFICE_TAILS,
  OFFICES,
  ORIGINS,
  PORTALS,
  PROVINCE_KINDS,
  RISKY,
  SURNAMES,
  WAYS,
} from './context-words.js'
import type { District } from './districts.js'
import type { Place } from './gazetteer.js'
import type { PlaceKind, RawMention } from './mention.js'

/** A name that stands in a text, before its surroundings are judged. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly place: Place
  /** Its form in the gazetteer. */
  readonly form: string
  /** Every word begins with a capital. */
  readonly capitals: boolean
  /** No capital letter stands near it, as in queries: case says nothing. */
  readonly caseless: boolean
  /** Typed without marks although the name has some. */
  readonly markless: boolean
}

type Role =
  | 'province'
  | 'city'
  | 'h'
  | 'q'
  | 'x'
  | 'agency'
  | 'portal'
  | 'media'
  | 'none'
  | 'way'
  | 'club'
  | 'origin'
  | 'at'

const ROLES = new Map<string, Role>()
for (const [role, phrases] of [
  ['at', AT],
  ['origin', ORIGINS],
  ['none', NOT_PLACES],
  ['way', WAYS],
  ['club', CLUBS],
  ['agency', AGENCIES],
  ['media', MEDIA],
  ['portal', PORTALS],
  ['province', PROVINCE_KINDS],
  ['city', CITY_KINDS],
  ...DISTRICT_KINDS,
] as readonly (readonly [Role, readonly string[]])[]) {
  for (const phrase of phrases) ROLES.set(phrase, role)
}

const PLURAL: ReadonlySet<string> = new Set(
  'các những hai ba bốn năm nhiều tỉnh thành cac 2 3 4 5 6 7 8 9 10 11 12 13'.split(' '),
)

/** Kinds typed without marks, which are other words where marks are typed. */
const UNMARKED_KINDS: ReadonlySet<string> = new Set('tinh|thanh pho|huyen|quan|thi xa|o|tai'.split('|'))

/** A person's city: its bare name is he. */
const PERSON = 'hồ chí minh'

/**
 * Judges one name by what stands around it; undefined when it names no place, `way` when it is the end of a road or line,
 * as the name is that a dash joins to it, `person` when it is part of somebody's name.
 */
export function classify(
  text: string,
  found: Found,
  listed: RawMention | undefined,
): RawMention | 'way' | 'person' | undefined {
  const mention = judge(text, found, listed)
  if (mention === undefined || mention === 'way' || mention === 'person') return mention
  if (isNear(text, mention)) return { ...mention, confidence: Math.min(mention.confidence, ASIDE) }
  if (OF_BODIES.has(mention.kind) || !isResidence(text, mention.start)) return mention
  return { ...mention, confidence: Math.min(mention.confidence, RESIDENCE), home: true }
}

function judge(text: string, found: Found, listed: RawMention | undefined): RawMention | 'way' | 'person' | undefined {
  const before = new Before(text, found.start)
  const { place } = found
  if (place.none) return undefined
  // The round trip through a province: cung đường Hà Giang Loop.
  if (place.province !== undefined && wordAfter(text, found.end)?.form === 'loop')
    return province(found, place.province, 'bare', found.start, LOOP, false)
  const said = before.longest(ROLES)
  // (Cơ) quan is no quận where the name beside it has its marks.
  const role = said && UNMARKED_KINDS.has(said.phrase) && !found.markless && !found.caseless ? undefined : said
  if (role?.value === 'way') return 'way'
  if (place.sure) return certain(text, found)
  const cased = found.capitals || found.caseless
  switch (role?.value) {
    case 'none':
      return undefined
    case 'province':
    case 'city': {
      if (!cased && RISKY.has(found.form)) return undefined
      const towns = place.districts.filter(each => each.kind === 't')
      const start = role.start
      const plural = PLURAL.has(before.words[role.depth]?.form ?? '') || role.phrase.startsWith('tỉnh thành')
      if (place.province !== undefined) {
        return withAuthority(text, found, place.province, start, plural)
      }
      if (role.value === 'province') return undefined
      return district(found, towns.length > 0 ? towns : place.districts, start, 0.9, plural)
    }
    case 'h':
    case 'q':
    case 'x': {
      const exact = place.districts.filter(each => each.kind === role.value)
      if (role.phrase.length === 1 && exact.length === 0) break
      if (!cased && !found.form.includes(' ')) return undefined
      const plural = PLURAL.has(before.words[role.depth]?.form ?? '')
      if (exact.length === 0) return district(found, place.districts, role.start, 0.9, plural)
      // Towns were raised from huyện to thị xã to thành phố: an older text may mean one that is of a higher kind by now.
      const others = place.districts.filter(each => each.kind !== 'q' && each.province !== exact[0].province)
      const mention = district(found, exact, role.start, others.length > 0 ? 0.8 : 0.9, plural)
      return mention && { ...mention, others: others.map(each => each.province) }
    }
    case 'agency':
      if (!cased) return undefined
      if (place.province !== undefined && found.form !== PERSON) {
        if (isClub(text, role.start)) return province(found, place.province, 'bare', found.start, CLUB, false)
        return province(found, place.province, 'agency', role.start, 0.9, false)
      }
      if (place.province !== undefined || wordAfter(text, found.end)?.capital) return undefined
      return district(found, place.districts, role.start, 0.8, false)
    case 'portal':
      return place.province === undefined
        ? undefined
        : province(found, place.province, 'portal', role.start, 0.93, false)
    case 'media':
      if (!cased) return undefined
      return place.province === undefined
        ? undefined
        : province(found, place.province, 'newspaper', role.start, 0.5, false)
    default:
  }
  if (!cased) return undefined
  if (isPersonal(before)) return 'person'
  if (!found.capitals && !found.markless && RISKY.has(found.form)) return undefined
  return bare(text, found, before, role?.value, listed)
}

/** A form that says itself that it is a place; the words in front may still name an authority. */
function certain(text: string, found: Found): RawMention | 'way' | undefined {
  const { place, start } = found
  // Q1 to Q4 are quarters of journals and of years as well.
  if (place.province === undefined)
    return district(found, place.districts, start, /^q[1-4]$/.test(found.form) ? 0.3 : 0.9, false)
  return withAuthority(text, found, place.province, start, false)
}

/** `tỉnh X`, `TP X`, with the authority in front when there is one. */
function withAuthority(
  text: string,
  found: Found,
  name: string,
  start: number,
  plural: boolean,
): RawMention | 'way' | undefined {
  const before = new Before(text, start)
  const role = before.longest(ROLES)
  const { value } = role ?? {}
  if (value === 'way') return 'way'
  if (value === 'club') return province(found, name, 'bare', start, CLUB, plural)
  if (role && (value === 'agency' || value === 'portal')) {
    if (isClub(text, role.start)) return province(found, name, 'bare', start, CLUB, plural)
    return province(found, name, role.value === 'portal' ? 'portal' : 'agency', role.start, 0.95, plural)
  }
  const office = officeBefore(before)
  if (office !== undefined) return province(found, name, 'agency', office, 0.95, plural)
  // A city that is always written with its kind is no more said by it: TP.HCM is to it what Hà Nội is to Hà Nội.
  const sure = found.place.sure ? 0.8 : 0.95
  const above = value === 'at' && before.words[1]?.form === 'cao' && before.words[2]?.form === 'cấp'
  return province(found, name, 'explicit', start, value === 'origin' ? 0.5 : above ? 0.4 : sure, plural)
}

/**
 * Where somebody lives is where it happened in most of the news, not in all: "(35 tuổi, trú thôn Lung Luề, xã Tri Phú, tỉnh Tuyên
 * Quang)".
 */
export const RESIDENCE = 0.6

/** Nobody lives in an authority. */
const OF_BODIES: ReadonlySet<PlaceKind> = new Set(['agency', 'portal', 'host', 'email', 'area-code'])

/** Whether the clause before `at` says where somebody lives or comes from. */
function isResidence(text: string, at: number): boolean {
  return /(?<!\p{L})(?:trú|ngụ|(?<!về )quê|hktt|thường trú|tạm trú|nguyên quán)(?!\p{L})[^.;()\n]{0,70}$/iu.test(
    text.slice(Math.max(0, at - 90), at),
  )
}

/** Whether the place is only what something else is near to: gần sân bay Long Thành, cách trung tâm Đà Lạt 12 km. */
function isNear(text: string, { start, end }: RawMention): boolean {
  const before = text.slice(Math.max(0, start - 48), start)
  const word =
    /(?<!\p{L})(gần|cách|giáp|giáp ranh)(?: (?:với|trung tâm|sân bay|cảng|ga|thành phố|nội thành|quốc tế|hàng không|cửa ngõ|khu vực|đất liền|bờ biển|đảo|phía|đông|tây|nam|bắc))* $/iu.exec(
      before,
    )?.[1]
  return word !== undefined && (word.toLowerCase() !== 'cách' || /^[^.,;\d]{0,16}\d/.test(text.slice(end, end + 20)))
}

/** A round trip that bears the name of the province in which it lies. */
const LOOP = 0.6

/** Said in passing: where something or somebody comes from. */
const ASIDE = 0.3

/** A club plays away as often as at home. */
const CLUB = 0.35

/** Công An Hà Nội, CLB Công an TP.HCM: football, not the police. */
function isClub(text: string, start: number): boolean {
  if (text.startsWith('Công An ', start)) return true
  return new Before(text, start).longest(ROLES)?.value === 'club'
}

/** A name with nothing in front that says what it is. */
function bare(
  text: string,
  found: Found,
  before: Before,
  role: Role | undefined,
  listed: RawMention | undefined,
): RawMention | undefined {
  const { place, form } = found
  const next = wordAfter(text, found.end)
  if (next && NOT_BEFORE.has(next.form)) return undefined
  const office = officeBefore(before)
  if (place.province !== undefined) {
    if (listed?.plural && listed.district === undefined) {
      return province(found, place.province, listed.kind, found.start, listed.confidence - 0.02, true)
    }
    if (form === PERSON) return undefined
    if (listed?.kind === 'bare' && listed.confidence <= ASIDE)
      return province(found, place.province, 'bare', found.start, ASIDE, false)
    if (listed?.kind === 'newspaper' && listed.district === undefined)
      return province(found, place.province, 'newspaper', found.start, listed.confidence, false)
    if (office !== undefined) return province(found, place.province, 'agency', office, 0.88, false)
    if (form.length <= 2) return province(found, place.province, 'bare', found.start, 0.3, false)
    let confidence = RISKY.has(form) ? 0.45 : 0.65
    if (role === 'at') confidence += 0.1
    // "Đà Lạt của phố biển" is somewhere else.
    if (role === 'origin' || next?.form === 'của') confidence = ASIDE
    else if (isResidence(text, found.start)) confidence = Math.min(confidence, 0.45)
    if (role === 'club') confidence = CLUB
    return province(found, place.province, 'bare', found.start, confidence, false)
  }
  if (listed?.plural && listed.district !== undefined) {
    return district(found, place.districts, found.start, listed.confidence - 0.02, true)
  }
  if (NEVER_BARE.has(form) || role === 'club') return undefined
  const longer = next?.capital
  const town = place.districts.some(each => each.kind === 't')
  // Tân Sơn Nhất; and LE THUY in a list of names is hardly Lệ Thủy.
  if (!town && (longer || (found.markless && !found.caseless))) return undefined
  let confidence = town || form.split(' ').length > 2 ? 0.6 : 0.4
  if (role === 'origin' || next?.form === 'của') confidence = ASIDE
  else if (isResidence(text, found.start)) confidence = Math.min(confidence, 0.4)
  return district(found, place.districts, found.start, confidence, false)
}

function province(
  found: Found,
  name: string,
  kind: PlaceKind,
  start: number,
  confidence: number,
  plural: boolean,
): RawMention {
  const sure = found.markless ? confidence * 0.9 : confidence
  return { provinces: [name], kind, start, end: found.end, confidence: sure, plural }
}

function district(
  found: Found,
  named: readonly District[],
  start: number,
  confidence: number,
  plural: boolean,
): RawMention | undefined {
  if (named.length === 0) return undefined
  const provinces = [...new Set(named.map(each => each.province))]
  const sure = found.markless ? confidence * 0.9 : confidence
  return { provinces, kind: 'district', start, end: found.end, confidence: sure, plural, district: named[0].name }
}

/** Where an office with a long name begins that the place belongs to: Sở Giáo dục và Đào tạo Hà Nội. */
function officeBefore(before: Before): number | undefined {
  let lower = 0
  for (let at = 0; at < before.depth; at++) {
    const word = before.words[at]
    if (word.capital) {
      if (at > 0 && OFFICES.has(word.form)) return word.start
      lower = 0
    } else if (!OFFICE_TAILS.has(word.form)) {
      // Two small words in a row are no part of an office's name: Sở Y tế khẳng định Hà Nội.
      lower++
      if (lower > 1) return undefined
    }
  }
  return undefined
}

/** Whether a family name stands before, with at most two capitalized middle names between. */
function isPersonal(before: Before): boolean {
  const depth = Math.min(4, before.depth)
  for (let at = 0; at < depth; at++) {
    const word = before.words[at]
    if (!word.capital || word.gap !== ' ') return false
    if (at === 3 || word.text === word.text.toUpperCase()) continue
    if (SURNAMES.has(word.form)) return true
    const front = before.words[at + 1]
    if (LIGHT_SURNAMES.has(word.form) && !(front?.capital && front.gap === ' ' && at + 1 < before.depth)) return true
  }
  return false
}
