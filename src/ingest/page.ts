import type { Article } from '../article.js'
import type { Block } from './block.js'
import { blocksFromText } from './blocks.js'
import { type DeriveOptions, deriveFields } from './derive.js'
import { isHtml, readHtml } from './html/index.js'
import { type Note, note } from './note.js'
import { markCredits } from './outlook.js'
import { siteText } from './province.js'
import { markRepeated } from './repetition.js'
import { type Metadata, type Shape, shapeArticle } from './shape.js'
import { type Draft, splitPage } from './split.js'
import { markZones } from './zones.js'

/** One raw page, as a crawler or a browser left it. */
export interface PageInput {
  /** File name or address; the ids of the articles are made from its last part without the extension. */
  readonly name: string
  readonly text: string
  /** Default: told from the text. */
  readonly kind?: 'text' | 'html'
}

/** Options of `ingestPage`. */
export interface IngestOptions extends DeriveOptions {
  /** Whether a line stands in most pages of the site and so is no text: `Repetition.of`. Default: no line does. */
  readonly repeated?: (line: string) => boolean
}

/** What a page holds. */
export interface PageResult {
  /** In the page's order; empty where the page has no running text. */
  readonly articles: Article[]
  /** What was cut and why, in the page's order. */
  readonly notes: Note[]
}

/**
 * Turns one page into its articles: boilerplate cut, several articles apart, headline, text, signature, date and province
 * derived, each with the words that decided. A field that the page does not state is absent. Never throws, whatever the
 * text; time and memory are linear in its length.
 */
export function ingestPage(input: PageInput, options: IngestOptions = {}): PageResult {
  const html = input.kind === undefined ? isHtml(input.text) : input.kind === 'html'
  if (!html) return articlesFromBlocks(input.name, blocksFromText(input.text), undefined, options)
  const page = readHtml(input.text)
  return articlesFromBlocks(input.name, page.blocks, page.metadata, options)
}

/** The articles of an HTML page: `ingestPage` with the kind given. */
export function articlesFromHtml(name: string, text: string): PageResult {
  return ingestPage({ name, text, kind: 'html' })
}

/** The pipeline behind all page formats, from labelled blocks on. */
export function articlesFromBlocks(
  name: string,
  blocks: readonly Block[],
  metadata: Metadata | undefined,
  options: IngestOptions = {},
): PageResult {
  if (options.repeated !== undefined) markRepeated(blocks, options.repeated)
  markCredits(blocks)
  markZones(blocks)
  const { drafts, notes } = splitPage(blocks)
  const kept = drafts.filter((draft, i) => !isForeignTail(draft, i, drafts, notes))
  const site = siteText(blocks, drafts)
  const articles: Article[] = []
  for (const draft of kept) {
    // Structured data speaks of the page's main article: the first of several.
    const shape = shapeArticle(draft.blocks, articles.length === 0 ? metadata : undefined, notes)
    if (shape === undefined) continue
    articles.push(
      complete(
        articleId(name, articles.length),
        shape,
        articles.length === 0 ? metadata : undefined,
        site,
        besideOf(kept, draft),
        options,
        notes,
      ),
    )
  }
  if (articles.length === 0) notes.push(note('no-text', 0, name))
  notes.sort((a, b) => a.line - b.line)
  return { articles, notes }
}

/** A page may begin with the last paragraph of another article: no headline, no date line, one paragraph, signed. */
function isForeignTail(draft: Draft, index: number, drafts: readonly Draft[], notes: Note[]): boolean {
  if (index > 0 || drafts.length < 2) return false
  const texts = draft.blocks.filter(block => block.label === 'text')
  if (texts.length !== 1 || draft.blocks.some(block => block.label === 'stamp')) return false
  notes.push(note('foreign-article', texts[0].line, texts[0].text))
  return true
}

/** "000_bfcb.txt" gives "000_bfcb", its second article "000_bfcb-2". */
export function articleId(name: string, index: number): string {
  const path = name.replace(/[?#].*$/s, '').replace(/[\\/]+$/, '')
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const stem = base.replace(/(?<=.)\.(txt|text|html?|xhtml|md|json|ndjson|jsonl)$/i, '')
  const id = stem === '' ? 'page' : stem
  return index === 0 ? id : `${id}-${index + 1}`
}

/** The first words of the other articles of the page. */
function besideOf(drafts: readonly Draft[], own: Draft): string {
  const parts: string[] = []
  for (const draft of drafts) {
    if (draft === own || parts.length > 20) continue
    const texts = draft.blocks.filter(block => block.label === 'text' && block.zone === undefined).slice(0, 3)
    parts.push(...texts.map(block => block.text.slice(0, 700)))
  }
  return parts.join('\n')
}

/** Adds date and province. */
function complete(
  id: string,
  shape: Shape,
  metadata: Metadata | undefined,
  site: string,
  beside: string,
  options: IngestOptions,
  notes: Note[],
): Article {
  const body = shape.paragraphs.join('\n')
  const text = shape.lead === undefined ? body : `${shape.lead}\n${body}`
  const title = shape.title ?? ''
  const { fields, contradiction } = deriveFields(
    {
      title,
      paragraphs: shape.lead === undefined ? shape.paragraphs : [shape.lead, ...shape.paragraphs],
      body: text,
      stamps: shape.stamps,
      ...(beside === '' ? {} : { beside }),
      ...(metadata?.date === undefined ? {} : { structured: metadata.date }),
      ...(metadata?.url === undefined ? {} : { url: metadata.url }),
      ...(options.crawled === undefined ? {} : { crawled: options.crawled }),
    },
    { title, body: text, source: [shape.source, shape.url].filter(value => value !== undefined), site },
  )
  if (contradiction !== undefined) notes.push(note('contradiction', 0, contradiction))
  return {
    id,
    ...(shape.title === undefined ? {} : { title: shape.title }),
    ...(shape.lead === undefined ? {} : { lead: shape.lead }),
    ...(body === '' ? {} : { body }),
    ...fields,
    ...(shape.author === undefined ? {} : { author: shape.author }),
    ...(shape.source === undefined ? {} : { source: shape.source }),
    ...(shape.url === undefined ? {} : { url: shape.url }),
    ...(shape.category === undefined ? {} : { category: shape.category }),
    ...(shape.images.length === 0 ? {} : { images: shape.images }),
  }
}
