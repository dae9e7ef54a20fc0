import { readBits } from '../index/bits.js'
import { byteToFrequency, frequencyToByte, PAIR_FREQUENCY, STRONG_PAIR_FREQUENCY } from '../index/frequency.js'
import type { IndexReader } from '../index/reader.js'
import { type Agreement, agreedPiece } from './agreement.js'
import type { Task } from './evaluate.js'
import type { Lexicon, PairHit } from './lexicon.js'
import { type OpenPlan, toScore, type WeightedPair, type WeightedSlot } from './open-plan.js'
import { units } from './scoring.js'
import { isAskedFor, wholeShare } from './shares.js'

/** One summand of a score. */
export interface ScorePart {
  /** `place` and `date`: the column of the document agrees with what was understood in the query. */
  readonly kind: 'word' | 'pair' | 'place' | 'date'
  /** The word of the query, the two of a pair, or the words understood. */
  readonly query: string
  /** Where it is a word of a synonym: the words of the query that this stands for. */
  readonly synonymOf?: string
  /** What the document has in its place; for a place or date the value that agrees. */
  readonly found: readonly string[]
  /** Documents of the index that have it. */
  readonly documents: number
  /** Weight by rarity and kind: idf × weight in the query, × the weight of pairs for a pair. */
  readonly weight: number
  /** Weighted occurrences in the document, as stored. */
  readonly frequency: number
  readonly score: number
}

/** How a document came by its score: the parts add up to it. */
export interface Explanation {
  readonly id: string
  readonly score: number
  /** Share of the query's weight in words that the document holds, 0 to 1. */
  readonly held: number
  readonly parts: readonly ScorePart[]
  /** Words of the query that the document lacks. */
  readonly missing: readonly string[]
}

/** Works out one document's score part by part, from the postings themselves. */
export class Explainer {
  private readonly positions: Int32Array

  constructor(
    private readonly reader: IndexReader,
    private readonly lexicon: Lexicon,
  ) {
    this.positions = new Int32Array(reader.documents)
  }

  explain(document: number, { plan, shares, agreements = [] }: Task): Explanation {
    const parts: ScorePart[] = []
    const missing: string[] = []
    let total = 0
    let held = 0
    const take = (found: Found | undefined) => {
      if (!found) return
      total += found.units
      parts.push({ ...found.part, score: toScore(found.units, plan) })
    }
    plan.slots.forEach((slot, at) => {
      const found = this.word(slot, document)
      take(found)
      if (found) held += shares[at]
      else if (isAskedFor(slot)) missing.push(slot.slot.word)
    })
    for (const pair of plan.pairs) take(this.pair(pair, plan, document))
    for (const agreement of agreements) take(this.agreement(agreement, document))
    const whole = wholeShare(plan.slots, shares)
    parts.sort((a, b) => b.score - a.score)
    return {
      id: this.reader.id(document),
      score: toScore(total, plan),
      held: whole === 0 ? 0 : Math.min(1, held / whole),
      parts,
      missing,
    }
  }

  /** Several spellings of a word count as one: their frequencies add up. */
  private word({ slot, field, frequency: documents, weight }: WeightedSlot, document: number): Found | undefined {
    const found: string[] = []
    let frequency = 0
    for (const spelling of slot.answers.spellings) {
      const { postings } = this.lexicon.term(spelling)
      const at = postings.documents.placeOf(document)
      if (at < 0 || (field >= 0 && this.reader.inField(postings, field)[at] === 0)) continue
      found.push(spelling.term)
      frequency += spelling.weight * byteToFrequency(postings.frequencies[at])
    }
    if (found.length === 0) return undefined
    return {
      units: this.units(weight, frequency, document),
      part: {
        kind: 'word',
        query: slot.word,
        ...(slot.synonymOf === undefined ? {} : { synonymOf: slot.synonymOf.text }),
        found,
        documents,
        weight,
        frequency,
      },
    }
  }

  /** So do those of the ways in which a pair is spelled. */
  private pair(pair: WeightedPair, { slots }: OpenPlan, document: number): Found | undefined {
    const left = slots[pair.left].slot
    const right = slots[pair.right].slot
    let frequency = 0
    const found: string[] = []
    for (const hit of this.lexicon.pairHits(left.answers, right.answers)) {
      const { owner, other, otherFirst } = hit
      const often = this.pairFrequency(hit, document)
      if (often === 0) continue
      frequency += owner.weight * other.weight * often
      found.push(otherFirst ? `${other.term} ${owner.term}` : `${owner.term} ${other.term}`)
    }
    if (found.length === 0) return undefined
    const query = `${left.word} ${right.word}`
    return {
      units: this.units(pair.weight, frequency, document),
      part: { kind: 'pair', query, found, documents: pair.list.size, weight: pair.weight, frequency },
    }
  }

  private agreement(agreement: Agreement, document: number): Found | undefined {
    const piece = agreedPiece(agreement, document)
    if (!piece) return undefined
    let documents = 0
    for (let other = 0; other < this.reader.documents; other++) if (piece.passes(other)) documents++
    const { kind, weight, units } = agreement
    return { units, part: { kind, query: piece.text, found: [piece.value], documents, weight, frequency: 1 } }
  }

  private pairFrequency({ lists, pair }: PairHit, document: number): number {
    const owned = lists.postings.documents.placeOf(document)
    if (owned < 0) return 0
    const strongAt = lists.pairs.positions(pair, this.positions)
    const place = this.positions.subarray(0, lists.pairs.sizes[pair]).indexOf(owned)
    if (place < 0) return 0
    return readBits(this.reader.postingWords, strongAt + place, 1) === 1 ? STRONG_PAIR_FREQUENCY : PAIR_FREQUENCY
  }

  private units(weight: number, frequency: number, document: number): number {
    const { impacts } = this.lexicon
    const steps = impacts.steps(frequencyToByte(frequency), this.reader.lengths[document])
    return units(weight * impacts.unitsPerStep, steps)
  }
}

interface Found {
  readonly units: number
  readonly part: Omit<ScorePart, 'score'>
}
