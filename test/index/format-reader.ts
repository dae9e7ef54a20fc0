import { inflateRawSync } from 'node:zlib'

/**
 * A second reader of index files, written from the grammar of FORMAT.md alone: it imports nothing of timtin, prefers the
 * plain way to the fast one, and checks what it passes. What it gives is compared with what timtin's own reader gives.
 */
export interface Posting {
  readonly document: number
  /** The level, 0 to 15. */
  readonly level: number
  /** For each field whether the term stands there. */
  readonly fields: readonly boolean[]
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
  readonly postings: readonly Posting[]
  readonly pairs: readonly Pair[]
  /** Which alternatives of the grammar occurred. */
  readonly forms: ReadonlySet<string>
}

export interface Term {
  readonly spelling: string
  /** The bytes of its list. */
  readonly start: number
  readonly end: number
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
export function readTerms(bytes: Uint8Array, blocks: readonly number[]): Term[] {
  const terms: Term[] = []
  let at = 0
  let form = new Uint8Array()
  let list = 0
  const varint = () => {
    const [value, next] = readVarint(bytes, at)
    at = next
    return value
  }
  for (let forms = 0; at < bytes.length; forms++) {
    const head = forms % 16 === 0 ? [at, terms.length, list] : []
    must(
      head.every((value, column) => blocks[(forms / 16) * 3 + column] === value),
      'the block index',
    )
    const shared = bytes[at++]
    const length = bytes[at++]
    must(forms % 16 !== 0 || shared === 0, 'the first form of a block whole')
    form = Uint8Array.of(...form.subarray(0, shared), ...bytes.subarray(at, at + length))
    at += length
    for (let count = varint(); count > 0; count--) {
      const size = bytes[at++]
      const spelling = utf8(size === 0 ? form : bytes.subarray(at, at + size))
      at += size
      const start = list
      list += varint()
      terms.push({ spelling, start, end: list })
    }
  }
  must(blocks.length === Math.ceil(blocks.length / 3) * 3, 'three numbers a block')
  return terms
}

/** A varint and where it ends. */
function readVarint(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0
  for (let at = from, scale = 1; ; at++, scale *= 128) {
    value += (bytes[at] & 127) * scale
    if (bytes[at] < 128) return [value, at + 1]
  }
}

/** The ids of all documents. */
export function readIds(bytes: Uint8Array, starts: readonly number[]): string[] {
  const ids: string[] = []
  for (let at = 0; at < bytes.length; ) {
    if (ids.length % 32 === 0) must(starts[ids.length / 32] === at, 'the start of every 32nd id')
    const [length, from] = readVarint(bytes, at)
    at = from + length
    ids.push(utf8(bytes.subarray(from, at)))
  }
  must(starts.length === Math.ceil(ids.length / 32), 'as many starts as ids need')
  return ids
}

/** Bits of a number. */
const bits = (number: number) => (number === 0 ? 0 : Math.floor(Math.log2(number)) + 1)

/** The parameter that n numbers below u have where none is written. */
const parameterOf = (n: number, u: number) => Math.floor(Math.log2(Math.max(1, Math.floor(((u - n) * Math.LN2) / n))))

/** Codes of levels, their first bit first. */
export const LEVEL_CODES = new Map<string, number>([
  ['1', 0],
  ['01', 1],
  ['001', 2],
  ...[7, 8, 11, 9, 10, 12, 13].map((level, at) => [`000${lowestFirst(at)}`, level] as const),
  ...[14, 15, 3, 4, 5, 6].map((level, at) => [`000111${lowestFirst(at)}`, level] as const),
])

function lowestFirst(number: number): string {
  return [0, 1, 2].map(bit => (number >> bit) & 1).join('')
}

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

  ascending(count: number, parameter: number, below: number): number[] {
    const numbers: number[] = []
    for (let next = 0; numbers.length < count; ) {
      const number = next + this.unary() * 2 ** parameter + this.number(parameter)
      must(number < below, `a number below ${below}`)
      numbers.push(number)
      next = number + 1
    }
    return numbers
  }

  level(): number {
    let code = ''
    while (!LEVEL_CODES.has(code)) {
      must(code.length < 9, `a level, not ${code}`)
      code += this.number(1)
    }
    return LEVEL_CODES.get(code) ?? 0
  }
}

/** Reads the bytes of one list with its fields and pairs. */
export function readList(bytes: Uint8Array, documents: number, fieldCount: number, terms: number): List {
  const from = new Bits(bytes)
  const size = from.gamma()
  const forms = new Set<string>()
  const numbers = size === 1 ? [from.number(bits(documents))] : readSeveral(from, size, documents, forms)
  must(numbers[0] < documents, 'a document of the index')
  const levels = numbers.map(() => from.level())
  const inField = readFields(from, size, fieldCount, forms)
  const postings = numbers.map((document, at) => ({
    document,
    level: levels[at],
    fields: inField.map(places => places[at]),
  }))
  const pairs = readPairs(from, size, terms, forms)
  must(from.number((8 - (from.at % 8)) % 8) === 0, 'zeros up to a whole byte')
  must(from.at / 8 === bytes.length, 'a list up to its last byte')
  return { postings, pairs, forms }
}

function readSeveral(from: Bits, size: number, documents: number, forms: Set<string>): number[] {
  const parameter = from.number(5)
  forms.add(`list, parameter ${parameter}`)
  return from.ascending(size, parameter, documents)
}

/** For each field and posting whether the term stands there. */
function readFields(from: Bits, size: number, count: number, forms: Set<string>): boolean[][] {
  if (count === 1) return [Array.from({ length: size }, () => true)]
  if (size === 1) return from.numbers(count, 1).map(bit => [bit === 1])
  const length = from.gamma()
  const end = from.at + length
  const fields = Array.from({ length: count }, () => {
    const listed = from.number(1) === 1
    const n = from.gamma() - 1
    const positions = new Set(n === 0 ? [] : from.ascending(n, parameterOf(n, size), size))
    forms.add(`field, ${listed ? 'those' : 'others'}${n === 0 ? ', none' : ''}`)
    return Array.from({ length: size }, (_, at) => positions.has(at) === listed)
  })
  must(from.at === end, 'the bits of all fields')
  return fields
}

function readPairs(from: Bits, size: number, terms: number, forms: Set<string>): Pair[] {
  const count = from.gamma() - 1
  if (count === 0) return []
  const keys = from.ascending(count, parameterOf(count, 2 * terms), 2 * terms)
  const sizes = keys.map(() => from.gamma())
  const groups = Math.ceil(count / 16)
  const width = groups > 1 ? from.number(6) : 0
  const starts = [0, ...from.numbers(groups - 1, width)]
  if (groups > 1) forms.add('groups')
  must(groups === 1 || bits(starts[groups - 1]) === width, 'starts no wider than they need be')
  const body = from.at
  return keys.map((key, pair) => {
    must(pair % 16 !== 0 || starts[pair / 16] === from.at - body, 'the start of a group')
    const positions = readPositions(from, sizes[pair], size, forms)
    const strong = from.numbers(sizes[pair], 1)
    return { other: Math.floor(key / 2), otherFirst: key % 2 === 1, positions, strong }
  })
}

function readPositions(from: Bits, count: number, size: number, forms: Set<string>): number[] {
  must(count <= size, 'no more positions than the owner has documents')
  forms.add(count === size ? 'positions, all' : count === 1 ? 'positions, one' : 'positions, several')
  if (count === size) return Array.from({ length: size }, (_, at) => at)
  if (count === 1) return [from.number(bits(size - 1))]
  return from.ascending(count, parameterOf(count, size), size)
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
  const vocabulary = tokensOf(packed)
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

/** Every token: their number, a length byte for each, then their bytes. */
function tokensOf(packed: Uint8Array): string[] {
  const count = Buffer.from(packed).readUInt32LE(0)
  let at = 4 + count
  return Array.from(packed.subarray(4, at), length => {
    at += length
    return Buffer.from(packed.subarray(at - length, at)).toString()
  })
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
