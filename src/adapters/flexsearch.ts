import { Analyzer } from '../analysis/analyzer.js'
import { ASIDE } from '../analysis/tokens.js'
import { fold } from '../text/fold.js'

/** Options of `vietnameseEncoder`. */
export interface VietnameseEncoderOptions {
  /**
   * `auto` (default): each word is indexed as written and without marks, so that `đường` finds only đường, and `duong`
   * finds đường, đương and dương. `ignore`: only without marks, which makes the smaller index and lets FlexSearch's
   * `context` work, and lets `đường` find dương too.
   */
  readonly accents?: 'auto' | 'ignore'
}

/** A function that FlexSearch calls for every text and every query. */
export type FlexSearchEncoder = (text: string) => string[]

/**
 * An encoder for FlexSearch 0.8, for `Index` and for the fields of `Document`. It makes FlexSearch read Vietnamese as timtin
 * does: `duong` finds đường, hoà and hòa are one word, decomposed text is composed, LĐLĐ, ldld and "liên đoàn lao động"
 * find one another, and numbers stay whole (FlexSearch's own encoders turn 2026 into 202 and 6).
 *
 * ```ts
 * import { Index } from 'flexsearch'
 * import { vietnameseEncoder } from 'timtin/adapters/flexsearch'
 *
 * const index = new Index({ tokenize: 'strict', encoder: vietnameseEncoder() })
 * index.add(1, 'LĐLĐ tỉnh họp bàn về nhà ở cho công nhân')
 * index.search('lien doan lao dong')   // [1]
 * index.search('nhà ở công nhân')      // [1]
 * ```
 *
 * FlexSearch asks for all words of a query, so a word that was typed with marks does not find texts that were written without.
 * Never throws, whatever the text.
 */
export function vietnameseEncoder(options: VietnameseEncoderOptions = {}): FlexSearchEncoder {
  const analyzer = new Analyzer()
  const encode = options.accents === 'ignore' ? foldedOnly : writtenAndFolded
  return text => {
    if (typeof text !== 'string') return []
    // Texts and queries come through the same door, so both are read as queries: abbreviations in small letters count too.
    analyzer.query(text)
    const { tokens, vocabulary } = analyzer
    const words: string[] = []
    const starts: number[] = []
    for (let at = 0; at < tokens.length; at++) {
      const term = vocabulary.terms[tokens.terms[at]]
      const isNumber = term.includes('/')
      if ((tokens.flags[at] & ASIDE) !== 0 && !isNumber) continue
      // The letters of a document number (100/2019/NĐ-CP) may be read as an abbreviation or not; its digits and the whole stand.
      if (isNumber) keepDigits(words, starts, tokens.starts[at])
      words.push(term)
      starts.push(tokens.starts[at])
    }
    return encode(words)
  }
}

/** Drops the words from `start` in the text on that are not digits. */
function keepDigits(words: string[], starts: number[], start: number): void {
  let first = words.length
  while (first > 0 && starts[first - 1] >= start) first--
  const digits = words.slice(first).filter(word => /^\d/.test(word))
  words.length = first
  starts.length = first
  for (const word of digits) {
    words.push(word)
    starts.push(start)
  }
}

function foldedOnly(words: readonly string[]): string[] {
  return words.map(fold)
}

function writtenAndFolded(words: readonly string[]): string[] {
  return words.flatMap(word => {
    const folded = fold(word)
    return folded === word ? [word] : [word, folded]
  })
}
