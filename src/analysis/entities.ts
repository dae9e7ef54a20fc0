import { canonical } from '../text/tone.js'
import { clean, toLower } from '../text/unicode.js'
import { documentNumberAt } from './document-numbers.js'
import { emojiEnd } from './emoji.js'
import { phoneAt } from './phones.js'
import { domainAt, emailAt, endsInTopLevel, isAddressUnit, urlAt } from './web-addresses.js'

export { documentNumberKey } from './document-numbers.js'

/** The kinds of things that are one term as a whole. */
export type EntityKind = 'phone' | 'email' | 'url' | 'document-number' | 'hashtag' | 'mention' | 'emoji'

/** Something in a text that is written in a form of its own. */
export interface Entity {
  readonly kind: EntityKind
  /** Where it begins, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** As it stands in the text: the slice from `start` to `end`. */
  readonly text: string
  /**
   * In one form for all spellings: the digits of a phone number with a leading 0; an e-mail in lower case; a URL as written;
   * a document number in lower case with its đ; a hashtag or mention without its sign, in lower case; an emoji as it is.
   */
  readonly value: string
  /** What `value` is made of: user and host of an e-mail, the labels of a URL's host, the parts of a document number. */
  readonly parts?: readonly string[]
  /** The host of a URL or an e-mail, in lower case. */
  readonly host?: string
}

const DIGIT = 1
const AT = 2
const HASH = 3
const COLON = 4
const DOT = 5
const W = 6
const PLUS = 7
const BRACKET = 8

/** What a UTF-16 unit below 128 may begin or stand inside of; 0 for letters, blanks and most signs. */
const TRIGGERS = /* @__PURE__ */ triggers()

/** Emoji and pictographs begin here; nothing of Vietnamese lies above but dashes and quotation marks. */
const FIRST_PICTOGRAPH = 0x203c

/**
 * Finds phone numbers, e-mail and web addresses, document numbers, hashtags, mentions and emoji, from left to right, none
 * overlapping. One pass over the text with bounded looks around; never throws.
 */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = []
  let last = 0
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code < 128 ? TRIGGERS[code] === 0 : code < FIRST_PICTOGRAPH) {
      i++
      continue
    }
    const entity = code < 128 ? entityAt(text, i, TRIGGERS[code], last) : emojiAt(text, i)
    if (entity === undefined) {
      i++
    } else {
      found.push(entity)
      i = entity.end
      last = i
    }
  }
  return found
}

function entityAt(text: string, i: number, trigger: number, last: number): Entity | undefined {
  switch (trigger) {
    case DIGIT:
      return isInside(text, i) ? undefined : (documentNumber(text, i) ?? phone(text, i))
    case PLUS:
    case BRACKET:
      return isInside(text, i) ? undefined : phone(text, i)
    case AT:
      return email(text, i, last) ?? mention(text, i)
    case HASH:
      return hashtag(text, i)
    case W:
      return isInside(text, i) ? undefined : url(text, urlAt(text, i, i))
    case COLON:
      return url(text, urlAt(text, i, last))
    case DOT:
      return url(text, domainAt(text, i, last))
    default:
      return undefined
  }
}

/** Whether what begins at `i` hangs on a word or on inner punctuation before it. */
function isInside(text: string, i: number): boolean {
  if (i === 0) return false
  const before = text.charCodeAt(i - 1)
  if (isWordUnit(before)) return true
  const joined = before === 0x2e || before === 0x2c || before === 0x2d || before === 0x2f || before === 0x5f
  return joined && i > 1 && isWordUnit(text.charCodeAt(i - 2))
}

function documentNumber(text: string, i: number): Entity | undefined {
  const number = documentNumberAt(text, i)
  if (number === undefined) return undefined
  const { start, end, value, parts } = number
  return { kind: 'document-number', start, end, text: text.slice(start, end), value, parts }
}

function phone(text: string, i: number): Entity | undefined {
  const number = phoneAt(text, i)
  return number && { kind: 'phone', start: i, end: number.end, text: text.slice(i, number.end), value: number.digits }
}

function email(text: string, at: number, last: number): Entity | undefined {
  const span = emailAt(text, at, last)
  if (span === undefined) return undefined
  const written = text.slice(span.start, span.end)
  const value = toLower(written)
  const host = value.slice(value.indexOf('@') + 1)
  return { kind: 'email', ...span, text: written, value, parts: [value.slice(0, value.indexOf('@')), host], host }
}

function url(text: string, span: { start: number; end: number; host: string } | undefined): Entity | undefined {
  if (span === undefined) return undefined
  const { start, end, host } = span
  const written = text.slice(start, end)
  return { kind: 'url', start, end, text: written, value: written, parts: host.split('.'), host }
}

/** Names on social networks: @tenban, of 2 to 30 ASCII letters, digits, dots and low lines. */
function mention(text: string, at: number): Entity | undefined {
  if (at > 0 && isWordUnit(text.charCodeAt(at - 1))) return undefined
  let end = at + 1
  while (end - at <= 31 && isAddressUnit(text.charCodeAt(end)) && text[end] !== '-') end++
  while (text[end - 1] === '.') end--
  if (end - at < 3 || end - at > 31 || isWordUnit(text.charCodeAt(end))) return undefined
  if (endsInTopLevel(text.slice(at + 1, end))) return undefined
  return { kind: 'mention', start: at, end, text: text.slice(at, end), value: toLower(text.slice(at + 1, end)) }
}

/** `#` and a word with at least one letter, Vietnamese letters included. */
function hashtag(text: string, at: number): Entity | undefined {
  if (at > 0 && (isWordUnit(text.charCodeAt(at - 1)) || text[at - 1] === '&')) return undefined
  let end = at + 1
  let letters = 0
  while (end - at <= MOST_HASHTAG && (isWordUnit(text.charCodeAt(end)) || text[end] === '_')) {
    if (text[end] > '9') letters++
    end++
  }
  if (letters === 0 || end - at > MOST_HASHTAG) return undefined
  return {
    kind: 'hashtag',
    start: at,
    end,
    text: text.slice(at, end),
    value: canonical(clean(text.slice(at + 1, end))),
  }
}

const MOST_HASHTAG = 100

function emojiAt(text: string, i: number): Entity | undefined {
  const end = emojiEnd(text, i)
  if (end === i) return undefined
  const written = text.slice(i, end)
  return { kind: 'emoji', start: i, end, text: written, value: written }
}

/** Letters, digits and combining marks of Latin script; others coarsely. */
function isWordUnit(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7
}

function triggers(): Uint8Array {
  const table = new Uint8Array(128)
  for (let digit = 0x30; digit <= 0x39; digit++) table[digit] = DIGIT
  table[0x40] = AT
  table[0x23] = HASH
  table[0x3a] = COLON
  table[0x2e] = DOT
  table[0x77] = W
  table[0x57] = W
  table[0x2b] = PLUS
  table[0x28] = BRACKET
  return table
}
