import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJudgements, readQueries } from '../src/cli/query-files.js'
import type { EvalQuery, Judgements } from '../src/cli/relevance.js'
import { type Document, IndexBuilder, openIndex, type SearchIndex } from '../src/index.js'
import { readDocuments } from '../src/node/index.js'
import { sharedPath } from './shared.js'

/** The data folder beside the checkout; benchmarks that need it say so where it is missing. */
const SHARED = sharedPath('data/')

/** 20,000 news articles, or undefined where they are missing. */
export const NEWS = existsSync(`${SHARED}news/news-20k.ndjson.gz`) ? `${SHARED}news/news-20k.ndjson.gz` : undefined

/** Queries of two to four syllables out of headlines. */
export const SHORT_QUERIES = `${SHARED}eval/news-titles/short-queries.ndjson`

/** Headlines as queries; each is the title of one article. */
export const TITLE_QUERIES = `${SHARED}eval/news-titles/queries.ndjson`

/** The bundled corpus. */
export const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url))

/** Where an evaluation set lies. */
export interface EvalSource {
  readonly name: string
  readonly documents: string
  readonly queries: string
  readonly qrels: string
  /** The fields to index; others are left out of the documents. */
  readonly fields: readonly ('title' | 'body')[]
}

/** The queries of an evaluation set with their answers. */
export interface Judged {
  readonly queries: readonly EvalQuery[]
  readonly judgements: Judgements
}

/** An evaluation set, indexed. */
export interface EvalCollection extends Judged {
  readonly index: SearchIndex
}

/** The sets in the folders given, or else the development sets beside the checkout. */
export function collections(folders: readonly string[]): EvalSource[] {
  const inFolder = (folder: string): EvalSource => ({
    name: basename(folder),
    documents: join(folder, 'docs.ndjson'),
    queries: join(folder, 'queries.ndjson'),
    qrels: join(folder, 'qrels.tsv'),
    fields: ['title', 'body'],
  })
  if (folders.length > 0) return folders.map(inFolder)
  const titles = `${SHARED}eval/news-titles`
  const sources = [inFolder(`${SHARED}eval/xquad-vi`), inFolder(`${SHARED}eval/wiki-questions`)]
  // A query is a headline, and its only answer the article without it.
  if (NEWS !== undefined) sources.push({ ...inFolder(titles), documents: NEWS, fields: ['body'] })
  return sources.filter(({ documents, queries }) => existsSync(documents) && existsSync(queries))
}

/** Indexes an evaluation set; nothing is stored. */
export async function loadCollection(source: EvalSource): Promise<EvalCollection> {
  const builder = new IndexBuilder({ store: [], facets: {} })
  for await (const document of readDocuments([source.documents])) builder.add(only(document, source.fields))
  return { index: openIndex(builder.finish()), ...readCollection(source) }
}

/** Reads the queries and judgements of an evaluation set. */
export function readCollection(source: EvalSource): Judged {
  return {
    queries: readQueries(source.queries, readFileSync(source.queries, 'utf8')),
    judgements: readJudgements(source.qrels, readFileSync(source.qrels, 'utf8')),
  }
}

function only(document: Document, fields: readonly string[]): Document {
  return { id: document.id, ...Object.fromEntries(fields.map(field => [field, document[field]])) }
}
