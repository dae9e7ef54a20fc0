import { LEVELS } from '../index/frequency.js'
import type { IndexReader } from '../index/reader.js'
import { type OpenPlan, positionsOf, units, type WeightedSlot } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/** The shares of all slots add up to about this, so that they fit 16 bits. */
const WHOLE_SHARE = 30_000

/** What each slot is worth when `match` asks how much of the query a document holds. */
export function slotShares(slots: readonly WeightedSlot[], documents: number): Uint16Array {
  const weights = slots.map(slot => (slot.lists.length === 0 ? 0 : slot.slot.weight * Math.log(1 + documents / (slot.frequency + 1))))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Uint16Array.from(weights, weight => (weight > 0 ? Math.max(1, Math.floor((WHOLE_SHARE * weight) / sum)) : 0))
}

/**
 * Term-at-a-time scoring over one accumulator a document. The arrays belong to an index and are cleared by the next
 * query, so that a query allocates nothing that grows with the index.
 */
export class Evaluator {
  /** Score units by document. */
  readonly scores: Int32Array
  /** Shares of the slots that a document holds. */
  readonly shares: Uint16Array
  private readonly documents: Int32Array
  private readonly levels: Uint8Array
  private readonly positions: Int32Array
  private readonly frequencies: Float64Array
  private readonly touched: Int32Array

  constructor(private readonly reader: IndexReader) {
    const { documents } = reader
    this.scores = new Int32Array(documents)
    this.shares = new Uint16Array(documents)
    this.documents = new Int32Array(documents)
    this.levels = new Uint8Array(documents)
    this.positions = new Int32Array(documents)
    this.frequencies = new Float64Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Scores all documents for a query. */
  run(plan: OpenPlan, shares: Uint16Array, impacts: ImpactTable): void {
    this.scores.fill(0)
    this.shares.fill(0)
    for (let at = 0; at < plan.slots.length; at++) {
      const slot = plan.slots[at]
      if (slot.lists.length === 1 && slot.lists[0].agreement === 1) this.addOne(slot, shares[at], impacts)
      else if (slot.lists.length > 0) this.addUnion(slot, shares[at], impacts)
    }
  }

  private addOne(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const list = slot.lists[0]
    const { documents, levels, scores } = this
    const held = this.shares
    const { lengths } = this.reader
    const { values } = impacts
    const { weight } = slot
    const { size } = list.postings
    list.postings.decode(documents, levels)
    for (let at = 0; at < size; at++) {
      const document = documents[at]
      scores[document] += Math.floor(weight * values[(levels[at] << 8) | lengths[document]])
      held[document] += share
    }
    this.addPairs(slot, 0, impacts)
  }

  /** Several spellings of one word count as one term: their frequencies add up before they are weighed. */
  private addUnion(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { documents, levels, scores, frequencies, touched } = this
    const held = this.shares
    const { lengths } = this.reader
    let count = 0
    for (let at = 0; at < slot.lists.length; at++) {
      const list = slot.lists[at]
      const { agreement } = list
      const { size } = list.postings
      list.postings.decode(documents, levels)
      for (let posting = 0; posting < size; posting++) {
        const document = documents[posting]
        if (frequencies[document] === 0) touched[count++] = document
        frequencies[document] += agreement * LEVELS[levels[posting]]
      }
      if (list.hits.length > 0) this.addPairs(slot, at, impacts)
    }
    const { norms, ranking } = impacts
    const k = ranking.k1 + 1
    const { floor } = ranking
    const weight = slot.weight / SCORE_UNIT
    for (let at = 0; at < count; at++) {
      const document = touched[at]
      const frequency = frequencies[document]
      frequencies[document] = 0
      const impact = (frequency < 1 ? frequency * floor : floor) + (frequency * k) / (frequency + norms[lengths[document]])
      scores[document] += Math.floor(weight * impact)
      held[document] += share
    }
  }

  /** Adds the pairs that the list just decoded owns. */
  private addPairs(slot: WeightedSlot, which: number, impacts: ImpactTable): void {
    const list = slot.lists[which]
    const { documents, levels, positions, scores } = this
    const { lengths } = this.reader
    const { values } = impacts
    for (const hit of list.hits) {
      const weight = hit.pair.weight * hit.agreement
      const size = positionsOf(list, hit, positions)
      for (let at = 0; at < size; at++) {
        const posting = positions[at]
        const document = documents[posting]
        scores[document] += units(weight, values[(levels[posting] << 8) | lengths[document]])
      }
    }
  }
}
