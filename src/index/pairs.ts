import { BitCursor, BitWriter, bitWidth, readBits } from './bits.js'
import { damaged } from './damage.js'
import { decodeBitmap } from './postings.js'
import { writeBitmap } from './postings-encoder.js'

/**
 * Pairs of adjacent terms. A pair belongs to the rarer of its two terms (its owner), and its documents are written as
 * positions in the owner's posting list: "lao động" stands in most documents that hold "lao", so a bit or two a document
 * is enough where a list of its own would take seven. The pairs of an owner are sorted by the other term, so that all
 * spellings of the other syllable are one range here too. One bit a document tells the pairs that stand there often, or in
 * a place that counts more, from those that stand there once. The grammar is in FORMAT.md.
 */
export const PAIRS_PER_GROUP = 32

/** The pairs of one owner, sorted by key. */
export interface OwnedPairs {
  /** For each pair: 2 × ordinal of the other term, plus 1 where the other term comes first. */
  readonly keys: readonly number[]
  /** For each pair: ascending positions in the owner's posting list. */
  readonly positions: readonly Uint32Array[]
  /** For each pair and position: 1 where the pair is strong in that document, 0 where it stands once in the body. */
  readonly strong: readonly Uint8Array[]
}

/** The key of a pair in its owner's list. */
export function pairKey(other: number, otherFirst: boolean): number {
  return other * 2 + (otherFirst ? 1 : 0)
}

/** In place of the number of low bits: all positions in one bitmap, or one position by itself. */
const BITMAP = -1
const ONE = -2

/**
 * Positions below `universe` as Elias-Fano (Elias 1974; Vigna 2013) or as a bitmap where that is no larger. The bits
 * that `size` of them take follow from `size` and `universe` alone, so a reader can step over them.
 */
function positionBits(size: number, universe: number): { readonly bits: number; readonly low: number } {
  if (size === universe) return { bits: 0, low: BITMAP }
  if (size === 1) return { bits: bitWidth(universe - 1), low: ONE }
  const low = Math.max(0, 31 - Math.clz32(Math.floor(universe / size)))
  const bits = size * (low + 1) + (universe >>> low) + 1
  return universe <= bits ? { bits: universe, low: BITMAP } : { bits, low }
}

function writePositions(out: BitWriter, positions: Uint32Array, universe: number): void {
  const size = positions.length
  const { bits, low } = positionBits(size, universe)
  if (bits === 0) return
  if (low === ONE) out.write(positions[0], bits)
  else if (low === BITMAP) writeBitmap(out, universe, positions, size)
  else {
    for (let at = 0; at < size; at++) out.write(positions[at], low)
    let last = 0
    for (let at = 0; at < size; at++) {
      const high = positions[at] >>> low
      out.writeUnary(high - last)
      last = high
    }
    out.writeZeros((universe >>> low) + 1 - last)
  }
}

/** The Rice parameter that suits the gaps between sorted keys below `keyLimit`. */
function riceParameter(count: number, keyLimit: number): number {
  return Math.max(0, 31 - Math.clz32(Math.max(1, Math.floor((keyLimit * 0.69) / (count + 1)))))
}

/** Appends the pairs of an owner that stands in `universe` documents; keys are below `2 * termCount`. */
export function encodePairs(out: BitWriter, pairs: OwnedPairs, universe: number, termCount: number): void {
  const { keys, positions, strong } = pairs
  out.writeGamma(keys.length + 1)
  if (keys.length === 0) return
  const keyBits = bitWidth(termCount * 2)
  const rice = riceParameter(keys.length, termCount * 2)
  const body = new BitWriter()
  const starts: number[] = []
  for (let at = 0; at < keys.length; at++) {
    if (at % PAIRS_PER_GROUP === 0) {
      starts.push(body.bits)
      body.write(keys[at], keyBits)
    } else {
      const gap = keys[at] - keys[at - 1] - 1
      body.writeUnary(gap >>> rice)
      body.write(gap, rice)
    }
    body.writeGamma(positions[at].length)
    writePositions(body, positions[at], universe)
    for (const bit of strong[at]) body.write(bit, 1)
  }
  if (starts.length > 1) {
    const startBits = bitWidth(starts[starts.length - 1])
    out.write(startBits, 6)
    for (let group = 1; group < starts.length; group++) {
      out.write(keys[group * PAIRS_PER_GROUP], keyBits)
      out.write(starts[group], startBits)
    }
  }
  out.append(body)
}

/** Reads the pairs of one owner; one object is used again for owner after owner. */
export class PairList {
  /** Number of pairs of this owner. */
  count = 0
  private universe = 0
  private keyBits = 0
  private rice = 0
  private startBits = 0
  private skipsAt = 0
  private bodyAt = 0
  private cursor = new BitCursor(new Uint32Array())

  // The pair that `next` found.
  /** The key of the current pair. */
  key = 0
  /** In how many documents the current pair stands. */
  size = 0
  /** Where the positions of the current pair begin. */
  positionsAt = 0
  /** Where the bits begin that say in which documents the current pair is strong, in the order of the positions. */
  strongAt = 0
  private index = 0

  /** Points this at the pairs that begin at bit `at`, of an owner that stands in `universe` documents. */
  open(words: Uint32Array, at: number, universe: number, termCount: number): void {
    if (this.cursor.words !== words) this.cursor = new BitCursor(words)
    const { cursor } = this
    cursor.at = at
    this.limit = words.length * 32
    this.universe = universe
    this.count = cursor.readGamma() - 1
    this.keyBits = bitWidth(termCount * 2)
    this.rice = riceParameter(this.count, termCount * 2)
    const groups = Math.ceil(this.count / PAIRS_PER_GROUP)
    this.startBits = groups > 1 ? cursor.read(6) : 0
    this.skipsAt = cursor.at
    this.bodyAt = cursor.at + Math.max(0, groups - 1) * (this.keyBits + this.startBits)
  }

  /** Moves before the first pair whose key is at least `key`; `next` then finds it. */
  seek(key: number): void {
    const { words } = this.cursor
    const entryBits = this.keyBits + this.startBits
    let low = 0
    let high = Math.ceil(this.count / PAIRS_PER_GROUP) - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (readBits(words, this.skipsAt + (middle - 1) * entryBits, this.keyBits) <= key) low = middle
      else high = middle - 1
    }
    const start = low <= 0 ? 0 : readBits(words, this.skipsAt + (low - 1) * entryBits + this.keyBits, this.startBits)
    this.cursor.at = this.bodyAt + start
    this.index = Math.max(0, low) * PAIRS_PER_GROUP
    this.seeking = key
  }

  private seeking = 0
  private limit = 0

  /** Steps to the next pair with a key below `limit`; false when there is none. */
  next(limit: number): boolean {
    while (this.index < this.count) {
      const cursor = this.cursor
      if (cursor.at > this.limit) throw damaged('postings', 'pairs within their list', this.count)
      if (this.index % PAIRS_PER_GROUP === 0) this.key = cursor.read(this.keyBits)
      else this.key += 1 + ((cursor.readUnary() << this.rice) | cursor.read(this.rice))
      if (this.key >= limit) return false
      this.index++
      this.size = Math.min(cursor.readGamma(), this.universe)
      this.positionsAt = cursor.at
      this.strongAt = cursor.at + positionBits(this.size, this.universe).bits
      cursor.at = this.strongAt + this.size
      if (this.key >= this.seeking) return true
    }
    return false
  }
}

/**
 * Writes the positions of a pair in its owner's list into `out`; returns how many.
 *
 * @param at where the positions begin: `PairList.positionsAt`
 * @param universe documents that hold the owner
 */
export function readPositions(words: Uint32Array, at: number, size: number, universe: number, out: Int32Array): number {
  const { bits, low } = positionBits(size, universe)
  if (bits === 0) {
    for (let position = 0; position < size; position++) out[position] = position
    return size
  }
  if (low === ONE) {
    out[0] = Math.min(universe - 1, readBits(words, at, bits))
    return 1
  }
  if (low === BITMAP) return decodeBitmap(words, at, universe, out, size)
  const highAt = at + size * low
  const highEnd = at + bits
  let found = 0
  for (let base = highAt; base < highEnd && found < size; base += 32) {
    let set = readBits(words, base, Math.min(32, highEnd - base)) | 0
    while (set !== 0 && found < size) {
      const bit = base - highAt + 31 - Math.clz32(set & -set)
      const position = ((bit - found) << low) | readBits(words, at + found * low, low)
      out[found++] = Math.min(universe - 1, position)
      set &= set - 1
    }
  }
  return found
}
