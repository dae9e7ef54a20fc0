import { LEVELS } from '../index/frequency.js'
import type { IndexReader } from '../index/reader.js'
import { type OpenList, type OpenPlan, positionsOf, toScore, units, type WeightedSlot } from './lists.js'
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
  private readonly documents: Int32Array
  private readonly levels: Uint8Array
  private readonly positions: Int32Array

  constructor(
    private readonly reader: IndexReader,
    private readonly impacts: ImpactTable,
  ) {
    this.documents = new Int32Array(reader.documents)
    this.levels = new Uint8Array(reader.documents)
    this.positions = new Int32Array(reader.documents)
  }

  explain(document: number, plan: OpenPlan, shares: Uint16Array): Explanation {
    const parts: ScorePart[] = []
    const missing: string[] = []
    let total = 0
    let held = 0
    plan.slots.forEach((slot, at) => {
      const pairParts = new Map<string, ScorePart>()
      const found: string[] = []
      let frequency = 0
      let level = 0
      for (const list of slot.lists) {
        const posting = this.find(list, document)
        if (posting < 0) continue
        found.push(list.term)
        level = this.levels[posting]
        frequency += list.agreement * LEVELS[level]
        total += this.explainPairs(list, posting, document, plan, pairParts)
      }
      if (found.length > 0) {
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
          score: toScore(score),
        })
      } else missing.push(slot.slot.word)
      parts.push(...pairParts.values())
    })
    const whole = shares.reduce((sum, share) => sum + share, 0)
    parts.sort((a, b) => b.score - a.score)
    return { id: this.reader.id(document), score: toScore(total), held: whole === 0 ? 0 : held / whole, parts, missing }
  }

  /** As in `Evaluator`: one exact spelling is looked up in the table, several are summed first. */
  private wordUnits(slot: WeightedSlot, frequency: number, level: number, document: number): number {
    const lengthByte = this.reader.lengths[document]
    if (slot.lists.length === 1 && slot.lists[0].agreement === 1) {
      return units(slot.weight, this.impacts.values[(level << 8) | lengthByte])
    }
    return units(slot.weight / SCORE_UNIT, this.impacts.impact(frequency, lengthByte))
  }

  /** The place of a document in a list, or -1; the list stays decoded. */
  private find(list: OpenList, document: number): number {
    list.postings.decode(this.documents, this.levels)
    return this.documents.subarray(0, list.postings.size).indexOf(document)
  }

  private explainPairs(
    list: OpenList,
    posting: number,
    document: number,
    plan: OpenPlan,
    parts: Map<string, ScorePart>,
  ): number {
    let total = 0
    for (const hit of list.hits) {
      const size = positionsOf(list, hit, this.positions)
      if (!this.positions.subarray(0, size).includes(posting)) continue
      const level = this.levels[posting]
      const score = units(hit.pair.weight * hit.agreement, this.impacts.values[(level << 8) | this.reader.lengths[document]])
      total += score
      const query = `${plan.slots[hit.pair.left].slot.word} ${plan.slots[hit.pair.right].slot.word}`
      const known = parts.get(query)
      parts.set(query, {
        kind: 'pair',
        query,
        found: [...(known?.found ?? []), list.term],
        documents: hit.pair.frequency,
        weight: hit.pair.weight,
        frequency: LEVELS[level],
        score: toScore(score) + (known?.score ?? 0),
      })
    }
    return total
  }
}
