import { firstFrom } from './sorted.js'

/** Document numbers in ascending order; of 16 bits where all numbers of the index fit. */
export type DocumentNumbers = Uint16Array | Int32Array

/** A set with more than one of so many documents is kept as a bitmap. */
const DENSE = 16

/**
 * The documents of a list: their numbers, or where they are many a bitmap with counts, which takes a quarter of a byte for
 * each document of the index and finds a document's place without searching.
 */
export class DocumentSet {
  /** How many there are. */
  readonly size: number
  /** The numbers; undefined when there is a bitmap. */
  readonly numbers: DocumentNumbers | undefined
  /** For every 32 documents of the index a word of bits, and how many set bits come before it; else undefined. */
  readonly ranks: Int32Array | undefined

  /**
   * @param numbers ascending; copied
   * @param universe documents of the index
   */
  constructor(numbers: Int32Array, universe: number) {
    this.size = numbers.length
    if (numbers.length * DENSE > universe) this.ranks = ranksOf(numbers, universe)
    else this.numbers = universe <= 0x10000 ? Uint16Array.from(numbers) : numbers.slice()
  }

  /** Bytes in memory. */
  get bytes(): number {
    return (this.numbers ?? this.ranks)?.byteLength ?? 0
  }

  /** Writes all numbers into `out`. */
  copyTo(out: Int32Array): void {
    const { numbers, ranks } = this
    if (numbers) out.set(numbers)
    if (!ranks) return
    let found = 0
    for (let at = 0; at < ranks.length; at += 2) {
      for (let bits = ranks[at]; bits !== 0; bits &= bits - 1) out[found++] = at * 16 + 31 - Math.clz32(bits & -bits)
    }
  }

  /** All numbers, in an array that is not to be changed. */
  toNumbers(): DocumentNumbers {
    if (this.numbers) return this.numbers
    const numbers = new Int32Array(this.size)
    this.copyTo(numbers)
    return numbers
  }

  /** The place of a document in the set, or -1. */
  placeOf(document: number): number {
    const { numbers, ranks } = this
    if (numbers) return placeIn(numbers, document)
    return ranks ? placeInRanks(ranks, document) : -1
  }
}

function ranksOf(numbers: Int32Array, universe: number): Int32Array {
  const ranks = new Int32Array(2 * ((universe + 31) >>> 5))
  for (let at = 0; at < numbers.length; at++) ranks[(numbers[at] >>> 5) * 2] |= 1 << (numbers[at] & 31)
  for (let at = 2; at < ranks.length; at += 2) ranks[at + 1] = ranks[at - 1] + populationCount(ranks[at - 2])
  return ranks
}

function placeIn(numbers: DocumentNumbers, document: number): number {
  const place = firstFrom(numbers, document)
  return numbers[place] === document ? place : -1
}

/** The place of a document in a set given by its ranks, or -1. */
export function placeInRanks(ranks: Int32Array, document: number): number {
  const at = (document >>> 5) * 2
  const bits = ranks[at]
  const bit = 1 << (document & 31)
  return (bits & bit) === 0 ? -1 : ranks[at + 1] + populationCount(bits & (bit - 1))
}

/** Number of set bits (Hacker's Delight, 5-1). */
function populationCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
