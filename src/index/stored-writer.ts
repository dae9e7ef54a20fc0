import { deflateSync } from 'fflate'
import { packValues } from './message-pack.js'
import { TextEncoding, trainVocabulary } from './text-codec.js'
import { packTokens } from './token-list.js'

/**
 * Stored fields: each document is a MessagePack array of its field values in the order of the `store` setting, texts in it
 * as codes of words (`text-codec.ts`) in binary values; blocks of documents are deflated together. A hit inflates one
 * block, which is about 16 kB of text.
 */
const BLOCK_BYTES = 5 * 1024
/** The vocabulary is made from the first texts up to this many UTF-16 units. */
const SAMPLE_UNITS = 1 << 22

/** Collects stored fields, document after document. */
export class StoredWriter {
  private readonly blocks: Uint8Array[] = []
  private readonly starts: number[] = []
  private pending: Uint8Array[] = []
  private pendingBytes = 0
  private first = 0
  private count = 0
  private offset = 0
  /** Documents kept back until there is a vocabulary. */
  private sample: (readonly unknown[])[] = []
  private sampleUnits = 0
  private vocabulary: string[] = []
  private encoding: TextEncoding | undefined

  /** Takes the values of one document, which `isStorable`. */
  add(values: readonly unknown[]): void {
    if (this.encoding) {
      this.encode(values, this.encoding)
      return
    }
    this.sample.push(values)
    for (const value of values) if (typeof value === 'string') this.sampleUnits += value.length
    if (this.sampleUnits >= SAMPLE_UNITS) this.train()
  }

  private train(): void {
    const texts = this.sample.flat().filter((value): value is string => typeof value === 'string')
    this.vocabulary = trainVocabulary(texts)
    this.encoding = new TextEncoding(this.vocabulary)
    for (const values of this.sample) this.encode(values, this.encoding)
    this.sample = []
  }

  private encode(values: readonly unknown[], encoding: TextEncoding): void {
    const packed = packValues(values.map(value => (typeof value === 'string' ? encoding.encode(value) : value)))
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
    const deflated = deflateSync(raw, { level: 9 })
    this.starts.push(this.first, this.offset, raw.length)
    this.blocks.push(deflated)
    this.offset += deflated.length
    this.first = this.count
    this.pending = []
    this.pendingBytes = 0
  }

  /**
   * `index`: for each block its first document, its byte offset and its inflated size; `bytes`: the blocks; `vocabulary`:
   * the words of the codes.
   */
  finish(): { readonly index: Uint32Array; readonly bytes: Uint8Array; readonly vocabulary: Uint8Array } {
    if (!this.encoding) this.train()
    this.flush()
    const bytes = new Uint8Array(this.offset)
    let at = 0
    for (const block of this.blocks) {
      bytes.set(block, at)
      at += block.length
    }
    return { index: Uint32Array.from(this.starts), bytes, vocabulary: packTokens(this.vocabulary) }
  }
}
