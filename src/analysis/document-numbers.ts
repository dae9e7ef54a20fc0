import { fold, foldUnit } from '../text/fold.js'
import { clean, toLower } from '../text/unicode.js'
import { ABBREVIATIONS } from './abbreviations/table.js'

/** A document number in its text: `145/2020/NĐ-CP`, `05-CT/TW`. */
export interface DocumentNumber {
  readonly start: number
  readonly end: number
  /** Lower case, dashes and spaces made one, đ put back where it was left out: `145/2020/nđ-cp`. */
  readonly value: string
  /** The parts of `value`: `145`, `2020`, `nđ`, `cp`. */
  readonly parts: readonly string[]
}

/**
 * Kinds of papers and bodies that issue them, folded: the letters that may stand alone after a number (43/CP), or be typed
 * in small letters (145/2020/nd-cp). From Decree 30/2020/NĐ-CP, annex III, and the practice of the Party and the unions.
 */
const CODES = /* @__PURE__ */ new Set(
  (
    'nd qd nq ct tt ttlt kh hd bc tb cv ttr ctr gp kl qc cd da dt gm bb pl sl vbhn qdi tl ch cn hdbt ' +
    'cp ttg tw ubnd hdnd tld ldld bch btv'
  ).split(' '),
)

/** Letters that in document numbers stand for words with đ, though without it they are abbreviations of their own. */
const WITH_STROKE: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['da', 'đa'],
  ['dt', 'đt'],
  ['du', 'đu'],
  ['cd', 'cđ'],
  ['nd', 'nđ'],
  ['qd', 'qđ'],
  ['dct', 'đct'],
  ['tdktct', 'tđktct'],
])

const MOST_DIGITS = 6
const MOST_LETTERS = 14
const MOST_SEGMENTS = 6

/**
 * Reads the document number that begins at this digit: number, perhaps a year, a kind and an issuing body, with `/` and
 * `-` between. Undefined for dates, ratios and plain numbers. Looks at a bounded piece of the text.
 */
export function documentNumberAt(text: string, start: number): DocumentNumber | undefined {
  const pieces = piecesAt(text, start)
  return pieces && numberOf(pieces, start)
}

/** Where the document number ends that begins at this digit; -1 when there is none. */
export function documentNumberEnd(text: string, start: number): number {
  return piecesAt(text, start)?.end ?? -1
}

/** A document number in its pieces as written; one separator fewer than pieces. */
interface Pieces {
  readonly raw: readonly string[]
  readonly separators: readonly string[]
  readonly end: number
}

function piecesAt(text: string, start: number): Pieces | undefined {
  let end = digitsEnd(text, start)
  if (end - start > MOST_DIGITS) return undefined
  const letter = text.charCodeAt(end)
  // a second paper of the same number: 15a/2020/TT-BYT
  if (letter >= 0x61 && letter <= 0x64 && isSeparator(text.charCodeAt(end + 1))) end++
  let next = separatorAt(text, end, true)
  if (next === undefined) return undefined
  const raw: string[] = [text.slice(start, end)]
  const separators: string[] = []
  let codes = 0
  while (next !== undefined && raw.length <= MOST_SEGMENTS) {
    const stop = segmentEnd(text, next.end)
    const segment = text.slice(next.end, stop)
    const year = codes === 0 && raw.length === 1 && next.sign === '/' && isYear(segment)
    if (stop === next.end || (!year && !isCode(segment))) break
    if (codes > 0 && next.spaced && !isUpper(segment)) break
    if (!year) codes++
    separators.push(next.sign)
    raw.push(segment)
    end = stop
    next = separatorAt(text, end, codes > 0)
  }
  const year = raw.length > 1 && isYear(raw[1])
  if (codes === 0 || isWordUnit(text.charCodeAt(end))) return undefined
  return plausible(raw.slice(year ? 2 : 1), separators, year) ? { raw, separators, end } : undefined
}

/**
 * The key under which all spellings of a document number meet: folded lower case with plain separators. With or without đ,
 * with any dash, with spaces beside the dashes, TƯ for TW: `145/2020/NĐ-CP` and `145/2020/nd – cp` give `145/2020/nd-cp`.
 */
export function documentNumberKey(text: string): string {
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const code = foldUnit(text.charCodeAt(i))
    const plain = (code >= 0x61 && code <= 0x7a) || isDigit(code) || code === 0x2f || code === 0x2d
    if (!plain || text[i] === 'Ư' || text[i] === 'ư') return settledKey(text)
    key += String.fromCharCode(code)
  }
  return key
}

/** The key of a number with other dashes, spaces, unclean letters or ư. */
function settledKey(text: string): string {
  return toLower(clean(text))
    .replace(/[‐‑‒–—―−]/g, '-')
    .split(/([-/])/)
    .map(part => (part.trim() === 'tư' ? 'tw' : fold(part).trim()))
    .join('')
}

/** Whether the codes after the number (and the year) are those of a document and not of a score, a size or a price. */
function plausible(codes: readonly string[], separators: readonly string[], year: boolean): boolean {
  const upper = codes.every(isUpper)
  if (upper && year) return true
  const known = CODES.has(fold(codes[0]))
  if (!upper) return known && (year || codes.length > 1)
  if (codes.length > 1) return known || separators[0] === '/' || codes[0].length > 1
  return known && separators[0] === '/'
}

function numberOf({ raw, separators, end }: Pieces, start: number): DocumentNumber {
  const parts = raw.map((part, i) => (i === 0 ? part : canonicalCode(part)))
  const value = parts.map((part, i) => (i === 0 ? part : separators[i - 1] + part)).join('')
  return { start, end, value, parts }
}

/** A code in lower case, with the đ that was not typed (ND → nđ, BLDTBXH → blđtbxh, but HD stays), and TƯ as tw. */
function canonicalCode(code: string): string {
  const lower = toLower(clean(code))
  if (lower === 'tư') return 'tw'
  if (lower !== fold(lower)) return lower
  const stroked = WITH_STROKE.get(lower)
  if (stroked !== undefined) return stroked
  const known = ABBREVIATIONS.expansions(lower)[0]
  const written = known === undefined ? '' : toLower(known.abbreviation)
  return written.length === lower.length && written.includes('đ') ? written : lower
}

/** `/` or a dash at `i`, with at most one space on each side of it where that is allowed. */
function separatorAt(
  text: string,
  i: number,
  spaces: boolean,
): { sign: string; end: number; spaced: boolean } | undefined {
  const at = spaces && isSpace(text.charCodeAt(i)) ? i + 1 : i
  if (!isSeparator(text.charCodeAt(at))) return undefined
  const end = spaces && isSpace(text.charCodeAt(at + 1)) ? at + 2 : at + 1
  return { sign: text[at] === '/' ? '/' : '-', end, spaced: end - i > 1 }
}

function segmentEnd(text: string, start: number): number {
  let i = start
  while (i - start <= MOST_LETTERS && isWordUnit(text.charCodeAt(i))) i++
  return i - start > MOST_LETTERS ? start : i
}

/** Letters, perhaps with digits after them: NĐ, QH13, TTg. */
function isCode(segment: string): boolean {
  let i = 0
  while (i < segment.length && !isDigit(segment.charCodeAt(i))) i++
  return i > 0 && digitsEnd(segment, i) === segment.length && segment.length - i <= 3
}

/** Whether a code is written in capitals, but for the end of TTg, CTr, QĐi. */
function isUpper(segment: string): boolean {
  const second = segment.length > 1 ? segment[1] : ''
  return (
    segment[0] !== toLower(segment[0]) && (second === '' || second !== toLower(second) || isDigit(second.charCodeAt(0)))
  )
}

function isYear(segment: string): boolean {
  return segment.length === 4 && digitsEnd(segment, 0) === 4 && (segment[0] === '1' || segment[0] === '2')
}

function digitsEnd(text: string, start: number): number {
  let i = start
  while (isDigit(text.charCodeAt(i))) i++
  return i
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

function isSeparator(code: number): boolean {
  return code === 0x2f || code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
}

function isWordUnit(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return (code >= 0xc0 && code < 0x370 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x1f00)
}
