/**
 * `npm run bench:quick`: sizes, the work of queries and relevance in exact numbers, which do not depend on the machine, beside the
 * calibrated record in `bench/history/quick.json`; never a time. The bundled corpus and, where they lie beside the checkout,
 * XQuAD-vi and 2,000 news articles. Ends with exit code 1 where a number is worse than the record by more than its bound.
 * `npm run bench:quick -- --save` makes today's numbers the record.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answersOf, measure } from '../src/cli/relevance.js'
import { buildIndex, type Document, openIndex } from '../src/index.js'
import { readDocuments } from '../src/node/index.js'
import { CORPUS, collections, NEWS, readCollection, SHORT_QUERIES, TITLE_QUERIES } from './collections.js'
import { queryTexts } from './documents.js'
import { printRows } from './table.js'
import { typedAs } from './ways-of-typing.js'
import { countColdWork, countWork, type WorkCounts } from './work-counts.js'

const RECORD = fileURLToPath(new URL('history/quick.json', import.meta.url))
const ARTICLES = 2000
/** Queries of a kind, and how many of them on an index that is opened for each. */
const QUERIES = 200
const COLD = 20

/** By how much, as a share of the record, a number may be worse. */
const BOUNDS: readonly (readonly [suffix: string, bound: number, less: boolean])[] = [
  ['bytes', 0.05, true],
  ['terms', 0.05, true],
  ['nDCG@10', 0.01, false],
  ['postings', 0.1, true],
  ['documents looked up', 0.1, true],
  ['bytes read', 0.1, true],
]

type Numbers = Record<string, number>
type Kinds = readonly (readonly [kind: string, texts: readonly string[]])[]

async function load(path: string, most = Number.POSITIVE_INFINITY): Promise<Document[]> {
  const documents: Document[] = []
  for await (const document of readDocuments([path], { onError: () => undefined })) {
    documents.push(document)
    if (documents.length >= most) break
  }
  return documents
}

async function sizes(name: string, documents: readonly Document[], numbers: Numbers): Promise<void> {
  for (const stored of [false, true]) {
    const { bytes, terms, sections } = openIndex(await buildIndex(documents, stored ? {} : { store: [] })).info()
    const what = `${name}, ${stored ? 'stored' : 'lean'}`
    numbers[`${what}, bytes`] = bytes
    if (stored) continue
    numbers[`${what}, terms`] = terms
    for (const [section, size] of Object.entries(sections)) numbers[`${what}, ${section} bytes`] = size
  }
}

/** The work of queries of several kinds: those after one another on one index, and some each on an index of its own. */
async function work(name: string, documents: readonly Document[], texts: Kinds, numbers: Numbers): Promise<void> {
  const file = await buildIndex(documents, { store: [], facets: {} })
  for (const [kind, queries] of texts) {
    for (const way of ['full', 'none'] as const) {
      const asked = queries.slice(0, QUERIES).map(text => typedAs(text, way))
      const what = `${name}, ${asked.length} ${kind}, ${way}`
      const { decoded, added, lookedUp, skipped } = countWork(file, asked)
      numbers[`${what}, decoded postings`] = decoded
      numbers[`${what}, added postings`] = added
      numbers[`${what}, documents looked up`] = lookedUp
      numbers[`${what}, skipped`] = skipped
      const cold = asked.slice(0, COLD)
      const { reads, bytes }: WorkCounts = countColdWork(file, cold)
      numbers[`${what}, opening and first of ${cold.length}, reads`] = reads
      numbers[`${what}, opening and first of ${cold.length}, bytes read`] = bytes
    }
  }
}

async function relevance(numbers: Numbers): Promise<void> {
  const source = collections([]).find(({ name }) => name === 'xquad-vi')
  if (!source) return
  const { queries, judgements } = readCollection(source)
  const index = openIndex(await buildIndex(await load(source.documents), { store: [], facets: {} }))
  for (const way of ['full', 'none'] as const) {
    const typed = queries.map(({ id, text }) => ({ id, text: typedAs(text, way) }))
    numbers[`xquad-vi, ${way}, nDCG@10`] = 100 * measure(typed, judgements, answersOf(index)).ndcg10
  }
}

/** Whether a number is worse than its record by more than its bound. */
function isWorse(name: string, now: number, before: number): boolean {
  const found = BOUNDS.find(([suffix]) => name.endsWith(suffix))
  if (!found) return false
  const [, bound, less] = found
  // Small sections may grow by a page.
  return less ? now > before * (1 + bound) + 4096 : now < before * (1 - bound)
}

const { values } = parseArgs({ options: { save: { type: 'boolean', default: false } } })
const numbers: Numbers = {}
const corpus = await load(CORPUS)
const titles = [...new Set(corpus.flatMap(({ title }) => (typeof title === 'string' ? [title] : [])))]
await sizes('corpus', corpus, numbers)
await work('corpus', corpus, [['titles', titles]], numbers)
if (NEWS) {
  const news = await load(NEWS, ARTICLES)
  const kinds = [
    ['titles', queryTexts(TITLE_QUERIES)],
    ['short', queryTexts(SHORT_QUERIES)],
  ] as const
  await sizes('news', news, numbers)
  await work('news', news, kinds, numbers)
}
await relevance(numbers)
const record = existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Numbers) : {}
const rows = Object.entries(numbers).map(([name, now]) => {
  const before = record[name]
  const verdict = before === undefined ? 'new' : isWorse(name, now, before) ? 'WORSE' : ''
  const show = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })
  return [
    name,
    before === undefined ? '–' : show(before),
    show(now),
    before ? `${(100 * (now / before - 1)).toFixed(1)} %` : '',
    verdict,
  ]
})
printRows(['', 'record', 'now', 'change', ''], rows, 1)
if (values.save) writeFileSync(RECORD, `${JSON.stringify({ ...record, ...numbers }, null, 2)}\n`)
else if (rows.some(row => row.includes('WORSE'))) process.exitCode = 1
