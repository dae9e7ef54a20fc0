import { findDates } from '../analysis/dates/index.js'
import { type Block, isClutter, isParagraph, isTitleLike } from './block.js'

/** What lies ahead of every block of a page, found in one pass from its end; all arrays have one entry a block. */
export interface Outlook {
  /** Paragraphs from here on before a signature, a zone or the end. */
  readonly paragraphs: Int32Array
  /** 1 where a signature or a source closes those paragraphs. */
  readonly signed: Uint8Array
  /** 1 where the signature or source at this place ends the text above it. */
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

/** How sure a line is a signature by its looks: 1 a bare name, 2 one in capitals, 3 marked, initials, a source. */
export function signatureStrength(block: Block): 1 | 2 | 3 {
  if (block.label !== 'name') return 3
  return block.text.includes(' ') && block.text === block.text.toUpperCase() ? 2 : 1
}

/** Clutter that stands inside texts as well: it says nothing about where they end. */
export function isInside(block: Block): boolean {
  return (
    block.zone === 'markup' ||
    (block.zone === undefined &&
      (block.label === 'number' || block.label === 'pointer' || block.label === 'share' || block.label === 'rule'))
  )
}

/**
 * Whether the signature or source at `i` ends the text above it. It does where nothing follows, or clutter, or what opens
 * another story: a headline with text, a paragraph with a date line. Between paragraphs of one text a name is a heading, a
 * source or initials are those of a picture. The arrays are filled for all blocks behind `i`.
 */
function closesAt(blocks: readonly Block[], i: number, { paragraphs, signed, closes }: Outlook): boolean {
  let next = i + 1
  while (next < blocks.length && isInside(blocks[next])) next++
  if (next >= blocks.length || isClutter(blocks[next])) return true
  const block = blocks[next]
  switch (block.label) {
    case 'contact':
    case 'category':
    case 'stamp':
      return true
    case 'name':
    case 'byline':
    case 'source':
      return closes[next] === 1
    default:
  }
  const strength = signatureStrength(blocks[i])
  if (isParagraph(block)) {
    if (hasDateLine(block.text)) return true
    if (blocks[i].label === 'source' || signed[next] === 1) return false
    return paragraphs[next] <= 2 || strength === 3
  }
  if (!hasTextAfter(blocks, next)) return true
  if (!isTitleLike(block)) return strength === 3
  if (block.words < 5 && blocks[next + 1]?.label !== 'stamp') return false
  return strength === 3 || opensStory(blocks, next) || (strength === 2 && signed[next] === 1)
}

/** Whether the headline at `i` has a date line of its own, or its text begins with one. */
function opensStory(blocks: readonly Block[], i: number): boolean {
  if (blocks[i].markup === 'heading' && (blocks[i].level ?? 6) <= 2) return true
  for (let j = i + 1; j < blocks.length && j < i + 6; j++) {
    if (blocks[j].label === 'stamp') return true
    if (isParagraph(blocks[j])) return hasDateLine(blocks[j].text)
  }
  return false
}

/** A name under "… Ảnh:" is the photographer's, torn off by the crawler. */
export function markCredits(blocks: readonly Block[]): void {
  for (let i = 1; i < blocks.length; i++) {
    const { label } = blocks[i]
    if (label !== 'name' && label !== 'byline') continue
    if (
      blocks[i].gap === 0 &&
      /(?:^|[\s(.,])(?:[Ảả]nh|Video|Clip|Đồ họa|Nguồn)\s*:\s*,?$/u.test(blocks[i - 1].text.slice(-24))
    )
      blocks[i].label = 'text'
  }
}

/** Looks at the page from its end. */
export function lookAhead(blocks: readonly Block[]): Outlook {
  const paragraphs = new Int32Array(blocks.length + 1)
  const signed = new Uint8Array(blocks.length + 1)
  const closes = new Uint8Array(blocks.length + 1)
  const outlook = { paragraphs, signed, closes }
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]
    paragraphs[i] = paragraphs[i + 1]
    signed[i] = signed[i + 1]
    if (block.zone === 'related' || block.zone === 'comments' || block.zone === 'footer') {
      paragraphs[i] = 0
      signed[i] = 0
      continue
    }
    const signs = block.label === 'name' || block.label === 'byline' || block.label === 'source'
    if (signs && closesAt(blocks, i, outlook)) {
      closes[i] = 1
      paragraphs[i] = 0
      signed[i] = 1
    } else if (isParagraph(block)) {
      paragraphs[i]++
    }
  }
  return outlook
}
