/**
 * One canonical form for every way in which the same Vietnamese letters are stored. Clean text (NFC without invisible
 * characters, doubled blanks or disguised letters) is recognised in one pass over a table and returned as it is.
 */
import {
  BLANK,
  CLASS,
  DROP,
  JOINER,
  LOOKALIKE,
  latinTwin,
  MARK,
  MATHEMATICAL,
  mathematicalLetter,
  PLAIN,
  REPLACED,
  RESIDUAL,
  replacement,
  SPACE,
} from './character-classes.js'
import { stringOf } from './code-units.js'
import { isLatin } from './letters.js'
import { composeMarks } from './marks.js'
import { nfc } from './normalizer.js'

/**
 * The canonical form of a text: NFC with marks in whatever order they were typed, one Đ/đ for eth and African D, no
 * zero-width characters or soft hyphens, full-width, ligature, mathematical, superscript and subscript characters as plain
 * ones, Cyrillic and Greek look-alikes inside a Latin word as Latin, and every run of blanks as one space. Line feeds stay,
 * other scripts keep their marks and joiners, case is kept. Never throws; text that is clean comes back as the same string.
 */
export function clean(text: string): string {
  return firstUnclean(text) < 0 ? text : cleanSlowly(text)
}

/** Whether `clean` would return the text unchanged. */
export function isClean(text: string): boolean {
  return firstUnclean(text) < 0 || cleanSlowly(text) === text
}

/**
 * Lower case without regard to locale, and with Ð (eth, a frequent stand-in) as đ. Returns the same string when there is
 * no capital. The text need not be clean, and is not cleaned.
 */
export function toLower(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 128 ? code >= 65 && code <= 90 : UPPER[code]) {
      const lower = text.toLowerCase()
      return lower.includes('ð') ? lower.replaceAll('ð', 'đ') : lower
    }
  }
  return text
}

const UPPER = /* @__PURE__ */ buildUpper()

/** Marks the units that lower-casing may change; surrogates count, so that astral capitals are not missed. */
function buildUpper(): Uint8Array {
  const upper = new Uint8Array(0x10000)
  for (let code = 0xc0; code < 0x10000; code++) {
    if (code === 0x600) code = 0x10a0
    if (code === 0x2e00) code = 0xa640
    if (code === 0xabc0) code = 0xd800
    if (code === 0xe000) code = 0xff00
    const char = String.fromCharCode(code)
    if (char.toLowerCase() !== char || (code >= 0xd800 && code < 0xdc00)) upper[code] = 1
  }
  upper[0xf0] = 1
  return upper
}

/** Where the first unit stands that cleaning may change; -1 in clean text. Units it cannot be sure of count. */
function firstUnclean(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const kind = CLASS[text.charCodeAt(i)]
    if (kind === PLAIN) continue
    if (kind === SPACE) {
      const next = i + 1 < text.length ? CLASS[text.charCodeAt(i + 1)] : PLAIN
      if (next === SPACE || next === BLANK) return i
    } else if (kind !== LOOKALIKE || besideLatin(text, i)) {
      return i
    }
  }
  return -1
}

function besideLatin(text: string, i: number): boolean {
  return (i > 0 && isLatin(text.charCodeAt(i - 1))) || (i + 1 < text.length && isLatin(text.charCodeAt(i + 1)))
}

/** Normalization may bring together marks that were apart; so many rounds settle every such case. */
const MOST_ROUNDS = 4

/** The longest replacement, a ligature, has three letters. */
const LONGEST_REPLACEMENT = 3
/** Words are cleaned in one buffer that is used again and again; making one takes longer than cleaning. */
const SHORT = 128
const shortUnits = /* @__PURE__ */ new Uint16Array(SHORT * LONGEST_REPLACEMENT)

function cleanSlowly(text: string, round = 1): string {
  const units = text.length <= SHORT ? shortUnits : new Uint16Array(text.length * LONGEST_REPLACEMENT)
  let length = 0
  let lookalikes = false
  let marks = false
  let residual = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let out = code
    switch (CLASS[code]) {
      case SPACE:
      case BLANK:
        if (length > 0 && units[length - 1] === 0x20) continue
        out = 0x20
        break
      case MARK:
        marks = true
        break
      case DROP:
        // Between two lone surrogates it stays, or they would become a character.
        if (length === 0 || (units[length - 1] & 0xfc00) !== 0xd800) continue
        break
      case JOINER:
        if (length === 0 || !joins(units[length - 1])) continue
        break
      case REPLACED: {
        const letters = replacement(code)
        for (let j = 0; j < letters.length - 1; j++) units[length++] = letters.charCodeAt(j)
        out = letters.charCodeAt(letters.length - 1)
        if (CLASS[out] === MARK) marks = true
        break
      }
      case LOOKALIKE:
        lookalikes = true
        break
      case RESIDUAL:
        residual = true
        break
      case MATHEMATICAL: {
        const letter = i + 1 < text.length ? mathematicalLetter(text.charCodeAt(i + 1)) : 0
        if (letter > 0) {
          out = letter
          i++
        }
        break
      }
    }
    units[length++] = out
  }
  if (lookalikes) latinizeWords(units, length)
  if (marks) {
    const composed = composeMarks(units, length)
    length = composed.length
    residual ||= composed.residual
  }
  const result = stringOf(units, length)
  if (!residual) return result
  const normal = nfc(result)
  return normal === result || round === MOST_ROUNDS ? normal : cleanSlowly(normal, round + 1)
}

/** Whether joiners and direction marks mean something after this unit: other scripts, symbols, second halves of emoji. */
function joins(code: number): boolean {
  return code >= 0x590 && !(code >= 0x1e00 && code < 0x1f00) && !(code >= 0x2000 && code < 0x2070)
}

/** Turns the look-alikes of each word into Latin letters if the word has a Latin letter and no truly foreign one. */
function latinizeWords(units: Uint16Array, length: number): void {
  let start = 0
  while (start < length) {
    let end = start
    let latin = false
    let twins = false
    let foreign = false
    for (; end < length && inWord(units, end, length); end++) {
      const code = units[end]
      if (isLatin(code)) latin = true
      else if (CLASS[code] === LOOKALIKE && !hasOwnAccent(units, end, length)) twins = true
      else if (isGreekOrCyrillic(code)) foreign = true
    }
    if (latin && twins && !foreign) for (let i = start; i < end; i++) units[i] = latinTwin(units[i])
    start = end + 1
  }
}

/** Whether a look-alike and a mark behind it are one letter of its own script (е with diaeresis is ё), which no Latin word has. */
function hasOwnAccent(units: Uint16Array, i: number, length: number): boolean {
  for (let j = i + 1; j < length && CLASS[units[j]] === MARK; j++)
    if (nfc(String.fromCharCode(units[i], units[j])).length === 1) return true
  return false
}

/** Letters and marks of the three scripts; a space before a mark too, because the mark belongs to the letter before. */
function inWord(units: Uint16Array, i: number, length: number): boolean {
  const code = units[i]
  if (code === 0x20) return i + 1 < length && CLASS[units[i + 1]] === MARK
  return isLatin(code) || CLASS[code] === MARK || isGreekOrCyrillic(code)
}

function isGreekOrCyrillic(code: number): boolean {
  return (code >= 0x370 && code < 0x530) || (code >= 0x1f00 && code < 0x2000)
}
