/**
 * `npm run bench:ingest-speed [-- rounds]`: how fast one core turns bytes into articles, through `readInput` as a bundler
 * makes it: the corpus' own pages and generated ones. Rates are by processor time of the process, the best of several rounds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { readInput } from '../src/ingest/index.js'
import { bundle } from './bundle.js'
import { asHtml, asLine, asText } from './generated-pages.js'
import { printRows } from './table.js'

const rounds = Number(process.argv[2] ?? 5)
const only = process.argv[3]
const code = await bundle(`export { readInput } from './ingest/index.js'`, false)
const module: { readInput: typeof readInput } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
)
const corpus = fileURLToPath(new URL('../corpus/', import.meta.url))

interface Page {
  readonly name: string
  readonly bytes: Uint8Array
}

function pagesOf(ending: string): Page[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => ({ name, bytes: readFileSync(join(corpus, name)) }))
}

const generated = (ending: string, count: number, make: (number: number) => string): Page[] =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}${ending}`, bytes: Buffer.from(make(at)) }))

/** MB/s by processor time, the best round. */
function rate(pages: readonly Page[]): { readonly speed: number; readonly bytes: number } {
  const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0)
  const times = Math.max(1, Math.ceil(4e6 / bytes))
  let best = 0
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) for (const { name, bytes: page } of pages) module.readInput(name, page)
    const { user } = process.cpuUsage(before)
    best = Math.max(best, (bytes * times) / user)
  }
  return { speed: best, bytes }
}

const sets: readonly (readonly [name: string, must: number, pages: () => Page[]])[] = [
  ['corpus, plain pages', 15, () => pagesOf('.txt')],
  ['generated, plain pages', 15, () => generated('.txt', 500, asText)],
  ['corpus, HTML', 5, () => pagesOf('.html')],
  ['generated, HTML', 5, () => generated('.html', 500, asHtml)],
  [
    'generated, NDJSON',
    15,
    () => [{ name: 'a.ndjson', bytes: Buffer.from(Array.from({ length: 2000 }, (_, at) => asLine(at)).join('')) }],
  ],
]
const rows = sets
  .filter(([name]) => only === undefined || name.includes(only))
  .map(([name, must, pages]) => {
    const { speed, bytes } = rate(pages())
    return [name, (bytes / 1e6).toFixed(2), speed.toFixed(1), String(must), speed >= must ? 'met' : 'MISSED']
  })
printRows(['input', 'MB', 'MB/s', 'must', ''], rows, 1)
