import { Accumulator, SHARE_LIMIT, scoreOf, sharesOf } from './accumulator.js'
import { type Agreement, agreedUnits } from './agreement.js'
import { Candidates } from './candidates.js'
import type { DocumentMatch } from './document-match.js'
import type { ImpactList } from './impact-list.js'
import { kthLargest } from './kth-largest.js'
import type { OpenPlan } from './open-plan.js'
import { type ImpactTable, units } from './scoring.js'

/** After so many postings the most promising documents are scored in full, for a threshold. */
const POSTINGS_BEFORE_THRESHOLD = 1500
/** After so many times as many postings the leading documents are scored again, for others lead then. */
const TRIAL_GROWTH = 5
/** How many times as many documents as are wanted are scored for the threshold. */
const TRIALS = 5

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
  /** Which documents may be found at all, when that is not told by the words that they hold. */
  readonly match?: DocumentMatch | undefined
  /** What is added for places and dates of the query that documents have in their columns. */
  readonly agreements?: readonly Agreement[] | undefined
}

/** Called with every document scored in full that may be among the best. */
export type Report = (document: number, score: number, held: number) => void

/** A word or a pair as a summand of scores. */
interface Unit {
  readonly list: ImpactList
  /** Score units a step. */
  readonly weight: number
  readonly share: number
  /** The most that it adds to any document, in score units. */
  readonly bound: number
}

/** Scores documents for queries, all of them or as many as it takes to be sure of the best. */
export class Evaluator {
  private readonly accumulator: Accumulator
  private readonly candidates: Candidates
  private readonly selected: Int32Array

  /** @param lengths the length of each document as a byte */
  constructor(lengths: Uint8Array, documents: number) {
    this.accumulator = new Accumulator(lengths, documents)
    this.candidates = new Candidates(lengths, documents)
    this.selected = new Int32Array(documents)
  }

  /** Reports every document that holds a word of the query, in no order. */
  all(task: Task, report: Report): void {
    const { accumulator } = this
    accumulator.clear(task.impacts)
    for (const { list, weight, share } of unitsOf(task)) accumulator.add(list, weight, share)
    this.reportAll(task, report)
  }

  private reportAll(task: Task, reportTo: Report): void {
    const { match } = task
    const report = withAgreements(task, reportTo)
    const { found, count, states } = this.accumulator
    if (match) {
      match.each(document => report(document, scoreOf(states[document]), sharesOf(states[document])))
      return
    }
    for (let at = 0; at < count; at++) {
      const state = states[found[at]]
      report(found[at], scoreOf(state), sharesOf(state))
    }
  }

  /**
   * Reports the best documents and perhaps some others.
   *
   * Words and pairs are added to accumulators in the order of what they can add for each posting read: rare words and rare
   * pairs first. Early on, and sometimes later, the documents that then lead are scored in full, which gives a score that
   * the worst of the best has at least. When all that is left can add less than that score, no document outside the
   * accumulators can come in (MaxScore: Turtle & Flood 1995); what is left is looked up only for the documents that still
   * can, which become fewer with every word and pair.
   */
  best(task: Task, wanted: Wanted, report: Report): void {
    const { accumulator, candidates } = this
    const { match } = task
    accumulator.clear(task.impacts)
    const summands = unitsOf(task)
    let left = 0
    for (const { bound } of summands) left += bound
    // Agreements are looked up at the end; until then any document may have them.
    for (const { units } of task.agreements ?? []) left += units
    summands.sort((a, b) => b.bound / (b.list.size + 1) - a.bound / (a.list.size + 1))
    let threshold = -1
    let read = 0
    let next = 0
    let trial = POSTINGS_BEFORE_THRESHOLD
    for (; next < summands.length; next++) {
      const { list, weight, share, bound } = summands[next]
      if (read + list.size > trial && accumulator.count >= wanted.count) {
        threshold = Math.max(threshold, this.threshold(summands, next, wanted, task))
        trial = (read + list.size) * TRIAL_GROWTH
      }
      if (threshold > left) break
      accumulator.add(list, weight, share)
      read += list.size
      left -= bound
    }
    if (next === summands.length) {
      this.reportAll(task, report)
      return
    }
    candidates.take(this.selected, this.select(threshold - left), accumulator.states, task.impacts)
    const rest = summands.slice(next).sort((a, b) => b.bound - a.bound)
    for (const { list, weight, share, bound } of rest) {
      candidates.add(list, weight, share)
      left -= bound
      candidates.keep((threshold - left) * SHARE_LIMIT)
    }
    const full = withAgreements(task, report)
    for (let at = 0; at < candidates.count; at++) {
      const state = candidates.states[at]
      if (match && !match.has(candidates.documents[at])) continue
      full(candidates.documents[at], scoreOf(state), sharesOf(state))
    }
  }

  /** The score that the worst of the best has at least, by scoring the leading documents in full; 0 when too few match. */
  private threshold(
    summands: readonly Unit[],
    next: number,
    { count, required, passes }: Wanted,
    { impacts, match, agreements = [] }: Task,
  ): number {
    const { accumulator, candidates } = this
    const trials = Math.min(accumulator.count, count * TRIALS)
    const least = kthLargest(accumulator.found, accumulator.count, accumulator.states, trials)
    const chosen = Math.min(this.select(scoreOf(least)), count * TRIALS * 2)
    candidates.take(this.selected, chosen, accumulator.states, impacts)
    for (let at = next; at < summands.length; at++) {
      const { list, weight, share } = summands[at]
      candidates.add(list, weight, share)
    }
    let kept = 0
    for (let at = 0; at < candidates.count; at++) {
      const state = candidates.states[at]
      if (sharesOf(state) < required || !passes(candidates.documents[at])) continue
      if (match && !match.has(candidates.documents[at])) continue
      this.selected[kept] = kept
      const agreed = agreements.length === 0 ? 0 : agreedUnits(agreements, candidates.documents[at])
      candidates.states[kept++] = state + agreed * SHARE_LIMIT
    }
    return scoreOf(kthLargest(this.selected, kept, candidates.states, count))
  }

  /** Writes the documents with at least a score so far into `selected`; returns how many. */
  private select(least: number): number {
    const { found, count, states } = this.accumulator
    const { selected } = this
    const leastState = least * SHARE_LIMIT
    let chosen = 0
    for (let at = 0; at < count; at++) if (states[found[at]] >= leastState) selected[chosen++] = found[at]
    return chosen
  }
}

/** Reports scores with what agreements add to them. */
function withAgreements({ agreements = [] }: Task, report: Report): Report {
  if (agreements.length === 0) return report
  return (document, score, held) => report(document, score + agreedUnits(agreements, document), held)
}

/** The summands of a task's scores: words, then pairs. */
function unitsOf({ plan, shares, impacts }: Task): Unit[] {
  const { unitsPerStep } = impacts
  const found: Unit[] = []
  plan.slots.forEach(({ list, weight }, at) => {
    if (list) found.push(unitOf(list, weight * unitsPerStep, shares[at]))
  })
  for (const { list, weight } of plan.pairs) found.push(unitOf(list, weight * unitsPerStep, 0))
  return found
}

function unitOf(list: ImpactList, weight: number, share: number): Unit {
  return { list, weight, share, bound: units(weight, list.most) }
}
