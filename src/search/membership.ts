import type { DocumentNumbers } from '../index/document-set.js'
import type { Question } from './question.js'

/** A word's documents as a bitmap with counts (see `DocumentSet`), and its share. */
interface Bitmap {
  readonly ranks: Int32Array
  readonly share: number
  /** How many there are. */
  readonly size: number
}

/**
 * Finds which documents match without scoring them: those whose words have the required share of the query together. Words of
 * very many documents whose shares do not suffice together are not gone through; they are looked up for the documents that hold
 * others and need them (MaxScore for shares). The arrays (6 bytes a document) are used query after query.
 */
export class Membership {
  private readonly sums: Uint16Array
  private readonly touched: Int32Array
  private count = 0

  constructor(documents: number) {
    this.sums = new Uint16Array(documents)
    this.touched = new Int32Array(documents)
  }

  /** Writes the documents that match into `out`, in no order; returns how many. */
  find({ plan, shares, required, match }: Question, out: Int32Array): number {
    let found = 0
    if (match) {
      match.each(document => {
        out[found++] = document
      })
      return found
    }
    const common: Bitmap[] = []
    this.count = 0
    plan.slots.forEach(({ list }, at) => {
      const share = shares[at]
      if (!list || share === 0) return
      const { numbers, ranks } = list.documents
      if (numbers) this.addNumbers(numbers, share)
      else if (ranks) common.push({ ranks, share, size: list.size })
    })
    common.sort((a, b) => b.size - a.size)
    const lookedUp: Bitmap[] = []
    let left = 0
    for (const bitmap of common) {
      if (left + bitmap.share < required) {
        left += bitmap.share
        lookedUp.push(bitmap)
      } else this.addBitmap(bitmap)
    }
    lookedUp.sort((a, b) => b.share - a.share)
    const { sums, touched, count } = this
    for (let at = 0; at < count; at++) {
      const document = touched[at]
      const sum = sums[document]
      sums[document] = 0
      if (sum >= required || (sum + left >= required && reaches(document, required - sum, lookedUp, left)))
        out[found++] = document
    }
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

  private addBitmap({ ranks, share }: Bitmap): void {
    const { sums, touched } = this
    let { count } = this
    for (let at = 0; at < ranks.length; at += 2) {
      for (let bits = ranks[at]; bits !== 0; bits &= bits - 1) {
        const document = at * 16 + 31 - Math.clz32(bits & -bits)
        const sum = sums[document]
        if (sum === 0) touched[count++] = document
        sums[document] = sum + share
      }
    }
    this.count = count
  }
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
