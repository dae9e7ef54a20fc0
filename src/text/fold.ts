/** Folding: the letters that are left when every mark is gone, as typed without a Vietnamese keyboard. */
import { stringOf } from './code-units.js'
import { LATIN_BASES, LATIN_EXTENDED_BASES, LETTER_PAIRS } from './fold-table.js'
import { isLatin } from './letters.js'
import { clean, toLower } from './unicode.js'

const LIMIT = 0x1f00

/** The folded unit for each unit below LIMIT; 0 means a pair of letters. */
const FOLDED = /* @__PURE__ */ buildFolded()

function buildFolded(): Uint16Array {
  const folded = Uint16Array.from({ length: LIMIT }, (_, code) => code)
  for (let code = 65; code <= 90; code++) folded[code] = code + 32
  const fill = (bases: string, start: number): void => {
    for (let i = 0; i < bases.length; i++)
      folded[start + i] = bases[i] === '?' ? lowerUnit(start + i) : bases.charCodeAt(i)
  }
  fill(LATIN_BASES, 0xc0)
  fill(LATIN_EXTENDED_BASES, 0x1e00)
  folded[0x256] = 100
  for (let i = 0; i < LETTER_PAIRS.length; i += 3) folded[LETTER_PAIRS.charCodeAt(i)] = 0
  return folded
}

function lowerUnit(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/**
 * The folded form of a text: cleaned, lower-case, every Latin letter as its base letter, đ as d (Liên đoàn → lien doan,
 * café → cafe, Müller → muller, Æ → ae). Other scripts are lower-cased only and keep their marks. Returns the same string
 * when nothing folds.
 */
export function fold(text: string): string {
  const cleaned = clean(text)
  for (let i = 0; i < cleaned.length; i++) {
    const code = cleaned.charCodeAt(i)
    if (code >= LIMIT || FOLDED[code] !== code || (code >= 0x250 && code < 0x1e00)) return foldFrom(toLower(cleaned))
  }
  return cleaned
}

/** The base letter of one lower-case Latin letter as a UTF-16 unit; other units, and letters that fold to two, stay. */
export function foldUnit(code: number): number {
  return code < LIMIT ? FOLDED[code] || code : code
}

/** Words are folded by joining one-letter strings, longer texts in a buffer: each is faster at its length. */
const SHORT = 48

function foldFrom(text: string): string {
  const folded = text.length <= SHORT ? foldShort(text) : foldLong(text)
  // Two blanks may meet where a mark between them went, and a mark the letter that it was kept from.
  const cleaned = clean(folded)
  return cleaned === folded ? folded : fold(cleaned)
}

function foldShort(text: string): string {
  let out = ''
  let latin = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // A mark that no precomposed letter could take in, or that stands apart.
    if (latin && code >= 0x300 && code < 0x370) continue
    latin = isLatin(code) || (latin && code === 0x20)
    const folded = code < LIMIT ? FOLDED[code] : code
    if (folded === code) out += text[i]
    else if (folded > 0) out += BASE_LETTERS[folded - 97]
    else out += pairOf(text[i])
  }
  return out
}

function foldLong(text: string): string {
  const units = new Uint16Array(text.length * 2)
  let length = 0
  let latin = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (latin && code >= 0x300 && code < 0x370) continue
    latin = isLatin(code) || (latin && code === 0x20)
    const folded = code < LIMIT ? FOLDED[code] : code
    if (folded > 0 || code === 0) {
      units[length++] = folded
    } else {
      const pair = pairOf(text[i])
      units[length++] = pair.charCodeAt(0)
      units[length++] = pair.charCodeAt(1)
    }
  }
  return stringOf(units, length)
}

const BASE_LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function pairOf(char: string): string {
  const at = LETTER_PAIRS.indexOf(char)
  return LETTER_PAIRS.slice(at + 1, at + 3)
}
