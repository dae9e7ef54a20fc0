import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Encoder, Index } from 'flexsearch'
import { vietnameseEncoder } from '../../src/adapters/flexsearch.js'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import { foldMarks } from './folding.js'
import type { PeerQuery } from './protocol.js'

/**
 * FlexSearch. `plain`: `new Index()` as it is. `tuned`: marks folded, words whole (its numeric and letter-dropping passes off,
 * which cut `2026` into `202 6`), and `suggest` on, so that a document need not hold every word. `ours`: timtin's encoder.
 */
export class FlexSearch implements Adapter {
  readonly abilities = []
  private readonly index: Index

  constructor(private readonly setting: string) {
    this.index = new Index(
      setting === 'tuned' ? { encoder: tunedEncoder() } : setting === 'ours' ? { encoder: new OurEncoder() } : {},
    )
  }

  build(documents: Iterable<BenchDocument>, { fields }: BuildSettings): void {
    for (const document of documents) this.index.add(document.id, textOf(document, fields))
  }

  save(folder: string): void {
    this.index.export((key, data) => {
      if (data !== undefined) writeFileSync(join(folder, `${key}.json`), String(data))
    })
  }

  open(folder: string): void {
    for (const file of readdirSync(folder))
      this.index.import(file.slice(0, -5), readFileSync(join(folder, file), 'utf8'))
  }

  search({ text }: PeerQuery, limit: number): string[] {
    const found = this.index.search(text, this.setting === 'plain' ? { limit } : { limit, suggest: true })
    return Array.isArray(found) ? found.map(String) : []
  }
}

function tunedEncoder(): Encoder {
  return new Encoder({ normalize: foldMarks, numeric: false, dedupe: false, cache: false })
}

class OurEncoder extends Encoder {
  private readonly ours = vietnameseEncoder()

  override encode(text: string): string[] {
    return this.ours(text)
  }
}
