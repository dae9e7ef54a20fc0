import { InputError } from '../errors.js'
import { BitWriter, MAX_BITS } from './bits.js'
import { encodeFields } from './field-positions.js'
import { encodePairs, leastPairDocuments, pairKey } from './pairs.js'
import { encodePostings } from './postings-encoder.js'

/** No list with its pairs takes more than this. */
const RESERVE_BITS = 2 ** 28

function tooLarge(): InputError {
  return new InputError('BAD_INPUT', 'the postings exceed 480 MiB: build several indexes of fewer documents', {
    expected: MAX_BITS - RESERVE_BITS,
  })
}

/** A growing array of unsigned 32-bit numbers. */
export class GrowingArray {
  length = 0
  items = new Uint32Array(1 << 12)

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.items.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length++] = item
  }
}

/** Numbers of one kind for each term, sorted by counting: where a term's items begin, and the items' order. */
function countingSort(
  keys: Uint32Array,
  length: number,
  keyLimit: number,
  order: Uint32Array | undefined,
): Uint32Array {
  const starts = new Uint32Array(keyLimit + 1)
  for (let at = 0; at < length; at++) starts[keys[at] + 1]++
  for (let key = 0; key < keyLimit; key++) starts[key + 1] += starts[key]
  const sorted = new Uint32Array(length)
  for (let at = 0; at < length; at++) {
    const item = order === undefined ? at : order[at]
    sorted[starts[keys[item]]++] = item
  }
  return sorted
}

/**
 * Collects postings and adjacent pairs in the order of the documents, under the numbers that the vocabulary gives to
 * terms, and writes them under their ordinals at the end: 10 bytes a posting and 12 bytes a pair until then.
 */
export class PostingsBuilder {
  private readonly postingTerms = new GrowingArray()
  /** Document number × 16 + level. */
  private readonly postingValues = new GrowingArray()
  /** The fields of the document that have the term. */
  private postingFields = new Uint16Array(1 << 12)
  private readonly lefts = new GrowingArray()
  private readonly rights = new GrowingArray()
  /** Document number × 2, plus 1 where the pair is strong. */
  private readonly pairValues = new GrowingArray()

  /** The term numbers below `limit` that have postings, ascending. */
  usedTerms(limit: number): Uint32Array {
    const used = new Uint8Array(limit)
    for (let at = 0; at < this.postingTerms.length; at++) used[this.postingTerms.items[at]] = 1
    return Uint32Array.from(used.keys()).filter(term => used[term] === 1)
  }

  constructor(private readonly fieldCount: number) {}

  /** @param fields the fields of the document that have the term, field 0 as the lowest bit */
  addPosting(term: number, document: number, level: number, fields: number): void {
    if (this.postingTerms.length === this.postingFields.length) {
      const larger = new Uint16Array(this.postingFields.length * 2)
      larger.set(this.postingFields)
      this.postingFields = larger
    }
    this.postingFields[this.postingTerms.length] = fields
    this.postingTerms.push(term)
    this.postingValues.push(document * 16 + level)
  }

  /** The pair `left right`; once a document. `strong`: more than once in the body. */
  addPair(left: number, right: number, document: number, strong: boolean): void {
    this.lefts.push(left)
    this.rights.push(right)
    this.pairValues.push(document * 2 + (strong ? 1 : 0))
  }

  /**
   * Writes all lists, each beginning at a whole byte: `offsets[ordinal]` is its first byte, one more for the end.
   *
   * @param ordinalOf the ordinal of each term number that has postings
   */
  finish(
    ordinalOf: Uint32Array,
    termCount: number,
    documentCount: number,
  ): { readonly offsets: Uint32Array; readonly words: Uint32Array } {
    const postings = this.postingTerms.length
    const terms = this.postingTerms.items
    for (let at = 0; at < postings; at++) terms[at] = ordinalOf[terms[at]]
    const frequencies = new Uint32Array(termCount)
    for (let at = 0; at < postings; at++) frequencies[terms[at]]++
    const byTerm = countingSort(terms, postings, termCount, undefined)

    const pairs = this.lefts.length
    const owners = this.lefts.items
    const keys = this.rights.items
    for (let at = 0; at < pairs; at++) {
      const left = ordinalOf[owners[at]]
      const right = ordinalOf[keys[at]]
      // The rarer term owns the pair; of two alike, the one with the lower ordinal.
      const leftOwns =
        frequencies[left] < frequencies[right] || (frequencies[left] === frequencies[right] && left <= right)
      owners[at] = leftOwns ? left : right
      keys[at] = leftOwns ? pairKey(right, false) : pairKey(left, true)
    }
    const byKey = countingSort(keys, pairs, termCount * 2, undefined)
    const byOwner = countingSort(owners, pairs, termCount, byKey)

    const out = new BitWriter()
    const offsets = new Uint32Array(termCount + 1)
    const documents = new Uint32Array(documentCount)
    const levels = new Uint8Array(documentCount)
    const masks = new Uint16Array(documentCount)
    const positionOf = new Uint32Array(documentCount)
    let posting = 0
    let pair = 0
    for (let term = 0; term < termCount; term++) {
      offsets[term] = out.bits >>> 3
      const size = frequencies[term]
      for (let at = 0; at < size; at++) {
        const item = byTerm[posting++]
        const value = this.postingValues.items[item]
        masks[at] = this.postingFields[item]
        documents[at] = Math.floor(value / 16)
        levels[at] = value & 15
        positionOf[documents[at]] = at
      }
      if (out.bits > MAX_BITS - RESERVE_BITS) throw tooLarge()
      encodePostings(out, documentCount, documents, levels, size)
      encodeFields(out, masks, size, this.fieldCount)
      const first = pair
      while (pair < pairs && owners[byOwner[pair]] === term) pair++
      this.writePairs(
        out,
        byOwner.subarray(first, pair),
        positionOf,
        size,
        termCount,
        leastPairDocuments(documentCount),
      )
      out.align()
    }
    offsets[termCount] = out.bits >>> 3
    return { offsets, words: out.toWords() }
  }

  private writePairs(
    out: BitWriter,
    items: Uint32Array,
    positionOf: Uint32Array,
    size: number,
    termCount: number,
    least: number,
  ): void {
    const keys: number[] = []
    const positions: Uint32Array[] = []
    const strong: Uint8Array[] = []
    const keyOf = this.rights.items
    const values = this.pairValues.items
    for (let at = 0; at < items.length; ) {
      const key = keyOf[items[at]]
      let end = at + 1
      while (end < items.length && keyOf[items[end]] === key) end++
      if (end - at >= least) {
        const found = items.subarray(at, end)
        keys.push(key)
        positions.push(found.map(item => positionOf[values[item] >>> 1]))
        strong.push(Uint8Array.from(found, item => values[item] & 1))
      }
      at = end
    }
    encodePairs(out, { keys, positions, strong }, size, termCount)
  }
}
