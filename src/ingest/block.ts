/**
 * What a block is, judged by itself (boilerplate.ts).
 *
 * - `text`      paragraph, heading, caption, list item: belongs to an article unless its place says otherwise
 * - `stamp`     the date line of a page, with or without time
 * - `byline`    a marked or unmistakable signature: "Tin, ảnh: KIM LOAN", "Đ.H", "Bảo Dung - LĐLĐ thành phố"
 * - `name`      a bare person's name, "Nguyễn Xuân", "PHƯƠNG ANH": a signature only where it closes an article
 * - `source`    "Nguồn: …", "Theo TTXVN", an address on its own line
 * - `related`, `comments`  the heading of a list of other news, of the readers' comments
 * - `category`  the name of a section ("Thời sự"): a menu item, a kicker or, between paragraphs, a subheading
 * - `contact`   address and telephone lines: imprint beside imprint, else text
 * - `pointer`   ">> Xem thêm: …" inside a text
 * - the rest    clutter
 */
export type Label =
  | 'text'
  | 'stamp'
  | 'byline'
  | 'name'
  | 'source'
  | 'related'
  | 'comments'
  | 'category'
  | 'menu'
  | 'counter'
  | 'footer'
  | 'contact'
  | 'share'
  | 'pointer'
  | 'number'
  | 'rule'

/** A stretch of blocks that belongs to no article (zones.ts), or that the markup sets apart (html/). */
export type Zone = 'related' | 'comments' | 'footer' | 'markup'

/** What the markup of a page says about a block; plain text says nothing but table rows and list items. */
export type Markup = 'heading' | 'paragraph' | 'caption' | 'table-row' | 'list-item' | 'standfirst' | 'stamp' | 'author'

/** One line of a plain page, or one block element of an HTML page. */
export interface Block {
  /** The words, cleaned: NFC, single spaces, trimmed, never empty. */
  readonly text: string
  /** Line on the page, from 1; for HTML the ordinal of the block. */
  readonly line: number
  /** Blank lines before the block. */
  readonly gap: number
  /** Words between spaces; an estimate for very long blocks. */
  readonly words: number
  /** Share of the characters that stand in links, 0 to 1; 0 for plain text. */
  readonly linkShare: number
  readonly markup?: Markup
  /** 1 to 6 where `markup` is `heading`. */
  readonly level?: number
  /** Addresses of the pictures directly above it or in it. */
  readonly pictures?: readonly string[]
  /** Ordinal of the `<article>` element around the block; 0 for none. */
  readonly container: number
  label: Label
  zone?: Zone
}

/** The number of words of `text`; beyond 400 characters an estimate, since nobody asks exactly there. */
export function countWords(text: string): number {
  if (text.length > 400) return Math.round(text.length / 5)
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) === 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

const closing = new Set(['"', '”', '’', "'", ')', ']', '»', ' '])
const ending = new Set(['.', '!', '?', '…', ':', ';', ','])

/** The last character that is no closing quote or bracket. */
export function lastMark(text: string): string {
  let i = text.length - 1
  while (i > 0 && closing.has(text.charAt(i))) i--
  return text.charAt(i)
}

/** Whether `text` ends as a sentence, a list's head or a clause does. */
export function endsSentence(text: string): boolean {
  return ending.has(lastMark(text))
}

/** Running text: a sentence of eight words, or so many words that no headline has them. */
export function isParagraph(block: Block): boolean {
  if (block.label !== 'text' || block.zone !== undefined) return false
  if (block.markup === 'heading' || block.markup === 'table-row') return false
  if (block.words > 40) return true
  if (block.words < 8 || !endsSentence(block.text)) return false
  return isStatement(block.text) || block.words > 30 || /[.]["”’)]? \p{Lu}/u.test(block.text)
}

/** Ends as statements do: headlines end with question marks, exclamation marks and dots of suspense as well. */
function isStatement(text: string): boolean {
  const last = lastMark(text)
  if (last === '?' || last === '!' || last === '…') return false
  return last !== '.' || !/\.\.\.["”’)]*$/.test(text)
}

/** Could stand as a headline by its looks: short, begins as a sentence does, does not end as one. */
export function isTitleLike(block: Block): boolean {
  if (block.label !== 'text' || block.zone !== undefined || block.markup === 'table-row') return false
  if (block.markup === 'caption' || block.markup === 'list-item') return false
  if (block.words < 3 || block.words > 40) return false
  if (endsSentence(block.text) && isStatement(block.text)) return false
  return /^[\p{Lu}\p{N}"“‘'«([]|^\p{Ll}\p{Lu}/u.test(block.text)
}

/** A block that is part of no article, whatever stands around it. */
export function isClutter(block: Block): boolean {
  if (block.zone !== undefined) return true
  switch (block.label) {
    case 'menu':
    case 'counter':
    case 'footer':
    case 'share':
    case 'pointer':
    case 'number':
    case 'rule':
    case 'related':
    case 'comments':
      return true
    default:
      return false
  }
}
