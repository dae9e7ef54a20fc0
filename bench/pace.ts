import type { Prepared } from './documents.js'
import type { Peer } from './peers/catalogue.js'
import { type PeerProcess, TooSlow } from './peers/process.js'
import type { PeerQuery } from './peers/protocol.js'
import type { Session, Wanted } from './session.js'
import { median } from './statistics.js'

/** Seconds of building, at most, by the pace of the small index, which is half that of a large one or less. */
const BUILD_PATIENCE = 60
/** Milliseconds that a query may take for an engine to get more than the fewest documents. */
const QUERY_PATIENCE = 150
/** Seconds after which the answers to a few queries are not waited for. */
const LONGEST = 20

/** What the others are set beside. */
export const TIMTIN = 'timtin'

/** How fast an engine is on a small index. */
interface Pace {
  /** Seconds of building for a byte of text. */
  readonly build: number
  /** Milliseconds of a query for a byte of text, were it to grow with the text. */
  readonly query: number
}

/** How fast engines are, by a small index that each builds and is asked first: who is slow gets fewer documents. Asked once in a run. */
export class Paces {
  private readonly known = new Map<string, Pace>()

  /**
   * @param probe the documents of the small index
   * @param queries a few, as they will be asked
   */
  constructor(
    private readonly session: Session,
    private readonly probe: Prepared,
    private readonly fields: readonly string[],
    private readonly queries: readonly PeerQuery[],
  ) {}

  /** Seconds, roughly, to index documents. */
  async buildSeconds(peer: Peer, { textBytes }: Pick<Prepared, 'textBytes'>): Promise<number> {
    return (await this.of(peer)).build * textBytes
  }

  /** The most documents with which an engine keeps within the patience of a run; the fewest where it does with none. timtin gets all. */
  async most(peer: Peer, sizes: readonly Prepared[]): Promise<Prepared> {
    const descending = [...sizes].sort((a, b) => b.documents - a.documents)
    if (peer.name === TIMTIN) return descending[0]
    const { build, query } = await this.of(peer)
    const fitting = descending.find(({ textBytes }) => {
      return build * textBytes <= BUILD_PATIENCE && query * textBytes <= QUERY_PATIENCE
    })
    return fitting ?? descending[descending.length - 1]
  }

  private async of(peer: Peer): Promise<Pace> {
    const known = this.known.get(peer.name) ?? (await this.measure(peer))
    this.known.set(peer.name, known)
    return known
  }

  private async measure(peer: Peer): Promise<Pace> {
    const { session, fields } = this
    const { file: documents, textBytes } = this.probe
    const wanted: Wanted = { name: 'probe', documents, fields, stored: false, categories: true }
    const { seconds } = await session.build(peer, wanted)
    const process = await session.answering(peer, wanted)
    const query = await this.milliseconds(process)
    await session.stop(process)
    return { build: seconds / textBytes, query: query / textBytes }
  }

  /** Of a query; without end where the engine does not answer them in time. */
  private async milliseconds(process: PeerProcess): Promise<number> {
    try {
      const { microseconds } = await process.ask({ op: 'search', queries: this.queries, limit: 10 }, LONGEST)
      return median(microseconds) / 1000
    } catch (error) {
      if (error instanceof TooSlow) return Number.POSITIVE_INFINITY
      throw error
    }
  }
}
