import { byteToLength, LEVELS } from '../index/frequency.js'

/**
 * The constants of ranking. Each was set on the development sets XQuAD-vi, wiki-questions and news-titles; the
 * measurements stand in ARCHITECTURE.md, "Ranking". All can be overridden by the option `ranking` of a search.
 */
export interface Ranking {
  /** BM25: how soon more occurrences stop counting (Robertson & Zaragoza 2009). */
  readonly k1: number
  /** BM25: how much long documents are discounted, 0 to 1. */
  readonly b: number
  /** BM25+: what a match counts at least, however long the document (Lv & Zhai 2011). */
  readonly floor: number
  /** Weight of adjacent pairs beside single syllables. */
  readonly pairs: number
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
}

export const DEFAULT_RANKING: Ranking = {
  k1: 1.2,
  b: 0.9,
  floor: 0.4,
  pairs: 0.35,
  questionWords: 0.33,
  unknownMarks: 0.8,
  otherY: 0.9,
  informal: 0.5,
  most: 1.4,
}

/** Scores are sums of whole numbers of this fraction, so that they do not depend on the order of adding. */
export const SCORE_UNIT = 1 / 16384

/** Inverse document frequency, never negative (Lucene's form of Robertson & Spärck Jones 1976). */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/**
 * What an occurrence is worth before idf, by level and document length: `table[level * 256 + lengthByte]`, in score
 * units.
 */
export class ImpactTable {
  readonly values = new Float32Array(16 * 256)
  /** The length part of BM25's denominator, by length byte. */
  readonly norms = new Float32Array(256)

  constructor(
    readonly ranking: Ranking,
    averageLength: number,
  ) {
    for (let byte = 0; byte < 256; byte++) {
      this.norms[byte] = ranking.k1 * (1 - ranking.b + (ranking.b * byteToLength(byte)) / Math.max(1, averageLength))
      for (let level = 0; level < 16; level++) {
        this.values[level * 256 + byte] = this.impact(LEVELS[level], byte) / SCORE_UNIT
      }
    }
  }

  /** No impact is larger. */
  get most(): number {
    return this.ranking.floor + this.ranking.k1 + 1
  }

  /** The worth of a weighted frequency, not in score units. */
  impact(frequency: number, lengthByte: number): number {
    const { k1, floor } = this.ranking
    return Math.min(1, frequency) * floor + (frequency * (k1 + 1)) / (frequency + this.norms[lengthByte])
  }
}
