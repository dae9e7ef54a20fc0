import { PAIR_LEVEL, STRONG_PAIR_LEVEL } from '../index/frequency.js'
import { PairList, pairKey } from '../index/pairs.js'
import { PostingList } from '../index/postings.js'
import type { IndexReader } from '../index/reader.js'
import type { Plan, Slot } from './plan.js'
import { inverseDocumentFrequency, type Ranking, SCORE_UNIT } from './scoring.js'

/** A posting list that the query needs, opened but not decoded. */
export interface OpenList {
  readonly ordinal: number
  readonly term: string
  /** How well the spelling answers the word typed, above 0 and at most 1. */
  readonly agreement: number
  readonly postings: PostingList
  /** Where the decoded list begins in `DecodedLists`, as long as `decodedIn` is its current run. */
  decodedAt: number
  decodedIn: number
}

/** The documents of one pair of terms, as positions in the posting list of the term that owns it. */
export interface PairHit {
  readonly owner: OpenList
  readonly other: OpenList
  readonly otherFirst: boolean
  /** Where the positions begin (see `readPositions`). */
  readonly at: number
  /** Where the bits of strong documents begin. */
  readonly strongAt: number
  readonly size: number
  /** How well the two spellings answer the words typed. */
  readonly agreement: number
}

/** A slot with its statistics. */
export interface WeightedSlot {
  readonly slot: Slot
  readonly lists: readonly OpenList[]
  /** Documents that hold one of the spellings, at most. */
  readonly frequency: number
  /** Slot weight × idf. */
  readonly weight: number
}

/** A pair of slots with its statistics. */
export interface WeightedPair {
  readonly left: number
  readonly right: number
  /** One for each two spellings that stand next to each other somewhere. A document counts the best of its hits. */
  readonly hits: readonly PairHit[]
  readonly frequency: number
  /** Pair weight × idf × the ranking's weight of pairs. */
  readonly weight: number
}

/** Everything that scoring reads. */
export interface OpenPlan {
  /** What weights were divided by, so that no sum of score units leaves 32 bits; 1 but for extreme queries. */
  readonly scale: number
  readonly slots: readonly WeightedSlot[]
  readonly pairs: readonly WeightedPair[]
}

/** Opens the lists of a plan, finds the pairs in them and weighs both. */
export function openPlan(plan: Plan, reader: IndexReader, ranking: Ranking): OpenPlan {
  const { documents } = reader
  const slots = plan.slots.map(slot => {
    const lists = slot.spellings.map(({ ordinal, term, weight }): OpenList => {
      const postings = new PostingList()
      postings.open(reader.postingWords, reader.listAt(ordinal), documents)
      return { ordinal, term, agreement: weight, postings, decodedAt: 0, decodedIn: -1 }
    })
    let frequency = 0
    for (const list of lists) frequency += list.postings.size
    frequency = Math.min(documents, frequency)
    return { slot, lists, frequency, weight: slot.weight * inverseDocumentFrequency(documents, frequency) }
  })
  const pairList = new PairList()
  const pairs: WeightedPair[] = []
  for (const { left, right, weight } of plan.pairs) {
    const hits: PairHit[] = []
    for (const owner of slots[left].lists) collect(owner, slots[right].lists, false, hits, pairList, reader)
    for (const owner of slots[right].lists) collect(owner, slots[left].lists, true, hits, pairList, reader)
    if (hits.length === 0 || ranking.pairs === 0) continue
    let frequency = 0
    for (const hit of hits) frequency += hit.size
    frequency = Math.min(documents, frequency)
    const idf = inverseDocumentFrequency(documents, frequency)
    pairs.push({ left, right, hits, frequency, weight: weight * ranking.pairs * idf })
  }
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

/** Spellings whose ordinals lie closer than this are looked for in one go. */
const RUN = 64

/** Adds the pairs that `owner` has with one of `others`. */
function collect(
  owner: OpenList,
  others: readonly OpenList[],
  otherFirst: boolean,
  hits: PairHit[],
  pairList: PairList,
  reader: IndexReader,
): void {
  if (others.length === 0) return
  pairList.open(reader.postingWords, owner.postings.end, owner.postings.size, reader.meta.terms)
  if (pairList.count === 0) return
  for (let run = 0; run < others.length; ) {
    let end = run + 1
    while (
      end < others.length &&
      others[end].ordinal > others[end - 1].ordinal &&
      others[end].ordinal - others[run].ordinal < RUN
    ) {
      end++
    }
    pairList.seek(pairKey(others[run].ordinal, otherFirst))
    const limit = pairKey(others[end - 1].ordinal, otherFirst) + 1
    for (let other = run; pairList.next(limit); ) {
      while (other < end && pairKey(others[other].ordinal, otherFirst) < pairList.key) other++
      if (other === end) break
      if (pairKey(others[other].ordinal, otherFirst) !== pairList.key) continue
      hits.push({
        owner,
        other: others[other],
        otherFirst,
        at: pairList.positionsAt,
        strongAt: pairList.strongAt,
        size: pairList.size,
        agreement: owner.agreement * others[other].agreement,
      })
    }
    run = end
  }
}

/** Whether a slot is one list that is meant just so; its impacts come straight from the table. */
export function isSingle(slot: WeightedSlot): boolean {
  return slot.lists.length === 1 && slot.lists[0].agreement === 1
}

/** Where the impacts of a pair begin in the table (add the length byte): by the bit of its `hit`-th document. */
export function pairImpact(words: Uint32Array, strongAt: number, hit: number): number {
  const bit = strongAt + hit
  return (words[bit >>> 5] >>> (bit & 31)) & 1 ? STRONG_PAIR_LEVEL << 8 : PAIR_LEVEL << 8
}

/**
 * Weight × impact as whole score units, 1 at the least; added up like this everywhere, `explain` included. A document with
 * a score of 0 holds nothing of the query.
 */
export function units(weight: number, impact: number): number {
  return ((weight * impact) | 0) + 1
}

/** Score units as a score. */
export function toScore(total: number, { scale }: { readonly scale: number }): number {
  return total * SCORE_UNIT * scale
}
