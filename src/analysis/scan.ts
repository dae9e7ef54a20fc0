import {
  CLAUSE_END,
  classOf,
  classOfPair,
  DIGIT,
  IDEOGRAPH,
  IGNORABLE,
  LETTER,
  SEPARATOR,
  SURROGATE,
} from './char-class.js'
import { documentNumberEnd, documentNumberKey } from './document-numbers.js'
import { ASIDE, BREAK, LITERAL, type TokenBuffer } from './tokens.js'
import {
  HASH_START,
  hashUnit,
  IS_CAPITALIZED,
  IS_MARKED,
  IS_NUMBER,
  IS_SYLLABLE,
  IS_UPPER,
  type WordTable,
} from './words.js'

const DOT = 0x2e
const COMMA = 0x2c
const HYPHEN = 0x2d
const SLASH = 0x2f
/** Longer chains of hyphenated parts are no words. */
const MAX_JOINED_PARTS = 4

/** The class of the character at `at` inside a word: surrogate pairs are looked at whole. */
function classAt(text: string, at: number): number {
  const found = classOf(text.charCodeAt(at))
  return found === SURROGATE ? classOfPair(text, at) : found
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function digitsEnd(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/**
 * The end of a number in Vietnamese notation that begins at `start`: dots group thousands (4.400), a comma is the
 * decimal sign (19,5). A dot that does not group, as in the date 9.7, ends it.
 */
function numberEnd(text: string, start: number): number {
  let end = digitsEnd(text, start)
  if (end - start <= 3) {
    while (text.charCodeAt(end) === DOT && digitsEnd(text, end + 1) === end + 4) end += 4
  }
  if (text.charCodeAt(end) === COMMA) {
    const fraction = digitsEnd(text, end + 1)
    if (fraction > end + 1) return fraction
  }
  return end
}

/**
 * Splits a text into words and numbers and appends them to `out`, every offset shifted by `shift`. One pass over the code
 * units; work is linear in the text whatever it holds.
 */
export class Scanner {
  private text = ''
  private shift = 0
  private breakNext = true
  /** Of the last text: words, those of them that have the shape of a syllable, those with marks. */
  written = 0
  syllables = 0
  marked = 0

  constructor(
    private readonly words: WordTable,
    private readonly out: TokenBuffer,
  ) {}

  scan(text: string, shift = 0): void {
    this.text = text
    this.shift = shift
    this.breakNext = true
    this.written = 0
    this.syllables = 0
    this.marked = 0
    const { length } = text
    let at = 0
    while (at < length) {
      const unit = text.charCodeAt(at)
      const found = classOf(unit)
      if (found === LETTER) at = this.word(at)
      else if (found === SEPARATOR || found === IGNORABLE) at++
      else if (found === DIGIT) at = isDigit(unit) ? this.number(at) : this.word(at)
      else if (found === CLAUSE_END) at = this.clauseEnd(at, unit)
      else if (found === IDEOGRAPH) at = this.emit(at, at + 1)
      else {
        const pair = classOfPair(text, at)
        if (pair === IDEOGRAPH) at = this.emit(at, at + 2)
        else if (pair === LETTER || pair === DIGIT) at = this.word(at)
        else at += text.codePointAt(at)! > 0xffff ? 2 : 1
      }
    }
  }

  /** Ends a clause, unless the dot stands inside a name (TP.HCM, M.Linh) or behind a short capital (TP. Huế). */
  private clauseEnd(at: number, unit: number): number {
    if (unit !== DOT) {
      this.breakNext = true
      return at + 1
    }
    const next = at + 1 < this.text.length ? classOf(this.text.charCodeAt(at + 1)) : CLAUSE_END
    if (next === CLAUSE_END) this.breakNext = true
    else if (next === SEPARATOR && !this.afterShortCapital(at)) this.breakNext = true
    return at + 1
  }

  private afterShortCapital(at: number): boolean {
    const { out } = this
    const last = out.length - 1
    if (last < 0 || out.ends[last] !== at + this.shift) return false
    const facts = this.words.facts[out.words[last]]
    return (facts & (IS_CAPITALIZED | IS_UPPER)) !== 0 && out.ends[last] - out.starts[last] <= 3
  }

  /** Emits the word that begins at `start` and, behind hyphens, the parts that follow; returns the end. */
  private word(start: number): number {
    const first = this.out.length
    let end = this.part(start)
    if (!this.isHyphen(end)) return end
    let parts = 1
    while (this.isHyphen(end) && end + 1 < this.text.length) {
      const next = classAt(this.text, end + 1)
      if (next !== LETTER && next !== DIGIT) break
      end = this.part(end + 1)
      parts++
    }
    if (parts > 1 && parts <= MAX_JOINED_PARTS) this.join(first, start, end)
    return end
  }

  /** Emits the letters, digits and marks from `start`; the hash is taken in the same pass. Returns the end. */
  private part(start: number): number {
    const { text } = this
    const { length } = text
    let hash = HASH_START
    let at = start
    for (; at < length; at++) {
      const unit = text.charCodeAt(at)
      const found = classOf(unit)
      if (found === LETTER || found === DIGIT) hash = hashUnit(hash, unit)
      else if (found === IGNORABLE || found === SURROGATE) return this.emit(start, this.wordEnd(start))
      else break
    }
    return this.push(start, at, hash, 0)
  }

  /** Adds the joined form of a hyphenated loanword or name (Covid-19, Jong-un); Vietnamese compounds have none. */
  private join(first: number, start: number, end: number): void {
    const { out, words } = this
    let foreign = false
    for (let at = first; at < out.length; at++) {
      const facts = words.facts[out.words[at]]
      if ((facts & IS_UPPER) !== 0) return
      if ((facts & (IS_SYLLABLE | IS_NUMBER)) === 0) foreign = true
    }
    if (!foreign) return
    let joined = ''
    for (let at = first; at < out.length; at++) joined += words.vocabulary.terms[out.terms[at]]
    if (joined.length <= 40) {
      out.push(-1, words.vocabulary.number(joined), start + this.shift, end + this.shift, ASIDE)
    }
  }

  private isHyphen(at: number): boolean {
    const unit = this.text.charCodeAt(at)
    return unit === HYPHEN || unit === 0x2010 || unit === 0x2011
  }

  /** The end of the letters, digits and marks from `start`; invisible characters at the end are left out. */
  private wordEnd(start: number): number {
    const { text } = this
    const { length } = text
    let at = start
    let end = start
    while (at < length) {
      const found = classOf(text.charCodeAt(at))
      if (found === LETTER || found === DIGIT) end = ++at
      else if (found === IGNORABLE) at++
      else if (found === SURROGATE) {
        const pair = classOfPair(text, at)
        if (pair !== LETTER && pair !== DIGIT) break
        at += 2
        end = at
      } else break
    }
    return end
  }

  private number(start: number): number {
    const { text, out } = this
    let end = numberEnd(text, start)
    const next = end < text.length ? classAt(text, end) : SEPARATOR
    if (next === LETTER && digitsEnd(text, start) === end) return this.word(start)
    const unit = text.charCodeAt(end)
    if (unit === SLASH || unit === HYPHEN) {
      const whole = documentNumberEnd(text, start)
      if (whole > 0) {
        const first = out.length
        const hadBreak = this.breakNext
        for (let at = start; at < whole; ) {
          const found = classAt(text, at)
          if (found === LETTER || found === DIGIT) {
            const stop = isDigit(text.charCodeAt(at))
              ? Math.max(digitsEnd(text, at), this.wordEnd(at))
              : this.wordEnd(at)
            at = this.emit(at, Math.min(stop, whole), LITERAL)
          } else at++
        }
        if (out.length > first) {
          const term = this.words.vocabulary.number(documentNumberKey(text.slice(start, whole)))
          out.push(-1, term, start + this.shift, whole + this.shift, ASIDE)
        }
        this.breakNext = this.breakNext && !hadBreak
        return whole
      }
    }
    end = this.emit(start, end)
    return end
  }

  /** Emits the word between two offsets; returns the second. */
  private emit(start: number, end: number, flags = 0): number {
    const { text } = this
    let hash = HASH_START
    for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at))
    return this.push(start, end, hash, flags)
  }

  private push(start: number, end: number, hash: number, flags: number): number {
    const { words, out } = this
    const word = words.intern(this.text, start, end, hash)
    const term = words.terms[word]
    if (term < 0) return end
    const facts = words.facts[word]
    this.written++
    this.syllables += facts & IS_SYLLABLE
    if ((facts & IS_MARKED) !== 0) this.marked++
    out.push(word, term, start + this.shift, end + this.shift, this.breakNext ? flags | BREAK : flags)
    this.breakNext = false
    return end
  }
}
