/** Bit offsets are 32 bits wide, so a stream of bits ends at 512 MiB. */
export const MAX_BITS = 2 ** 32 - 64

/**
 * Writing and reading numbers of any width up to 32 bits, least significant bit first, over 32-bit little-endian words.
 * The readers below never allocate; they work on a `Uint32Array` that lies over the file's bytes.
 */
export class BitWriter {
  private words = new Uint32Array(1024)
  private length = 0

  /** Bits written so far. */
  get bits(): number {
    return this.length
  }

  private grow(bits: number): void {
    if (this.length + bits > MAX_BITS) throw new RangeError('bit streams end at 512 MiB')
    const needed = ((this.length + bits + 31) >>> 5) + 1
    if (needed <= this.words.length) return
    const larger = new Uint32Array(Math.max(needed, this.words.length * 2))
    larger.set(this.words)
    this.words = larger
  }

  /** Writes the low `width` bits (0 to 32) of `value`. */
  write(value: number, width: number): void {
    if (width === 0) return
    this.grow(width)
    const word = this.length >>> 5
    const shift = this.length & 31
    const masked = width === 32 ? value >>> 0 : (value & ((1 << width) - 1)) >>> 0
    this.words[word] |= masked << shift
    if (shift + width > 32) this.words[word + 1] = masked >>> (32 - shift)
    this.length += width
  }

  /** Writes `count` zero bits and a one. */
  writeUnary(count: number): void {
    let left = count
    while (left >= 32) {
      this.write(0, 32)
      left -= 32
    }
    this.write(left === 31 ? 0x80000000 : 1 << left, left + 1)
  }

  /** Elias gamma code of a number from 1 (Elias 1975): its bit length in unary, then the bits below the highest. */
  writeGamma(value: number): void {
    const width = 31 - Math.clz32(value)
    this.writeUnary(width)
    this.write(value, width)
  }

  /** Appends all bits of another writer. */
  append(other: BitWriter): void {
    const whole = other.length >>> 5
    for (let word = 0; word < whole; word++) this.write(other.words[word], 32)
    const rest = other.length & 31
    if (rest) this.write(other.words[whole], rest)
  }

  /** Fills up to a whole byte. */
  align(): void {
    this.length = Math.ceil(this.length / 8) * 8
    this.grow(0)
  }

  clear(): void {
    this.words.fill(0, 0, (this.length >>> 5) + 2)
    this.length = 0
  }

  /** A copy of the words written, the last one filled with zero bits. */
  toWords(): Uint32Array {
    return this.words.slice(0, (this.length + 31) >>> 5)
  }
}

/** The `width` bits (0 to 32) that begin at bit `at`. Bits beyond the array read as zero. */
export function readBits(words: Uint32Array, at: number, width: number): number {
  if (width === 0) return 0
  const word = at >>> 5
  const shift = at & 31
  let value = words[word] >>> shift
  if (shift + width > 32) value |= words[word + 1] << (32 - shift)
  return width === 32 ? value >>> 0 : (value & ((1 << width) - 1)) >>> 0
}

/** A position in a stream of bits, for codes whose length is found by reading them. */
export class BitCursor {
  constructor(
    readonly words: Uint32Array,
    /** The next bit to read. */
    public at = 0,
  ) {}

  read(width: number): number {
    const value = readBits(this.words, this.at, width)
    this.at += width
    return value
  }

  /** Zero bits before the next one; stops at the end of the words, so damaged input cannot hang it. */
  readUnary(): number {
    const end = this.words.length * 32
    const start = this.at
    let at = start
    while (at < end) {
      const rest = this.words[at >>> 5] >>> (at & 31)
      if (rest !== 0) {
        at += 31 - Math.clz32(rest & -rest)
        this.at = at + 1
        return at - start
      }
      at += 32 - (at & 31)
    }
    this.at = end
    return end - start
  }

  readGamma(): number {
    const width = Math.min(31, this.readUnary())
    return ((1 << width) | this.read(width)) >>> 0
  }
}

/** Bits needed to write every number up to `largest`. */
export function bitWidth(largest: number): number {
  return 32 - Math.clz32(largest)
}
