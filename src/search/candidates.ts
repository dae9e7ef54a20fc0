import { LEVELS } from '../index/frequency.js'
import { readPositions } from '../index/pairs.js'
import type { IndexReader } from '../index/reader.js'
import { isSingle, type OpenList, type OpenPlan, type PairHit, pairImpact, units } from './lists.js'
import { type ImpactTable, SCORE_UNIT } from './scoring.js'

/** A list with at most this many times as many documents as there are candidates is gone through itself. */
const FEW = 1

/**
 * Some documents, in ascending order, whose scores are completed slot by slot and pair by pair by looking them up in the
 * lists. Arrays side by side, reused query after query.
 */
export class Candidates {
  count = 0
  documents = new Int32Array(256)
  scores = new Int32Array(256)
  held = new Uint16Array(256)
  private positions = new Int32Array(256)
  private frequencies = new Float64Array(256)
  private best = new Int32Array(256)
  private readonly pairPositions: Int32Array
  private readonly listDocuments: Int32Array
  private readonly listLevels: Uint8Array

  constructor(private readonly reader: IndexReader) {
    this.pairPositions = new Int32Array(reader.documents)
    this.listDocuments = new Int32Array(reader.documents)
    this.listLevels = new Uint8Array(reader.documents)
  }

  /** Takes the documents listed, which are sorted in place, with their scores so far. */
  take(documents: Int32Array, scores: Int32Array, held: Uint16Array): void {
    documents.sort()
    this.count = documents.length
    this.reserve(documents.length)
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at]
      this.documents[at] = document
      this.scores[at] = scores[document]
      this.held[at] = held[document]
    }
  }

  private reserve(count: number): void {
    if (count <= this.documents.length) return
    this.documents = new Int32Array(count * 2)
    this.scores = new Int32Array(count * 2)
    this.held = new Uint16Array(count * 2)
    this.positions = new Int32Array(count * 2)
    this.frequencies = new Float64Array(count * 2)
    this.best = new Int32Array(count * 2)
  }

  /** Leaves out those whose score is below `least`. */
  keep(least: number): void {
    const { documents, scores, held } = this
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      if (scores[at] < least) continue
      documents[kept] = documents[at]
      scores[kept] = scores[at]
      held[kept++] = held[at]
    }
    this.count = kept
  }

  /** Adds a slot. */
  addSlot(plan: OpenPlan, which: number, share: number, impacts: ImpactTable): void {
    const slot = plan.slots[which]
    const { documents, scores, held, frequencies, count } = this
    const { lengths } = this.reader
    const { values } = impacts
    if (isSingle(slot)) {
      const { postings } = slot.lists[0]
      postings.rewind()
      for (let at = 0; at < count; at++) {
        const document = documents[at]
        const position = postings.find(document)
        if (position < 0) continue
        held[at] += share
        scores[at] += units(slot.weight, values[(postings.level(position) << 8) | lengths[document]])
      }
      return
    }
    for (const { postings, agreement } of slot.lists) {
      if (postings.size <= count * FEW) {
        postings.decode(this.listDocuments, this.listLevels)
        for (let posting = 0, from = 0; posting < postings.size && from < count; posting++) {
          from = this.firstFrom(from, this.listDocuments[posting])
          if (from < count && documents[from] === this.listDocuments[posting]) {
            frequencies[from] += agreement * LEVELS[this.listLevels[posting]]
          }
        }
        continue
      }
      postings.rewind()
      for (let at = 0; at < count; at++) {
        const position = postings.find(documents[at])
        if (position >= 0) frequencies[at] += agreement * LEVELS[postings.level(position)]
      }
    }
    for (let at = 0; at < count; at++) {
      const frequency = frequencies[at]
      if (frequency === 0) continue
      frequencies[at] = 0
      held[at] += share
      scores[at] += units(slot.weight / SCORE_UNIT, impacts.impact(frequency, lengths[documents[at]]))
    }
  }

  /** Adds a pair: to each document the best of its hits. */
  addPair(plan: OpenPlan, which: number, impacts: ImpactTable): void {
    const pair = plan.pairs[which]
    const { best, scores, count } = this
    let located: OpenList | undefined
    for (const hit of pair.hits) {
      const weight = pair.weight * hit.agreement
      if (hit.size <= count * FEW) {
        this.addRareHit(hit, weight, impacts)
        continue
      }
      if (hit.owner !== located) this.locate(hit.owner)
      located = hit.owner
      this.addHit(hit, weight, impacts)
    }
    for (let at = 0; at < count; at++) {
      scores[at] += best[at]
      best[at] = 0
    }
  }

  /** The first candidate from a place on whose document is not before the one given (binary search). */
  private firstFrom(from: number, document: number): number {
    const { documents } = this
    let low = from
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (documents[middle] < document) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A hit with few documents: those are looked for among the candidates. */
  private addRareHit({ owner, at, strongAt, size }: PairHit, weight: number, impacts: ImpactTable): void {
    const { documents, pairPositions, listDocuments, best, count } = this
    const { lengths, postingWords } = this.reader
    const found = readPositions(postingWords, at, size, owner.postings.size, pairPositions)
    owner.postings.select(pairPositions, found, listDocuments)
    for (let hit = 0, from = 0; hit < found && from < count; hit++) {
      const document = listDocuments[hit]
      from = this.firstFrom(from, document)
      if (from === count || documents[from] !== document) continue
      const gain = units(weight, impacts.values[pairImpact(postingWords, strongAt, hit) | lengths[document]])
      if (gain > best[from]) best[from] = gain
    }
  }

  /** Writes the position of every candidate in a list into `positions`, -1 where it is not in it. */
  private locate({ postings }: OpenList): void {
    const { documents, positions, count } = this
    postings.rewind()
    for (let at = 0; at < count; at++) positions[at] = postings.find(documents[at])
  }

  private addHit({ owner, at, strongAt, size }: PairHit, weight: number, impacts: ImpactTable): void {
    const { documents, positions, pairPositions, best, count } = this
    const { lengths, postingWords } = this.reader
    const { postings } = owner
    const found = readPositions(postingWords, at, size, postings.size, pairPositions)
    let hit = 0
    for (let candidate = 0; candidate < count; candidate++) {
      const position = positions[candidate]
      if (position < 0) continue
      while (hit < found && pairPositions[hit] < position) hit++
      if (hit === found) return
      if (pairPositions[hit] !== position) continue
      const gain = units(
        weight,
        impacts.values[pairImpact(postingWords, strongAt, hit) | lengths[documents[candidate]]],
      )
      if (gain > best[candidate]) best[candidate] = gain
    }
  }
}
