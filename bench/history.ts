import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunRecord } from './record.js'

/** Where runs are kept, one file a year. */
export const HISTORY = fileURLToPath(new URL('history/', import.meta.url))

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

/** Adds a run to the history; curves are left out. */
export function append(run: RunRecord): string {
  mkdirSync(HISTORY, { recursive: true })
  const file = join(HISTORY, `${run.date.slice(0, 4)}.ndjson`)
  const slim = JSON.stringify(run, (key, value: unknown) => {
    if (key === 'curve') return undefined
    return typeof value === 'number' ? Number(value.toPrecision(5)) : value
  })
  appendFileSync(file, `${slim}\n`)
  return file
}

/** All saved runs of a file. */
export function readHistory(file: string): RunRecord[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as RunRecord)
}
