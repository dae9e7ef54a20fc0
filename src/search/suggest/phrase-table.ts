import type { IndexReader } from '../../index/reader.js'
import { firstFrom } from '../../index/sorted.js'
import { GrowingNumbers } from '../growing-numbers.js'

/** More pairs than this are not kept: those of the fewest documents go. Six bytes each. */
const MOST_PAIRS = 700_000
const MOST_DOCUMENTS = 0xffff

const known = new WeakMap<IndexReader, PhraseTable>()

/**
 * All pairs of an index by their first word, and which titles hold a word: read once from the lists of all terms, and small
 * enough to be kept (6 bytes a pair, 4 a word of a title, 12 a term).
 */
export class PhraseTable {
  /** In how many documents each term stands. */
  readonly documents: Uint32Array
  /** Where the followers of each term begin; one more for the end. */
  private readonly starts: Uint32Array
  /** Followers in ascending order of their ordinals, and in how many documents each stands there. */
  private readonly followers: Uint32Array
  private readonly sizes: Uint16Array
  /** Where the documents begin whose title holds each term; one more for the end. */
  private readonly titleStarts: Uint32Array
  private readonly titleDocuments: Uint32Array

  private constructor(reader: IndexReader) {
    const { terms } = reader.meta
    const pairs = new PairCollector(MOST_PAIRS)
    const titles = new GrowingNumbers()
    this.documents = new Uint32Array(terms)
    this.titleStarts = new Uint32Array(terms + 1)
    const titleField = reader.meta.settings.fields.findIndex(([name]) => name === 'title')
    const numbers = new Int32Array(reader.documents)
    let term = 0
    for (const { spellings, lists } of reader.terms.all()) {
      for (let spelling = 0; spelling < spellings.length && term < terms; spelling++, term++) {
        const postings = reader.readPostings(lists[spelling], lists[spelling + 1])
        this.documents[term] = postings.documents.size
        const { keys, sizes } = reader.pairsOf(postings)
        for (let at = 0; at < keys.length; at++) {
          const other = keys[at] >>> 1
          if ((keys[at] & 1) === 1) pairs.add(other, term, sizes[at])
          else pairs.add(term, other, sizes[at])
        }
        this.titleStarts[term] = titles.length
        if (titleField < 0) continue
        const inTitle = reader.inField(postings, titleField)
        postings.documents.copyTo(numbers)
        for (let at = 0; at < inTitle.length; at++) if (inTitle[at] === 1) titles.add(numbers[at])
      }
    }
    this.titleStarts.fill(titles.length, term)
    this.titleDocuments = titles.taken().slice()
    const sorted = pairs.byLeft(terms)
    this.starts = sorted.starts
    this.followers = sorted.rights
    this.sizes = sorted.sizes
  }

  /** The table of an index; the first call reads it. */
  static of(reader: IndexReader): PhraseTable {
    let table = known.get(reader)
    if (!table) {
      table = new PhraseTable(reader)
      known.set(reader, table)
    }
    return table
  }

  /** Bytes in memory. */
  get bytes(): number {
    const arrays = [this.documents, this.starts, this.followers, this.sizes, this.titleStarts, this.titleDocuments]
    return arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }

  /** In how many documents `right` follows `left`. */
  pair(left: number, right: number): number {
    const at = this.firstFrom(left, right)
    return at < this.starts[left + 1] && this.followers[at] === right ? this.sizes[at] : 0
  }

  /** Calls `each` with the followers of a term whose ordinals are from `low` to before `high`. */
  eachFollower(left: number, low: number, high: number, each: (right: number, documents: number) => void): void {
    const end = this.starts[left + 1]
    for (let at = this.firstFrom(left, low); at < end && this.followers[at] < high; at++) {
      each(this.followers[at], this.sizes[at])
    }
  }

  /** The documents whose title holds one of the terms from `low` to before `high`; some of them several times. */
  titles(low: number, high = low + 1): Uint32Array {
    return this.titleDocuments.subarray(this.titleStarts[low], this.titleStarts[high])
  }

  private firstFrom(left: number, right: number): number {
    return firstFrom(this.followers, right, this.starts[left], this.starts[left + 1])
  }
}

/** Collects pairs; when there are too many, those of the fewest documents are dropped. */
class PairCollector {
  private readonly lefts: Uint32Array
  private readonly rights: Uint32Array
  private readonly sizes: Uint16Array
  private length = 0
  private least = 1

  constructor(most: number) {
    this.lefts = new Uint32Array(most)
    this.rights = new Uint32Array(most)
    this.sizes = new Uint16Array(most)
  }

  add(left: number, right: number, documents: number): void {
    if (documents < this.least) return
    while (this.length === this.lefts.length) this.drop()
    this.lefts[this.length] = left
    this.rights[this.length] = right
    this.sizes[this.length++] = Math.min(documents, MOST_DOCUMENTS)
  }

  private drop(): void {
    this.least++
    let kept = 0
    for (let at = 0; at < this.length; at++) {
      if (this.sizes[at] < this.least) continue
      this.lefts[kept] = this.lefts[at]
      this.rights[kept] = this.rights[at]
      this.sizes[kept++] = this.sizes[at]
    }
    this.length = kept
  }

  /** Sorted by left and then by right (two rounds of counting). */
  byLeft(terms: number): { readonly starts: Uint32Array; readonly rights: Uint32Array; readonly sizes: Uint16Array } {
    const { lefts, rights, sizes, length } = this
    const byRight = new Uint32Array(length)
    const rightStarts = startsOf(rights, length, terms)
    for (let at = 0; at < length; at++) byRight[rightStarts[rights[at]]++] = at
    const starts = startsOf(lefts, length, terms)
    const next = starts.slice()
    const sortedRights = new Uint32Array(length)
    const sortedSizes = new Uint16Array(length)
    for (const at of byRight) {
      const place = next[lefts[at]]++
      sortedRights[place] = rights[at]
      sortedSizes[place] = sizes[at]
    }
    return { starts, rights: sortedRights, sizes: sortedSizes }
  }
}

function startsOf(keys: Uint32Array, length: number, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  for (let at = 0; at < length; at++) starts[keys[at] + 1]++
  for (let term = 0; term < terms; term++) starts[term + 1] += starts[term]
  return starts
}
