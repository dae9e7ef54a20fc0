import type { DocumentSet } from '../../index/document-set.js'
import { type PairDirectory, pairKey } from '../../index/pairs.js'
import type { IndexTerm, WordStatistics } from '../word-statistics.js'

/** What gives the documents of a term and its pairs; a `Lexicon` does, and keeps them. */
export interface PairDocumentSource {
  term(list: { readonly start: number; readonly end: number }): {
    readonly pairs: PairDirectory
    readonly postings: { readonly documents: DocumentSet }
  }
}

/** Pairs whose documents are kept, and documents in all of them. */
const MOST_PAIRS = 4096
const MOST_DOCUMENTS = 2 ** 20

/** Discount of triples, and how fast what follows a pair grows with it; as for pairs. */
const DISCOUNT = 0.75
const GROWTH = 0.7

const NONE = new Int32Array()

/**
 * In how many documents three words stand in a row, as far as an index of pairs can tell: those that hold both pairs. Nearly all of
 * them have the three side by side, since the second pair is rare without the first where the first is there.
 */
export class Triples {
  private readonly known = new Map<number, Int32Array>()
  private kept = 0
  private readonly positions: Int32Array
  private readonly numbers: Int32Array

  constructor(
    private readonly lists: PairDocumentSource,
    documents: number,
  ) {
    this.positions = new Int32Array(documents)
    this.numbers = new Int32Array(documents)
  }

  /** The logarithm of the probability of a term after two others: see `WordStatistics.logProbability`, on which it falls back. */
  logProbability(term: IndexTerm, before: IndexTerm, earlier: IndexTerm, statistics: WordStatistics): number {
    const two = statistics.logProbability(term, before)
    const context = statistics.pair(earlier, before)
    if (context === 0) return two
    const seen = statistics.pair(before, term) === 0 ? 0 : this.count(earlier, before, term)
    const rest = context ** GROWTH
    return Math.log((Math.max(0, seen - DISCOUNT) + rest * Math.exp(two)) / (Math.max(0, context - DISCOUNT) + rest))
  }

  private count(first: IndexTerm, second: IndexTerm, third: IndexTerm): number {
    const left = this.pair(first, second)
    if (left.length === 0) return 0
    const right = this.pair(second, third)
    let found = 0
    for (let a = 0, b = 0; a < left.length && b < right.length; ) {
      const difference = left[a] - right[b]
      if (difference === 0) found++
      if (difference <= 0) a++
      if (difference >= 0) b++
    }
    return found
  }

  /** The documents of a pair, ascending. */
  private pair(left: IndexTerm, right: IndexTerm): Int32Array {
    // Ordinals stay below 2^26, and so the key is exact.
    const key = left.ordinal * 2 ** 26 + right.ordinal
    const known = this.known.get(key)
    if (known) return known
    const made = this.read(left, right)
    if (this.known.size >= MOST_PAIRS || this.kept > MOST_DOCUMENTS) {
      this.known.clear()
      this.kept = 0
    }
    this.known.set(key, made)
    this.kept += made.length
    return made
  }

  private read(left: IndexTerm, right: IndexTerm): Int32Array {
    const leftOwns =
      left.documents < right.documents || (left.documents === right.documents && left.ordinal <= right.ordinal)
    const { pairs, postings } = this.lists.term(leftOwns ? left : right)
    const wanted = leftOwns ? pairKey(right.ordinal, false) : pairKey(left.ordinal, true)
    const at = pairs.firstFrom(wanted)
    if (pairs.keys[at] !== wanted) return NONE
    pairs.positions(at, this.positions)
    postings.documents.copyTo(this.numbers)
    return Int32Array.from({ length: pairs.sizes[at] }, (_, place) => this.numbers[this.positions[place]])
  }
}
