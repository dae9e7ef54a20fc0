/**
 * The process of an engine that runs in JavaScript: `node --expose-gc host.js ADAPTER SETTING [ADDRESS]`, the address of a
 * server (a bundle; see `bundle-host.ts`).
 * It speaks the protocol of `protocol.ts` and does all timing.
 */

import { closeSync, openSync, readSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { StringDecoder } from 'node:string_decoder'
import { messageOf } from '../../src/errors.js'
import type { Adapter, BenchDocument } from './adapter.js'
import { peakBytes, resetPeak, residentBytes } from './memory.js'
import type { PeerQuery, Ready, Replies, Request } from './protocol.js'

type Load = (setting: string, address: string) => Promise<Adapter>

/** Each adapter is loaded by itself, so that no engine pays for the modules of another. */
const ADAPTERS = new Map<string, Load>([
  ['timtin', async () => new (await import('./timtin.js')).Timtin()],
  ['flexsearch', async setting => new (await import('./flexsearch.js')).FlexSearch(setting)],
  ['minisearch', async setting => new (await import('./minisearch.js')).Mini(setting)],
  ['orama', async setting => new (await import('./orama.js')).Orama(setting)],
  ['lunr', async setting => new (await import('./lunr.js')).Lunr(setting)],
  ['sqlite', async setting => new (await import('./sqlite.js')).Sqlite(setting)],
  ['pagefind', async setting => new (await import('./pagefind.js')).Pagefind(setting)],
  ['fuse', async setting => new (await import('./fuse.js')).FuseSearch(setting)],
  ['opensearch', async (setting, address) => (await import('./opensearch.js')).OpenSearch.connect(address, setting)],
  ['ufuzzy', async setting => new (await import('./ufuzzy.js')).MicroFuzzy(setting)],
])

/** The documents of a file, one after the other; no more than a piece of the file is in memory. */
function* readDocuments(file: string): Generator<BenchDocument> {
  const descriptor = openSync(file, 'r')
  const piece = Buffer.alloc(2 ** 20)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
    const lines = (rest + decoder.write(piece.subarray(0, read))).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as BenchDocument
  }
  if (rest !== '') yield JSON.parse(rest) as BenchDocument
  closeSync(descriptor)
}

/** Documents for which the clock stands still while they are read. */
class Paused implements Iterable<BenchDocument> {
  /** How long reading took. */
  milliseconds = 0

  constructor(private readonly documents: Iterator<BenchDocument>) {}

  *[Symbol.iterator](): Generator<BenchDocument> {
    for (;;) {
      const began = performance.now()
      const { value, done } = this.documents.next()
      this.milliseconds += performance.now() - began
      if (done) return
      yield value
    }
  }
}

class Host {
  constructor(private readonly adapter: Adapter) {}

  async answer(request: Request): Promise<Replies[Request['op']]> {
    switch (request.op) {
      case 'build':
        return this.build(request)
      case 'open':
        return this.open(request.folder, request.query)
      case 'search':
        return this.search(request.queries, request.limit)
      case 'answers': {
        const ids: (readonly string[])[] = []
        for (const query of request.queries) ids.push(await this.adapter.search(query, request.limit, false))
        return { ids }
      }
      case 'memory':
        if (request.reset) resetPeak(this.adapter.server)
        return { residentBytes: residentBytes(this.adapter.server), peakBytes: peakBytes(this.adapter.server) }
    }
  }

  private async build(request: Request & { readonly op: 'build' }): Promise<Replies['build']> {
    const { stored, categories } = request
    const fields = request.fields as readonly (keyof BenchDocument)[]
    const { server } = this.adapter
    resetPeak(server)
    // A server counts as a whole: what it took before is kept for the index.
    const before = server === undefined ? residentBytes() : 0
    const documents = new Paused(readDocuments(request.documents))
    const began = performance.now()
    await this.adapter.build(documents, { fields, stored, categories }, request.folder)
    const built = performance.now()
    const peak = peakBytes(server)
    await this.adapter.save?.(request.folder)
    const saved = performance.now()
    const files = await this.adapter.files?.()
    return {
      seconds: (built - began - documents.milliseconds) / 1000,
      saveSeconds: (saved - built) / 1000,
      peakBytes: Math.max(0, peak - before),
      ...(files === undefined ? {} : { files }),
    }
  }

  private async open(folder: string, query: PeerQuery | undefined): Promise<Replies['open']> {
    if (!this.adapter.open) throw new Error('cannot be opened from files')
    const began = performance.now()
    await this.adapter.open(folder)
    const found = query ? (await this.adapter.search(query, 10, true)).length : 0
    return { milliseconds: performance.now() - began, found }
  }

  private async search(queries: readonly PeerQuery[], limit: number): Promise<Replies['search']> {
    const microseconds: number[] = []
    const found: number[] = []
    // No collection is forced here: it would make optimized code and hidden classes go that a process at work keeps.
    for (const query of queries) {
      const began = performance.now()
      let ids = this.adapter.search(query, limit, false)
      // Waiting for what is there already would cost the engines that answer at once a turn of the event loop.
      if (ids instanceof Promise) ids = await ids
      microseconds.push((performance.now() - began) * 1000)
      found.push(ids.length)
    }
    return { microseconds, found }
  }
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// Standard output is the harness's.
console.log = console.error
const [name = '', setting = '', address = ''] = process.argv.slice(2)
const load = ADAPTERS.get(name)
if (!load) throw new Error(`no adapter named ${name}`)
const adapter = await load(setting, address)
const host = new Host(adapter)
const { abilities, version } = adapter
say({ ready: true, abilities, ...(version === undefined ? {} : { version }) } satisfies Ready)
for await (const line of createInterface({ input: process.stdin })) {
  try {
    say(await host.answer(JSON.parse(line) as Request))
  } catch (error) {
    say({ error: messageOf(error) })
  }
}
