/**
 * `npm run bench:analysis`: how fast `Analyzer.document`, which indexing uses, goes through clean news, and through the
 * worst texts of 1 MB that we could make. The best of several rounds, each with a fresh analyzer, on a bundle as a bundler
 * makes it. Rates are by processor time, the garbage collector's and the compiler's threads among it, so that what else runs
 * on the machine disturbs little. A loop of plain arithmetic says how fast the machine is.
 *
 *     npm run bench:analysis [-- rounds]
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Analyzer } from '../src/analysis/analyzer.js'
import { bundle } from './bundle.js'
import { NEWS } from './collections.js'
import { hostileTexts } from './hostile-texts.js'
import { printRows } from './table.js'

const rounds = Number(process.argv[2] ?? 5)
const MB = 1e6
/** What clean news must reach, in MB/s; a hostile text may take three times as long. */
const MUST = 40
const SLOWER = 3

const code = await bundle(`export { Analyzer } from './analysis/analyzer.js'`, false)
const module: { Analyzer: typeof Analyzer } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
)

/** Rates in MB/s of UTF-8: by the processor time of the whole process, and by the clock. */
interface Rate {
  readonly processor: number
  readonly clock: number
}

/** The best rates over several rounds. */
function rate(documents: readonly (readonly string[])[], times: number): Rate {
  const bytes = documents.flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  let processor = 0
  let clock = 0
  for (let round = 0; round < times; round++) {
    const analyzer = new module.Analyzer()
    const began = performance.now()
    const before = process.cpuUsage()
    for (const texts of documents) analyzer.document(texts, term => term)
    processor = Math.max(processor, bytes / process.cpuUsage(before).user)
    clock = Math.max(clock, bytes / MB / ((performance.now() - began) / 1000))
  }
  return { processor, clock }
}

/** The best rate, in millions of units a second, of hashing an array. */
function calibration(): number {
  const units = new Uint16Array(1 << 20).fill(0x1ea1)
  let best = Number.POSITIVE_INFINITY
  let hash = 0
  for (let round = 0; round < 20; round++) {
    const began = performance.now()
    for (let at = 0; at < units.length; at++) hash = Math.imul(hash ^ units[at], 0x01000193)
    best = Math.min(best, performance.now() - began)
  }
  return hash === 0 ? 0 : units.length / MB / (best / 1000)
}

/** Measures and prints the rate of the news; gives 1 MB of them. The rest is left to the garbage collector. */
function measureNews(path: string): string {
  const documents = gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { title: string; body: string })
    .map(({ title, body }) => [title, body])
  const { processor, clock } = rate(documents, rounds)
  process.stdout.write(
    `clean news   ${processor.toFixed(1)} MB/s (${clock.toFixed(1)} by the clock) over ${documents.length} articles; ` +
      `${MUST} or more: ${processor >= MUST ? 'met' : 'MISSED'}\n\n`,
  )
  let clean = ''
  for (let at = 0; Buffer.byteLength(clean) < MB; at++) clean += `${documents[at].join('\n')}\n`
  return Buffer.from(clean).toString()
}

process.stdout.write(`calibration  ${calibration().toFixed(0)} million units/s hashed\n`)
if (NEWS === undefined) {
  process.stdout.write('The news articles are not beside the checkout.\n')
} else {
  const clean = measureNews(NEWS)
  const cleanRate = rate([[clean]], rounds * 2).processor
  const rows = [...hostileTexts(MB, clean)]
    .map(([name, text]) => [name, rate([[text]], rounds * 2).processor] as const)
    .concat([['clean news', cleanRate]])
    .sort(([, a], [, b]) => a - b)
    .map(([name, speed]) => [
      name,
      speed.toFixed(1),
      (MUST / speed).toFixed(2),
      (cleanRate / speed).toFixed(2),
      speed * SLOWER >= MUST ? 'met' : 'MISSED',
    ])
  printRows(['1 MB of', 'MB/s', `× ${MUST} MB/s`, '× clean', ''], rows, 1)
}
