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
 * 900, (028) 3829-0708, +84 914 926 900, (84-299) 3822339, 1900 6017. Mobile numbers have 10 digits (11 before 2018, beginning with 01),
 * landlines 10 or 11, services 1800 and 1900 eight or ten. Digits may be grouped by a space, a dot or a hyphen.
 */
export function phoneAt(text: string, start: number): PhoneNumber | undefined {
  const bracket = text[start] === '('
  const code = countryCodeEnd(text, bracket ? start + 1 : start, bracket)
  if (code < 0) return undefined
  const country = code > start + (bracket ? 1 : 0)
  const closedCode = country && bracket && text[code] === ')'
  let i = closedCode ? code + 1 : code
  if (country) i = afterSeparator(text, i, closedCode)
  // +84 (0)299 3822339
  if (country && text.startsWith('(0)', i)) i = afterSeparator(text, i + 3, true)
  const from = i
  // the country code stands for the leading 0, unless that is written too
  const extra = country && text[from] !== '0' ? 1 : 0
  if (extra === 0 && text[from] !== '0' && text[from] !== '1') return undefined
  const service = extra === 0 && (text.startsWith('1800', from) || text.startsWith('1900', from))
  if (extra === 0 && text[from] === '1' && !service) return undefined
  const groups: Groups = { count: 0, digits: extra, first: 0, second: 0, third: 0, longest: 0, single: false }
  let open = bracket && !closedCode
  let last = -1
  while (groups.count < MOST_GROUPS) {
    const end = digitsEnd(text, i)
    if (end === i || groups.digits + end - i > MOST_DIGITS) break
    addGroup(groups, end - i)
    const closed = open && text[end] === ')'
    if (closed) open = false
    const full = service ? isService(groups) : isSubscriber(groups, extra, text[from + 1 - extra])
    if (!open && full && !isWordUnit(text.charCodeAt(end))) last = closed ? end + 1 : end
    i = afterSeparator(text, closed ? end + 1 : end, closed)
    if (i === end) break
  }
  return last < 0 ? undefined : { digits: (extra === 1 ? '0' : '') + digitsOf(text, from, last), end: last }
}

/** The end of the country code (+84, and 84 in a bracket of its own part) at `i`; `i` without one, -1 for other countries. */
function countryCodeEnd(text: string, i: number, bracket: boolean): number {
  if (text[i] === '+') return text.startsWith('84', i + 1) ? i + 3 : -1
  return bracket && text.startsWith('84', i) && !(text.charCodeAt(i + 2) >= 0x30 && text.charCodeAt(i + 2) <= 0x39)
    ? i + 2
    : i
}

/** The groups of digits read so far. */
interface Groups {
  count: number
  /** All digits, with the leading 0 that a country code stands for. */
  digits: number
  first: number
  second: number
  third: number
  longest: number
  /** Whether a group after the second has one digit; the second may (028.3.8290708). */
  single: boolean
}

function addGroup(groups: Groups, length: number): void {
  groups.count++
  groups.digits += length
  groups.longest = Math.max(groups.longest, length)
  if (groups.count === 1) groups.first = length
  else if (groups.count === 2) groups.second = length
  else if (groups.count === 3) groups.third = length
  if (length === 1 && groups.count > 2) groups.single = true
}

/** 1800 and 1900 with four or six digits more. */
function isService({ count, digits, first }: Groups): boolean {
  return (digits === 8 || digits === 10) && (count === 1 || first === 4)
}

/** Ten digits, or eleven of an area 02x or of an old mobile number 01x. */
function isSubscriber(
  { count, digits, first, second, third, longest, single }: Groups,
  extra: number,
  area: string,
): boolean {
  if (digits !== 10 && !(digits === 11 && (area === '1' || area === '2'))) return false
  if (area === '0') return false
  const date = first === 2 && second === 2 && third === 4
  // pairs throughout are the numbers of a lottery
  return count === 1 || !(single || first + extra < 2 || date || longest < 3)
}

function digitsOf(text: string, start: number, end: number): string {
  let digits = ''
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) >= 0x30 && text.charCodeAt(i) <= 0x39) digits += text[i]
  }
  return digits
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
