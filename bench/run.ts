import { cpus } from 'node:os'
import type { Prepared } from './documents.js'
import { gzippedFolderBytes } from './folder-bytes.js'
import { alternate, type Opened, type Round, type Schedule } from './latency.js'
import type { Peer } from './peers/catalogue.js'
import type { PeerProcess } from './peers/process.js'
import type { PeerQuery } from './peers/protocol.js'
import type { QueryKind } from './query-kinds.js'
import type { EngineResult, GrowthResult, KindResult } from './record.js'
import type { Session, Wanted } from './session.js'
import { median, quantile } from './statistics.js'

const FIRST: PeerQuery = { text: 'tai nạn giao thông ở Hà Nội' }
/** What the others are set beside. */
const TIMTIN = 'timtin'
const CURVE = 40

type Known = { -readonly [K in keyof EngineResult]: EngineResult[K] }

/** What all engines of a run are measured with. */
export interface Task {
  readonly documents: Prepared
  readonly fields: readonly string[]
  readonly kinds: readonly QueryKind[]
  readonly schedule: Schedule
}

function wanted({ documents, fields }: Task, streamed: boolean): Wanted {
  return { name: 'speed', documents: documents.file, fields, stored: false, categories: true, streamed }
}

/** Builds, opens and asks every engine; one that fails is named with its error, and the others go on. */
export async function measureEngines(session: Session, peers: readonly Peer[], task: Task): Promise<EngineResult[]> {
  const results = new Map<Peer, Known>()
  for (const peer of peers) {
    const { name, engine, setting, version = '' } = peer
    const result: Known = { name, engine, setting, version, kinds: {} }
    results.set(peer, result)
    await attempt(result, peer.missing(), () => measureIndex(session, peer, task, result))
    process.stderr.write(`${name}: ${result.missing ?? `built in ${result.buildSeconds?.toFixed(1)} s`}\n`)
  }
  const opened: (Opened & { readonly peer: Peer })[] = []
  for (const [peer, result] of results) {
    if (result.missing !== undefined) continue
    await attempt(result, undefined, async () => {
      const answering = await session.answering(peer, wanted(task, false))
      if (answering.version) result.version = answering.version
      opened.push({ name: peer.name, process: answering, peer })
    })
  }
  for (const kind of task.kinds) {
    const able = opened.filter(({ process: { abilities } }) => !kind.needs || abilities.has(kind.needs))
    const rounds = await alternate(able, kind.queries, task.schedule)
    const ours = rounds.get(TIMTIN)
    for (const { name, peer } of able) {
      const done = rounds.get(name)
      const result = results.get(peer)
      if (done && result) result.kinds = { ...result.kinds, [kind.name]: summed(done, ours) }
    }
    process.stderr.write(`${kind.name}: ${able.length} engines\n`)
  }
  for (const { process: answering } of opened) await session.stop(answering)
  return [...results.values()]
}

async function attempt(result: Known, missing: string | undefined, run: () => Promise<void>): Promise<void> {
  try {
    if (missing === undefined) await run()
    else result.missing = missing
  } catch (error) {
    result.missing = error instanceof Error ? error.message : String(error)
  }
}

async function measureIndex(session: Session, peer: Peer, task: Task, result: Known): Promise<void> {
  result.peakBytes = (await session.build(peer, wanted(task, true))).peakBytes
  const built = await session.build(peer, wanted(task, false))
  result.buildSeconds = built.seconds
  if (peer.inMemory) return
  result.bytes = built.bytes
  result.gzipBytes = gzippedFolderBytes(built.folder)
  const cold: number[] = []
  const first: number[] = []
  for (let round = 0; round < task.schedule.rounds; round++) {
    const began = performance.now()
    const fresh = await session.start(peer)
    const { milliseconds, found } = await fresh.ask({ op: 'open', folder: built.folder, query: FIRST })
    cold.push(performance.now() - began)
    first.push(milliseconds)
    await session.stop(fresh)
    if (found === 0) throw new Error('the first query found nothing')
  }
  result.firstMilliseconds = median(first)
  result.coldMilliseconds = median(cold)
  const short = task.kinds.find(({ name }) => name === 'short')
  try {
    if (short) result.queriesPerSecond = await throughput(session, peer, task, short.queries)
  } catch (error) {
    // Some engines cannot be open in two processes.
    process.stderr.write(`${peer.name}, on all cores: ${String(error)}\n`)
  }
}

/** A process for every core, each asked the same queries three times; the first is to warm up. */
async function throughput(session: Session, peer: Peer, task: Task, queries: readonly PeerQuery[]): Promise<number> {
  const processes: PeerProcess[] = []
  for (const _ of cpus()) processes.push(await session.opened(peer, wanted(task, false).name))
  const ask = (count: number) =>
    Promise.all(processes.map(process => process.ask({ op: 'search', queries: queries.slice(0, count), limit: 10 })))
  const gauge = await ask(20)
  const slowest = Math.max(...gauge.flatMap(({ microseconds }) => median(microseconds)))
  const count = Math.max(20, Math.min(queries.length, Math.floor((task.schedule.secondsPerRound * 1e6) / slowest)))
  await ask(count)
  const began = performance.now()
  await ask(count)
  const seconds = (performance.now() - began) / 1000
  for (const process of processes) await session.stop(process)
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

/** An engine whose index takes longer than this, in seconds, is not grown further. */
const PATIENCE = 40

/** Builds and asks every engine at each number of documents. */
export async function measureGrowth(
  session: Session,
  peers: readonly Peer[],
  sizes: readonly Prepared[],
  task: Task,
): Promise<GrowthResult[]> {
  const results: GrowthResult[] = []
  const short = task.kinds.find(({ name }) => name === 'short')?.queries ?? []
  const tired = new Set<Peer>()
  for (const documents of sizes) {
    for (const peer of peers.filter(peer => !tired.has(peer))) {
      try {
        const request = {
          ...wanted({ ...task, documents }, false),
          name: `growth ${documents.documents}`,
          categories: false,
        }
        const { bytes, seconds } = await session.build(peer, request)
        const process = await session.answering(peer, request)
        const rounds = await alternate([{ name: peer.name, process }], short, task.schedule)
        await session.stop(process)
        const p50 = median((rounds.get(peer.name) ?? []).map(round => round.p50))
        results.push({ name: peer.name, documents: documents.documents, bytes, buildSeconds: seconds, p50 })
        if (seconds > PATIENCE) tired.add(peer)
      } catch (error) {
        process.stderr.write(`${peer.name} at ${documents.documents}: ${String(error)}\n`)
        tired.add(peer)
      }
    }
  }
  return results
}
