import { InputError } from '../../errors.js'
import { InputWarning } from '../warning.js'
import { FeedReader } from './feed-reader.js'
import type { Piece, Splitter } from './piece.js'
import { newlinesIn, TextBlocks } from './text-blocks.js'
import { type Recovery, XmlStream } from './xml-stream.js'

/** A document with more unclosed sections than this is not worth the time. */
const mostRecoveries = 100

/**
 * RSS, Atom, WXR and sitemaps of any length, entry by entry. What a feed that was cut in the middle holds so far is kept,
 * its last entry too; a CDATA section or comment that is never closed costs no more than its own entry.
 */
export class FeedSplitter implements Splitter, Recovery {
  /** How an entry begins or ends: where reading goes on behind a section that was never closed. */
  readonly edge = /<\/?(?:item|entry)[\s>]/i
  private readonly blocks: TextBlocks
  private readonly reader: FeedReader
  private xml: XmlStream
  private recoveries = 0
  private dead = false

  constructor(
    private readonly name: string,
    private readonly limit: number,
  ) {
    this.blocks = new TextBlocks(name, 'cut', limit)
    this.reader = new FeedReader(name, limit, () => this.xml.line)
    this.xml = new XmlStream(this.reader, this)
  }

  write(bytes: Uint8Array): Piece[] {
    for (const { text } of this.blocks.write(bytes)) this.feed(text)
    return this.pieces()
  }

  end(): Piece[] {
    for (const { text } of this.blocks.end()) this.feed(text)
    for (;;) {
      this.xml.end()
      const rest = this.xml.unclosed
      if (rest === undefined || this.dead || !this.recover(rest)) break
    }
    this.reader.finish()
    return this.pieces()
  }

  onUnclosed(): void {
    if (++this.recoveries > mostRecoveries) return
    const { line } = this.xml
    const message = `${this.name}:${line}: a CDATA section is never closed`
    this.reader.problem(new InputWarning('BAD_INPUT', message, { file: this.name, line }))
  }

  private pieces(): Piece[] {
    const problems = this.blocks.problems.splice(0).map((problem): Piece => ({ kind: 'problem', problem }))
    return [...problems, ...this.reader.pieces.splice(0)]
  }

  private feed(text: string): void {
    if (this.dead) return
    this.xml.write(text)
    if (this.xml.held.length > this.limit) this.recover(this.xml.held)
  }

  /** Gives up the open section and goes on with the next entry in its text; false where there is none. */
  private recover(text: string): boolean {
    const at = text.search(this.edge)
    const { line } = this.xml
    const message = `${this.name}:${line}: a comment or CDATA section is never closed`
    const facts = { file: this.name, line }
    if (++this.recoveries > mostRecoveries) {
      this.dead = true
      this.reader.problem(new InputError('BAD_INPUT', `${message}; too many of them, the rest is left out`, facts))
      return false
    }
    this.reader.problem(new InputWarning('BAD_INPUT', message, facts))
    this.reader.text(text.slice(0, at < 0 ? text.length : at))
    this.xml = new XmlStream(this.reader, this, line + newlinesIn(text.slice(0, Math.max(0, at))))
    if (at < 0) return false
    this.xml.write(text.slice(at))
    return true
  }
}
