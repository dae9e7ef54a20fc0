import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readDocuments } from '../src/node/index.js'
import type { BenchDocument } from './peers/adapter.js'
import { CACHE } from './peers/catalogue.js'
import { shuffled } from './statistics.js'

/** Documents prepared for engines: plain NDJSON that every language reads. */
export interface Prepared {
  readonly file: string
  readonly documents: number
  /** Bytes of the searched fields as UTF-8. */
  readonly textBytes: number
}

/** How many values `category` has. */
const CATEGORIES = 12
const SEED = 20_000

const FIELDS = ['title', 'lead', 'body'] as const

/**
 * The documents of a collection in a file of the cache, each with a category made from its place: the first `count` of them (all,
 * unless given), or, where there are fewer, repeated under new ids; shuffled by a fixed seed.
 *
 * @param fields what is searched, for the bytes of text
 */
export async function prepare(
  source: string,
  count?: number,
  fields: readonly (keyof BenchDocument)[] = FIELDS,
): Promise<Prepared> {
  const originals: BenchDocument[] = []
  for await (const { id, title, lead, body } of readDocuments([source])) {
    originals.push({
      id,
      ...(title === undefined ? {} : { title }),
      ...(lead === undefined ? {} : { lead }),
      ...(body === undefined ? {} : { body }),
      category: `c${originals.length % CATEGORIES}`,
    })
  }
  const documents = Array.from({ length: count ?? originals.length }, (_, at) => {
    const original = originals[at % originals.length]
    const copy = Math.floor(at / originals.length)
    return copy === 0 ? original : { ...original, id: `${original.id}-${copy}` }
  })
  const file = join(CACHE, 'documents', `${statSync(source).size.toString(36)}-${documents.length}.ndjson`)
  const ordered = shuffled(documents, SEED)
  if (!existsSync(file)) await write(ordered, file)
  return { file, documents: ordered.length, textBytes: textBytes(ordered, fields) }
}

async function write(documents: readonly BenchDocument[], file: string): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true })
  const partial = `${file}.${process.pid}`
  await pipeline(Readable.from(documents.map(document => `${JSON.stringify(document)}\n`)), createWriteStream(partial))
  renameSync(partial, file)
}

function textBytes(documents: readonly BenchDocument[], fields: readonly (keyof BenchDocument)[]): number {
  const bytes = (document: BenchDocument) =>
    fields.reduce((sum, field) => sum + Buffer.byteLength(document[field] ?? ''), 0)
  return documents.reduce((sum, document) => sum + bytes(document), 0)
}

/** The texts of a file of queries. */
export function queryTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const texts = lines.filter(line => line !== '').map(line => (JSON.parse(line) as { readonly text: string }).text)
  return [...new Set(texts)]
}
