import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import type { Adapter, BenchDocument, BuildSettings } from './adapter.js'
import { foldMarks } from './folding.js'
import type { Ability, PeerQuery } from './protocol.js'

const FILE = 'index.json'

/** MiniSearch. `plain`: its defaults (words in small letters, any of them). `tuned`: `processTerm` folds the marks. */
export class Mini implements Adapter {
  readonly abilities: readonly Ability[] = ['prefix', 'typo', 'filter']
  private index: MiniSearch<BenchDocument> | undefined

  constructor(private readonly setting: string) {}

  build(documents: Iterable<BenchDocument>, { fields, categories }: BuildSettings): void {
    this.index = new MiniSearch(this.options(fields, categories))
    for (const document of documents) this.index.add(document)
  }

  save(folder: string): void {
    const settings = this.index?.toJSON()
    writeFileSync(join(folder, FILE), JSON.stringify(settings))
  }

  open(folder: string): void {
    const json = readFileSync(join(folder, FILE), 'utf8')
    const parsed = JSON.parse(json) as ReturnType<MiniSearch['toJSON']>
    this.index = MiniSearch.loadJS<BenchDocument>(parsed, this.options(Object.keys(parsed.fieldIds), true))
  }

  search({ text, as, category }: PeerQuery, limit: number): string[] {
    if (!this.index) throw new Error('no index')
    const found = this.index.search(text, {
      prefix: as === 'prefix',
      ...(as === 'typo' ? { fuzzy: 0.2 } : {}),
      ...(category === undefined ? {} : { filter: hit => hit.category === category }),
    })
    return found.slice(0, limit).map(({ id }) => String(id))
  }

  private options(fields: readonly string[], categories: boolean): Options<BenchDocument> {
    return {
      fields: [...fields],
      ...(categories ? { storeFields: ['category'] } : {}),
      ...(this.setting === 'tuned' ? { processTerm: foldMarks } : {}),
    }
  }
}
