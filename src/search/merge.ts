import { DocumentSet } from '../index/document-set.js'
import {
  byteToFrequency,
  FREQUENCY_BYTES,
  frequencyToByte,
  PAIR_FREQUENCY,
  STRONG_PAIR_FREQUENCY,
} from '../index/frequency.js'
import type { Postings } from '../index/postings.js'
import { ImpactList } from './impact-list.js'
import type { ImpactTable } from './scoring.js'

const frequencyOf = Float64Array.from({ length: FREQUENCY_BYTES }, (_, byte) => byteToFrequency(byte))

/**
 * Makes one list of several, in the order of the documents: by a bitmap, which sorts them for nothing. The arrays are used
 * again for list after list.
 */
export class ListMerger {
  /** Room for the positions of a pair. */
  readonly positions: Int32Array
  private readonly numbers: Int32Array
  private readonly frequencies: Float64Array
  private readonly bits: Int32Array

  constructor(
    private readonly documents: number,
    private readonly impacts: ImpactTable,
    /** Document lengths as bytes. */
    private readonly lengths: Uint8Array,
  ) {
    this.positions = new Int32Array(documents)
    this.numbers = new Int32Array(documents)
    this.frequencies = new Float64Array(documents)
    this.bits = new Int32Array((documents + 31) >>> 5)
  }

  /** The list of one term by itself. */
  single({ documents, frequencies }: Postings): ImpactList {
    documents.copyTo(this.numbers)
    return new ImpactList(documents, frequencies, this.impacts, this.lengths, this.numbers, true)
  }

  /** Adds the frequencies of a term, at a weight; `only` tells the postings that count. */
  add({ documents, frequencies: bytes }: Postings, weight: number, only?: Uint8Array): void {
    const { frequencies, bits, numbers } = this
    documents.copyTo(numbers)
    for (let at = 0; at < bytes.length; at++) {
      if (only && only[at] === 0) continue
      const document = numbers[at]
      bits[document >>> 5] |= 1 << (document & 31)
      frequencies[document] += weight * frequencyOf[bytes[at]]
    }
  }

  /**
   * Adds a pair, at a weight.
   *
   * @param owner the documents of the pair's owner, into which `positions` points
   * @param size how many of `positions` there are
   * @param strongAt the bit of `words` where the bits of strong documents begin
   */
  addPair(owner: DocumentSet, size: number, words: Uint32Array, strongAt: number, weight: number): void {
    const { positions, frequencies, bits, numbers } = this
    owner.copyTo(numbers)
    const once = weight * PAIR_FREQUENCY
    const strong = weight * STRONG_PAIR_FREQUENCY
    for (let at = 0; at < size; at++) {
      const document = numbers[positions[at]]
      const bit = strongAt + at
      bits[document >>> 5] |= 1 << (document & 31)
      frequencies[document] += (words[bit >>> 5] >>> (bit & 31)) & 1 ? strong : once
    }
  }

  /** The list of all that was added since the last time. */
  take(): ImpactList {
    const { frequencies, numbers } = this
    const count = this.takeNumbers()
    const bytes = new Uint8Array(count)
    for (let at = 0; at < count; at++) {
      bytes[at] = frequencyToByte(frequencies[numbers[at]])
      frequencies[numbers[at]] = 0
    }
    const documents = new DocumentSet(numbers.subarray(0, count), this.documents)
    return new ImpactList(documents, bytes, this.impacts, this.lengths, numbers)
  }

  /** Writes the documents whose bits are set into `numbers` and clears them; returns how many. */
  private takeNumbers(): number {
    const { bits, numbers } = this
    let count = 0
    for (let word = 0; word < bits.length; word++) {
      let rest = bits[word]
      if (rest === 0) continue
      bits[word] = 0
      const base = word * 32 + 31
      while (rest !== 0) {
        numbers[count++] = base - Math.clz32(rest & -rest)
        rest &= rest - 1
      }
    }
    return count
  }
}
