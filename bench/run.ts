import { cpus } from 'node:os'
import { messageOf } from '../src/errors.js'
import type { Prepared } from './documents.js'
import { gzippedFolderBytes } from './folder-bytes.js'
import { alternate, type Round, type Schedule } from './latency.js'
import { type Paces, TIMTIN } from './pace.js'
import type { Peer } from './peers/catalogue.js'
import type { PeerProcess } from './peers/process.js'
import type { PeerQuery } from './peers/protocol.js'
import type { QueryKind } from './query-kinds.js'
import type { EngineResult, KindResult, NotMeasured } from './record.js'
import type { Session, Wanted } from './session.js'
import { median, quantile } from './statistics.js'

const FIRST: PeerQuery = { text: 'tai nạn giao thông ở Hà Nội' }
const CURVE = 40
/** New processes in which the first answer is timed. */
const COLD_ROUNDS = 3

type Known = { -readonly [K in keyof EngineResult]: EngineResult[K] }

/** What all engines of a run are measured with. */
export interface Task {
  /** Numbers of documents; an engine gets the most that it indexes in time. */
  readonly sizes: readonly Prepared[]
  readonly fields: readonly string[]
  readonly kinds: readonly QueryKind[]
  readonly schedule: Schedule
}

/** Under which name the index of so many documents is kept in a session. */
export function indexName({ documents }: Prepared): string {
  return `news ${documents}`
}

function wanted(documents: Prepared, { fields }: Task): Wanted {
  return { name: indexName(documents), documents: documents.file, fields, stored: false, categories: true }
}

/** Builds, opens and asks every engine; one that fails is named with its error, and the others go on. */
export async function measureEngines(
  session: Session,
  peers: readonly Peer[],
  task: Task,
  paces: Paces,
): Promise<{ readonly engines: readonly EngineResult[]; readonly left: readonly NotMeasured[] }> {
  const results = new Map<Peer, Known>()
  const sizes = new Map<Peer, Prepared>()
  const left: NotMeasured[] = []
  for (const peer of peers) {
    const { name, engine, setting, version = '' } = peer
    const result: Known = { name, engine, setting, version, kinds: {} }
    results.set(peer, result)
    await attempt(result, peer.missing(), async () => {
      const documents = await paces.most(peer, task.sizes)
      sizes.set(peer, documents)
      result.documents = documents.documents
      result.textBytes = documents.textBytes
      await measureIndex(session, peer, documents, task, result, left)
    })
    process.stderr.write(`${name}: ${result.missing ?? `built in ${result.buildSeconds?.toFixed(1)} s`}\n`)
  }
  const opened: { name: string; process: PeerProcess; readonly peer: Peer; reopen(): Promise<void> }[] = []
  for (const [peer, result] of results) {
    const documents = sizes.get(peer)
    if (result.missing !== undefined || !documents) continue
    await attempt(result, undefined, async () => {
      const answering = await session.answering(peer, wanted(documents, task))
      if (answering.version) result.version = answering.version
      opened.push({
        name: peer.name,
        process: answering,
        peer,
        async reopen() {
          await session.stop(this.process)
          this.process = await session.answering(peer, wanted(documents, task))
        },
      })
    })
  }
  for (const kind of task.kinds) {
    const able = opened.filter(({ process: { abilities } }) => !kind.needs || abilities.has(kind.needs))
    const { rounds, dropped } = await alternate(able, kind.queries, task.schedule)
    for (const [name, why] of dropped) left.push({ name, what: `latency, ${kind.name}`, why })
    for (const engine of opened) if (engine.process.gone) await engine.reopen()
    const ours = rounds.get(TIMTIN)
    for (const { name, peer } of able) {
      const done = rounds.get(name)
      const result = results.get(peer)
      if (done && result) result.kinds = { ...result.kinds, [kind.name]: summed(done, ours) }
    }
    process.stderr.write(`${kind.name}: ${able.length} engines\n`)
  }
  for (const { process: answering } of opened) await session.stop(answering)
  return { engines: [...results.values()], left }
}

async function attempt(result: Known, missing: string | undefined, run: () => Promise<void>): Promise<void> {
  try {
    if (missing === undefined) await run()
    else result.missing = missing
  } catch (error) {
    result.missing = messageOf(error)
  }
}

async function measureIndex(
  session: Session,
  peer: Peer,
  documents: Prepared,
  task: Task,
  result: Known,
  left: NotMeasured[],
): Promise<void> {
  const built = await session.build(peer, wanted(documents, task))
  result.buildSeconds = built.seconds
  result.peakBytes = built.peakBytes
  if (peer.inMemory) return
  result.bytes = built.bytes
  result.gzipBytes = gzippedFolderBytes(built.files)
  // A server runs already.
  if (!peer.service) await measureFirst(session, peer, built.folder, result)
  const short = task.kinds.find(({ name }) => name === 'short')
  try {
    if (short) result.queriesPerSecond = await throughput(session, peer, indexName(documents), task, short.queries)
  } catch (error) {
    // Some engines cannot be open in two processes.
    left.push({ name: peer.name, what: 'all cores', why: messageOf(error) })
  }
}

/** The first answer of new processes. */
async function measureFirst(session: Session, peer: Peer, folder: string, result: Known): Promise<void> {
  const cold: number[] = []
  const first: number[] = []
  for (let round = 0; round < COLD_ROUNDS; round++) {
    const began = performance.now()
    const fresh = await session.start(peer)
    const { milliseconds, found } = await fresh.ask({ op: 'open', folder, query: FIRST })
    cold.push(performance.now() - began)
    first.push(milliseconds)
    await session.stop(fresh)
    if (found === 0) throw new Error('the first query found nothing')
  }
  result.firstMilliseconds = median(first)
  result.coldMilliseconds = median(cold)
}

/** A process for every core, each asked the same queries three times; the first is to warm up. */
async function throughput(
  session: Session,
  peer: Peer,
  index: string,
  task: Task,
  queries: readonly PeerQuery[],
): Promise<number> {
  const processes: PeerProcess[] = []
  try {
    for (const _ of cpus()) processes.push(await session.opened(peer, index))
    return await askAll(processes, task.schedule.secondsPerRound, queries)
  } finally {
    for (const process of processes) await session.stop(process)
  }
}

async function askAll(
  processes: readonly PeerProcess[],
  mostSeconds: number,
  queries: readonly PeerQuery[],
): Promise<number> {
  const ask = (count: number) =>
    Promise.all(processes.map(process => process.ask({ op: 'search', queries: queries.slice(0, count), limit: 10 })))
  const gauge = await ask(20)
  const slowest = Math.max(...gauge.flatMap(({ microseconds }) => median(microseconds)))
  const count = Math.max(20, Math.min(queries.length, Math.floor((mostSeconds * 1e6) / slowest)))
  await ask(count)
  const began = performance.now()
  await ask(count)
  const seconds = (performance.now() - began) / 1000
  return (processes.length * count) / seconds
}

function summed(rounds: readonly Round[], ours: readonly Round[] | undefined): KindResult {
  const middle = (value: (round: Round) => number) => median(rounds.map(value))
  const ratios = ours?.map(({ p50 }, at) => rounds[at].p50 / p50)
  const last = rounds[rounds.length - 1].microseconds
  return {
    asked: last.length,
    answered: middle(round => round.answered),
    p50: middle(round => round.p50),
    p95: middle(round => round.p95),
    p99: middle(round => round.p99),
    max: middle(round => round.max),
    ...(ratios ? { ratio: [median(ratios), Math.min(...ratios), Math.max(...ratios)] } : {}),
    curve: Array.from({ length: CURVE + 1 }, (_, at) => quantile(last, at / CURVE)),
  }
}
