import { expectedParameter, readAscending, writeAscending } from './ascending.js'
import { BitCursor, BitWriter, bitWidth, readBits } from './bits.js'
import { damaged } from './damage.js'
import { firstFrom } from './sorted.js'

/**
 * Pairs of adjacent terms. A pair belongs to the rarer of its two terms (its owner), and its documents are written as
 * positions in the owner's posting list: "lao động" stands in most documents that hold "lao", so a bit or two a document
 * is enough where a list of its own would take seven. The pairs of an owner are sorted by the other term, so that all
 * spellings of the other syllable are one range here too. One bit a document tells the pairs that stand there often, or in
 * a place that counts more, from those that stand there once. The grammar is in FORMAT.md.
 */
export const PAIRS_PER_GROUP = 16

/** From this many documents on, pairs that stand in one document only are left out. */
const LARGE_COLLECTION = 10_000

/**
 * In how many documents a pair must stand to be kept. In a large collection the half of all pairs that stand in one
 * document take a tenth of the file and are worth 0.3 points of nDCG@10 on news-titles with marks, none without.
 */
export function leastPairDocuments(documents: number): number {
  return documents < LARGE_COLLECTION ? 1 : 2
}

/** Bits of the width of the table of groups. */
const TABLE_WIDTH_BITS = 6

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

function writePositions(out: BitWriter, positions: Uint32Array, universe: number): void {
  const size = positions.length
  if (size === universe) return
  if (size === 1) out.write(positions[0], bitWidth(universe - 1))
  else writeAscending(out, positions, size, expectedParameter(size, universe))
}

/** The Rice parameter of the gaps between sorted keys below `keyLimit`. */
function keyParameter(count: number, keyLimit: number): number {
  return expectedParameter(count, Math.max(count, keyLimit))
}

/** Appends the pairs of an owner that stands in `universe` documents; keys are below `2 * termCount`. */
export function encodePairs(out: BitWriter, pairs: OwnedPairs, universe: number, termCount: number): void {
  const { keys, positions, strong } = pairs
  out.writeGamma(keys.length + 1)
  if (keys.length === 0) return
  writeAscending(out, Uint32Array.from(keys), keys.length, keyParameter(keys.length, termCount * 2))
  const body = new BitWriter()
  const starts: number[] = []
  for (let at = 0; at < keys.length; at++) {
    if (at % PAIRS_PER_GROUP === 0) starts.push(body.bits)
    out.writeGamma(positions[at].length)
    writePositions(body, positions[at], universe)
    for (const bit of strong[at]) body.write(bit, 1)
  }
  if (starts.length > 1) {
    const width = bitWidth(starts[starts.length - 1])
    out.write(width, TABLE_WIDTH_BITS)
    for (let group = 1; group < starts.length; group++) out.write(starts[group], width)
  }
  out.append(body)
}

/** The pairs of one owner: which there are and how large; their documents are read when they are asked for. */
export class PairDirectory {
  /** Sorted; see `pairKey`. */
  readonly keys: Int32Array
  /** In how many documents each pair stands. */
  readonly sizes: Int32Array
  private readonly tableAt: number
  private readonly tableWidth: number
  private readonly bodyAt: number

  /**
   * Reads the directory that begins at bit `at`.
   *
   * @param end the bit where the pairs end at the latest
   * @param universe documents that hold the owner
   * @throws IndexFileError when it does not hold together
   */
  constructor(
    private readonly words: Uint32Array,
    at: number,
    end: number,
    private readonly universe: number,
    termCount: number,
  ) {
    const cursor = new BitCursor(words, at)
    const count = cursor.readGamma() - 1
    const keyLimit = termCount * 2
    // Every pair takes three bits at least, so damage cannot ask for more memory than the file has.
    const most = Math.min(keyLimit, Math.floor((end - at) / 3))
    if (count > most) throw damaged('postings', `at most ${most} pairs`, count)
    this.keys = new Int32Array(count)
    this.sizes = new Int32Array(count)
    this.tableAt = this.tableWidth = this.bodyAt = 0
    if (count === 0) return
    cursor.at = readAscending(words, cursor.at, keyParameter(count, keyLimit), count, keyLimit, this.keys)
    let least = 0
    for (let pair = 0; pair < count; pair++) {
      const size = cursor.readGamma()
      if (size > universe) throw damaged('postings', `a pair in at most ${universe} documents`, size)
      this.sizes[pair] = size
      least += size
    }
    const groups = Math.ceil(count / PAIRS_PER_GROUP)
    if (groups > 1) this.tableWidth = cursor.read(TABLE_WIDTH_BITS)
    this.tableAt = cursor.at
    this.bodyAt = cursor.at + (groups - 1) * this.tableWidth
    if (this.bodyAt + least > end) throw damaged('postings', `pairs within ${end - at} bits`, this.bodyAt + least - at)
  }

  /** The first pair whose key is not below the one given, or the number of pairs. */
  firstFrom(key: number): number {
    return firstFrom(this.keys, key)
  }

  /**
   * Writes the positions of a pair in its owner's list into `out`, which has room for the whole universe; returns the bit
   * where its bits of strong documents begin, one for each position.
   */
  positions(pair: number, out: Int32Array): number {
    const group = Math.floor(pair / PAIRS_PER_GROUP)
    let bit = this.bodyAt
    if (group > 0) bit += readBits(this.words, this.tableAt + (group - 1) * this.tableWidth, this.tableWidth)
    for (let before = group * PAIRS_PER_GROUP; before < pair; before++) {
      bit = this.read(before, bit, out) + this.sizes[before]
    }
    return this.read(pair, bit, out)
  }

  private read(pair: number, at: number, out: Int32Array): number {
    const { words, universe } = this
    const size = this.sizes[pair]
    if (size === universe) {
      for (let position = 0; position < size; position++) out[position] = position
      return at
    }
    if (size === 1) {
      const width = bitWidth(universe - 1)
      out[0] = readBits(words, at, width)
      if (out[0] >= universe) throw damaged('postings', `a position below ${universe}`, out[0])
      return at + width
    }
    return readAscending(words, at, expectedParameter(size, universe), size, universe, out)
  }

  /** Bytes that the directory holds in memory. */
  get bytes(): number {
    return this.keys.byteLength * 2
  }
}
