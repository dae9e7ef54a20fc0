import { inflateSync } from 'fflate'
import { Unpackr } from 'msgpackr/unpack-no-eval'
import { type CheckPart, damaged } from './damage.js'
import { TextDecoding } from './text-codec.js'
import { TokenList } from './token-list.js'

/** No block inflates to more than this: a block ends after the document that fills it. */
const MAX_BLOCK_BYTES = 256 * 1024 * 1024
/** No byte of DEFLATE gives more: 258 bytes are two bits at least. */
const MAX_INFLATION = 1032

/** Words of an entry of the index of blocks. */
const ENTRY_WORDS = 3

const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true })

/** Decodes MessagePack; bytes that are none give an `IndexFileError` for `section`. */
export function unpackValue(bytes: Uint8Array, section: string): unknown {
  try {
    return unpackr.unpack(bytes)
  } catch (cause) {
    throw damaged(section, 'MessagePack', String(cause))
  }
}

/** The sections of stored fields. */
export interface StoredSections {
  /** For each block its first document, its byte offset and its inflated size. */
  readonly index: Uint32Array
  /** The blocks. */
  readonly bytes: Uint8Array
  /** The tokens of texts, see `TokenList`. */
  readonly vocabulary: Uint8Array
}

/** Reads stored fields, one block at a time; the last block is kept. */
export class StoredReader {
  private readonly blocks: number
  /** The block read last: its number, its first document, and its documents. */
  private kept = { block: -1, first: 0, documents: [] as readonly (readonly unknown[])[] }
  private decoding: TextDecoding | undefined

  /** @param check checks the checksums under a part of a section before it is read */
  constructor(
    private readonly sections: StoredSections,
    private readonly documents: number,
    private readonly check: CheckPart,
  ) {
    this.blocks = Math.floor(sections.index.length / ENTRY_WORDS)
    if (this.blocks === 0) throw damaged('storedix', 'at least one block', sections.index.length)
  }

  /** The stored values of a document, in the order of the `store` setting. */
  values(document: number): readonly unknown[] {
    const block = this.blockOf(document)
    if (block !== this.kept.block) this.kept = this.read(block)
    const values = this.kept.documents[document - this.kept.first]
    if (values === undefined) throw damaged('stored', `document ${document}`, 'none')
    return values.map(value => (value instanceof Uint8Array ? this.texts.decode(value) : value))
  }

  private get texts(): TextDecoding {
    this.decoding ??= new TextDecoding(new TokenList(this.sections.vocabulary, this.check))
    return this.decoding
  }

  /** What the index of blocks says of one; behind the last block the ends of everything. */
  private entry(block: number): Uint32Array {
    const { index, bytes } = this.sections
    if (block === this.blocks) return Uint32Array.of(this.documents, bytes.length, 0)
    const entry = index.subarray(block * ENTRY_WORDS, (block + 1) * ENTRY_WORDS)
    this.check(entry)
    return entry
  }

  private blockOf(document: number): number {
    let low = 0
    let high = this.blocks - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.entry(middle)[0] <= document) low = middle
      else high = middle - 1
    }
    return low
  }

  private read(block: number): typeof this.kept {
    const [first, start, size] = this.entry(block)
    const [last, end] = this.entry(block + 1)
    const count = last - first
    if (!(start < end && end <= this.sections.bytes.length)) {
      throw damaged('storedix', `a block within ${this.sections.bytes.length} bytes`, `${start} to ${end}`)
    }
    const deflated = this.sections.bytes.subarray(start, end)
    const most = Math.min(MAX_BLOCK_BYTES, deflated.length * MAX_INFLATION)
    if (size > most) throw damaged('stored', `a block of at most ${most} bytes`, size)
    this.check(deflated)
    const raw = inflate(deflated, size, 'stored')
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
    return { block, first, documents }
  }
}

/** Inflates bytes to at most so many; what comes behind those is left out. */
function inflate(deflated: Uint8Array, most: number, section: string): Uint8Array {
  try {
    return inflateSync(deflated, { out: new Uint8Array(Math.min(most, deflated.length * MAX_INFLATION)) })
  } catch (cause) {
    throw damaged(section, 'a deflated block', String(cause))
  }
}
