import type { Markup, Zone } from '../block.js'
import { cleanLine, cleanPage, goesOn } from '../blocks.js'
import { blockElements, impliedEnds, markupOf, nameWords, silent, voidElements, zoneOf } from './elements.js'
import { MetadataReader } from './metadata.js'
import { pictureAddress } from './pictures.js'
import { type Attributes, type HtmlFault, type HtmlVisitor, walkHtml } from './walk.js'

/** Nesting beyond this is not followed: elements deeper down count as part of the last one. */
const deepest = 256
/** So many pictures above one block are kept: a gallery. */
const mostPictures = 40

/** A stretch of text between two block boundaries, before anything is judged. */
export interface RawBlock {
  readonly text: string
  readonly linkShare: number
  readonly markup: Markup | undefined
  readonly level: number | undefined
  readonly container: number
  /** Ordinal of the outermost element that sets the text apart; -1 for none. */
  readonly zone: number
  /** Ordinal of the innermost block element around it; -1 for none. */
  readonly element: number
}

/** An element that sets its content apart. */
export interface RawZone {
  readonly zone: Zone
  readonly soft: boolean
  hasHeadline: boolean
  length: number
}

/** A picture, and the outermost element that sets it apart; -1 for none. */
export interface RawPicture {
  readonly address: string
  readonly zone: number
}

interface Frame {
  readonly name: string
  readonly silent: boolean
  readonly link: boolean
  readonly block: boolean
  /** The place in front of a text that only a style sheet parts from it. */
  readonly dateline: boolean
  readonly markup: Markup | undefined
  readonly level: number | undefined
  readonly container: number
  readonly zone: number
  readonly element: number
  /** For table rows: index of the first block of the row. */
  readonly from: number
  cells: number
}

/** What one pass over the markup yields. */
export interface RawPage {
  readonly blocks: RawBlock[]
  readonly zones: RawZone[]
  /** For every block element the ordinal of the one around it; -1 for the outermost. */
  readonly parents: number[]
  readonly metadata: MetadataReader
  /** Pictures by the ordinal of the block that they stand above or in. */
  readonly pictures: ReadonlyMap<number, readonly RawPicture[]>
  /** What is never closed, and nesting that is not followed. */
  readonly faults: readonly HtmlFault[]
}

/** Cuts a page into blocks at its block elements, with what the elements around each of them say. */
export function readRaw(html: string): RawPage {
  const reader = new Reader()
  const unclosed = walkHtml(html, reader)
  reader.flush()
  const { blocks, zones, parents, metadata, pictures, tooDeep } = reader
  const deep = tooDeep ? [{ message: `elements nested deeper than ${deepest}`, at: 0 }] : []
  return { blocks, zones, parents, metadata, pictures, faults: [...unclosed, ...deep] }
}

const root: Frame = {
  name: '',
  silent: false,
  link: false,
  block: true,
  dateline: false,
  markup: undefined,
  level: undefined,
  container: 0,
  zone: -1,
  element: -1,
  from: 0,
  cells: 0,
}

class Reader implements HtmlVisitor {
  readonly blocks: RawBlock[] = []
  readonly zones: RawZone[] = []
  readonly parents: number[] = []
  readonly metadata = new MetadataReader()
  readonly pictures = new Map<number, RawPicture[]>()
  private readonly stack: Frame[] = [root]
  /** Elements open beyond `deepest`. */
  private beyond = 0
  tooDeep = false
  private containers = 0
  private parts: string[] = []
  private length = 0
  private linked = 0
  /** What an inline element inside the block says of it. */
  private hint: Markup | undefined
  /** The text of the element that is read for metadata: `title` and JSON-LD. */
  private captured: string[] | undefined

  private get top(): Frame {
    return this.stack[this.stack.length - 1]
  }

  open(name: string, attributes: Attributes): void {
    this.metadata.element(name, attributes, this.top.zone < 0)
    if (name === 'br') {
      const inHeading = this.top.level !== undefined
      this.parts.push(inHeading ? ' ' : '\n')
      return
    }
    if (voidElements.has(name)) {
      if (name === 'hr') this.flush()
      else if (name === 'img') this.image(attributes)
      return
    }
    const ends = impliedEnds.get(name)
    // Only the innermost elements can have been left open by the rule; looking further would end outer lists.
    if (ends !== undefined) while (this.stack.length > 1 && ends.has(this.top.name)) this.pop()
    const block = blockElements.has(name)
    if (block) this.flush()
    if (this.stack.length >= deepest) {
      this.beyond++
      this.tooDeep = true
      return
    }
    this.stack.push(this.frame(name, attributes, block))
    if (
      name === 'title' ||
      (name === 'script' && (attributes.get('type') ?? '').trim().toLowerCase() === 'application/ld+json')
    )
      this.captured = []
  }

  /** A picture of the article; or the words on a banner or logo: the site names itself there and often nowhere else. */
  private image(attributes: Attributes): void {
    const address = this.top.silent ? undefined : pictureAddress(attributes)
    if (address !== undefined) {
      const above = this.pictures.get(this.blocks.length) ?? []
      if (above.length < mostPictures) above.push({ address, zone: this.top.zone })
      this.pictures.set(this.blocks.length, above)
    }
    const alt = cleanLine(cleanPage(attributes.get('alt') ?? '').replace(/\n/g, ' '))
    if (alt.length < 6 || alt.length > 200 || this.top.silent || this.length > 0) return
    const name = `${attributes.get('src') ?? ''} ${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(
      0,
      300,
    )
    if (!/banner|logo|header/i.test(name)) return
    const zone = this.zones.length
    this.zones.push({ zone: 'markup', soft: false, hasHeadline: false, length: alt.length })
    const { container, element } = this.top
    this.blocks.push({ text: alt, linkShare: 0, markup: undefined, level: undefined, container, zone, element })
  }

  private frame(name: string, attributes: Attributes, block: boolean): Frame {
    const parent = this.top
    const words = nameWords(attributes)
    let zone = parent.zone
    if (zone < 0) {
      const opened = zoneOf(name, attributes, words)
      if (opened !== undefined) {
        zone = this.zones.length
        this.zones.push({ ...opened, hasHeadline: false, length: 0 })
      }
    }
    if (name === 'article') this.containers++
    const heading = /^h[1-6]$/.test(name) ? Number(name[1]) : attributes.get('itemprop') === 'headline' ? 1 : undefined
    const markup = markupOf(name, attributes, words)
    if (!block && markup !== undefined && this.length === 0) this.hint = markup
    if (name === 'td' || name === 'th') parent.cells++
    return {
      name,
      silent: parent.silent || silent.has(name),
      link: parent.link || name === 'a',
      block,
      dateline: name === 'span' && words.includes('location'),
      markup: block ? (markup ?? (name === 'li' ? 'list-item' : parent.markup)) : parent.markup,
      level: heading ?? parent.level,
      container: name === 'article' ? this.containers : parent.container,
      zone,
      element: block ? this.parents.push(parent.element) - 1 : parent.element,
      from: name === 'tr' ? this.blocks.length : parent.from,
      cells: 0,
    }
  }

  close(name: string): void {
    if (this.beyond > 0) {
      this.beyond--
      if (blockElements.has(name)) this.flush()
      return
    }
    if (name === 'a' || name === 'time') this.parts.push(' ')
    else if (name === 'span' && this.top.name === 'span' && this.top.dateline && this.length > 0) this.parts.push(' - ')
    // An end tag without a beginning is passed over, but still parts the text.
    let at = this.stack.length - 1
    while (at > 0 && this.stack[at].name !== name) at--
    if (at === 0) {
      if (blockElements.has(name)) this.flush()
      return
    }
    // Cells and rows do not end an outer table by a stray end tag of an inline element: only as far as a table boundary.
    while (this.stack.length > at) this.pop()
  }

  private pop(): void {
    const frame = this.top
    if (frame.block) this.flush()
    this.stack.pop()
    if (this.captured !== undefined && (frame.name === 'title' || frame.name === 'script')) {
      this.metadata.captured(frame.name, this.captured.join(''))
      this.captured = undefined
    }
    if (frame.name === 'tr') this.joinRow(frame)
  }

  text(text: string): void {
    const frame = this.top
    if (this.captured !== undefined) {
      this.captured.push(text)
      return
    }
    if (frame.silent) return
    const words = frame.name === 'pre' || !/[\n\r\t]/.test(text) ? text : text.replace(/[\n\r\t]+/g, ' ')
    this.parts.push(words)
    if (words.trim() === '') return
    this.length += words.length
    if (frame.link) this.linked += words.length
  }

  /** Ends the block: its lines, broken by `<br>`, become blocks of their own unless a line goes on in lower case. */
  flush(): void {
    if (this.length > 0) {
      const frame = this.top
      const share = this.linked / this.length
      for (const line of lines(cleanPage(this.parts.join('')))) this.push(line, share, frame)
    }
    this.parts = []
    this.length = 0
    this.linked = 0
    this.hint = undefined
  }

  private push(text: string, linkShare: number, frame: Frame): void {
    const markup =
      frame.level !== undefined
        ? frame.markup === 'standfirst'
          ? 'standfirst'
          : 'heading'
        : (frame.markup ?? this.hint)
    this.blocks.push({
      text,
      linkShare,
      markup,
      level: frame.level,
      container: frame.container,
      zone: frame.zone,
      element: frame.element,
    })
    if (frame.zone >= 0) {
      const zone = this.zones[frame.zone]
      zone.length += text.length
      if (frame.level === 1) zone.hasHeadline = true
    }
  }

  /** A row of short cells becomes one block, as crawlers write tables; rows that lay out a page stay as they are. */
  private joinRow(row: Frame): void {
    const cells = this.blocks.slice(row.from)
    if (row.cells < 2 || cells.length < 2 || cells.length > row.cells) return
    let length = 0
    for (const cell of cells) length += cell.text.length
    if (length > 400) return
    this.blocks.length = row.from
    this.blocks.push({
      ...cells[0],
      text: cells.map(cell => cell.text).join(' | '),
      markup: 'table-row',
      level: undefined,
    })
  }
}

/** The lines of a block, trimmed; a line break inside a sentence is a space. Source line ends count as spaces. */
function lines(text: string): string[] {
  const found: string[] = []
  for (const part of text.split('\n')) {
    const line = cleanLine(part)
    if (line === '') continue
    const last = found.at(-1)
    if (last !== undefined && goesOn.test(line) && !/[.!?:;…]$/.test(last)) found[found.length - 1] = `${last} ${line}`
    else found.push(line)
  }
  return found
}
