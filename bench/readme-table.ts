import type { EngineResult, RunRecord } from './record.js'
import { sourceOf } from './tables.js'

const BEGIN = '<!-- results: written by npm run bench:report -->'
const END = '<!-- results end -->'

/** A README with the results of a run between its two markers; as it is where it has none. */
export function withResults(readme: string, run: RunRecord): string {
  const from = readme.indexOf(BEGIN)
  const to = readme.indexOf(END)
  if (from < 0 || to < from) return readme
  return `${readme.slice(0, from + BEGIN.length)}\n${resultsOf(run)}\n${readme.slice(to)}`
}

/** The figures of a run that say most, one engine a row. */
function resultsOf(run: RunRecord): string {
  const head = [
    'engine',
    'index, % of text',
    'build MB/s',
    'first answer ms',
    'title µs',
    'short µs',
    'short, unmarked µs',
    'nDCG@10 titles',
    'titles, unmarked',
    'XQuAD-vi',
    'XQuAD-vi, unmarked',
  ]
  const rows = run.engines.filter(({ missing }) => missing === undefined).map(engine => rowOf(engine, run))
  const missing = run.engines.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name}: ${missing}`]))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...rows.map(line),
    '',
    `${sourceOf(run)}. Times are medians. ${missing.length === 0 ? '' : `Not there: ${missing.join('; ')}. `}A dash: not measured, or too slow.`,
  ].join('\n')
}

function rowOf(engine: EngineResult, { relevance, documents: all }: RunRecord): string[] {
  const { name, documents = all, bytes, textBytes = Number.NaN, buildSeconds, firstMilliseconds, kinds } = engine
  const show = (value: number | undefined, digits = 0) =>
    value === undefined
      ? '–'
      : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const points = (set: string, way: string) =>
    show(relevance.find(row => row.name === name && row.set === set && row.way === way)?.ndcg10, 1)
  const told = documents === all ? name : `${name} (${show(documents)} articles)`
  return [
    name === 'timtin' ? `**${told}**` : told,
    show(bytes === undefined ? undefined : (100 * bytes) / textBytes, 1),
    show(buildSeconds === undefined ? undefined : textBytes / 1e6 / buildSeconds, 1),
    show(firstMilliseconds),
    show(kinds.title?.p50),
    show(kinds.short?.p50),
    show(kinds['short unmarked']?.p50),
    points('news-titles', 'full'),
    points('news-titles', 'none'),
    points('xquad-vi', 'full'),
    points('xquad-vi', 'none'),
  ]
}
