/** A phone number that begins where it was looked for. */
export interface PhoneNumber {
  /** All digits, the country code made a leading 0. */
  readonly digits: string
  readonly end: number
}

/** Longer than any number with its country code. */
const MOST_DIGITS = 13
const MOST_GROUPS = 6

/**
 * Reads the Vietnamese phone number that begins at `start`, a digit, a `+` or an opening bracket: 0299.3822339, 0914 926
 * 900, (028) 3829-0708, +84 914 926 900, 1900 6017. Mobile numbers have 10 digits (11 before 2018, beginning with 01),
 * landlines 10 or 11, services 1800 and 1900 eight or ten. Digits may be grouped by a space, a dot or a hyphen.
 */
export function phoneAt(text: string, start: number): PhoneNumber | undefined {
  let i = start
  let country = false
  const bracket = text[i] === '('
  if (bracket) i++
  if (text[i] === '+') {
    if (text.slice(i + 1, i + 3) !== '84') return undefined
    country = true
    i = afterSeparator(text, i + 3, false)
    // +84 (0)299 3822339
    if (text.slice(i, i + 3) === '(0)') i = afterSeparator(text, i + 3, false)
  }
  const first = text[i]
  if (!country && first !== '0' && first !== '1') return undefined
  let digits = ''
  let groups = 0
  let best: PhoneNumber | undefined
  const lengths: number[] = []
  let open = bracket
  while (groups < MOST_GROUPS) {
    const end = digitsEnd(text, i)
    if (end === i || digits.length + end - i > MOST_DIGITS) break
    digits += text.slice(i, end)
    lengths.push(end - i)
    groups++
    const closed = open && text[end] === ')'
    if (closed) open = false
    const national = country && digits[0] !== '0' ? `0${digits}` : digits
    if (!open && isPhone(national, lengths) && !isWordUnit(text.charCodeAt(end)))
      best = { digits: national, end: closed ? end + 1 : end }
    i = afterSeparator(text, closed ? end + 1 : end, closed)
    if (i === end) break
  }
  return best
}

function isPhone(digits: string, lengths: readonly number[]): boolean {
  if (digits.startsWith('1800') || digits.startsWith('1900')) {
    return (digits.length === 8 || digits.length === 10) && (lengths.length === 1 || lengths[0] === 4)
  }
  if (digits[0] !== '0' || digits[1] === '0' || digits[1] === undefined) return false
  if (lengths.length > 1 && (lengths[0] < 2 || lengths.includes(1) || isDate(lengths))) return false
  return digits.length === 10 || (digits.length === 11 && (digits[1] === '1' || digits[1] === '2'))
}

/** Groups of two, two and four digits are a date, whatever follows. */
function isDate(lengths: readonly number[]): boolean {
  return lengths[0] === 2 && lengths[1] === 2 && lengths[2] === 4
}

/** The position after one space, dot or hyphen, or after a hyphen between spaces; `i` when none is there. */
function afterSeparator(text: string, i: number, closed: boolean): number {
  const spaced = isSpace(text.charCodeAt(i))
  const at = spaced ? i + 1 : i
  const sign = text[at]
  if (sign === '-' || sign === '–' || (sign === '.' && !spaced)) {
    const after = at + 1
    return isSpace(text.charCodeAt(after)) ? after + 1 : after
  }
  return spaced || closed ? at : i
}

function digitsEnd(text: string, start: number): number {
  let i = start
  while (i - start <= MOST_DIGITS && text.charCodeAt(i) >= 0x30 && text.charCodeAt(i) <= 0x39) i++
  return i
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

function isWordUnit(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000)
}
