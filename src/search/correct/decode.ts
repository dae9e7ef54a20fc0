import type { IndexTerm, WordStatistics } from '../word-statistics.js'
import type { Candidate } from './candidates.js'
import type { Triples } from './triples.js'

/** A way on from one place in the query to a later one. */
export interface Arc {
  /** The place that it leads to: the number of the word behind. */
  readonly to: number
  /** The words read; empty for what stays as it is. */
  readonly terms: readonly IndexTerm[]
  /** What the neighbours stand beside; undefined where that says nothing. */
  readonly first: IndexTerm | undefined
  readonly last: IndexTerm | undefined
  /** Cost of the slip, and of a word that the index does not know. */
  readonly cost: number
  /** Whether the word before is a neighbour. */
  readonly beside: boolean
}

/** The arc of a reading. */
export function arcOf({ terms, cost }: Candidate, to: number, beside: boolean): Arc {
  return { to, terms, cost, beside, first: terms[0], last: terms[terms.length - 1] }
}

/** The likeliest reading of a query. */
export interface Reading {
  readonly arcs: readonly Arc[]
  /** Logarithm of its probability. */
  readonly score: number
  /** Its part of the probability of all readings followed. */
  readonly share: number
}

interface State {
  readonly arc: Arc | undefined
  readonly from: State | undefined
  best: number
  /** Logarithm of the sum over all ways here. */
  all: number
}

/** Readings followed at each place. */
const BEAM = 48

/**
 * Finds the likeliest way through a query (Viterbi 1967). `arcs[place]` are the ways on from a place; every place needs one. With
 * `triples` a word is as likely as the two before it make it, and a state is the last two words, not the last alone.
 */
export function decode(arcs: readonly (readonly Arc[])[], statistics: WordStatistics, triples?: Triples): Reading {
  const probability = (term: IndexTerm, before: IndexTerm | undefined, earlier: IndexTerm | undefined) =>
    triples && before && earlier
      ? triples.logProbability(term, before, earlier, statistics)
      : statistics.logProbability(term, before)
  const places: Map<number, State>[] = Array.from({ length: arcs.length + 1 }, () => new Map())
  places[0].set(-1, { arc: undefined, from: undefined, best: 0, all: 0 })
  for (let place = 0; place < arcs.length; place++) {
    let states = [...places[place].values()]
    if (states.length > BEAM) states = states.sort((a, b) => b.best - a.best).slice(0, BEAM)
    for (const arc of arcs[place]) {
      const inside = arc.terms.length > 1 ? statistics.logProbability(arc.terms[1], arc.terms[0]) : 0
      for (const state of states) {
        const before = arc.beside ? state.arc?.last : undefined
        const earlier = before && triples && state.arc ? beforeLast(state) : undefined
        const word = arc.first ? probability(arc.first, before, earlier) : 0
        const step = word + inside - arc.cost
        enter(places[arc.to], arc, state, state.best + step, state.all + step, triples !== undefined)
      }
    }
  }
  const last = [...places[arcs.length].values()]
  let end = last[0]
  let all = Number.NEGATIVE_INFINITY
  for (const state of last) {
    if (state.best > end.best) end = state
    all = logSum(all, state.all)
  }
  const path: Arc[] = []
  for (let state: State | undefined = end; state?.arc; state = state.from) path.push(state.arc)
  return { arcs: path.reverse(), score: end.best, share: Math.exp(end.best - all) }
}

/** The word before the last one of a state, where both stand side by side. */
function beforeLast({ arc, from }: State): IndexTerm | undefined {
  if (!arc) return undefined
  if (arc.terms.length > 1) return arc.terms[arc.terms.length - 2]
  return arc.beside ? from?.arc?.last : undefined
}

function enter(
  states: Map<number, State>,
  arc: Arc,
  from: State,
  best: number,
  all: number,
  withEarlier: boolean,
): void {
  const last = arc.last?.ordinal ?? -1
  const key = withEarlier ? last * 2 ** 26 + (arc.terms.length === 1 ? (from.arc?.last?.ordinal ?? -1) : -1) : last
  const known = states.get(key)
  if (!known) states.set(key, { arc, from, best, all })
  else {
    const sum = logSum(known.all, all)
    if (best > known.best) states.set(key, { arc, from, best, all: sum })
    else known.all = sum
  }
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high))
}
