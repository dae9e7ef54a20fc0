/** UTF-8 that was read as Latin-1 or Windows-1252 and stored again: Viá»‡t for Việt. */
import { byteOf } from './windows-1252.js'

/** How many bytes a UTF-8 sequence has by its first; 0 for a byte that starts none. */
export function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte < 0xe0) return 2
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0
}

/**
 * Puts back every character that was stored as the Western reading of its UTF-8 bytes; the rest of the text stays. A space
 * after Ã counts as the no-break space that it was (Ã + 0xA0 is à), provided that the text has other misread letters.
 */
export function decodeMisreadUtf8(text: string): string {
  const strict = decode(text, false)
  return strict === text ? text : decode(text, true)
}

function decode(text: string, spaces: boolean): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; ) {
    const length = sequenceLength(byteOf(text.charCodeAt(i)))
    const code = length === 0 ? -1 : codePoint(text, i, length, spaces)
    if (code < 0) {
      i++
      continue
    }
    out += text.slice(from, i) + String.fromCodePoint(code)
    i += length
    from = i
  }
  return out + text.slice(from)
}

/** The character whose bytes stand at `i`; -1 when they are no valid sequence. */
function codePoint(text: string, i: number, length: number, spaces: boolean): number {
  if (i + length > text.length) return -1
  const lead = byteOf(text.charCodeAt(i))
  let code = lead & (0x7f >> length)
  for (let j = 1; j < length; j++) {
    const unit = text.charCodeAt(i + j)
    const byte = spaces && unit === 0x20 ? 0xa0 : byteOf(unit)
    if (byte < 0x80 || byte > 0xbf) return -1
    code = (code << 6) | (byte & 0x3f)
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  return code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? -1 : code
}
