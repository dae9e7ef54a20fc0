import type { DocumentSet } from '../index/document-set.js'
import type { ImpactTable } from './scoring.js'

/** Rough bytes of a list beside its arrays' contents. */
const LIST_BYTES = 400

/**
 * The documents that hold a part of a query (a word with all its spellings, or a pair of words) and how often: all that
 * scoring reads. How it came about no longer matters.
 */
export class ImpactList {
  /** The most that it is worth in any document, in steps of the impact table. */
  readonly most: number

  constructor(
    readonly documents: DocumentSet,
    /** Bytes of `frequencyToByte`. */
    readonly frequencies: Uint8Array,
    impacts: ImpactTable,
    /** Document lengths as bytes. */
    lengths: Uint8Array,
    numbers: Int32Array,
    /** Whether the arrays are those of a term's own list, which is counted where that is kept. */
    private readonly shared = false,
  ) {
    impacts.prepare(frequencies)
    let most = 0
    for (let at = 0; at < frequencies.length; at++) {
      const steps = impacts.values[(frequencies[at] << 8) | lengths[numbers[at]]]
      if (steps > most) most = steps
    }
    this.most = most
  }

  /** In how many documents the word or pair stands. */
  get size(): number {
    return this.frequencies.length
  }

  /** Bytes in memory. */
  get bytes(): number {
    return LIST_BYTES + (this.shared ? 0 : this.documents.bytes + this.frequencies.byteLength)
  }
}
