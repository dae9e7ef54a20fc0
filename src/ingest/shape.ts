import type { ArticleImage } from '../article.js'
import { type Block, isParagraph, isTitleLike, lastMark } from './block.js'
import { furniture } from './boilerplate.js'
import { type Byline, readByline, signatureKey, trailingByline } from './byline.js'
import { type PlacedStamp, placeStamps } from './date.js'
import { imagesOf } from './images.js'
import { signatureForm } from './name.js'
import { type Note, note } from './note.js'
import { readStamp } from './stamp.js'
import { chooseTitle, looksLikeCaption, sameTitle } from './title.js'

/** What the structured data of a page says (html/metadata.ts); plain pages have none. */
export interface Metadata {
  readonly title?: string
  readonly lead?: string
  readonly author?: string
  /** ISO, as `normalizeIso` gives it. */
  readonly date?: string
  readonly source?: string
  readonly url?: string
  readonly category?: string
  /** The picture for sharing. */
  readonly image?: string
  /** Further headlines that the page claims: `<title>`, Open Graph. */
  readonly titles: readonly string[]
}

/** An article before its date and province are derived. */
export interface Shape {
  readonly title?: string
  readonly lead?: string
  readonly paragraphs: readonly string[]
  readonly author?: string
  readonly source?: string
  readonly url?: string
  readonly category?: string
  readonly stamps: readonly PlacedStamp[]
  readonly images: readonly ArticleImage[]
}

/** A signature or source and where it stands. */
interface Signature {
  readonly byline: Byline
  readonly place: 'head' | 'text' | 'end'
}

/** Whether the line belongs to text although it is no sentence: list items, captions, subheadings with text behind them. */
function isLoose(block: Block, before: Block | undefined): boolean {
  if (
    block.markup === 'list-item' ||
    block.markup === 'caption' ||
    block.markup === 'table-row' ||
    block.markup === 'paragraph'
  )
    return true
  if (looksLikeCaption(block.text)) return true
  const last = lastMark(block.text)
  if (last === '.' || last === ':') return true
  return before !== undefined && (lastMark(before.text) === ':' || lastMark(before.text) === ';')
}

/** Addresses at the end of a text or in a source line. */
const address = /https?:\/\/[^\s<>"']{4,300}/

/** Gives the blocks of one article their roles: headline, standfirst, text, signature, source, date lines. */
export function shapeArticle(
  blocks: readonly Block[],
  metadata: Metadata | undefined,
  notes: Note[],
): Shape | undefined {
  let first = blocks.findIndex(block => isParagraph(block) && block.markup !== 'standfirst')
  let last = blocks.length - 1
  if (first < 0) first = looseStart(blocks)
  else while (last > first && !isParagraph(blocks[last])) last--
  if (first >= blocks.length) return undefined

  const opening = openingOf(blocks, first)
  const head = blocks.slice(0, first)
  const hints =
    metadata === undefined
      ? {}
      : { titles: metadata.title === undefined ? metadata.titles : [metadata.title, ...metadata.titles] }
  let titleAt = chooseTitle(head, opening, hints)
  // A headline that ends as a sentence does and stands directly above the date line looks like the first paragraph.
  if (titleAt < 0 && blocks[first].words <= 30 && blocks[first + 1]?.label === 'stamp' && first + 2 < blocks.length) {
    titleAt = first
    first++
  }
  const title = metadataTitle(metadata, titleAt < 0 ? undefined : blocks[titleAt].text, notes)

  const paragraphs: string[] = []
  const standfirsts: string[] = []
  let category: string | undefined
  let before: Block | undefined
  const signatures: Signature[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (i === titleAt) continue
    const inHead = i < first
    const behind = i > last
    switch (block.label) {
      case 'stamp': {
        if (!inHead && !behind && isParagraph(blocks[i + 1] ?? block)) paragraphs.push(block.text)
        const { author, rest } = readStamp(block.text) ?? {}
        if (author !== undefined) signatures.push({ byline: { author, sure: false }, place: 'head' })
        else if (rest !== undefined && inHead && furniture(rest) === 'category') category ??= rest
        continue
      }
      case 'byline':
      case 'name':
      case 'source': {
        const byline = readByline(block.text)
        if (byline !== undefined && (inHead || behind || block.label === 'byline'))
          signatures.push({ byline, place: inHead ? 'head' : behind ? 'end' : 'text' })
        else paragraphs.push(block.text)
        continue
      }
      case 'category':
        // Beside the headline it is the article's section; several in a row are a menu.
        if (inHead && isSection(blocks, i, titleAt)) category = block.text
        else if (!inHead && !behind) paragraphs.push(block.text)
        continue
      default:
    }
    if (block.markup === 'standfirst') {
      standfirsts.push(block.text)
    } else if (inHead && (i < titleAt || !keepsInHead(block, title))) {
      notes.push(note('before-title', block.line, block.text))
    } else if (behind && !isLoose(block, before) && !(i === blocks.length - 1 && block.words >= 12)) {
      notes.push(note('after-end', block.line, block.text))
    } else {
      paragraphs.push(block.text)
    }
    before = block
  }

  const inline = signatures.some(({ byline, place }) => place === 'end' && byline.author !== undefined)
    ? undefined
    : trailingByline(paragraphs.at(-1) ?? '')
  if (inline !== undefined) {
    paragraphs[paragraphs.length - 1] = inline.text
    signatures.push({ byline: inline.byline, place: 'end' })
  }
  // Where a writer is named the site may name itself.
  const own = signatures.filter(({ byline }) => byline.author !== undefined && isSite(byline.author, metadata))
  const author = signedBy(own.length === 0 ? signatures : signatures.filter(one => !own.includes(one)), metadata)
  const source =
    signatures.find(({ byline }) => byline.source !== undefined)?.byline.source ??
    metadata?.source ??
    own.at(0)?.byline.author
  const url = metadata?.url ?? sourceAddress(blocks, last)
  const lead = standfirst(standfirsts, metadata, paragraphs)
  const section = metadata?.category ?? category
  if (paragraphs.length === 0 && lead === undefined && title === undefined) return undefined
  return {
    ...(title === undefined ? {} : { title }),
    ...(lead === undefined ? {} : { lead }),
    paragraphs,
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(section === undefined ? {} : { category: section }),
    stamps: placeStamps(blocks, titleAt, last),
    images: imagesOf(blocks.slice(Math.max(titleAt, 0)), metadata, url),
  }
}

/** Whether the section name at `i` stands by the headline and alone. */
function isSection(blocks: readonly Block[], i: number, titleAt: number): boolean {
  const alone = blocks[i - 1]?.label !== 'category' && blocks[i + 1]?.label !== 'category'
  return alone && (titleAt < 0 || Math.abs(i - titleAt) <= 2)
}

/** Where the text begins on a page without a single sentence: behind its first line, if that may be a headline. */
function looseStart(blocks: readonly Block[]): number {
  const first = blocks.findIndex(block => block.label === 'text')
  if (first < 0) return blocks.length
  return isTitleLike(blocks[first]) && blocks.slice(first + 1).some(block => block.label === 'text') ? first + 1 : first
}

/** The first thousand characters or so of the text. */
function openingOf(blocks: readonly Block[], first: number): string {
  let opening = ''
  for (let i = first; i < blocks.length && opening.length < 1000; i++) opening += `${blocks[i].text.slice(0, 1000)}\n`
  return opening
}

/** Captions and subheadings under the headline stay; scraps of a word or two, and the headline again, do not. */
function keepsInHead(block: Block, title: string | undefined): boolean {
  if (title !== undefined && sameTitle(block.text, title)) return false
  return block.words >= 4 || block.markup === 'caption'
}

/** The structured headline, unless the page shows another in its place. */
function metadataTitle(metadata: Metadata | undefined, shown: string | undefined, notes: Note[]): string | undefined {
  if (metadata?.title === undefined) return shown
  if (shown === undefined || sameTitle(shown, metadata.title))
    return metadata.title.length < (shown?.length ?? 0) ? shown : metadata.title
  notes.push(note('contradiction', 0, `${metadata.title} ≠ ${shown}`))
  return shown
}

/** The signature at the end, else the one at the head, else one amid the text, unless structured data names a person. */
function signedBy(signatures: readonly Signature[], metadata: Metadata | undefined): string | undefined {
  const at = (where: Signature['place']) =>
    signatures.find(({ byline, place }) => place === where && byline.author !== undefined)?.byline.author
  const atEnd = at('end')
  const inFull = signatures.find(({ byline }) => byline.author !== undefined && isShortFor(atEnd, byline.author))
  const shown = inFull?.byline.author ?? atEnd ?? at('head') ?? at('text')
  const stated = metadata?.author
  if (stated !== undefined && (signatureForm(stated) !== undefined || shown === undefined)) return stated
  return shown
}

/** Whether a signature is the name that the site puts behind its headlines: "… | Nhịp Xưởng mobile". */
function isSite(author: string, metadata: Metadata | undefined): boolean {
  const key = signatureKey(author)
  if (key.length < 4 || metadata === undefined) return false
  const names = metadata.titles.map(title => /\s[|–—-]\s+([^|]{2,60})$/u.exec(title)?.[1] ?? '')
  return [metadata.source ?? '', ...names].some(name => name !== '' && signatureKey(name).startsWith(key))
}

/** Whether a signature is the initials of a name: "Đ.Q.V" of "ĐỖ QUANG VINH". */
function isShortFor(initials: string | undefined, name: string): boolean {
  if (initials === undefined || !/^(?:\p{Lu}\.\s?)+\p{Lu}?\.?$/u.test(initials)) return false
  const letters = initials.replace(/[^\p{Lu}]/gu, '')
  const words = name.split(' ')
  return (
    words.length > 1 &&
    letters ===
      words
        .map(word => word.charAt(0))
        .join('')
        .toUpperCase()
  )
}

function sourceAddress(blocks: readonly Block[], last: number): string | undefined {
  for (let i = last + 1; i < blocks.length; i++) {
    const match = blocks[i].label === 'source' ? address.exec(blocks[i].text) : null
    if (match !== null) return match[0]
  }
  return undefined
}

/** The standfirst that the markup shows; a described one counts where the page shows it too. */
function standfirst(
  shown: readonly string[],
  metadata: Metadata | undefined,
  paragraphs: string[],
): string | undefined {
  if (shown.length > 0) return shown.join('\n')
  const stated = metadata?.lead
  if (stated !== undefined && paragraphs.length > 1 && sameTitle(paragraphs[0], stated) && paragraphs[0].length < 700)
    return paragraphs.shift()
  return undefined
}
