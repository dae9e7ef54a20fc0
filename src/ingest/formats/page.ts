import { InputError } from '../../errors.js'
import { type DecodedText, decodeText } from '../decode.js'
import { type HtmlPage, isHtml, readHtml } from '../html/index.js'
import { articleId, articlesFromBlocks, ingestPage, type PageResult } from '../page.js'
import type { Metadata } from '../shape.js'
import { InputWarning } from '../warning.js'
import { withoutGz } from './detect.js'
import { dateOfRecord } from './feed-date.js'
import { readMarkdown } from './markdown.js'
import type { InputOptions, Item, Outcome, PageHints, Piece } from './piece.js'
import { articleFromRecord } from './record.js'

type PagePiece = Extract<Piece, { kind: 'page' }>

/** The articles of one page: decoded, read by its format, completed by what is known beside it. */
export function outcomeOfPage(file: string, piece: PagePiece, options: InputOptions): Outcome {
  const { hints } = piece
  const shown = placeOf(file, piece.name)
  const items: Item[] = []
  let decoded: DecodedText
  try {
    decoded = decodeText(shown, piece.bytes, hints?.charset)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { items: [new InputError(error.code, error.message, { ...error, file })], notes: [] }
  }
  const { text, repair } = decoded
  if (repair !== undefined) {
    const line = lineAt(piece.bytes, repair.offset)
    const facts = { file, line, offset: repair.offset, got: repair.got }
    items.push(new InputWarning('BAD_INPUT', `${shown}:${line}: ${repair.message}`, facts))
  }
  if (text.trim() === '') return { items: [new InputError('EMPTY_INPUT', `${shown}: empty`, { file })], notes: [] }
  const crawled = options.crawled ?? hints?.crawled
  const lines = piece.site === undefined ? undefined : options.siteLines?.get(piece.site)
  const settings: InputOptions = {
    ...options,
    ...(crawled !== undefined && { crawled }),
    ...(lines !== undefined && options.repeated === undefined && { repeated: (line: string) => lines.has(line) }),
  }
  const { articles, notes } = pageResult(file, piece, text, settings, items)
  const { id } = piece
  articles.forEach((document, place) => {
    items.push({ document: id === undefined ? document : { ...document, id: place === 0 ? id : `${id}-${place + 1}` } })
  })
  if (articles.length === 0 && !items.some(item => item instanceof InputError))
    items.push(new InputError('BAD_DOCUMENT', `${shown}: no article text found on the page`, { file, field: 'body' }))
  return { items, notes }
}

function pageResult(file: string, piece: PagePiece, text: string, options: InputOptions, items: Item[]): PageResult {
  const { name, hints } = piece
  if (piece.format === 'markdown') return markdownResult(file, piece, text, options, items)
  if (piece.format === 'text' && !isHtml(text)) return ingestPage({ name, text, kind: 'text' }, options)
  const page = readHtml(text)
  for (const { message, at } of page.faults) {
    const line = text.slice(0, at).split('\n').length
    const facts = { file, line, offset: at }
    items.push(new InputWarning('BAD_INPUT', `${placeOf(file, name)}:${line}: ${message}`, facts))
  }
  return articlesFromBlocks(name, page.blocks, completed(page, hints, savedFrom(text)), options)
}

function markdownResult(
  file: string,
  { name }: PagePiece,
  text: string,
  options: InputOptions,
  items: Item[],
): PageResult {
  const { record, html, fault } = readMarkdown(text)
  if (fault !== undefined)
    items.push(new InputWarning('BAD_INPUT', `${file}:1: ${fault.slice(0, 200)}`, { file, line: 1 }))
  if (record === undefined) {
    const { blocks } = readHtml(html)
    return articlesFromBlocks(name, blocks, undefined, options)
  }
  const article = articleFromRecord(record, articleId(name, 0), { file }, options)
  if (article instanceof InputError) items.push(article)
  return { articles: article instanceof InputError ? [] : [article], notes: [] }
}

/** What the page does not say itself, from beside: a sitemap's headline and date, the address it was fetched from. */
function completed({ metadata }: HtmlPage, hints: PageHints | undefined, saved: string | undefined): Metadata {
  const date = hints?.date === undefined ? undefined : dateOfRecord(hints.date)
  const url = hints?.url ?? saved
  return {
    ...(url === undefined ? {} : { url }),
    ...(hints?.source === undefined ? {} : { source: hints.source }),
    ...(date === undefined ? {} : { date }),
    ...metadata,
    titles: hints?.title === undefined ? metadata.titles : [...metadata.titles, hints.title],
  }
}

/** The address that browsers write at the head of a page they save: Chrome and Firefox extensions, SingleFile. */
function savedFrom(text: string): string | undefined {
  const head = text.slice(0, 2000)
  const chrome = /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s]{4,1000}) -->/.exec(head)?.[1]
  return chrome ?? /Page saved with SingleFile\s+url: (https?:\/\/[^\s]{4,1000})/.exec(head)?.[1]
}

/** The file, and the page in it where it holds several. */
function placeOf(file: string, name: string): string {
  if (name === file || name === withoutGz(file)) return file
  return name.startsWith(withoutGz(file)) ? name : `${file}: ${name}`
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++
  return line
}
