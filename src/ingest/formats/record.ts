import type { Article } from '../../article.js'
import type { InputError } from '../../errors.js'
import { detached } from '../../text/detached.js'
import { type Block, isClutter } from '../block.js'
import { cleanLine, cleanPage } from '../blocks.js'
import { readByline } from '../byline.js'
import { deriveDocument, precisionOf } from '../derive.js'
import { documentFrom, type Place } from '../document.js'
import { readHtml } from '../html/index.js'
import { dateOfRecord } from './feed-date.js'
import type { InputOptions, SourceRecord } from './piece.js'

/** Elements that show that a text is HTML. */
const markup = /<\/?(?:p|div|br|span|a|img|strong|em|b|i|h[1-6]|ul|ol|li|figure|table|blockquote)\b[^<>]*>/i

/** Whether a text looks like HTML. */
export function looksLikeHtml(text: string): boolean {
  return markup.test(text.slice(0, 20_000))
}

/**
 * An article from what a feed, an export, a front matter or a row states: HTML becomes paragraphs, dates of any form become
 * ISO, a signature at the end of the text is the author where none is stated, and what is missing is derived from the text.
 * The error says what is wrong with the record.
 */
export function articleFromRecord(
  record: SourceRecord,
  id: string,
  place: Place,
  options: InputOptions,
): Article | InputError {
  const html = record.markup === 'html' || (record.markup === undefined && looksLikeHtml(record.content ?? ''))
  const title = record.title === undefined ? undefined : oneLine(record.title)
  const lead = record.lead === undefined ? undefined : textOf(record.lead, html).join('\n')
  const blocks = record.content === undefined ? [] : blocksOf(record.content, html)
  const author = record.author === undefined ? undefined : oneLine(record.author)
  const signature = author === undefined || author === '' ? signatureOf(blocks) : undefined
  const paragraphs = blocks.map(({ text }) => text)
  if (paragraphs.length > 1 && title !== undefined && paragraphs[0] === title) paragraphs.shift()
  const date = record.date === undefined ? undefined : dateOfRecord(record.date)
  const source = record.source === undefined ? undefined : oneLine(record.source)
  const category = record.category === undefined ? undefined : oneLine(record.category)
  const document = documentFrom(
    {
      ...Object.fromEntries((record.other ?? []).filter(([name]) => name !== '__proto__')),
      // Ids are kept for long; the text that they were cut from is not.
      id: detached(record.id ?? id),
      ...(title === undefined || title === '' ? {} : { title }),
      ...(lead === undefined || lead === '' ? {} : { lead }),
      ...(paragraphs.length === 0 ? {} : { body: paragraphs.join('\n') }),
      ...(date === undefined ? {} : { date, dateFrom: 'structured', datePrecision: precisionOf(date) }),
      ...(author === undefined || author === '' ? {} : { author }),
      ...(signature === undefined ? {} : { author: signature }),
      ...(source === undefined || source === '' ? {} : { source }),
      ...(record.url === undefined ? {} : { url: record.url }),
      ...(category === undefined || category === '' ? {} : { category }),
    },
    place,
  )
  return document instanceof Error ? document : deriveDocument(document, options)
}

/** The paragraphs of a text that may be HTML. */
export function textOf(text: string, html: boolean): string[] {
  return blocksOf(text, html).map(block => block.text)
}

/** A text on one line, whatever markup it holds: headlines of feeds hold entities and stray tags. */
export function oneLine(text: string): string {
  const plain = /[<&]/.test(text) ? textOf(text, true).join(' ') : text
  return cleanLine(cleanPage(plain).replace(/\n/g, ' '))
}

function blocksOf(text: string, html: boolean): { readonly text: string; readonly block?: Block }[] {
  if (!html) {
    return cleanPage(text)
      .split('\n')
      .map(line => ({ text: cleanLine(line) }))
      .filter(line => line.text !== '')
  }
  return readHtml(text)
    .blocks.filter(block => !isClutter(block) || block.label === 'number')
    .map(block => ({ text: block.text, block }))
}

/** Takes the signature off the end of a text. */
function signatureOf(blocks: { readonly text: string; readonly block?: Block }[]): string | undefined {
  const last = blocks.at(-1)
  if (blocks.length < 2 || last === undefined || last.text.length > 100) return undefined
  const byline = readByline(last.text)
  if (byline?.author === undefined) return undefined
  if (!byline.sure && last.block?.label !== 'name' && last.block?.markup !== 'author') return undefined
  blocks.pop()
  return byline.author
}
