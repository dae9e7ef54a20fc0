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
  return [indexTable(run), ...latencyTables(run), relevanceTable(run), growthTable(run), missingTable(run)].filter(
    ({ rows }) => rows.length > 0,
  )
}

function indexTable({ engines, textBytes }: RunRecord): Table {
  const rows = engines
    .filter(({ buildSeconds }) => buildSeconds !== undefined)
    .map(engine => [
      `${engine.name} ${engine.version}`,
      or(engine.buildSeconds, seconds => (textBytes / 1e6 / seconds).toFixed(1)),
      or(engine.peakBytes, bytes => whole(bytes / 1e6)),
      or(engine.bytes, bytes => (bytes / 1e6).toFixed(1)),
      or(engine.gzipBytes, bytes => (bytes / 1e6).toFixed(1)),
      or(engine.bytes, bytes => `${((100 * bytes) / textBytes).toFixed(1)} %`),
      or(engine.firstMilliseconds, ms => ms.toFixed(1)),
      or(engine.coldMilliseconds, ms => whole(ms)),
      or(engine.queriesPerSecond, whole),
    ])
  const head = ['engine', 'build MB/s', 'peak MB', 'MB', 'gzip MB', 'of text', 'first ms', 'cold ms', 'queries/s']
  return { title: 'Index, opening, throughput', head, rows }
}

function latencyTables({ engines }: RunRecord): Table[] {
  const kinds = [...new Set(engines.flatMap(({ kinds }) => Object.keys(kinds)))]
  return kinds.map(kind => ({
    title: `Latency, ${kind} (µs)`,
    head: ['engine', 'p50', 'p95', 'p99', 'max', 'beside timtin', 'lowest – highest', 'answered', 'queries'],
    rows: engines.flatMap(engine => latencyRow(engine, kind)),
  }))
}

function latencyRow({ name, kinds }: EngineResult, kind: string): string[][] {
  const result = kinds[kind]
  if (!result) return []
  const { p50, p95, p99, max, ratio, answered, asked } = result
  const tail = asked >= 100 ? micro(p99) : '–'
  const range = or(ratio, ([, lowest, highest]) => `${lowest.toFixed(2)} – ${highest.toFixed(2)}`)
  return [
    [
      name,
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
    return [set, name, ...points, or(full?.mrr, value => value.toFixed(2)), or(full?.p1, value => value.toFixed(2))]
  })
  return {
    title: 'Relevance: nDCG@10 by way of typing, MRR and P@1 as typed',
    head: ['set', 'engine', ...ways, 'MRR', 'P@1'],
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

function missingTable({ engines }: RunRecord): Table {
  const rows = engines.flatMap(({ name, missing }) => (missing === undefined ? [] : [[name, missing]]))
  return { title: 'Not measured', head: ['engine', 'why'], rows }
}

/** Where the run comes from, in a line. */
export function sourceOf({ date, commit, machine, load, documents, textBytes, rounds }: RunRecord): string {
  const size = `${whole(documents)} articles, ${(textBytes / 1e6).toFixed(1)} MB of text`
  return `${size}; ${rounds} rounds; ${machine}, load ${load.toFixed(1)}; ${date.slice(0, 16)}, commit ${commit}`
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
