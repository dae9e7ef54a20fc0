import { fold } from '../../text/fold.js'
import { isSyllable } from '../../text/syllable.js'
import { canonical, marksAgree } from '../../text/tone.js'
import type { FoldedForms } from '../folded-forms.js'
import type { IndexTerm, WordStatistics } from '../word-statistics.js'
import { editsOf, lettersOf, MOST_COST, marksCost, severalEdits, type TypedLetters } from './channel.js'
import { confusionsOf } from './confusions.js'

/** One way to read one or two typed words, as one word or two. */
export interface Candidate {
  readonly terms: readonly IndexTerm[]
  /** What the slip costs; 0 for a word as typed. */
  readonly cost: number
}

/** Words kept for one typed word: more are never right. */
const MOST_READINGS = 24
/** Spellings of one half that are tried in splitting. */
const MOST_HALVES = 6
/** From so many letters on a foreign word may have two slips. */
const LONG_WORD = 8
/** Longer words are not split or joined. */
const LONGEST_GLUED = 14
const GLUED = 4.5
const SPLIT_APART = 6
/** A reading must be in so many times as many documents as the word as typed. */
const COMMONER = 4

/** Finds the words that a typed word may be. */
export class CandidateFinder {
  /**
   * @param missing cost of a word typed without any of its marks, in this query
   */
  constructor(
    private readonly statistics: WordStatistics,
    private readonly forms: FoldedForms,
    private readonly missing: number,
  ) {}

  /** The words that agree with what was typed: it itself, and with marks where these were left out. */
  plain(typed: TypedLetters): Candidate[] {
    const found: Candidate[] = []
    for (const term of this.statistics.terms(typed.folded)) {
      if (!marksAgree(typed.word, term.word)) continue
      const cost = term.word === typed.word ? 0 : marksCost(typed.base, typed.tone, term, this.missing)
      found.push({ terms: [term], cost })
    }
    return this.best(found)
  }

  /** The word just as typed, where the index has it; else what `plain` gives. */
  exact(typed: TypedLetters): Candidate[] {
    const found = this.statistics.terms(typed.folded).filter(({ word }) => word === typed.word)
    return found.length > 0 ? found.map(term => ({ terms: [term], cost: 0 })) : this.plain(typed)
  }

  /**
   * The words that are one slip away (two in long foreign words).
   *
   * @param documents how many hold the word as typed
   */
  edited(typed: TypedLetters, documents: number): Candidate[] {
    const { statistics, forms } = this
    const least = Math.max(statistics.documents < 1000 ? 1 : 2, documents * COMMONER)
    const costs = new Map<number, Candidate>()
    const add = (base: string, tone: number, folded: string, cost: number, toneLost = false) => {
      if (cost > MOST_COST) return
      for (const term of statistics.terms(folded)) {
        if (term.documents < least || term.word === typed.word) continue
        const whole = cost + marksCost(base, tone, term, this.missing, toneLost)
        const known = costs.get(term.ordinal)
        if (whole <= MOST_COST && (!known || whole < known.cost))
          costs.set(term.ordinal, { terms: [term], cost: whole })
      }
    }
    add(typed.base, typed.tone, typed.folded, 0)
    for (const { word, cost } of confusionsOf(typed.base)) add(word, typed.tone, fold(word), cost)
    const long = typed.folded.length >= LONG_WORD && !isSyllable(typed.word)
    for (const { form, distance } of forms.within(typed.folded, long ? 2 : 1, true)) {
      const folded = forms.form(form)
      for (const { base, cost, toneLost } of distance === 1 ? editsOf(typed, folded) : [])
        add(base, typed.tone, folded, cost, toneLost)
      if (distance > 1) add(folded, 0, folded, severalEdits(distance))
    }
    return this.best([...costs.values()])
  }

  /** Two words that were typed as one. */
  split(word: string): Candidate[] {
    return word.length > LONGEST_GLUED ? [] : this.halves(word, -1, GLUED)
  }

  /** One word, or two others, for two that were typed with the blank in the wrong place. */
  joined(left: TypedLetters, right: TypedLetters): Candidate[] {
    const whole = left.word + right.word
    if (whole.length > LONGEST_GLUED) return []
    const found = this.halves(whole, left.word.length, SPLIT_APART)
    for (const { terms, cost } of this.plain(lettersOf(canonical(whole))))
      found.push({ terms, cost: cost + SPLIT_APART })
    return this.best(found)
  }

  private halves(word: string, not: number, cost: number): Candidate[] {
    const found: Candidate[] = []
    for (let at = 1; at < word.length; at++) {
      if (at === not) continue
      const lefts = this.half(word.slice(0, at))
      if (lefts.length === 0) continue
      for (const right of this.half(word.slice(at))) {
        for (const left of lefts) {
          const terms = [left.terms[0], right.terms[0]]
          if (this.statistics.pair(terms[0], terms[1]) > 0) found.push({ terms, cost: cost + left.cost + right.cost })
        }
      }
    }
    return this.best(found)
  }

  private half(word: string): Candidate[] {
    return this.plain(lettersOf(canonical(word))).slice(0, MOST_HALVES)
  }

  private best(found: Candidate[]): Candidate[] {
    const worth = ({ terms, cost }: Candidate) =>
      terms.reduce((sum, term, at) => sum + this.statistics.logProbability(term, terms[at - 1]), -cost)
    const ranked = found.map(candidate => ({ candidate, worth: worth(candidate) }))
    ranked.sort((a, b) => b.worth - a.worth)
    return ranked.slice(0, MOST_READINGS).map(({ candidate }) => candidate)
  }
}
