import { type FacetBucket, type Hit, type Piece, type SearchResult, titleOf } from '../index.js'
import { counted, duration } from './progress.js'
import { oneLine, type Terminal } from './terminal.js'

/** How the bucket of documents without a value is called, and the word that filters by it. */
const UNKNOWN = 'unknown'

/** Hits as people read them: title, then date, province, source and author, then the snippet that says most. */
export async function printHits(terminal: Terminal, result: SearchResult, offset: number): Promise<void> {
  const { colors } = terminal
  const found =
    result.total === 0 ? 'nothing found' : `${counted(result.total, 'document')} in ${duration(result.tookMs)}`
  await terminal.print(colors.dim(oneLine(`${found}${understoodLine(result)}`)))
  for (const [at, hit] of result.hits.entries()) {
    await terminal.print()
    await terminal.print(`${colors.dim(`${offset + at + 1}.`)} ${colors.bold(titleLine(terminal, hit))}`)
    await terminal.print(`   ${colors.dim(factsLine(hit))}`)
    const snippet = snippetOf(hit)
    if (snippet.length > 0) await terminal.print(`   ${marked(terminal, snippet)}`)
  }
}

/**
 * Facets with their counts, the months of a year and the parts of a province behind it. At most `most` values a facet, the commonest, and the unknown;
 * dates are all shown, in their order.
 */
export async function printFacets(
  terminal: Terminal,
  facets: Readonly<Record<string, readonly FacetBucket[]>>,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { colors } = terminal
  for (const [facet, all] of Object.entries(facets)) {
    const buckets = all.some(({ months }) => months) ? all : all.filter(({ value }, at) => at < most || value === null)
    await terminal.print()
    await terminal.print(colors.bold(facet))
    const names = buckets.map(({ value }) => oneLine(String(value ?? UNKNOWN)))
    const counts = buckets.map(({ count }) => count.toLocaleString('en'))
    const nameWidth = Math.max(0, ...names.map(width))
    const countWidth = Math.max(0, ...counts.map(width))
    for (const [at, { months, children = [] }] of buckets.entries()) {
      const behind = (months ?? children)
        .map(({ value, count }) => `${value ?? UNKNOWN} ${count.toLocaleString('en')}`)
        .join(' · ')
      const line = `  ${padEnd(names[at], nameWidth)}  ${padStart(counts[at], countWidth)}`
      await terminal.print(behind === '' ? line : `${line}   ${colors.dim(behind)}`)
    }
    if (buckets.length < all.length) await terminal.print(colors.dim(`  … ${all.length - buckets.length} more values`))
    if (all.length === 0) await terminal.print(colors.dim('  none'))
  }
}

/** The least and the greatest values of facets. */
export async function printStats(terminal: Terminal, stats: SearchResult['stats']): Promise<void> {
  for (const [facet, { count, min, max }] of Object.entries(stats)) {
    await terminal.print()
    await terminal.print(terminal.colors.bold(facet))
    await terminal.print(count === 0 ? '  none' : `  ${min} to ${max} in ${counted(count, 'document')}`)
  }
}

/** Rows in columns as wide as their widest cell; the columns of `numbers` stand at the right. */
export async function printTable(
  terminal: Terminal,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): Promise<void> {
  const widths = head.map((name, column) => Math.max(width(name), ...rows.map(row => width(row[column]))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (numbers.includes(column) ? padStart : padEnd)(cell, widths[column]))
      .join('  ')
      .trimEnd()
  if (head.some(name => name !== '')) await terminal.print(terminal.colors.dim(line(head)))
  for (const row of rows) await terminal.print(line(row))
}

/** Pieces as text: matches in colour where there is colour, in «quotation marks» where there is none. */
export function marked(terminal: Terminal, pieces: readonly Piece[]): string {
  const { colors } = terminal
  const text = pieces.map(({ text, match }) => {
    const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    if (!match) return clean
    return colors.isColorSupported ? colors.bold(colors.yellow(clean)) : `«${clean}»`
  })
  return text.join('').trim()
}

/** The places and days for which documents rank higher: Bình Dương, 2023-01-01 to 2023-12-31. */
function understoodLine({ understood }: SearchResult): string {
  const named = understood.map(piece => {
    if (piece.kind !== 'date') return piece.province
    return piece.from === piece.to ? piece.from : `${piece.from} to ${piece.to}`
  })
  return named.length === 0 ? '' : `; preferred: ${[...new Set(named)].join(', ')}`
}

function titleLine(terminal: Terminal, hit: Hit): string {
  const { title } = hit.highlights
  if (title?.some(({ text }) => text.trim() !== '')) return marked(terminal, title)
  return oneLine(titleOf(hit.document)) || oneLine(hit.id)
}

function factsLine({ id, document }: Hit): string {
  const province = Array.isArray(document.province) ? document.province.join(', ') : document.province
  const facts = [dateLine(document.date), province, document.source, document.author, id]
  return facts
    .filter((fact): fact is string => typeof fact === 'string' && fact !== '')
    .map(oneLine)
    .join(' · ')
}

/** `2020-12-04T17:12+07:00` as `2020-12-04 17:12`: the time where it happened. */
function dateLine(date: unknown): unknown {
  return typeof date === 'string' ? date.replace('T', ' ').replace(/(\d\d:\d\d).*$/, '$1') : date
}

/** The snippet that holds the most of the query, by the length of its distinct matches; the earlier field among equals. */
function snippetOf(hit: Hit): readonly Piece[] {
  let best: readonly Piece[] = []
  let most = -1
  for (const [field, pieces] of Object.entries(hit.highlights)) {
    if (field === 'title') continue
    const matches = new Set(pieces.filter(({ match }) => match).map(({ text }) => text.toLowerCase()))
    const length = [...matches].join('').length
    if (length > most) {
      best = pieces
      most = length
    }
  }
  return best
}

/** Columns that a text takes: combining marks take none. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length
}

function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text
}
