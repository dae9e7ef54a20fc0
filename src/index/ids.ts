import { type CheckPart, damaged } from './damage.js'

/** Ids between two entries of the table of starts. */
const IDS_PER_START = 32

/** Longer ids are decoded at once. */
const MAX_ASCII = 64

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The ids of documents: `bytes` has, for each, its length in bytes as a varint and its UTF-8. */
export interface IdSections {
  /** Where the id of every 32nd document begins. */
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
}

/** Writes the ids of all documents in their order. */
export function encodeIds(ids: readonly string[]): IdSections {
  const encoded = ids.map(id => encoder.encode(id))
  const starts = new Uint32Array(Math.ceil(ids.length / IDS_PER_START))
  let length = 0
  for (const id of encoded) length += varintBytes(id.length) + id.length
  const bytes = new Uint8Array(length)
  let at = 0
  encoded.forEach((id, document) => {
    if (document % IDS_PER_START === 0) starts[document / IDS_PER_START] = at
    let rest = id.length
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128
    bytes[at++] = rest
    bytes.set(id, at)
    at += id.length
  })
  return { starts, bytes }
}

function varintBytes(value: number): number {
  let bytes = 1
  for (let rest = value; rest > 127; rest >>>= 7) bytes++
  return bytes
}

/** Reads ids in place. */
export class IdReader {
  /** 1 for the groups whose bytes have been checked: every hit asks for an id, and views to check are garbage. */
  private readonly checked: Uint8Array

  constructor(
    private readonly sections: IdSections,
    private readonly documents: number,
    /** Called with each part of a section before it is read. */
    private readonly check: CheckPart = () => {},
  ) {
    const expected = Math.ceil(documents / IDS_PER_START)
    if (sections.starts.length < expected) throw damaged('idstarts', expected, sections.starts.length)
    this.checked = new Uint8Array(expected)
  }

  /** The id of a document. */
  id(document: number): string {
    const { starts, bytes } = this.sections
    const group = Math.floor(document / IDS_PER_START)
    if (this.checked[group] === 0) this.check(starts.subarray(group, group + 2))
    const to = (group + 1) * IDS_PER_START < this.documents ? starts[group + 1] : bytes.length
    let at = starts[group]
    if (at > to || to > bytes.length)
      throw damaged('idstarts', `a group within ${bytes.length} bytes`, `${at} to ${to}`)
    if (this.checked[group] === 0) this.check(bytes.subarray(at, to))
    this.checked[group] = 1
    for (let skip = document % IDS_PER_START; ; skip--) {
      let length = 0
      for (let scale = 1; scale < 2 ** 35; scale *= 128) {
        const byte = bytes[at++]
        length += (byte & 127) * scale
        if (byte < 128) break
      }
      if (!(at + length <= to)) throw damaged('ids', `an id within ${to} bytes`, at + length)
      if (skip === 0) return decode(bytes, at, at + length)
      at += length
    }
  }
}

/** Most ids are a few ASCII characters, for which calling a decoder costs more than decoding. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) {
    if (bytes[at] > 127 || end - start > MAX_ASCII) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(bytes[at])
  }
  return text
}
