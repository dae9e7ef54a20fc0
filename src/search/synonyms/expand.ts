import { BREAK } from '../../analysis/tokens.js'
import type { PhraseContext } from '../clauses/phrase.js'
import { MAX_SLOTS, type Plan, planQuery, type Slot, type SlotPair } from '../plan.js'
import type { Ranking } from '../scoring.js'
import { rowOf, type SynonymFinder } from './finder.js'

/** What synonyms are looked up with. */
export interface SynonymContext extends PhraseContext {
  readonly ranking: Ranking
  /** Undefined where none are looked for. */
  readonly synonyms: SynonymFinder | undefined
}

/** An expression that may stand in the stead of another. */
export interface Way {
  readonly text: string
  /** Its words by themselves. */
  readonly plan: Plan
}

/** A stretch of the query that may be put otherwise. */
export interface Stretch {
  /** The slots of its words. */
  readonly slots: readonly number[]
  /** Those among them that stand nowhere else in the query and in no stretch before. */
  readonly own: readonly number[]
  readonly ways: readonly Way[]
}

/** A plan with the words of synonyms in it. */
export interface ExpandedPlan {
  readonly plan: Plan
  readonly stretches: readonly Stretch[]
}

/**
 * Adds the words of synonyms to the plan of a text, and the pairs that they make among themselves and with the words beside them.
 * The words of one way are together worth one word. Words that the query has anyway are worth what they were, but for a little
 * less by `Ranking.dependence` where they make pairs with those of a way. Undefined when the text has no expression of the list.
 */
export function expandSynonyms(text: string, plan: Plan, context: SynonymContext): ExpandedPlan | undefined {
  const { queryAnalyzer, accents, synonyms: finder } = context
  if (!finder) return undefined
  const row = rowOf(text, queryAnalyzer)
  const found = finder.find(row, accents)
  if (found.length === 0) return undefined
  const expansion = new Expansion(plan)
  const free = new Set(row.map(({ word }) => word))
  row.forEach(({ word }, at) => {
    if (!found.some(({ from, to }) => from <= at && at < to)) free.delete(word)
  })
  const stretches = found.map(({ from, to, ways: texts }): Stretch => {
    const words = [...new Set(row.slice(from, to).map(({ word }) => word))]
    const slots = words.flatMap(word => expansion.placeOf(word) ?? [])
    const own = words.filter(word => free.delete(word)).flatMap(word => expansion.placeOf(word) ?? [])
    const before = from > 0 && (row[from].flags & BREAK) === 0 ? row[from - 1].word : undefined
    const after = to < row.length && (row[to].flags & BREAK) === 0 ? row[to].word : undefined
    const span = { start: row[from].start, end: row[to - 1].end }
    const ways = texts.map((way): Way => {
      const wayRow = rowOf(way, queryAnalyzer).map(({ word }) => word)
      const alone = planQuery(way, queryAnalyzer, context.lexicon, accents, context.ranking)
      expansion.add(alone, wayRow, span, { text: text.slice(span.start, span.end), slots })
      if (before !== undefined) expansion.addPair(before, wayRow[0])
      if (after !== undefined) expansion.addPair(wayRow[wayRow.length - 1], after)
      return { text: way, plan: alone }
    })
    return { slots, own, ways }
  })
  return { plan: expansion.plan(), stretches }
}

/** A plan that grows. */
class Expansion {
  private readonly slots: Slot[]
  private readonly pairs: SlotPair[]
  private readonly places: Map<string, number>
  private readonly known: Set<string>

  constructor(private readonly base: Plan) {
    this.slots = [...base.slots]
    this.pairs = [...base.pairs]
    this.places = new Map(base.slots.map(({ word }, at) => [word, at]))
    this.known = new Set(base.pairs.map(({ left, right }) => `${left} ${right}`))
  }

  plan(): Plan {
    return { slots: this.slots, pairs: this.pairs, pairWeight: this.base.pairWeight }
  }

  placeOf(word: string): number | undefined {
    return this.places.get(word)
  }

  /** Adds the words and pairs of a way that stands for the words in some slots. */
  add(
    way: Plan,
    row: readonly string[],
    span: { readonly start: number; readonly end: number },
    synonymOf: NonNullable<Slot['synonymOf']>,
  ): void {
    for (const slot of way.slots) {
      if (this.places.has(slot.word) || !row.includes(slot.word) || this.slots.length >= MAX_SLOTS) continue
      this.places.set(slot.word, this.slots.length)
      // Its share is told by the whole of the way, not by its words.
      this.slots.push({ ...slot, ...span, weight: 1 / row.length, aside: false, insteadOf: -1, synonymOf })
    }
    for (const { left, right } of way.pairs) this.addPair(way.slots[left].word, way.slots[right].word)
  }

  addPair(first: string | undefined, second: string | undefined): void {
    const left = this.places.get(first ?? '')
    const right = this.places.get(second ?? '')
    const key = `${left} ${right}`
    if (left === undefined || right === undefined || this.known.has(key)) return
    this.known.add(key)
    this.pairs.push({ left, right, weight: 1 })
  }
}
