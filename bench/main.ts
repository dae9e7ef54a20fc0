/**
 * `npm run bench`: every engine in every setting on the news articles: build, size, first answer, latency by kind of query,
 * throughput, growth and relevance. See docs/benchmarks.md. What cannot be run here is named.
 *
 *   --documents N   20000 unless given
 *   --peers LIST    engines, by name: timtin,tantivy,Lucene
 *   --only LIST     some of speed, growth, relevance
 *   --quick         1,000 documents, 100 queries a kind, 3 rounds
 *   --save          adds the run to bench/history
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate } from './calibration.js'
import { NEWS, SHORT_QUERIES, TITLE_QUERIES } from './collections.js'
import { prepare, queryTexts } from './documents.js'
import { append, commit, LAST_RUN } from './history.js'
import { FULL, QUICK } from './latency.js'
import { machine } from './machine.js'
import { PEERS } from './peers/catalogue.js'
import { queryKinds } from './query-kinds.js'
import type { RunRecord } from './record.js'
import { measureRelevance } from './relevance-of-peers.js'
import { measureEngines, measureGrowth, type Task } from './run.js'
import { Session } from './session.js'
import { printRun } from './tables.js'

const { values } = parseArgs({
  options: {
    documents: { type: 'string' },
    peers: { type: 'string' },
    only: { type: 'string', default: 'speed,growth,relevance' },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
})

async function run(news: string): Promise<RunRecord> {
  const count = Number(values.documents ?? (values.quick ? 1000 : 20_000))
  const names = values.peers?.split(',')
  const peers = PEERS.filter(({ name, engine }) => !names || names.includes(name) || names.includes(engine))
  const parts = new Set(values.only.split(','))
  const documents = await prepare(news, count)
  const most = values.quick ? 100 : 1000
  const task: Task = {
    documents,
    fields: ['title', 'body'],
    kinds: queryKinds(queryTexts(TITLE_QUERIES), queryTexts(SHORT_QUERIES), most),
    schedule: values.quick ? QUICK : FULL,
  }
  const { kind, load } = machine()
  const session = await Session.open()
  try {
    let record: RunRecord = {
      date: new Date().toISOString(),
      commit: commit(),
      machine: kind,
      load,
      calibrationMilliseconds: calibrate(),
      documents: count,
      textBytes: documents.textBytes,
      rounds: task.schedule.rounds,
      engines: [],
      growth: [],
      relevance: [],
    }
    // Kept after each part: the whole takes an hour.
    const keep = (part: Partial<RunRecord>) => {
      record = { ...record, ...part }
      writeFileSync(LAST_RUN, JSON.stringify(record))
    }
    const present = peers.filter(peer => peer.missing() === undefined)
    const steps = [count / 8, count / 4, count / 2, count, 2 * count].map(Math.round)
    if (parts.has('speed')) keep({ engines: await measureEngines(session, peers, task) })
    if (parts.has('relevance')) keep({ relevance: await measureRelevance(session, present, !values.quick) })
    if (parts.has('growth')) {
      const sizes = await Promise.all(steps.map(size => prepare(news, size)))
      keep({ growth: await measureGrowth(session, present, sizes, task) })
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
