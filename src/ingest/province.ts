import {
  findPlaces,
  type InferredProvince,
  inferProvinces,
  type PlaceKind,
  readingOn,
} from '../analysis/places/index.js'
import type { Block } from './block.js'
import type { Derived } from './derived.js'
import type { Draft } from './split.js'

/** Characters that are read for a province: news says where it is early on; all of them only where the first leave doubt. */
const first = 1_500
const longest = 5_000
/** A name may stand across the end of the first characters. */
const longestName = 60
/** From this confidence on the first characters decide. */
const sure = 0.6

/** What may say in which province an article plays, or where it was published. */
export interface PlaceEvidence {
  readonly title: string
  readonly body: string
  /** The address of the page or of its source, and the source's name: "Báo Sóc Trăng online". */
  readonly source: readonly string[]
  /** Masthead, menus, imprint, hosts and e-mail addresses of the page: `siteText`. */
  readonly site: string
  /** Day of the article, which decides whether the 63 provinces or the 34 since 1 July 2025 are meant. Default: the 63. */
  readonly date?: string
}

/** Less sure provinces are not given: a wrong one is worse than none. */
const least = 0.33
/**
 * A further province is given from this confidence on, if as much speaks for it as this share of what speaks for the first; where
 * hardly less does, as for the towns of a list, also below it.
 */
const further = 0.5
const shareOfFirst = 0.6
const nearlyAll = 0.75
/** News that concerns more than so many provinces is of the country. */
const most = 4

/** Where an article plays. */
export interface DerivedPlaces extends Derived {
  /** The strongest mention's way of naming the province. */
  readonly kind: PlaceKind
  /** All provinces that the news concerns, `value` first; one in most of the news. */
  readonly all: readonly string[]
  /** Name among the 34 since 1 July 2025. */
  readonly name2025: string
  /** Name among the 63, where the words say which of the former provinces it is. */
  readonly name63?: string
  /** The district-level unit that the words name, without its kind. */
  readonly district?: string
}

/**
 * The province of an article: what its own words say, then its source, then the site that it stands on. Undefined where
 * nothing says it; "LĐLĐ tỉnh" alone says nothing.
 */
export function articleProvince(evidence: PlaceEvidence): DerivedPlaces | undefined {
  const text = `${evidence.title}\n${evidence.body}`
  const { date } = evidence
  const early = infer(text.slice(0, first), 'text', date)
  const decided =
    (early !== undefined && early.confidence >= sure) ||
    text.length <= first ||
    // Most texts name no place further on; the rest is asked before all is read again.
    findPlaces(text.slice(first - longestName, longest)).length === 0
  const found = decided ? early : infer(text.slice(0, longest), 'text', date)
  return found ?? infer(evidence.source.join('\n'), 'page', date) ?? infer(evidence.site, 'page', date)
}

/** Since 1 July 2025 the value is one of the 34. */
function infer(text: string, from: 'text' | 'page', date: string | undefined): DerivedPlaces | undefined {
  if (text.trim() === '') return undefined
  const inferred = inferProvinces(text, { threshold: least, ...(date === undefined ? {} : { date }) })
  const found = inferred[0]
  if (found === undefined) return undefined
  const merged = readingOn(date) === '34'
  const nameOf = (one: InferredProvince) => (merged ? one.province2025 : one.province)
  const rivals = inferred.filter(
    (one, i) => i === 0 || one.score >= (one.confidence >= further ? shareOfFirst : nearlyAll) * found.score,
  )
  const all = [...new Set(rivals.map(nameOf))]
  return {
    value: nameOf(found),
    source: found.source,
    confidence: found.confidence,
    kind: found.kind,
    all: from === 'page' || all.length > most ? all.slice(0, 1) : all,
    name2025: found.province2025,
    ...(found.reading === '63' ? { name63: found.province } : {}),
    ...(from === 'page' || found.district === undefined ? {} : { district: found.district }),
  }
}

/**
 * The words by which a site names itself: menus, masthead and imprint, without other articles, lists of related news and
 * comments, whose places are not the site's.
 */
export function siteText(blocks: readonly Block[], drafts: readonly Draft[]): string {
  const used = new Set<Block>()
  for (const draft of drafts) for (const block of draft.blocks) used.add(block)
  const imprint: string[] = []
  const rest: string[] = []
  let length = 0
  for (const block of blocks) {
    if (used.has(block) || block.zone === 'related' || block.zone === 'comments' || length > longest) continue
    length += block.text.length
    if (block.zone === 'footer' || block.label === 'footer' || block.label === 'contact') imprint.push(block.text)
    else if (block.zone === 'markup' || (block.label === 'menu' && block.words < 30)) rest.push(block.text)
  }
  return [...imprint, ...rest].join('\n')
}
