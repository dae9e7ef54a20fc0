import Fuse, { type IFuseOptions } from 'fuse.js'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import type { PeerQuery } from './protocol.js'

interface Item {
  readonly id: string
  readonly text: string
}

const PLAIN: IFuseOptions<Item> = { keys: ['text'] }

/**
 * Fuse. `plain`: its defaults, a fuzzy pattern near the beginning of the text. `tuned`: anywhere in the text, marks ignored, words
 * apart with TF-IDF (`useTokenSearch`), as its documentation says for long texts. It searches the documents themselves: there is
 * nothing worth saving.
 */
export class FuseSearch implements Adapter {
  readonly abilities = ['typo'] as const
  private index: Fuse<Item> | undefined

  constructor(private readonly setting: string) {}

  build(documents: Iterable<BenchDocument>, { fields }: BuildSettings): void {
    const items = [...documents].map(document => ({ id: document.id, text: textOf(document, fields) }))
    const tuned = { ...PLAIN, ignoreLocation: true, ignoreDiacritics: true, useTokenSearch: true }
    this.index = new Fuse(items, this.setting === 'tuned' ? tuned : PLAIN)
  }

  search({ text }: PeerQuery, limit: number): string[] {
    if (!this.index) throw new Error('no index')
    return this.index.search(text, { limit }).map(({ item }) => item.id)
  }
}
