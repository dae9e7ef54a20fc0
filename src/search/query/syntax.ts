/** The signs and words of the query language. */
import { clean } from '../../text/unicode.js'
import { isBlank } from './tree.js'

export type Operator = 'and' | 'or' | 'not'

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['VÀ', 'and'],
  ['HOẶC', 'or'],
  ['KHÔNG', 'not'],
])
/** The longest operator, decomposed. */
const LONGEST_OPERATOR = 6

/** The operator that a word in capitals is, composed or not; undefined for all others. */
export function operatorOf(word: string): Operator | undefined {
  return word.length > 1 && word.length <= LONGEST_OPERATOR && 'ANOVHK'.includes(word[0])
    ? OPERATORS.get(clean(word))
    : undefined
}

/** Whether an operator is a Vietnamese word too. */
export function isVietnamese(operator: string): boolean {
  return 'VHK'.includes(operator[0])
}

/** Opening quotation marks with what may close each. */
export const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”"'],
  ['„', '“”"'],
  ['«', '»'],
])

/** Signs that end a word wherever they stand; the straight quotation mark (15") does not. */
export const STOPS = '()“”„«»'

/** What has a meaning anywhere in a word. */
export const SPECIAL = `\\"${STOPS}*~^`

/** Before a word: must be there, must not. The dashes of texts (– and —) are no signs. */
export const SIGNS: ReadonlyMap<string, 'must' | 'not'> = new Map([
  ['+', 'must'],
  ['-', 'not'],
  ['−', 'not'],
])

const SIGNED = /^[\p{L}\p{N}"“„«(\\_#@]/u

const CLOSING = /[)\]"”»]/

/** What the sign at `at` says of the word, phrase or bracket right after it; undefined where there is none: `- 5`, `+84 28`. */
export function signAt(text: string, at: number): 'must' | 'not' | undefined {
  const sign = SIGNS.get(text[at])
  if (sign === undefined || !SIGNED.test(text.slice(at + 1, at + 3))) return undefined
  // A dash right behind a bracket or quotation mark joins: (TLĐ)-Đắk Lắk.
  if (at > 0 && CLOSING.test(text[at - 1])) return undefined
  return sign === 'must' && /^84[\d .-]/.test(text.slice(at + 1, at + 4)) ? undefined : sign
}

/** Whether a backslash takes the meaning of the sign at `at`. */
export function isEscaped(text: string, at: number, from = 0): boolean {
  let first = at
  while (first > from && text[first - 1] === '\\') first--
  return (at - first) % 2 === 1
}

/** A text without its backslashes; one at the very end stays. */
export function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\s\S])/g, '$1') : text
}

/** How a word is written: in capitals, with a small letter, or without letters. */
export function caseOf(word: string): 'capitals' | 'small' | 'none' {
  const upper = word.toUpperCase()
  return upper !== word ? 'small' : word.toLowerCase() === word ? 'none' : 'capitals'
}

/** Reads a query sign by sign; `steps` counts what was looked at, so that tests can see how work grows. */
export class QueryReader {
  steps = 0
  /** Opening marks for which no closing one is left. */
  private readonly unclosed = new Set<string>()

  constructor(readonly text: string) {}

  /** The first unit from `at` on that is no blank. */
  skipBlanks(at: number): number {
    const { text } = this
    let to = at
    while (to < text.length && isBlank(text.charCodeAt(to))) to++
    this.steps += to - at + 1
    return to
  }

  /** The end of the word that begins at `at`; `at` itself where a stop sign stands. */
  wordEnd(at: number): number {
    const { text } = this
    let to = at
    while (to < text.length && !isBlank(text.charCodeAt(to)) && !STOPS.includes(text[to])) {
      if (text[to] === '"' && (to === at || text[to - 1] === ':')) break
      to += text[to] === '\\' && to + 1 < text.length ? 2 : 1
    }
    this.steps += to - at + 1
    return to
  }

  /** The mark that closes the quotation mark at `at`; -1 when there is none. */
  closingQuote(at: number): number {
    const { text } = this
    const closers = QUOTES.get(text[at])
    if (closers === undefined || this.unclosed.has(text[at])) return -1
    let to = at + 1
    while (to < text.length && !closers.includes(text[to])) to += text[to] === '\\' ? 2 : 1
    this.steps += to - at
    if (to < text.length) return to
    this.unclosed.add(text[at])
    return -1
  }

  /** The first sign of a word that is this one and not escaped; -1 when there is none. */
  find(sign: string, from: number, end: number): number {
    const { text } = this
    for (let at = from; at < end; at += text[at] === '\\' ? 2 : 1) {
      this.steps++
      if (text[at] === sign) return at
    }
    return -1
  }
}
