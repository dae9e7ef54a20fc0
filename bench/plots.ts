import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { calibrated } from './history.js'
import { oneSetting } from './peers/catalogue.js'
import type { EngineResult, RunRecord } from './record.js'

/** A picture of the report. */
export interface Picture {
  readonly title: string
  /** What is to be seen, for those who do not see it and those who do. */
  readonly caption: string
  readonly svg: string
}

const WIDTH = 860
const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** A dark blue that nobody else has for timtin, which is the first, and as many as there are engines besides. */
const COLORS =
  '#0b3d91 #f28e2c #e15759 #76b7b2 #59a14f #edc949 #af7aa1 #ff9da7 #9c755f #8a8a8a #17a2b8 #b5bd00 #d4137f'.split(' ')

/** Draws without a browser; every picture has the same colours for the same engines. */
function draw(options: Plot.PlotOptions, engines: readonly string[]): string {
  const color = { type: 'categorical' as const, domain: [...engines], range: COLORS }
  const drawn = Plot.plot({ document, width: WIDTH, marginLeft: 70, marginRight: 130, grid: true, color, ...options })
  return drawn.outerHTML
}

/** All pictures for which the run, or the history, has figures. */
export function picturesOf(run: RunRecord, history: readonly RunRecord[]): Picture[] {
  const names = [...new Set(run.engines.map(({ engine }) => engine))]
  const kinds = ['short', 'title', 'short unmarked', 'title unmarked']
  const distributions = kinds.flatMap(kind => distribution(run, kind, names))
  return [
    ...sizeAgainstLatency(run, names),
    ...distributions,
    ...relevance(run),
    ...growth(run, names),
    ...past(history, run),
  ]
}

const isTimtin = (name: string) => name === 'timtin'
const stroke = ({ name }: { readonly name: string }) => (isTimtin(name) ? 3.5 : 1.5)

interface Label {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** Pixels of a line of text. */
const LINE = 11

/** A label for each line at its right end, moved up on a logarithmic axis of so many pixels until it is clear of the one below. */
function labels(points: readonly Label[], pixels: number): Plot.Text {
  const logs = points.map(({ y }) => Math.log(y))
  const gap = ((Math.max(...logs) - Math.min(...logs)) / pixels) * LINE
  const ends = [...new Map(points.map(point => [point.name, point])).values()]
  let below = Number.NEGATIVE_INFINITY
  const moved = ends
    .sort((a, b) => a.y - b.y)
    .map(end => {
      below = Math.max(Math.log(end.y), below + gap)
      return { ...end, y: Math.exp(below) }
    })
  return Plot.text(moved, { x: 'x', y: 'y', text: 'name', textAnchor: 'start', dx: 6 })
}

/** Pixels that the longest label of a dot takes. */
const LABEL = 120

/** Labels beside dots, both axes logarithmic, moved up until they are clear of those that are there already. */
function dotLabels(dots: readonly Label[], width: number, height: number): Plot.Text {
  const scale = (values: readonly number[], pixels: number) => {
    const logs = values.map(Math.log)
    return pixels / Math.max(1e-9, Math.max(...logs) - Math.min(...logs))
  }
  const [across, up] = [
    scale(
      dots.map(({ x }) => x),
      width,
    ),
    scale(
      dots.map(({ y }) => y),
      height,
    ),
  ]
  const placed: Label[] = []
  for (const dot of [...dots].sort((a, b) => a.y - b.y)) {
    let { y } = dot
    const near = placed.filter(({ x }) => Math.abs(Math.log(x / dot.x)) * across < LABEL)
    while (near.some(other => Math.abs(Math.log(other.y / y)) * up < LINE)) y *= Math.exp(2 / up)
    placed.push({ ...dot, y })
  }
  return Plot.text(placed, { x: 'x', y: 'y', text: 'name', dx: 9, textAnchor: 'start' })
}

function sizeAgainstLatency({ engines, textBytes }: RunRecord, names: readonly string[]): Picture[] {
  const dots = engines.flatMap(({ name, engine, bytes, kinds }) => {
    const p50 = kinds.short?.p50
    return bytes === undefined || p50 === undefined ? [] : [{ name, engine, share: (100 * bytes) / textBytes, p50 }]
  })
  if (dots.length === 0) return []
  const svg = draw(
    {
      height: 460,
      x: { type: 'log', label: 'index, % of the text →' },
      y: { type: 'log', label: '↑ median of short queries, µs' },
      marks: [
        Plot.dot(dots, {
          x: 'share',
          y: 'p50',
          fill: 'engine',
          r: ({ name }: { name: string }) => (isTimtin(name) ? 8 : 5),
        }),
        dotLabels(
          dots.map(({ name, share, p50 }) => ({ name, x: share, y: p50 })),
          660,
          400,
        ),
      ],
    },
    names,
  )
  return [
    { title: 'Size against latency', caption: 'Small and fast is at the lower left. Both axes are logarithmic.', svg },
  ]
}

function distribution({ engines }: RunRecord, kind: string, names: readonly string[]): Picture[] {
  // Two dozen lines are not to be read: one setting of each engine.
  const shown = oneSetting(engines)
  const lines = shown.flatMap(({ name, engine, kinds }: EngineResult) => {
    const curve = kinds[kind]?.curve ?? []
    return curve.map((time, at) => ({ name, engine, share: (100 * at) / (curve.length - 1), time: Math.max(1, time) }))
  })
  if (lines.length === 0) return []
  const svg = draw(
    {
      height: 420,
      x: { label: 'share of queries answered, % →', domain: [0, 100] },
      y: { type: 'log', label: '↑ µs' },
      marks: [
        Plot.line(lines, { x: 'share', y: 'time', z: 'name', stroke: 'engine', strokeWidth: stroke }),
        labels(
          lines.map(({ name, share, time }) => ({ name, x: share, y: time })),
          360,
        ),
      ],
    },
    names,
  )
  const caption =
    'How long the quickest share of the queries takes, last round; the right end is the slowest query. One setting of each engine.'
  return [{ title: `Latency: ${kind}`, caption, svg }]
}

const WAYS = ['full', 'half', 'none', 'nfd', 'typo', 'fuzzy']

function relevance({ relevance }: RunRecord): Picture[] {
  const sets = [...new Set(relevance.map(({ set }) => set))]
  return sets.map(set => {
    const rows = relevance.filter(row => row.set === set)
    const svg = draw(
      {
        height: 60 + 22 * new Set(rows.map(({ name }) => name)).size,
        marginLeft: 140,
        x: { label: 'nDCG@10 →', domain: [0, 100] },
        y: { label: null, domain: [...new Set(rows.map(({ name }) => name))] },
        color: { type: 'categorical', domain: WAYS, scheme: 'observable10', legend: false },
        marks: [
          Plot.ruleY(rows, Plot.groupY({ x1: 'min', x2: 'max' }, { x: 'ndcg10', y: 'name', stroke: '#bbb' })),
          Plot.dot(rows, { x: 'ndcg10', y: 'name', fill: 'way', r: 5 }),
          Plot.text(rows, Plot.selectLast({ x: 'ndcg10', y: 'name', z: 'name', text: 'way', dy: -8, fontSize: 8 })),
        ],
      },
      WAYS,
    )
    const caption =
      'One dot for each way of typing: full marks (blue), every second word bare (orange), no marks (red), decomposed (cyan), one slip (green), the same asked as fuzzy (pink). A short line is an engine that does not care how one types.'
    return { title: `Relevance by way of typing: ${set}`, caption, svg }
  })
}

function growth({ growth }: RunRecord, names: readonly string[]): Picture[] {
  if (growth.length === 0) return []
  const lines = growth.map(row => ({ ...row, engine: row.name.split(',')[0] }))
  const options = { x: 'documents', z: 'name', stroke: 'engine', strokeWidth: stroke }
  const of = (y: 'p50' | 'buildSeconds', told: string) =>
    draw(
      {
        height: 420,
        x: { type: 'log', label: 'documents →', tickFormat: ',' },
        y: { type: 'log', label: told },
        marks: [
          Plot.line(lines, { ...options, y, marker: 'circle' }),
          labels(
            lines.map(row => ({ name: row.name, x: row.documents, y: row[y] })),
            360,
          ),
        ],
      },
      names,
    )
  return [
    { title: 'Growth: latency', caption: 'Median of short queries by number of documents.', svg: of('p50', '↑ µs') },
    { title: 'Growth: building', caption: 'Seconds to build by number of documents.', svg: of('buildSeconds', '↑ s') },
  ]
}

/** Latency beside the calibration loop of its own run, so that machines can be set beside each other, roughly. */
function past(history: readonly RunRecord[], run: RunRecord): Picture[] {
  const points = history
    .filter(({ documents }) => documents === run.documents)
    .flatMap(past =>
      Object.entries(past.engines.find(({ name }) => isTimtin(name))?.kinds ?? {}).map(([kind, { p50 }]) => ({
        date: new Date(past.date),
        kind,
        ratio: calibrated(past, p50),
      })),
    )
  if (points.length === 0) return []
  const svg = draw(
    {
      height: 380,
      x: { type: 'utc', label: null },
      y: { type: 'log', label: '↑ median over calibration loop' },
      marks: [
        Plot.line(points, { x: 'date', y: 'ratio', stroke: 'kind', marker: 'circle' }),
        Plot.text(
          points,
          Plot.selectLast({ x: 'date', y: 'ratio', z: 'kind', text: 'kind', textAnchor: 'start', dx: 6 }),
        ),
      ],
    },
    [...new Set(points.map(({ kind }) => kind))],
  )
  const caption =
    'timtin alone, by kind of query, over the saved runs with as many documents; divided by the fixed loop of the same run.'
  return [{ title: 'History', caption, svg }]
}
