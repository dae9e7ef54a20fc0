import type { Document } from '../article.js'
import { InputError } from '../errors.js'
import { damaged } from './damage.js'

/** Bytes of a number: whole numbers take as few as their span allows, any others 8. 0 when no number is known. */
export type NumberWidth = 0 | 1 | 2 | 4 | 8

/** The head of a column of numbers. */
export interface NumberColumnHead {
  readonly kind: 'number'
  readonly width: NumberWidth
  /** What is added to the numbers of widths 1, 2 and 4, less 1: there 0 is unknown. */
  readonly base: number
}

/** The number of a facet of a document; undefined when it is missing. Throws an `InputError` for anything but a number. */
export function readNumber(document: Document, name: string): number | undefined {
  const value = Object.hasOwn(document, name) ? document[name] : undefined
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new InputError('BAD_DOCUMENT', `the field "${name}" of document "${document.id}" should hold a number`, {
      field: name,
      expected: 'a finite number',
      got: value,
    })
  }
  // -0 is 0.
  return value + 0
}

/** Collects a column of numbers, document after document. */
export class NumberColumnWriter {
  private readonly numbers: number[] = []

  add(number: number | undefined): void {
    this.numbers.push(number ?? Number.NaN)
  }

  finish(): { readonly head: NumberColumnHead; readonly bytes: Uint8Array } {
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    let whole = true
    for (const number of this.numbers) {
      if (Number.isNaN(number)) continue
      least = Math.min(least, number)
      most = Math.max(most, number)
      whole &&= Number.isSafeInteger(number)
    }
    if (least > most) return { head: { kind: 'number', width: 0, base: 0 }, bytes: new Uint8Array() }
    const span = most - least + 1
    const width = !whole || span > 0xffff_ffff ? 8 : span > 0xffff ? 4 : span > 0xff ? 2 : 1
    if (width === 8) {
      const bytes = new Uint8Array(Float64Array.from(this.numbers).buffer)
      return { head: { kind: 'number', width, base: 0 }, bytes }
    }
    const places = this.numbers.map(number => (Number.isNaN(number) ? 0 : number - least + 1))
    const array =
      width === 1 ? Uint8Array.from(places) : width === 2 ? Uint16Array.from(places) : Uint32Array.from(places)
    return { head: { kind: 'number', width, base: least }, bytes: new Uint8Array(array.buffer) }
  }
}

/** Numbers by document number, read in place. */
export class NumberColumn {
  private readonly places: Uint8Array | Uint16Array | Uint32Array | Float64Array

  constructor(
    readonly head: NumberColumnHead,
    bytes: Uint8Array,
    documents: number,
    section: string,
  ) {
    const { width } = head
    const count = width === 0 ? 0 : documents
    if (count * width > bytes.length) throw damaged(section, `${count * width} bytes`, bytes.length)
    const { buffer, byteOffset } = bytes
    this.places =
      width === 8
        ? new Float64Array(buffer, byteOffset, count)
        : width === 4
          ? new Uint32Array(buffer, byteOffset, count)
          : width === 2
            ? new Uint16Array(buffer, byteOffset, count)
            : new Uint8Array(buffer, byteOffset, count)
  }

  /** The number of a document; NaN when it is unknown. */
  number(document: number): number {
    const { places, head } = this
    if (places.length === 0) return Number.NaN
    const place = places[document]
    if (head.width === 8) return place
    return place === 0 ? Number.NaN : place - 1 + head.base
  }
}
