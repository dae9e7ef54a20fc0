import type { IndexReader } from '../index/reader.js'
import { Accumulator } from './accumulator.js'
import { Bounds, type Unit } from './bounds.js'
import { Candidates } from './candidates.js'
import { kthLargest } from './kth-largest.js'
import type { OpenPlan, WeightedSlot } from './lists.js'
import type { Match } from './options.js'
import type { ImpactTable } from './scoring.js'

/** The shares of all slots add up to about this; with up to eight readings of an abbreviation they still fit 16 bits. */
const WHOLE_SHARE = 6000
/** After so many postings the most promising documents are scored in full, for a threshold. */
const POSTINGS_BEFORE_THRESHOLD = 1500
/** How many times as many documents as are wanted are scored for the threshold. */
const TRIALS = 3
/** Looking a document up in a list costs about as much as reading this many postings. */
const LOOKUP_COST = 6

/**
 * What each slot is worth when `match` asks how much of the query a document holds. Slots that stand aside are worth
 * nothing. The words of each reading of an abbreviation are together worth as much as the abbreviation, but under `all`,
 * where they would make up for other words.
 */
export function slotShares(slots: readonly WeightedSlot[], documents: number, match: Match): Uint16Array {
  const answered = new Set(
    slots.flatMap(({ slot, lists }) => (slot.insteadOf >= 0 && lists.length > 0 ? [slot.insteadOf] : [])),
  )
  const weights = slots.map((slot, at) => {
    if (!isAskedFor(slot) || (slot.lists.length === 0 && !answered.has(at))) return 0
    return slot.slot.weight * Math.log(1 + documents / (slot.frequency + 1))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = Uint16Array.from(weights, weight =>
    weight > 0 ? Math.max(1, Math.floor((WHOLE_SHARE * weight) / sum)) : 0,
  )
  if (match === 'all') return shares
  slots.forEach(({ slot, lists }, at) => {
    if (slot.insteadOf >= 0 && lists.length > 0) shares[at] = Math.ceil(shares[slot.insteadOf] * slot.part)
  })
  return shares
}

/** Whether a slot is one of the words that the query asks for, and no other way to put one of them. */
export function isAskedFor({ slot }: WeightedSlot): boolean {
  return !slot.aside && slot.insteadOf < 0
}

/** The share of all words that a query asks for. */
export function wholeShare(slots: readonly WeightedSlot[], shares: Uint16Array): number {
  return slots.reduce((sum, slot, at) => sum + (isAskedFor(slot) ? shares[at] : 0), 0)
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

/** A query ready to be scored. */
export interface Task {
  readonly plan: OpenPlan
  readonly shares: Uint16Array
  readonly impacts: ImpactTable
}

/** Called with every document scored in full that may be among the best. */
export type Report = (document: number, score: number, held: number) => void

/** Scores documents for queries, all of them or as many as it takes to be sure of the best. */
export class Evaluator {
  private readonly accumulator: Accumulator
  private readonly candidates: Candidates
  private readonly selected: Int32Array

  constructor(private readonly reader: IndexReader) {
    this.accumulator = new Accumulator(reader)
    this.candidates = new Candidates(reader)
    this.selected = new Int32Array(reader.documents)
  }

  /** Reports every document that holds a word of the query, in no order. */
  all({ plan, shares, impacts }: Task, report: Report): void {
    const { accumulator } = this
    accumulator.clear()
    plan.slots.forEach((slot, at) => {
      accumulator.addSlot(slot, shares[at], impacts)
    })
    for (const pair of plan.pairs) accumulator.addPair(pair, impacts)
    this.reportAll(report)
  }

  private reportAll(report: Report): void {
    const { found, count, scores, held } = this.accumulator
    for (let at = 0; at < count; at++) report(found[at], scores[found[at]], held[found[at]])
  }

  /**
   * Reports the best documents and perhaps some others.
   *
   * Slots and pairs are added to accumulators in the order of what they can add for each posting read: rare words and
   * rare pairs first. Early on, the documents that then lead are scored in full, which gives a score that the worst of
   * the best has at least. When all that is left can add less than that score, no document outside the accumulators can
   * come in (MaxScore: Turtle & Flood 1995); what is left is looked up only for the documents that still can, which
   * become fewer with every slot and pair.
   */
  best(task: Task, wanted: Wanted, report: Report): void {
    const { accumulator, candidates } = this
    const { plan, shares, impacts } = task
    accumulator.clear()
    const units = new Bounds(this.reader, impacts).units(plan)
    let left = 0
    for (const unit of units) left += unit.bound
    units.sort((a, b) => b.bound / (b.cost + 1) - a.bound / (a.cost + 1))
    let threshold = -1
    let read = 0
    let next = 0
    for (; next < units.length; next++) {
      const unit = units[next]
      if (threshold < 0 && read + unit.cost > POSTINGS_BEFORE_THRESHOLD && accumulator.count >= wanted.count) {
        threshold = this.threshold(task, units, next, wanted)
      }
      if (threshold > left && this.fewerThan(unit.cost / LOOKUP_COST, threshold - left)) break
      if (unit.slot >= 0) accumulator.addSlot(plan.slots[unit.slot], shares[unit.slot], impacts)
      else accumulator.addPair(plan.pairs[unit.pair], impacts)
      read += unit.cost
      left -= unit.bound
    }
    if (next === units.length) {
      this.reportAll(report)
      return
    }
    const chosen = this.select(threshold - left)
    candidates.take(this.selected.subarray(0, chosen), accumulator.scores, accumulator.held)
    const rest = units.slice(next).sort((a, b) => b.bound - a.bound)
    for (const unit of rest) {
      this.lookUp(task, unit)
      left -= unit.bound
      candidates.keep(threshold - left)
    }
    for (let at = 0; at < candidates.count; at++)
      report(candidates.documents[at], candidates.scores[at], candidates.held[at])
  }

  private lookUp({ plan, shares, impacts }: Task, unit: Unit): void {
    if (unit.slot >= 0) this.candidates.addSlot(plan, unit.slot, shares[unit.slot], impacts)
    else this.candidates.addPair(plan, unit.pair, impacts)
  }

  /** The score that the worst of the best has at least, by scoring the leading documents in full; 0 when too few match. */
  private threshold(task: Task, units: readonly Unit[], next: number, { count, required, passes }: Wanted): number {
    const { accumulator, candidates } = this
    const { found, scores } = accumulator
    const least = kthLargest(found, accumulator.count, scores, Math.min(accumulator.count, count * TRIALS), () => true)
    const chosen = Math.min(this.select(least), count * TRIALS * 2)
    candidates.take(this.selected.subarray(0, chosen), scores, accumulator.held)
    for (let at = next; at < units.length; at++) this.lookUp(task, units[at])
    let kept = 0
    for (let at = 0; at < candidates.count; at++) {
      if (candidates.held[at] < required || !passes(candidates.documents[at])) continue
      this.selected[kept] = kept
      candidates.scores[kept++] = candidates.scores[at]
    }
    return kthLargest(this.selected, kept, candidates.scores, count, () => true)
  }

  /** Writes the documents with at least a score so far into `selected`; returns how many. */
  private select(least: number): number {
    const { found, count, scores } = this.accumulator
    const { selected } = this
    let chosen = 0
    for (let at = 0; at < count; at++) if (scores[found[at]] >= least) selected[chosen++] = found[at]
    return chosen
  }

  /** Whether fewer documents than `limit` have at least a score so far. */
  private fewerThan(limit: number, least: number): boolean {
    const { found, count, scores } = this.accumulator
    let above = 0
    for (let at = 0; at < count && above < limit; at++) if (scores[found[at]] >= least) above++
    return above < limit
  }
}
