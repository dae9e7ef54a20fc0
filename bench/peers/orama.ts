import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyOrama, create, insert, load, save, search } from '@orama/orama'
import type { Adapter, BenchDocument, BuildSettings } from './adapter.js'
import { foldMarks } from './folding.js'
import type { Ability, PeerQuery } from './protocol.js'

const FILE = 'index.json'
const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Orama. `plain`: its default tokenizer, English, which cuts Vietnamese words at most marked letters. `tuned`: a tokenizer that takes
 * runs of letters and folds them.
 */
export class Orama implements Adapter {
  /** Its words are prefixes always. */
  readonly abilities: readonly Ability[] = ['prefix', 'typo', 'filter', 'facets']
  private index: AnyOrama | undefined

  constructor(private readonly setting: string) {}

  build(documents: Iterable<BenchDocument>, { fields, categories }: BuildSettings): void {
    const index = this.empty(fields, categories)
    for (const document of documents) {
      const values = fields.map(field => [field, document[field] ?? ''])
      const category = categories ? { category: document.category ?? '' } : {}
      void insert(index, { id: document.id, ...Object.fromEntries(values), ...category })
    }
    this.index = index
  }

  save(folder: string): void {
    if (!this.index) return
    const fields = Object.keys(this.index.schema)
    writeFileSync(join(folder, FILE), JSON.stringify({ fields, data: save(this.index) }))
  }

  open(folder: string): void {
    const saved = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as {
      readonly fields: readonly string[]
      readonly data: ReturnType<typeof save>
    }
    const fields = saved.fields.filter(name => name !== 'id' && name !== 'category')
    this.index = this.empty(fields, saved.fields.includes('category'))
    load(this.index, saved.data)
  }

  search({ text, as, category, facets }: PeerQuery, limit: number): string[] | Promise<string[]> {
    if (!this.index) throw new Error('no index')
    const found = search(this.index, {
      term: text,
      limit,
      ...(as === 'typo' ? { tolerance: 1 } : {}),
      ...(category === undefined ? {} : { where: { category: { eq: category } } }),
      ...(facets ? { facets: { category: {} } } : {}),
    })
    return found instanceof Promise ? found.then(idsOf) : idsOf(found)
  }

  private empty(fields: readonly string[], categories: boolean): AnyOrama {
    const schema: Record<string, 'string' | 'enum'> = Object.fromEntries(
      fields.map(field => [field, 'string' as const]),
    )
    if (categories) schema.category = 'enum'
    return create({
      schema: { id: 'string', ...schema },
      ...(this.setting === 'tuned' ? { components: { tokenizer: folding } } : {}),
    })
  }
}

const folding = {
  language: 'vietnamese',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => [...new Set(foldMarks(text).match(WORDS) ?? [])],
}

function idsOf({ hits }: { readonly hits: readonly { readonly id: string }[] }): string[] {
  return hits.map(({ id }) => id)
}
