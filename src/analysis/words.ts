import { stringOf } from '../text/code-units.js'
import { isCapitalVowel, vowelLetter } from '../text/letters.js'
import { canonical, hasMarks } from '../text/tone.js'
import { clean, toLower } from '../text/unicode.js'
import { hasSyllableShape } from './syllable-shape.js'

/** Has the shape of a Vietnamese syllable, with or without marks. */
export const IS_SYLLABLE = 1
/** Has a Vietnamese mark: đ, a vowel shape or a tone. */
export const IS_MARKED = 2
/** Two letters or more, all upper case: may be an abbreviation. */
export const IS_UPPER = 4
/** Digits only, with the marks of grouping and decimals. */
export const IS_NUMBER = 8
/** Begins with an upper-case letter. */
export const IS_CAPITALIZED = 16

/** Longer words are cut here, so that no input makes a term of unbounded size (255 bytes of UTF-8 at most). */
const MAX_WORD = 80
/** What is looked at of a surface form; cleaning makes it shorter. */
const MAX_SURFACE = MAX_WORD * 4
/** More surface forms than this and the table starts afresh: a bound on memory for hostile input. */
const MAX_ENTRIES = 1 << 20
/** Longer slices of a string keep the whole of it alive in V8. */
const MAX_SLICE = 12

/** One step of the hash of a surface form (FNV-1a over code units). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Where every hash begins. */
export const HASH_START = 0x811c9dc5 | 0

/** Terms by number, and numbers by term; a term keeps its number as long as the vocabulary lives. */
export class Vocabulary {
  /** Open addressing: a hash and the number it belongs to, side by side, -1 where there is none. */
  private slots: Int32Array = new Int32Array(1 << 12).fill(-1)
  private mask = (1 << 11) - 1
  /** The terms, by number. */
  readonly terms: string[] = []

  /** The number of a term, a new one if need be. */
  number(term: string): number {
    const { slots, mask, terms } = this
    let hash = HASH_START
    for (let at = 0; at < term.length; at++) hash = hashUnit(hash, term.charCodeAt(at))
    let slot = (hash ^ (hash >>> 15)) & mask
    for (; slots[slot * 2 + 1] >= 0; slot = (slot + 1) & mask) {
      if (slots[slot * 2] === hash && terms[slots[slot * 2 + 1]] === term) return slots[slot * 2 + 1]
    }
    slots[slot * 2] = hash
    slots[slot * 2 + 1] = terms.length
    terms.push(term)
    if (terms.length * 2 > mask) {
      this.slots = rehashed(slots)
      this.mask = mask * 2 + 1
    }
    return terms.length - 1
  }
}

/** The same table with twice the room. */
function rehashed(old: Int32Array): Int32Array {
  const slots = new Int32Array(old.length * 2).fill(-1)
  const mask = old.length - 1
  for (let at = 0; at < old.length; at += 2) {
    if (old[at + 1] < 0) continue
    let slot = (old[at] ^ (old[at] >>> 15)) & mask
    while (slots[slot * 2 + 1] >= 0) slot = (slot + 1) & mask
    slots[slot * 2] = old[at]
    slots[slot * 2 + 1] = old[at + 1]
  }
  return slots
}

/** The term of a number as written: grouping dots dropped (4.400 → 4400), the decimal comma kept, no leading zeros. */
function numberTerm(cleaned: string): string {
  const digits = cleaned.includes('.') ? cleaned.replaceAll('.', '') : cleaned
  const comma = digits.indexOf(',')
  const whole = comma < 0 ? digits.length : comma
  let zeros = 0
  // Days, months and counts are written 07 or 7; longer numbers with a zero in front are telephone or serial numbers.
  if (whole <= 2) while (zeros < whole - 1 && digits[zeros] === '0') zeros++
  return digits.slice(zeros)
}

/** Digits with dots and commas. */
function isNumber(cleaned: string): boolean {
  for (let at = 0; at < cleaned.length; at++) {
    const unit = cleaned.charCodeAt(at)
    if ((unit < 0x30 || unit > 0x39) && (at === 0 || (unit !== 0x2e && unit !== 0x2c))) return false
  }
  return cleaned !== ''
}

/** A unit takes three bytes at most, a pair of surrogates four: the longest term has 240. */
function shorten(term: string): string {
  if (term.length <= MAX_WORD) return term
  const last = term.charCodeAt(MAX_WORD - 1)
  return term.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_WORD - 1 : MAX_WORD)
}

/** Whether there is something to index: a letter or a number, not only marks. */
function isIndexed(term: string): boolean {
  const first = term.charCodeAt(0)
  return (first >= 0x61 && first <= 0x7a) || /[\p{L}\p{N}]/u.test(term)
}

/** `IS_UPPER` and `IS_CAPITALIZED` for a clean word. */
function capitals(cleaned: string): number {
  // Most words have none, and asking the platform for other cases costs more than all the rest.
  if (toLower(cleaned) === cleaned) return 0
  const facts = isCapital(cleaned.charCodeAt(0)) || cleaned[0] !== cleaned[0].toLowerCase() ? IS_CAPITALIZED : 0
  let upper = 0
  for (; upper < cleaned.length && isCapital(cleaned.charCodeAt(upper)); upper++);
  if (cleaned.length < 2 || isSmall(cleaned.charCodeAt(upper))) return facts
  if (upper === cleaned.length) return facts | IS_UPPER
  const whole = cleaned.toUpperCase()
  return cleaned === whole && whole !== cleaned.toLowerCase() ? facts | IS_UPPER : facts
}

/** A to Z, the vowels with marks, Đ. */
function isCapital(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || unit === 0x110 || isCapitalVowel(unit)
}

function isSmall(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x111 || (vowelLetter(unit) >= 0 && !isCapitalVowel(unit))
}

/**
 * Surface forms, each analyzed once. Looked up by hash over the text's own code units, so that scanning a text makes no
 * strings but for words never seen before.
 */
export class WordTable {
  /** Open addressing: a hash and the word it belongs to, side by side, -1 where there is none. */
  private slots: Int32Array = new Int32Array(1 << 13).fill(-1)
  private mask = (1 << 12) - 1
  private count = 0
  /** The code units of all surfaces, one after the other; that of a word begins at `starts[word]`. */
  private units = new Uint16Array(1 << 14)
  private starts = new Int32Array((1 << 11) + 1)
  /** For each word the number of its term in the vocabulary, or -1 for a surface with nothing to index. */
  terms = new Int32Array(1 << 11)
  /** For each word the `IS_…` bits. */
  facts = new Uint8Array(1 << 11)
  /** How often all surface forms were forgotten; word numbers hold for one generation. */
  generation = 0

  constructor(readonly vocabulary: Vocabulary) {}

  /** The surface form of a word, cut where it is very long. */
  surface(word: number): string {
    return stringOf(this.units.subarray(this.starts[word]), this.starts[word + 1] - this.starts[word])
  }

  /** The word at `start` to `end` of `text`, whose code units hash to `hash` (see `hashUnit`). */
  intern(text: string, start: number, end: number, hash: number): number {
    const { slots, mask, units, starts } = this
    const length = Math.min(end - start, MAX_SURFACE)
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const word = slots[slot * 2 + 1]
      if (word < 0) return this.add(text, start, length, hash, slot)
      if (slots[slot * 2] !== hash) continue
      const from = starts[word]
      if (starts[word + 1] - from !== length) continue
      let at = 0
      while (at < length && units[from + at] === text.charCodeAt(start + at)) at++
      if (at === length) return word
    }
  }

  /** Forgets all surface forms when there are too many; word numbers from before are void. Call it between documents. */
  trim(): void {
    if (this.count < MAX_ENTRIES) return
    this.slots.fill(-1)
    this.count = 0
    this.generation++
  }

  private add(text: string, start: number, length: number, hash: number, slot: number): number {
    const word = this.count++
    if (word >= this.terms.length) this.grow()
    const from = this.starts[word]
    if (from + length > this.units.length) this.units = enlarged(this.units, new Uint16Array(this.units.length * 2))
    for (let at = 0; at < length; at++) this.units[from + at] = text.charCodeAt(start + at)
    this.starts[word + 1] = from + length
    this.slots[slot * 2] = hash
    this.slots[slot * 2 + 1] = word
    this.describe(word, length > MAX_SLICE ? this.surface(word) : text.slice(start, start + length))
    if (this.count * 2 > this.mask) {
      this.slots = rehashed(this.slots)
      this.mask = this.mask * 2 + 1
    }
    return word
  }

  private describe(word: number, surface: string): void {
    const cleaned = clean(surface)
    if (isNumber(cleaned)) {
      this.terms[word] = this.vocabulary.number(shorten(numberTerm(cleaned)))
      this.facts[word] = IS_NUMBER
      return
    }
    const term = shorten(canonical(cleaned))
    this.terms[word] = isIndexed(term) ? this.vocabulary.number(term) : -1
    let facts = capitals(cleaned)
    if (hasSyllableShape(term)) facts |= IS_SYLLABLE
    if (hasMarks(term)) facts |= IS_MARKED
    this.facts[word] = facts
  }

  private grow(): void {
    const size = this.terms.length * 2
    this.terms = enlarged(this.terms, new Int32Array(size))
    this.facts = enlarged(this.facts, new Uint8Array(size))
    this.starts = enlarged(this.starts, new Int32Array(size + 1))
  }
}

function enlarged<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
