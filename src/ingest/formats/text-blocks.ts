import { InputError } from '../../errors.js'
import { decodeText } from '../decode.js'
import { characterEnd } from '../utf8.js'
import { InputWarning } from '../warning.js'
import { concat } from './concat.js'

/** A stretch of a text file, decoded. */
export interface TextBlock {
  readonly text: string
  /** Line on which it begins, from 1. */
  readonly line: number
}

/** What to do with a line that is longer than the limit. */
export type LongLines = 'cut' | 'skip'

/** Bytes after which a block is cut inside a line, where lines may be cut. */
const longestBlock = 1 << 20

/**
 * A stream of bytes as decoded text in blocks that end with a line, so that old codes and mixed ones can be judged line by
 * line. Every block goes through `decodeText`; what that had to repair becomes a warning, once for each reason.
 */
export class TextBlocks {
  /** What could not be read or was repaired; the caller takes them out. */
  readonly problems: (InputError | InputWarning)[] = []
  private begun: Uint8Array[] = []
  private begunBytes = 0
  private line = 1
  private offset = 0
  private skipping = false
  private dead = false
  private wide: InstanceType<typeof TextDecoder> | undefined
  private readonly told = new Set<string>()

  constructor(
    private readonly name: string,
    private readonly longLines: LongLines,
    private readonly limit: number,
    private label?: string,
  ) {}

  write(bytes: Uint8Array): TextBlock[] {
    if (this.dead || bytes.length === 0) return []
    if (this.wide === undefined && this.offset === 0 && this.begunBytes === 0) this.wide = wideDecoder(bytes)
    if (this.wide !== undefined) return this.asBlock(this.wide.decode(bytes, { stream: true }), bytes.length)
    const cut = bytes.lastIndexOf(10) + 1
    if (cut === 0) return this.keep(bytes)
    const blocks = this.skipping ? this.endSkipping(bytes, cut) : this.decode(this.joined(bytes.subarray(0, cut)))
    return cut < bytes.length ? [...blocks, ...this.keep(bytes.subarray(cut))] : blocks
  }

  end(): TextBlock[] {
    if (this.dead) return []
    if (this.wide !== undefined) return this.asBlock(this.wide.decode(), 0)
    return this.begunBytes > 0 ? this.decode(this.joined(new Uint8Array(0))) : []
  }

  /** Bytes of a line that has not ended. */
  private keep(bytes: Uint8Array): TextBlock[] {
    if (this.skipping) {
      this.offset += bytes.length
      return []
    }
    // A copy: the reader may use its buffer again.
    this.begun.push(bytes.slice())
    this.begunBytes += bytes.length
    if (this.longLines === 'cut') return this.begunBytes > longestBlock ? this.cutLine() : []
    if (this.begunBytes > this.limit) {
      const megabytes = Math.round(this.limit / 2 ** 20)
      this.problems.push(
        new InputError('BAD_INPUT', `${this.name}:${this.line}: a line of more than ${megabytes} MB, left out`, {
          file: this.name,
          line: this.line,
          offset: this.offset,
          field: 'maxRecordBytes',
          expected: `at most ${this.limit} bytes`,
        }),
      )
      this.offset += this.begunBytes
      this.begun = []
      this.begunBytes = 0
      this.skipping = true
    }
    return []
  }

  /** Decodes a part of an endless line. */
  private cutLine(): TextBlock[] {
    const all = this.joined(new Uint8Array(0))
    const end = characterEnd(all, all.length)
    const blocks = this.decode(all.subarray(0, end))
    if (end < all.length) {
      this.begun = [all.subarray(end)]
      this.begunBytes = all.length - end
    }
    return blocks
  }

  private endSkipping(bytes: Uint8Array, cut: number): TextBlock[] {
    const first = bytes.indexOf(10) + 1
    this.skipping = false
    this.line++
    this.offset += first
    return first < cut ? this.decode(bytes.subarray(first, cut)) : []
  }

  private joined(last: Uint8Array): Uint8Array {
    if (this.begun.length === 0) return last
    const all = concat([...this.begun, last])
    this.begun = []
    this.begunBytes = 0
    return all
  }

  private decode(bytes: Uint8Array): TextBlock[] {
    try {
      const { text, repair } = decodeText(this.name, bytes, this.label)
      if (repair !== undefined && !this.told.has(repair.got)) {
        this.told.add(repair.got)
        const line = this.line + newlines(bytes.subarray(0, repair.offset))
        const message = repair.message.replace(/at byte \d+/, `at byte ${this.offset + repair.offset}`)
        this.problems.push(
          new InputWarning('BAD_INPUT', `${this.name}:${line}: ${message}`, {
            file: this.name,
            line,
            offset: this.offset + repair.offset,
            got: repair.got,
          }),
        )
      }
      return this.asBlock(text, bytes.length)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return this.refuse(error, bytes)
    }
  }

  /** Binary from the first block on is no text at all; later, only the lines that are binary are lost. */
  private refuse(error: InputError, bytes: Uint8Array): TextBlock[] {
    if (this.offset === 0) {
      this.dead = true
      this.problems.push(error)
      return []
    }
    const end = bytes.indexOf(10) + 1
    if (end > 0 && end < bytes.length)
      return [...this.decode(bytes.subarray(0, end)), ...this.decode(bytes.subarray(end))]
    const offset = this.offset + (error.offset ?? 0)
    this.problems.push(
      new InputError(error.code, `${this.name}:${this.line}: binary at byte ${offset}, not text`, {
        ...error,
        file: this.name,
        line: this.line,
        offset,
      }),
    )
    return this.asBlock('\n', bytes.length)
  }

  private asBlock(text: string, length: number): TextBlock[] {
    const line = this.line
    this.line += newlinesIn(text)
    this.offset += length
    return text === '' ? [] : [{ text, line }]
  }
}

function wideDecoder(bytes: Uint8Array): InstanceType<typeof TextDecoder> | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be') : undefined
}

function newlines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

/** How many line ends a text holds. */
export function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
