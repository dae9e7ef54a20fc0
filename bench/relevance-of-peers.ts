import { measure } from '../src/cli/relevance.js'
import { collections, NEWS, readCollection } from './collections.js'
import type { Peer } from './peers/catalogue.js'
import type { RelevanceResult } from './record.js'
import type { Session } from './session.js'
import { typedAs, type WayOfTyping } from './ways-of-typing.js'

/** Ways of typing that all engines are asked in; `typo` as each engine understands typing errors, where it does. */
const WAYS: readonly WayOfTyping[] = ['full', 'half', 'none', 'nfd', 'typo']

const SAMPLE = 8
/** Seconds; an engine that needs more for one set is left out of it, by name. */
const PATIENCE = 240

/** Asks every engine the judged queries of the evaluation sets. News stays out unless asked for. */
export async function measureRelevance(
  session: Session,
  peers: readonly Peer[],
  news: boolean,
): Promise<RelevanceResult[]> {
  const results: RelevanceResult[] = []
  for (const source of collections([]).filter(({ documents }) => news || documents !== NEWS)) {
    const { queries, judgements } = readCollection(source)
    for (const peer of peers) {
      try {
        const request = {
          name: source.name,
          documents: source.documents,
          fields: source.fields,
          stored: false,
          categories: false,
          streamed: false,
        }
        await session.build(peer, request)
        const answering = await session.answering(peer, request)
        const began = performance.now()
        await answering.ask({ op: 'answers', queries: queries.slice(0, SAMPLE), limit: 100 })
        const seconds = ((performance.now() - began) / 1000 / SAMPLE) * queries.length * WAYS.length
        if (seconds > PATIENCE) throw new Error(`would need ${seconds.toFixed(0)} s: left out`)
        for (const way of WAYS) {
          const able = way === 'typo' && answering.abilities.has('typo')
          const typed = queries.map(({ text }) => ({
            text: typedAs(text, way),
            ...(able ? { as: 'typo' as const } : {}),
          }))
          const { ids } = await answering.ask({ op: 'answers', queries: typed, limit: 100 })
          const answers = new Map(queries.map(({ id }, at) => [id, ids[at]]))
          const { ndcg10, mrr, p1 } = measure(queries, judgements, ({ id }) => answers.get(id) ?? [])
          results.push({ name: peer.name, set: source.name, way, ndcg10: 100 * ndcg10, mrr: 100 * mrr, p1: 100 * p1 })
        }
        await session.stop(answering)
      } catch (error) {
        process.stderr.write(`${peer.name} on ${source.name}: ${String(error)}\n`)
      }
    }
  }
  return results
}
