import type { TextSample } from '../text-sample.js'
import type { WordStatistics } from '../word-statistics.js'
import type { PhraseTable } from './phrase-table.js'
import type { TermTexts } from './vocabulary.js'

/** A row of words of the index. */
export interface Phrase {
  readonly terms: readonly number[]
  /** How good a suggestion it is: the logarithm of the documents that it may stand in, and what its words are worth. */
  readonly score: number
}

/** Words that end no phrase: there is more to come. */
const OPEN_WORDS: ReadonlySet<string> = new Set(
  'và của các là được trong cho với có không những này đã ở tại từ khi để một về đến ra vào cũng như do bị nhưng sẽ đang theo trên bởi vì mà thì rất hơn nhất lại còn đó hay hoặc cùng sau trước giữa qua nên chỉ'.split(
    ' ',
  ),
)
/** At most so many words are put behind what was typed. */
const MOST_EXTENSIONS = 3
/** Ways on that are followed from each word, and how many are kept for it. */
const BRANCHES = 3
const MOST_FOLLOWERS = 12
/** How much more often than by chance words must stand together (logarithm), and after how many of their firsts. */
const LEAST_INFORMATION = 2.5
const LEAST_SHARE = 0.03
/** The same where no stored text shows which three words follow one another. */
const UNSEEN_SHARE = 0.3
/** What is taken from phrases that end in an open word, that go on with one, from single syllables, and from those that mostly go on. */
const OPEN_END = 4
const OPEN_BEGINNING = 2
const SINGLE = 2
const GOES_ON = 2
const MOSTLY = 0.5
/** What is taken from a word that was never seen behind the two before it. */
const NEVER_SEEN = 2
/** Words whose followers are kept, about 500 bytes each. */
const MOST_KEPT = 4096

interface Follower {
  readonly term: number
  readonly documents: number
  /** After which part of the occurrences of the first word. */
  readonly share: number
}

/** Carries rows of words on by what stands behind them in the collection. */
export class PhraseGrower {
  private readonly kept = new Map<number, readonly Follower[]>()

  constructor(
    private readonly table: PhraseTable,
    private readonly texts: TermTexts,
    private readonly sample: TextSample,
    private readonly statistics: WordStatistics,
  ) {}

  /**
   * A row of words and its continuations.
   *
   * @param frequency in about how many documents the row stands
   */
  grow(terms: readonly number[], frequency: number, penalty: number): Phrase[] {
    const found: Phrase[] = []
    let own = penalty
    if (terms.length > 2 && !this.seen(terms)) own += NEVER_SEEN
    if (OPEN_WORDS.has(this.texts.text(terms[terms.length - 1]).word)) own += OPEN_BEGINNING
    this.extend(terms, frequency, own, 0, found)
    return found
  }

  private extend(terms: readonly number[], frequency: number, penalty: number, added: number, found: Phrase[]): void {
    const last = terms[terms.length - 1]
    const word = this.texts.text(last).word
    const followers = added < MOST_EXTENSIONS ? this.followers(terms) : []
    let score = Math.log(frequency) - penalty
    if (OPEN_WORDS.has(word)) score -= OPEN_END
    else if (followers.some(({ documents }) => documents >= frequency * MOSTLY)) score -= GOES_ON
    if (terms.length === 1) score -= SINGLE
    found.push({ terms, score })
    for (const { term, documents } of followers) {
      this.extend([...terms, term], Math.min(frequency, documents), penalty, added + 1, found)
    }
  }

  private followers(terms: readonly number[]): Follower[] {
    const found: Follower[] = []
    for (const follower of this.commonFollowers(terms[terms.length - 1])) {
      if (found.length === BRANCHES) break
      const { term, share } = follower
      const known = this.sample.hasText ? this.seen([...terms, term]) : share >= UNSEEN_SHARE
      if (terms.length === 1 || known) found.push(follower)
    }
    return found
  }

  /** Whether the last three words were seen in a row. */
  private seen(terms: readonly number[]): boolean {
    const [first, second, third] = terms.slice(-3).map(term => this.texts.text(term).word)
    return this.sample.follows(first ?? '', second ?? '', third ?? '')
  }

  private commonFollowers(term: number): readonly Follower[] {
    const known = this.kept.get(term)
    if (known) return known
    const { table, statistics } = this
    const own = statistics.occurrences(table.documents[term])
    const found: Follower[] = []
    let least = 0
    table.eachFollower(term, 0, table.documents.length, (other, documents) => {
      if (documents <= least) return
      const together = statistics.occurrences(documents)
      const share = together / own
      if (share < LEAST_SHARE) return
      if (Math.log(share) + statistics.information(table.documents[other]) < LEAST_INFORMATION) return
      found.push({ term: other, documents, share })
      if (found.length <= MOST_FOLLOWERS) return
      found.sort((a, b) => b.documents - a.documents)
      found.length = MOST_FOLLOWERS
      least = found[MOST_FOLLOWERS - 1].documents
    })
    found.sort((a, b) => b.documents - a.documents)
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(term, found)
    return found
  }
}
