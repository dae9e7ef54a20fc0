/**
 * The likeliest path through a sentence whose words have several spellings each, and how sure every step of it is.
 *
 *     toi   yeu   viet  nam          a state is a spelling with the one before it: (tôi, yêu);
 *     tôi ─ yêu ─ việt ─ nam         each step weighs the third word after two (or one, without triples);
 *     tối ╳ yếu ╳ viết ╳ năm         Viterbi keeps the best way into a state, forward and backward sums
 *     tới   yểu   viêt   nấm         of all ways through it give the probability of each spelling
 */
import type { SyllableStatistics } from './statistics.js'

/** One spelling that a word may have, and how likely it is before its neighbours are looked at (1, or less). */
export interface Choice {
  readonly word: string
  readonly weight: number
}

/** The chosen word of each step and its probability among all that were possible. */
export interface Path {
  readonly words: readonly string[]
  readonly confidence: readonly number[]
}

interface State {
  /** The spelling of the step before, and of this step. */
  readonly before: string
  readonly word: string
  /** Logarithm of the best way here, and the state it comes from. */
  best: number
  from: State | undefined
  /** The sum over all ways here, scaled so that each step sums to one; and over all ways on from here. */
  forward: number
  backward: number
  readonly ways: { readonly from: State; readonly probability: number }[]
}

const END: readonly Choice[] = [{ word: '', weight: 1 }]
/** States kept at each step: more than three candidates on each side of nearly every word; wider gains nothing. */
const BEAM = 64
/** Absolute discounts and the growth of vocabularies (Heaps' law), fitted on newspaper articles held out. */
const PAIR_DISCOUNT = 0.75
const TRIPLE_DISCOUNT = 0.9
const WORD_GROWTH = 0.7
const PAIR_GROWTH = 0.8

/**
 * Finds the likeliest word of each step from its choices. Every step needs at least one choice. `edges` says whether the
 * sentence begins and ends here, which tells something, or is a fragment.
 */
export function likeliestPath(
  choices: readonly (readonly Choice[])[],
  statistics: SyllableStatistics,
  edges: boolean,
): Path {
  const inside = model(statistics)
  const total = choices.length
  const probability = (step: number, state: State, word: string): number => {
    if (edges) return inside(state.before, state.word, word)
    if (step === total) return 1
    return step === 0 ? singleWord(statistics, word) : inside(step === 1 ? undefined : state.before, state.word, word)
  }
  const withTriples = statistics.triple !== undefined
  const start: State = { before: '', word: '', best: 0, from: undefined, forward: 1, backward: 0, ways: [] }
  const steps: State[][] = []
  let states = [start]
  for (let step = 0; step <= total; step++) {
    const words = step < total ? choices[step] : END
    const next = new Map<string, State>()
    for (const state of states) {
      for (const { word, weight } of words) {
        const p = weight * probability(step, state, word)
        const key = withTriples ? `${state.word} ${word}` : word
        let to = next.get(key)
        if (to === undefined) {
          to = { before: state.word, word, best: -Infinity, from: undefined, forward: 0, backward: 0, ways: [] }
          next.set(key, to)
        }
        const best = state.best + Math.log(p)
        if (best > to.best) {
          to.best = best
          to.from = state
        }
        to.forward += state.forward * p
        to.ways.push({ from: state, probability: p })
      }
    }
    states = [...next.values()]
    if (states.length > BEAM) states = states.sort((a, b) => b.best - a.best).slice(0, BEAM)
    scale(states, 'forward')
    steps.push(states)
  }
  return readBack(steps)
}

/** Follows the best way back from the end, and sums the ways on from each state. */
function readBack(steps: readonly State[][]): Path {
  const last = steps[steps.length - 1]
  for (const state of last) state.backward = 1
  for (let i = steps.length - 1; i > 0; i--) {
    for (const state of steps[i]) for (const way of state.ways) way.from.backward += way.probability * state.backward
    scale(steps[i - 1], 'backward')
  }
  const words: string[] = []
  const confidence: number[] = []
  let state = last.reduce((a, b) => (b.best > a.best ? b : a)).from
  for (let i = steps.length - 2; i >= 0 && state !== undefined; i--) {
    let all = 0
    let chosen = 0
    for (const other of steps[i]) {
      const mass = other.forward * other.backward
      all += mass
      if (other.word === state.word) chosen += mass
    }
    words.push(state.word)
    confidence.push(all > 0 ? chosen / all : 0)
    state = state.from
  }
  return { words: words.reverse(), confidence: confidence.reverse() }
}

function scale(states: readonly State[], field: 'forward' | 'backward'): void {
  let sum = 0
  for (const state of states) sum += state[field]
  if (sum > 0) for (const state of states) state[field] /= sum
}

function singleWord(statistics: SyllableStatistics, word: string): number {
  return (statistics.count(word) + 0.1) / (statistics.total + 1)
}

type Model = (first: string | undefined, second: string, third: string) => number

/** The probability of a third word after two or one: triples, pairs and single words, each smoothed by the next shorter. */
function model(statistics: SyllableStatistics): Model {
  const followers = (count: number, growth: number, first: string, second?: string): number =>
    Math.max(1, statistics.followers?.(first, second) ?? count ** growth)
  const pair = (first: string, second: string): number => {
    const count = statistics.count(first)
    if (count === 0) return singleWord(statistics, second)
    const seen = Math.max(0, statistics.pair(first, second) - PAIR_DISCOUNT)
    return (seen + PAIR_DISCOUNT * followers(count, WORD_GROWTH, first) * singleWord(statistics, second)) / count
  }
  return (first, second, third) => {
    const shorter = pair(second, third)
    if (first === undefined || statistics.triple === undefined) return shorter
    const count = statistics.pair(first, second)
    if (count === 0) return shorter
    const seen = Math.max(0, statistics.triple(first, second, third) - TRIPLE_DISCOUNT)
    return (seen + TRIPLE_DISCOUNT * followers(count, PAIR_GROWTH, first, second) * shorter) / count
  }
}
