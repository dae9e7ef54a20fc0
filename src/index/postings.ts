import { readAscending } from './ascending.js'
import { BitCursor, bitWidth, readBits } from './bits.js'
import { damaged } from './damage.js'
import { DocumentSet } from './document-set.js'
import { type FieldsPlace, fieldsPlace } from './field-positions.js'
import { readLevels } from './level-code.js'
import { PARAMETER_BITS } from './postings-encoder.js'

/** A posting list. */
export interface Postings {
  readonly documents: DocumentSet
  /** How often the term stands in each document, as bytes of `frequencyToByte`. */
  readonly frequencies: Uint8Array
  /** Where it says which fields of the documents have the term; the pairs of the term begin behind. */
  readonly fields: FieldsPlace
  /** The bit where the pairs end at the latest. */
  readonly end: number
}

/** How many documents the list holds that begins at bit `at`. */
export function postingsSize(words: Uint32Array, at: number, documentCount: number): number {
  const size = new BitCursor(words, at).readGamma()
  if (size > documentCount) throw damaged('postings', `at most ${documentCount} documents`, size)
  return size
}

/** Reads the lists of an index one after the other. */
export class PostingsReader {
  private readonly numbers: Int32Array

  constructor(
    private readonly documentCount: number,
    private readonly fieldCount: number,
  ) {
    this.numbers = new Int32Array(documentCount)
  }

  /**
   * Reads the list that begins at bit `at` and ends, pairs and all, before bit `end`.
   *
   * @throws IndexFileError when it does not fit the index
   */
  read(words: Uint32Array, at: number, end: number): Postings {
    const { documentCount, numbers } = this
    const size = postingsSize(words, at, documentCount)
    // A posting takes two bits at least, so that reading lists takes no longer than they are long.
    if (size * 2 > end - at) throw damaged('postings', `a list within ${end - at} bits`, size * 2)
    let bit = at + 2 * bitWidth(size) - 1
    if (size === 1) {
      const width = bitWidth(documentCount)
      numbers[0] = readBits(words, bit, width)
      if (numbers[0] >= documentCount) throw damaged('postings', `a document below ${documentCount}`, numbers[0])
      bit += width
    } else {
      const parameter = readBits(words, bit, PARAMETER_BITS)
      bit = readAscending(words, bit + PARAMETER_BITS, parameter, size, documentCount, numbers)
    }
    const frequencies = new Uint8Array(size)
    bit = readLevels(words, bit, frequencies)
    const fields = fieldsPlace(words, bit, size, this.fieldCount)
    if (fields.end > end) throw damaged('postings', `a list within ${end - at} bits`, fields.end - at)
    return { documents: new DocumentSet(numbers.subarray(0, size), documentCount), frequencies, fields, end }
  }
}
