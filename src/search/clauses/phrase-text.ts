/** Phrases in the words of a text: where one stands, exactly or with other words among its own. */

/** A word of a phrase. */
export interface PhraseWord {
  /** The terms that answer it. */
  readonly terms: ReadonlySet<string>
  /** Whether the phrase itself has a clause end before it (a comma, a bracket), so that texts may have one there too. */
  readonly afterBreak: boolean
}

/** The words of one field of a document: without what stands aside. */
export interface FieldWords {
  readonly terms: readonly string[]
  /** Whether a clause begins with the word. */
  readonly breaks: readonly boolean[]
}

/**
 * Calls `each` with the first place and the end (exclusive) of every stretch of a text in which a phrase stands: its words
 * side by side in one clause; with a slop, as many words as the phrase and the slop have, begun by one of the phrase's, in
 * which each of them has a place of its own. Stops when `each` gives true.
 */
export function eachOccurrence(
  text: FieldWords,
  words: readonly PhraseWord[],
  slop: number,
  each: (from: number, to: number) => boolean,
): void {
  const { length } = text.terms
  for (let from = 0; from + words.length <= length; from++) {
    const to = Math.min(length, from + words.length + slop)
    if (slop === 0 ? sideBySide(text, words, from) : within(text.terms, words, from, to)) {
      if (each(from, to)) return
    }
  }
}

function sideBySide({ terms, breaks }: FieldWords, words: readonly PhraseWord[], from: number): boolean {
  return words.every(
    (word, at) => word.terms.has(terms[from + at]) && (at === 0 || !breaks[from + at] || word.afterBreak),
  )
}

function within(terms: readonly string[], words: readonly PhraseWord[], from: number, to: number): boolean {
  return words.some(word => word.terms.has(terms[from])) && canPlace(terms.slice(from, to), words)
}

/** Whether each word finds a place of its own: augmenting paths (Kuhn 1955), since one term may answer several words. */
function canPlace(terms: readonly string[], words: readonly PhraseWord[]): boolean {
  const takenBy = new Array<number>(terms.length).fill(-1)
  const place = (word: number, tried: Set<number>): boolean => {
    for (let at = 0; at < terms.length; at++) {
      if (tried.has(at) || !words[word].terms.has(terms[at])) continue
      tried.add(at)
      if (takenBy[at] < 0 || place(takenBy[at], tried)) {
        takenBy[at] = word
        return true
      }
    }
    return false
  }
  return words.every((_, word) => place(word, new Set()))
}
