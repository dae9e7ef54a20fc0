import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KindResult, RunRecord } from './record.js'

/** Where runs are kept, one file a year. */
const HISTORY = fileURLToPath(new URL('history/', import.meta.url))

/** The run made last on this machine, with all curves: what the report shows. */
export const LAST_RUN = fileURLToPath(new URL('../node_modules/.cache/timtin-bench/last-run.json', import.meta.url))

/** The commit of the checkout, with `+` when something is changed. */
export function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src') === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}

/** A latency in microseconds over the calibration loop of its own run. */
export function calibrated({ calibrationMilliseconds }: RunRecord, microseconds: number): number {
  return microseconds / 1000 / calibrationMilliseconds
}

/** Adds a run to the history, medians beside the calibration loop among it; curves are left out. */
export function append(measured: RunRecord): string {
  const withRatio = (kind: KindResult) => ({ ...kind, calibrated: calibrated(measured, kind.p50) })
  const engines = measured.engines.map(engine => {
    const kinds = Object.entries(engine.kinds).map(([name, kind]) => [name, withRatio(kind)] as const)
    return { ...engine, kinds: Object.fromEntries(kinds) }
  })
  const run: RunRecord = { ...measured, engines }
  mkdirSync(HISTORY, { recursive: true })
  const file = join(HISTORY, `${run.date.slice(0, 4)}.ndjson`)
  const slim = JSON.stringify(run, (key, value: unknown) => {
    if (key === 'curve') return undefined
    return typeof value === 'number' ? Number(value.toPrecision(5)) : value
  })
  appendFileSync(file, `${slim}\n`)
  return file
}

/** All saved runs, the oldest first. */
export function savedRuns(): RunRecord[] {
  if (!existsSync(HISTORY)) return []
  const files = readdirSync(HISTORY).filter(name => name.endsWith('.ndjson'))
  const lines = files.sort().flatMap(name => readFileSync(join(HISTORY, name), 'utf8').split('\n'))
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as RunRecord)
}
