import { type BitWriter, bitWidth } from './bits.js'
import { LEVELS, LEVELS_DESCENDING } from './frequency.js'

/**
 * Posting lists: for each document that holds a term its number and how much the term weighs in it, as a level of
 * `frequency.ts`. Blocks of 128 documents; gaps bit-packed with one width a block, or one bitmap of all documents where
 * that is smaller (very common words); levels at two bits, with the rare high ones aside. The grammar is in FORMAT.md.
 */

/** Documents in a packed block. */
export const BLOCK_SIZE = 128
/** A bitmap says every so many documents how many set bits, and how many high levels, come before. */
export const DOCUMENTS_PER_RANK = 256
/** A two-bit level of this value says: the level stands among the high ones. */
export const ESCAPE = 3
export const HIGH_LEVEL_BITS = 4

/** Bits of one entry of a list's block table. */
export function tableEntryBits(documentCount: number, size: number): number {
  return 5 + bitWidth(documentCount) + bitWidth(size)
}

/** Shorter lists have no peaks written: decoding them is as fast. */
export const MIN_SIZE_WITH_PEAKS = 4
const MAX_PEAKS = 4
export const LENGTH_BITS = 8

/**
 * The postings that can score highest: for each the level and the length byte of its document, such that every other
 * posting has a lower level or a longer document. At most four; where there would be more, the last ones are joined into
 * one that is at least as good as each.
 */
function peaksOf(documents: Uint32Array, levels: Uint8Array, size: number, lengths: ArrayLike<number>): number[] {
  const shortest = new Uint16Array(LEVELS.length).fill(256)
  for (let at = 0; at < size; at++) {
    const length = lengths[documents[at]]
    if (length < shortest[levels[at]]) shortest[levels[at]] = length
  }
  const peaks: number[] = []
  let best = 256
  for (const level of LEVELS_DESCENDING) {
    if (shortest[level] >= best) continue
    best = shortest[level]
    if (peaks.length < MAX_PEAKS) peaks.push((level << LENGTH_BITS) | best)
    else peaks[MAX_PEAKS - 1] = (peaks[MAX_PEAKS - 1] & ~0xff) | best
  }
  return peaks
}

/**
 * Appends a list: `size` ascending document numbers below `documentCount` with their levels (0 to 15). The size itself is
 * written too.
 *
 * @param lengths the length byte of each document, for the bound on what the list can add to a score
 */
export function encodePostings(
  out: BitWriter,
  documentCount: number,
  documents: Uint32Array,
  levels: Uint8Array,
  size: number,
  lengths: ArrayLike<number>,
): void {
  out.writeGamma(size)
  const documentBits = bitWidth(documentCount)
  if (size === 1) {
    out.write(documents[0], documentBits)
    out.write(levels[0], HIGH_LEVEL_BITS)
    return
  }
  if (size >= MIN_SIZE_WITH_PEAKS) {
    const peaks = peaksOf(documents, levels, size, lengths)
    out.write(peaks.length - 1, 2)
    for (const peak of peaks) out.write(peak, HIGH_LEVEL_BITS + LENGTH_BITS)
  }
  const blocks = Math.ceil(size / BLOCK_SIZE)
  const widths = new Uint8Array(blocks)
  let packedBits = 0
  for (let block = 0; block < blocks; block++) {
    const end = Math.min(size, (block + 1) * BLOCK_SIZE)
    let largest = 0
    for (let at = block * BLOCK_SIZE; at < end; at++) {
      largest = Math.max(largest, documents[at] - (at === 0 ? 0 : documents[at - 1] + 1))
    }
    widths[block] = bitWidth(largest)
    packedBits += widths[block] * (end - block * BLOCK_SIZE)
  }
  const bitmap = documentCount <= packedBits
  out.write(bitmap ? 1 : 0, 1)
  const sizeBits = bitWidth(size)
  let highs = 0
  for (let at = 0; at < size; at++) if (levels[at] >= ESCAPE) highs++
  out.write(highs, sizeBits)
  if (bitmap) {
    for (let base = 0, rank = 0, high = 0; base < documentCount; base += DOCUMENTS_PER_RANK) {
      out.write(rank, sizeBits)
      out.write(high, sizeBits)
      for (; rank < size && documents[rank] < base + DOCUMENTS_PER_RANK; rank++) if (levels[rank] >= ESCAPE) high++
    }
    writeBitmap(out, documentCount, documents, size)
  } else {
    for (let block = 0, high = 0; block < blocks; block++) {
      const end = Math.min(size, (block + 1) * BLOCK_SIZE)
      out.write(widths[block], 5)
      out.write(documents[end - 1], documentBits)
      out.write(high, sizeBits)
      for (let at = block * BLOCK_SIZE; at < end; at++) if (levels[at] >= ESCAPE) high++
    }
    for (let at = 0; at < size; at++) {
      out.write(documents[at] - (at === 0 ? 0 : documents[at - 1] + 1), widths[Math.floor(at / BLOCK_SIZE)])
    }
  }
  for (let at = 0; at < size; at++) out.write(Math.min(levels[at], ESCAPE), 2)
  for (let at = 0; at < size; at++) if (levels[at] >= ESCAPE) out.write(levels[at], HIGH_LEVEL_BITS)
}

/** Writes one bit for each number below `universe`: set for those in `members`. */
export function writeBitmap(out: BitWriter, universe: number, members: Uint32Array, size: number): void {
  let member = 0
  for (let base = 0; base < universe; base += 32) {
    let word = 0
    while (member < size && members[member] < base + 32) word |= 1 << (members[member++] - base)
    out.write(word, Math.min(32, universe - base))
  }
}
