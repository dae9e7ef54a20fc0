/** Bytes and the characters that a browser or editor shows for them when it takes them for Western European text. */

/** What Windows-1252 shows for 0x80 to 0x9F; the five unassigned bytes come through as controls, as in Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BYTES = /* @__PURE__ */ new Map<number, number>([
  ...Array.from(HIGH, (char, i) => [char.charCodeAt(0), 0x80 + i] as const),
  // Greek mu stands in for the micro sign after compatibility normalization.
  [0x3bc, 0xb5] as const,
])

/** The byte that a UTF-16 unit was, whether it was read as Latin-1 or as Windows-1252; -1 when it was in neither. */
export function byteOf(code: number): number {
  return code < 0x100 ? code : (BYTES.get(code) ?? -1)
}

/** The text of bytes read as Windows-1252. */
export function readWestern(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte)
  return text
}

/**
 * Replaces the characters of a text that stand for bytes of 0x80 and above by the letters of a code table, given for those
 * 128 bytes; a full stop in the table means that the byte is no letter there and stays what it shows.
 */
export function decodeTable(text: string, letters: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i))
    const letter = byte >= 0x80 ? letters[byte - 0x80] : '.'
    out += letter === '.' ? text[i] : letter
  }
  return out
}
