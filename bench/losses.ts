import { MUSTS, verdict } from './musts.js'
import type { EngineResult, RunRecord } from './record.js'

/** An engine that finds nothing is not fast. */
const ANSWERED = 0.9
/** With fewer queries a p99 is but the slowest. */
const FEWEST = 100

/** What one can be ahead in. */
interface Measure {
  readonly told: string
  value(engine: EngineResult): number | undefined
  /** Whether less is better. */
  readonly less: boolean
}

const share = ({ bytes, textBytes }: EngineResult) =>
  bytes === undefined || textBytes === undefined ? undefined : (100 * bytes) / textBytes
const rate = ({ buildSeconds, textBytes }: EngineResult) =>
  buildSeconds === undefined || textBytes === undefined ? undefined : textBytes / 1e6 / buildSeconds

const MEASURES: readonly Measure[] = [
  { told: 'index, % of the text', value: share, less: true },
  { told: 'build, MB/s', value: rate, less: false },
  { told: 'first answer, ms', value: engine => engine.firstMilliseconds, less: true },
  { told: 'first answer with starting the process, ms', value: engine => engine.coldMilliseconds, less: true },
  { told: 'peak memory of building, MB', value: ({ peakBytes }) => peakBytes && peakBytes / 1e6, less: true },
  { told: 'queries a second on all cores', value: engine => engine.queriesPerSecond, less: false },
]

/** Where timtin falls short of what it must reach, and where another engine is ahead: in latency, in all else, in relevance. */
export function losses(run: RunRecord): string[] {
  const kinds = [...new Set(run.engines.flatMap(({ kinds }) => Object.keys(kinds)))]
  const missing = kinds.filter(kind => !run.engines.some(({ name, kinds }) => name === 'timtin' && kinds[kind]))
  return [
    ...unmet(run),
    ...kinds.flatMap(kind => [...faster(run, kind, 'p50'), ...faster(run, kind, 'p99')]),
    ...MEASURES.flatMap(measure => ahead(run, measure)),
    ...better(run),
    ...missing.map(kind => `${kind}: timtin is not asked this yet`),
  ]
}

function unmet({ figures }: RunRecord): string[] {
  return MUSTS.flatMap(must => {
    const value = figures[must.figure]
    if (!value || verdict(must, value.median) !== 'NOT met') return []
    return [`${must.figure}: ${figure(value.median)} ${must.unit}, must be ${must.must}`]
  })
}

function faster({ engines, documents }: RunRecord, kind: string, percentile: 'p50' | 'p99'): string[] {
  const ours = engines.find(({ name }) => name === 'timtin')?.kinds[kind]
  if (!ours) return []
  const found = engines.flatMap(engine => {
    const result = engine.kinds[kind]
    if (engine.name === 'timtin' || !result || result.answered <= ANSWERED) return []
    if (percentile === 'p99' && result.asked < FEWEST) return []
    const ratio = percentile === 'p50' ? (result.ratio?.[0] ?? 1) : result.p99 / ours.p99
    return ratio < 1 ? [`${named(engine, documents)} ${ratio.toFixed(2)} × our time`] : []
  })
  return found.length === 0 ? [] : [`latency, ${kind}, ${percentile}: ${found.join(', ')}`]
}

function ahead({ engines, documents }: RunRecord, { told, value, less }: Measure): string[] {
  const timtin = engines.find(({ name }) => name === 'timtin')
  const ours = timtin && value(timtin)
  if (ours === undefined) return []
  const found = engines.flatMap(engine => {
    const theirs = value(engine)
    if (theirs === undefined || (less ? theirs >= ours : theirs <= ours)) return []
    return [`${named(engine, documents)} ${figure(theirs)}`]
  })
  return found.length === 0 ? [] : [`${told} (ours ${figure(ours)}): ${found.join(', ')}`]
}

function better({ relevance }: RunRecord): string[] {
  return relevance.flatMap(({ name, set, way, ndcg10, queries }) => {
    const ours = relevance.find(row => row.name === 'timtin' && row.set === set && row.way === way)
    // A sample may be of easier queries.
    return ours && ndcg10 > ours.ndcg10 && queries === ours.queries
      ? [`relevance, ${set}, ${way}: ${name} ${ndcg10.toFixed(2)}, ours ${ours.ndcg10.toFixed(2)}`]
      : []
  })
}

function named({ name, documents }: EngineResult, all: number): string {
  return documents === undefined || documents === all ? name : `${name} (on ${documents.toLocaleString('en')} articles)`
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
