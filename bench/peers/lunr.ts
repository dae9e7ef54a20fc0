import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import lunr from 'lunr'
import type { Adapter, BenchDocument, BuildSettings } from './adapter.js'
import { foldMarks } from './folding.js'
import type { Ability, PeerQuery } from './protocol.js'

const FILE = 'index.json'
const require = createRequire(import.meta.url)

/**
 * Lunr with lunr-languages' Vietnamese pipeline (its `vi` drops four stop words and trims by a class of letters). `plain`: that.
 * `tuned`: a folding function before everything else, for documents and queries, and no trimmer.
 */
export class Lunr implements Adapter {
  readonly abilities: readonly Ability[] = ['prefix', 'typo']
  private index: lunr.Index | undefined

  constructor(private readonly setting: string) {
    // Plugins without types: each takes lunr and adds to it.
    for (const plugin of ['lunr.stemmer.support', 'lunr.vi']) {
      const add = require(`lunr-languages/${plugin}.js`) as (target: typeof lunr) => void
      add(lunr)
    }
    lunr.Pipeline.registerFunction(fold, 'fold-marks')
  }

  build(documents: Iterable<BenchDocument>, { fields }: BuildSettings): void {
    const builder = new lunr.Builder()
    if (this.setting === 'tuned') {
      builder.pipeline.add(fold)
      builder.searchPipeline.add(fold)
    } else {
      const { vi } = lunr as typeof lunr & { readonly vi: lunr.Builder.Plugin }
      builder.use(vi)
    }
    builder.ref('id')
    for (const field of fields) builder.field(field)
    for (const document of documents) builder.add(document)
    this.index = builder.build()
  }

  save(folder: string): void {
    writeFileSync(join(folder, FILE), JSON.stringify(this.index))
  }

  open(folder: string): void {
    this.index = lunr.Index.load(JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as object)
  }

  search({ text, as }: PeerQuery, limit: number): string[] {
    if (!this.index) throw new Error('no index')
    // Words by the builder of queries: in a string, punctuation would be operators.
    const words = lunr.tokenizer(text)
    const found = this.index.query(query => {
      for (const [at, word] of words.entries()) {
        const prefix = as === 'prefix' && at === words.length - 1
        query.term(String(word), {
          wildcard: prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
          ...(as === 'typo' ? { editDistance: 1 } : {}),
        })
      }
    })
    return found.slice(0, limit).map(({ ref }) => ref)
  }
}

function fold(token: lunr.Token): lunr.Token {
  return token.update(word => foldMarks(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
}
