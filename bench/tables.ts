import { MUSTS, verdict } from './musts.js'
import type { EngineResult, RunRecord } from './record.js'
import { printRows } from './table.js'

/** A table: its title, its head, its rows. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const whole = (value: number) => Math.round(value).toLocaleString('en')

/** A dash for what was not measured. */
function or<T>(value: T | undefined, show: (value: T) => string): string {
  return value === undefined ? '–' : show(value)
}

/** Three significant figures, or whole numbers. */
function micro(value: number): string {
  return value >= 100 ? whole(value) : value.toPrecision(3)
}

/** What a run says, as tables, for a terminal, Markdown and the report alike. */
export function tablesOf(run: RunRecord): Table[] {
  const figures = Object.keys(run.figures).length > 0 ? [figuresTable(run.figures)] : []
  return [
    ...figures,
    indexTable(run),
    ...latencyTables(run),
    relevanceTable(run),
    growthTable(run),
    missingTable(run),
  ].filter(({ rows }) => rows.length > 0)
}

/** What timtin must reach, with what it reached. */
export function figuresTable(measured: RunRecord['figures']): Table {
  const rows = MUSTS.map(must => {
    const { figure, elsewhere, unit } = must
    const value = measured[figure]
    const show = (number: number) => number.toFixed(unit === '×' || unit === 'points' ? 2 : 1)
    const range = value && value.lowest !== value.highest ? `${show(value.lowest)} – ${show(value.highest)}` : ''
    const [told, met] = value ? [show(value.median), verdict(must, value.median)] : ['not measured', '']
    return [figure, elsewhere, String(must.must), String(must.aim), told, range, unit, met]
  })
  const head = ['figure', 'elsewhere', 'must', 'aim', 'measured', 'lowest – highest', '', '']
  return { title: 'What timtin must reach', head, rows }
}

function indexTable({ engines }: RunRecord): Table {
  const rows = engines.flatMap(engine => {
    const { textBytes, documents } = engine
    if (engine.buildSeconds === undefined || textBytes === undefined) return []
    const row = [
      `${engine.name} ${engine.version}`,
      or(documents, whole),
      or(engine.buildSeconds, seconds => (textBytes / 1e6 / seconds).toFixed(1)),
      or(engine.peakBytes, bytes => whole(bytes / 1e6)),
      or(engine.bytes, bytes => (bytes / 1e6).toFixed(1)),
      or(engine.gzipBytes, bytes => (bytes / 1e6).toFixed(1)),
      or(engine.bytes, bytes => `${((100 * bytes) / textBytes).toFixed(1)} %`),
      or(engine.firstMilliseconds, ms => ms.toFixed(1)),
      or(engine.coldMilliseconds, ms => whole(ms)),
      or(engine.queriesPerSecond, whole),
    ]
    return [row]
  })
  const head = [
    'engine',
    'articles',
    'build MB/s',
    'peak MB',
    'MB',
    'gzip MB',
    'of text',
    'first ms',
    'cold ms',
    'queries/s',
  ]
  return { title: 'Index, opening, throughput', head, rows }
}

function latencyTables({ engines, documents }: RunRecord): Table[] {
  const kinds = [...new Set(engines.flatMap(({ kinds }) => Object.keys(kinds)))]
  return kinds.map(kind => ({
    title: `Latency, ${kind} (µs)`,
    head: ['engine', 'p50', 'p95', 'p99', 'max', 'beside timtin', 'lowest – highest', 'answered', 'queries'],
    rows: engines.flatMap(engine => latencyRow(engine, kind, documents)),
  }))
}

function latencyRow({ name, kinds, documents = 0 }: EngineResult, kind: string, all: number): string[][] {
  const result = kinds[kind]
  if (!result) return []
  const { p50, p95, p99, max, ratio, answered, asked } = result
  const tail = asked >= 100 ? micro(p99) : '–'
  const range = or(ratio, ([, lowest, highest]) => `${lowest.toFixed(2)} – ${highest.toFixed(2)}`)
  return [
    [
      documents < all ? `${name} (${whole(documents)} articles)` : name,
      micro(p50),
      micro(p95),
      tail,
      micro(max),
      or(ratio, ([middle]) => `${middle.toFixed(2)} ×`),
      range,
      `${whole(100 * answered)} %`,
      whole(asked),
    ],
  ]
}

function relevanceTable({ relevance }: RunRecord): Table {
  const ways = [...new Set(relevance.map(({ way }) => way))]
  const keys = [...new Set(relevance.map(({ set, name }) => `${set}\n${name}`))]
  const rows = keys.map(key => {
    const [set, name] = key.split('\n')
    const found = ways.map(way => relevance.find(row => row.set === set && row.name === name && row.way === way))
    const full = found[ways.indexOf('full')]
    const points = found.map(row => or(row?.ndcg10, value => value.toFixed(2)))
    const asked = or(full?.queries, whole)
    return [
      set,
      name,
      asked,
      ...points,
      or(full?.mrr, value => value.toFixed(2)),
      or(full?.p1, value => value.toFixed(2)),
    ]
  })
  return {
    title: 'Relevance: nDCG@10 by way of typing, MRR and P@1 as typed',
    head: ['set', 'engine', 'queries', ...ways, 'MRR', 'P@1'],
    rows,
  }
}

function growthTable({ growth }: RunRecord): Table {
  const sizes = [...new Set(growth.map(({ documents }) => documents))]
  const names = [...new Set(growth.map(({ name }) => name))]
  const rows = names.map(name => {
    const at = (size: number) => growth.find(row => row.name === name && row.documents === size)
    return [name, ...sizes.map(size => or(at(size)?.p50, micro))]
  })
  return { title: 'Growth: median of short queries (µs) by documents', head: ['engine', ...sizes.map(whole)], rows }
}

function missingTable({ engines, notMeasured }: RunRecord): Table {
  const rows = engines.flatMap(({ name, missing }) => (missing === undefined ? [] : [[name, 'anything', missing]]))
  const parts = notMeasured.map(({ name, what, why }) => [name, what, why])
  return { title: 'Not measured', head: ['engine', 'what', 'why'], rows: [...rows, ...parts] }
}

/** Where the run comes from, in a line. */
export function sourceOf({ date, commit, machine, load, documents, textBytes, rounds, minutes }: RunRecord): string {
  const size = `${whole(documents)} articles, ${(textBytes / 1e6).toFixed(1)} MB of text`
  return `${size}; ${rounds} rounds, ${whole(minutes)} min; ${machine}, load ${load.toFixed(1)}; ${date.slice(0, 16)}, commit ${commit}`
}

/** Prints a run. */
export function printRun(run: RunRecord): void {
  process.stdout.write(`${sourceOf(run)}\n`)
  for (const { title, head, rows } of tablesOf(run)) {
    process.stdout.write(`\n${title}\n`)
    printRows(head, rows, 1)
  }
}

/** A run in Markdown. */
export function toMarkdown(run: RunRecord): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const tables = tablesOf(run).map(({ title, head, rows }) =>
    [`### ${title}`, '', line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join(
      '\n',
    ),
  )
  return `${sourceOf(run)}.\n\n${tables.join('\n\n')}\n`
}
