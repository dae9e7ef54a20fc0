import { PairList, pairKey, readPositions } from '../index/pairs.js'
import { PostingList } from '../index/postings.js'
import type { IndexReader } from '../index/reader.js'
import type { Plan, Slot, SlotPair } from './plan.js'
import { inverseDocumentFrequency, type Ranking, SCORE_UNIT } from './scoring.js'

/** The documents of one pair of terms, as positions in the posting list of the term that owns it. */
export interface PairHit {
  readonly pair: WeightedPair
  readonly at: number
  readonly size: number
  /** How well the two spellings answer the words typed. */
  readonly agreement: number
}

/** A posting list that the query needs, opened but not decoded. */
export interface OpenList {
  readonly ordinal: number
  readonly term: string
  /** How well the spelling answers the word typed. */
  readonly agreement: number
  readonly postings: PostingList
  readonly words: Uint32Array
  /** The pairs that this list's term owns. */
  readonly hits: PairHit[]
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
  frequency: number
  /** Pair weight × idf × the ranking's weight of pairs. */
  weight: number
}

/** Everything that scoring reads. */
export interface OpenPlan {
  readonly slots: readonly WeightedSlot[]
  readonly pairs: readonly WeightedPair[]
}

/** Opens the lists of a plan, finds the pairs in them and weighs both. */
export function openPlan(plan: Plan, reader: IndexReader, ranking: Ranking): OpenPlan {
  const { documents } = reader
  const slots = plan.slots.map(slot => {
    const lists = slot.spellings.map(({ ordinal, term, weight }): OpenList => {
      const { words, bit } = reader.list(ordinal)
      const postings = new PostingList()
      postings.open(words, bit, documents)
      return { ordinal, term, agreement: weight, postings, words, hits: [] }
    })
    let frequency = 0
    for (const list of lists) frequency += list.postings.size
    frequency = Math.min(documents, frequency)
    return { slot, lists, frequency, weight: slot.weight * inverseDocumentFrequency(documents, frequency) }
  })
  const pairList = new PairList()
  const pairs = plan.pairs.map(pair => {
    const weighted: WeightedPair = { left: pair.left, right: pair.right, frequency: 0, weight: 0 }
    findPair(pair, weighted, slots, pairList, reader.meta.terms)
    const frequency = Math.min(documents, weighted.frequency)
    weighted.weight = frequency === 0 ? 0 : pair.weight * ranking.pairs * inverseDocumentFrequency(documents, frequency)
    return weighted
  })
  return { slots, pairs }
}

function findPair(
  pair: SlotPair,
  weighted: WeightedPair,
  slots: readonly WeightedSlot[],
  pairList: PairList,
  termCount: number,
): void {
  const left = slots[pair.left].lists
  const right = slots[pair.right].lists
  for (const owner of left) collect(owner, right, false, weighted, pairList, termCount)
  for (const owner of right) collect(owner, left, true, weighted, pairList, termCount)
}

/** Adds the pairs that `owner` has with one of `others`, whose ordinals ascend in runs. */
function collect(
  owner: OpenList,
  others: readonly OpenList[],
  otherFirst: boolean,
  weighted: WeightedPair,
  pairList: PairList,
  termCount: number,
): void {
  if (others.length === 0) return
  pairList.open(owner.words, owner.postings.end, owner.postings.size, termCount)
  if (pairList.count === 0) return
  let run = 0
  while (run < others.length) {
    let end = run + 1
    while (end < others.length && others[end].ordinal > others[end - 1].ordinal && others[end].ordinal - others[run].ordinal < 64) end++
    const limit = pairKey(others[end - 1].ordinal, otherFirst) + 1
    pairList.seek(pairKey(others[run].ordinal, otherFirst))
    let other = run
    while (pairList.next(limit)) {
      while (other < end && pairKey(others[other].ordinal, otherFirst) < pairList.key) other++
      if (other < end && pairKey(others[other].ordinal, otherFirst) === pairList.key) {
        weighted.frequency += pairList.size
        owner.hits.push({
          pair: weighted,
          at: pairList.positionsAt,
          size: pairList.size,
          agreement: owner.agreement * others[other].agreement,
        })
      }
    }
    run = end
  }
}

/** Decodes the documents of a pair hit into positions of its owner's list. */
export function positionsOf(list: OpenList, hit: PairHit, out: Int32Array): number {
  return readPositions(list.words, hit.at, hit.size, list.postings.size, out)
}

/** Weight × impact as whole score units are added up like this everywhere, `explain` included. */
export function units(weight: number, impact: number): number {
  return (weight * impact) | 0
}

/** Score units as a score. */
export function toScore(total: number): number {
  return total * SCORE_UNIT
}
