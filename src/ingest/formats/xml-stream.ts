import { Tokenizer } from 'htmlparser2'
import type { Attributes } from '../html/walk.js'

/** What a stream of XML reports. Names are in lower case with their prefix as written. */
export interface XmlVisitor {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** How CDATA sections that are never closed are known. */
export interface Recovery {
  /** What no section holds: where entries begin and end. */
  readonly edge: RegExp
  onUnclosed(): void
}

/** Sections inside sections are looked into this far. */
const deepestRecovery = 20

const none: Attributes = new Map()
const longestValue = 20_000

/**
 * Reads XML as it comes, forgiving: stray ampersands and tags that do not match are no errors, entities of HTML stay as they
 * are written. Holds no more than the section in which the last chunk ended; `held` says how much that is, so that comments and
 * CDATA sections that are never closed can be given up.
 */
export class XmlStream {
  private buffer = ''
  /** Place of the buffer's first character in the whole. */
  private from = 0
  private tag = ''
  private attributes: Map<string, string> | undefined
  private attribute = ''
  private value: string[] = []
  private valueLength = 0
  private readonly tokenizer: Tokenizer
  /** The text of a CDATA section or comment that only the end of the input closed. */
  unclosed: string | undefined
  private ending = false
  /** Place up to which all has been reported. */
  private done = 0

  /** Place up to which lines have been counted. */
  private counted = 0

  constructor(
    private readonly visitor: XmlVisitor,
    private readonly recovery: Recovery,
    private lineSoFar = 1,
    private readonly depth = 0,
  ) {
    const opened = (selfClosing: boolean) => {
      const name = this.tag
      this.tag = ''
      if (name !== '') visitor.open(name, this.attributes ?? none)
      this.attributes = undefined
      if (selfClosing && name !== '') visitor.close(name)
    }
    this.tokenizer = new Tokenizer(
      { xmlMode: true, decodeEntities: true },
      {
        onopentagname: (start, end) => {
          this.tag = this.slice(start, end).toLowerCase()
        },
        onattribname: (start, end) => {
          this.attribute = this.slice(start, end).toLowerCase()
          this.value = []
          this.valueLength = 0
        },
        onattribdata: (start, end) => {
          const text = this.slice(start, end)
          if (this.valueLength < longestValue) this.value.push(text.slice(0, longestValue))
          this.valueLength += text.length
        },
        onattribentity: codepoint => {
          if (this.valueLength++ < longestValue) this.value.push(String.fromCodePoint(codepoint))
        },
        onattribend: () => {
          this.attributes ??= new Map()
          if (!this.attributes.has(this.attribute) && this.attributes.size < 64)
            this.attributes.set(this.attribute, this.value.join(''))
        },
        onopentagend: () => opened(false),
        onselfclosingtag: () => opened(true),
        onclosetag: (start, end) => visitor.close(this.slice(start, end).toLowerCase()),
        ontext: (start, end) => visitor.text(this.slice(start, end)),
        ontextentity: codepoint => visitor.text(String.fromCodePoint(codepoint)),
        oncdata: (start, end, endOffset) => {
          if (this.ending) this.unclosed = this.slice(start, end)
          else this.section(this.slice(start, end - endOffset))
        },
        oncomment: (start, end) => {
          if (this.ending) this.unclosed = this.slice(start, end)
          else this.forget(end)
        },
        ondeclaration: (_start, end) => this.forget(end),
        onprocessinginstruction: (_start, end) => this.forget(end),
        onend: () => undefined,
      },
    )
  }

  /** Characters of the section that has begun and not ended. */
  get held(): string {
    return this.buffer.slice(Math.max(0, this.done - this.from))
  }

  /** Line of what was reported last, from 1. */
  get line(): number {
    for (
      let at = this.buffer.indexOf('\n', this.counted - this.from);
      at >= 0;
      at = this.buffer.indexOf('\n', at + 1)
    ) {
      if (at + this.from >= this.done) break
      this.lineSoFar++
    }
    this.counted = Math.max(this.counted, this.done)
    return this.lineSoFar
  }

  write(text: string): void {
    this.buffer += text
    this.tokenizer.write(text)
  }

  end(): void {
    this.ending = true
    this.tokenizer.end()
  }

  /** A CDATA section. One that holds the edge of an entry was never closed: it ended with the next one's end. */
  private section(text: string): void {
    const at = this.depth < deepestRecovery ? text.search(this.recovery.edge) : -1
    if (at < 0) {
      this.visitor.text(text)
      return
    }
    this.recovery.onUnclosed()
    this.visitor.text(text.slice(0, at))
    const rest = text.slice(at)
    const inner = new XmlStream(this.visitor, this.recovery, this.line, this.depth + 1)
    inner.write(rest.includes('<![CDATA[') ? `${rest}]]>` : rest)
  }

  private slice(start: number, end: number): string {
    const text = this.buffer.slice(start - this.from, end - this.from)
    this.forget(end)
    return text
  }

  /** Drops what lies before a place: sections come in order. */
  private forget(end: number): void {
    this.done = Math.max(this.done, end)
    if (end - this.from < 1 << 16) return
    // Lines are counted before they are gone.
    void this.line
    this.buffer = this.buffer.slice(end - this.from)
    this.from = end
  }
}
