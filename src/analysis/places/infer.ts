import { findPlaces } from './find.js'
import { hostProvince } from './host.js'
import type { PlaceKind, PlaceMention } from './mention.js'
import { province2025, provincesOf2025, readingOn } from './provinces.js'
import { isMatchReport, isVenue } from './sport.js'

/** What is known beside the text. */
export interface InferOptions {
  /** How much of the text, in UTF-16 units from its start, counts as the lead, where the news says where it is. Default 400. */
  readonly lead?: number
  /** Address or host of the page: a site of a province is evidence. Default: none. */
  readonly url?: string
  /**
   * ISO date of the text. From 1 July 2025 on a name is read as one of the 34, which takes in its former parts. Without a
   * date the names are those of the 63.
   */
  readonly date?: string
  /** The least confidence with which a province is given, 0 to 1. Default 0.25. */
  readonly threshold?: number
}

/** A province that a text is about, with the words that say so. */
export interface InferredProvince {
  /** Name among the 63. */
  readonly province: string
  /** Name among the 34 that it belongs to since 1 July 2025. */
  readonly province2025: string
  /**
   * `34` when the text is of after the merger and names the new province only: its former part is unknown, `province` is
   * then the part that kept the name.
   */
  readonly reading: '63' | '34'
  /** The strongest mention's words, or the host when only the address says it. */
  readonly source: string
  readonly kind: PlaceKind
  /** Offsets of `source` in the text; both 0 when the address says it. */
  readonly start: number
  readonly end: number
  /** 0 to 1; falls when other provinces have as much to say for them. */
  readonly confidence: number
  /** Mentions that speak for it. */
  readonly mentions: number
  /** How much speaks for it, against the others of one text. */
  readonly score: number
  /** The district-level unit that the text names most surely in it, without its kind. */
  readonly district?: string
}

interface Evidence {
  best: PlaceMention
  /** The surest mention of a district in it. */
  district: PlaceMention | undefined
  score: number
  mentions: number
}

/**
 * The provinces that a text is about, the likeliest first. Each mention adds to its province by its confidence, more in
 * the lead, ever less when it says again what another said.
 */
export function inferProvinces(text: string, options: InferOptions = {}): InferredProvince[] {
  const lead = options.lead ?? 400
  const threshold = options.threshold ?? 0.25
  const title = Math.min(250, text.indexOf('\n'))
  const merged = readingOn(options.date) === '34'
  const evidence = new Map<string, Evidence>()
  const found = mentionsOf(text, options.url)
  const matches = found.length > 0 && isMatchReport(text)
  for (const each of found) {
    const mention = matches ? ofMatch(text, each) : each
    const place = mention.end > 0 && mention.start < title ? 1.25 : mention.start < lead ? 1 : 0.8
    const weight = mention.confidence * place * (OF_THE_PAGE.has(mention.kind) ? 0.6 : 1)
    const known = evidence.get(mention.province)
    const district = mention.district !== undefined && mention.confidence >= DISTRICT ? mention : undefined
    if (!known) {
      evidence.set(mention.province, { best: mention, district, score: weight, mentions: 1 })
      continue
    }
    if ((district?.confidence ?? 0) > (known.district?.confidence ?? 0)) known.district = district
    known.score += weight / (known.mentions + 1)
    known.mentions++
    if (rank(mention) > rank(known.best)) known.best = mention
  }
  if (merged) joinParts(evidence)
  const ranked = [...evidence.entries()].sort((a, b) => b[1].score - a[1].score)
  const inferred: InferredProvince[] = []
  for (const [at, [province, { best, district, score, mentions }]] of ranked.entries()) {
    const rival = ranked.find(([other], index) => index !== at && !(merged && isWhole(other, province)))?.[1].score ?? 0
    const sure = Math.min(0.99, best.confidence + 0.03 * Math.min(3, mentions - 1))
    const confidence = sure * (score / (score + 0.7 * rival)) ** 0.5
    if (confidence < threshold) continue
    inferred.push({
      province,
      province2025: province2025(province) ?? province,
      reading: merged && best.district === undefined && provincesOf2025(province).length > 1 ? '34' : '63',
      source: best.text,
      kind: best.kind,
      start: best.start,
      end: best.end,
      confidence: Math.round(confidence * 100) / 100,
      mentions,
      score,
      ...(district?.district === undefined ? {} : { district: district.district }),
    })
  }
  return inferred
}

/** From this confidence on a district is named and not a namesake. */
const DISTRICT = 0.7

/** In a report of a match a bare name is a team, which says little of where it plays. */
function ofMatch(text: string, mention: PlaceMention): PlaceMention {
  const { kind, confidence, start } = mention
  const team =
    kind === 'bare' ||
    (kind === 'district' && confidence < 0.8) ||
    (kind === 'agency' && /^công an/i.test(mention.text)) ||
    (kind === 'explicit' && confidence < 0.9)
  if (!team || isVenue(text, start)) return mention
  return { ...mention, confidence: Math.min(confidence, TEAM) }
}

/** Enough where one province alone is named, too little beside a rival. */
const TEAM = 0.3

/** Whether one of two provinces is what the other became part of: no rivals where names are read as the 34. */
function isWhole(a: string, b: string): boolean {
  return province2025(a) === b || province2025(b) === a
}

/** In the new reading what is said for a province is said for its former part that is named as well: Phú Quốc, An Giang. */
function joinParts(evidence: Map<string, Evidence>): void {
  for (const [province, own] of [...evidence]) {
    const whole = province2025(province)
    const other = whole === undefined || whole === province ? undefined : evidence.get(whole)
    if (whole === undefined || !other || own.score < 0.6 * other.score) continue
    if (provincesOf2025(whole).filter(part => evidence.has(part)).length > 2) continue
    own.score += other.score
    own.mentions += other.mentions
    own.district ??= other.district
    evidence.delete(whole)
  }
}

/**
 * The province that a text is about, undefined when nothing says it or too many do. `huyện Krông Ana` is in Đắk Lắk,
 * `huyện Châu Thành` in one of ten (see `districtProvinces`), `LĐLĐ tỉnh` anywhere.
 */
export function inferProvince(text: string, options: InferOptions = {}): InferredProvince | undefined {
  return inferProvinces(text, options)[0]
}

/** Who publishes the page, which need not be where the news is. */
const OF_THE_PAGE: ReadonlySet<PlaceKind> = new Set(['portal', 'host', 'email', 'area-code', 'newspaper'])

const STRENGTH: readonly PlaceKind[] = [
  'newspaper',
  'bare',
  'area-code',
  'district',
  'email',
  'host',
  'portal',
  'agency',
  'explicit',
]

function rank(mention: PlaceMention): number {
  return STRENGTH.indexOf(mention.kind) + mention.confidence
}

function mentionsOf(text: string, url: string | undefined): PlaceMention[] {
  const mentions = findPlaces(text)
  if (url === undefined) return mentions
  const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]{1,253})/i.exec(url.slice(0, 300))?.[1] ?? ''
  const province = hostProvince(host)
  if (province === undefined) return mentions
  mentions.push({ province, kind: 'host', text: host, start: 0, end: 0, confidence: 0.8 })
  return mentions
}
