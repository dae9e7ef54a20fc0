import { type DocumentNumbers, placeInRanks } from '../index/document-set.js'
import { SHARE_LIMIT } from './accumulator.js'
import type { ImpactList } from './impact-list.js'
import type { ImpactTable } from './scoring.js'

/**
 * Some documents whose scores are completed list by list, by looking them up. Arrays side by side, used again query after
 * query.
 */
export class Candidates {
  count = 0
  documents = new Int32Array(256)
  /** See `Accumulator`. */
  states = new Float64Array(256)
  /** For each document of the index 1 + its place among the candidates, or 0. */
  private readonly places: Int32Array
  private values: Uint16Array = new Uint16Array()

  /** @param lengths the length of each document as a byte */
  constructor(
    private readonly lengths: Uint8Array,
    documents: number,
  ) {
    this.places = new Int32Array(documents)
  }

  /** Takes the first `count` of the documents listed, with their states. */
  take(documents: Int32Array, count: number, states: Float64Array, { values }: ImpactTable): void {
    this.values = values
    this.reserve(count)
    this.count = count
    for (let at = 0; at < count; at++) {
      this.documents[at] = documents[at]
      this.states[at] = states[documents[at]]
    }
  }

  private reserve(count: number): void {
    if (count <= this.documents.length) return
    this.documents = new Int32Array(count * 2)
    this.states = new Float64Array(count * 2)
  }

  /** Leaves out those whose state is below `least`. */
  keep(least: number): void {
    const { documents, states } = this
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      if (states[at] < least) continue
      documents[kept] = documents[at]
      states[kept++] = states[at]
    }
    this.count = kept
  }

  /** Adds a list to the candidates that it holds. */
  add({ documents, frequencies }: ImpactList, weight: number, share: number): void {
    if (documents.ranks) this.lookUp(documents.ranks, frequencies, weight, share)
    else if (documents.numbers) this.goThrough(documents.numbers, frequencies, weight, share)
  }

  /** A short list is gone through: that costs less than to search in it for each candidate. */
  private goThrough(numbers: DocumentNumbers, frequencies: Uint8Array, weight: number, share: number): void {
    const { places, states, values, lengths } = this
    for (let at = 0; at < this.count; at++) places[this.documents[at]] = at + 1
    const least = SHARE_LIMIT + share
    for (let at = 0; at < numbers.length; at++) {
      const place = places[numbers[at]]
      if (place === 0) continue
      const gain = (weight * values[(frequencies[at] << 8) | lengths[numbers[at]]]) | 0
      states[place - 1] += gain * SHARE_LIMIT + least
    }
    for (let at = 0; at < this.count; at++) places[this.documents[at]] = 0
  }

  private lookUp(ranks: Int32Array, frequencies: Uint8Array, weight: number, share: number): void {
    const { documents, states, count, values, lengths } = this
    const least = SHARE_LIMIT + share
    for (let at = 0; at < count; at++) {
      const document = documents[at]
      const place = placeInRanks(ranks, document)
      if (place < 0) continue
      const gain = (weight * values[(frequencies[place] << 8) | lengths[document]]) | 0
      states[at] += gain * SHARE_LIMIT + least
    }
  }
}
