/**
 * `npm run bench`: builds, opens and queries on the bundled corpus and, where they lie beside the checkout, on 20,000 news
 * articles, with FlexSearch and MiniSearch in the same run. Every query is asked once: repeats would measure caches. The
 * engines do not give the same answers (see `npm run bench:relevance`); FlexSearch asks for all words, MiniSearch for
 * any. `npm run bench -- corpus` leaves the news out.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Bench, type Task } from 'tinybench'
import { readQueries } from '../src/cli/query-files.js'
import type { Document } from '../src/index.js'
import { readDocuments } from '../src/node/index.js'
import { CORPUS, NEWS, SHORT_QUERIES } from './collections.js'
import { engines } from './engines.js'
import { printRows } from './table.js'

/** A part of the queries, to warm up; they are not asked again. */
const WARM_UP = 0.2
const OPENINGS = 20

async function load(path: string): Promise<Document[]> {
  const documents: Document[] = []
  for await (const document of readDocuments([path], { onError: () => undefined })) documents.push(document)
  return documents
}

/** Distinct stretches of two to four words out of the headlines, always the same. */
function headlineQueries(documents: readonly Document[], most: number): string[] {
  const queries = new Set<string>()
  documents.forEach(({ title }, at) => {
    const words = title?.split(/\s+/) ?? []
    for (let start = 0; start + 1 < words.length; start += 2)
      queries.add(words.slice(start, start + 2 + ((at + start) % 3)).join(' '))
  })
  return [...queries].slice(0, most)
}

/** Runs a task a fixed number of times: each run is another query, or another opening. */
async function time(name: string, iterations: number, run: (at: number) => unknown): Promise<Task> {
  const bench = new Bench({ time: 0, iterations, warmup: false, throws: true })
  let at = 0
  // Said to be synchronous, or tinybench calls it once more to find out, and that call would be a query too many.
  bench.add(
    name,
    () => {
      run(at++)
    },
    { async: false },
  )
  return (await bench.run())[0]
}

function latency(task: Task | undefined, percentile: 'p50' | 'p99'): string {
  if (!task) return '-'
  const { result } = task
  if (!('latency' in result)) return '-'
  const ms = result.latency[percentile]
  return ms >= 10 ? `${ms.toFixed(0)} ms` : ms >= 0.1 ? `${ms.toFixed(2)} ms` : `${(ms * 1000).toFixed(1)} µs`
}

async function compare(name: string, documents: readonly Document[], queries: readonly string[]): Promise<void> {
  const text = documents.reduce(
    (sum, { title = '', lead = '', body = '' }) => sum + Buffer.byteLength(title + lead + body),
    0,
  )
  const warm = queries.slice(0, Math.floor(queries.length * WARM_UP))
  const asked = queries.slice(warm.length)
  const size = `${documents.length.toLocaleString('en')} documents, ${(text / 1e6).toFixed(2)} MB of text`
  process.stdout.write(`\n${name}: ${size}, ${asked.length} distinct queries\n`)
  const rows: string[][] = []
  for (const engine of engines()) {
    const built = await time('build', 1, () => engine.build(documents))
    const saved = engine.save()
    const opened = saved && engine.open ? await time('open', OPENINGS, () => engine.open?.(saved)) : undefined
    for (const query of warm) engine.search(query)
    const searched = await time('search', asked.length, at => engine.search(asked[at]))
    rows.push([
      engine.name,
      latency(built, 'p50'),
      latency(opened, 'p50'),
      latency(searched, 'p50'),
      latency(searched, 'p99'),
      saved ? saved.length.toLocaleString('en') : '-',
      saved ? `${((100 * saved.length) / text).toFixed(0)} %` : '-',
    ])
  }
  printRows(['engine', 'build', 'open', 'query p50', 'p99', 'bytes', 'of text'], rows, 1)
}

const corpus = await load(CORPUS)
await compare('corpus', corpus, headlineQueries(corpus, 500))
if (process.argv[2] === 'corpus') process.exit()
if (NEWS && existsSync(SHORT_QUERIES)) {
  const queries = readQueries(SHORT_QUERIES, readFileSync(SHORT_QUERIES, 'utf8')).map(({ text }) => text)
  await compare('news-20k', await load(NEWS), [...new Set(queries)])
} else process.stdout.write('\nThe news articles are not beside the checkout: left out.\n')
