import type { Spread } from './statistics.js'

/** Latencies of one engine for one kind of query. */
export interface KindResult {
  /** Queries asked in a round. */
  readonly asked: number
  /** Share of them that had an answer. */
  readonly answered: number
  /** Microseconds; the median of all rounds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** p50 over timtin's in the same round: median, lowest, highest; missing where timtin cannot be asked this yet. */
  readonly ratio?: readonly [median: number, lowest: number, highest: number]
  /** p50 over the calibration loop of the run; in the history. */
  readonly calibrated?: number
  /** Microseconds at every fortieth part of the last round, for a curve. */
  readonly curve: readonly number[]
}

/** One engine in one setting. */
export interface EngineResult {
  readonly name: string
  readonly engine: string
  readonly setting: string
  readonly version: string
  /** Why there are no figures. */
  readonly missing?: string
  /** What it indexed: fewer documents than the run has where it builds too slowly for all. */
  readonly documents?: number
  readonly textBytes?: number
  readonly buildSeconds?: number
  readonly peakBytes?: number
  readonly bytes?: number
  readonly gzipBytes?: number
  /** Modules loaded; from reading the files to the first answer. */
  readonly firstMilliseconds?: number
  /** From starting the process. */
  readonly coldMilliseconds?: number
  /** Short queries, a process on every core. */
  readonly queriesPerSecond?: number
  readonly kinds: Readonly<Record<string, KindResult>>
}

/** Relevance of one engine on one set, typed in one way; in points. */
export interface RelevanceResult {
  readonly name: string
  readonly set: string
  readonly way: string
  readonly ndcg10: number
  readonly mrr: number
  readonly p1: number
  /** Queries asked: a sample where the engine is too slow for all. */
  readonly queries: number
}

/** Something left out, with the reason. */
export interface NotMeasured {
  readonly name: string
  readonly what: string
  readonly why: string
}

/** One engine at one number of documents. */
export interface GrowthResult {
  readonly name: string
  readonly documents: number
  readonly bytes: number
  readonly buildSeconds: number
  /** Microseconds, short queries. */
  readonly p50: number
}

/** One run of `npm run bench`. */
export interface RunRecord {
  readonly date: string
  readonly commit: string
  readonly machine: string
  /** Load of the machine when the run began. */
  readonly load: number
  /** See `calibrate`. */
  readonly calibrationMilliseconds: number
  readonly documents: number
  readonly textBytes: number
  readonly rounds: number
  /** How long the run took. */
  readonly minutes: number
  readonly engines: readonly EngineResult[]
  readonly relevance: readonly RelevanceResult[]
  readonly growth: readonly GrowthResult[]
  /** What timtin must reach, by the name of the figure. */
  readonly figures: Readonly<Record<string, Spread>>
  readonly notMeasured: readonly NotMeasured[]
}
