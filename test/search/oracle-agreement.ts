import type { Document, FacetKind } from '../../src/index.js'
import { type Understood, understandPlaces } from '../../src/search/query/index.js'
import type { Ranking } from '../../src/search/scoring.js'
import type { OracleFacets } from './oracle-facets.js'

/** Whether places and dates are understood, and seen from when. */
export interface Understanding {
  readonly understand?: boolean
  readonly now?: Date | string
}

const LONGEST = 1000

/**
 * What documents get beside their words, in whole units: once for their province and once for their date, where the plain words of
 * the query name it, `ranking.understood` of the most that an average word of the query adds.
 *
 * @param weights of the words asked for that some document has
 */
export function agreement(
  texts: readonly string[],
  weights: readonly number[],
  ranking: Ranking,
  { understand = true, now }: Understanding,
  kinds: ReadonlyMap<string, FacetKind>,
  facets: OracleFacets,
): (document: Document) => number {
  if (!understand || weights.length === 0 || ranking.understood === 0) return () => 0
  let left = LONGEST
  const found: Understood[] = texts.flatMap(text => {
    const read = text.slice(0, Math.max(0, left))
    left -= read.length
    return understandPlaces(read, now === undefined ? {} : { now })
  })
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  const gain = Math.floor((ranking.understood * mean * (ranking.floor + ranking.k1 + 1)) / (1 / 16384)) + 1
  const field = (wanted: FacetKind) => [...kinds].find(([, kind]) => kind === wanted)?.[0]
  const [province, date] = [field('province'), field('date')]
  return document => {
    const place = found.some(
      piece =>
        piece.kind !== 'date' && province !== undefined && facets.passes(document, { [province]: piece.province }),
    )
    const day = found.some(
      piece =>
        piece.kind === 'date' &&
        date !== undefined &&
        facets.passes(document, { [date]: { from: piece.from, to: piece.to } }),
    )
    return (place ? gain : 0) + (day ? gain : 0)
  }
}
