import type { Analyzer } from '../analysis/analyzer.js'
import { ASIDE, BREAK } from '../analysis/tokens.js'
import { hasMarks } from '../text/tone.js'
import type { Lexicon, Word } from './lexicon.js'
import type { Accents } from './marks.js'
import { QUESTION_WORDS, UNMARKED_QUESTION_WORDS } from './question-words.js'
import type { Ranking } from './scoring.js'
import { missingMarks, readWords, type TypedWord } from './typed-words.js'

/** More distinct words than this are not looked up; nobody types them, and the sums of scores stay within 32 bits. */
export const MAX_SLOTS = 1024

/** More readings of one abbreviation than this are not followed. */
const MAX_READINGS = 8

/** A word of the query with all terms of the index that answer it. */
export interface Slot {
  /** The word as canonical term. */
  readonly word: string
  /** How often the query has it, times the weight of its kind. */
  weight: number
  /** Where it stands in the query (UTF-16 units). */
  readonly start: number
  readonly end: number
  /** Stands for words that are asked for beside it (the whole of a document number), so it is never required. */
  aside: boolean
  /** For a word that an ambiguous abbreviation may stand for, the place of the abbreviation; else -1. */
  insteadOf: number
  /** The part of the abbreviation's share that the word has: one of so many words. */
  part: number
  /** For a word that only a synonym has: what this stands for, as the words and as their places. */
  readonly synonymOf?: { readonly text: string; readonly slots: readonly number[] }
  readonly answers: Word
}

/** Two words of the query that stand next to each other, as places in the list of slots. */
export interface SlotPair {
  readonly left: number
  readonly right: number
  weight: number
}

/** What a query asks for, before any posting is read. */
export interface Plan {
  readonly slots: readonly Slot[]
  readonly pairs: readonly SlotPair[]
  /** Weight of pairs beside words. */
  readonly pairWeight: number
}

/** Looks the words of a query up. */
export function planQuery(
  query: string,
  analyzer: Analyzer,
  lexicon: Lexicon,
  accents: Accents,
  ranking: Ranking,
): Plan {
  const { typed, ambiguous } = readWords(query, analyzer)
  const { vocabulary } = analyzer
  const planner = new Planner(typed, lexicon, accents, ranking)
  for (const { token, readings } of ambiguous) {
    const place = planner.placeOfToken(token)
    if (place === undefined) continue
    for (const { terms, weight } of readings.slice(0, MAX_READINGS)) {
      planner.addReading(
        place,
        terms.map(term => vocabulary.terms[term]),
        weight,
      )
    }
  }
  return planner.plan()
}

/** Makes slots and pairs of words. */
class Planner {
  private readonly slots: Slot[] = []
  private readonly places = new Map<string, number>()
  private readonly pairs = new Map<string, SlotPair>()
  private readonly tokenPlaces = new Map<number, number>()
  /** Chance that unmarked words lost their marks. */
  private readonly missing: number
  private readonly pairWeight: number

  constructor(
    typed: readonly TypedWord[],
    private readonly lexicon: Lexicon,
    private readonly accents: Accents,
    ranking: Ranking,
  ) {
    this.missing = missingMarks(typed, accents, lexicon)
    const marked = typed.some(({ syllable, word }) => syllable && hasMarks(word))
    const questions = marked ? QUESTION_WORDS : UNMARKED_QUESTION_WORDS
    this.pairWeight = marked || accents === 'strict' ? ranking.pairs : ranking.unmarkedPairs
    let previous = -1
    for (const { token, word, start, end, flags, asTyped } of typed) {
      const place = this.place(word, start, end, asTyped, (flags & ASIDE) !== 0)
      if (place < 0) break
      this.tokenPlaces.set(token, place)
      this.slots[place].weight += questions.has(word) ? ranking.questionWords : 1
      if ((flags & ASIDE) !== 0) continue
      this.slots[place].aside = false
      if (previous >= 0 && (flags & BREAK) === 0) this.addPair(previous, place, 1)
      previous = place
    }
  }

  placeOfToken(token: number): number | undefined {
    return this.tokenPlaces.get(token)
  }

  /** Adds a reading of the abbreviation at a place: words that may stand in its stead, for a part of its weight. */
  addReading(abbreviation: number, words: readonly string[], weight: number): void {
    const { start, end } = this.slots[abbreviation]
    let previous = -1
    for (const word of words) {
      const known = this.places.has(word)
      const place = this.place(word, start, end, false, false)
      if (place < 0) return
      const slot = this.slots[place]
      if (!known) {
        slot.insteadOf = abbreviation
        slot.part = 1 / words.length
      }
      slot.weight += weight / words.length
      if (previous >= 0) this.addPair(previous, place, weight)
      previous = place
    }
  }

  plan(): Plan {
    return { slots: this.slots, pairs: [...this.pairs.values()], pairWeight: this.pairWeight }
  }

  /** The slot of a word, a new one if need be; -1 when there are too many. */
  private place(word: string, start: number, end: number, asTyped: boolean, aside: boolean): number {
    const known = this.places.get(word)
    if (known !== undefined) return known
    const place = this.slots.length
    if (place >= MAX_SLOTS) return -1
    this.places.set(word, place)
    const answers = this.lexicon.word(word, this.accents, asTyped ? this.missing : 0, asTyped)
    this.slots.push({ word, weight: 0, start, end, aside, insteadOf: -1, part: 0, answers })
    return place
  }

  private addPair(left: number, right: number, weight: number): void {
    const key = `${left} ${right}`
    const pair = this.pairs.get(key)
    if (pair) pair.weight += weight
    else this.pairs.set(key, { left, right, weight })
  }
}
