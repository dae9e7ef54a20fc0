import type { ImpactList } from './impact-list.js'
import type { Word } from './lexicon.js'
import type { Plan, Slot } from './plan.js'
import { inverseDocumentFrequency, type Ranking, SCORE_UNIT } from './scoring.js'

/** A slot with its statistics. */
export interface WeightedSlot {
  readonly slot: Slot
  /** The number of the only field in which the word counts, -1 for any. */
  readonly field: number
  /** Undefined when the index has no spelling of the word. */
  readonly list: ImpactList | undefined
  /** Documents that hold one of the spellings. */
  readonly frequency: number
  /** Slot weight × idf, less what its pairs tell already. */
  readonly weight: number
}

/** A pair of slots with its statistics. */
export interface WeightedPair {
  readonly left: number
  readonly right: number
  readonly list: ImpactList
  /** Pair weight × idf × the plan's weight of pairs. */
  readonly weight: number
}

/** Everything that scoring reads. */
export interface OpenPlan {
  /** What weights were divided by, so that no sum of score units leaves 32 bits; 1 but for extreme queries. */
  readonly scale: number
  readonly slots: readonly WeightedSlot[]
  readonly pairs: readonly WeightedPair[]
}

/** Where the lists of words and pairs come from: a `Lexicon`, or the part of one that is about one field. */
export interface WordLists {
  /** The number of this field, -1 when the lists are about whole documents. */
  readonly field: number
  list(word: Word): ImpactList | undefined
  pairList(left: Word, right: Word): ImpactList | undefined
}

/** Finds the lists of a plan's words and pairs and weighs both. */
export function openPlan(plan: Plan, words: WordLists, documents: number, ranking: Ranking): OpenPlan {
  const lists = plan.slots.map(({ answers }) => words.list(answers))
  const sizes = lists.map(list => list?.size ?? 0)
  const paired = new Float64Array(lists.length)
  const pairs: WeightedPair[] = []
  if (plan.pairWeight > 0) {
    for (const { left, right, weight } of plan.pairs) {
      const list = words.pairList(plan.slots[left].answers, plan.slots[right].answers)
      if (!list) continue
      const idf = inverseDocumentFrequency(documents, list.size)
      pairs.push({ left, right, list, weight: weight * plan.pairWeight * idf })
      paired[left] += list.size / sizes[left]
      paired[right] += list.size / sizes[right]
    }
  }
  const slots = plan.slots.map((slot, at): WeightedSlot => {
    const idf = inverseDocumentFrequency(documents, sizes[at])
    const alone = 1 - ranking.dependence * Math.min(1, paired[at] / NEIGHBOURS)
    return { slot, field: words.field, list: lists[at], frequency: sizes[at], weight: slot.weight * idf * alone }
  })
  return scaled(slots, pairs, ranking)
}

/** Neighbours of a word, one on each side. */
const NEIGHBOURS = 2

/** Several plans as one, whose scores are the sums of theirs. */
export function joinPlans(plans: readonly OpenPlan[], ranking: Ranking): OpenPlan {
  const slots: WeightedSlot[] = []
  const pairs: WeightedPair[] = []
  for (const plan of plans) {
    const first = slots.length
    for (const slot of plan.slots) slots.push({ ...slot, weight: slot.weight * plan.scale })
    for (const { left, right, list, weight } of plan.pairs)
      pairs.push({ left: left + first, right: right + first, list, weight: weight * plan.scale })
  }
  return scaled(slots, pairs, ranking)
}

/** Divides all weights so that no sum of score units leaves 32 bits. */
function scaled(slots: readonly WeightedSlot[], pairs: readonly WeightedPair[], ranking: Ranking): OpenPlan {
  const most = (ranking.floor + ranking.k1 + 1) / SCORE_UNIT
  let total = 0
  for (const { weight } of slots) total += weight * most
  for (const { weight } of pairs) total += weight * most
  if (total < MOST_UNITS) return { slots, pairs, scale: 1 }
  const scale = 2 ** Math.ceil(Math.log2(total / MOST_UNITS))
  const down = <T extends { readonly weight: number }>(entry: T): T => ({ ...entry, weight: entry.weight / scale })
  return { slots: slots.map(down), pairs: pairs.map(down), scale }
}

/** Sums of score units stay below this. */
const MOST_UNITS = 2 ** 30

/** Score units as a score. */
export function toScore(total: number, { scale }: { readonly scale: number }): number {
  return total * SCORE_UNIT * scale
}
