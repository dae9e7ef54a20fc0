import { InputError } from '../errors.js'
import { decodeLegacy, detectEncoding, type LegacyEncoding } from '../text/encodings/index.js'
import { firstBadByte, sequencesIn } from './utf8.js'

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

/** A charset that a page claims in its head: `<meta charset>`, `http-equiv`, an XML declaration. */
const claimed = /<(?:meta\b[^<>]{0,200}?charset\s*=\s*["']?\s*|\?xml\b[^<>]{0,100}?encoding\s*=\s*["'])([\w-]{3,30})/i

/** How the old codes are labelled, where they are. */
const legacyLabels: ReadonlyMap<string, LegacyEncoding> = new Map([
  ['tcvn', 'tcvn3'],
  ['tcvn3', 'tcvn3'],
  ['tcvn5712', 'tcvn3'],
  ['x-viet-tcvn', 'tcvn3'],
  ['x-viet-tcvn5712', 'tcvn3'],
  ['vni', 'vni'],
  ['x-viet-vni', 'vni'],
  ['vps', 'vps'],
  ['x-viet-vps', 'vps'],
  ['viscii', 'viscii'],
  ['x-viscii', 'viscii'],
  ['windows-1258', 'windows-1258'],
  ['cp1258', 'windows-1258'],
  ['x-cp1258', 'windows-1258'],
])

/** A decoded text. */
export interface DecodedText {
  readonly text: string
  /** The code that it was in: `utf-8`, `utf-16le`, an old Vietnamese code, or a label of the Encoding Standard. */
  readonly encoding: string
  /** What was not as it should be, where anything was. */
  readonly repair?: Repair
}

/** Why a text had to be repaired. */
export interface Repair {
  /** In words, without the file's name. */
  readonly message: string
  /** The first byte concerned. */
  readonly offset: number
  readonly got: string
}

/**
 * The text of bytes in any charset: by byte order mark, as UTF-8 where they are valid UTF-8 whatever a label says, else by what
 * makes Vietnamese syllables, else by the label (given, or in the page's head), else Windows-1252. Where most is UTF-8 and some
 * is not, line by line; what no code explains becomes U+FFFD. UTF-8 that holds text misread in an old code is put right too.
 *
 * @throws InputError (`BAD_INPUT`, `offset`) for what is no text
 */
export function decodeText(name: string, bytes: Uint8Array, label?: string): DecodedText {
  refuseSignatures(name, bytes)
  const wide = utf16Of(bytes)
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw binary(name, zero, `binary (a zero byte at ${zero})`)
  refuseControls(name, bytes)
  const text = decodeStrictly(bytes)
  if (text !== undefined) return settleUtf8(text, bytes, label)
  return decodeForeign(bytes, label ?? claimed.exec(western(bytes.subarray(0, 2048)))?.[1])
}

/** UTF-8 without its mark; undefined when it is none. */
export function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Bytes as Windows-1252, each one character. */
function western(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Signs that text was stored in an old code or misread: C«ng, Coâng, Viá»‡t. Correct Vietnamese has none of them. */
const suspicious =
  /[A-Za-z\u00c0-\u00ff][\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf]|[ÄÅÆÇËÎÏÐÑÖØÛÜÞäåæçëîïðñöøûüþ]/g
const enoughSuspicion = 4

function settleUtf8(text: string, bytes: Uint8Array, label: string | undefined): DecodedText {
  // As many bytes as characters: ASCII, and every label is right.
  if (text.length === bytes.length) return repairMisread(expandLatinEntities(text), text)
  const given = label ?? (text.lastIndexOf('<', 1) >= 0 ? claimed.exec(text.slice(0, 2048))?.[1] : undefined)
  const repaired = repairMisread(text, text)
  if (repaired.repair !== undefined || given === undefined || /^utf-?8|^unicode|^ucs/i.test(given)) return repaired
  const message = `labelled ${given}, but UTF-8`
  return { ...repaired, repair: { message, offset: firstBeyondAscii(bytes), got: given } }
}

/** Puts right what `text` holds in an old code; without such signs gives `original` back. */
function repairMisread(text: string, original: string): DecodedText {
  suspicious.lastIndex = 0
  let signs = 0
  while (signs < enoughSuspicion && suspicious.test(text)) signs++
  if (signs < enoughSuspicion) return { text: original, encoding: 'utf-8' }
  const found = detectEncoding(withoutTags(text))
  const { text: repaired, encoding } = decodeLegacy(text, found?.encoding)
  if (encoding === undefined) return { text: original, encoding: 'utf-8' }
  const message = `holds text in ${encoding}, stored as UTF-8`
  return { text: repaired, encoding, repair: { message, offset: 0, got: encoding } }
}

/** `&laquo;`, `&#171;`: how editors of old pages stored bytes above 127. Only those become characters, never markup. */
function expandLatinEntities(text: string): string {
  if (!/&(?:#1[2-9]\d;|#2[0-5]\d;|[A-Za-z]{2,6};)/.test(text)) return text
  return text.replace(/&(#\d{3}|[A-Za-z]{2,6});/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = Number(name.slice(1))
      return code >= 0xa0 && code <= 0xff ? String.fromCharCode(code) : whole
    }
    const at = latinNames.indexOf(name)
    return at < 0 ? whole : String.fromCharCode(0xa0 + at)
  })
}

/** The names of U+00A0 to U+00FF, in order (HTML 4, section 24.2). */
const latinNames = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ')

/** Text between tags, for judging words. Linear: a tag that is never closed ends at the next `<`. */
function withoutTags(text: string): string {
  return text.slice(0, judged).replace(/<[^<>]*>/g, ' ')
}

/** Characters of a page that are looked at to find its code. */
const judged = 200_000

function decodeForeign(bytes: Uint8Array, label: string | undefined): DecodedText {
  const offset = firstBadByte(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
  const { good, bad } = sequencesIn(bytes)
  if (good > bad) return { ...decodeLines(bytes), encoding: 'utf-8', repair: mixed(offset) }
  const shown = western(bytes)
  const found = detectEncoding(withoutTags(shown))?.encoding
  const named = label?.toLowerCase()
  const legacy = found ?? (named === undefined ? undefined : legacyLabels.get(named))
  if (legacy !== undefined) return foreign(decodeLegacy(shown, legacy).text, legacy, offset, named)
  const other = named === undefined ? undefined : decoderOf(named)
  if (other !== undefined) return foreign(other.decode(bytes), other.encoding, offset, named)
  const { text, encoding = 'windows-1252' } = decodeLegacy(shown)
  return foreign(text, encoding, offset, named)
}

function mixed(offset: number): Repair {
  return { message: `not UTF-8 at byte ${offset}, as the rest is`, offset, got: 'mixed encodings' }
}

/** A right label needs no repair. */
function foreign(text: string, encoding: string, offset: number, label: string | undefined): DecodedText {
  if (label !== undefined && (legacyLabels.get(label) ?? label) === encoding) return { text, encoding }
  const labelled = label === undefined ? '' : `labelled ${label}, `
  const message = `${labelled}not UTF-8 at byte ${offset}; read as ${encoding}`
  return { text, encoding, repair: { message, offset, got: encoding } }
}

/** A decoder for a label of the Encoding Standard other than UTF-8, which is known not to fit. */
function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    const decoder = new TextDecoder(label)
    return decoder.encoding === 'utf-8' || decoder.encoding.startsWith('utf-16') ? undefined : decoder
  } catch {
    return undefined
  }
}

/** Lines in UTF-8 and in an old code by turns. */
function decodeLines(bytes: Uint8Array): { text: string } {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(start, end)
    start = end
    const text = decodeStrictly(line)
    if (text !== undefined) parts.push(text)
    else {
      const { good, bad } = sequencesIn(line)
      const shown = good > bad ? undefined : decodeLegacy(western(line))
      parts.push(shown?.encoding === undefined ? lenient.decode(line) : shown.text)
    }
  }
  return { text: parts.join('') }
}

/** UTF-16 by its mark, or by zero bytes in every other place of the beginning. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, 1024) & ~1
  if (length < 8) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++
  // Half of a Vietnamese text is ASCII; the other bytes of it are hardly ever zero.
  const enough = length * 0.2
  if (zeros[1] > enough && zeros[0] < enough * 0.1) return 'utf-16le'
  return zeros[0] > enough && zeros[1] < enough * 0.1 ? 'utf-16be' : undefined
}

function refuseSignatures(name: string, bytes: Uint8Array): void {
  for (const [what, start] of signatures) {
    if (bytes[0] !== start[0] || bytes.length < start.length || !start.every((byte, i) => bytes[i] === byte)) continue
    throw new InputError('BAD_INPUT', `${name}: ${what}, not text`, {
      file: name,
      expected: 'text',
      got: what,
      offset: 0,
    })
  }
}

/** Binary data may be valid UTF-8 by chance: a tenth of control characters is no text. */
function refuseControls(name: string, bytes: Uint8Array): void {
  const length = Math.min(bytes.length, 4096)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
  }
  if (length > 0 && controls > length * binaryShare) throw binary(name, 0, 'binary')
}

function binary(name: string, offset: number, what: string): InputError {
  return new InputError('BAD_INPUT', `${name}: ${what}, not text`, {
    file: name,
    expected: 'text',
    got: 'binary',
    offset,
  })
}

function firstBeyondAscii(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length && bytes[at] < 0x80) at++
  return at
}
