import { hasMarks } from '../text/tone.js'
import { decodeTelexWord, decodeTyping, decodeVniWord, type TypingMethod } from '../text/typing.js'
import { toLower } from '../text/unicode.js'

/** A query read as typed for an input method that was switched off. */
export interface QueryReading {
  /** The input method. */
  readonly method: Exclude<TypingMethod, 'plain'>
  /** The query as it was meant, in small letters. */
  readonly text: string
}

/** How much commoner a decoded word must be than the word as typed, when the index has both. */
const COMMONER = 20

/**
 * Reads a query as Telex, VNI or VIQR where that is what makes words of it: some word as typed is not in the index, and its
 * reading is. Words that are words already stay as they are (has, see, bus), unless the rest of the query is typed so and
 * the reading is far commoner. Undefined when the query is to be taken as it stands.
 *
 * @param frequency documents that hold a word just so
 */
export function readTyping(query: string, frequency: (word: string) => number): QueryReading | undefined {
  let best: QueryReading | undefined
  let most = 0
  for (const { method, text } of decodeTyping(query)) {
    if (method === 'plain') continue
    const reading = method === 'viqr' ? wholeReading(query, text, frequency) : wordReading(query, method, frequency)
    if (reading.gained <= most) continue
    most = reading.gained
    best = { method, text: reading.text }
  }
  return best
}

interface Reading {
  readonly text: string
  /** Words that the index has only in this reading. */
  readonly gained: number
}

/** Word by word: each as typed, or decoded where that is the likelier. */
function wordReading(query: string, method: 'telex' | 'vni', frequency: (word: string) => number): Reading {
  const decode = method === 'telex' ? decodeTelexWord : decodeVniWord
  let gained = 0
  const readings = toLower(query)
    .split(/([^\p{L}\p{M}\p{N}]+)/u)
    .map(word => {
      const decoded = decode(word)
      if (decoded === undefined || !hasMarks(decoded)) return word
      const asTyped = frequency(word)
      const asDecoded = frequency(decoded)
      if (asDecoded === 0) return word
      if (asTyped === 0) gained++
      return asTyped === 0 || asDecoded > COMMONER * asTyped ? decoded : word
    })
  return { text: readings.join(''), gained }
}

/** VIQR spells marks with punctuation, so only the whole can be read. */
function wholeReading(query: string, text: string, frequency: (word: string) => number): Reading {
  const marked = toLower(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => hasMarks(word))
  const known = marked.filter(word => frequency(word) > 0).length
  return { text, gained: known * 2 > marked.length && text !== query ? known : 0 }
}
