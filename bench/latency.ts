import type { PeerProcess } from './peers/process.js'
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

export const FULL: Schedule = { warmUps: 2, rounds: 7, secondsPerRound: 4 }
export const QUICK: Schedule = { warmUps: 1, rounds: 3, secondsPerRound: 1 }

const LIMIT = 10
const GAUGE = 8

/**
 * Asks all engines the same queries, in turn: warm-up rounds first, as many for each, then rounds that count. Every query is asked once
 * a round, in an order that each round has for itself; the engine that begins changes from round to round.
 */
export async function alternate(
  engines: readonly Opened[],
  queries: readonly PeerQuery[],
  { warmUps, rounds, secondsPerRound }: Schedule,
): Promise<ReadonlyMap<string, readonly Round[]>> {
  const asked = new Map<string, readonly PeerQuery[]>()
  for (const { name, process } of engines) asked.set(name, await affordable(process, queries, secondsPerRound))
  const results = new Map(engines.map(({ name }) => [name, [] as Round[]]))
  for (let round = 0; round < warmUps + rounds; round++) {
    for (let turn = 0; turn < engines.length; turn++) {
      const { name, process } = engines[(turn + round) % engines.length]
      const ordered = shuffled(asked.get(name) ?? [], round + 1)
      const reply = await process.ask({ op: 'search', queries: ordered, limit: LIMIT })
      if (round >= warmUps) results.get(name)?.push(summary(reply.microseconds, reply.found))
    }
  }
  return results
}

/** As many of the queries as an engine answers in the time of a round. Asked in growing parts, since the first are the slowest. */
async function affordable(
  process: PeerProcess,
  queries: readonly PeerQuery[],
  secondsPerRound: number,
): Promise<readonly PeerQuery[]> {
  let spent = 0
  for (let from = 0, count = GAUGE; from < queries.length; from += count, count *= 2) {
    const part = queries.slice(from, from + count)
    const { microseconds } = await process.ask({ op: 'search', queries: part, limit: LIMIT })
    const seconds = microseconds.reduce((sum, time) => sum + time, 0) / 1e6
    spent += seconds
    if (spent > secondsPerRound)
      return queries.slice(0, Math.max(GAUGE, Math.floor((secondsPerRound / seconds) * part.length)))
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
