import { STRONG_PAIR_LEVEL } from '../index/frequency.js'
import type { IndexReader } from '../index/reader.js'
import type { OpenList, OpenPlan } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/** A slot or a pair as a summand of scores. */
export interface Unit {
  /** The slot, or -1. */
  readonly slot: number
  /** The pair, or -1. */
  readonly pair: number
  /** The most it can add to the score of any document, in score units. */
  readonly bound: number
  /** Postings to read for it. */
  readonly cost: number
}

/** The summands of a plan's scores with their bounds. */
export class Bounds {
  private readonly documents = new Int32Array(8)
  private readonly levels = new Uint8Array(8)
  private readonly known = new Map<OpenList, number>()

  constructor(
    private readonly reader: IndexReader,
    private readonly impacts: ImpactTable,
  ) {}

  /** One unit a slot, in their order, then one a pair. */
  units(plan: OpenPlan): Unit[] {
    const units: Unit[] = []
    // BM25 saturates: however many spellings add up, a word is worth no more than this.
    const saturated = this.impacts.most / SCORE_UNIT
    plan.slots.forEach(({ lists, weight }, slot) => {
      let sum = 0
      let cost = 0
      for (const list of lists) {
        // Impact is concave: a frequency taken at less than its worth loses less than that of its impact.
        sum += this.list(list)
        cost += list.postings.size
      }
      units.push({
        slot,
        pair: -1,
        bound: lists.length === 0 ? 0 : Math.ceil(weight * Math.min(sum, saturated)) + 1,
        cost,
      })
    })
    plan.pairs.forEach(({ hits, weight }, pair) => {
      let most = 0
      let cost = 0
      for (const hit of hits) {
        most = Math.max(most, hit.agreement * this.pair(hit.owner))
        cost += hit.size
      }
      units.push({ slot: -1, pair, bound: Math.ceil(weight * most) + 1, cost })
    })
    return units
  }

  /** The impact of a strong pair in the shortest document of its owner. */
  private pair(owner: OpenList): number {
    const shortest = owner.postings.shortest(this.reader.lengths, this.documents, this.levels)
    return this.impacts.values[(STRONG_PAIR_LEVEL << 8) | shortest]
  }

  private list(list: OpenList): number {
    let bound = this.known.get(list)
    if (bound === undefined) {
      bound = list.postings.bound(this.impacts.values, this.reader.lengths, this.documents, this.levels)
      this.known.set(list, bound)
    }
    return bound
  }
}
