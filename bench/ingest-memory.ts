/**
 * `npm run bench:ingest-memory [-- GB [JOBS [INPUT]]]`: how much memory `timtin ingest` takes for so many gigabytes (default 1) of
 * generated NDJSON, CSV and HTML pages (in a web archive), streamed through standard input so that nothing is stored, and for
 * a tenth of the pages as files of a folder. The peak is that of the whole process with all its threads, by the system's count
 * (Linux). The program measured is `dist`: build before.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asHtml, asLine, asWarcRecord, generatedArticle } from './generated-pages.js'
import { printRows } from './table.js'

const GB = 1e9
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const size = Number(process.argv[2] ?? 1) * GB
const jobs = process.argv[3] ?? '1'
/** What the process may take, in MB. */
const MUST = 500

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const asRow = (number: number): string => {
  const { title, date, author, paragraphs } = generatedArticle(number)
  return `${[`d${number}`, title, date, author, paragraphs.join('\n')].map(cell).join(',')}\n`
}

/** One run; what `write` gives is fed to it until so many bytes are out. */
async function measure(
  name: string,
  args: readonly string[],
  write: ((number: number) => string) | undefined,
  head = '',
): Promise<string[]> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'ingest', ...args, '--jobs', jobs], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', data => {
    told = (told + data).slice(-2000)
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
  }, 100)
  let bytes = 0
  child.stdin.on('error', () => undefined)
  if (head !== '') child.stdin.write(head)
  for (let number = 0; write !== undefined && bytes < size; ) {
    const parts: string[] = []
    for (let at = 0; at < 200; at++) parts.push(write(number++))
    const block = Buffer.from(parts.join(''))
    bytes += block.length
    if (!child.stdin.write(block)) await once(child.stdin, 'drain')
    if (child.exitCode !== null) break
  }
  child.stdin.end()
  const [code] = await once(child, 'close')
  clearInterval(watch)
  if (code !== 0) process.stderr.write(told)
  const seconds = (performance.now() - began) / 1000
  const read = write === undefined ? size / 10 : bytes
  return [
    name,
    (read / GB).toFixed(2),
    peak.toFixed(0),
    (read / 1e6 / seconds).toFixed(1),
    code === 0 && peak <= MUST ? 'met' : 'MISSED',
  ]
}

/** The most memory that a process has had, in MB. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Measures only inputs of this name. */
const only = process.argv[4] ?? ''
const rows: string[][] = []
if ('NDJSON'.includes(only)) rows.push(await measure('NDJSON', ['-', '--format', 'ndjson'], asLine))
if ('CSV'.includes(only))
  rows.push(await measure('CSV', ['-', '--format', 'csv'], asRow, 'id,title,date,author,body\n'))
if ('WARC'.includes(only)) rows.push(await measure('HTML pages, WARC', ['-', '--format', 'warc'], asWarcRecord))
if ('files'.includes(only)) await measureFiles()
printRows(['input', 'GB', 'peak MB', 'MB/s', `${MUST} MB`], rows, 1)

/** A tenth of the pages as files: they have to be stored. */
async function measureFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'timtin-bench-'))
  try {
    for (let number = 0, bytes = 0; bytes < size / 10; number++) {
      const page = asHtml(number)
      bytes += Buffer.byteLength(page)
      writeFileSync(join(folder, `${number}.html`), page)
    }
    rows.push(await measure('HTML pages, files', [folder], undefined))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
