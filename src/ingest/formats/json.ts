import { InputError } from '../../errors.js'
import type { Piece, Splitter } from './piece.js'
import { TextBlocks } from './text-blocks.js'

const newline = 10
const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const listStart = 0x5b
const listEnd = 0x5d
const objectStart = 0x7b
const objectEnd = 0x7d

/**
 * A JSON file of any size: the elements of a top-level list, or values one after another, each cut out by counting brackets
 * outside of strings and parsed by itself, so that a broken one costs only itself.
 *
 *   [ {"id":"a","body":"[{"} , {"id": …
 *   0 1                    0   1              depth; what stands in strings does not count
 *
 * A line end inside a string shows that the value is broken; the next line that begins with a brace begins the next one.
 */
export class JsonSplitter implements Splitter {
  private readonly blocks: TextBlocks
  private parts: string[] = []
  private length = 0
  /** Line on which the current value began. */
  private line = 1
  private open = false
  private isObject = false
  private depth = 0
  private inString = false
  private escaped = false
  private inList = false
  private first = true
  /** Behind a broken value: characters are passed over up to a line that begins with a brace. */
  private lost = false
  private atLineStart = false
  /** The current value is too long: it is followed to its end, not kept. */
  private tooLong = false

  constructor(
    private readonly name: string,
    private readonly limit: number,
  ) {
    this.blocks = new TextBlocks(name, 'cut', limit)
  }

  write(bytes: Uint8Array): Piece[] {
    const blocks = this.blocks.write(bytes)
    return [...this.problems(), ...blocks.flatMap(({ text, line }) => this.scan(text, line))]
  }

  end(): Piece[] {
    const pieces = this.blocks.end().flatMap(({ text, line }) => this.scan(text, line))
    if (this.open && !this.tooLong) pieces.push({ kind: 'value', text: this.parts.join(''), line: this.line })
    else if (this.inList) {
      const problem = new InputError('BAD_INPUT', `${this.name}: broken JSON: the list is not closed`, {
        file: this.name,
        expected: ']',
      })
      pieces.push({ kind: 'problem', problem })
    }
    return [...this.problems(), ...pieces]
  }

  private problems(): Piece[] {
    return this.blocks.problems.splice(0).map(problem => ({ kind: 'problem', problem }))
  }

  private scan(text: string, firstLine: number): Piece[] {
    const pieces: Piece[] = []
    let line = firstLine
    let start = 0
    const finish = (end: number) => {
      this.keep(text.slice(start, end), pieces)
      if (!this.tooLong) pieces.push({ kind: 'value', text: this.parts.join(''), line: this.line })
      this.reset()
    }
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c === newline) {
        line++
        this.atLineStart = true
        if (this.inString && this.open) {
          finish(i)
          this.lost = true
        }
        continue
      }
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (c === backslash) this.escaped = true
        else if (c === quote) this.inString = false
        continue
      }
      if (c <= 32) continue
      const atLineStart = this.atLineStart
      this.atLineStart = false
      if (this.lost) {
        if (!atLineStart || c !== objectStart) continue
        this.lost = false
      }
      if (!this.open) {
        if (c === comma) continue
        if (c === listStart && this.first) {
          this.inList = true
          this.first = false
          continue
        }
        if (c === listEnd && this.inList) {
          this.inList = false
          continue
        }
        this.open = true
        this.first = false
        this.line = line
        this.isObject = c === objectStart
        start = i
      } else if (this.depth === 0 && (c === comma || c === listEnd)) {
        // A bare value, such as a number, ends here.
        finish(i)
        if (c === listEnd) this.inList = false
        continue
      }
      if (c === quote) this.inString = true
      else if (c === listStart || c === objectStart) this.depth++
      else if ((c === listEnd || c === objectEnd) && --this.depth <= 0) {
        // An object that a square bracket ends is cut off, and the list with it.
        if (c === listEnd && this.isObject) this.inList = false
        finish(i + 1)
      }
    }
    if (this.open) this.keep(text.slice(start), pieces)
    return pieces
  }

  /** The rest of a block, in which a value goes on. */
  private keep(text: string, pieces: Piece[]): void {
    if (this.tooLong) return
    this.parts.push(text)
    this.length += text.length
    if (this.length <= this.limit) return
    const megabytes = Math.round(this.limit / 2 ** 20)
    const message = `${this.name}:${this.line}: an element of more than ${megabytes} MB, left out`
    const facts = { file: this.name, line: this.line, field: 'maxRecordBytes', expected: `at most ${this.limit} bytes` }
    pieces.push({ kind: 'problem', problem: new InputError('BAD_INPUT', message, facts) })
    this.parts = []
    this.tooLong = true
  }

  private reset(): void {
    this.parts = []
    this.length = 0
    this.depth = 0
    this.open = false
    this.inString = false
    this.escaped = false
    this.tooLong = false
  }
}
