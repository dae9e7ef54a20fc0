import { LEVELS } from '../index/frequency.js'
import { readPositions } from '../index/pairs.js'
import type { IndexReader } from '../index/reader.js'
import { DecodedLists } from './decoded-lists.js'
import { isSingle, type OpenList, pairImpact, type WeightedPair, type WeightedSlot } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/** Picking one document out of a list costs about as much as decoding this many. */
const PICKING_COST = 40

/**
 * Term-at-a-time scoring with one accumulator a document. The arrays belong to an index and are emptied for the next
 * query, so that a query allocates nothing that grows with the index.
 */
export class Accumulator {
  /** Score units by document. */
  readonly scores: Int32Array
  /** Shares of the slots that a document holds (see `slotShares`). */
  readonly held: Uint16Array
  /** The documents that hold something, in no order. */
  readonly found: Int32Array
  /** How many of `found` are in use. */
  count = 0
  private readonly decoded: DecodedLists
  private readonly documents: Int32Array
  private readonly positions: Int32Array
  private readonly frequencies: Float64Array
  private readonly best: Int32Array
  private readonly touched: Int32Array

  constructor(private readonly reader: IndexReader) {
    const { documents } = reader
    this.scores = new Int32Array(documents)
    this.held = new Uint16Array(documents)
    this.found = new Int32Array(documents)
    this.documents = new Int32Array(documents)
    this.decoded = new DecodedLists(documents)
    this.positions = new Int32Array(documents)
    this.frequencies = new Float64Array(documents)
    this.best = new Int32Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Empties what the last query left. */
  clear(): void {
    const { scores, held, found } = this
    for (let at = 0; at < this.count; at++) {
      const document = found[at]
      scores[document] = 0
      held[document] = 0
    }
    this.count = 0
    this.decoded.clear()
  }

  addSlot(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    if (isSingle(slot)) this.addOne(slot, share, impacts)
    else if (slot.lists.length > 0) this.addUnion(slot, share, impacts)
  }

  private addOne(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { scores, held, found } = this
    const { documents, levels } = this.decoded
    const { lengths } = this.reader
    const { values } = impacts
    const { weight } = slot
    const [list] = slot.lists
    const begin = this.decoded.begin(list)
    const end = begin + list.postings.size
    let { count } = this
    for (let at = begin; at < end; at++) {
      const document = documents[at]
      const score = scores[document]
      if (score === 0) found[count++] = document
      held[document] += share
      scores[document] = score + ((weight * values[(levels[at] << 8) | lengths[document]]) | 0) + 1
    }
    this.count = count
  }

  /** Several spellings of one word count as one term: their frequencies add up before they are weighed. */
  private addUnion(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { scores, held, found, frequencies, touched } = this
    const { documents, levels } = this.decoded
    const { lengths } = this.reader
    let touchedCount = 0
    for (const list of slot.lists) {
      const { agreement } = list
      const begin = this.decoded.begin(list)
      const end = begin + list.postings.size
      for (let at = begin; at < end; at++) {
        const document = documents[at]
        if (frequencies[document] === 0) touched[touchedCount++] = document
        frequencies[document] += agreement * LEVELS[levels[at]]
      }
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
      const impact =
        (frequency < 1 ? frequency * floor : floor) + (frequency * k) / (frequency + norms[lengths[document]])
      const score = scores[document]
      if (score === 0) found[count++] = document
      held[document] += share
      scores[document] = score + ((weight * impact) | 0) + 1
    }
    this.count = count
  }

  /** Adds a pair: to each document the best of its hits. */
  addPair(pair: WeightedPair, impacts: ImpactTable): void {
    const { positions, scores, found, best, touched } = this
    const { lengths, postingWords } = this.reader
    const { values } = impacts
    const several = pair.hits.length > 1
    let touchedCount = 0
    let { count } = this
    for (const { owner, at, strongAt, size, agreement } of pair.hits) {
      const weight = pair.weight * agreement
      const hits = readPositions(postingWords, at, size, owner.postings.size, positions)
      const begin = this.beginOf(owner, hits)
      const documents = begin < 0 ? this.documents : this.decoded.documents
      for (let hit = 0; hit < hits; hit++) {
        const position = positions[hit]
        const document = documents[begin < 0 ? hit : begin + position]
        const gain = ((weight * values[pairImpact(postingWords, strongAt, hit) | lengths[document]]) | 0) + 1
        const score = scores[document]
        if (score === 0) found[count++] = document
        if (!several) scores[document] = score + gain
        else if (gain > best[document]) {
          if (best[document] === 0) touched[touchedCount++] = document
          scores[document] = score + gain - best[document]
          best[document] = gain
        }
      }
    }
    this.count = count
    for (let at = 0; at < touchedCount; at++) best[touched[at]] = 0
  }

  /** Where the owner of a pair is decoded, or -1 when the few documents wanted are rather picked out of it. */
  private beginOf(owner: OpenList, hits: number): number {
    if (this.decoded.has(owner) || hits * PICKING_COST > owner.postings.size) return this.decoded.begin(owner)
    owner.postings.select(this.positions, hits, this.documents)
    return -1
  }
}
