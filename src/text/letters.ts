/**
 * The letters of Vietnamese: 12 vowels in 6 tones, and đ. Everything that takes a letter apart or puts one together
 * (cleaning, tone placement, typing, the accent lattice) reads these tables.
 */

/** A tone: 0 level (ngang), 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng; the digits that `toneKey` writes. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5

/** The 12 vowels without tone. The place of a letter here is its vowel number. */
export const VOWELS = 'aăâeêioôơuưy'

/** All 72 toned vowels: letter number = 6 × vowel number + tone. */
export const TONED_VOWELS = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ'

/** The same in capitals. */
export const TONED_CAPITALS = TONED_VOWELS.toUpperCase()

/** The plain letter under each vowel of `VOWELS`. */
export const PLAIN_VOWELS = 'aaaeeiooouuy'

const LIMIT = 0x1f00
const LETTER = new Uint8Array(LIMIT)
const CAPITAL = 128
for (let i = 0; i < TONED_VOWELS.length; i++) {
  LETTER[TONED_VOWELS.charCodeAt(i)] = i + 1
  LETTER[TONED_CAPITALS.charCodeAt(i)] = i + 1 + CAPITAL
}

/** The letter number (0 to 71) of a vowel in either case; -1 for anything else. */
export function vowelLetter(code: number): number {
  return code < LIMIT ? (LETTER[code] & 127) - 1 : -1
}

/** Whether a vowel is a capital; false for whatever is no Vietnamese vowel. */
export function isCapitalVowel(code: number): boolean {
  return code < LIMIT && LETTER[code] > CAPITAL
}

/** Whether a UTF-16 unit is a Latin letter, with or without marks (combining marks are not). */
export function isLatin(code: number): boolean {
  if (code < 0xc0) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7
  return (code >= 0x1e00 && code < LIMIT) || code === 0x256
}
