import type { DocumentNumbers } from '../index/document-set.js'
import type { ImpactList } from './impact-list.js'
import type { ImpactTable } from './scoring.js'

/**
 * A document's state in one number: its score units × 2^16, plus the shares of the query that it holds. Score units stay
 * below 2^31 and shares below 2^16, so a double holds both exactly, one addition adds to both, and the order of states is
 * that of scores.
 */
export const SHARE_LIMIT = 0x10000

/** The score units of a state. */
export function scoreOf(state: number): number {
  return Math.floor(state / SHARE_LIMIT)
}

/** The shares of a state. */
export function sharesOf(state: number): number {
  return state % SHARE_LIMIT
}

/**
 * Term-at-a-time scoring with one accumulator a document. The arrays belong to an index and are emptied for the next
 * query, so that a query allocates nothing that grows with the index.
 */
export class Accumulator {
  /** The state of each document, 0 when it holds nothing. */
  readonly states: Float64Array
  /** The documents that hold something, in no order. */
  readonly found: Int32Array
  /** How many of `found` are in use. */
  count = 0

  private values: Uint16Array = new Uint16Array()

  /** @param lengths the length of each document as a byte */
  constructor(
    private readonly lengths: Uint8Array,
    documents: number,
  ) {
    this.states = new Float64Array(documents)
    this.found = new Int32Array(documents)
  }

  /** Empties what the last query left, for one with these impacts. */
  clear({ values }: ImpactTable): void {
    this.values = values
    const { states, found } = this
    for (let at = 0; at < this.count; at++) states[found[at]] = 0
    this.count = 0
  }

  /**
   * Adds a list to the documents that hold it.
   *
   * @param weight score units a step
   */
  add(list: ImpactList, weight: number, share: number): void {
    const { documents } = list
    if (documents.numbers) this.addNumbers(documents.numbers, list.frequencies, weight, share)
    else if (documents.ranks) this.addBitmap(documents.ranks, list.frequencies, weight, share)
  }

  private addNumbers(numbers: DocumentNumbers, frequencies: Uint8Array, weight: number, share: number): void {
    const { states, found, values, lengths } = this
    let { count } = this
    // One unit and the share.
    const least = SHARE_LIMIT + share
    for (let at = 0; at < numbers.length; at++) {
      const document = numbers[at]
      const before = states[document]
      if (before === 0) found[count++] = document
      const gain = (weight * values[(frequencies[at] << 8) | lengths[document]]) | 0
      states[document] = before + gain * SHARE_LIMIT + least
    }
    this.count = count
  }

  private addBitmap(ranks: Int32Array, frequencies: Uint8Array, weight: number, share: number): void {
    const { states, found, values, lengths } = this
    let { count } = this
    const least = SHARE_LIMIT + share
    let posting = 0
    for (let at = 0; at < ranks.length; at += 2) {
      for (let bits = ranks[at]; bits !== 0; bits &= bits - 1) {
        const document = at * 16 + 31 - Math.clz32(bits & -bits)
        const before = states[document]
        if (before === 0) found[count++] = document
        const gain = (weight * values[(frequencies[posting++] << 8) | lengths[document]]) | 0
        states[document] = before + gain * SHARE_LIMIT + least
      }
    }
    this.count = count
  }
}
