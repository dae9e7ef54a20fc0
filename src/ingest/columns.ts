/** One line of a plain page with its number. */
export interface RawLine {
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** So many lines in a row must be parted at one place, and hold so many characters on either side, on the average. */
const leastLines = 5
const leastSide = 18
/** Spaces between two columns. */
const gap = 3
/** Longer lines are no columns. */
const longest = 200
/** Columns may have other lines directly above, and end somewhere. */
const mostTries = 4
const mostLines = 400

/**
 * A page printed in two columns, as text extraction leaves it, read down the left column and then down the right one:
 *
 *       Tường dài 60 m, sơn xám, mỗi chiều    đầu mọi người cười, nay ai cũng ra hái
 *     nóng như lò. Mùa mưa 2012, tổ bảo trì   rau thơm trồng chen dưới gốc.
 *
 * Indented lines begin paragraphs, which come as one line each; lines elsewhere stay as they are. Undefined where there are no
 * columns. Linear in the page's length.
 */
export function columnsOf(page: string): readonly RawLine[] | undefined {
  if (!/\S {3}/.test(page)) return undefined
  const lines = page.split('\n').map((text, i) => ({ text, line: i + 1 }))
  const found: RawLine[] = []
  let from = 0
  let tried = 0
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].text.trim() === '') tried = 0
    else if (tried < mostTries && lines[i].text.includes('   ')) {
      tried++
      const end = endOfColumns(lines, i)
      if (end === undefined) continue
      found.push(...lines.slice(from, i), ...paragraphs(lines.slice(i, end.line), end.at))
      from = end.line
      i = end.line - 1
    }
  }
  return from === 0 ? undefined : [...found, ...lines.slice(from)]
}

/** Where the columns that begin at a line end, and the place at which they are parted; undefined for none. */
function endOfColumns(
  lines: readonly RawLine[],
  start: number,
): { readonly line: number; readonly at: number } | undefined {
  let end = start
  const last = Math.min(lines.length, start + mostLines)
  while (end < last && lines[end].text.trim() !== '' && lines[end].text.length <= longest) end++
  const block = lines.slice(start, end)
  if (block.length < leastLines) return undefined
  for (const at of partings(block[0].text)) {
    let both = 0
    let left = 0
    let right = 0
    for (const { text } of block) {
      if (text.slice(at - gap, at).trim() !== '') {
        both = 0
        break
      }
      const sides = [text.slice(0, at).trim().length, text.slice(at).trim().length]
      if (sides[0] > 0 && sides[1] > 0) both++
      left += sides[0]
      right += sides[1]
    }
    const enough = leastSide * block.length
    if (both >= leastLines && both * 4 >= block.length * 3 && left >= enough && right >= enough * 0.75)
      return { line: end, at }
  }
  return undefined
}

/** The places of a line at which text begins behind several spaces. */
function partings(text: string): number[] {
  const places: number[] = []
  for (const match of text.matchAll(/\S {3,}(?=\S)/g)) places.push(match.index + match[0].length)
  return places
}

/** The paragraphs of both columns; one that runs over from the left to the right stays whole. */
function paragraphs(lines: readonly RawLine[], at: number): RawLine[] {
  const whole: { parts: string[]; line: number }[] = []
  for (const side of [0, 1])
    for (const { text, line } of lines) {
      const cell = side === 0 ? text.slice(0, at) : text.slice(at)
      const words = cell.trim()
      if (words === '') continue
      const last = whole.at(-1)
      if (last === undefined || cell.startsWith('  ')) whole.push({ parts: [words], line })
      else last.parts.push(words)
    }
  return whole.map(({ parts, line }) => ({ text: parts.join(' '), line }))
}
