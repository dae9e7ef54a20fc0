import { LEVELS } from '../index/frequency.js'
import { readPositions } from '../index/pairs.js'
import type { IndexReader } from '../index/reader.js'
import { isAskedFor, wholeShare } from './evaluate.js'
import {
  isSingle,
  type OpenList,
  type OpenPlan,
  pairImpact,
  toScore,
  units,
  type WeightedPair,
  type WeightedSlot,
} from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/** One summand of a score. */
export interface ScorePart {
  readonly kind: 'word' | 'pair'
  /** The word of the query, or the two of a pair. */
  readonly query: string
  /** What the document has in its place. */
  readonly found: readonly string[]
  /** Documents of the index that have it. */
  readonly documents: number
  /** Weight by rarity and kind: idf × weight in the query, × the weight of pairs for a pair. */
  readonly weight: number
  /** Weighted occurrences in the document, as stored. */
  readonly frequency: number
  readonly score: number
}

/** How a document came by its score: the parts add up to it. */
export interface Explanation {
  readonly id: string
  readonly score: number
  /** Share of the query's weight in words that the document holds, 0 to 1. */
  readonly held: number
  readonly parts: readonly ScorePart[]
  /** Words of the query that the document lacks. */
  readonly missing: readonly string[]
}

/** Works out one document's score part by part, with the same arithmetic as the search. */
export class Explainer {
  private readonly positions: Int32Array

  constructor(
    private readonly reader: IndexReader,
    private readonly impacts: ImpactTable,
  ) {
    this.positions = new Int32Array(reader.documents)
  }

  explain(document: number, plan: OpenPlan, shares: Uint16Array): Explanation {
    const parts: ScorePart[] = []
    const missing: string[] = []
    let total = 0
    let held = 0
    plan.slots.forEach((slot, at) => {
      const found: string[] = []
      let frequency = 0
      let level = 0
      for (const list of slot.lists) {
        const position = locate(list, document)
        if (position < 0) continue
        found.push(list.term)
        level = list.postings.level(position)
        frequency += list.agreement * LEVELS[level]
      }
      if (found.length === 0) {
        if (isAskedFor(slot)) missing.push(slot.slot.word)
        return
      }
      const score = this.wordUnits(slot, frequency, level, document)
      total += score
      held += shares[at]
      parts.push({
        kind: 'word',
        query: slot.slot.word,
        found,
        documents: slot.frequency,
        weight: slot.weight,
        frequency,
        score: toScore(score, plan),
      })
    })
    for (const pair of plan.pairs) {
      const part = this.pairPart(pair, plan, document)
      if (!part) continue
      total += part.units
      parts.push(part.part)
    }
    const whole = wholeShare(plan.slots, shares)
    parts.sort((a, b) => b.score - a.score)
    return {
      id: this.reader.id(document),
      score: toScore(total, plan),
      held: whole === 0 ? 0 : Math.min(1, held / whole),
      parts,
      missing,
    }
  }

  /** One exact spelling is looked up in the table, several are summed first. */
  private wordUnits(slot: WeightedSlot, frequency: number, level: number, document: number): number {
    const lengthByte = this.reader.lengths[document]
    if (isSingle(slot)) return units(slot.weight, this.impacts.values[(level << 8) | lengthByte])
    return units(slot.weight / SCORE_UNIT, this.impacts.impact(frequency, lengthByte))
  }

  /** The best of a pair's hits in a document. */
  private pairPart(
    pair: WeightedPair,
    plan: OpenPlan,
    document: number,
  ): { readonly units: number; readonly part: ScorePart } | undefined {
    let best = -1
    let frequency = 0
    let found = ''
    for (const { owner, other, otherFirst, at, strongAt, size, agreement } of pair.hits) {
      const position = locate(owner, document)
      if (position < 0) continue
      const count = readPositions(this.reader.postingWords, at, size, owner.postings.size, this.positions)
      const place = this.positions.subarray(0, count).indexOf(position)
      if (place < 0) continue
      const impact = pairImpact(this.reader.postingWords, strongAt, place)
      const gain = units(pair.weight * agreement, this.impacts.values[impact | this.reader.lengths[document]])
      if (gain <= best) continue
      best = gain
      frequency = LEVELS[impact >>> 8]
      found = otherFirst ? `${other.term} ${owner.term}` : `${owner.term} ${other.term}`
    }
    if (best < 0) return undefined
    const query = `${plan.slots[pair.left].slot.word} ${plan.slots[pair.right].slot.word}`
    const part: ScorePart = {
      kind: 'pair',
      query,
      found: [found],
      documents: pair.frequency,
      weight: pair.weight,
      frequency,
      score: toScore(best, plan),
    }
    return { units: best, part }
  }
}

/** The position of a document in a list, or -1. */
function locate({ postings }: OpenList, document: number): number {
  postings.rewind()
  return postings.find(document)
}
