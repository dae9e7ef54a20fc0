/**
 * What restoration needs to know of a language: counts of canonical words and of adjacent pairs, as an index has them. Three
 * signs may be counted as words too: '' the edge of a sentence, ',' punctuation inside one, '0' a number. Where they are
 * not, numbers and punctuation inside a sentence are stepped over.
 */
export interface SyllableStatistics {
  /** The canonical words seen that fold to `folded`, in any order; empty when there are none. */
  spellings(folded: string): readonly string[]
  /** How often a canonical word was seen. */
  count(word: string): number
  /** How often `second` followed `first` directly. */
  pair(first: string, second: string): number
  /** All words seen, repeats included. */
  readonly total: number
  /** How often three words were seen in this order; without it pairs alone decide, at about 1.5 more errors in 100. */
  triple?(first: string, second: string, third: string): number
  /** How many different words followed a word or a pair; estimated from the counts where it is missing. */
  followers?(first: string, second?: string): number
}
