import { findDates } from '../analysis/dates/index.js'
import { type Block, isClutter, isParagraph, isTitleLike } from './block.js'

/** What lies ahead of every block of a page, found in one pass from its end; all arrays have one entry a block. */
export interface Outlook {
  /** Paragraphs from here on before a signature, a zone or the end. */
  readonly paragraphs: Int32Array
  /** 1 where a signature or a source closes those paragraphs. */
  readonly signed: Uint8Array
  /** 1 where a bare name at this place signs the text above it. */
  readonly closes: Uint8Array
}

/** Opening sentences of news name their day: "Chiều 9.7, …", "Ngày 16.7, …", "Chiều ngày 19/11, …". */
export function hasDateLine(text: string): boolean {
  const head = text.slice(0, 90)
  if (!/\d/.test(head) || !/^\p{Lu}/u.test(head)) return false
  return findDates(head).some(date => date.start < 45 && date.day !== undefined && date.kind !== 'relative')
}

/** The next block from `i` on that is no clutter, or the length. */
export function nextContent(blocks: readonly Block[], i: number): number {
  while (i < blocks.length && isClutter(blocks[i])) i++
  return i
}

/** Whether any paragraph stands behind `i`, before the next zone and within forty blocks. */
function hasTextAfter(blocks: readonly Block[], i: number): boolean {
  for (let j = i + 1; j < blocks.length && j < i + 40; j++) {
    if (blocks[j].zone !== undefined) return false
    if (isParagraph(blocks[j])) return true
  }
  return false
}

/**
 * Whether the bare name at `i` signs the text above it: nothing follows, or clutter, a source, a headline with text, or
 * a paragraph that opens another story. Between paragraphs of one text a name is a heading or a caption.
 * `closes` is filled for all blocks behind `i`.
 */
function closesAt(blocks: readonly Block[], i: number, closes: Uint8Array): boolean {
  let next = i + 1
  while (next < blocks.length && blocks[next].label === 'number') next++
  if (next >= blocks.length || isClutter(blocks[next])) return true
  const block = blocks[next]
  switch (block.label) {
    case 'source':
    case 'byline':
    case 'contact':
    case 'category':
    case 'stamp':
      return true
    case 'name':
      return closes[next] === 1
    default:
  }
  if (isParagraph(block)) return hasDateLine(block.text)
  if (!hasTextAfter(blocks, next)) return true
  return isTitleLike(block) && (block.words >= 5 || blocks[next + 1]?.label === 'stamp')
}

/** A name under "… Ảnh:" is the photographer's, torn off by the crawler. */
export function markCredits(blocks: readonly Block[]): void {
  for (let i = 1; i < blocks.length; i++) {
    const { label } = blocks[i]
    if (label !== 'name' && label !== 'byline') continue
    if (blocks[i].gap === 0 && /(?:^|[\s(.,])(?:[Ảả]nh|Video|Clip|Đồ họa|Nguồn)\s*:\s*,?$/u.test(blocks[i - 1].text))
      blocks[i].label = 'text'
  }
}

/** Looks at the page from its end. */
export function lookAhead(blocks: readonly Block[]): Outlook {
  const paragraphs = new Int32Array(blocks.length + 1)
  const signed = new Uint8Array(blocks.length + 1)
  const closes = new Uint8Array(blocks.length + 1)
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]
    paragraphs[i] = paragraphs[i + 1]
    signed[i] = signed[i + 1]
    if (block.zone === 'related' || block.zone === 'comments' || block.zone === 'footer') {
      paragraphs[i] = 0
      signed[i] = 0
      continue
    }
    if (block.label === 'name' && closesAt(blocks, i, closes)) closes[i] = 1
    if (block.label === 'byline' || block.label === 'source' || closes[i] === 1) {
      paragraphs[i] = 0
      signed[i] = 1
    } else if (isParagraph(block)) {
      paragraphs[i]++
    }
  }
  return { paragraphs, signed, closes }
}
