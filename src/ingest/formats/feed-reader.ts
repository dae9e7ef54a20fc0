import { InputError } from '../../errors.js'
import { escapeHtml } from '../../text/escape-html.js'
import { articleIdOfUrl } from '../article-id.js'
import type { Attributes } from '../html/walk.js'
import { InputWarning } from '../warning.js'
import { entryOfSitemap, recordOfEntry } from './feed-entry.js'
import type { Piece } from './piece.js'
import type { XmlVisitor } from './xml-stream.js'

/** The elements that are entries, by the root; `channel` may be the root of a damaged feed. */
const entriesOfRoot: ReadonlyMap<string, string> = new Map([
  ['rss', 'item'],
  ['rdf:rdf', 'item'],
  ['channel', 'item'],
  ['feed', 'entry'],
  ['urlset', 'url'],
  ['sitemapindex', 'sitemap'],
])
/** Elements whose children are fields of the entry too. */
const transparent: ReadonlySet<string> = new Set(['news:news', 'news:publication', 'media:group', 'author', 'source'])
/** Nesting below an entry is followed this far. */
const deepest = 64
const mostFields = 500

/** Reads the elements of a feed and makes a piece of every entry. */
export class FeedReader implements XmlVisitor {
  readonly pieces: Piece[] = []
  private readonly authors = new Map<string, string>()
  private site: string | undefined
  /** Elements of this name are entries; known from the root on. */
  private entryName: string | undefined
  private entries = 0
  private inEntry = false
  /** The root element until its end tag. */
  private openRoot: string | undefined
  private entryLine = 1
  private fields = new Map<string, string[]>()
  private fieldCount = 0
  /** Open elements below the entry, or below the root outside of one. */
  private path: string[] = []
  private beyond = 0
  private field = ''
  private parts: string[] = []
  private length = 0
  /** Whether the field's own elements are markup of its text (Atom's xhtml). */
  private inMarkup = false
  private tooLong = false
  private login = ''

  constructor(
    private readonly name: string,
    private readonly limit: number,
    /** The line that has been reached. */
    private readonly line: () => number,
  ) {}

  open(prefixed: string, attributes: Attributes): void {
    const name = local(prefixed)
    if (this.inMarkup) {
      this.markup(
        `<${name}${attributes.has('href') ? ` href="${escapeHtml(attributes.get('href') ?? '')}"` : ''}>`,
        name,
      )
      return
    }
    if (name === this.entryName) {
      // An entry inside an entry: the one before was never closed.
      if (this.inEntry) this.closeEntry()
      this.inEntry = true
      this.entryLine = this.line()
      this.path = []
      this.beyond = 0
      this.field = ''
      return
    }
    if (this.path.length >= deepest) {
      this.beyond++
      return
    }
    this.path.push(name)
    if (this.entryName === undefined && entriesOfRoot.has(name)) {
      this.entryName = entriesOfRoot.get(name)
      this.openRoot = name
    }
    if (!this.inEntry) {
      this.begin(name)
      return
    }
    const parent = this.path.at(-2)
    if (parent !== undefined && !transparent.has(parent)) return
    this.attributesOf(name, attributes)
    const isTag = name === 'category' && attributes.get('domain') === 'post_tag'
    this.begin(isTag ? 'tag' : parent === 'author' || parent === 'source' ? `${parent}.${name}` : name)
    if (name === 'content' || name === 'summary' || name === 'title')
      this.inMarkup = attributes.get('type')?.toLowerCase() === 'xhtml'
  }

  /** Facts that stand in attributes: Atom's links and categories, the domain of a WXR category. */
  private attributesOf(name: string, attributes: Attributes): void {
    if (name === 'link') {
      const rel = attributes.get('rel') ?? 'alternate'
      const href = attributes.get('href')
      if (href !== undefined && rel === 'alternate') this.add('link.href', href)
    } else if (name === 'category') {
      const term = attributes.get('label') ?? attributes.get('term')
      if (term !== undefined) this.add('category', term)
    }
  }

  private begin(name: string): void {
    this.field = name
    this.parts = []
    this.length = 0
  }

  private markup(tag: string, name: string): void {
    if (this.path.length < deepest) this.path.push(name)
    else this.beyond++
    this.append(tag)
  }

  close(prefixed: string): void {
    const name = local(prefixed)
    if (this.inEntry && name === this.entryName) {
      this.closeEntry()
      return
    }
    if (name === this.openRoot) this.openRoot = undefined
    if (this.beyond > 0) {
      this.beyond--
      if (this.inMarkup) this.append(`</${name}>`)
      return
    }
    const at = this.path.lastIndexOf(name)
    if (at < 0) return
    const outermost = !this.inEntry || at === 0 || transparent.has(this.path[at - 1])
    this.path.length = at
    if (this.inMarkup && !outermost) {
      this.append(`</${name}>`)
      return
    }
    if (outermost) this.endField()
  }

  private endField(): void {
    const { field } = this
    this.inMarkup = false
    if (field === '') return
    this.field = ''
    const text = this.parts.join('')
    this.parts = []
    if (text.trim() === '') return
    if (!this.inEntry) this.channelField(field, text.trim())
    else this.add(field, text)
  }

  /** A field of the feed itself. */
  private channelField(field: string, text: string): void {
    if (text.length > 500) return
    // "Thời sự - Báo Ven Sông RSS" is the name of a section's feed, no paper's.
    if (field === 'title' && this.site === undefined && this.entries === 0 && !/ [-|–] |\bRSS\b/i.test(text))
      this.site = text
    else if (field === 'dc:publisher') this.site = text
    else if (field === 'wp:author_login') this.login = text
    else if (field === 'wp:author_display_name' && this.authors.size < 10_000) this.authors.set(this.login, text)
  }

  private add(field: string, text: string): void {
    if (this.fieldCount++ >= mostFields) return
    const known = this.fields.get(field)
    if (known === undefined) this.fields.set(field, [text])
    else known.push(text)
  }

  text(text: string): void {
    if (this.field === '') return
    if (!this.inMarkup && this.inEntry && this.path.length > 1) {
      const parent = this.path.at(-2)
      if (parent !== undefined && !transparent.has(parent)) return
    }
    this.append(this.inMarkup ? escapeHtml(text) : text)
  }

  private append(text: string): void {
    if (this.tooLong) return
    this.length += text.length
    if (this.length > this.limit) {
      this.tooLong = true
      const megabytes = Math.round(this.limit / 2 ** 20)
      const message = `${this.name}:${this.entryLine}: an entry of more than ${megabytes} MB, cut there`
      const facts = { file: this.name, line: this.entryLine, field: 'maxRecordBytes' }
      this.problem(new InputWarning('BAD_INPUT', message, facts))
      return
    }
    this.parts.push(text)
  }

  private closeEntry(): void {
    this.endField()
    const { fields, entryLine: line } = this
    this.inEntry = false
    this.fields = new Map()
    this.fieldCount = 0
    this.path = []
    this.beyond = 0
    this.tooLong = false
    this.entries++
    if (this.entryName === 'url' || this.entryName === 'sitemap') {
      const entry = entryOfSitemap(fields, this.entryName === 'sitemap')
      if (entry !== undefined) this.pieces.push({ kind: 'sitemap', entry })
      return
    }
    const record = recordOfEntry(fields, { site: this.site, authors: this.authors })
    if (record === undefined) return
    const guid = fields.get('guid')?.[0] ?? fields.get('id')?.[0]
    const id = articleIdOfUrl(record.url ?? guid?.trim() ?? '') ?? `${this.name}-${this.entries}`
    this.pieces.push({ kind: 'record', record, id, line })
  }

  /** After the last byte. */
  finish(): void {
    if (this.inEntry) {
      const line = this.entryLine
      this.closeEntry()
      const message = `${this.name}:${line}: the feed ends inside this entry`
      this.problem(new InputWarning('BAD_INPUT', message, { file: this.name, line }))
    } else if (this.openRoot !== undefined && this.entries > 0) {
      const line = this.line()
      const message = `${this.name}:${line}: the feed ends before its end`
      this.problem(new InputWarning('BAD_INPUT', message, { file: this.name, line }))
    }
    if (this.entries > 0) return
    const expected = 'RSS, Atom, WXR or a sitemap'
    const error =
      this.entryName === undefined
        ? new InputError('BAD_INPUT', `${this.name}: no feed, export or sitemap`, { file: this.name, expected })
        : new InputError('EMPTY_INPUT', `${this.name}: no entries`, { file: this.name })
    this.problem(error)
  }

  problem(problem: InputError | InputWarning): void {
    this.pieces.push({ kind: 'problem', problem })
  }
}

function local(name: string): string {
  return name.startsWith('atom:') || name.startsWith('rss:') ? name.slice(name.indexOf(':') + 1) : name
}
