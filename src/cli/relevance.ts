import { InputError, type SearchIndex, type SearchOptions, TimtinError } from '../index.js'

/** A question of an evaluation set. */
export interface EvalQuery {
  readonly id: string
  readonly text: string
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

/** Reads queries, one JSON object a line with `id` and `text`. */
export function readQueries(file: string, text: string): EvalQuery[] {
  const queries: EvalQuery[] = []
  for (const { line, words } of linesOf(text)) {
    const value = parse(words)
    if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value))
      throw bad(file, line, 'a JSON object with id and text')
    const { id, text } = value
    if (typeof id !== 'string' || typeof text !== 'string') throw bad(file, line, 'id and text as strings')
    queries.push({ id, text })
  }
  if (queries.length === 0) throw new InputError('EMPTY_INPUT', `${file}: no queries`, { file })
  return queries
}

/** Reads judgements: query, document and relevance with tabs between; TREC's form with a `0` or `Q0` in between too. */
export function readJudgements(file: string, text: string): Judgements {
  const judgements = new Map<string, Map<string, number>>()
  for (const { line, words } of linesOf(text)) {
    const cells = words.split(/\s+/)
    const [query, document, relevance = '1'] = cells.length === 4 ? [cells[0], cells[2], cells[3]] : cells
    const value = Number(relevance)
    if (document === undefined || cells.length > 4 || Number.isNaN(value))
      throw bad(file, line, 'query, document and relevance with tabs between')
    const known = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, known.set(document, value))
  }
  if (judgements.size === 0) throw new InputError('EMPTY_INPUT', `${file}: no judgements`, { file })
  return judgements
}

function linesOf(text: string): { line: number; words: string }[] {
  return text
    .split('\n')
    .map((words, at) => ({ line: at + 1, words: words.trim() }))
    .filter(({ words }) => words !== '')
}

function parse(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

function bad(file: string, line: number, expected: string): InputError {
  return new InputError('BAD_INPUT', `${file}:${line}: should be ${expected}`, { file, line, expected })
}
