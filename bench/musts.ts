import type { WayOfTyping } from './ways-of-typing.js'

/** A figure that the engine must reach. */
export interface Must {
  readonly figure: string
  /** The best measured elsewhere, as text. */
  readonly elsewhere: string
  readonly must: number
  readonly aim: number
  readonly unit: '%' | 'ms' | '×' | 'MB/s' | 'MB' | 'points'
  /** Whether less is better. */
  readonly less: boolean
}

const less = (figure: string, elsewhere: string, must: number, aim: number, unit: Must['unit']): Must => ({
  figure,
  elsewhere,
  must,
  aim,
  unit,
  less: true,
})

const more = (figure: string, elsewhere: string, must: number, aim: number, unit: Must['unit']): Must => ({
  ...less(figure, elsewhere, must, aim, unit),
  less: false,
})

const latencies = ['p50', 'p99'].flatMap(percentile =>
  ['titles', 'short'].flatMap(kind => [
    percentile === 'p50'
      ? less(`${kind}, full, p50 beside tantivy exact`, '1', 0.8, 0.33, '×')
      : less(`${kind}, full, p99 beside tantivy exact`, '1', 1, 0.5, '×'),
    less(`${kind}, unmarked, ${percentile} beside tantivy folded`, '1', 1, 0.5, '×'),
  ]),
)

/** All of them, in the order of the table. */
export const MUSTS: readonly Must[] = [
  less('index without stored text, of the text', 'Lucene 29.6, tantivy 33.8', 20, 14, '%'),
  less('index with stored text, of the text', '', 45, 38, '%'),
  less('open and first answer', 'Lucene 40, FlexSearch 146', 10, 3, 'ms'),
  ...latencies,
  more('build, one thread', 'FlexSearch 5.9, tantivy 19.6', 8, 20, 'MB/s'),
  less('memory while searching, beyond the file', '', 40, 10, 'MB'),
  more('news-titles, nDCG@10, full', 'tantivy 81.45', 86.5, 88, 'points'),
  more('news-titles, nDCG@10, unmarked', 'tantivy 21.7', 85.5, 87, 'points'),
  more('xquad-vi, nDCG@10, full', '95.99', 96.6, 97.5, 'points'),
  more('xquad-vi, nDCG@10, half', '', 96.3, 97.3, 'points'),
  more('xquad-vi, nDCG@10, unmarked', '51.9', 95.9, 97, 'points'),
  less('latency, 40,000 beside 20,000, titles', '', 1.8, 1.4, '×'),
  less('latency, 40,000 beside 20,000, short', '', 1.8, 1.4, '×'),
]

/** What became of a figure. */
export function verdict(must: Must, value: number): 'aim' | 'met' | 'NOT met' {
  return reaches(must, value, must.aim) ? 'aim' : reaches(must, value, must.must) ? 'met' : 'NOT met'
}

/** Whether a measured value reaches a bound. */
function reaches({ less }: Must, value: number, bound: number): boolean {
  return less ? value <= bound : value >= bound
}

/** How a way of typing is named in figures. */
export function told(way: WayOfTyping): string {
  return way === 'none' ? 'unmarked' : way
}

/** Points of nDCG@10 that a way of typing may cost at most, on the sets named or on all. */
const LOSSES: ReadonlyMap<WayOfTyping, { readonly most: number; readonly sets?: readonly string[] }> = new Map([
  ['half', { most: 0.5 }],
  ['none', { most: 1 }],
  ['nfd', { most: 0 }],
  ['tone', { most: 0 }],
  ['typo', { most: 2.5, sets: ['xquad-vi', 'news-titles'] }],
])

/** Rounding in sums of gains. */
const EQUAL = 1e-9

/** A bound that nDCG@10 must not stay below, in points, and where it comes from. */
export interface RelevanceMust {
  readonly points: number
  readonly why: string
}

/** What queries of a set typed in some way must reach, given what they reach with all marks. */
export function relevanceMusts(set: string, way: WayOfTyping, full: number | undefined): RelevanceMust[] {
  const found: RelevanceMust[] = []
  const figure = MUSTS.find(must => must.figure === `${set}, nDCG@10, ${told(way)}`)
  if (figure) found.push({ points: figure.must, why: 'figure of the engine' })
  const loss = LOSSES.get(way)
  if (loss && full !== undefined && (loss.sets?.includes(set) ?? true)) {
    const why = loss.most === 0 ? 'the same as full' : `at most ${loss.most} below full`
    found.push({ points: full - loss.most - EQUAL, why })
  }
  return found
}
