import { InputError } from '../errors.js'
import { BitWriter, MAX_BITS } from './bits.js'
import { encodeFields } from './field-positions.js'
import { encodePairs, leastPairDocuments, pairKey } from './pairs.js'
import { encodePostings } from './postings-encoder.js'
import { RECORD_WORDS, type RecordLog } from './record-log.js'

/** No list with its pairs takes more than this. */
const RESERVE_BITS = 2 ** 28

/** Puts the records of postings and pairs in order and writes their lists, one range of terms after the other. */
export class ListWriter {
  private readonly out = new BitWriter()
  private readonly offsets: Uint32Array
  private readonly documents: Uint32Array
  private readonly levels: Uint8Array
  private readonly masks: Uint16Array
  private readonly positionOf: Uint32Array

  constructor(
    /** The ordinal of each term number. */
    readonly ordinalOf: Uint32Array,
    /** Postings of each ordinal. */
    private readonly frequencies: Uint32Array,
    private readonly documentCount: number,
    private readonly fieldCount: number,
  ) {
    this.offsets = new Uint32Array(frequencies.length + 1)
    this.documents = new Uint32Array(documentCount)
    this.levels = new Uint8Array(documentCount)
    this.masks = new Uint16Array(documentCount)
    this.positionOf = new Uint32Array(documentCount)
  }

  /** The ordinal of the term that owns a pair: the rarer one; of two alike, the one with the lower ordinal. */
  ownerOf(leftTerm: number, rightTerm: number): number {
    const { frequencies, ordinalOf } = this
    const left = ordinalOf[leftTerm]
    const right = ordinalOf[rightTerm]
    const difference = frequencies[left] - frequencies[right]
    return difference < 0 || (difference === 0 && left <= right) ? left : right
  }

  /** Records of each ordinal: its postings, and the pairs that it owns. */
  recordsOf(pairs: RecordLog): Float64Array {
    const records = Float64Array.from(this.frequencies)
    for (const part of pairs.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) records[this.ownerOf(part[at], part[at + 1])]++
    }
    return records
  }

  /**
   * Writes the lists of the terms from ordinal `first` to before `end`.
   *
   * @param postings records of term number, document, level + 16 × fields, in the order of the documents
   * @param pairs records of left term, right term, document × 2 + strong, in the same order
   */
  write(first: number, end: number, postings: RecordLog, pairs: RecordLog): void {
    const { ordinalOf, out } = this
    const starts = new Uint32Array(end - first + 1)
    for (let term = first; term < end; term++) starts[term - first + 1] = starts[term - first] + this.frequencies[term]
    const postingDocuments = new Uint32Array(postings.count)
    const postingValues = new Uint32Array(postings.count)
    const next = starts.slice()
    for (const part of postings.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) {
        const place = next[ordinalOf[part[at]] - first]++
        postingDocuments[place] = part[at + 1]
        postingValues[place] = part[at + 2]
      }
    }
    const owned = this.ownedPairs(first, end, pairs)
    for (let term = first; term < end; term++) {
      this.offsets[term] = out.bits >>> 3
      if (out.bits > MAX_BITS - RESERVE_BITS) throw tooLarge()
      const from = starts[term - first]
      const size = starts[term - first + 1] - from
      for (let at = 0; at < size; at++) {
        const value = postingValues[from + at]
        this.documents[at] = postingDocuments[from + at]
        this.levels[at] = value & 15
        this.masks[at] = value >>> 4
        this.positionOf[this.documents[at]] = at
      }
      encodePostings(out, this.documentCount, this.documents, this.levels, size)
      encodeFields(out, this.masks, size, this.fieldCount)
      const pairsFrom = owned.starts[term - first]
      this.writePairs(owned, pairsFrom, owned.starts[term - first + 1], size)
      out.align()
    }
  }

  /** The pairs of a range by their owners. */
  private ownedPairs(first: number, end: number, pairs: RecordLog): OwnedRecords {
    const starts = new Uint32Array(end - first + 1)
    for (const part of pairs.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) starts[this.ownerOf(part[at], part[at + 1]) - first + 1]++
    }
    for (let term = 0; term < end - first; term++) starts[term + 1] += starts[term]
    const keys = new Uint32Array(pairs.count)
    const values = new Uint32Array(pairs.count)
    const next = starts.slice()
    for (const part of pairs.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) {
        const owner = this.ownerOf(part[at], part[at + 1])
        const left = this.ordinalOf[part[at]]
        const place = next[owner - first]++
        keys[place] = owner === left ? pairKey(this.ordinalOf[part[at + 1]], false) : pairKey(left, true)
        values[place] = part[at + 2]
      }
    }
    return { starts, keys, values }
  }

  private writePairs({ keys, values }: OwnedRecords, from: number, to: number, size: number): void {
    // Sorting numbers of key and place together keeps the order of the documents within a pair.
    const order = new Float64Array(to - from)
    const scale = to - from
    for (let at = from; at < to; at++) order[at - from] = keys[at] * scale + (at - from)
    order.sort()
    const found: { keys: number[]; positions: Uint32Array[]; strong: Uint8Array[] } = {
      keys: [],
      positions: [],
      strong: [],
    }
    const least = leastPairDocuments(this.documentCount)
    for (let at = 0; at < order.length; ) {
      const key = Math.floor(order[at] / scale)
      let end = at + 1
      while (end < order.length && order[end] < (key + 1) * scale) end++
      if (end - at >= least) {
        const positions = new Uint32Array(end - at)
        const strong = new Uint8Array(end - at)
        for (let item = at; item < end; item++) {
          const value = values[from + order[item] - key * scale]
          positions[item - at] = this.positionOf[value >>> 1]
          strong[item - at] = value & 1
        }
        found.keys.push(key)
        found.positions.push(positions)
        found.strong.push(strong)
      }
      at = end
    }
    encodePairs(this.out, found, size, this.frequencies.length)
  }

  /** The bytes of all lists as words, and where each list begins. */
  finish(): { readonly offsets: Uint32Array; readonly words: Uint32Array } {
    this.offsets[this.frequencies.length] = this.out.bits >>> 3
    return { offsets: this.offsets, words: this.out.toWords() }
  }
}

/** Pairs sorted by owner: those of the n-th owner of a range are the items from `starts[n]` to `starts[n + 1]`. */
interface OwnedRecords {
  readonly starts: Uint32Array
  readonly keys: Uint32Array
  readonly values: Uint32Array
}

function tooLarge(): InputError {
  return new InputError('BAD_INPUT', 'the postings exceed 480 MiB: build several indexes of fewer documents', {
    expected: MAX_BITS - RESERVE_BITS,
  })
}
