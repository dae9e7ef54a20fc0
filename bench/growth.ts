import { messageOf } from '../src/errors.js'
import type { Prepared } from './documents.js'
import { alternate, type Schedule } from './latency.js'
import type { Paces } from './pace.js'
import type { Peer } from './peers/catalogue.js'
import type { PeerQuery } from './peers/protocol.js'
import type { EngineResult, GrowthResult, NotMeasured } from './record.js'
import { indexName } from './run.js'
import type { Session } from './session.js'
import { median } from './statistics.js'

/** The times of the smallest and of the largest index need not be as sure as those of a comparison. */
const SCHEDULE: Schedule = { warmUps: 2, rounds: 3, secondsPerRound: 0.3 }

/** What engines are grown with. */
export interface GrowthTask {
  readonly sizes: readonly Prepared[]
  readonly fields: readonly string[]
  readonly queries: readonly PeerQuery[]
}

/** Builds and asks engines at each number of documents; an index that `measureEngines` built is taken as it is. */
export async function measureGrowth(
  session: Session,
  peers: readonly Peer[],
  { sizes, fields, queries }: GrowthTask,
  paces: Paces,
  engines: readonly EngineResult[],
): Promise<{ readonly growth: readonly GrowthResult[]; readonly left: readonly NotMeasured[] }> {
  const growth: GrowthResult[] = []
  const left: NotMeasured[] = []
  for (const peer of peers) {
    const measured = engines.find(({ name }) => name === peer.name)
    for (const documents of sizes) {
      const what = `growth, ${documents.documents.toLocaleString('en')} articles`
      try {
        const most = await paces.most(peer, sizes)
        if (documents.documents > most.documents) {
          left.push({ name: peer.name, what, why: 'too slow' })
          break
        }
        const wanted = {
          name: indexName(documents),
          documents: documents.file,
          fields,
          stored: false,
          categories: true,
        }
        const isThere = measured?.documents === documents.documents && measured.buildSeconds !== undefined
        const built = isThere
          ? { bytes: measured.bytes ?? 0, seconds: measured.buildSeconds }
          : await session.build(peer, wanted)
        const process = await session.answering(peer, wanted)
        const { rounds, dropped } = await alternate([{ name: peer.name, process }], queries, SCHEDULE)
        await session.stop(process)
        const why = dropped.get(peer.name)
        if (why !== undefined) throw new Error(why)
        const p50 = median((rounds.get(peer.name) ?? []).map(round => round.p50))
        const { bytes, seconds: buildSeconds } = built
        growth.push({ name: peer.name, documents: documents.documents, bytes, buildSeconds, p50 })
      } catch (error) {
        left.push({ name: peer.name, what, why: messageOf(error) })
        break
      }
    }
    process.stderr.write(`growth: ${peer.name}\n`)
  }
  return { growth, left }
}
