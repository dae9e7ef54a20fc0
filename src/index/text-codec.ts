import { classOf, DIGIT, LETTER } from '../analysis/char-class.js'
import { damaged } from './damage.js'
import type { TokenList } from './token-list.js'

/**
 * Stored text as codes of words. The commonest words and separators of a collection take one byte, some thousand more two,
 * the rest is spelled out; a single blank between two words is not written at all. That alone makes Vietnamese news a third
 * of its size, and what deflate then finds in it are phrases rather than letters: 22.8 % of the text together with the
 * vocabulary, where deflate by itself takes 36 % (blocks of 16 kB, news-20k).
 */
const ONE_BYTE = 192
const ESCAPE = 255
const MAX_VOCABULARY = ONE_BYTE + (ESCAPE - ONE_BYTE) * 256
/** Words seen less often than this in the sample are spelled out. */
const LEAST_COUNT = 3
const MAX_LITERAL = 250
/** UTF-16 units of a token of the vocabulary, which takes at most three bytes for each. */
const MAX_TOKEN = 62
/** The separator between two words that touch, like the number and the letter of 500k. */
const JOIN = ''

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function kindAt(text: string, at: number): number {
  const found = classOf(text.charCodeAt(at))
  return found === LETTER || found === DIGIT ? found : 0
}

function isWord(token: string): boolean {
  return token !== JOIN && kindAt(token, 0) !== 0
}

/**
 * Cuts a text into what is written for it: runs of letters, runs of digits and what stands between, without the single
 * blanks between words, and with joins where words touch.
 */
function eachToken(text: string, each: (token: string) => void): void {
  const { length } = text
  let afterWord = false
  let start = 0
  while (start < length) {
    const kind = kindAt(text, start)
    let end = start + 1
    while (end < length && kindAt(text, end) === kind) end++
    if (kind !== 0) {
      if (afterWord) each(JOIN)
      each(text.slice(start, end))
      afterWord = true
    } else {
      // Between two words a single blank goes without saying; `afterWord` then says that no join is needed.
      const implied = afterWord && end === start + 1 && end < length && text.charCodeAt(start) === 0x20
      if (!implied) each(text.slice(start, end))
      afterWord = false
    }
    start = end
  }
}

/** The vocabulary for texts like those given, the commonest first. */
export function trainVocabulary(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>([[JOIN, LEAST_COUNT]])
  const count = (token: string) => counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const text of texts) eachToken(text, count)
  return [...counts]
    .filter(([token, count]) => count >= LEAST_COUNT && token.length <= MAX_TOKEN)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_VOCABULARY)
    .map(([token]) => token)
}

/** Turns texts into codes. */
export class TextEncoding {
  private readonly codes: Map<string, number>
  private readonly out: number[] = []

  constructor(vocabulary: readonly string[]) {
    this.codes = new Map(vocabulary.map((token, code) => [token, code]))
  }

  encode(text: string): Uint8Array {
    const { out } = this
    out.length = 0
    eachToken(text, token => this.write(token))
    return Uint8Array.from(out)
  }

  private write(token: string): void {
    const { out } = this
    const code = this.codes.get(token)
    if (code !== undefined) {
      if (code < ONE_BYTE) out.push(code)
      else out.push(ONE_BYTE + ((code - ONE_BYTE) >> 8), (code - ONE_BYTE) & 255)
      return
    }
    const bytes = encoder.encode(token)
    for (let start = 0; start < bytes.length || start === 0; ) {
      let end = Math.min(bytes.length, start + MAX_LITERAL)
      // Not inside a character: continuation bytes begin with 10.
      while (end < bytes.length && (bytes[end] & 0xc0) === 0x80) end--
      if (start > 0 && isWord(token)) this.write(JOIN)
      out.push(ESCAPE, end - start, ...bytes.subarray(start, end))
      start = end
      if (bytes.length === 0) break
    }
  }
}

/** Turns codes back into texts. */
export class TextDecoding {
  constructor(private readonly vocabulary: TokenList) {}

  /** Throws an `IndexFileError` for codes that no text has. */
  decode(codes: Uint8Array): string {
    const { vocabulary } = this
    let text = ''
    let afterWord = false
    for (let at = 0; at < codes.length; ) {
      const first = codes[at++]
      let token: string
      if (first === ESCAPE) {
        const end = at + 1 + codes[at]
        if (!(end <= codes.length)) throw damaged('stored', `a literal within ${codes.length} bytes`, end)
        token = decoder.decode(codes.subarray(at + 1, end))
        at = end
      } else {
        const code = first < ONE_BYTE ? first : ONE_BYTE + ((first - ONE_BYTE) << 8) + codes[at++]
        if (!(code < vocabulary.size)) throw damaged('stored', `a code below ${vocabulary.size}`, code)
        token = vocabulary.at(code)
      }
      const word = isWord(token)
      text += word && afterWord ? ` ${token}` : token
      afterWord = word
    }
    return text
  }
}
