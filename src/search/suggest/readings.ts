import { marksAgree } from '../../text/tone.js'
import type { TypedLetters } from '../correct/channel.js'
import type { IndexTerm, WordStatistics } from '../word-statistics.js'
import type { PhraseTable } from './phrase-table.js'
import type { TypedWord } from './typed-text.js'
import type { TermTexts } from './vocabulary.js'

/** One way to read the finished words of a text being typed. */
export interface WordsRead {
  /** As they should be written; small letters. */
  readonly words: readonly string[]
  /** The last of them as a term; undefined when nothing is known of what stands behind it. */
  readonly last: IndexTerm | undefined
  /** Its terms from the last unknown word on. */
  readonly terms: readonly number[]
  readonly score: number
}

/** A word that a prefix may become. */
export interface Completion {
  readonly term: number
  /** In about how many documents it stands behind the words before. */
  readonly documents: number
}

/** Readings of one word, and of all of them, that are followed. */
const MOST_SPELLINGS = 8
const MOST_READINGS = 4
/** How much commoner a decoded word must be than the word as typed (as in `readTyping`). */
const COMMONER = 20
/** Words that a prefix may become. */
const MOST_COMPLETIONS = 16
/** Of the commonest words of a range so many are looked at for their marks. */
const MOST_LOOKED_AT = 200

/** The terms that a finished word may be, the commonest first. */
export function spellingsOf({ letters, decoded }: TypedWord, statistics: WordStatistics): IndexTerm[] {
  const agreeing = ({ folded, word }: TypedLetters) =>
    statistics.terms(folded).filter(term => marksAgree(word, term.word))
  let found = agreeing(letters)
  if (decoded) {
    const read = agreeing(decoded)
    if (documentsOf(read) > COMMONER * documentsOf(found)) found = read
  }
  return [...found].sort((a, b) => b.documents - a.documents).slice(0, MOST_SPELLINGS)
}

function documentsOf(terms: readonly IndexTerm[]): number {
  return terms.reduce((sum, { documents }) => sum + documents, 0)
}

/** The likeliest readings of finished words, each word with its marks. */
export function readWords(
  words: readonly TypedWord[],
  abbreviation: (word: TypedWord) => { readonly written: string; readonly terms: readonly IndexTerm[] } | undefined,
  statistics: WordStatistics,
): WordsRead[] {
  let readings: WordsRead[] = [{ words: [], last: undefined, terms: [], score: 0 }]
  for (const word of words) {
    const known = abbreviation(word)
    const spellings = known ? [] : spellingsOf(word, statistics)
    const next: WordsRead[] = []
    for (const reading of readings) {
      if (known) {
        const terms = known.terms.map(({ ordinal }) => ordinal)
        const last = known.terms[known.terms.length - 1]
        next.push({ words: [...reading.words, known.written], last, terms, score: reading.score })
      } else if (spellings.length === 0) {
        next.push({ words: [...reading.words, word.text], last: undefined, terms: [], score: reading.score })
      }
      for (const term of spellings) {
        next.push({
          words: [...reading.words, term.word],
          last: term,
          terms: [...reading.terms, term.ordinal],
          score: reading.score + statistics.logProbability(term, reading.last),
        })
      }
    }
    readings = next.sort((a, b) => b.score - a.score).slice(0, MOST_READINGS)
  }
  return readings
}

/** The commonest words that a prefix may become behind a word, or anywhere. */
export function completionsOf(
  prefix: TypedLetters | undefined,
  behind: number | undefined,
  table: PhraseTable,
  texts: TermTexts,
): Completion[] {
  const marked = prefix !== undefined && isMarked(prefix)
  const top = new Commonest(marked ? MOST_LOOKED_AT : MOST_COMPLETIONS)
  const [low, high] = prefix ? texts.range(prefix.folded) : [0, table.documents.length]
  if (behind !== undefined) table.eachFollower(behind, low, high, (term, documents) => top.add(term, documents))
  else for (let term = low; term < high; term++) top.add(term, table.documents[term])
  const found: Completion[] = []
  for (const completion of top.sorted()) {
    if (found.length === MOST_COMPLETIONS) break
    if (!marked || texts.mayBecome(prefix, completion.term)) found.push(completion)
  }
  return found
}

/** Whether a mark was typed. */
export function isMarked({ base, folded, tone }: TypedLetters): boolean {
  return base !== folded || tone !== 0
}

/** Keeps the commonest of many words without sorting all of them. */
class Commonest {
  private found: Completion[] = []
  private least = 0

  constructor(private readonly count: number) {}

  add(term: number, documents: number): void {
    if (documents <= this.least) return
    this.found.push({ term, documents })
    if (this.found.length < this.count * 2) return
    this.found = this.sorted()
    this.least = this.found[this.found.length - 1].documents
  }

  sorted(): Completion[] {
    return this.found.sort((a, b) => b.documents - a.documents).slice(0, this.count)
  }
}
