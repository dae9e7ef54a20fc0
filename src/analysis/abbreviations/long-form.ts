import { canonical, marksAgree } from '../../text/tone.js'

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** The words of a long form as the index knows them: clean, lower case, canonical syllables, punctuation dropped. */
export function longFormWords(text: string): string[] {
  return canonical(text).match(WORD) ?? []
}

/**
 * Whether typed words may stand for the words of a long form, by the accent lattice; both lists are canonical. Gives the
 * number of words whose marks were left out, at least in part, or -1 when the words differ.
 */
export function unmarkedWords(typed: readonly string[], words: readonly string[]): number {
  if (typed.length !== words.length) return -1
  let unmarked = 0
  for (let i = 0; i < words.length; i++) {
    if (typed[i] === words[i]) continue
    if (!marksAgree(typed[i], words[i])) return -1
    unmarked++
  }
  return unmarked
}
