import { type EvalQuery, measure } from '../src/cli/relevance.js'
import { messageOf } from '../src/errors.js'
import { collections, type EvalSource, NEWS, readCollection } from './collections.js'
import { prepare } from './documents.js'
import { type Paces, TIMTIN } from './pace.js'
import type { Peer } from './peers/catalogue.js'
import type { PeerProcess } from './peers/process.js'
import type { NotMeasured, RelevanceResult } from './record.js'
import type { Session } from './session.js'
import { shuffled } from './statistics.js'
import { typedAs } from './ways-of-typing.js'

/** Ways of typing that all engines are asked in; `fuzzy` is a slip asked as the engine understands typing errors, where it does. */
const WAYS = ['full', 'half', 'none', 'nfd', 'typo', 'fuzzy'] as const

const SEED = 3
const GAUGE = 8
/** Seconds that these may take for more of them to be asked. */
const GAUGE_PATIENCE = 2
/** Seconds for all ways of one set; an engine that needs more is asked a sample. */
const SECONDS = 8
/** So many queries are asked even if they take longer, up to the patience. */
const FEWEST = 50
const PATIENCE = 45
const DEPTH = 100
/** Seconds of building, at most. */
const BUILD_PATIENCE = 45

interface Measured {
  readonly relevance: readonly RelevanceResult[]
  readonly left: readonly NotMeasured[]
}

/** Asks every engine the judged queries of the evaluation sets. News stays out unless asked for. */
export async function measureRelevance(
  session: Session,
  peers: readonly Peer[],
  paces: Paces,
  news: boolean,
): Promise<Measured> {
  const relevance: RelevanceResult[] = []
  const left: NotMeasured[] = []
  for (const source of collections([]).filter(({ documents }) => news || documents !== NEWS)) {
    const documents = await documentsOf(source)
    for (const peer of peers) {
      try {
        const seconds = peer.name === TIMTIN ? 0 : await paces.buildSeconds(peer, documents)
        if (seconds > BUILD_PATIENCE) throw new Error(`would build for ${seconds.toFixed(0)} s`)
        const wanted = {
          name: source.name,
          documents: documents.file,
          fields: source.fields,
          stored: false,
          categories: false,
        }
        if (!peer.inMemory) await session.build(peer, wanted)
        const answering = await session.answering(peer, wanted)
        try {
          relevance.push(...(await ask(peer, answering, source)))
        } finally {
          await session.stop(answering)
        }
      } catch (error) {
        const why = messageOf(error)
        left.push({ name: peer.name, what: `relevance, ${source.name}`, why })
      }
    }
    process.stderr.write(`relevance: ${source.name}\n`)
  }
  return { relevance, left }
}

/** The documents as engines in every language read them, with the bytes of the fields that are indexed. */
async function documentsOf({ documents, fields }: EvalSource): Promise<{ file: string; textBytes: number }> {
  const { file, textBytes } = await prepare(documents, undefined, fields)
  return { file, textBytes }
}

/** How many queries an engine answers in all ways in the time of a set. */
async function affordable(process: PeerProcess, queries: readonly EvalQuery[], ways: number): Promise<number> {
  const time = async (from: number, to: number) => {
    const began = performance.now()
    await process.ask({ op: 'answers', queries: queries.slice(from, to), limit: DEPTH }, PATIENCE)
    return (performance.now() - began) / 1000 / (to - from)
  }
  // The first answers of a process are its slowest; the same queries again would come out of caches.
  let seconds = await time(0, GAUGE)
  if (seconds * GAUGE < GAUGE_PATIENCE) seconds = await time(GAUGE, 5 * GAUGE)
  const most = Math.max(FEWEST, Math.floor(SECONDS / ways / seconds))
  if (seconds * ways * Math.min(most, queries.length) > PATIENCE)
    throw new Error(`too slow: ${(1 / seconds).toFixed(1)} queries/s`)
  return most
}

async function ask(peer: Peer, process: PeerProcess, source: EvalSource): Promise<RelevanceResult[]> {
  const { queries, judgements } = readCollection(source)
  const ways = WAYS.filter(way => way !== 'fuzzy' || process.abilities.has('typo'))
  const ordered = shuffled(queries, SEED)
  const most = peer.name === TIMTIN ? queries.length : await affordable(process, ordered, ways.length)
  const asked = most >= queries.length ? queries : ordered.slice(0, most)
  const results: RelevanceResult[] = []
  for (const way of ways) {
    const typed = asked.map(({ text }) =>
      way === 'fuzzy' ? { text: typedAs(text, 'typo'), as: 'typo' as const } : { text: typedAs(text, way) },
    )
    const { ids } = await process.ask({ op: 'answers', queries: typed, limit: DEPTH }, PATIENCE)
    const answers = new Map(asked.map(({ id }, at) => [id, ids[at]]))
    const measured = measure(asked, judgements, ({ id }) => answers.get(id) ?? [])
    const [ndcg10, mrr, p1] = [measured.ndcg10, measured.mrr, measured.p1].map(share => 100 * share)
    results.push({ name: peer.name, set: source.name, way, ndcg10, mrr, p1, queries: asked.length })
  }
  return results
}
