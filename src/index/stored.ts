import { inflateSync } from 'fflate'
import { Unpackr } from 'msgpackr/unpack-no-eval'
import { damaged, expectAscending } from './damage.js'
import { MAX_VOCABULARY_BYTES, TextDecoding } from './text-codec.js'

/** No block inflates to more than this: a block ends after the document that fills it. */
const MAX_BLOCK_BYTES = 256 * 1024 * 1024
/** No byte of DEFLATE gives more: 258 bytes are two bits at least. */
const MAX_INFLATION = 1032

const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true })

/** Decodes MessagePack; bytes that are none give an `IndexFileError` for `section`. */
export function unpackValue(bytes: Uint8Array, section: string): unknown {
  try {
    return unpackr.unpack(bytes)
  } catch (cause) {
    throw damaged(section, 'MessagePack', String(cause))
  }
}

/** Reads stored fields, one block at a time; the last block is kept. */
export class StoredReader {
  private readonly blocks: number
  private cachedBlock = -1
  private cached: readonly (readonly unknown[])[] = []
  private decoding: TextDecoding | undefined

  constructor(
    private readonly index: Uint32Array,
    private readonly bytes: Uint8Array,
    private readonly documents: number,
    /** The vocabulary as written. */
    private readonly vocabularyBytes: Uint8Array,
    /** Checks the checksums under a part of `bytes` before it is read. */
    private readonly check: (bytes: Uint8Array) => void,
  ) {
    this.blocks = Math.floor(index.length / 3)
    if (this.blocks === 0) throw damaged('storedix', 'at least one block', index.length)
    expectAscending(index, 3, 0, documents, 'storedix')
    expectAscending(index, 3, 1, bytes.length, 'storedix')
  }

  /** The stored values of a document, in the order of the `store` setting. */
  values(document: number): readonly unknown[] {
    const block = this.blockOf(document)
    if (block !== this.cachedBlock) {
      this.cached = this.documentsOf(block)
      this.cachedBlock = block
    }
    const values = this.cached[document - this.index[block * 3]]
    if (values === undefined) throw damaged('stored', `document ${document}`, 'none')
    return values.map(value => (value instanceof Uint8Array ? this.texts.decode(value) : value))
  }

  private get texts(): TextDecoding {
    if (!this.decoding) {
      const words = unpackValue(inflateVocabulary(this.vocabularyBytes), 'storedvc')
      if (!Array.isArray(words) || !words.every((word): word is string => typeof word === 'string')) {
        throw damaged('storedvc', 'a list of words', typeof words)
      }
      this.decoding = new TextDecoding(words)
    }
    return this.decoding
  }

  private blockOf(document: number): number {
    let low = 0
    let high = this.blocks - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.index[middle * 3] <= document) low = middle
      else high = middle - 1
    }
    return low
  }

  private documentsOf(block: number): readonly (readonly unknown[])[] {
    const { index } = this
    const last = block + 1 >= this.blocks
    const end = last ? this.bytes.length : index[block * 3 + 4]
    const count = (last ? this.documents : index[block * 3 + 3]) - index[block * 3]
    const size = index[block * 3 + 2]
    const deflated = this.bytes.subarray(index[block * 3 + 1], end)
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
    return documents
  }
}

/** Room for words is made as they need it: they deflate to a third, hardly ever to a fortieth. */
function inflateVocabulary(deflated: Uint8Array): Uint8Array {
  const likely = Math.min(MAX_VOCABULARY_BYTES, deflated.length * 6)
  const found = inflate(deflated, likely, 'storedvc')
  return found.length < likely ? found : inflate(deflated, MAX_VOCABULARY_BYTES, 'storedvc')
}

/** Inflates bytes to at most so many; what comes behind those is left out. */
function inflate(deflated: Uint8Array, most: number, section: string): Uint8Array {
  try {
    return inflateSync(deflated, { out: new Uint8Array(Math.min(most, deflated.length * MAX_INFLATION)) })
  } catch (cause) {
    throw damaged(section, 'a deflated block', String(cause))
  }
}
