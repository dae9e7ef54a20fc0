import { InputError } from '../../errors.js'
import { articleIdOfUrl } from '../article-id.js'
import { InputWarning } from '../warning.js'
import { concat } from './concat.js'
import { formatOf } from './detect.js'
import { FeedSplitter } from './feed.js'
import { GzipReader } from './gunzip.js'
import { endOfHeaders, headersOf, longestHeader } from './header-lines.js'
import { type HttpMessage, readHttp } from './http-message.js'
import type { PageHints, Piece, Splitter } from './piece.js'

/** Names of record headers are compared in lower case (ISO 28500, section 4). */
type Headers = ReadonlyMap<string, string>

/**
 * Web archives (WARC 0.17 to 1.1, ISO 28500): the pages and feeds that were answered with success, and plain texts that
 * were made of them (WET). Everything else in the archive is passed over without being held.
 *
 *   WARC/1.0 ⏎ name: value ⏎ … ⏎ ⏎   block of Content-Length bytes   ⏎ ⏎   WARC/1.0 …
 */
export class WarcSplitter implements Splitter {
  private begun: Uint8Array = new Uint8Array(0)
  /** Bytes of the block that are still to come; -1 while headers are read. */
  private left = -1
  private headers: Headers = new Map()
  private block: Uint8Array[] = []
  private keeps = false
  private offset = 0
  private searching = false

  constructor(
    private readonly name: string,
    private readonly limit: number,
    private readonly maxUnpacked: number | undefined,
  ) {}

  write(bytes: Uint8Array): Piece[] {
    const pieces: Piece[] = []
    let rest = bytes
    while (rest.length > 0) {
      if (this.left >= 0) {
        const part = rest.subarray(0, this.left)
        if (this.keeps) this.block.push(part.slice())
        this.left -= part.length
        this.offset += part.length
        rest = rest.subarray(part.length)
        if (this.left === 0) this.endRecord(pieces)
        continue
      }
      const all = this.begun.length === 0 ? rest : concat([this.begun, rest])
      this.begun = new Uint8Array(0)
      const used = this.readHeaders(all, pieces)
      rest = all.subarray(used)
      this.offset += used
      if (this.left < 0) {
        // Behind junk a record begins.
        if (used > 0 && startsRecord(all, used)) continue
        this.begun = rest.slice()
        break
      }
      if (this.left === 0) this.endRecord(pieces)
    }
    return pieces
  }

  end(): Piece[] {
    const pieces: Piece[] = []
    if (this.left > 0) {
      const message = `${this.name}: the archive ends inside a record, at byte ${this.offset}`
      pieces.push(this.warning(message))
      this.endRecord(pieces)
    } else if (this.begun.some(byte => byte > 32)) {
      pieces.push(this.warning(`${this.name}: no whole record at byte ${this.offset}`))
    }
    return pieces
  }

  /** Takes a record's headers off the front; returns how many bytes are done with. `left` is set when they were whole. */
  private readHeaders(all: Uint8Array, pieces: Piece[]): number {
    let start = 0
    while (start < all.length && (all[start] === 13 || all[start] === 10)) start++
    if (all.length - start < 5) return start
    if (!startsRecord(all, start)) {
      if (!this.searching) pieces.push(this.warning(`${this.name}: no record at byte ${this.offset + start}`))
      this.searching = true
      for (let at = all.indexOf(10, start); at >= 0; at = all.indexOf(10, at + 1))
        if (startsRecord(all, at + 1)) return at + 1
      return Math.max(start, all.length - 5)
    }
    this.searching = false
    const end = endOfHeaders(all, start)
    if (end < 0) {
      if (all.length - start < longestHeader) return start
      pieces.push(this.warning(`${this.name}: record headers without an end at byte ${this.offset + start}`))
      this.searching = true
      return start + longestHeader
    }
    this.headers = headersOf(new TextDecoder().decode(all.subarray(start, end)))
    const length = Number(this.headers.get('content-length') ?? '0')
    this.left = Number.isSafeInteger(length) && length >= 0 ? length : 0
    this.keeps = this.isWanted(pieces)
    return end
  }

  private isWanted(pieces: Piece[]): boolean {
    const type = this.headers.get('warc-type')?.toLowerCase()
    if (type !== 'response' && type !== 'resource' && type !== 'conversion') return false
    if (this.left <= this.limit) return true
    const url = this.headers.get('warc-target-uri') ?? '?'
    const megabytes = Math.round(this.limit / 2 ** 20)
    const facts = {
      file: this.name,
      offset: this.offset,
      field: 'maxRecordBytes',
      expected: `at most ${this.limit} bytes`,
    }
    const problem = new InputError('BAD_INPUT', `${this.name}: ${url}: more than ${megabytes} MB, left out`, facts)
    pieces.push({ kind: 'problem', problem })
    return false
  }

  private endRecord(pieces: Piece[]): void {
    const { headers, keeps } = this
    const block = concat(this.block)
    this.block = []
    this.left = -1
    if (!keeps || block.length === 0) return
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? ''
    try {
      const isHttp = /^application\/http\b/i.test(headers.get('content-type') ?? '') || startsHttp(block)
      const message = isHttp ? readHttp(block) : { status: 200, headers: headersOfRecord(headers), body: block }
      if (message === undefined || message.status < 200 || message.status > 299) return
      this.pages(url, this.unpacked(url, message), message.headers, headers.get('warc-date'), pieces)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const problem = new InputError(error.code, `${this.name}: ${error.message}`, { ...error, file: this.name })
      pieces.push({ kind: 'problem', problem })
    }
  }

  private unpacked(url: string, { headers, body }: HttpMessage): Uint8Array {
    const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
    if (encoding === '' || encoding === 'identity') return body
    if (encoding !== 'gzip' && encoding !== 'x-gzip') {
      // Many archives keep the header and store the page unpacked.
      if (body[0] === 0x3c || body[0] === 0xef) return body
      throw new InputError('BAD_INPUT', `${url}: packed with ${encoding}`, { expected: 'gzip', got: encoding })
    }
    if (body[0] !== 0x1f || body[1] !== 0x8b) return body
    const reader = new GzipReader(url, Math.min(this.limit, this.maxUnpacked ?? this.limit))
    return concat([...reader.write(body), ...reader.end()])
  }

  private pages(url: string, body: Uint8Array, headers: Headers, crawled: string | undefined, pieces: Piece[]): void {
    const type = headers.get('content-type')?.toLowerCase() ?? ''
    const isHtml = /\bhtml\b/.test(type)
    const isText = /^text\/plain\b/.test(type)
    const isFeed = /\b(?:rss|atom|xml)\b/.test(type) && !isHtml
    if ((type !== '' && !isHtml && !isText && !isFeed) || body.length === 0) return
    const charset = /charset\s*=\s*["']?([\w-]{3,30})/.exec(type)?.[1]
    const hints: PageHints = {
      ...(url === '' ? {} : { url }),
      ...(charset === undefined ? {} : { charset }),
      ...(crawled === undefined ? {} : { crawled }),
    }
    const id = articleIdOfUrl(url) ?? `${this.name}-${this.offset}`
    const format = isHtml ? 'html' : formatOf('', new TextDecoder('latin1').decode(body.subarray(0, 4096)))
    if (format === 'feed') {
      const feed = new FeedSplitter(url, this.limit)
      for (const piece of [...feed.write(body), ...feed.end()]) if (piece.kind !== 'sitemap') pieces.push(piece)
    } else if (format === 'html' || format === 'text')
      pieces.push({ kind: 'page', name: url === '' ? this.name : url, id, format, bytes: body, hints })
  }

  private warning(message: string): Piece {
    const facts = { file: this.name, offset: this.offset }
    return { kind: 'problem', problem: new InputWarning('BAD_INPUT', message, facts) }
  }
}

const begins = [0x57, 0x41, 0x52, 0x43, 0x2f]

function startsRecord(bytes: Uint8Array, at: number): boolean {
  return at + 5 <= bytes.length && begins.every((byte, i) => bytes[at + i] === byte)
}

function startsHttp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x48 && bytes[1] === 0x54 && bytes[2] === 0x54 && bytes[3] === 0x50 && bytes[4] === 0x2f
}

function headersOfRecord(headers: Headers): Headers {
  const type = headers.get('content-type')
  return new Map(type === undefined ? [] : [['content-type', type]])
}
