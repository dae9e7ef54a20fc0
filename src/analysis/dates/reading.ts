import { fold } from '../../text/fold.js'
import { canonical } from '../../text/tone.js'
import { clean, toLower } from '../../text/unicode.js'

/** A word or number of a text. */
export interface Word {
  /** Lower case, canonical. */
  readonly form: string
  readonly start: number
  readonly end: number
}

/** Longest word looked at: cues are short. */
const LONGEST = 16
/** How far around a word other words are looked at for marks. */
const NEAR = 40

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Letters that Vietnamese words are made of, with combining marks; enough to find their ends. One entry a code unit. */
const LETTERS = new Uint8Array(0x1f00)
for (const [from, to] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
]) {
  LETTERS.fill(1, from, to + 1)
}
LETTERS[0xd7] = LETTERS[0xf7] = 0

/** Whether a code unit is a letter or combining mark. */
export function isLetter(unit: number): boolean {
  return unit < 0x1f00 && LETTERS[unit] === 1
}

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x09 || unit === 0x202f
}

/** The word that ends right before `end`, undefined when no word does or it is longer than any cue. */
export function wordEndingAt(text: string, end: number): Word | undefined {
  let start = end
  while (start > 0 && end - start <= LONGEST && isLetter(text.charCodeAt(start - 1))) start--
  return start === end || end - start > LONGEST ? undefined : word(text, start, end)
}

/** The word that begins at `start`. */
export function wordStartingAt(text: string, start: number): Word | undefined {
  let end = start
  while (end < text.length && end - start <= LONGEST && isLetter(text.charCodeAt(end))) end++
  return start === end || end - start > LONGEST ? undefined : word(text, start, end)
}

function word(text: string, start: number, end: number): Word {
  return { form: canonical(toLower(clean(text.slice(start, end)))), start, end }
}

/** Where spaces before `at` begin. */
export function skipSpacesBack(text: string, at: number): number {
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** Where spaces from `at` on end. */
export function skipSpaces(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** A table of words that is also read without marks where nothing near is marked: `ngay 5/3`, but not in `ngay 5/3 này`. */
export class Lexicon<T> {
  private readonly marked = new Map<string, T>()
  private readonly plain = new Map<string, T>()

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [key, value] of entries) {
      this.marked.set(canonical(key), value)
      if (!this.plain.has(fold(key))) this.plain.set(fold(key), value)
    }
  }

  /** What a word of the text means; undefined when it is not in the table. */
  get(text: string, found: Word | undefined): T | undefined {
    if (!found) return undefined
    const value = this.marked.get(found.form)
    if (value !== undefined) return value
    const unmarked = this.plain.get(found.form)
    return unmarked !== undefined && !hasMarksNear(text, found.start, found.end) ? unmarked : undefined
  }
}

/** Lexicon of bare words. */
export function lexiconOf(words: readonly string[]): Lexicon<string> {
  return new Lexicon(words.map(each => [each, each] as const))
}

function hasMarksNear(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - NEAR)
  const to = Math.min(text.length, end + NEAR)
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xc0 && isLetter(unit)) return true
  }
  return false
}
