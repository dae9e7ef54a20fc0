/**
 * Words of a text by their letters alone, read in one pass without building strings: a word is known by the hash of its
 * unmarked lower-case letters, so that NFC, NFD and unmarked writing meet.
 */

import { foldUnit } from '../../text/fold.js'

/** One entry a code unit below 0x2000: the folded letter (0 separates, 1 is passed over) and two flags. */
const LETTERS = 0x1fff
const UPPER = 0x2000
const MARKED = 0x4000
const IGNORED = 1
const table = new Uint16Array(0x2000)

const LETTER = /\p{L}/u
const APOSTROPHES: ReadonlySet<number> = new Set([0x27, 0x2018, 0x2019, 0x02bc])

for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = unit
for (let unit = 0x41; unit < 0x2000; unit++) {
  if (unit >= 0x300 && unit < 0x370) continue
  const letter = String.fromCharCode(unit)
  if (!LETTER.test(letter)) continue
  const lower = letter.toLowerCase()
  const latin = unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)
  const base = latin ? foldUnit(lower.charCodeAt(0)) : unit
  const marked = latin && base !== lower.charCodeAt(0) ? MARKED : 0
  table[unit] = base | marked | (lower === letter ? 0 : UPPER)
}
for (let mark = 0x300; mark < 0x370; mark++) table[mark] = IGNORED | MARKED
table[0xad] = IGNORED
// D with stroke, and eth and African D, which stand for it in old pages.
for (const unit of [0x111, 0xf0, 0x256]) table[unit] = 0x64 | MARKED
for (const unit of [0x110, 0xd0, 0x189]) table[unit] = 0x64 | MARKED | UPPER

function entry(unit: number): number {
  if (unit < 0x2000) return table[unit]
  return (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff ? IGNORED : 0
}

/** Whether a code unit is a letter, digit or mark that words are made of. */
export function isWordUnit(unit: number): boolean {
  return unit < 0x2000 ? table[unit] > IGNORED : false
}

/** Whether a code unit is an upper-case letter. */
export function isUpper(unit: number): boolean {
  return unit < 0x2000 && (table[unit] & UPPER) !== 0
}

/** Whether a code unit carries a Vietnamese (or other) mark, or is one. */
export function isMarked(unit: number): boolean {
  return unit < 0x2000 && (table[unit] & MARKED) !== 0
}

/** Whether a code unit is a lower-case letter. */
export function isLower(unit: number): boolean {
  return unit < 0x2000 && (table[unit] & UPPER) === 0 && (table[unit] & LETTERS) > 0x39
}

/** Adds one folded letter to a word's hash. */
export function addToHash(hash: number, letter: number): number {
  return (Math.imul(hash, 31) + letter) | 0
}

/** The hash of a word given in unmarked lower case. */
export function wordHash(word: string): number {
  let hash = 7
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at))
  return hash
}

/** Reads a text word by word; the fields describe the word last read. */
export class WordReader {
  /** First code unit of the word. */
  start = 0
  /** One past its last code unit. */
  end = 0
  hash = 0
  /** Whether the first letter is upper case. */
  capital = false
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Reads the first word that begins at or after `from`; false at the end of the text. */
  next(from: number): boolean {
    const { text } = this
    const length = text.length
    let at = from
    let found = 0
    for (; at < length; at++) {
      found = entry(text.charCodeAt(at))
      if (found > IGNORED && found !== (IGNORED | MARKED)) break
    }
    if (at >= length) return false
    this.start = at
    this.capital = (found & UPPER) !== 0
    let hash = addToHash(7, found & LETTERS)
    let end = at + 1
    for (; end < length; end++) {
      const unit = text.charCodeAt(end)
      found = entry(unit)
      const letter = found & LETTERS
      if (letter > IGNORED) hash = addToHash(hash, letter)
      else if (letter === 0 && !(APOSTROPHES.has(unit) && isWordUnit(text.charCodeAt(end + 1)))) break
    }
    this.end = end
    this.hash = hash
    return true
  }
}
