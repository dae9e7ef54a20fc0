/**
 * Text in the codes that Vietnamese had before Unicode, and Unicode text that was read in the wrong code: found by what
 * makes Vietnamese syllables, decoded, and said how surely. Clean text is never touched.
 */
import { isLatin } from '../letters.js'
import { isSyllable } from '../syllable.js'
import { decodeMisreadUtf8, sequenceLength } from './misread-utf8.js'
import { type Evidence, judge } from './plausibility.js'
import { decodeTcvn3 } from './tcvn3.js'
import { decodeViscii } from './viscii.js'
import { decodeVniWindows } from './vni-windows.js'
import { decodeVps } from './vps.js'
import { byteOf, readWestern } from './windows-1252.js'
import { decodeWindows1258 } from './windows-1258.js'

/** The old codes and misreadings that can be undone. */
export type LegacyEncoding =
  | 'tcvn3'
  | 'vni'
  | 'vps'
  | 'viscii'
  | 'windows-1258'
  | 'utf-8-misread'
  | 'utf-8-misread-twice'

/** What a text seems to be in. */
export interface Detection {
  readonly encoding: LegacyEncoding
  /** 0 to 1: the share of telling words that make Vietnamese syllables, counted as if one more had failed. */
  readonly confidence: number
}

/** A decoded text; without `encoding` nothing was found and the text is the one that came in. */
export interface Decoded {
  readonly text: string
  readonly encoding?: LegacyEncoding
  /** As in `Detection`; 1 for an encoding that the caller named, 0 when nothing was found. */
  readonly confidence: number
}

const DECODERS = new Map<LegacyEncoding, (text: string) => string>([
  ['utf-8-misread', decodeMisreadUtf8],
  ['utf-8-misread-twice', text => decodeMisreadUtf8(decodeMisreadUtf8(text))],
  ['tcvn3', decodeTcvn3],
  ['vni', decodeVniWindows],
  ['windows-1258', decodeWindows1258],
  ['viscii', decodeViscii],
  ['vps', decodeVps],
])

/** Longer texts are judged by this many words with unusual characters: more say nothing new. */
const MOST_WORDS = 500
/** The least share of such words that must become syllables, and by how much it must exceed that of the text as it is. */
const LEAST_SHARE = 0.7
const LEAST_GAIN = 0.25

/**
 * Says which old code or misreading a text is in, if any; undefined for clean text, for other languages and for ASCII. The
 * text is a string whose characters came from reading the bytes as Latin-1 or Windows-1252, as crawlers leave it.
 */
export function detectEncoding(text: string): Detection | undefined {
  const words = tellingWords(text)
  if (words.length === 0) return undefined
  const plain = judge(words).valid / words.length
  if (plain + LEAST_GAIN > 1) return undefined
  let best: { encoding: LegacyEncoding; evidence: Evidence } | undefined
  for (const [encoding, decode] of DECODERS) {
    const evidence = judge(words.flatMap(word => decode(word).split(' ')))
    if (best === undefined || evidence.score > best.evidence.score) best = { encoding, evidence }
  }
  if (best === undefined) return undefined
  const { valid } = best.evidence
  if (
    valid < 2 &&
    !best.encoding.startsWith('utf-8') &&
    !(words.length === 1 && isTelling(text, words[0], best.evidence))
  )
    return undefined
  const share = valid / words.length
  if (share < LEAST_SHARE || share < plain + LEAST_GAIN) return undefined
  return { encoding: best.encoding, confidence: Math.min(1, valid / (words.length + 1)) }
}

/**
 * Whether one word is enough: it becomes a very common one or has a sign among its letters (ViÖt, ®éng), and every other
 * word is a syllable.
 */
function isTelling(text: string, word: string, { valid, score }: Evidence): boolean {
  if (score === valid && !/[\u00a1-\u00bf]/.test(word)) return false
  const others = text.split(/\s+/).map(trimmed)
  return others.length > 1 && others.every(other => other === word || other === '' || isSyllable(other))
}

/**
 * Decodes a text from the encoding that it is found to be in, or from the one given. Where the whole is not in one code,
 * its lines are judged one by one, as pages mix an old article with a new menu. Text in which nothing is found comes back
 * unchanged.
 */
export function decodeLegacy(text: string, encoding?: LegacyEncoding): Decoded {
  if (encoding !== undefined) return { text: DECODERS.get(encoding)?.(text) ?? text, encoding, confidence: 1 }
  const found = detectEncoding(text)
  if (found !== undefined) return { text: DECODERS.get(found.encoding)?.(text) ?? text, ...found }
  return decodeLines(text)
}

/** A line needs this many telling words before it is judged without the others. */
const LEAST_WORDS_IN_LINE = 4

function decodeLines(text: string): Decoded {
  let best: Detection | undefined
  let out = ''
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline + 1
    const line = text.slice(start, end)
    start = end
    const found = tellingWords(line).length >= LEAST_WORDS_IN_LINE ? detectEncoding(line) : undefined
    out += found === undefined ? line : (DECODERS.get(found.encoding)?.(line) ?? line)
    if (found !== undefined && found.confidence > (best?.confidence ?? 0)) best = found
  }
  return best === undefined ? { text, confidence: 0 } : { text: out, ...best }
}

/** Decoded bytes. `encoding` is 'utf-8', 'utf-16', an old code, or 'windows-1252' when nothing else fits. */
export interface DecodedBytes {
  readonly text: string
  readonly encoding: LegacyEncoding | 'utf-8' | 'utf-16' | 'windows-1252'
  /** 0 to 1; 1 for valid UTF-8 and UTF-16 with a byte-order mark. */
  readonly confidence: number
}

/**
 * Reads bytes of unknown encoding: UTF-8 and UTF-16 by their own signs, else the old code that makes syllables. UTF-8 that
 * holds misread text is repaired too. An encoding may be given.
 */
export function decodeBytes(bytes: Uint8Array, encoding?: LegacyEncoding): DecodedBytes {
  const western = readWestern(bytes)
  if (encoding !== undefined) return { text: DECODERS.get(encoding)?.(western) ?? western, encoding, confidence: 1 }
  if (bytes.length > 1 && bytes[0] + bytes[1] === 0xfe + 0xff && bytes[0] >= 0xfe)
    return { text: readUtf16(bytes, bytes[0] === 0xff), encoding: 'utf-16', confidence: 1 }
  if (isUtf8(bytes)) {
    const text = decodeMisreadUtf8(western)
    const repaired = decodeLegacy(text)
    if (repaired.encoding === undefined) return { text: text.replace(/^\ufeff/, ''), encoding: 'utf-8', confidence: 1 }
    return { text: repaired.text, encoding: repaired.encoding, confidence: repaired.confidence }
  }
  const { text, encoding: found, confidence } = decodeLegacy(western)
  return { text, encoding: found ?? 'windows-1252', confidence }
}

function readUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  let text = ''
  for (let i = 2; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(littleEndian ? bytes[i] | (bytes[i + 1] << 8) : (bytes[i] << 8) | bytes[i + 1])
  return text
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const length = bytes[i] < 0x80 ? 1 : sequenceLength(bytes[i])
    if (length === 0 || i + length > bytes.length) return false
    for (let j = 1; j < length; j++) if (bytes[i + j] < 0x80 || bytes[i + j] > 0xbf) return false
    i += length
  }
  return true
}

/** The words of a text that hold characters beyond ASCII which may be bytes of an old code, as far as they are needed. */
function tellingWords(text: string): string[] {
  const words: string[] = []
  let start = 0
  let telling = false
  for (let i = 0; i <= text.length && words.length < MOST_WORDS; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20
    if (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) {
      const word = telling ? trimmed(text.slice(start, i)) : ''
      if (word !== '' && !isMeasure(word)) words.push(word)
      start = i + 1
      telling = false
    } else if (code >= 0x80) {
      // Quotation marks and dashes alone tell nothing; letters of any kind do.
      telling ||= isLatin(code) || (byteOf(code) >= 0x80 && !'–—‘’“”…«»'.includes(text[i]))
    }
  }
  return words
}

/** Signs and units, such as ½, 30ºC, m², say nothing about the code of the words. */
function isMeasure(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  if (last === 0xb2 || last === 0xb3) return true
  const first = word.charCodeAt(0)
  return (word.length === 1 && first < 0xc0) || (first >= 48 && first <= 57)
}

/** A word without the ASCII punctuation around it. */
function trimmed(word: string): string {
  let start = 0
  let end = word.length
  while (start < end && isPunctuation(word.charCodeAt(start))) start++
  while (end > start && isPunctuation(word.charCodeAt(end - 1))) end--
  return word.slice(start, end)
}

function isPunctuation(code: number): boolean {
  return code < 0x80 && !isLatin(code) && !(code >= 48 && code <= 57)
}
