import { isEscaped } from './syntax.js'

/** What stands behind a word, phrase or bracket: `*`, `~2`, `^1.5`. */
export interface Suffix {
  readonly prefix: boolean
  /** The number behind `~`, as typed; 1 when none is. */
  readonly tilde: number | undefined
  /** The number behind `^`, as typed. */
  readonly boost: number | undefined
  /** Where it begins or, read forwards, ends. */
  readonly at: number
}

/** No number needs more signs. */
const LONGEST_NUMBER = 12

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Where the digits and at most one decimal sign that end at `end` begin. */
function numberStart(text: string, from: number, end: number): number {
  let at = end
  while (at > from && end - at < LONGEST_NUMBER && (isDigit(text.charCodeAt(at - 1)) || '.,'.includes(text[at - 1])))
    at--
  return at
}

/** The value of a number with a decimal point or comma; undefined when it is none. */
function numberOf(number: string): number | undefined {
  return /^\d+(?:[.,]\d+)?$/.test(number) ? Number(number.replace(',', '.')) : undefined
}

/** The suffix of the word from `from` to `end`. A word that is nothing but signs has none. */
export function suffixOf(text: string, from: number, end: number): Suffix {
  let at = end
  let boost: number | undefined
  let tilde: number | undefined
  let prefix = false
  const caret = numberStart(text, from, at) - 1
  if (text[caret] === '^' && caret > from && !isEscaped(text, caret, from)) {
    boost = numberOf(text.slice(caret + 1, at))
    if (boost !== undefined) at = caret
  }
  const wave = numberStart(text, from, at) - 1
  if (text[wave] === '~' && wave > from && !isEscaped(text, wave, from)) {
    tilde = wave + 1 === at ? 1 : numberOf(text.slice(wave + 1, at))
    if (tilde !== undefined) at = wave
  } else {
    while (at > from && text[at - 1] === '*' && !isEscaped(text, at - 1, from)) {
      at--
      prefix = true
    }
  }
  const empty = { prefix: false, tilde: undefined, boost: undefined, at: end }
  return at === end || !/[\p{L}\p{N}]/u.test(text.slice(from, at)) ? empty : { prefix, tilde, boost, at }
}

/** The suffix behind a phrase or bracket that ends at `at`. */
export function suffixAt(text: string, at: number): Suffix {
  let to = at
  const read = (sign: string): number | undefined => {
    if (text[to] !== sign) return undefined
    const number = /^\d{1,9}(?:[.,]\d{1,9})?/.exec(text.slice(to + 1, to + 1 + 2 * LONGEST_NUMBER))?.[0]
    if (number === undefined) return undefined
    to += 1 + number.length
    return numberOf(number)
  }
  const tilde = read('~')
  return { prefix: false, tilde, boost: read('^'), at: to }
}
