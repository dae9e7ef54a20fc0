import type { WeightedSlot } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/**
 * The most that a slot and the pairs that its lists own can add to the score of any document, in score units.
 *
 * @param documents and `levels`: room for the longest list, overwritten
 */
export function boundOf(
  slot: WeightedSlot,
  impacts: ImpactTable,
  lengths: Uint8Array,
  documents: Int32Array,
  levels: Uint8Array,
): number {
  let words = 0
  let pairs = 0
  for (const list of slot.lists) {
    const most = list.postings.bound(impacts.values, lengths, documents, levels)
    words += list.agreement * most
    for (const hit of list.hits) pairs += hit.pair.weight * hit.agreement * most
  }
  // BM25 saturates: however many spellings add up, a word is worth no more than this.
  const saturated = impacts.most / SCORE_UNIT
  return Math.ceil(slot.weight * Math.min(words, saturated) + pairs) + 1
}
