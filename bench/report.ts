/**
 * `npm run bench:report`: the last run of `npm run bench` on this machine, or the last saved one, as one page without anything
 * from elsewhere, `bench/report/index.html`, and as Markdown, `bench/report/table.md`. Where timtin loses stands first. The last
 * saved run is put into the README.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { escapeHtml } from '../src/text/escape-html.js'
import { LAST_RUN, savedRuns } from './history.js'
import { losses } from './losses.js'
import { type Picture, picturesOf } from './plots.js'
import { withResults } from './readme-table.js'
import type { RunRecord } from './record.js'
import { sourceOf, tablesOf, toMarkdown } from './tables.js'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const REPORT = fileURLToPath(new URL('report/', import.meta.url))

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 960px; margin: 2rem auto; padding: 0 1rem; color: #1b1e23 }
figure { margin: 2rem 0 } figcaption, .source { color: #555 } svg { max-width: 100%; height: auto; background: #fff }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums } td, th { padding: .2rem .7rem; border-bottom: 1px solid #ddd; text-align: right }
td:first-child, th:first-child { text-align: left } tr.timtin { font-weight: 600; background: #eef6ff } .table { overflow-x: auto }`

function page(run: RunRecord, pictures: readonly Picture[]): string {
  const lost = losses(run).map(line => `<li>${escapeHtml(line)}</li>`)
  const figures = pictures.map(
    ({ title, caption, svg }) =>
      `<figure><h2>${escapeHtml(title)}</h2>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  )
  const tables = tablesOf(run).map(({ title, head, rows }) => {
    const cells = (row: readonly string[], tag: string) =>
      row.map(cell => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')
    const body = rows.map(
      row => `<tr${row.some(cell => /^timtin\b/.test(cell)) ? ' class="timtin"' : ''}>${cells(row, 'td')}</tr>`,
    )
    return `<h3>${escapeHtml(title)}</h3><div class="table"><table><tr>${cells(head, 'th')}</tr>${body.join('')}</table></div>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>timtin: benchmarks</title><style>${STYLE}</style>
<h1>timtin beside other engines</h1><p class="source">${escapeHtml(sourceOf(run))}</p>
<h2>Where timtin loses</h2><ul>${lost.join('') || '<li>Nowhere in this run.</li>'}</ul>
${figures.join('\n')}
<h2>All figures</h2>${tables.join('\n')}</html>
`
}

const saved = savedRuns()
const last = saved.at(-1)
if (last) writeFileSync(README, withResults(readFileSync(README, 'utf8'), last))
const run = existsSync(LAST_RUN) ? (JSON.parse(readFileSync(LAST_RUN, 'utf8')) as RunRecord) : last
if (run === undefined) {
  process.stdout.write('no run yet: npm run bench\n')
  process.exitCode = 1
} else {
  mkdirSync(REPORT, { recursive: true })
  writeFileSync(join(REPORT, 'index.html'), page(run, picturesOf(run, saved)))
  writeFileSync(join(REPORT, 'table.md'), toMarkdown(run))
  process.stdout.write(`${join(REPORT, 'index.html')}\n`)
}
