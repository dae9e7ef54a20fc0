import { type Block, countWords, endsSentence, type Markup } from './block.js'
import { columnsOf } from './columns.js'
import { labelOf } from './label.js'

/** Spaces that are not U+0020, and characters that nobody sees: zero-width marks, soft hyphens, control characters. */
const oddSpaces = /[\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g

/** One of either, or a carriage return: most pages have none. */
const odd =
  /[\u0000-\u0009\u000b-\u001f\u007f\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\ufffe\uffff]/

/** NFC, one kind of space, nothing invisible; line ends stay. */
export function cleanPage(text: string): string {
  const page = text.normalize('NFC')
  return odd.test(page) ? page.replace(/\r\n?/g, '\n').replace(oddSpaces, ' ').replace(unseen, '') : page
}

/** One line as it goes on: trimmed, single spaces. */
export function cleanLine(line: string): string {
  const trimmed = line.trim()
  return trimmed.includes('  ') ? trimmed.replace(/ {2,}/g, ' ') : trimmed
}

/** What the signs on a plain line say: a row of a table, an item of a list. */
export function plainMarkup(text: string): Markup | undefined {
  const first = text.charCodeAt(0)
  // "| a | b |", "a | 15/07/2024 |": the tables that crawlers write
  if (
    text.length < 400 &&
    text.includes('|') &&
    (/\|\s*$/.test(text) || /^\||\|\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text))
  )
    return 'table-row'
  if (first === 0x2022 || first === 0xbb || first === 0x25cf || first === 0x25aa || first === 0x25a0) return 'list-item'
  if (/^[-–+*>o] \S/.test(text) && text.length < 200 && !endsSentence(text)) return 'list-item'
  return undefined
}

interface Line {
  text: string
  line: number
  gap: number
}

/**
 * Whether the page has its paragraphs broken at a fixed width: at least a quarter of the lines that follow another
 * directly go on in lower case where no sentence had ended.
 */
function isHardWrapped(lines: readonly Line[]): boolean {
  let adjacent = 0
  let continued = 0
  let long = 0
  for (const { text } of lines) if (text.length > 200) long++
  if (long * 10 > lines.length) return false
  for (let i = 1; i < lines.length; i++) {
    if (lines[i].gap > 0 || lines[i - 1].text.length > 200) continue
    adjacent++
    if (/^\p{Ll}/u.test(lines[i].text) && !/[.!?…]$/.test(lines[i - 1].text)) continued++
  }
  return continued >= 5 && continued * 4 >= adjacent
}

/** Joins the lines of broken paragraphs: a line goes on where the one before is nearly as long as the longest. */
function unwrap(lines: readonly Line[]): Line[] {
  let width = 0
  for (const { text } of lines) if (text.length <= 200) width = Math.max(width, text.length)
  const joined: Line[] = []
  let parts: string[] = []
  const flush = () => {
    const last = joined.at(-1)
    if (last !== undefined && parts.length > 1) last.text = parts.join(' ')
    parts = []
  }
  let before = ''
  for (const line of lines) {
    const continues =
      line.gap === 0 &&
      parts.length > 0 &&
      (/^\p{Ll}/u.test(line.text) ? before.length > 20 : before.length > width * 0.7 && !/[.!?…]["”]?$/.test(before))
    if (continues) {
      parts.push(line.text)
    } else {
      flush()
      joined.push({ ...line })
      parts = [line.text]
    }
    before = line.text
  }
  flush()
  return joined
}

/** How a line begins that goes on with a sentence: a closing mark, or a word in lower case that is no address. */
export const goesOn = /^(?:[,.;)…]|\p{Ll}+(?:[ ,.]|$))/u

/**
 * Joins what a crawler tore apart at inline links: a line that begins with a comma or in lower case goes on where the one
 * directly above it has not ended.
 */
function mend(lines: readonly Line[]): Line[] {
  const mended: Line[] = []
  for (const line of lines) {
    const last = mended.at(-1)
    const torn = last !== undefined && line.gap === 0 && goesOn.test(line.text) && /[\p{L}”")]$/u.test(last.text)
    if (torn && last.text.length > 12 && !last.text.includes('|'))
      last.text += /^[,.;)…]/.test(line.text) ? line.text : ` ${line.text}`
    else mended.push({ ...line })
  }
  return mended
}

/** Longer pages are not looked through for columns. */
const longestInColumns = 500_000

/** The blocks of a plain page: one a line, blank lines counted, paragraphs that were broken at a fixed width made whole. */
export function blocksFromText(text: string): Block[] {
  const page = cleanPage(text)
  let lines: Line[] = []
  let gap = 0
  const add = (raw: string, line: number) => {
    const words = cleanLine(raw)
    if (words === '') gap++
    else {
      lines.push({ text: words, line, gap })
      gap = 0
    }
  }
  const columns = page.length < longestInColumns ? columnsOf(page) : undefined
  if (columns !== undefined) for (const { text: words, line } of columns) add(words, line)
  else
    for (let start = 0, number = 1; start <= page.length; number++) {
      let end = page.indexOf('\n', start)
      if (end < 0) end = page.length
      add(page.slice(start, end), number)
      start = end + 1
    }
  lines = isHardWrapped(lines) ? unwrap(lines) : mend(lines)
  return lines.map(({ text: words, line, gap: blank }) =>
    makeBlock({ text: words, line, gap: blank, markup: plainMarkup(words) }),
  )
}

/** A block with its label; `text` must be clean. */
export function makeBlock(given: {
  readonly text: string
  readonly line: number
  readonly gap?: number
  readonly linkShare?: number
  readonly markup?: Markup | undefined
  readonly level?: number | undefined
  readonly container?: number
  readonly pictures?: readonly string[] | undefined
}): Block {
  const { text, line, gap = 0, linkShare = 0, markup, level, container = 0, pictures } = given
  const block: { -readonly [Key in keyof Block]: Block[Key] } = {
    text,
    line,
    gap,
    words: countWords(text),
    linkShare,
    container,
    label: 'text',
  }
  if (markup !== undefined) block.markup = markup
  if (level !== undefined) block.level = level
  if (pictures !== undefined) block.pictures = pictures
  block.label = labelOf(block)
  return block
}
