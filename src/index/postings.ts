import { bitWidth, readBits } from './bits.js'
import {
  BLOCK_SIZE,
  DOCUMENTS_PER_RANK,
  ESCAPE,
  HIGH_LEVEL_BITS,
  LENGTH_BITS,
  MIN_SIZE_WITH_PEAKS,
  tableEntryBits,
} from './postings-encoder.js'

/** The documents of one block of one list: one buffer for all lists, since they are read one after the other. */
const blockDocuments = new Int32Array(BLOCK_SIZE)
let blockOwner: PostingList | undefined

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
  private peaksAt = 0
  private peaks = 0
  private sizeBits = 0
  private entryBits = 0
  private documentBits = 0
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
    this.documentBits = documentBits
    this.sizeBits = bitWidth(this.size)
    this.entryBits = tableEntryBits(documents, this.size)
    this.peaks = 0
    this.rewind()
    if (this.size <= 1) {
      this.bitmap = false
      this.table = this.documentsAt = head
      this.levelsAt = this.highAt = head + documentBits
      this.end = this.levelsAt + HIGH_LEVEL_BITS
      return
    }
    if (this.size >= MIN_SIZE_WITH_PEAKS) {
      this.peaks = readBits(words, head, 2) + 1
      this.peaksAt = head + 2
      head = this.peaksAt + this.peaks * (HIGH_LEVEL_BITS + LENGTH_BITS)
    }
    this.bitmap = readBits(words, head++, 1) === 1
    const highs = readBits(words, head, this.sizeBits)
    head += this.sizeBits
    this.table = head
    let bits = documents
    if (this.bitmap) {
      this.documentsAt = head + Math.ceil(documents / DOCUMENTS_PER_RANK) * 2 * this.sizeBits
    } else {
      const blocks = Math.ceil(this.size / BLOCK_SIZE)
      const { entryBits } = this
      this.documentsAt = head + blocks * entryBits
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
    const { words, size, entryBits } = this
    let bit = this.documentsAt
    let before = -1
    for (let start = 0, entry = this.table; start < size; start += BLOCK_SIZE, entry += entryBits) {
      const count = Math.min(BLOCK_SIZE, size - start)
      const width = readBits(words, entry, 5)
      before = unpackGaps(words, bit, width, count, before, documents, start)
      bit += width * count
    }
  }

  /**
   * At least as much as the most that `values` (level × 256 + length byte) has for any posting of the list. Lists without
   * peaks are decoded for it, with the arrays given.
   */
  bound(values: Float32Array, lengths: Uint8Array, documents: Int32Array, levels: Uint8Array): number {
    let most = 0
    if (this.peaks > 0) {
      for (let peak = 0; peak < this.peaks; peak++) {
        const at = this.peaksAt + peak * (HIGH_LEVEL_BITS + LENGTH_BITS)
        most = Math.max(most, values[readBits(this.words, at, HIGH_LEVEL_BITS + LENGTH_BITS)])
      }
      return most
    }
    this.decode(documents, levels)
    for (let at = 0; at < this.size; at++) most = Math.max(most, values[(levels[at] << 8) | lengths[documents[at]]])
    return most
  }

  /** The shortest document (length byte) of the list, found like `bound`. */
  shortest(lengths: Uint8Array, documents: Int32Array, levels: Uint8Array): number {
    if (this.peaks > 0) {
      const last = this.peaksAt + (this.peaks - 1) * (HIGH_LEVEL_BITS + LENGTH_BITS)
      return readBits(this.words, last, LENGTH_BITS)
    }
    this.decode(documents, levels)
    let least = 255
    for (let at = 0; at < this.size; at++) least = Math.min(least, lengths[documents[at]])
    return least
  }

  // The block that `find` decoded last, in `blockDocuments` as long as no other list has taken that.
  private block = -1
  private blockStartBit = 0
  private blockFirst = 0
  private blockCount = 0
  private cursor = 0
  // Where `level` stopped counting high levels.
  private levelBlock = -1
  private levelReached = 0
  private levelHigh = 0
  // The part of a bitmap that was last looked at, and the set bits before it.
  private part = -1
  private partRank = 0

  /** Makes `find` begin again at the front of the list. */
  rewind(): void {
    this.block = -1
    this.levelBlock = -1
    this.part = -1
  }

  /**
   * The position of a document in the list, or -1. The documents asked for must ascend from call to call; only the blocks
   * that may hold them are decoded.
   */
  find(document: number): number {
    const { words, size, documentBits } = this
    if (size === 1) return readBits(words, this.documentsAt, documentBits) === document ? 0 : -1
    if (this.bitmap) return this.findInBitmap(document)
    if (this.block < 0) {
      this.block = 0
      this.blockStartBit = this.documentsAt
      this.blockFirst = 0
      this.blockCount = 0
    }
    let entry = this.table + this.block * this.entryBits
    let last = readBits(words, entry + 5, documentBits)
    while (last < document) {
      if ((this.block + 1) * BLOCK_SIZE >= size) return -1
      this.blockStartBit += readBits(words, entry, 5) * BLOCK_SIZE
      this.blockFirst = last + 1
      this.blockCount = 0
      this.block++
      entry += this.entryBits
      last = readBits(words, entry + 5, documentBits)
    }
    if (document < this.blockFirst) return -1
    return this.findInBlock(document, readBits(words, entry, 5))
  }

  private findInBitmap(document: number): number {
    const { words, documentsAt } = this
    if (readBits(words, documentsAt + document, 1) === 0) return -1
    const part = Math.floor(document / DOCUMENTS_PER_RANK)
    let rank = readBits(words, this.table + part * 2 * this.sizeBits, this.sizeBits)
    this.part = part
    this.partRank = rank
    for (let base = part * DOCUMENTS_PER_RANK; base < document; base += 32) {
      rank += populationCount(readBits(words, documentsAt + base, Math.min(32, document - base)))
    }
    return rank
  }

  private findInBlock(document: number, width: number): number {
    if (this.blockCount === 0 || blockOwner !== this) {
      blockOwner = this
      this.blockCount = Math.min(BLOCK_SIZE, this.size - this.block * BLOCK_SIZE)
      unpackGaps(this.words, this.blockStartBit, width, this.blockCount, this.blockFirst - 1, blockDocuments, 0)
      this.cursor = 0
    }
    let at = this.cursor
    while (at < this.blockCount && blockDocuments[at] < document) at++
    this.cursor = at
    return at < this.blockCount && blockDocuments[at] === document ? this.block * BLOCK_SIZE + at : -1
  }

  /** The level at a position. */
  level(position: number): number {
    const { words, size } = this
    if (size === 1) return readBits(words, this.levelsAt, HIGH_LEVEL_BITS)
    const low = readBits(words, this.levelsAt + 2 * position, 2)
    if (low < ESCAPE) return low
    // A bitmap counts high levels by parts of the documents, packed lists by blocks of postings.
    if (this.bitmap) this.seekPart(position)
    const block = this.bitmap ? this.part : position >>> 7
    if (block !== this.levelBlock || position < this.levelReached) {
      this.levelBlock = block
      this.levelReached = this.bitmap ? this.partRank : block * BLOCK_SIZE
      const at = this.bitmap
        ? this.table + (block * 2 + 1) * this.sizeBits
        : this.table + block * this.entryBits + 5 + this.documentBits
      this.levelHigh = readBits(words, at, this.sizeBits)
    }
    let high = this.levelHigh
    for (let at = this.levelReached; at < position; at += 16) {
      const levels = readBits(words, this.levelsAt + 2 * at, Math.min(32, 2 * (position - at)))
      high += populationCount(levels & (levels >>> 1) & 0x55555555)
    }
    this.levelReached = position
    this.levelHigh = high
    return readBits(words, this.highAt + high * HIGH_LEVEL_BITS, HIGH_LEVEL_BITS)
  }

  /** Moves to the part of a bitmap that holds a position. */
  private seekPart(position: number): void {
    const { words, sizeBits, table } = this
    const parts = Math.ceil(this.documentCount / DOCUMENTS_PER_RANK)
    let { part } = this
    if (part < 0 || position < this.partRank) part = 0
    while (part + 1 < parts && readBits(words, table + (part + 1) * 2 * sizeBits, sizeBits) <= position) part++
    this.part = part
    this.partRank = readBits(words, table + part * 2 * sizeBits, sizeBits)
  }

  /** Writes the documents at `count` ascending positions into `documents`; only the blocks that hold them are decoded. */
  select(positions: Int32Array, count: number, documents: Int32Array): void {
    const { words, size, entryBits, documentBits } = this
    if (size === 1) {
      documents[0] = readBits(words, this.documentsAt, documentBits)
      return
    }
    blockOwner = undefined
    this.rewind()
    if (this.bitmap) {
      this.selectInBitmap(positions, count, documents)
      return
    }
    let block = -1
    let bit = this.documentsAt
    let width = 0
    for (let at = 0; at < count; at++) {
      const wanted = Math.floor(positions[at] / BLOCK_SIZE)
      if (wanted !== block) {
        for (let skipped = Math.max(0, block); skipped < wanted; skipped++) {
          bit += readBits(words, this.table + skipped * entryBits, 5) * BLOCK_SIZE
        }
        width = readBits(words, this.table + wanted * entryBits, 5)
        block = wanted
        const before = block === 0 ? -1 : readBits(words, this.table + (block - 1) * entryBits + 5, documentBits)
        const inBlock = Math.min(BLOCK_SIZE, size - block * BLOCK_SIZE)
        unpackGaps(words, bit, width, inBlock, before, blockDocuments, 0)
      }
      documents[at] = blockDocuments[positions[at] & (BLOCK_SIZE - 1)]
    }
  }

  private selectInBitmap(positions: Int32Array, count: number, documents: Int32Array): void {
    const { words, documentsAt, documentCount } = this
    let base = -1
    let rank = 0
    let bits = 0
    let inWord = 0
    for (let at = 0; at < count; at++) {
      const position = positions[at]
      this.seekPart(position)
      if (base < this.part * DOCUMENTS_PER_RANK) {
        base = this.part * DOCUMENTS_PER_RANK
        rank = this.partRank
        bits = readBits(words, documentsAt + base, Math.min(32, documentCount - base))
        inWord = populationCount(bits)
      }
      while (rank + inWord <= position && base + 32 < documentCount) {
        rank += inWord
        base += 32
        bits = readBits(words, documentsAt + base, Math.min(32, documentCount - base))
        inWord = populationCount(bits)
      }
      let left = bits
      for (let skip = position - rank; skip > 0; skip--) left &= left - 1
      documents[at] = Math.min(documentCount - 1, base + 31 - Math.clz32(left & -left))
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

/** Adds up `count` gaps of `width` bits from bit `at` on into `out` from `start`; returns the last document. */
function unpackGaps(
  words: Uint32Array,
  at: number,
  width: number,
  count: number,
  before: number,
  out: Int32Array,
  start: number,
): number {
  let document = before
  const end = start + count
  if (width === 0) {
    for (let place = start; place < end; place++) out[place] = ++document
    return document
  }
  const mask = width === 32 ? -1 : (1 << width) - 1
  let word = at >>> 5
  let shift = at & 31
  let current = words[word]
  for (let place = start; place < end; place++) {
    let gap = current >>> shift
    shift += width
    if (shift >= 32) {
      current = words[++word]
      shift -= 32
      if (shift > 0) gap |= current << (width - shift)
    }
    document += 1 + (gap & mask)
    out[place] = document
  }
  return document
}

/** Number of set bits (Hacker's Delight, 5-1). */
function populationCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
