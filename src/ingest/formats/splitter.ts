import { InputError } from '../../errors.js'
import { concat } from './concat.js'
import { CsvSplitter } from './csv.js'
import { formatOf, headBytes, withoutGz } from './detect.js'
import { FeedSplitter } from './feed.js'
import { GzipReader, isGzip } from './gunzip.js'
import { JsonSplitter } from './json.js'
import { NdjsonSplitter } from './ndjson.js'
import {
  type InputFormat,
  type InputOptions,
  MAX_PAGE_BYTES,
  MAX_RECORD_BYTES,
  type Piece,
  type Splitter,
} from './piece.js'
import { WarcSplitter } from './warc.js'
import { PageSplitter } from './whole-page.js'

/** Larger chunks are gone through in steps, so that limits are noticed early. */
const longestChunk = 1 << 18

/** What a stream is cut with. */
export type SplitOptions = Pick<InputOptions, 'format' | 'maxRecordBytes' | 'maxUnpackedBytes'>

/**
 * Cuts any input into pieces: waits for its first bytes, unpacks gzip, tells the format and leaves the rest to the splitter of
 * that format. Never throws.
 */
export class InputSplitter implements Splitter {
  /** The format, once it is known. */
  format: InputFormat | undefined
  private head: Uint8Array[] = []
  private headLength = 0
  private gzip: GzipReader | undefined
  private settled = false
  private splitter: Splitter | undefined
  private dead = false
  private readonly limit: number

  constructor(
    private readonly name: string,
    private readonly options: SplitOptions = {},
  ) {
    this.limit = options.maxRecordBytes ?? MAX_RECORD_BYTES
  }

  write(given: Uint8Array): Piece[] {
    if (this.dead || given.length === 0) return []
    // A Buffer's `slice` would share its memory.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length)
    if (!this.settled) {
      this.gather(bytes)
      if (this.headLength < 2) return []
      const first = this.takeHead()
      if (isGzip(first)) this.gzip = new GzipReader(this.name, this.options.maxUnpackedBytes)
      this.settled = true
      return this.unpack(first)
    }
    return this.unpack(bytes)
  }

  end(): Piece[] {
    if (this.dead) return []
    const unpacked = this.gzip === undefined ? [] : this.endGzip(this.gzip)
    if (this.dead) return unpacked
    const opened = this.splitter === undefined ? this.open(this.takeHead()) : []
    this.dead = true
    return [...unpacked, ...opened, ...this.last()]
  }

  private last(): Piece[] {
    return this.splitter?.end() ?? []
  }

  private endGzip(gzip: GzipReader): Piece[] {
    try {
      return gzip.end().flatMap(bytes => this.read(bytes))
    } catch (error) {
      return this.endBroken(error, gzip)
    }
  }

  private unpack(bytes: Uint8Array): Piece[] {
    const { gzip } = this
    if (gzip === undefined) return this.read(bytes)
    try {
      return gzip.write(bytes).flatMap(chunk => this.read(chunk))
    } catch (error) {
      return this.endBroken(error, gzip)
    }
  }

  /** What came out before gzip broke is kept; nothing comes after. */
  private endBroken(error: unknown, gzip: GzipReader): Piece[] {
    if (!(error instanceof InputError)) throw error
    const rest = gzip.rest().flatMap(bytes => this.read(bytes))
    const opened = this.splitter === undefined && this.headLength > 0 ? this.open(this.takeHead()) : []
    this.dead = true
    return [...rest, ...opened, ...this.last(), { kind: 'problem', problem: error }]
  }

  private read(bytes: Uint8Array): Piece[] {
    if (this.splitter !== undefined) return this.pass(bytes, this.splitter)
    this.gather(bytes)
    return this.headLength < headBytes ? [] : this.open(this.takeHead())
  }

  private pass(bytes: Uint8Array, splitter: Splitter): Piece[] {
    const step = Math.min(longestChunk, this.limit)
    if (bytes.length <= step) return splitter.write(bytes)
    const pieces: Piece[] = []
    for (let at = 0; at < bytes.length; at += step)
      for (const piece of splitter.write(bytes.subarray(at, at + step))) pieces.push(piece)
    return pieces
  }

  private gather(bytes: Uint8Array): void {
    this.head.push(bytes.slice())
    this.headLength += bytes.length
  }

  private takeHead(): Uint8Array {
    const all = concat(this.head)
    this.head = []
    this.headLength = 0
    return all
  }

  private open(head: Uint8Array): Piece[] {
    const { name, options, limit } = this
    if (head.length === 0) {
      this.dead = true
      return [{ kind: 'problem', problem: new InputError('EMPTY_INPUT', `${name}: empty`, { file: name }) }]
    }
    const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    const decoder = new TextDecoder(wide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    this.format = options.format ?? formatOf(name, decoder.decode(head))
    this.splitter = splitterOf(this.format, name, limit, options)
    return this.pass(head, this.splitter)
  }
}

function splitterOf(format: InputFormat, name: string, limit: number, options: SplitOptions): Splitter {
  switch (format) {
    case 'ndjson':
      return new NdjsonSplitter(name, limit)
    case 'json':
      return new JsonSplitter(name, limit)
    case 'csv':
      return new CsvSplitter(name, limit, line => `${withoutGz(name).replace(/\.[a-z]+$/i, '')}-${line}`)
    case 'feed':
      return new FeedSplitter(name, limit)
    case 'warc':
      return new WarcSplitter(name, limit, options.maxUnpackedBytes)
    default:
      return new PageSplitter(withoutGz(name), format, options.maxRecordBytes ?? MAX_PAGE_BYTES)
  }
}
