import type { OpenPlan, WeightedSlot } from './open-plan.js'
import type { Match } from './options.js'
import type { Slot } from './plan.js'
import type { Ranking } from './scoring.js'

/** The shares of all slots add up to about this; with up to eight readings of an abbreviation they still fit 16 bits. */
const WHOLE_SHARE = 6000
/**
 * What each slot is worth when `match` asks how much of the query a document holds. Slots that stand aside are worth
 * nothing. The words of each reading of an abbreviation are together worth as much as the abbreviation, but under `all`,
 * where they would make up for other words.
 */
export function slotShares(slots: readonly WeightedSlot[], documents: number, match: Match): Uint16Array {
  const answered = new Set(slots.flatMap(({ slot, list }) => (list ? insteadOf(slot) : [])))
  const weights = slots.map((slot, at) => {
    if (!isAskedFor(slot) || (!slot.list && !answered.has(at))) return 0
    return slot.slot.weight * Math.log(1 + documents / (slot.frequency + 1))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = Uint16Array.from(weights, weight =>
    weight > 0 ? Math.max(1, Math.floor((WHOLE_SHARE * weight) / sum)) : 0,
  )
  if (match === 'all') return shares
  slots.forEach(({ slot, list }, at) => {
    if (slot.insteadOf >= 0 && list) shares[at] = Math.ceil(shares[slot.insteadOf] * slot.part)
  })
  return shares
}

/** Whether a slot is one of the words that the query asks for, and no other way to put one of them. */
export function isAskedFor({ slot }: WeightedSlot): boolean {
  return !slot.aside && slot.insteadOf < 0 && !slot.synonymOf
}

/** The slots for which a word may stand. */
function insteadOf({ insteadOf, synonymOf }: Slot): readonly number[] {
  return synonymOf?.slots ?? (insteadOf >= 0 ? [insteadOf] : [])
}

/** The share of all words that a query asks for. */
export function wholeShare(slots: readonly WeightedSlot[], shares: Uint16Array): number {
  return slots.reduce((sum, slot, at) => sum + (isAskedFor(slot) ? shares[at] : 0), 0)
}

/** Under `match: 'most'` no more than this part of a query's weight is asked for. */
const MOST_SHARE = 0.6

/** The share of the query that a document must hold. Words that the index does not know ask for nothing but under `all`. */
export function requiredShare(plan: OpenPlan, shares: Uint16Array, match: Match, ranking: Ranking): number {
  const whole = wholeShare(plan.slots, shares)
  if (match === 'all')
    return plan.slots.every(slot => slot.list || !isAskedFor(slot)) ? whole : Number.POSITIVE_INFINITY
  if (match === 'any') return 1
  const words = plan.slots.filter((slot, at) => shares[at] > 0 && isAskedFor(slot)).length
  return Math.max(1, Math.ceil(whole * Math.min(MOST_SHARE, ranking.most / Math.max(1, words))))
}
