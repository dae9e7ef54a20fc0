/**
 * What `findDefinitions` learns from a corpus: pairs found, abbreviations, the commonest, a random sample to judge by eye.
 *
 *   npx tsx bench/learn-abbreviations.ts [FILE.ndjson[.gz]] [--sample 200] [--seed 1] [--recall 200]
 *
 * `--recall` samples short forms in brackets that were NOT taken, with what stands before them, to judge what is missed.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { findDefinitions, Learner } from '../src/analysis/abbreviations/index.js'
import { randomFrom } from './statistics.js'

interface Document {
  readonly id: string
  readonly title?: string
  readonly body?: string
}

const [file = new URL('../../shared/data/news/news-20k.ndjson.gz', import.meta.url).pathname] = process.argv
  .slice(2)
  .filter((value, i, all) => !value.startsWith('--') && !all[i - 1]?.startsWith('--'))
const random = randomFrom(option('seed', 1))

const bytes = readFileSync(file)
const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
const documents = lines.filter(line => line !== '').map(line => JSON.parse(line) as Document)
const texts = documents.map(({ title = '', body = '' }) => `${title}\n${body}`)

const learner = new Learner()
const found: string[] = []
const missed: string[] = []
let pairs = 0
const units = texts.reduce((sum, text) => sum + text.length, 0)
const started = performance.now()
const definitions = texts.map(text => findDefinitions(text))
const seconds = (performance.now() - started) / 1000

for (let i = 0; i < texts.length; i++) {
  const text = texts[i]
  learner.add(definitions[i])
  pairs += definitions[i].length
  for (const { abbreviation, expansion, start, end } of definitions[i]) {
    found.push(`${abbreviation}\t${expansion}\t${context(text, start - 25, end + 25)}`)
  }
  const taken = new Set(definitions[i].map(({ abbreviation }) => abbreviation))
  for (const match of text.matchAll(/\(([\p{Lu}&\-. ]{2,12})\)/gu)) {
    if (!taken.has(match[1])) missed.push(context(text, match.index - 60, match.index + match[0].length + 10))
  }
}

const learned = learner.learned()
console.log(`${documents.length} documents, ${(units / 1e6).toFixed(1)} M UTF-16 units in ${seconds.toFixed(2)} s`)
console.log(`${pairs} definitions of ${new Set(learned.map(({ abbreviation }) => abbreviation)).size} abbreviations`)
console.log(
  `${learned.length} senses, ${learned.filter(({ documents }) => documents > 1).length} in two documents or more`,
)
for (const { abbreviation, expansion, documents } of learned.slice(0, 30))
  console.log(`${documents}\t${abbreviation}\t${expansion}`)
print('sample of those found', found, option('sample', 0))
print('sample of those not taken', missed, option('recall', 0))

function print(title: string, rows: string[], count: number): void {
  if (count === 0) return
  console.log(`\n${title}: ${Math.min(count, rows.length)} of ${rows.length}`)
  for (let i = 0; i < count && rows.length > 0; i++) {
    console.log(`${i + 1}\t${rows.splice(Math.floor(random() * rows.length), 1)[0]}`)
  }
}

function context(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start), end).replaceAll('\n', ' ')
}

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
