import type { EngineResult, KindResult, RunRecord } from '../../bench/record.js'

/** Latencies of a kind, in microseconds. */
export function kind(p50: number, ratio: number, more: Partial<KindResult> = {}): KindResult {
  const spread: readonly [number, number, number] = [ratio, ratio, ratio]
  return { asked: 1000, answered: 1, p50, p95: 2 * p50, p99: 3 * p50, max: 4 * p50, ratio: spread, curve: [], ...more }
}

/** An engine on 20,000 articles. */
export function engine(name: string, more: Partial<EngineResult> = {}): EngineResult {
  const [only = name] = name.split(',')
  return { name, engine: only, setting: '', version: '1', documents: 20_000, textBytes: 70e6, kinds: {}, ...more }
}

/** A run with the engines given. */
export function run(engines: readonly EngineResult[], more: Partial<RunRecord> = {}): RunRecord {
  return {
    date: '2026-11-24T16:30:00.000Z',
    commit: 'abc1234',
    machine: 'a machine',
    load: 0,
    calibrationMilliseconds: 20,
    documents: 20_000,
    textBytes: 70e6,
    rounds: 5,
    minutes: 25,
    engines,
    relevance: [],
    growth: [],
    figures: {},
    notMeasured: [],
    ...more,
  }
}
