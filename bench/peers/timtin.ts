import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex, type Document, openIndex, type SearchIndex, type SearchOptions } from 'timtin'
import { openIndexFile } from 'timtin/node'
import type { Adapter, BenchDocument, BuildSettings } from './adapter.js'
import type { PeerQuery } from './protocol.js'

const FILE = 'index.timtin'
const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/** timtin through its public functions. Nothing is tuned: one setting. */
export class Timtin implements Adapter {
  readonly abilities = ['phrase', 'prefix', 'typo', 'filter', 'facets', 'snippets'] as const
  private bytes: Uint8Array | undefined
  private index: SearchIndex | undefined

  async build(documents: Iterable<BenchDocument>, { fields, stored, categories }: BuildSettings): Promise<void> {
    this.bytes = await buildIndex(only(documents, fields, categories), {
      facets: categories ? { category: 'keyword' } : {},
      store: stored ? [...fields] : [],
    })
    this.index = openIndex(this.bytes)
  }

  save(folder: string): void {
    if (this.bytes) writeFileSync(join(folder, FILE), this.bytes)
  }

  open(folder: string): void {
    this.index = openIndexFile(join(folder, FILE))
  }

  search({ text, as, category, facets }: PeerQuery, limit: number, snippets: boolean): string[] {
    if (!this.index) throw new Error('no index')
    const options: SearchOptions = {
      limit,
      highlight: snippets,
      ...(category === undefined ? {} : { filter: { category } }),
      ...(facets ? { facets: ['category'] } : {}),
    }
    const { hits } = this.index.search(as === undefined ? text : clauseOf(text, as), options)
    // Snippets are cut when they are looked at.
    if (snippets) for (const hit of hits) Object.keys(hit.highlights)
    return hits.map(hit => hit.id)
  }
}

/** The documents with nothing but what is to be indexed. */
function* only(
  documents: Iterable<BenchDocument>,
  fields: BuildSettings['fields'],
  categories: boolean,
): Generator<Document> {
  for (const document of documents) {
    yield {
      id: document.id,
      ...Object.fromEntries(fields.map(field => [field, document[field]])),
      ...(categories ? { category: document.category } : {}),
    }
  }
}

/** A query in timtin's query language: a phrase in quotation marks, the last word a prefix, or every word of three letters one letter off. */
function clauseOf(text: string, as: 'phrase' | 'prefix' | 'typo'): string {
  if (as === 'phrase') return `"${text.replaceAll('"', ' ')}"`
  const words = text.match(WORDS) ?? []
  if (as === 'prefix') return `${words.join(' ')}*`
  return words.map(word => (word.length > 2 ? `${word}~1` : word)).join(' ')
}
