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
const D_STROKE = 'đ'

/** The base letter of a UTF-16 unit in lower case, đ (also as eth or African D) as `đ`; '' when it is no letter. */
export function initial(code: number): string {
  if (code === 0x110 || code === 0x111 || code === 0xd0 || code === 0xf0 || code === 0x189 || code === 0x256)
    return D_STROKE
  const char = String.fromCharCode(code)
  const lower = toLower(char)
  const base = String.fromCharCode(foldUnit(lower.charCodeAt(0)))
  return isBaseLetter(base) ? base : ''
}

function isBaseLetter(char: string): boolean {
  return char >= 'a' && char <= 'z'
}

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
