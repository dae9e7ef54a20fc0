import type { TokenBuffer } from './tokens.js'
import type { Vocabulary } from './words.js'

/**
 * Tells whether words stand in a text one after the other. Most of those asked for do not, so the pairs of neighbours are
 * first put into a set of bits: a text full of ambiguous abbreviations is gone through once, not once for every sense.
 */
export class StandingWords {
  private readonly answers = new Map<string, boolean>()
  private pairs = new Uint8Array(0)
  private filled = false

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Forgets the text. */
  reset(): void {
    if (this.answers.size > 0) this.answers.clear()
    this.filled = false
  }

  /** Whether the words stand in the tokens, which are the same ones at every call until `reset`. */
  has(words: readonly string[], tokens: TokenBuffer): boolean {
    const key = words.join(' ')
    let answer = this.answers.get(key)
    if (answer === undefined) {
      answer = this.search(words, tokens)
      this.answers.set(key, answer)
    }
    return answer
  }

  private search(words: readonly string[], tokens: TokenBuffer): boolean {
    const terms = words.map(word => this.vocabulary.number(word))
    if (!this.filled) this.fill(tokens)
    for (let at = 1; at < terms.length; at++) if (this.pairs[this.slot(terms[at - 1], terms[at])] === 0) return false
    for (let at = 0; at + terms.length <= tokens.length; at++) {
      let same = 0
      while (same < terms.length && tokens.terms[at + same] === terms[same]) same++
      if (same === terms.length) return true
    }
    return false
  }

  private fill(tokens: TokenBuffer): void {
    let size = 1024
    while (size < tokens.length * 4) size *= 2
    if (size === this.pairs.length) this.pairs.fill(0)
    else this.pairs = new Uint8Array(size)
    for (let at = 1; at < tokens.length; at++) this.pairs[this.slot(tokens.terms[at - 1], tokens.terms[at])] = 1
    this.filled = true
  }

  private slot(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.pairs.length - 1)
  }
}
