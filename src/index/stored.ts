import { deflateSync, inflateSync } from 'fflate'
import { Packr } from 'msgpackr/pack'
import { Unpackr } from 'msgpackr/unpack-no-eval'
import { damaged } from './damage.js'

/**
 * Stored fields: each document is a MessagePack array of its field values in the order of the `store` setting, blocks of
 * documents are deflated together. A hit inflates one block.
 */
const BLOCK_BYTES = 16 * 1024
/** No block inflates to more than this: a block ends after the document that fills it. */
const MAX_BLOCK_BYTES = 256 * 1024 * 1024

/** MessagePack without extensions of ours, so that any reader can read it. */
export const packr = new Packr({ useRecords: false, variableMapSize: true })
const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true })

/** Decodes MessagePack; bytes that are none give an `IndexFileError` for `section`. */
export function unpackValue(bytes: Uint8Array, section: string): unknown {
  try {
    return unpackr.unpack(bytes)
  } catch (cause) {
    throw damaged(section, 'MessagePack', String(cause))
  }
}

/** The stored values of a document as MessagePack; throws for values that it cannot hold. */
export function packValues(values: readonly unknown[]): Uint8Array {
  return Uint8Array.from(packr.pack(values))
}

/** Collects stored fields, document after document. */
export class StoredWriter {
  private readonly blocks: Uint8Array[] = []
  private readonly starts: number[] = []
  private pending: Uint8Array[] = []
  private pendingBytes = 0
  private first = 0
  private count = 0
  private offset = 0

  /** Takes the values of one document, packed by `packValues`. */
  add(packed: Uint8Array): void {
    this.pending.push(packed)
    this.pendingBytes += packed.length
    this.count++
    if (this.pendingBytes >= BLOCK_BYTES) this.flush()
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const raw = new Uint8Array(this.pendingBytes)
    let at = 0
    for (const packed of this.pending) {
      raw.set(packed, at)
      at += packed.length
    }
    const deflated = deflateSync(raw, { level: 7 })
    this.starts.push(this.first, this.offset, raw.length)
    this.blocks.push(deflated)
    this.offset += deflated.length
    this.first = this.count
    this.pending = []
    this.pendingBytes = 0
  }

  /** `index`: for each block its first document, its byte offset and its inflated size; `bytes`: the blocks. */
  finish(): { readonly index: Uint32Array; readonly bytes: Uint8Array } {
    this.flush()
    const bytes = new Uint8Array(this.offset)
    let at = 0
    for (const block of this.blocks) {
      bytes.set(block, at)
      at += block.length
    }
    return { index: Uint32Array.from(this.starts), bytes }
  }
}

/** Reads stored fields, one block at a time; the last block is kept. */
export class StoredReader {
  private cachedBlock = -1
  private cached: readonly (readonly unknown[])[] = []

  constructor(
    private readonly index: Uint32Array,
    private readonly bytes: Uint8Array,
    private readonly documents: number,
    /** Checks the checksums under a part of `bytes` before it is read. */
    private readonly check: (bytes: Uint8Array) => void,
  ) {}

  /** The stored values of a document, in the order of the `store` setting. */
  values(document: number): readonly unknown[] {
    const block = this.blockOf(document)
    if (block !== this.cachedBlock) {
      this.cached = this.inflate(block)
      this.cachedBlock = block
    }
    const values = this.cached[document - this.index[block * 3]]
    if (values === undefined) throw damaged('stored', `document ${document}`, 'none')
    return values
  }

  private blockOf(document: number): number {
    let low = 0
    let high = this.index.length / 3 - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.index[middle * 3] <= document) low = middle
      else high = middle - 1
    }
    return low
  }

  private inflate(block: number): readonly (readonly unknown[])[] {
    const { index } = this
    const last = block + 1 >= index.length / 3
    const end = last ? this.bytes.length : index[block * 3 + 4]
    const count = (last ? this.documents : index[block * 3 + 3]) - index[block * 3]
    const size = index[block * 3 + 2]
    if (size > MAX_BLOCK_BYTES) throw damaged('stored', `at most ${MAX_BLOCK_BYTES} bytes a block`, size)
    const deflated = this.bytes.subarray(index[block * 3 + 1], end)
    this.check(deflated)
    let raw: Uint8Array
    try {
      raw = inflateSync(deflated, { out: new Uint8Array(size) })
    } catch (cause) {
      throw damaged('stored', 'a deflated block', String(cause))
    }
    const documents: (readonly unknown[])[] = []
    try {
      unpackr.unpackMultiple(raw, value => {
        if (!Array.isArray(value)) throw damaged('stored', 'an array of values', typeof value)
        documents.push(value)
      })
    } catch (cause) {
      throw damaged('stored', 'MessagePack', String(cause))
    }
    if (documents.length !== count) throw damaged('stored', `${count} documents`, documents.length)
    return documents
  }
}
