import { byteToFrequency, byteToLength, FREQUENCY_BYTES } from '../index/frequency.js'

/**
 * The constants of ranking. Each was set on the development sets XQuAD-vi, wiki-questions and news-titles; the
 * measurements stand in ARCHITECTURE.md, "Ranking". All can be overridden by the option `ranking` of a search.
 */
export interface Ranking {
  /** BM25: how soon more occurrences stop counting (Robertson & Zaragoza 2009). */
  readonly k1: number
  /** BM25: how much long documents are discounted, 0 to 1. */
  readonly b: number
  /**
   * Documents of fewer words than this, and than the average, are not counted as shorter: a line or two that holds the
   * words of a query seldom says more about them than a paragraph.
   */
  readonly shortest: number
  /** BM25+: what a match counts at least, however long the document (Lv & Zhai 2011). */
  readonly floor: number
  /** Weight of adjacent pairs beside single syllables. */
  readonly pairs: number
  /** The same for a query without any mark, whose neighbours have to tell which words are meant. */
  readonly unmarkedPairs: number
  /**
   * How much less a word counts by itself the more of its documents hold it in a pair of the query, 0 to 1: what *nội* tells
   * beside *hà nội* is little, and would be counted twice.
   */
  readonly dependence: number
  /** Weight of question words (gì, nào, đâu …), which documents seldom hold and idf takes for rare. */
  readonly questionWords: number
  /** Weight of a syllable whose document was typed without marks, when the query has them. */
  readonly unknownMarks: number
  /** Weight of the other spelling of a final i or y (kĩ, kỹ). */
  readonly otherY: number
  /** Weight of what an informal spelling (ko, dc) stands for, where the index does not have the spelling itself. */
  readonly informal: number
  /**
   * Under `match: 'most'` a document must hold the weight of this many average words of the query, but never more than
   * 60 % of its weight: both words of two, two of four, two of a long question.
   */
  readonly most: number
  /**
   * What a document gets whose province, and one whose date, is understood in the query: this part of the most that an average
   * word of the query adds. 0 to 0.5, so that words always count more.
   */
  readonly understood: number
}

export const DEFAULT_RANKING: Ranking = {
  k1: 1.2,
  b: 0.9,
  shortest: 60,
  floor: 0.4,
  pairs: 0.3,
  unmarkedPairs: 0.45,
  dependence: 0.9,
  questionWords: 0.33,
  unknownMarks: 0.8,
  otherY: 0.9,
  informal: 0.5,
  most: 1.4,
  understood: 0.4,
}

/** Scores are sums of whole numbers of this fraction, so that they do not depend on the order of adding. */
export const SCORE_UNIT = 1 / 16384

/** Inverse document frequency, never negative (Lucene's form of Robertson & Spärck Jones 1976). */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/** The largest impact. */
const MOST_STEPS = 0xffff

/**
 * What an occurrence is worth before idf, by how often and in how long a document: the worth of a word in a document in
 * whole steps, so that it takes 16 bits. The largest worth that the constants of ranking allow is 65,535 steps. Rows are
 * made when a list first needs them; most frequencies never come up.
 */
export class ImpactTable {
  /** Steps by the bytes of frequency and length: `values[frequency * 256 + length]`; at least one, 0 where not made yet. */
  readonly values = new Uint16Array(FREQUENCY_BYTES * 256)
  /** Score units in a step. */
  readonly unitsPerStep: number
  private readonly made = new Uint8Array(FREQUENCY_BYTES)
  /** The length part of BM25's denominator, by the byte of the length. */
  private readonly norms: Float64Array
  private readonly scale: number

  constructor(
    readonly ranking: Ranking,
    averageLength: number,
  ) {
    const { k1, b, floor, shortest } = ranking
    const average = Math.max(1, averageLength)
    const least = Math.min(shortest, average)
    const most = floor + k1 + 1
    this.unitsPerStep = most / MOST_STEPS / SCORE_UNIT
    this.scale = MOST_STEPS / most
    this.norms = Float64Array.from({ length: 256 }, (_, byte) => {
      return k1 * (1 - b + (b * Math.max(least, byteToLength(byte))) / average)
    })
  }

  /** Makes the rows for bytes of frequencies, before values are read for them. */
  prepare(frequencies: Uint8Array): void {
    const { made } = this
    for (let at = 0; at < frequencies.length; at++) if (made[frequencies[at]] === 0) this.makeRow(frequencies[at])
  }

  /** One value, by the bytes of a frequency and a length. */
  steps(frequency: number, length: number): number {
    if (this.made[frequency] === 0) this.makeRow(frequency)
    return this.values[(frequency << 8) | length]
  }

  private makeRow(byte: number): void {
    const { values, norms, scale } = this
    const { k1, floor } = this.ranking
    const frequency = byteToFrequency(byte)
    const base = Math.min(1, frequency) * floor
    const gain = frequency * (k1 + 1)
    for (let length = 0; length < 256; length++) {
      values[(byte << 8) | length] = Math.max(1, Math.round((base + gain / (frequency + norms[length])) * scale))
    }
    this.made[byte] = 1
  }
}

/**
 * Weight (in score units a step) × steps as whole score units, 1 at the least; added up like this everywhere, `explain`
 * included. A document with a score of 0 holds nothing of the query.
 */
export function units(weight: number, steps: number): number {
  return ((weight * steps) | 0) + 1
}
