import { MAX_FIELDS } from '../index/field-positions.js'
import { type PairDirectory, pairKey } from '../index/pairs.js'
import type { Postings } from '../index/postings.js'
import type { IndexReader } from '../index/reader.js'
import { Cache, type CacheRoom } from './cache.js'
import type { ImpactList } from './impact-list.js'
import type { Accents, Spelling } from './marks.js'
import { ListMerger } from './merge.js'
import type { ImpactTable } from './scoring.js'
import { frequenciesOf, spellingsFor, type WordFrequencies } from './spellings.js'

/** A word as a query means it: all terms of the index that answer it. */
export interface Word {
  /** Tells words apart in keys. */
  readonly number: number
  readonly spellings: readonly Spelling[]
}

/** The list of one term and the pairs that it owns. */
export interface TermLists {
  readonly postings: Postings
  readonly pairs: PairDirectory
}

/** One way in which two words stand next to each other in the index. */
export interface PairHit {
  readonly owner: Spelling
  readonly other: Spelling
  readonly otherFirst: boolean
  readonly lists: TermLists
  /** Which of the owner's pairs. */
  readonly pair: number
}

/** Rough bytes of a word and its place in the cache, beside its spellings. */
const WORD_BYTES = 200
/** Rough bytes of one spelling. */
const SPELLING_BYTES = 80

/**
 * What words and pairs of words are worth in each document, read from the file when a query first needs it and kept for the
 * next ones: queries share most of their words. Everything here depends on the constants of ranking, so each set of
 * constants has a lexicon of its own.
 */
export class Lexicon {
  /** Words are looked up in all fields: see `WordLists`. */
  readonly field = -1
  private readonly words: Cache<string, Word>
  private readonly frequencies: Cache<string, WordFrequencies>
  private readonly terms: Cache<number, TermLists>
  private readonly wordLists: Cache<number, ImpactList>
  private readonly fieldLists: Cache<number, ImpactList | 'none'>
  private readonly pairLists: Cache<number, ImpactList | 'none'>
  private readonly merger: ListMerger
  private nextNumber = 1

  /** @param room for what is kept for the next queries */
  constructor(
    private readonly reader: IndexReader,
    readonly impacts: ImpactTable,
    room: CacheRoom,
  ) {
    this.words = new Cache(room, ({ spellings }) => WORD_BYTES + spellings.length * SPELLING_BYTES)
    this.frequencies = new Cache(room, () => WORD_BYTES)
    this.terms = new Cache(room, ({ postings, pairs }) => {
      return WORD_BYTES + postings.documents.bytes + postings.frequencies.byteLength + pairs.bytes
    })
    this.wordLists = new Cache(room, list => list.bytes)
    this.fieldLists = new Cache(room, list => (list === 'none' ? WORD_BYTES : list.bytes))
    this.pairLists = new Cache(room, list => (list === 'none' ? WORD_BYTES : list.bytes))
    this.merger = new ListMerger(reader.documents, impacts, reader.lengths)
  }

  /**
   * The terms that answer a word of a query.
   *
   * @param missing chance that its marks were left out (see `chanceOfMissingMarks`)
   * @param asTyped whether it stands in the query just so: no number, and not put there by an abbreviation
   */
  word(word: string, accents: Accents, missing: number, asTyped: boolean): Word {
    const key = `${accents} ${missing} ${asTyped ? 1 : 0} ${word}`
    return this.expansion(key, () =>
      spellingsFor(word, accents, missing, asTyped, this.reader.terms, this.impacts.ranking),
    )
  }

  /** In how many documents a word stands just so, and a spelling that it could be with more marks. */
  frequenciesOf(word: string): WordFrequencies {
    const known = this.frequencies.get(word)
    if (known) return known
    const made = frequenciesOf(word, this.reader)
    this.frequencies.set(word, made)
    return made
  }

  /** The list and pairs of a term. */
  term({ start, end }: Pick<Spelling, 'start' | 'end'>): TermLists {
    const known = this.terms.get(start)
    if (known) return known
    const postings = this.reader.readPostings(start, end)
    const made = { postings, pairs: this.reader.pairsOf(postings) }
    this.terms.set(start, made)
    return made
  }

  /** What a word is worth in each document that has it; undefined when none has. */
  list(word: Word): ImpactList | undefined {
    if (word.spellings.length === 0) return undefined
    const known = this.wordLists.get(word.number)
    if (known) return known
    const made = this.makeList(word.spellings)
    this.wordLists.set(word.number, made)
    return made
  }

  private makeList(spellings: readonly Spelling[]): ImpactList {
    const { merger } = this
    if (spellings.length === 1 && spellings[0].weight === 1) return merger.single(this.term(spellings[0]).postings)
    // Several spellings of one word count as one term: their frequencies add up.
    return this.merged(() => {
      for (const spelling of spellings) merger.add(this.term(spelling).postings, spelling.weight)
    })
  }

  /** The list of what `add` adds; what a damaged file breaks off must not turn up in the next list. */
  private merged(add: () => void): ImpactList {
    try {
      add()
    } catch (error) {
      this.merger.take()
      throw error
    }
    return this.merger.take()
  }

  /** The same for the documents that have the word in the field of that number; undefined when none has. */
  listInField(word: Word, field: number): ImpactList | undefined {
    const key = word.number * MAX_FIELDS + field
    const known = this.fieldLists.get(key)
    if (known) return known === 'none' ? undefined : known
    const made = this.merged(() => {
      for (const spelling of word.spellings) {
        const { postings } = this.term(spelling)
        this.merger.add(postings, spelling.weight, this.reader.inField(postings, field))
      }
    })
    this.fieldLists.set(key, made.size === 0 ? 'none' : made)
    return made.size === 0 ? undefined : made
  }

  /** A word whose spellings the caller finds: those of a prefix, or near a misspelling. `key` tells what was asked. */
  expansion(key: string, find: () => Spelling[]): Word {
    const known = this.words.get(key)
    if (known) return known
    const made = { number: this.nextNumber++, spellings: find() }
    this.words.set(key, made)
    return made
  }

  /** What two words side by side are worth in each document that has them so; undefined when none has. */
  pairList(left: Word, right: Word): ImpactList | undefined {
    // Numbers of words stay far below 2^26, and so the key is exact.
    const key = left.number * 2 ** 26 + right.number
    const known = this.pairLists.get(key)
    if (known) return known === 'none' ? undefined : known
    const made = this.makePairList(this.pairHits(left, right))
    this.pairLists.set(key, made ?? 'none')
    return made
  }

  private makePairList(hits: readonly PairHit[]): ImpactList | undefined {
    if (hits.length === 0) return undefined
    const { reader, merger } = this
    return this.merged(() => {
      for (const { lists, pair, owner, other } of hits) {
        const { postings, pairs } = lists
        const strongAt = pairs.positions(pair, merger.positions)
        const weight = owner.weight * other.weight
        merger.addPair(postings.documents, pairs.sizes[pair], reader.postingWords, strongAt, weight)
      }
    })
  }

  /** All ways in which two words stand next to each other. */
  pairHits(left: Word, right: Word): PairHit[] {
    const hits: PairHit[] = []
    for (const owner of left.spellings) this.collect(owner, right.spellings, false, hits)
    for (const owner of right.spellings) this.collect(owner, left.spellings, true, hits)
    return hits
  }

  private collect(owner: Spelling, others: readonly Spelling[], otherFirst: boolean, hits: PairHit[]): void {
    const lists = this.term(owner)
    const { pairs } = lists
    let at = 0
    let before = -1
    for (const other of others) {
      const key = pairKey(other.ordinal, otherFirst)
      // Spellings of one folded form follow one another; the next key is near where the last was.
      if (before < 0 || key < before || key - before > 64) at = pairs.firstFrom(key)
      else while (at < pairs.keys.length && pairs.keys[at] < key) at++
      before = key
      if (pairs.keys[at] === key) hits.push({ owner, other, otherFirst, lists, pair: at })
    }
  }
}
