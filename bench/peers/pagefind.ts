import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { close, createIndex } from 'pagefind'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import { foldMarks } from './folding.js'
import type { PeerQuery } from './protocol.js'

interface Client {
  options(options: Readonly<Record<string, unknown>>): Promise<void>
  search(query: string): Promise<{
    readonly results: readonly { readonly data: () => Promise<{ readonly url: string }> }[]
  }>
}

/**
 * Pagefind: its Node API writes the files of the index; its browser client reads them, from the disk instead of over HTTP. `plain`:
 * language `vi`. `tuned`: texts and queries folded. The ids come from the fragments of the ten best, as on a page of results.
 */
export class Pagefind implements Adapter {
  readonly abilities = []
  private client: Client | undefined

  constructor(private readonly setting: string) {}

  async build(documents: Iterable<BenchDocument>, { fields }: BuildSettings, folder: string): Promise<void> {
    const { index, errors } = await createIndex({ forceLanguage: 'vi' })
    if (!index) throw new Error(errors.join('; '))
    for (const document of documents) {
      const content = this.read(textOf(document, fields))
      await index.addCustomRecord({ url: `/${document.id}`, content, language: 'vi' })
    }
    await index.writeFiles({ outputPath: folder })
    await close()
  }

  async open(folder: string): Promise<void> {
    // What its client expects of a browser.
    Object.assign(globalThis, { fetch: fromDisk, window: globalThis, location: { href: 'http://localhost/' } })
    Object.assign(globalThis, { document: { querySelector: () => ({ getAttribute: () => 'vi' }) } })
    const client = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Client
    await client.options({ basePath: `${pathToFileURL(folder).href}/`, baseUrl: '/' })
    this.client = client
  }

  async search({ text }: PeerQuery, limit: number): Promise<string[]> {
    if (!this.client) throw new Error('no index')
    const { results } = await this.client.search(this.read(text))
    const found = await Promise.all(results.slice(0, limit).map(result => result.data()))
    return found.map(({ url }) => url.slice(1))
  }

  private read(text: string): string {
    return this.setting === 'tuned' ? foldMarks(text) : text
  }
}

async function fromDisk(url: string | URL): Promise<Response> {
  const { href } = new URL(url)
  return new Response(readFileSync(new URL(href.split('?')[0])))
}
