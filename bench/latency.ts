import { messageOf } from '../src/errors.js'
import { type PeerProcess, TooSlow } from './peers/process.js'
import type { PeerQuery } from './peers/protocol.js'
import { quantile, shuffled } from './statistics.js'

/** An engine that has its index open. */
export interface Opened {
  readonly name: string
  readonly process: PeerProcess
}

/** One round of one engine over a list of queries. */
export interface Round {
  /** Microseconds by query, in the order asked. */
  readonly microseconds: readonly number[]
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** Share of the queries that had an answer. */
  readonly answered: number
}

/** How a comparison is run. */
export interface Schedule {
  readonly warmUps: number
  readonly rounds: number
  /** An engine that needs longer for a round, in seconds, is asked a part of the queries: the first ones. */
  readonly secondsPerRound: number
}

/** A comparison of two engines or three. */
export const FULL: Schedule = { warmUps: 2, rounds: 7, secondsPerRound: 4 }
/** All engines in one run: one that answers 4,000 queries a second is asked all of a thousand. */
export const MANY: Schedule = { warmUps: 2, rounds: 5, secondsPerRound: 0.25 }
/** The same with a hundred queries, to see whether everything works. */
export const MANY_QUICK: Schedule = { warmUps: 1, rounds: 3, secondsPerRound: 0.1 }
/** Two or three engines, roughly. */
export const QUICK: Schedule = { warmUps: 1, rounds: 3, secondsPerRound: 1 }

const LIMIT = 10
/** Queries of a round, at least. */
const FEWEST = 8
/** Times the seconds of a round that the fewest may take. */
const PATIENCE = 12
/** Times the seconds of a round after which the first askings, the slowest, are enough to tell. */
const GAUGE = 3
/** Times the seconds of a round that all queries may take, so told, to be asked. */
const ALL = 4
/** Seconds after which no answer is waited for. */
const LONGEST = 10

/** What came of a comparison. */
export interface Compared {
  readonly rounds: ReadonlyMap<string, readonly Round[]>
  /** Engines that are too slow for it, or failed, and how; their processes may be gone. */
  readonly dropped: ReadonlyMap<string, string>
}

/**
 * Asks all engines the same queries, in turn: warm-up rounds first, as many for each, then rounds that count. Every query is asked once
 * a round, in an order that each round has for itself; the engine that begins changes from round to round.
 */
export async function alternate(
  engines: readonly Opened[],
  queries: readonly PeerQuery[],
  { warmUps, rounds, secondsPerRound }: Schedule,
): Promise<Compared> {
  const asked = new Map<string, readonly PeerQuery[]>()
  const dropped = new Map<string, string>()
  for (const { name, process } of engines) {
    try {
      asked.set(name, await affordable(process, queries, secondsPerRound))
    } catch (error) {
      dropped.set(name, messageOf(error))
    }
  }
  const running = engines.filter(({ name }) => asked.has(name))
  const results = new Map(running.map(({ name }) => [name, [] as Round[]]))
  for (let round = 0; round < warmUps + rounds; round++) {
    for (let turn = 0; turn < running.length; turn++) {
      const { name, process } = running[(turn + round) % running.length]
      if (dropped.has(name)) continue
      const ordered = shuffled(asked.get(name) ?? [], round + 1)
      try {
        const reply = await process.ask({ op: 'search', queries: ordered, limit: LIMIT }, LONGEST + 4 * secondsPerRound)
        if (round >= warmUps) results.get(name)?.push(summary(reply.microseconds, reply.found))
      } catch (error) {
        dropped.set(name, messageOf(error))
        results.delete(name)
      }
    }
  }
  return { rounds: results, dropped }
}

/**
 * As many of the queries as an engine answers in the time of a round. Asked in growing parts, since the first are the slowest.
 *
 * @throws TooSlow where the fewest would take too long
 */
async function affordable(
  process: PeerProcess,
  queries: readonly PeerQuery[],
  secondsPerRound: number,
): Promise<readonly PeerQuery[]> {
  let spent = 0
  for (let from = 0, count = 1; from < queries.length; from += count, count *= 2) {
    const part = queries.slice(from, from + count)
    const { microseconds } = await process.ask({ op: 'search', queries: part, limit: LIMIT }, LONGEST)
    const seconds = microseconds.reduce((sum, time) => sum + time, 0) / 1e6
    spent += seconds
    const each = seconds / part.length
    if (each * FEWEST > PATIENCE * secondsPerRound && from > 0)
      throw new TooSlow(`too slow: ${each.toFixed(1)} s a query`)
    // What is not warm yet looks slower than it is.
    if (each * queries.length > ALL * secondsPerRound && spent > GAUGE * secondsPerRound && from > 0)
      return queries.slice(0, Math.max(FEWEST, Math.floor(secondsPerRound / each)))
  }
  return queries
}

function summary(microseconds: readonly number[], found: readonly number[]): Round {
  return {
    microseconds,
    p50: quantile(microseconds, 0.5),
    p95: quantile(microseconds, 0.95),
    p99: quantile(microseconds, 0.99),
    max: Math.max(...microseconds),
    answered: found.filter(hits => hits > 0).length / found.length,
  }
}
