const PICTOGRAPH = /^\p{Extended_Pictographic}$/u
/** Pictographs that show as pictures of themselves; the others only with U+FE0F after them (©, ↔, ☎). */
const PRESENTED = /^\p{Emoji_Presentation}$/u

const JOINER = 0x200d
const PICTURE_STYLE = 0xfe0f

/**
 * The end of the emoji that begins at `i`, with its skin tone, its style and what is joined to it; flags are two letters.
 * `i` itself when there is none.
 */
export function emojiEnd(text: string, i: number): number {
  const first = text.codePointAt(i) ?? 0
  if (isFlagLetter(first)) return isFlagLetter(text.codePointAt(i + 2) ?? 0) ? i + 4 : i
  let end = pictureEnd(text, i)
  if (end === i) return i
  while (text.charCodeAt(end) === JOINER) {
    const next = pictographEnd(text, end + 1)
    if (next === end + 1) break
    end = next
  }
  return end
}

/** The end of one pictograph that shows as a picture. */
function pictureEnd(text: string, i: number): number {
  const point = text.codePointAt(i) ?? 0
  const end = pictographEnd(text, i)
  if (end === i) return i
  const styled = text.charCodeAt(i + width(point)) === PICTURE_STYLE
  return styled || PRESENTED.test(String.fromCodePoint(point)) ? end : i
}

/** The end of one pictograph with its modifiers. */
function pictographEnd(text: string, i: number): number {
  const point = text.codePointAt(i) ?? 0
  if (!mayBePictograph(point) || !PICTOGRAPH.test(String.fromCodePoint(point))) return i
  let end = i + width(point)
  const modifier = text.codePointAt(end) ?? 0
  if (modifier >= 0x1f3fb && modifier <= 0x1f3ff) end += 2
  if (text.charCodeAt(end) === PICTURE_STYLE) end++
  return end
}

/** The blocks that hold pictographs, so that other scripts are passed over without a test. */
function mayBePictograph(point: number): boolean {
  return (
    (point >= 0x203c && point < 0x3300 && (point < 0x2c00 || point > 0x3000)) || (point >= 0x1f000 && point < 0x1fb00)
  )
}

function isFlagLetter(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff
}

function width(point: number): number {
  return point > 0xffff ? 2 : 1
}
