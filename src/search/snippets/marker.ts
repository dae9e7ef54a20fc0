import type { Analyzer } from '../../analysis/analyzer.js'
import type { Mark } from '../clauses/mark.js'
import { fieldWords, type Phrase } from '../clauses/phrase.js'
import { eachOccurrence } from '../clauses/phrase-text.js'
import type { OpenPlan, WeightedSlot } from '../open-plan.js'
import type { Found } from './found-words.js'

/** What a pair in its order adds, beside its words. */
const PAIR_BONUS = 0.5
/** The least that a match is worth. */
const LEAST_WEIGHT = 0.01
/** Pairs of term numbers as one number: no vocabulary has so many terms. */
const TERMS = 2 ** 26

interface WordOf {
  readonly key: string
  readonly weight: number
}

/** A phrase with what finding it is worth. */
interface WeightedPhrase extends Phrase {
  readonly key: string
  readonly weight: number
}

/** Finds in the tokens of a document what a query asks for: words and pairs of words, phrases, in their fields alone. */
export class Marker {
  /** By field, -1 for any, the words of the query by term number. */
  private readonly words = new Map<number, Map<number, WordOf>>()
  private readonly pairs = new Set<number>()
  private readonly phrases: WeightedPhrase[] = []

  constructor(
    marks: readonly Mark[],
    private readonly analyzer: Analyzer,
  ) {
    marks.forEach(({ plan, phrase }, at) => {
      if (!phrase) this.addWords(plan)
      else if (phrase.words.length > 1) {
        const weight = plan.slots.reduce((sum, slot) => sum + slot.weight, PAIR_BONUS)
        this.phrases.push({ ...phrase, key: `phrase ${at}`, weight: weight * plan.scale })
      } else {
        const weight = plan.slots.reduce((sum, slot) => sum + slot.weight, 0)
        for (const term of phrase.words[0].terms) this.addTerm(phrase.field, term, weight * plan.scale)
      }
    })
  }

  private addWords({ slots, pairs, scale }: OpenPlan): void {
    const { vocabulary } = this.analyzer
    for (const slot of slots) this.addWord(slot, scale)
    for (const { left, right } of pairs) {
      for (const first of slots[left].slot.answers.spellings) {
        for (const second of slots[right].slot.answers.spellings)
          this.pairs.add(vocabulary.number(first.term) * TERMS + vocabulary.number(second.term))
      }
    }
  }

  private addWord({ slot, field, weight: whole }: WeightedSlot, scale: number): void {
    for (const { term, weight } of slot.answers.spellings) this.addTerm(field, term, whole * scale * weight)
  }

  private addTerm(field: number, term: string, weight: number): void {
    const terms = this.words.get(field) ?? new Map<number, WordOf>()
    this.words.set(field, terms)
    const number = this.analyzer.vocabulary.number(term)
    const worth = Math.max(LEAST_WEIGHT, weight)
    if (worth > (terms.get(number)?.weight ?? 0)) terms.set(number, { key: String(number), weight: worth })
  }

  /** What stands in one field of what the analyzer read last, by their places. */
  found(field: number): Found[] {
    const { tokens, textStarts } = this.analyzer
    const found: Found[] = []
    const [anywhere, here] = [this.words.get(-1), this.words.get(field)]
    let before = -1
    for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
      const term = tokens.terms[at]
      const word = here?.get(term) ?? anywhere?.get(term)
      if (word) {
        found.push({ start: tokens.starts[at], end: tokens.ends[at], ...word })
        const pair = before < 0 ? -1 : tokens.terms[before] * TERMS + term
        if (this.pairs.has(pair)) {
          found.push({
            start: tokens.starts[at],
            end: tokens.ends[at],
            key: `pair ${pair}`,
            weight: PAIR_BONUS * word.weight,
          })
        }
        before = at
      } else before = -1
    }
    this.phrasesIn(field, found)
    // The whole of a document number comes after its parts.
    return found.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  /** A phrase is one piece; of one with a slop its own words are marked wherever it stands. */
  private phrasesIn(field: number, found: Found[]): void {
    const asked = this.phrases.filter(phrase => phrase.field < 0 || phrase.field === field)
    if (asked.length === 0) return
    const { tokens } = this.analyzer
    const text = fieldWords(this.analyzer, field)
    for (const { words, slop, key, weight } of asked) {
      let marked = 0
      eachOccurrence(text, words, slop, (from, to) => {
        if (slop === 0) {
          const [first, last] = [text.tokens[from], text.tokens[to - 1]]
          found.push({ start: tokens.starts[first], end: tokens.ends[last], key, weight })
          return false
        }
        for (let at = Math.max(from, marked); at < to; at++) {
          if (!words.some(({ terms }) => terms.has(text.terms[at]))) continue
          const token = text.tokens[at]
          const part = weight / words.length
          found.push({
            start: tokens.starts[token],
            end: tokens.ends[token],
            key: `${key} ${text.terms[at]}`,
            weight: part,
          })
        }
        marked = to
        return false
      })
    }
  }
}
