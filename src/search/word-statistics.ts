import { type PairDirectory, pairKey } from '../index/pairs.js'
import type { IndexReader } from '../index/reader.js'
import { UNKNOWN_MARKS } from '../index/terms.js'
import { fold } from '../text/fold.js'
import { stripTone } from '../text/syllable.js'
import { marksAgree } from '../text/tone.js'

/** A term of the index with what is known of it as a word. */
export interface IndexTerm {
  /** The word; for a term of unknown marks its folded form. */
  readonly word: string
  /** Its letters without the tone, and the tone; -1 where it bears several. */
  readonly base: string
  readonly tone: number
  readonly ordinal: number
  /** Where its list begins and ends in the postings, in bytes. */
  readonly start: number
  readonly end: number
  /** How many documents hold it. */
  readonly documents: number
}

/** What gives the pairs of a term; a `Lexicon` does, and keeps them. */
export interface PairSource {
  term(list: { readonly start: number; readonly end: number }): { readonly pairs: PairDirectory }
}

/** Folded forms whose terms are kept. */
const MOST_FORMS = 4096
/** Absolute discount of pairs, and the growth of vocabularies (Heaps' law), fitted on newspaper articles held out. */
const DISCOUNT = 0.75
const GROWTH = 0.7
/** What a term counts that was never seen. */
const UNSEEN = 0.3

/**
 * How likely words are, alone and after one another, by the documents that hold them. Documents are turned into
 * occurrences as if these fell at random: in N documents, d of which hold the word, -N ln(1 - d/N). So words that nearly
 * every document holds are as frequent beside others as they are in the texts.
 */
export class WordStatistics {
  private readonly forms = new Map<string, readonly IndexTerm[]>()
  /** Words of all documents together. */
  private readonly total: number

  constructor(
    private readonly reader: IndexReader,
    /** In how many documents two terms stand side by side in this order. */
    readonly pair: (left: IndexTerm, right: IndexTerm) => number,
  ) {
    this.total = reader.documents * Math.max(1, reader.meta.averageLength)
  }

  /** Number of documents. */
  get documents(): number {
    return this.reader.documents
  }

  /** Minus the logarithm of the probability of a term that was never seen. */
  get costOfUnseen(): number {
    return Math.log(this.total / UNSEEN)
  }

  /** The terms of a folded form. */
  terms(folded: string): readonly IndexTerm[] {
    const known = this.forms.get(folded)
    if (known) return known
    const { reader } = this
    const group = reader.terms.group(folded)
    const terms = group?.spellings.map((term, at): IndexTerm => {
      const word = term.startsWith(UNKNOWN_MARKS) ? term.slice(UNKNOWN_MARKS.length) : term
      return {
        word,
        ...stripTone(word),
        ordinal: group.first + at,
        start: group.lists[at],
        end: group.lists[at + 1],
        documents: reader.frequency(group.lists[at]),
      }
    })
    if (this.forms.size >= MOST_FORMS) this.forms.clear()
    this.forms.set(folded, terms ?? [])
    return terms ?? []
  }

  /** In how many documents a word stands just so, and as what it could be with more marks. */
  frequenciesOf(word: string): { readonly exact: number; readonly fuller: number } {
    let exact = 0
    let fuller = 0
    for (const term of this.terms(fold(word))) {
      if (term.word === word) exact += term.documents
      else if (marksAgree(word, term.word)) fuller += term.documents
    }
    return { exact, fuller }
  }

  /** How often something stands in the texts that so many documents hold. */
  occurrences(documents: number): number {
    const all = this.reader.documents
    return -all * Math.log(1 - Math.min(documents, all - 0.5) / all)
  }

  /** Minus the logarithm of the probability of a word that stands in so many documents. */
  information(documents: number): number {
    return -Math.log((this.occurrences(documents) + UNSEEN) / this.total)
  }

  /** The logarithm of the probability of a term, after another where one is given. */
  logProbability(term: IndexTerm, before?: IndexTerm): number {
    const alone = (this.occurrences(term.documents) + UNSEEN) / this.total
    if (!before || before.documents === 0) return Math.log(alone)
    const count = Math.max(1, this.occurrences(before.documents))
    const together = this.occurrences(this.pair(before, term))
    const seen = Math.max(0, Math.min(together, count) - DISCOUNT)
    return Math.log((seen + DISCOUNT * count ** GROWTH * alone) / count)
  }
}

/** Looks pairs up in the lists of their terms. */
export function pairsIn(lists: PairSource): (left: IndexTerm, right: IndexTerm) => number {
  return (left, right) => {
    // The rarer term owns the pair; of two alike, the one with the lower ordinal.
    const leftOwns =
      left.documents < right.documents || (left.documents === right.documents && left.ordinal <= right.ordinal)
    const { pairs } = lists.term(leftOwns ? left : right)
    const key = leftOwns ? pairKey(right.ordinal, false) : pairKey(left.ordinal, true)
    const at = pairs.firstFrom(key)
    return pairs.keys[at] === key ? pairs.sizes[at] : 0
  }
}
