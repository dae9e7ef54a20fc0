import { createHash } from 'node:crypto'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import { foldMarks } from './folding.js'
import type { PeerQuery } from './protocol.js'

/** Documents of a bulk request: its documentation asks for 5 to 15 MB. */
const BULK = 2000

type Json = Readonly<Record<string, unknown>>

/**
 * OpenSearch over HTTP, one node, one shard, no replica, merged to one segment; `_source` off unless text is kept, no count of all
 * matches. `plain`: its default analyzer (`standard`). `tuned`: texts and queries folded beforehand, as its `asciifolding` and ICU
 * filters would; the minimal distribution has neither. Times have the way over HTTP and JSON in them, as a site has. Memory is
 * that of the server. Its documentation on bulk indexing says: no refreshing meanwhile.
 */
export class OpenSearch implements Adapter {
  readonly abilities = ['phrase', 'prefix', 'typo', 'filter', 'facets'] as const
  private name = ''

  private constructor(
    private readonly address: string,
    private readonly setting: string,
    readonly version: string,
    readonly server: number,
  ) {}

  /** Asks a server for its version and process. */
  static async connect(address: string, setting: string): Promise<OpenSearch> {
    const { nodes } = (await request(address, 'GET', '/_nodes/process')) as {
      readonly nodes: Readonly<Record<string, { readonly version: string; readonly process: { readonly id: number } }>>
    }
    const [node] = Object.values(nodes)
    return new OpenSearch(address, setting, node.version, node.process.id)
  }

  async build(documents: Iterable<BenchDocument>, settings: BuildSettings, folder: string): Promise<void> {
    this.open(folder)
    await this.ask('DELETE', '?ignore_unavailable=true')
    await this.ask('PUT', '', {
      settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' },
      mappings: {
        dynamic: false,
        _source: { enabled: settings.stored },
        properties: { text: { type: 'text' }, category: { type: 'keyword' } },
      },
    })
    let lines: string[] = []
    for (const document of documents) {
      const { id, category } = document
      const text = this.read(textOf(document, settings.fields))
      lines.push(
        JSON.stringify({ index: { _id: id } }),
        JSON.stringify(settings.categories ? { text, category } : { text }),
      )
      if (lines.length >= 2 * BULK) await this.bulk(lines.splice(0))
    }
    if (lines.length > 0) await this.bulk(lines)
    lines = []
    await this.ask('POST', '/_refresh')
    await this.ask('POST', '/_forcemerge?max_num_segments=1')
    await this.ask('POST', '/_flush')
  }

  /** An index lives in the server: the folder only names it. */
  open(folder: string): void {
    this.name = `bench-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  }

  async files(): Promise<string> {
    const stats = (await request(this.address, 'GET', '/_nodes/stats/fs')) as {
      readonly nodes: Readonly<Record<string, { readonly fs: { readonly data: readonly { readonly path: string }[] } }>>
    }
    const [{ uuid }] = (await request(this.address, 'GET', `/_cat/indices/${this.name}?format=json`)) as readonly {
      readonly uuid: string
    }[]
    return `${Object.values(stats.nodes)[0].fs.data[0].path}/indices/${uuid}/0/index`
  }

  async search(query: PeerQuery, limit: number): Promise<string[]> {
    const { category, facets } = query
    const words = this.wordsQuery(query)
    const reply = await this.ask('POST', '/_search?filter_path=hits.hits._id,aggregations', {
      size: limit,
      track_total_hits: false,
      _source: false,
      query: category === undefined ? words : { bool: { must: words, filter: { term: { category } } } },
      ...(facets ? { aggs: { category: { terms: { field: 'category' } } } } : {}),
    })
    const { hits } = reply as { readonly hits?: { readonly hits: readonly { readonly _id: string }[] } }
    return hits?.hits.map(({ _id }) => _id) ?? []
  }

  private wordsQuery({ text, as }: PeerQuery): Json {
    const query = this.read(text)
    if (as === 'phrase') return { match_phrase: { text: query } }
    if (as === 'prefix') return { match_bool_prefix: { text: query } }
    return { match: { text: as === 'typo' ? { query, fuzziness: 'AUTO' } : { query } } }
  }

  private async bulk(lines: readonly string[]): Promise<void> {
    const { errors } = (await this.ask('POST', '/_bulk?filter_path=errors', `${lines.join('\n')}\n`)) as Json
    if (errors === true) throw new Error('the server refused documents')
  }

  private ask(method: string, path: string, body?: Json | string): Promise<unknown> {
    return request(this.address, method, `/${this.name}${path}`, body)
  }

  private read(text: string): string {
    return this.setting === 'tuned' ? foldMarks(text) : text
  }
}

async function request(address: string, method: string, path: string, body?: Json | string): Promise<unknown> {
  const lines = typeof body === 'string'
  const response = await fetch(address + path, {
    method,
    headers: { 'content-type': lines ? 'application/x-ndjson' : 'application/json' },
    ...(body === undefined ? {} : { body: lines ? body : JSON.stringify(body) }),
  })
  const reply: unknown = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(reply).slice(0, 300)}`)
  return reply
}
