/**
 * `npm run bench:build`: builds the index of 20,000 news articles without stored text and with it; prints the size as a share
 * of the text (UTF-8), the build rate, the peak memory of the process, and the time from opening the file to the first
 * answer. Every figure comes from a process of its own. Another file: `npm run bench:build -- FILE.ndjson.gz`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIndexFromFiles, openIndexFile, readDocuments, writeIndexFile } from '../src/node/index.js'
import { NEWS } from './collections.js'
import { printRows } from './table.js'

interface Built {
  readonly documents: number
  readonly seconds: number
  readonly peakBytes: number
}

interface Opened {
  readonly milliseconds: number
  readonly total: number
  readonly peakBytes: number
}

const MB = 2 ** 20
const FIRST_QUERY = 'tai nạn giao thông ở Hà Nội'

/** Runs this file again with other arguments in a process of its own. */
function run<T>(...args: string[]): T {
  const script = fileURLToPath(import.meta.url)
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the process for ${args.join(' ')} ended with ${status}`)
  return JSON.parse(stdout) as T
}

const peakBytes = () => process.resourceUsage().maxRSS * 1024

async function build(source: string, out: string, stored: boolean): Promise<Built> {
  const began = performance.now()
  const built = await buildIndexFromFiles([source], stored ? {} : { store: [] })
  await writeIndexFile(out, built.bytes)
  return { documents: built.documents, seconds: (performance.now() - began) / 1000, peakBytes: peakBytes() }
}

function open(file: string): Opened {
  const began = performance.now()
  const { total, hits } = openIndexFile(file).search(FIRST_QUERY)
  // Documents and snippets are made when they are looked at.
  JSON.stringify(hits)
  return { milliseconds: performance.now() - began, total, peakBytes: peakBytes() }
}

async function textBytes(source: string): Promise<number> {
  let bytes = 0
  for await (const { title = '', lead = '', body = '' } of readDocuments([source])) {
    bytes += Buffer.byteLength(title) + Buffer.byteLength(lead) + Buffer.byteLength(body)
  }
  return bytes
}

async function report(source: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'timtin-bench-'))
  try {
    const text = await textBytes(source)
    process.stdout.write(`${(text / 1e6).toFixed(1)} MB of text\n`)
    const rows = ['without', 'with'].map(stored => {
      const file = join(folder, `${stored}.timtin`)
      const built = run<Built>('--build', source, file, stored)
      const { size } = statSync(file)
      const opened = [1, 2, 3].map(() => run<Opened>('--open', file)).sort((a, b) => a.milliseconds - b.milliseconds)[1]
      return [
        `${stored} stored text`,
        (size / 1e6).toFixed(1),
        `${((100 * size) / text).toFixed(1)} %`,
        built.seconds.toFixed(1),
        Math.round(built.documents / built.seconds).toLocaleString('en'),
        (text / 1e6 / built.seconds).toFixed(1),
        Math.round(built.peakBytes / MB).toLocaleString('en'),
        opened.milliseconds.toFixed(1),
        Math.round(opened.peakBytes / MB).toLocaleString('en'),
      ]
    })
    const head = ['index', 'MB', 'of text', 'build s', 'docs/s', 'MB/s', 'peak MB', 'open ms', 'open MB']
    printRows(head, rows, 1)
    process.stdout.write(
      'open ms: from opening the file to the first answer with snippets, modules loaded; median of three\n',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--build') process.stdout.write(JSON.stringify(await build(rest[0], rest[1], rest[2] === 'with')))
else if (first === '--open') process.stdout.write(JSON.stringify(open(rest[0])))
else if (first ?? NEWS) await report(first ?? NEWS ?? '')
else {
  process.stdout.write('the 20,000 articles are not beside the checkout; give a file\n')
  process.exitCode = 1
}
