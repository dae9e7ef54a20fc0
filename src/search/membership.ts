import type { DocumentNumbers, DocumentSet } from '../index/document-set.js'
import type { DocumentMatch } from './document-match.js'

/** The documents of a common word as a bitmap with counts (see `DocumentSet`), and its share. */
interface Bitmap {
  readonly ranks: Int32Array
  readonly share: number
}

/** What is read of a question. */
export interface SharesAsked {
  readonly plan: {
    readonly slots: readonly { readonly list: { readonly documents: DocumentSet } | undefined }[]
  }
  readonly shares: Uint16Array
  readonly required: number
  /** The documents that match, where more than shares decides. */
  readonly match?: DocumentMatch | undefined
}

/** Shares and their sums are below 2 to this power. */
const SHARE_BITS = 16

/**
 * Finds which documents match without scoring them: those whose words have the required share of the query together.
 *
 * Rare words are gone through posting by posting. Common ones are bitmaps, asked for 32 documents at once: where few sets of
 * words suffice, a document must be in all of one set; else shares are added, plane p holding bit p of 32 sums. Sums begin at
 * 2^n − required, so that whoever reaches what is required carries out of the last of n planes. The arrays (6 bytes a document)
 * are used query after query.
 */
export class Membership {
  /** Shares of rare words by document, 0 between queries. */
  private readonly sums: Uint16Array
  private readonly touched: Int32Array
  private count = 0
  private readonly planes = new Int32Array(SHARE_BITS)

  constructor(private readonly documents: number) {
    this.sums = new Uint16Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Writes the documents that match into `out`, in no order; returns how many. */
  find({ plan, shares, required, match }: SharesAsked, out: Int32Array): number {
    let found = 0
    if (match) {
      match.each(document => {
        out[found++] = document
      })
      return found
    }
    const bitmaps: Bitmap[] = []
    let common = 0
    this.count = 0
    plan.slots.forEach(({ list }, at) => {
      const share = shares[at]
      if (!list || share === 0) return
      const { numbers, ranks } = list.documents
      if (numbers) this.addNumbers(numbers, share)
      else if (ranks) {
        bitmaps.push({ ranks, share })
        common += share
      }
    })
    bitmaps.sort((a, b) => b.share - a.share)
    const { sums, touched, count } = this
    for (let at = 0; at < count; at++) {
      const document = touched[at]
      const missing = required - sums[document]
      // The sum stays until the common words are done, to tell these documents from the others.
      if (missing <= 0 || (missing <= common && reaches(document, missing, bitmaps, common))) out[found++] = document
    }
    if (common >= required) found = this.addCommon(bitmaps, required, out, found)
    for (let at = 0; at < count; at++) sums[touched[at]] = 0
    return found
  }

  private addNumbers(numbers: DocumentNumbers, share: number): void {
    const { sums, touched } = this
    let { count } = this
    for (let at = 0; at < numbers.length; at++) {
      const document = numbers[at]
      const sum = sums[document]
      if (sum === 0) touched[count++] = document
      sums[document] = sum + share
    }
    this.count = count
  }

  /** Adds the documents without a rare word that common ones suffice for, behind the first `found` of `out`. */
  private addCommon(bitmaps: readonly Bitmap[], required: number, out: Int32Array, found: number): number {
    const { sums } = this
    const sets = sufficientSets(bitmaps, required)
    const words = (this.documents + 31) >>> 5
    let end = found
    for (let word = 0; word < words; word++) {
      const reached = sets ? inOneSet(sets, word) : this.added(bitmaps, required, word)
      for (let rest = reached; rest !== 0; rest &= rest - 1) {
        const document = word * 32 + 31 - Math.clz32(rest & -rest)
        if (sums[document] === 0) out[end++] = document
      }
    }
    return end
  }

  /** Which of 32 documents have the required share, by adding. */
  private added(bitmaps: readonly Bitmap[], required: number, word: number): number {
    const { planes } = this
    const bits = 32 - Math.clz32(required - 1)
    const start = 2 ** bits - required
    for (let plane = 0; plane < bits; plane++) planes[plane] = -((start >>> plane) & 1)
    let reached = 0
    for (let at = 0; at < bitmaps.length; at++) {
      const { ranks, share } = bitmaps[at]
      const set = ranks[word * 2] & ~reached
      if (set === 0) continue
      let carry = 0
      if (share >= required) carry = set
      else {
        for (let plane = 0; plane < bits; plane++) {
          const before = planes[plane]
          const addend = set & -((share >>> plane) & 1)
          const half = before ^ addend
          planes[plane] = half ^ carry
          carry = (before & addend) | (half & carry)
        }
      }
      reached |= carry
    }
    return reached
  }
}

/** More bitmaps than this in all sets are not gone through: adding is faster. */
const MOST_IN_SETS = 48

/**
 * The least sets of words that suffice together, as their bitmaps; undefined when there are too many.
 *
 * @param bitmaps the greatest share first, so that a set that suffices at last needs all that it has
 */
function sufficientSets(bitmaps: readonly Bitmap[], required: number): readonly (readonly Int32Array[])[] | undefined {
  const sets: Int32Array[][] = []
  let size = 0
  const left = new Float64Array(bitmaps.length + 1)
  for (let at = bitmaps.length - 1; at >= 0; at--) left[at] = left[at + 1] + bitmaps[at].share
  const extend = (set: readonly Int32Array[], from: number, missing: number): void => {
    for (let at = from; at < bitmaps.length && left[at] >= missing && size <= MOST_IN_SETS; at++) {
      const more = [...set, bitmaps[at].ranks]
      if (bitmaps[at].share < missing) extend(more, at + 1, missing - bitmaps[at].share)
      else {
        sets.push(more)
        size += more.length
      }
    }
  }
  extend([], 0, required)
  return size <= MOST_IN_SETS ? sets : undefined
}

/** Which of 32 documents are in all bitmaps of one set. */
function inOneSet(sets: readonly (readonly Int32Array[])[], word: number): number {
  let reached = 0
  for (let at = 0; at < sets.length && reached !== -1; at++) {
    const set = sets[at]
    let all = ~reached
    for (let bitmap = 0; bitmap < set.length && all !== 0; bitmap++) all &= set[bitmap][word * 2]
    reached |= all
  }
  return reached
}

/** Whether a document has so much of the shares of these words, which have `left` together. */
function reaches(document: number, missing: number, bitmaps: readonly Bitmap[], left: number): boolean {
  const word = (document >>> 5) * 2
  const bit = document & 31
  let need = missing
  let rest = left
  for (let at = 0; at < bitmaps.length; at++) {
    const { ranks, share } = bitmaps[at]
    rest -= share
    if (((ranks[word] >>> bit) & 1) === 1) {
      need -= share
      if (need <= 0) return true
    }
    if (need > rest) return false
  }
  return false
}
