import { type SearchIndex, type SearchOptions, TimtinError } from '../index.js'
import type { EvalQuery } from './relevance.js'

/** Times of one kind of query, in microseconds. */
export interface LatencyProfile {
  readonly queries: number
  /** Queries that found something. */
  readonly answered: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly mean: number
}

/**
 * Asks all queries once, in the order given, and returns the time of each by its id, in microseconds, with the number of its hits. Documents
 * and snippets are read too when `options.highlight` says so, since they are worked out only then.
 */
export function timeQueries(
  index: SearchIndex,
  queries: readonly EvalQuery[],
  options: SearchOptions,
): { readonly microseconds: number; readonly hits: number }[] {
  return queries.map(({ text }) => {
    const began = performance.now()
    const hits = answer(index, text, options)
    return { microseconds: (performance.now() - began) * 1000, hits }
  })
}

/** Sums times up; percentiles by the nearest rank. */
export function profile(timed: readonly { readonly microseconds: number; readonly hits: number }[]): LatencyProfile {
  const sorted = timed.map(({ microseconds }) => microseconds).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  return {
    queries: sorted.length,
    answered: timed.filter(({ hits }) => hits > 0).length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
  }
}

function answer(index: SearchIndex, text: string, options: SearchOptions): number {
  try {
    const { hits } = index.search(text, options)
    if (options.highlight) for (const hit of hits) Object.keys(hit.highlights)
    return hits.length
  } catch (error) {
    if (error instanceof TimtinError && error.code === 'EMPTY_QUERY') return 0
    throw error
  }
}
