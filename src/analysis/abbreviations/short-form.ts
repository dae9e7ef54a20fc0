import { foldUnit } from '../../text/fold.js'
import { toLower } from '../../text/unicode.js'

/** The letters of a short form, ready to be held against the initials of a long form. */
export interface ShortForm {
  /** Base letters in lower case, `đ` for đ; a number stands as a whole ("QK7" → q, k, 7). */
  readonly letters: readonly string[]
  /** How many words "và" the long form may have beyond the letters: one, and one more for each `&` or "và" written. */
  readonly ands: number
}

const FEWEST = 2
const MOST = 12
/** The longest short form in UTF-16 units, with marks, dots and spaces: what is longer is a sentence. */
export const LONGEST_SHORT_FORM = 40

const UPPER_SHARE = 0.6

/** Latin letters with and without marks lie below. */
const FIRST_OTHER = 0x1f00
const LETTERS = 'abcdefghijklmnopqrstuvwxyzđ'
/** By UTF-16 unit what `initial` gave before: place in `LETTERS` + 1, or `NO_LETTER`; 0 when it was not asked. */
const KNOWN = /* @__PURE__ */ new Uint8Array(FIRST_OTHER)
const NO_LETTER = 255

/** The base letter of a UTF-16 unit in lower case, đ (also as eth or African D) as `đ`; '' when it is no letter. */
export function initial(code: number): string {
  if (!(code < FIRST_OTHER)) return ''
  if (KNOWN[code] === 0) KNOWN[code] = LETTERS.indexOf(baseLetter(code)) + 1 || NO_LETTER
  const known = KNOWN[code]
  return known === NO_LETTER ? '' : LETTERS[known - 1]
}

function baseLetter(code: number): string {
  if (STROKED_D.includes(code)) return 'đ'
  const lower = toLower(String.fromCharCode(code))
  return String.fromCharCode(foldUnit(lower.charCodeAt(0)))
}

/** Đ đ, and the eths and African Ds that stand in for them. */
const STROKED_D = [0x110, 0x111, 0xd0, 0xf0, 0x189, 0x256]

/**
 * Reads a short form of 2 to 12 letters, at least 60 % of them capitals, with `-`, `&`, `.`, `/`, a space or "và" between
 * them; undefined when it is none. Of single letters around a slash one capital is enough (Đ/c, but not t/h).
 */
export function readShortForm(text: string): ShortForm | undefined {
  if (text.length < FEWEST || text.length > LONGEST_SHORT_FORM) return undefined
  const letters: string[] = []
  let ands = 1
  let upper = 0
  let count = 0
  let slashed = false
  let run = 0
  let longestRun = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x300 && code <= 0x36f) continue
    if (code >= 0x30 && code <= 0x39) {
      if (count === 0) return undefined
      const digit = text[i]
      const last = letters.length - 1
      if (i > 0 && isDigit(text.charCodeAt(i - 1))) letters[last] += digit
      else letters.push(digit)
      continue
    }
    const letter = initial(code)
    if (letter !== '') {
      if (letter === 'v' && isAnd(text, i)) {
        ands++
        i++
        continue
      }
      letters.push(letter)
      count++
      run++
      longestRun = Math.max(longestRun, run)
      const char = text[i]
      if (char !== toLower(char)) upper++
      continue
    }
    run = 0
    if (text[i] === '&') ands++
    else if (text[i] === '/') slashed = true
    else if (
      !(text[i] === '-' || text[i] === '.' || text[i] === ' ' || code === 0xa0 || code === 0x2011 || code === 0x2013)
    )
      return undefined
  }
  if (count < FEWEST || letters.length > MOST) return undefined
  const single = slashed && longestRun === 1 && upper > 0
  if (upper < UPPER_SHARE * count && !single) return undefined
  return { letters, ands }
}

/** Whether the word at `i` is "và", written small and alone. */
function isAnd(text: string, i: number): boolean {
  return (
    text[i] === 'v' &&
    text[i + 1] === 'à' &&
    (i === 0 || text[i - 1] === ' ') &&
    (i + 2 === text.length || text[i + 2] === ' ')
  )
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
