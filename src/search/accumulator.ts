import { LEVELS } from '../index/frequency.js'
import { readPositions } from '../index/pairs.js'
import type { IndexReader } from '../index/reader.js'
import { isSingle, type WeightedPair, type WeightedSlot } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

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
  private readonly seen: Uint8Array
  private readonly documents: Int32Array
  private readonly levels: Uint8Array
  private readonly positions: Int32Array
  private readonly frequencies: Float64Array
  private readonly best: Int32Array
  private readonly touched: Int32Array

  constructor(private readonly reader: IndexReader) {
    const { documents } = reader
    this.scores = new Int32Array(documents)
    this.held = new Uint16Array(documents)
    this.seen = new Uint8Array(documents)
    this.found = new Int32Array(documents)
    this.documents = new Int32Array(documents)
    this.levels = new Uint8Array(documents)
    this.positions = new Int32Array(documents)
    this.frequencies = new Float64Array(documents)
    this.best = new Int32Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Empties what the last query left. */
  clear(): void {
    const { scores, held, seen, found } = this
    for (let at = 0; at < this.count; at++) {
      const document = found[at]
      scores[document] = 0
      held[document] = 0
      seen[document] = 0
    }
    this.count = 0
  }

  addSlot(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    if (isSingle(slot)) this.addOne(slot, share, impacts)
    else if (slot.lists.length > 0) this.addUnion(slot, share, impacts)
  }

  private addOne(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { documents, levels, scores, held, seen, found } = this
    const { lengths } = this.reader
    const { values } = impacts
    const { weight } = slot
    const { postings } = slot.lists[0]
    const { size } = postings
    postings.decode(documents, levels)
    let { count } = this
    for (let at = 0; at < size; at++) {
      const document = documents[at]
      if (seen[document] === 0) {
        seen[document] = 1
        found[count++] = document
      }
      held[document] += share
      scores[document] += (weight * values[(levels[at] << 8) | lengths[document]]) | 0
    }
    this.count = count
  }

  /** Several spellings of one word count as one term: their frequencies add up before they are weighed. */
  private addUnion(slot: WeightedSlot, share: number, impacts: ImpactTable): void {
    const { documents, levels, scores, held, seen, found, frequencies, touched } = this
    const { lengths } = this.reader
    let touchedCount = 0
    for (const { agreement, postings } of slot.lists) {
      const { size } = postings
      postings.decode(documents, levels)
      for (let posting = 0; posting < size; posting++) {
        const document = documents[posting]
        if (frequencies[document] === 0) touched[touchedCount++] = document
        frequencies[document] += agreement * LEVELS[levels[posting]]
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
      if (seen[document] === 0) {
        seen[document] = 1
        found[count++] = document
      }
      held[document] += share
      const impact = (frequency < 1 ? frequency * floor : floor) + (frequency * k) / (frequency + norms[lengths[document]])
      scores[document] += (weight * impact) | 0
    }
    this.count = count
  }

  /** Adds a pair: to each document the best of its hits. */
  addPair(pair: WeightedPair, impacts: ImpactTable): void {
    const { documents, positions, scores, seen, found, best, touched } = this
    const { lengths, postingWords } = this.reader
    const { values } = impacts
    const several = pair.hits.length > 1
    let touchedCount = 0
    for (const { owner, at, size, agreement } of pair.hits) {
      const { postings } = owner
      const weight = pair.weight * agreement
      const count = readPositions(postingWords, at, size, postings.size, positions)
      postings.select(positions, count, documents)
      for (let hit = 0; hit < count; hit++) {
        const document = documents[hit]
        const gain = (weight * values[(postings.level(positions[hit]) << 8) | lengths[document]]) | 0
        if (seen[document] === 0) {
          seen[document] = 1
          found[this.count++] = document
        }
        if (!several) scores[document] += gain
        else if (gain > best[document]) {
          if (best[document] === 0) touched[touchedCount++] = document
          scores[document] += gain - best[document]
          best[document] = gain
        }
      }
    }
    for (let at = 0; at < touchedCount; at++) best[touched[at]] = 0
  }
}
