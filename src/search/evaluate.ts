import { LEVELS } from '../index/frequency.js'
import type { IndexReader } from '../index/reader.js'
import { boundOf } from './bounds.js'
import { type OpenList, type OpenPlan, positionsOf, units, type WeightedSlot } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'
import { kthLargest } from './kth-largest.js'

/** The shares of all slots add up to about this, so that they fit 16 bits. */
const WHOLE_SHARE = 30_000
/** A threshold is looked for when that costs less than this times the postings of the next slot. */
const LOOK_COST = 3

/** What each slot is worth when `match` asks how much of the query a document holds. */
export function slotShares(slots: readonly WeightedSlot[], documents: number): Uint16Array {
  const weights = slots.map(slot =>
    slot.lists.length === 0 ? 0 : slot.slot.weight * Math.log(1 + documents / (slot.frequency + 1)),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Uint16Array.from(weights, weight => (weight > 0 ? Math.max(1, Math.floor((WHOLE_SHARE * weight) / sum)) : 0))
}

/** What the best documents must satisfy. */
export interface Wanted {
  /** How many are wanted. */
  readonly count: number
  /** The share of the query that a document must hold. */
  readonly required: number
  /** Whether a document passes the filters. */
  readonly passes: (document: number) => boolean
}

/**
 * Term-at-a-time scoring over one accumulator a document. The arrays belong to an index and are cleared after each
 * query, so that a query allocates nothing that grows with the index.
 */
export class Evaluator {
  /** Score units by document. */
  readonly scores: Int32Array
  /** Shares of the slots that a document holds. */
  readonly held: Uint16Array
  /** The documents that hold anything, or that may still be among the best, in no order. */
  readonly found: Int32Array
  /** How many of `found` are in use. */
  count = 0
  private readonly documents: Int32Array
  private readonly levels: Uint8Array
  private readonly positions: Int32Array
  private readonly frequencies: Float64Array
  private readonly touched: Int32Array
  private busy = false

  constructor(private readonly reader: IndexReader) {
    const { documents } = reader
    this.scores = new Int32Array(documents)
    this.held = new Uint16Array(documents)
    this.found = new Int32Array(documents)
    this.documents = new Int32Array(documents)
    this.levels = new Uint8Array(documents)
    this.positions = new Int32Array(documents)
    this.frequencies = new Float64Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Scores all documents for a query; `found` holds those with any of its words. */
  all(plan: OpenPlan, shares: Uint16Array, impacts: ImpactTable): void {
    this.clear()
    for (let at = 0; at < plan.slots.length; at++) this.addSlot(plan.slots[at], shares[at], impacts)
    this.busy = false
  }

  /**
   * Scores as many documents as it takes to be sure of the best: `found` holds them, fully scored, and some others.
   *
   * Slots are added in the order of what they can add at most. As soon as all slots left together can add less than the
   * worst of the best scores so far, no document outside can come in any more (MaxScore: Turtle & Flood 1995), and the
   * slots left are looked up only for the documents that still can, which become fewer with every slot.
   */
  best(plan: OpenPlan, shares: Uint16Array, impacts: ImpactTable, wanted: Wanted): void {
    this.clear()
    this.prune(plan, shares, impacts, wanted)
    this.busy = false
  }

  private prune(plan: OpenPlan, shares: Uint16Array, impacts: ImpactTable, wanted: Wanted): void {
    const bounds = plan.slots.map(slot => boundOf(slot, impacts, this.reader.lengths, this.documents, this.levels))
    const order = [...plan.slots.keys()].sort((a, b) => bounds[b] - bounds[a])
    let left = bounds.reduce((sum, bound) => sum + bound, 0)
    let threshold = 0
    let next = 0
    while (next < order.length) {
      const slot = order[next]
      if (this.count >= wanted.count && this.count < LOOK_COST * plan.slots[slot].frequency) {
        threshold = this.threshold(wanted)
        if (threshold > left) break
      }
      this.addSlot(plan.slots[slot], shares[slot], impacts)
      left -= bounds[slot]
      next++
    }
    if (next === order.length) return
    this.keep(threshold - left)
    this.found.subarray(0, this.count).sort()
    for (; next < order.length; next++) {
      const slot = order[next]
      left -= bounds[slot]
      this.probeSlot(plan.slots[slot], shares[slot], impacts)
      if (next + 1 === order.length) return
      threshold = Math.max(threshold, this.threshold(wanted))
      this.keep(threshold - left)
    }
  }

  /** The score that the worst of the best has at least, from the scores so far; 0 when too few qualify so far. */
  private threshold({ count, required, passes }: Wanted): number {
    return kthLargest(this.found, this.count, this.scores, count, document => this.held[document] >= required && passes(document))
  }

  /** Leaves out of `found` what is below a score. */
  private keep(least: number): void {
    const { found, scores, held } = this
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const document = found[at]
      if (scores[document] >= least) found[kept++] = document
      else {
        scores[document] = 0
        held[document] = 0
      }
    }
    this.count = kept
  }

  /** Empties the accumulators of the last query; what an error left in the middle of one is swept out too. */
  private clear(): void {
    const { scores, held, found } = this
    for (let at = 0; at < this.count; at++) {
      scores[found[at]] = 0
      held[found[at]] = 0
    }
    if (this.busy) {
      scores.fill(0)
      held.fill(0)
      this.frequencies.fill(0)
    }
    this.count = 0
    this.busy = true
  }

  private addSlot(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    if (slot.lists.length === 0) return
    if (isSingle(slot)) this.addOne(slot, share, impacts)
    else this.addUnion(slot, share, impacts)
  }

  private addOne(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const list = slot.lists[0]
    const { documents, levels, scores, held, found } = this
    const { lengths } = this.reader
    const { values } = impacts
    const { weight } = slot
    const { size } = list.postings
    list.postings.decode(documents, levels)
    let { count } = this
    for (let at = 0; at < size; at++) {
      const document = documents[at]
      if (held[document] === 0) found[count++] = document
      held[document] += share
      scores[document] += (weight * values[(levels[at] << 8) | lengths[document]]) | 0
    }
    this.count = count
    if (list.hits.length > 0) this.addPairs(list, impacts)
  }

  /** Several spellings of one word count as one term: their frequencies add up before they are weighed. */
  private addUnion(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { documents, levels, scores, held, found, frequencies, touched } = this
    const { lengths } = this.reader
    let touchedCount = 0
    for (const list of slot.lists) {
      const { agreement } = list
      const { size } = list.postings
      list.postings.decode(documents, levels)
      for (let posting = 0; posting < size; posting++) {
        const document = documents[posting]
        if (frequencies[document] === 0) touched[touchedCount++] = document
        frequencies[document] += agreement * LEVELS[levels[posting]]
      }
      if (list.hits.length > 0) this.addPairs(list, impacts)
    }
    const { norms, ranking } = impacts
    const k = ranking.k1 + 1
    const { floor } = ranking
    const weight = slot.weight / SCORE_UNIT
    let { count } = this
    for (let at = 0; at < touchedCount; at++) {
      const document = touched[at]
      const frequency = frequencies[document]
      frequencies[document] = 0
      const impact = (frequency < 1 ? frequency * floor : floor) + (frequency * k) / (frequency + norms[lengths[document]])
      if (held[document] === 0) found[count++] = document
      held[document] += share
      scores[document] += (weight * impact) | 0
    }
    this.count = count
  }

  /** Adds the pairs that the list just decoded owns. */
  private addPairs(list: OpenList, impacts: ImpactTable): void {
    const { documents, levels, positions, scores } = this
    const { lengths } = this.reader
    const { values } = impacts
    for (const hit of list.hits) {
      const weight = hit.pair.weight * hit.agreement
      const size = positionsOf(list, hit, positions)
      for (let at = 0; at < size; at++) {
        const posting = positions[at]
        const document = documents[posting]
        scores[document] += (weight * values[(levels[posting] << 8) | lengths[document]]) | 0
      }
    }
  }

  /** Adds a slot to the documents of `found`, which ascend, and to no others. */
  private probeSlot(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { scores, held, found, frequencies, touched, levels, count } = this
    const { lengths } = this.reader
    const { values } = impacts
    const single = isSingle(slot)
    for (const list of slot.lists) {
      const { postings, agreement } = list
      postings.rewind()
      let matched = 0
      for (let at = 0; at < count; at++) {
        const document = found[at]
        const position = postings.find(document)
        if (position < 0) continue
        const level = postings.level(position)
        if (single) {
          held[document] += share
          scores[document] += (slot.weight * values[(level << 8) | lengths[document]]) | 0
        } else frequencies[document] += agreement * LEVELS[level]
        touched[matched] = position
        levels[matched] = level
        this.documents[matched++] = document
      }
      if (matched === 0) continue
      for (const hit of list.hits) {
        this.probePair(hit.pair.weight * hit.agreement, positionsOf(list, hit, this.positions), matched, impacts)
      }
    }
    if (single) return
    for (let at = 0; at < count; at++) {
      const document = found[at]
      const frequency = frequencies[document]
      if (frequency === 0) continue
      frequencies[document] = 0
      held[document] += share
      scores[document] += units(slot.weight / SCORE_UNIT, impacts.impact(frequency, lengths[document]))
    }
  }

  /** Adds a pair to the documents just looked up, whose positions in the owner's list stand in `touched`. */
  private probePair(weight: number, size: number, matched: number, impacts: ImpactTable): void {
    const { positions, touched, documents, levels, scores } = this
    const { lengths } = this.reader
    let pair = 0
    for (let at = 0; at < matched; at++) {
      while (pair < size && positions[pair] < touched[at]) pair++
      if (pair === size) return
      if (positions[pair] !== touched[at]) continue
      const document = documents[at]
      scores[document] += (weight * impacts.values[(levels[at] << 8) | lengths[document]]) | 0
    }
  }
}

/** Whether a slot is one list that is meant just so. */
function isSingle(slot: WeightedSlot): boolean {
  return slot.lists.length === 1 && slot.lists[0].agreement === 1
}
