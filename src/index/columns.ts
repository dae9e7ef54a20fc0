import { damaged } from './damage.js'
import { type DateSpan, PRECISIONS, spanEnd } from './dates.js'
import type { NumberColumn, NumberColumnHead } from './number-column.js'

/**
 * Facet values by document number. A keyword column holds, for each document, the numbers of its values in a dictionary
 * (0 is unknown); a date column holds minutes and precision. Columns in which nothing is known take no bytes.
 */
export interface KeywordColumnHead {
  readonly kind: 'keyword' | 'province'
  /** The dictionary; the number of a value is its place plus one. */
  readonly values: readonly string[]
  /** Bytes a value number: 1, 2 or 4. */
  readonly width: number
  /** Whether some document has several values, so that starts are written. */
  readonly several: boolean
}

/** The head of a date column. */
export interface DateColumnHead {
  readonly kind: 'date'
  /** Whether any document has a date. */
  readonly known: boolean
}

export type ColumnHead = KeywordColumnHead | DateColumnHead | NumberColumnHead

/** The column of a facet. */
export type Column = KeywordColumn | DateColumn | NumberColumn

/** Collects a keyword column, document after document. */
export class KeywordColumnWriter {
  private readonly numbers = new Map<string, number>()
  private readonly starts: number[] = [0]
  private readonly flat: number[] = []

  constructor(private readonly kind: 'keyword' | 'province') {}

  add(values: readonly string[]): void {
    const distinct = new Set(values)
    for (const value of distinct) {
      let number = this.numbers.get(value)
      if (number === undefined) {
        number = this.numbers.size + 1
        this.numbers.set(value, number)
      }
      this.flat.push(number)
    }
    if (distinct.size === 0) this.flat.push(0)
    this.starts.push(this.flat.length)
  }

  finish(): { readonly head: KeywordColumnHead; readonly bytes: Uint8Array } {
    const values = [...this.numbers.keys()]
    const several = this.flat.length > this.starts.length - 1
    const width = values.length < 0x100 ? 1 : values.length < 0x10000 ? 2 : 4
    const head: KeywordColumnHead = { kind: this.kind, values, width, several }
    if (values.length === 0) return { head, bytes: new Uint8Array() }
    const starts = several ? Uint32Array.from(this.starts) : new Uint32Array()
    const flat =
      width === 1 ? Uint8Array.from(this.flat) : width === 2 ? Uint16Array.from(this.flat) : Uint32Array.from(this.flat)
    const bytes = new Uint8Array(starts.byteLength + flat.byteLength)
    bytes.set(new Uint8Array(starts.buffer))
    bytes.set(new Uint8Array(flat.buffer), starts.byteLength)
    return { head, bytes }
  }
}

/** Collects a date column, document after document. */
export class DateColumnWriter {
  private readonly minutes: number[] = []
  private readonly precisions: number[] = []

  add(date: DateSpan | undefined): void {
    this.minutes.push(date ? date.start : 0)
    this.precisions.push(date ? PRECISIONS.indexOf(date.precision) + 1 : 0)
  }

  finish(): { readonly head: DateColumnHead; readonly bytes: Uint8Array } {
    const known = this.precisions.some(precision => precision > 0)
    if (!known) return { head: { kind: 'date', known }, bytes: new Uint8Array() }
    const bytes = new Uint8Array(this.minutes.length * 5)
    bytes.set(new Uint8Array(Int32Array.from(this.minutes).buffer))
    bytes.set(this.precisions, this.minutes.length * 4)
    return { head: { kind: 'date', known }, bytes }
  }
}

/** Values by document number, read in place. */
export class KeywordColumn {
  /** Value numbers, or empty when nothing is known. */
  readonly flat: Uint8Array | Uint16Array | Uint32Array
  /** For each document where its values begin in `flat`; empty when each has one. */
  readonly starts: Uint32Array

  constructor(
    readonly head: KeywordColumnHead,
    bytes: Uint8Array,
    documents: number,
    section: string,
  ) {
    const startBytes = head.several ? (documents + 1) * 4 : 0
    const empty = head.values.length === 0
    if (startBytes > bytes.length) throw damaged(section, `${startBytes} bytes`, bytes.length)
    this.starts = head.several ? new Uint32Array(bytes.buffer, bytes.byteOffset, documents + 1) : new Uint32Array()
    const count = empty ? 0 : head.several ? this.starts[documents] : documents
    for (let document = 0; document < documents && head.several; document++) {
      if (this.starts[document] > this.starts[document + 1]) throw damaged(section, 'starts that ascend', document)
    }
    if (startBytes + count * head.width > bytes.length) {
      throw damaged(section, `${startBytes + count * head.width} bytes`, bytes.length)
    }
    const at = bytes.byteOffset + startBytes
    this.flat =
      head.width === 1
        ? new Uint8Array(bytes.buffer, at, count)
        : head.width === 2
          ? new Uint16Array(bytes.buffer, at, count)
          : new Uint32Array(bytes.buffer, at, count)
  }

  /** Number of distinct values, unknown (0) among them. */
  get size(): number {
    return this.head.values.length + 1
  }

  /** Calls `each` with every value number of a document; 0 when unknown. */
  each(document: number, each: (value: number) => void): void {
    if (this.flat.length === 0) each(0)
    else if (this.starts.length === 0) each(this.flat[document])
    else for (let at = this.starts[document]; at < this.starts[document + 1]; at++) each(this.flat[at])
  }

  /** Whether a document has one of the value numbers marked in `wanted`. */
  has(document: number, wanted: Uint8Array): boolean {
    if (this.flat.length === 0) return wanted[0] === 1
    if (this.starts.length === 0) return wanted[this.flat[document]] === 1
    for (let at = this.starts[document]; at < this.starts[document + 1]; at++) {
      if (wanted[this.flat[at]] === 1) return true
    }
    return false
  }
}

/** Dates by document number, read in place. */
export class DateColumn {
  /** Minutes since 1970 UTC; meaningless where `precisions` is 0. Empty when no date is known. */
  readonly minutes: Int32Array
  /** 0 unknown, 1 year, 2 month, 3 day, 4 time. */
  readonly precisions: Uint8Array
  private endsMade: Int32Array | undefined

  constructor(head: DateColumnHead, bytes: Uint8Array, documents: number, section: string) {
    const count = head.known ? documents : 0
    if (count * 5 > bytes.length) throw damaged(section, `${count * 5} bytes`, bytes.length)
    this.minutes = new Int32Array(bytes.buffer, bytes.byteOffset, count)
    this.precisions = bytes.subarray(count * 4, count * 5)
  }

  /** Whether the date of a document is known. */
  isKnown(document: number): boolean {
    return this.precisions.length > 0 && this.precisions[document] > 0
  }

  /** The first minute after each date; worked out when it is first read. Meaningless where `precisions` is 0. */
  get ends(): Int32Array {
    const { minutes, precisions } = this
    this.endsMade ??= minutes.map((start, at) =>
      precisions[at] === 0 ? 0 : spanEnd(start, PRECISIONS[precisions[at] - 1]),
    )
    return this.endsMade
  }
}
