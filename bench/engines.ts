import { type Encoder, Index } from 'flexsearch'
import MiniSearch from 'minisearch'
import { vietnameseEncoder } from '../src/adapters/flexsearch.js'
import { type Document, IndexBuilder, openIndex, type SearchIndex } from '../src/index.js'

/** A search engine in a benchmark. All answer with the ids of the ten best. */
export interface Engine {
  readonly name: string
  build(documents: readonly Document[]): void
  search(query: string): unknown
  /** What is kept on a disk; undefined when the engine cannot write it. */
  save(): Uint8Array | undefined
  /** From the saved bytes to an engine that can answer; undefined when there is no such thing. */
  open?(bytes: Uint8Array): void
}

const LIMIT = 10
const encoder = new TextEncoder()

/** timtin; nothing is stored in the index, as with the others, unless snippets are asked for. */
export class Timtin implements Engine {
  readonly name: string
  private bytes: Uint8Array | undefined
  private index: SearchIndex | undefined

  constructor(private readonly snippets = false) {
    this.name = snippets ? 'timtin, snippets and facets' : 'timtin'
  }

  build(documents: readonly Document[]): void {
    const builder = new IndexBuilder(this.snippets ? {} : { store: [], facets: {} })
    for (const document of documents) builder.add(document)
    this.bytes = builder.finish()
    this.index = openIndex(this.bytes)
  }

  search(query: string): unknown {
    if (!this.snippets) return this.index?.search(query, { limit: LIMIT, highlight: false }).hits
    const result = this.index?.search(query, { limit: LIMIT, facets: ['province', 'date'] })
    // Snippets are cut when they are looked at.
    return result?.hits.map(hit => hit.highlights)
  }

  save(): Uint8Array | undefined {
    return this.bytes
  }

  open(bytes: Uint8Array): void {
    openIndex(bytes)
  }
}

/** FlexSearch with the encoder it brings, or with ours. */
export class FlexSearch implements Engine {
  readonly name: string
  private readonly index: Index

  constructor(ours: boolean) {
    this.name = ours ? 'FlexSearch, our encoder' : 'FlexSearch'
    this.index = new Index(
      ours ? { tokenize: 'strict', encoder: vietnameseEncoder() as unknown as Encoder } : { tokenize: 'strict' },
    )
  }

  build(documents: readonly Document[]): void {
    documents.forEach((document, at) => {
      this.index.add(at, textOf(document))
    })
  }

  search(query: string): unknown {
    return this.index.search(query, LIMIT)
  }

  save(): Uint8Array | undefined {
    const parts: Uint8Array[] = []
    this.index.export((_, data) => {
      if (data) parts.push(encoder.encode(data))
    })
    return Buffer.concat(parts)
  }
}

/** MiniSearch with its defaults. */
export class Mini implements Engine {
  readonly name = 'MiniSearch'
  private index = new MiniSearch<Document>({ fields: ['title', 'lead', 'body'], idField: 'id' })

  build(documents: readonly Document[]): void {
    this.index.addAll(documents)
  }

  search(query: string): unknown {
    return this.index.search(query).slice(0, LIMIT)
  }

  save(): Uint8Array | undefined {
    return encoder.encode(JSON.stringify(this.index))
  }

  open(bytes: Uint8Array): void {
    MiniSearch.loadJSON(new TextDecoder().decode(bytes), { fields: ['title', 'lead', 'body'], idField: 'id' })
  }
}

/** All engines, new. */
export function engines(): Engine[] {
  return [new Timtin(), new Timtin(true), new FlexSearch(false), new FlexSearch(true), new Mini()]
}

function textOf({ title, lead, body }: Document): string {
  return [title, lead, body].filter(text => text !== undefined).join('\n')
}
