/**
 * What one UTF-16 code unit is to the tokenizer. A table of 65,536 bytes answers in one load; code units outside the
 * Latin blocks are classified on first sight, so that loading the module costs nothing.
 */
export const SEPARATOR = 0
/** Letters and combining marks. */
export const LETTER = 1
export const DIGIT = 2
/** Zero-width characters and soft hyphens: part of the word around them, of no word by themselves. */
export const IGNORABLE = 3
/** Chinese, Japanese: each character is a token of its own. */
export const IDEOGRAPH = 4
/** High or low surrogate: the tokenizer looks at the pair. */
export const SURROGATE = 5
/** Ends a clause: words on its two sides are no neighbours. */
export const CLAUSE_END = 6
const UNKNOWN = 255

const table = new Uint8Array(0x10000).fill(UNKNOWN)

const LETTERS = /[\p{L}\p{M}]/u
const DIGITS = /\p{Nd}/u
const OTHER_NUMBERS = /\p{No}/u
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

for (let unit = 0; unit < 0x80; unit++) table[unit] = SEPARATOR
for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = DIGIT
for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = table[unit + 32] = LETTER
for (const unit of [0x0a, 0x0d, 0x21, 0x2e, 0x3b, 0x3f, 0x2026, 0x2028, 0x2029]) table[unit] = CLAUSE_END
for (const mark of ',:()[]"“”«»') table[mark.charCodeAt(0)] = CLAUSE_END
// Soft hyphen, zero-width space, non-joiner and joiner, direction marks, word joiner, byte order mark.
for (const unit of [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]) table[unit] = IGNORABLE

function classify(character: string): number {
  if (LETTERS.test(character)) return IDEOGRAPHS.test(character) ? IDEOGRAPH : LETTER
  if (DIGITS.test(character) || OTHER_NUMBERS.test(character)) return DIGIT
  return SEPARATOR
}

/** The class of a code unit (0 to 0xFFFF). */
export function classOf(unit: number): number {
  const known = table[unit]
  if (known !== UNKNOWN) return known
  const found = unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : classify(String.fromCharCode(unit))
  table[unit] = found
  return found
}

/** The class of the character that begins at `at` when a surrogate stands there; a lone surrogate separates. */
export function classOfPair(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0
  return point > 0xffff ? classify(String.fromCodePoint(point)) : SEPARATOR
}
