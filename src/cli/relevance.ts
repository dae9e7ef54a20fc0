import { type SearchIndex, type SearchOptions, TimtinError } from '../index.js'
import { fold } from '../text/fold.js'

/** A question of an evaluation set. */
export interface EvalQuery {
  readonly id: string
  readonly text: string
  /** What kind of query it is, where the file says so. */
  readonly kind?: string
}

/** For each query the documents that answer it, with how well. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Measures from 0 to 1, means over all judged queries. */
export interface Relevance {
  /** Queries that have a relevant document; the others say nothing and are left out. */
  readonly queries: number
  /** Normalized discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002), gain = relevance, as trec_eval. */
  readonly ndcg10: number
  /** Mean of 1 / rank of the first relevant document among the first hundred. */
  readonly mrr: number
  /** Share of queries whose first hit is relevant. */
  readonly p1: number
}

/** How deep the reciprocal rank looks. */
const DEPTH = 100

/** The ids of the documents that answer a query, the best first. */
export type Answer = (query: EvalQuery) => readonly string[]

/** Measures the answers to all judged queries. */
export function measure(queries: Iterable<EvalQuery>, judgements: Judgements, answer: Answer): Relevance {
  let count = 0
  let ndcg10 = 0
  let mrr = 0
  let p1 = 0
  for (const query of queries) {
    const relevant = judgements.get(query.id)
    if (!relevant || ![...relevant.values()].some(value => value > 0)) continue
    count++
    const ranked = answer(query).slice(0, DEPTH)
    ndcg10 += discounted(ranked.slice(0, 10).map(document => relevant.get(document) ?? 0)) / idealGain(relevant)
    const first = ranked.findIndex(document => (relevant.get(document) ?? 0) > 0)
    if (first >= 0) mrr += 1 / (first + 1)
    if (first === 0) p1++
  }
  return { queries: count, ndcg10: ndcg10 / count, mrr: mrr / count, p1: p1 / count }
}

/** The answers of an index. A query in which there is no word finds nothing. */
export function answersOf(index: SearchIndex, options: SearchOptions = {}): Answer {
  return ({ text }) => {
    try {
      return index.search(text, { ...options, limit: DEPTH, highlight: false }).hits.map(hit => hit.id)
    } catch (error) {
      if (error instanceof TimtinError && error.code === 'EMPTY_QUERY') return []
      throw error
    }
  }
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}

function idealGain(relevant: ReadonlyMap<string, number>): number {
  return discounted([...relevant.values()].sort((a, b) => b - a).slice(0, 10))
}

/**
 * The kind of a query: the file's own, or else how long it is (one word, short up to four, long) and whether a mark was typed in it.
 */
export function kindOf({ text, kind }: EvalQuery): string {
  if (kind !== undefined) return kind
  const words = text.trim().split(/\s+/).length
  const length = words === 1 ? 'one word' : words <= 4 ? 'short' : 'long'
  return fold(text) === text.toLowerCase() ? `${length}, unmarked` : length
}

/** The queries by kind, in the order of the file. */
export function byKind(queries: readonly EvalQuery[]): ReadonlyMap<string, readonly EvalQuery[]> {
  const kinds = new Map<string, EvalQuery[]>()
  for (const query of queries) {
    const kind = kindOf(query)
    const known = kinds.get(kind)
    if (known) known.push(query)
    else kinds.set(kind, [query])
  }
  return kinds
}
