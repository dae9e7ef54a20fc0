import { fold } from '../text/fold.js'
import { canonical, hasMarks } from '../text/tone.js'
import { clean } from '../text/unicode.js'
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
/** More surface forms than this and the table starts afresh: a bound on memory for hostile input. */
const MAX_ENTRIES = 1 << 20

const encoder = new TextEncoder()

/** Terms by number, and numbers by term; a term keeps its number as long as the vocabulary lives. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  /** The terms, by number. */
  readonly terms: string[] = []

  /** The number of a term, a new one if need be. */
  number(term: string): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const number = this.terms.length
    this.terms.push(term)
    this.numbers.set(term, number)
    return number
  }
}

/** The term of a number as written: grouping dots dropped (4.400 → 4400), the decimal comma kept, no leading zeros. */
function numberTerm(cleaned: string): string {
  const [whole, fraction] = cleaned.replaceAll('.', '').split(',', 2)
  let zeros = 0
  // Days, months and counts are written 07 or 7; longer numbers with a zero in front are telephone or serial numbers.
  if (whole.length <= 2) while (zeros < whole.length - 1 && whole[zeros] === '0') zeros++
  return fraction === undefined ? whole.slice(zeros) : `${whole.slice(zeros)},${fraction}`
}

function shorten(term: string): string {
  let end = Math.min(term.length, MAX_WORD)
  while (encoder.encode(term.slice(0, end)).length > 255) end--
  const last = term.charCodeAt(end - 1)
  return term.slice(0, end < term.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end)
}

/**
 * Surface forms, each analyzed once. Looked up by hash over the text's own code units, so that scanning a text makes no
 * strings but for words never seen before.
 */
export class WordTable {
  private slots = new Int32Array(1 << 15).fill(-1)
  private hashes = new Int32Array(1 << 14)
  private readonly surfaces: string[] = []
  /** For each word the number of its term in the vocabulary, or -1 for a surface with nothing to index. */
  terms = new Int32Array(1 << 14)
  /** For each word the `IS_…` bits. */
  facts = new Uint8Array(1 << 14)

  constructor(readonly vocabulary: Vocabulary) {}

  /** The surface form of a word. */
  surface(word: number): string {
    return this.surfaces[word]
  }

  /** The word at `start` to `end` of `text`, whose code units hash to `hash` (see `hashUnit`). */
  intern(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    const length = end - start
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const word = this.slots[slot]
      if (word < 0) return this.add(text.slice(start, end), hash, slot)
      if (this.hashes[word] !== hash) continue
      const surface = this.surfaces[word]
      if (surface.length !== length) continue
      let at = 0
      while (at < length && surface.charCodeAt(at) === text.charCodeAt(start + at)) at++
      if (at === length) return word
    }
  }

  /** Forgets all surface forms when there are too many; word numbers from before are void. Call it between documents. */
  trim(): void {
    if (this.surfaces.length < MAX_ENTRIES) return
    this.slots.fill(-1)
    this.surfaces.length = 0
  }

  private add(surface: string, hash: number, slot: number): number {
    const word = this.surfaces.length
    this.surfaces.push(surface)
    if (word >= this.terms.length) this.grow()
    this.hashes[word] = hash
    this.slots[slot] = word
    this.describe(word, surface)
    if (this.surfaces.length * 2 > this.slots.length) this.rehash()
    return word
  }

  private describe(word: number, surface: string): void {
    const cleaned = clean(surface.length > MAX_WORD * 4 ? surface.slice(0, MAX_WORD * 4) : surface)
    const first = cleaned.charCodeAt(0)
    if (first >= 0x30 && first <= 0x39 && /^[0-9.,]+$/.test(cleaned)) {
      this.terms[word] = this.vocabulary.number(shorten(numberTerm(cleaned)))
      this.facts[word] = IS_NUMBER
      return
    }
    const term = shorten(canonical(cleaned))
    const base = /[\p{L}\p{N}]/u.test(term)
    this.terms[word] = base ? this.vocabulary.number(term) : -1
    let facts = 0
    if (hasSyllableShape(fold(term))) facts |= IS_SYLLABLE
    if (hasMarks(term)) facts |= IS_MARKED
    const upper = cleaned.toUpperCase()
    if (cleaned === upper && cleaned.length >= 2 && upper !== cleaned.toLowerCase()) facts |= IS_UPPER
    if (cleaned !== '' && cleaned[0] !== cleaned[0].toLowerCase()) facts |= IS_CAPITALIZED
    this.facts[word] = facts
  }

  private grow(): void {
    const terms = new Int32Array(this.terms.length * 2)
    terms.set(this.terms)
    this.terms = terms
    const facts = new Uint8Array(this.facts.length * 2)
    facts.set(this.facts)
    this.facts = facts
    const hashes = new Int32Array(this.hashes.length * 2)
    hashes.set(this.hashes)
    this.hashes = hashes
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    const mask = this.slots.length - 1
    for (let word = 0; word < this.surfaces.length; word++) {
      const hash = this.hashes[word]
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.slots[slot] >= 0) slot = (slot + 1) & mask
      this.slots[slot] = word
    }
  }
}

/** One step of the hash of a surface form (FNV-1a over code units). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Where every hash begins. */
export const HASH_START = 0x811c9dc5 | 0
