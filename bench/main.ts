/**
 * `npm run bench`: every engine in every setting on the news articles: build, size, first answer, latency by kind of query,
 * throughput, relevance and growth; before them the figures that timtin must reach. See docs/benchmarks.md. What cannot be run here is
 * named, and what is too slow too.
 *
 *   --documents N   20000 unless given
 *   --peers LIST    engines, by name: timtin,tantivy,Lucene
 *   --only LIST     some of figures, speed, relevance, growth
 *   --quick         1,000 documents, 100 queries a kind, 3 rounds
 *   --save          adds the run to bench/history
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate } from './calibration.js'
import { NEWS, SHORT_QUERIES, TITLE_QUERIES } from './collections.js'
import { type Prepared, prepare, queryTexts } from './documents.js'
import { PARTS as FIGURES, Figures } from './figures.js'
import { measureGrowth } from './growth.js'
import { append, commit, LAST_RUN } from './history.js'
import { MANY, MANY_QUICK } from './latency.js'
import { machine } from './machine.js'
import { Paces } from './pace.js'
import { oneSetting, PEERS } from './peers/catalogue.js'
import { queryKinds } from './query-kinds.js'
import type { NotMeasured, RunRecord } from './record.js'
import { measureRelevance } from './relevance-of-peers.js'
import { measureEngines, type Task } from './run.js'
import { Session } from './session.js'
import { printRun } from './tables.js'

const PARTS = ['figures', 'speed', 'relevance', 'growth'] as const

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    peers: { type: 'string' },
    only: { type: 'string', default: PARTS.join(',') },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
})

/** Articles by which an engine's rate of building is guessed. */
const PROBE = 1000

async function run(news: string): Promise<RunRecord> {
  const { quick } = values
  const count = Number(values.documents ?? (quick ? 1000 : 20_000))
  const names = values.peers?.split(',')
  const peers = PEERS.filter(({ name, engine }) => !names || names.includes(name) || names.includes(engine))
  const parts = new Set<string>(values.only.split(','))
  const fields = ['title', 'body'] as const
  const steps = [count / 8, count / 4, count / 2, count, 2 * count].map(Math.round)
  const sizes: Prepared[] = []
  for (const step of steps) sizes.push(await prepare(news, step, fields))
  const [, , , documents] = sizes
  const kinds = queryKinds(queryTexts(TITLE_QUERIES), queryTexts(SHORT_QUERIES), quick ? 100 : 1000)
  const task: Task = { sizes: sizes.slice(0, 4), fields, kinds, schedule: quick ? MANY_QUICK : MANY }
  const { kind, load } = machine()
  const session = await Session.open()
  const began = performance.now()
  try {
    const some = ['title', 'short'].flatMap(name => kinds.find(kind => kind.name === name)?.queries.slice(0, 3) ?? [])
    const paces = new Paces(session, await prepare(news, Math.min(PROBE, count), fields), fields, some)
    let record: RunRecord = {
      date: new Date().toISOString(),
      commit: commit(),
      machine: kind,
      load,
      calibrationMilliseconds: await calibrate(),
      documents: count,
      textBytes: documents.textBytes,
      rounds: task.schedule.rounds,
      minutes: 0,
      engines: [],
      growth: [],
      relevance: [],
      figures: {},
      notMeasured: [],
    }
    // Kept after each part: the whole takes a while.
    const keep = (part: Partial<RunRecord>, left: readonly NotMeasured[] = []) => {
      const notMeasured = [...record.notMeasured, ...left]
      record = { ...record, ...part, notMeasured, minutes: (performance.now() - began) / 60_000 }
      writeFileSync(LAST_RUN, JSON.stringify(record))
      process.stderr.write(`after ${record.minutes.toFixed(1)} min: ${Object.keys(part).join(', ')}\n`)
    }
    const present = peers.filter(peer => peer.missing() === undefined)
    if (parts.has('figures')) {
      const figures = new Figures(session, news, { quick, rivals: ['tantivy'] })
      for (const part of FIGURES) await figures.measure(part)
      keep({ figures: Object.fromEntries(figures.measured) })
    }
    if (parts.has('speed')) {
      const { engines, left } = await measureEngines(session, peers, task, paces)
      keep({ engines }, left)
    }
    if (parts.has('relevance')) {
      const { relevance, left } = await measureRelevance(session, present, paces, !quick)
      keep({ relevance }, left)
    }
    if (parts.has('growth')) {
      const queries = kinds.find(({ name }) => name === 'short')?.queries ?? []
      const { growth, left } = await measureGrowth(
        session,
        oneSetting(present),
        { sizes, fields, queries },
        paces,
        record.engines,
      )
      keep({ growth }, left)
    }
    return record
  } finally {
    await session.close()
  }
}

if (NEWS === undefined) {
  process.stdout.write('the 20,000 articles are not beside the checkout\n')
  process.exitCode = 1
} else {
  mkdirSync(dirname(LAST_RUN), { recursive: true })
  const record = await run(NEWS)
  printRun(record)
  if (values.save) process.stdout.write(`saved in ${append(record)}\n`)
}
