import { InputError } from '../errors.js'

/** Control characters that text files do not hold and binary formats are full of. */
const binaryShare = 0.1

/** How binary formats begin that people mistake for pages, by their first bytes. */
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (.docx, .xlsx, .epub are such)', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a Word file of before 2007', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a timtin index', [0x54, 0x49, 0x4d, 0x54, 0x49, 0x4e]],
]

/** A charset that a page claims in its first bytes: `<meta charset>`, `http-equiv`, an XML declaration. */
const claimed = /(?:charset\s*=\s*["']?\s*|encoding\s*=\s*["'])([\w-]{3,30})/i

/**
 * The text of a file, strictly UTF-8; a byte order mark is dropped. Throws `InputError` BAD_INPUT for everything else, with the
 * byte `offset` where it stops being UTF-8 and, where the page names another charset, its name in `got`.
 */
export function decodeUtf8(name: string, bytes: Uint8Array): string {
  for (const [what, start] of signatures) {
    if (bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte)) {
      throw new InputError('BAD_INPUT', `${name}: ${what}, not text`, {
        file: name,
        expected: 'UTF-8 text',
        got: what,
        offset: 0,
      })
    }
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new InputError('BAD_INPUT', `${name}: UTF-16 text; save it as UTF-8`, {
      file: name,
      expected: 'UTF-8',
      got: 'UTF-16',
      offset: 0,
    })
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    throw new InputError('BAD_INPUT', `${name}: binary (a zero byte at ${zero}), not text`, {
      file: name,
      expected: 'UTF-8 text',
      got: 'binary',
      offset: zero,
    })
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      start === 0 ? bytes : bytes.subarray(start),
    )
    refuseControls(name, bytes)
    return text
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    const offset = firstBadByte(bytes, start)
    const charset = claimed.exec(latin1(bytes.subarray(0, 2048)))?.[1]?.toLowerCase()
    const foreign = charset !== undefined && charset !== 'utf-8' && charset !== 'utf8' ? charset : undefined
    const message =
      foreign === undefined
        ? `${name}: not UTF-8 at byte ${offset}`
        : `${name}: in ${foreign}, not UTF-8 (first at byte ${offset}); convert it first`
    throw new InputError('BAD_INPUT', message, {
      file: name,
      expected: 'UTF-8',
      got: foreign ?? `byte 0x${bytes[offset].toString(16)}`,
      offset,
      cause,
    })
  }
}

/** Binary data may be valid UTF-8 by chance: a tenth of control characters is no text. */
function refuseControls(name: string, bytes: Uint8Array): void {
  const head = bytes.subarray(0, 4096)
  let controls = 0
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
  if (head.length > 0 && controls > head.length * binaryShare) {
    throw new InputError('BAD_INPUT', `${name}: binary, not text`, {
      file: name,
      expected: 'UTF-8 text',
      got: 'binary',
      offset: 0,
    })
  }
}

/** Bytes as Latin-1: enough to read the ASCII of a page's head. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Offset of the first byte that does not continue a well-formed UTF-8 sequence (Unicode 15, table 3-7). */
export function firstBadByte(bytes: Uint8Array, from = 0): number {
  let i = from
  while (i < bytes.length) {
    const lead = bytes[i]
    if (lead < 0x80) {
      i++
      continue
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
    if (more === 0 || i + more >= bytes.length) return i
    const second = bytes[i + 1]
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return i
    for (let k = 2; k <= more; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return i
    i += more + 1
  }
  return bytes.length
}
