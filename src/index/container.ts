import { IndexFileError } from '../errors.js'
import { crc32c } from './crc32c.js'
import { damaged } from './damage.js'

/**
 * The outside of an index file: header, section table, page checksums, sections. Everything is little-endian; sections
 * begin at multiples of 8 bytes, so that typed arrays lie over the bytes. Every byte after the head is covered by the
 * checksum of its page, and a page is checked the first time that a query touches it: opening reads the head alone, and
 * no damaged byte ever reaches an answer. See FORMAT.md.
 */
export const MAGIC = 'TIMTIN\r\n'
export const FORMAT_VERSION = 1
/** Bytes under one checksum. */
export const PAGE_SIZE = 4096

const HEADER_BYTES = 32
const ENTRY_BYTES = 24
const MAX_SECTIONS = 64

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Names of sections have at most 8 ASCII characters. */
export type SectionName = string

function padded(length: number, unit: number): number {
  return Math.ceil(length / unit) * unit
}

/** Puts sections into one file. The same sections in the same order give the same bytes. */
export function writeContainer(sections: ReadonlyMap<SectionName, Uint8Array>): Uint8Array {
  let dataLength = 0
  for (const bytes of sections.values()) dataLength += padded(bytes.length, 8)
  const pages = Math.ceil(dataLength / PAGE_SIZE)
  const headLength = padded(HEADER_BYTES + sections.size * ENTRY_BYTES + pages * 4, 8)
  const file = new Uint8Array(headLength + dataLength)
  const view = new DataView(file.buffer)

  let offset = headLength
  let entry = HEADER_BYTES
  for (const [name, bytes] of sections) {
    for (let at = 0; at < name.length; at++) view.setUint8(entry + at, name.charCodeAt(at))
    view.setFloat64(entry + 8, offset, true)
    view.setFloat64(entry + 16, bytes.length, true)
    file.set(bytes, offset)
    offset += padded(bytes.length, 8)
    entry += ENTRY_BYTES
  }
  for (let page = 0; page < pages; page++) {
    const start = headLength + page * PAGE_SIZE
    view.setUint32(entry + page * 4, crc32c(file.subarray(start, Math.min(file.length, start + PAGE_SIZE))), true)
  }
  for (let at = 0; at < 8; at++) view.setUint8(at, MAGIC.charCodeAt(at))
  view.setUint32(8, FORMAT_VERSION, true)
  view.setUint32(12, sections.size, true)
  view.setFloat64(16, file.length, true)
  view.setUint32(24, headLength, true)
  view.setUint32(28, headChecksum(file, headLength), true)
  return file
}

/** The head's checksum leaves out the four bytes that hold it. */
function headChecksum(file: Uint8Array, headLength: number): number {
  return crc32c(file.subarray(HEADER_BYTES, headLength), crc32c(file.subarray(0, 28)))
}

/** An index that is read in parts, as queries need them: a file, or what stands behind one. */
export interface IndexSource {
  /** Bytes altogether. */
  readonly length: number
  /** Fills `target` with the bytes from `start` on, all of them; throws when it cannot. */
  read(start: number, target: Uint8Array): void
}

/** The sections of an index file, over its bytes. */
export class Container {
  private readonly places = new Map<SectionName, readonly [start: number, length: number]>()
  private readonly pageChecksums: Uint32Array
  private readonly checked: Uint8Array
  private readonly headLength: number
  private readonly source: IndexSource | undefined
  /** The file; of a source those bytes only that `check` has asked for. */
  readonly bytes: Uint8Array
  /** The format version of the file. */
  readonly version: number = FORMAT_VERSION

  /** Reads and checks the head. Throws an `IndexFileError` for foreign, old, new, truncated or damaged files. */
  constructor(input: Uint8Array | IndexSource) {
    if (!littleEndian) throw new IndexFileError('NOT_AN_INDEX', 'timtin reads its index on little-endian machines only')
    this.source = input instanceof Uint8Array ? undefined : input
    const bytes = input instanceof Uint8Array ? aligned(input) : new Uint8Array(input.length)
    this.bytes = bytes
    this.fill(0, Math.min(HEADER_BYTES, bytes.length))
    const start = Array.from(bytes.subarray(0, 8), byte => String.fromCharCode(byte)).join('')
    if (start !== MAGIC.slice(0, start.length) || start.length === 0) {
      throw new IndexFileError('NOT_AN_INDEX', 'this is no timtin index: it does not begin with TIMTIN', {
        expected: MAGIC,
        got: start,
        offset: 0,
      })
    }
    if (bytes.length < HEADER_BYTES) throw truncated(HEADER_BYTES, bytes.length)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const version = view.getUint32(8, true)
    const length = view.getFloat64(16, true)
    const headLength = view.getUint32(24, true)
    if (version !== FORMAT_VERSION) {
      const newer = version > FORMAT_VERSION
      throw new IndexFileError(
        newer ? 'INDEX_TOO_NEW' : 'INDEX_TOO_OLD',
        newer
          ? `the index has format ${version}, this timtin reads ${FORMAT_VERSION}: update timtin`
          : `the index has format ${version}, this timtin reads ${FORMAT_VERSION}: build the index again`,
        { expected: FORMAT_VERSION, got: version, offset: 8 },
      )
    }
    if (length > bytes.length) throw truncated(length, bytes.length)
    if (length !== bytes.length) throw damaged('header', `${length} bytes`, `${bytes.length} bytes`, 16)
    if (headLength < HEADER_BYTES || headLength > length || headLength % 8 !== 0) {
      throw damaged('header', `a head within ${length} bytes`, headLength, 24)
    }
    this.fill(HEADER_BYTES, headLength)
    const expected = view.getUint32(28, true)
    const got = headChecksum(bytes, headLength)
    if (expected !== got) throw damaged('header', `checksum ${expected}`, got, 28)

    const count = view.getUint32(12, true)
    const pages = Math.ceil((length - headLength) / PAGE_SIZE)
    const tables = HEADER_BYTES + count * ENTRY_BYTES
    if (count > MAX_SECTIONS || padded(tables + pages * 4, 8) !== headLength) {
      throw damaged('header', 'a section table that fits its head', `${count} sections`, 12)
    }
    for (let entry = HEADER_BYTES; entry < tables; entry += ENTRY_BYTES) {
      const name = Array.from(bytes.subarray(entry, entry + 8), byte => (byte ? String.fromCharCode(byte) : '')).join(
        '',
      )
      const offset = view.getFloat64(entry + 8, true)
      const size = view.getFloat64(entry + 16, true)
      const inside = Number.isInteger(offset) && Number.isInteger(size) && offset >= headLength && size >= 0
      if (!inside || offset + size > length || offset % 8 !== 0) {
        throw damaged(name, `a section within ${length} bytes`, `${size} bytes from ${offset}`, entry)
      }
      this.places.set(name, [offset, size])
    }
    this.headLength = headLength
    this.pageChecksums = new Uint32Array(bytes.buffer, bytes.byteOffset + tables, pages)
    this.checked = new Uint8Array(pages)
  }

  /** The names of the sections with their sizes in bytes. */
  sizes(): Map<SectionName, number> {
    return new Map([...this.places].map(([name, [, length]]) => [name, length]))
  }

  has(name: SectionName): boolean {
    return this.places.has(name)
  }

  /** A section whose pages are all checked now. */
  section(name: SectionName): Uint8Array {
    const section = this.unchecked(name)
    this.check(section.byteOffset - this.bytes.byteOffset, section.length)
    return section
  }

  /** A section that the reader checks in parts, by `check`, before it reads them. */
  unchecked(name: SectionName): Uint8Array {
    const place = this.places.get(name)
    if (!place) throw damaged(name, 'the section to be there', 'no such section')
    return this.bytes.subarray(place[0], place[0] + place[1])
  }

  /** Checks the pages under `length` bytes from `start` of the file that have not been checked before. */
  check(start: number, length: number): void {
    if (length <= 0) return
    const { checked, headLength } = this
    const end = Math.floor((Math.min(start + length, this.bytes.length) - 1 - headLength) / PAGE_SIZE) + 1
    for (let page = Math.floor((start - headLength) / PAGE_SIZE); page < end; page++) {
      if (checked[page] !== 0) continue
      const first = page
      while (page < end && checked[page] === 0) page++
      this.fill(headLength + first * PAGE_SIZE, headLength + page * PAGE_SIZE)
      for (let unchecked = first; unchecked < page; unchecked++) this.checkPage(unchecked)
    }
  }

  /** Reads the bytes from `start` to `end`, where they are not in memory from the beginning. */
  private fill(start: number, end: number): void {
    this.source?.read(start, this.bytes.subarray(start, end))
  }

  private checkPage(page: number): void {
    const from = this.headLength + page * PAGE_SIZE
    const got = crc32c(this.bytes.subarray(from, Math.min(this.bytes.length, from + PAGE_SIZE)))
    if (got !== this.pageChecksums[page]) {
      throw damaged(this.nameAt(from), `checksum ${this.pageChecksums[page]}`, got, from)
    }
    this.checked[page] = 1
  }

  private nameAt(offset: number): string {
    for (const [name, [start, length]] of this.places) {
      if (offset < start + length && offset + PAGE_SIZE > start) return name
    }
    return 'padding'
  }

  /** Checks every page; throws an `IndexFileError` at the first that does not hold. */
  verify(): void {
    this.check(this.headLength, this.bytes.length - this.headLength)
  }
}

/** Bytes over which typed arrays of 8-byte numbers can lie. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
}

function truncated(expected: number, got: number): IndexFileError {
  return new IndexFileError(
    'INDEX_TRUNCATED',
    `the index ends early: it should have ${expected} bytes and has ${got}; copy it again`,
    { expected, got },
  )
}

/** A section as 32-bit words; sections hold whole words where this is asked. */
export function asWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2)
}
