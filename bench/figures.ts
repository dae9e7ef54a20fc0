import { type EvalQuery, type Judgements, measure } from '../src/cli/relevance.js'
import { collections, readCollection, SHORT_QUERIES, TITLE_QUERIES } from './collections.js'
import { type Prepared, prepare, queryTexts } from './documents.js'
import { alternate, FULL, type Opened, QUICK, type Round, type Schedule } from './latency.js'
import { told } from './musts.js'
import { type Peer, peer } from './peers/catalogue.js'
import type { Built, Session, Wanted } from './session.js'
import { quantile, type Spread, shuffled, spread } from './statistics.js'
import { printRows } from './table.js'
import { figuresTable } from './tables.js'
import { typedAs } from './ways-of-typing.js'

/** What can be measured by itself. */
export const PARTS = ['size', 'open', 'latency', 'memory', 'relevance', 'growth'] as const
export type Part = (typeof PARTS)[number]

const MB = 1e6
const DOCUMENTS = 20_000
/** The first query, with snippets. */
const FIRST = { text: 'tai nạn giao thông ở Hà Nội' }
const TIMTIN = peer('timtin')
const QUERIES = { titles: TITLE_QUERIES, short: SHORT_QUERIES }
type Kind = keyof typeof QUERIES

/** Who is asked queries in which way of typing; the first after timtin is what it is set beside. */
const RIVALS: ReadonlyMap<'full' | 'none', readonly Peer[]> = new Map([
  ['full', [peer('tantivy, exact'), peer('FlexSearch, plain'), peer('MiniSearch, plain')]],
  ['none', [peer('tantivy, folded'), peer('FlexSearch, tuned'), peer('MiniSearch, tuned')]],
])

/** How a run is made. */
export interface RunOptions {
  readonly quick: boolean
  /** Engines, by name, that take part beside timtin; all unless given. */
  readonly rivals?: readonly string[]
}

/** Measures the figures of the engine. */
export class Figures {
  /** By the name of the figure. */
  readonly measured = new Map<string, Spread>()
  /** Rows beside the table of figures: engine, what, value. */
  readonly beside: (readonly [engine: string, what: string, value: string])[] = []
  /** Engines that were to take part and could not, with the reason. */
  readonly missing = new Map<string, string>()
  private readonly schedule: Schedule
  private readonly built = new Map<string, Built>()

  constructor(
    private readonly session: Session,
    private readonly news: string,
    private readonly options: RunOptions,
  ) {
    this.schedule = options.quick ? QUICK : FULL
  }

  /** Measures one part. */
  async measure(part: Part): Promise<void> {
    const began = performance.now()
    await this[part]()
    process.stderr.write(`${part}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  }

  /** All that was measured, for a file. */
  record(): unknown {
    return {
      figures: Object.fromEntries(this.measured),
      beside: this.beside,
      missing: Object.fromEntries(this.missing),
    }
  }

  private async size(): Promise<void> {
    const documents = await this.documents(DOCUMENTS)
    const rate = ({ seconds }: Built) => documents.textBytes / MB / seconds
    const engines = [TIMTIN, ...this.present(['tantivy, exact', 'FlexSearch, plain', 'MiniSearch, plain'])]
    const builds = new Map(engines.map(engine => [engine, [] as Built[]]))
    for (let round = 0; round < (this.options.quick ? 1 : 3); round++) {
      for (const [engine, done] of builds) done.push(await this.build(engine, 'both', documents))
    }
    for (const [engine, done] of builds) {
      const [{ bytes, peakBytes }] = done
      const rates = spread(done.map(rate))
      if (engine === TIMTIN) {
        this.measured.set('index without stored text, of the text', once((100 * bytes) / documents.textBytes))
        this.measured.set('build, one thread', rates)
      }
      this.note(
        engine,
        'index without stored text, of the text',
        `${((100 * bytes) / documents.textBytes).toFixed(1)} %`,
      )
      this.note(
        engine,
        'build, text and postings',
        `${rates.median.toFixed(1)} MB/s, peak ${Math.round(peakBytes / MB)} MB`,
      )
    }
    const stored = await this.build(TIMTIN, 'stored', documents)
    this.measured.set('index with stored text, of the text', once((100 * stored.bytes) / documents.textBytes))
    this.note(
      TIMTIN,
      'build with stored text',
      `${rate(stored).toFixed(1)} MB/s, peak ${Math.round(stored.peakBytes / MB)} MB`,
    )
  }

  private async open(): Promise<void> {
    const documents = await this.documents(DOCUMENTS)
    const engines = [TIMTIN, ...this.present(['tantivy, exact', 'FlexSearch, plain', 'MiniSearch, plain'])]
    const times = new Map(engines.map(engine => [engine, [] as number[]]))
    for (let round = 0; round < (this.options.quick ? 5 : 11); round++) {
      for (const [engine, done] of times) {
        const name = engine === TIMTIN ? 'stored' : 'both'
        const { folder } = this.built.get(`${engine.name} ${name}`) ?? (await this.build(engine, name, documents))
        const process = await this.session.start(engine)
        const { milliseconds, found } = await process.ask({ op: 'open', folder, query: FIRST })
        await this.session.stop(process)
        if (found === 0) throw new Error(`${engine.name} found nothing at first`)
        done.push(milliseconds)
      }
    }
    for (const [engine, done] of times) {
      if (engine === TIMTIN) this.measured.set('open and first answer', spread(done))
      this.note(engine, 'open and first answer', `${quantile(done, 0.5).toFixed(1)} ms`)
    }
  }

  private async latency(): Promise<void> {
    const documents = await this.documents(DOCUMENTS)
    for (const [way, rivals] of RIVALS) {
      const engines = [TIMTIN, ...this.present(rivals.map(({ name }) => name))]
      const opened: Opened[] = []
      for (const engine of engines) {
        if (!this.built.has(`${engine.name} bodies`)) await this.build(engine, 'bodies', documents)
        opened.push({ name: engine.name, process: await this.session.opened(engine, 'bodies') })
      }
      for (const kind of ['titles', 'short'] as const) {
        const queries = this.queries(kind, way)
        this.compare(kind, way, engines, (await alternate(opened, queries, this.schedule)).rounds)
      }
      for (const { process } of opened) await this.session.stop(process)
    }
  }

  private compare(
    kind: Kind,
    way: 'full' | 'none',
    engines: readonly Peer[],
    rounds: ReadonlyMap<string, readonly Round[]>,
  ): void {
    const typed = way === 'full' ? 'full' : 'unmarked'
    const ours = rounds.get(TIMTIN.name) ?? []
    const rival = RIVALS.get(way)?.[0].name ?? ''
    const theirs = rounds.get(rival)
    for (const percentile of ['p50', 'p99'] as const) {
      const ratios = theirs?.map((round, at) => ours[at][percentile] / round[percentile])
      if (ratios) this.measured.set(`${kind}, ${typed}, ${percentile} beside ${rival.replace(',', '')}`, spread(ratios))
    }
    for (const engine of engines) {
      const done = rounds.get(engine.name) ?? []
      const middle = (value: (round: Round) => number) => quantile(done.map(value), 0.5)
      const answered = middle(round => round.answered)
      const times = (['p50', 'p95', 'p99', 'max'] as const).map(name => micro(middle(round => round[name])))
      const asked = done[0]?.microseconds.length ?? 0
      const few = answered < 0.99 ? `; only ${(100 * answered).toFixed(0)} % answered` : ''
      this.note(engine, `${kind}, ${typed} (p50 p95 p99 max)`, `${times.join('  ')} µs of ${asked}${few}`)
    }
  }

  private async memory(): Promise<void> {
    const documents = await this.documents(DOCUMENTS)
    const { bytes } = this.built.get('timtin stored') ?? (await this.build(TIMTIN, 'stored', documents))
    const queries = (['full', 'none'] as const).flatMap(way => [
      ...this.queries('titles', way),
      ...this.queries('short', way),
    ])
    const process = await this.session.start(TIMTIN)
    const before = await process.ask({ op: 'memory', reset: true })
    await process.ask({ op: 'open', folder: this.session.indexFolder(TIMTIN, 'stored'), query: FIRST })
    await process.ask({ op: 'search', queries, limit: 10 })
    const busy = await process.ask({ op: 'memory', reset: true })
    const after = await process.ask({ op: 'memory', reset: false })
    await this.session.stop(process)
    this.measured.set(
      'memory while searching, beyond the file',
      once((busy.peakBytes - before.residentBytes - bytes) / MB),
    )
    const kept = (after.residentBytes - before.residentBytes - bytes) / MB
    this.note(TIMTIN, 'memory kept after a collection, beyond the file', `${kept.toFixed(0)} MB`)
  }

  private async relevance(): Promise<void> {
    for (const source of collections([]).filter(({ name }) => name !== 'wiki-questions')) {
      const { queries, judgements } = readCollection(source)
      const wanted: Wanted = {
        name: source.name,
        documents: source.documents,
        fields: source.fields,
        stored: false,
        categories: false,
      }
      const isNews = source.documents === this.news
      const documents = isNews ? (await this.documents(DOCUMENTS)).file : source.documents
      await this.session.build(TIMTIN, { ...wanted, documents })
      const process = await this.session.opened(TIMTIN, source.name)
      for (const way of ['full', 'half', 'none'] as const) {
        const typed = queries.map(({ id, text }) => ({ id, text: typedAs(text, way) }))
        const { ids } = await process.ask({ op: 'answers', queries: typed, limit: 100 })
        this.measured.set(`${source.name}, nDCG@10, ${told(way)}`, once(100 * ndcg(typed, judgements, ids)))
      }
      await this.session.stop(process)
    }
  }

  private async growth(): Promise<void> {
    const opened: Opened[] = []
    const engines = [TIMTIN, ...this.present(['tantivy, exact'])]
    for (const engine of engines) {
      for (const count of [DOCUMENTS, 2 * DOCUMENTS]) {
        await this.build(engine, `bodies ${count}`, await this.documents(count))
        const process = await this.session.opened(engine, `bodies ${count}`)
        opened.push({ name: `${engine.name} ${count}`, process })
      }
    }
    for (const kind of ['titles', 'short'] as const) {
      const { rounds } = await alternate(opened, this.queries(kind, 'full'), this.schedule)
      for (const engine of engines) {
        const small = rounds.get(`${engine.name} ${DOCUMENTS}`) ?? []
        const large = rounds.get(`${engine.name} ${2 * DOCUMENTS}`) ?? []
        const ratios = spread(small.map(({ p50 }, at) => large[at].p50 / p50))
        if (engine === TIMTIN) this.measured.set(`latency, 40,000 beside 20,000, ${kind}`, ratios)
        else this.note(engine, `latency, 40,000 beside 20,000, ${kind}`, `${ratios.median.toFixed(2)} ×`)
      }
    }
    for (const { process } of opened) await this.session.stop(process)
  }

  private documents(count: number): Promise<Prepared> {
    return prepare(this.news, count)
  }

  private queries(kind: Kind, way: 'full' | 'none'): { text: string }[] {
    return shuffled(queryTexts(QUERIES[kind]), 1).map(text => ({ text: typedAs(text, way) }))
  }

  /** `both`: title and body; `stored`: those, and kept as text; `bodies`: the bodies alone. */
  private async build(engine: Peer, name: string, documents: Prepared): Promise<Built> {
    const fields = name.startsWith('bodies') ? ['body'] : ['title', 'body']
    const wanted = {
      name,
      documents: documents.file,
      fields,
      stored: name === 'stored',
      categories: false,
    }
    const built = await this.session.build(engine, wanted)
    this.built.set(`${engine.name} ${name}`, built)
    return built
  }

  /** Those of the engines named that can be run here; the others are noted. */
  private present(names: readonly string[]): Peer[] {
    const { rivals } = this.options
    return names.map(peer).filter(engine => {
      if (rivals && !rivals.includes(engine.engine)) return false
      const reason = engine.missing()
      if (reason !== undefined) this.missing.set(engine.name, reason)
      return reason === undefined
    })
  }

  private note(engine: Peer, what: string, value: string): void {
    this.beside.push([engine.name, what, value])
  }
}

function ndcg(queries: readonly EvalQuery[], judgements: Judgements, ids: readonly (readonly string[])[]): number {
  const answers = new Map(queries.map(({ id }, at) => [id, ids[at]]))
  return measure(queries, judgements, ({ id }) => answers.get(id) ?? []).ndcg10
}

function once(value: number): Spread {
  return { median: value, lowest: value, highest: value }
}

function micro(microseconds: number): string {
  return Math.round(microseconds).toLocaleString('en')
}

/** Prints the table of figures, then what the engines did. */
export function printFigures({ measured, beside, missing }: Figures): void {
  const { head, rows } = figuresTable(Object.fromEntries(measured))
  printRows(head, rows)
  process.stdout.write('\n')
  printRows(
    ['engine', 'what', 'value'],
    [...beside].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)),
    3,
  )
  for (const [name, reason] of missing) process.stdout.write(`${name}: ${reason}\n`)
}
