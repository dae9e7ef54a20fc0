import { type BitWriter, bitWidth, readBits } from './bits.js'

/**
 * Posting lists: for each document that holds a term its number and how much the term weighs in it, as a level of
 * `frequency.ts`. Blocks of 128 documents; gaps bit-packed with one width a block, or one bitmap of all documents where
 * that is smaller (very common words); levels at two bits, with the rare high ones aside. The grammar is in FORMAT.md.
 */
export const BLOCK_SIZE = 128
/** A two-bit level of this value says: the level stands among the high ones. */
const ESCAPE = 3
const HIGH_LEVEL_BITS = 4

/** Bits of one entry of a list's block table. */
function tableEntryBits(documentCount: number, size: number): number {
  return 5 + bitWidth(documentCount) + bitWidth(size)
}

/**
 * Appends a list: `size` ascending document numbers below `documentCount` with their levels (0 to 15). The size itself is
 * written too.
 */
export function encodePostings(
  out: BitWriter,
  documentCount: number,
  documents: Uint32Array,
  levels: Uint8Array,
  size: number,
): void {
  out.writeGamma(size)
  const documentBits = bitWidth(documentCount)
  if (size === 1) {
    out.write(documents[0], documentBits)
    out.write(levels[0], HIGH_LEVEL_BITS)
    return
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
  for (let block = 0, high = 0; block < blocks; block++) {
    const end = Math.min(size, (block + 1) * BLOCK_SIZE)
    out.write(widths[block], 5)
    out.write(documents[end - 1], documentBits)
    out.write(high, sizeBits)
    for (let at = block * BLOCK_SIZE; at < end; at++) if (levels[at] >= ESCAPE) high++
  }
  if (bitmap) writeBitmap(out, documentCount, documents, size)
  else {
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

/** Where the parts of one list lie, found by reading its head. One object is used again for list after list. */
export class PostingList {
  size = 0
  private words: Uint32Array = new Uint32Array()
  private documentCount = 0
  private bitmap = false
  private table = 0
  private documentsAt = 0
  private levelsAt = 0
  private highAt = 0
  /** The bit after this list. */
  end = 0

  /** Points this at the list that begins at bit `at`; `documents` is the number of documents of the index. */
  open(words: Uint32Array, at: number, documents: number): void {
    this.words = words
    this.documentCount = documents
    let width = 0
    while (width < 31 && readBits(words, at + width, 1) === 0) width++
    this.size = ((1 << width) | readBits(words, at + width + 1, width)) >>> 0
    let head = at + 2 * width + 1
    if (this.size > documents) this.size = documents
    const documentBits = bitWidth(documents)
    if (this.size <= 1) {
      this.bitmap = false
      this.table = this.documentsAt = head
      this.levelsAt = this.highAt = head + documentBits
      this.end = this.levelsAt + HIGH_LEVEL_BITS
      return
    }
    this.bitmap = readBits(words, head++, 1) === 1
    const highs = readBits(words, head, bitWidth(this.size))
    head += bitWidth(this.size)
    this.table = head
    const blocks = Math.ceil(this.size / BLOCK_SIZE)
    const entryBits = tableEntryBits(documents, this.size)
    this.documentsAt = head + blocks * entryBits
    let bits = documents
    if (!this.bitmap) {
      bits = 0
      for (let block = 0; block < blocks; block++) {
        const inBlock = Math.min(BLOCK_SIZE, this.size - block * BLOCK_SIZE)
        bits += readBits(words, head + block * entryBits, 5) * inBlock
      }
    }
    this.levelsAt = this.documentsAt + bits
    this.highAt = this.levelsAt + 2 * this.size
    this.end = this.highAt + highs * HIGH_LEVEL_BITS
  }

  /** Writes all document numbers and levels into the arrays given, which have room for every document of the index. */
  decode(documents: Int32Array, levels: Uint8Array): void {
    const { words, size } = this
    if (size <= 1) {
      documents[0] = readBits(words, this.documentsAt, bitWidth(this.documentCount))
      levels[0] = readBits(words, this.levelsAt, HIGH_LEVEL_BITS)
      return
    }
    if (this.bitmap) decodeBitmap(words, this.documentsAt, this.documentCount, documents, size)
    else this.decodePacked(documents)
    this.decodeLevels(levels)
  }

  private decodePacked(documents: Int32Array): void {
    const { words, size } = this
    const entryBits = tableEntryBits(this.documentCount, size)
    let at = this.documentsAt
    let document = -1
    for (let start = 0, entry = this.table; start < size; start += BLOCK_SIZE, entry += entryBits) {
      const width = readBits(words, entry, 5)
      const end = Math.min(size, start + BLOCK_SIZE)
      if (width === 0) {
        for (let posting = start; posting < end; posting++) documents[posting] = ++document
        continue
      }
      const mask = width === 32 ? -1 : (1 << width) - 1
      let word = at >>> 5
      let shift = at & 31
      let current = words[word]
      for (let posting = start; posting < end; posting++) {
        let gap = current >>> shift
        shift += width
        if (shift >= 32) {
          current = words[++word]
          shift -= 32
          if (shift > 0) gap |= current << (width - shift)
        }
        document += 1 + (gap & mask)
        documents[posting] = document
      }
      at += width * (end - start)
    }
  }

  private decodeLevels(levels: Uint8Array): void {
    const { words, size } = this
    let word = this.levelsAt >>> 5
    let shift = this.levelsAt & 31
    let current = words[word]
    let high = this.highAt
    for (let posting = 0; posting < size; posting++) {
      let level = current >>> shift
      shift += 2
      if (shift >= 32) {
        current = words[++word]
        shift -= 32
        if (shift > 0) level |= current << 1
      }
      level &= 3
      if (level === ESCAPE) {
        level = readBits(words, high, HIGH_LEVEL_BITS)
        high += HIGH_LEVEL_BITS
      }
      levels[posting] = level
    }
  }
}

/** Writes the numbers of the set bits among `universe` bits from bit `at` into `out`, at most `most` of them. */
export function decodeBitmap(words: Uint32Array, at: number, universe: number, out: Int32Array, most: number): number {
  let found = 0
  for (let base = 0; base < universe && found < most; base += 32) {
    let bits = readBits(words, at + base, Math.min(32, universe - base)) | 0
    while (bits !== 0 && found < most) {
      out[found++] = base + 31 - Math.clz32(bits & -bits)
      bits &= bits - 1
    }
  }
  return found
}
