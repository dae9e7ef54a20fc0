import { inflateRawSync } from 'node:zlib'

/**
 * A second reader of index files, written from the grammar of FORMAT.md alone: it imports nothing of timtin, prefers the
 * plain way to the fast one, and checks what it passes. What it gives is compared with what timtin's own reader gives.
 */
export interface Posting {
  readonly document: number
  /** The level, 0 to 15. */
  readonly level: number
}

export interface Pair {
  /** Ordinal of the other term. */
  readonly other: number
  readonly otherFirst: boolean
  /** Places in the owner's list. */
  readonly positions: readonly number[]
  readonly strong: readonly number[]
}

export interface List {
  readonly kind: 'single' | 'packed' | 'bitmap'
  readonly peaks: readonly { readonly level: number; readonly length: number }[]
  readonly postings: readonly Posting[]
  readonly pairs: readonly Pair[]
  /** Which codes of positions occurred. */
  readonly codes: ReadonlySet<string>
}

/** Sections by name, after the checks of the head and of every page. */
export function readSections(file: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  must(latin(file.subarray(0, 8)) === 'TIMTIN\r\n', 'the magic')
  must(view.getUint32(8, true) === 1, 'format 1')
  const count = view.getUint32(12, true)
  must(view.getFloat64(16, true) === file.length, 'the length')
  const head = view.getUint32(24, true)
  must(crcOf(Buffer.concat([file.subarray(0, 28), file.subarray(32, head)])) === view.getUint32(28, true), 'the head')
  const pages = Math.ceil((file.length - head) / 4096)
  const checksums = 32 + count * 24
  must(Math.ceil((checksums + pages * 4) / 8) * 8 === head, 'the length of the head')
  for (let page = 0; page < pages; page++) {
    const bytes = file.subarray(head + page * 4096, head + (page + 1) * 4096)
    must(crcOf(bytes) === view.getUint32(checksums + page * 4, true), `page ${page}`)
  }
  const sections = new Map<string, Uint8Array>()
  let end = head
  for (let entry = 32; entry < checksums; entry += 24) {
    const start = view.getFloat64(entry + 8, true)
    const length = view.getFloat64(entry + 16, true)
    must(start % 8 === 0 && start === end, 'sections one after the other, at multiples of 8')
    end = Math.ceil((start + length) / 8) * 8
    must(
      file.subarray(start + length, end).every(byte => byte === 0),
      'padding of zeros',
    )
    sections.set(latin(file.subarray(entry, entry + 8)).replace(/\0+$/, ''), file.subarray(start, start + length))
  }
  must(end === file.length, 'sections up to the end')
  return sections
}

/** CRC-32C bit by bit. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return ~crc >>> 0
}

export function u32s(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4, true))
}

/** All terms in the order of their ordinals. */
export function readTerms(bytes: Uint8Array, blocks: readonly number[]): string[] {
  const terms: string[] = []
  let at = 0
  let form = new Uint8Array()
  for (let forms = 0; at < bytes.length; forms++) {
    if (forms % 16 === 0) must(blocks[forms / 8] === at && blocks[forms / 8 + 1] === terms.length, 'the block index')
    const shared = bytes[at++]
    const length = bytes[at++]
    must(forms % 16 !== 0 || shared === 0, 'the first form of a block whole')
    form = Uint8Array.of(...form.subarray(0, shared), ...bytes.subarray(at, at + length))
    at += length
    let count = 0
    for (let shift = 0; ; shift += 7) {
      count |= (bytes[at] & 127) << shift
      if (bytes[at++] < 128) break
    }
    for (; count > 0; count--) {
      const size = bytes[at++]
      terms.push(utf8(size === 0 ? form : bytes.subarray(at, at + size)))
      at += size
    }
  }
  return terms
}

/** Bits needed for numbers up to `largest`. */
const bits = (largest: number) => (largest === 0 ? 0 : Math.floor(Math.log2(largest)) + 1)
const floorLog2 = (value: number) => bits(value) - 1

class Bits {
  at = 0
  constructor(private readonly bytes: Uint8Array) {}

  number(width: number): number {
    let value = 0
    for (let bit = 0; bit < width; bit++, this.at++) {
      must(this.at < this.bytes.length * 8, 'bits within the list')
      value += ((this.bytes[this.at >> 3] >> (this.at & 7)) & 1) * 2 ** bit
    }
    return value
  }

  numbers(count: number, width: number): number[] {
    return Array.from({ length: count }, () => this.number(width))
  }

  unary(): number {
    let zeros = 0
    while (this.number(1) === 0) zeros++
    return zeros
  }

  gamma(): number {
    const width = this.unary()
    return 2 ** width + this.number(width)
  }
}

/** Reads the bytes of one list with its pairs. */
export function readList(bytes: Uint8Array, documents: number, terms: number): List {
  const from = new Bits(bytes)
  const D = bits(documents)
  const size = from.gamma()
  const codes = new Set<string>()
  let kind: List['kind'] = 'single'
  let peaks: List['peaks'] = []
  let postings: Posting[]
  if (size === 1) {
    const document = from.number(D)
    postings = [{ document, level: from.number(4) }]
  } else {
    const S = bits(size)
    if (size >= 4) {
      const count = from.number(2) + 1
      peaks = Array.from({ length: count }, () => {
        const length = from.number(8)
        return { length, level: from.number(4) }
      })
    }
    kind = from.number(1) === 1 ? 'bitmap' : 'packed'
    const highs = from.number(S)
    const numbers = kind === 'bitmap' ? readBitmap(from, documents, size, S) : readPacked(from, size, D, S)
    const low = from.numbers(size, 2)
    const high = from.numbers(highs, 4)
    must(low.filter(level => level === 3).length === highs, 'the number of high levels')
    let next = 0
    postings = numbers.map((document, at) => ({ document, level: low[at] === 3 ? high[next++] : low[at] }))
  }
  const pairs = readPairs(from, size, terms, codes)
  must(Math.ceil(from.at / 8) === bytes.length, 'a list up to its last byte')
  return { kind, peaks, postings, pairs, codes }
}

function setBits(flags: readonly number[]): number[] {
  return flags.flatMap((bit, at) => (bit === 1 ? [at] : []))
}

function readBitmap(from: Bits, documents: number, size: number, S: number): number[] {
  const ranks = Array.from({ length: Math.ceil(documents / 256) }, () => from.numbers(2, S))
  const numbers = setBits(from.numbers(documents, 1))
  must(numbers.length === size, 'as many set bits as the size')
  ranks.forEach(([rank], part) => {
    must(numbers.filter(number => number < part * 256).length === rank, 'the set bits before a part')
  })
  return numbers
}

function readPacked(from: Bits, size: number, D: number, S: number): number[] {
  const table = Array.from({ length: Math.ceil(size / 128) }, () => ({
    width: from.number(5),
    last: from.number(D),
    highs: from.number(S),
  }))
  const numbers: number[] = []
  let document = -1
  for (const { width, last } of table) {
    for (const gap of from.numbers(Math.min(128, size - numbers.length), width)) {
      document += gap + 1
      numbers.push(document)
    }
    must(document === last, 'the last document of a block')
  }
  return numbers
}

function readPairs(from: Bits, size: number, terms: number, codes: Set<string>): Pair[] {
  const count = from.gamma() - 1
  if (count === 0) return []
  const K = bits(2 * terms)
  const R = floorLog2(Math.max(1, Math.floor((2 * terms * 0.69) / (count + 1))))
  const groups = Math.ceil(count / 32)
  const P = groups > 1 ? from.number(6) : 0
  const skips = Array.from({ length: groups - 1 }, () => ({ key: from.number(K), start: from.number(P) }))
  if (groups > 1) codes.add('skips')
  const body = from.at
  const pairs: Pair[] = []
  let key = 0
  for (let at = 0; at < count; at++) {
    const skip = at % 32 === 0 && at > 0 ? skips[at / 32 - 1] : undefined
    must(!skip || skip.start === from.at - body, 'the start of a group')
    if (at % 32 === 0) key = from.number(K)
    else key += 1 + from.unary() * 2 ** R + from.number(R)
    must(!skip || skip.key === key, 'the first key of a group')
    const documents = from.gamma()
    const positions = readPositions(from, documents, size, codes)
    pairs.push({
      other: Math.floor(key / 2),
      otherFirst: key % 2 === 1,
      positions,
      strong: from.numbers(documents, 1),
    })
  }
  return pairs
}

function readPositions(from: Bits, count: number, size: number, codes: Set<string>): number[] {
  if (count === size) return Array.from({ length: size }, (_, at) => at)
  if (count === 1) return [from.number(bits(size - 1))]
  const L = floorLog2(Math.floor(size / count))
  const length = count * (L + 1) + Math.floor(size / 2 ** L) + 1
  codes.add(size <= length ? 'bitmap' : 'elias-fano')
  if (size <= length) return setBits(from.numbers(size, 1))
  const end = from.at + length
  const low = from.numbers(count, L)
  let high = 0
  const positions = low.map(value => {
    high += from.unary()
    return high * 2 ** L + value
  })
  must(
    from.numbers(end - from.at, 1).every(bit => bit === 0),
    'zeros at the end of the high parts',
  )
  return positions
}

/** Reads MessagePack values one after the other; as much of it as index files hold. */
export function unpack(bytes: Uint8Array): unknown[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const skip = (length: number) => {
    at += length
    return at - length
  }
  const u8 = () => bytes[skip(1)]
  const u16 = () => view.getUint16(skip(2))
  const u32 = () => view.getUint32(skip(4))
  const slice = (length: number) => bytes.subarray(at, skip(length) + length)
  const list = (length: number): unknown[] => Array.from({ length }, value)
  const map = (length: number) => new Map(Array.from({ length }, () => [value(), value()] as const))
  function value(): unknown {
    const type = u8()
    if (type < 0x80) return type
    if (type < 0x90) return map(type & 15)
    if (type < 0xa0) return list(type & 15)
    if (type < 0xc0) return utf8(slice(type & 31))
    if (type >= 0xe0) return type - 256
    const readers: Readonly<Record<number, () => unknown>> = {
      192: () => null,
      194: () => false,
      195: () => true,
      196: () => slice(u8()),
      197: () => slice(u16()),
      198: () => slice(u32()),
      202: () => view.getFloat32(skip(4)),
      203: () => view.getFloat64(skip(8)),
      204: u8,
      205: u16,
      206: u32,
      217: () => utf8(slice(u8())),
      218: () => utf8(slice(u16())),
      219: () => utf8(slice(u32())),
      220: () => list(u16()),
      221: () => list(u32()),
      222: () => map(u16()),
    }
    const reader = readers[type]
    must(reader !== undefined, `a known MessagePack type, not ${type}`)
    return reader()
  }
  const values: unknown[] = []
  while (at < bytes.length) values.push(value())
  return values
}

/** The stored values of all documents. */
export function readStored(sections: ReadonlyMap<string, Uint8Array>, documents: number): unknown[][] {
  const [index, bytes, packed] = ['storedix', 'stored', 'storedvc'].map(name => sections.get(name) ?? new Uint8Array())
  const vocabulary = unpack(inflateRawSync(packed))[0] as string[]
  const blocks = u32s(index)
  const all: unknown[][] = []
  for (let at = 0; at < blocks.length; at += 3) {
    must(blocks[at] === all.length, 'the first document of a block')
    const raw = inflateRawSync(bytes.subarray(blocks[at + 1], blocks[at + 4] ?? bytes.length))
    must(raw.length === blocks[at + 2], 'the inflated size')
    for (const values of unpack(raw) as unknown[][]) {
      all.push(values.map(value => (value instanceof Uint8Array ? readText(value, vocabulary) : value)))
    }
  }
  must(all.length === documents, 'all documents stored')
  return all
}

function readText(codes: Uint8Array, vocabulary: readonly string[]): string {
  let text = ''
  let afterWord = false
  for (let at = 0; at < codes.length; ) {
    const code = codes[at++]
    let token: string
    if (code < 192) token = vocabulary[code]
    else if (code < 255) token = vocabulary[192 + (code - 192) * 256 + codes[at++]]
    else {
      token = utf8(codes.subarray(at + 1, at + 1 + codes[at]))
      at += 1 + codes[at]
    }
    const word = isWord(token.slice(0, 1))
    text += (word && afterWord ? ' ' : '') + token
    afterWord = word
  }
  return text
}

function isWord(unit: string): boolean {
  if (/[\p{Nd}\p{No}]/u.test(unit)) return true
  return /[\p{L}\p{M}]/u.test(unit) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit)
}

export function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`against the grammar: ${what}`)
}
