import type { Ability, PeerQuery } from './protocol.js'

/** A document as benchmarks have it. */
export interface BenchDocument {
  readonly id: string
  readonly title?: string
  readonly lead?: string
  readonly body?: string
  /** One of a few values, made from the id, for filters and facets. */
  readonly category?: string
}

/** What an index is to hold. */
export interface BuildSettings {
  /** The fields to index. */
  readonly fields: readonly (keyof BenchDocument)[]
  readonly stored: boolean
  readonly categories: boolean
}

/** A search engine in JavaScript, in one setting. `host.ts` times these methods and nothing else. */
export interface Adapter {
  readonly abilities: readonly Ability[]
  /** Where the harness cannot read it from an installed package. */
  readonly version?: string
  /** The process that holds the index, where that is a server. */
  readonly server?: number
  /** Indexes all documents; engines that write while they build do so in the folder. */
  build(documents: Iterable<BenchDocument>, settings: BuildSettings, folder: string): void | Promise<void>
  /** The folder of the index, where that is not the one given to `build`. */
  files?(): Promise<string>
  /** Writes what is needed to answer without the documents; not at all where the engine cannot. */
  save?(folder: string): void | Promise<void>
  /** Opens what was written in another process; an engine without it answers only in the process that built. */
  open?(folder: string): void | Promise<void>
  /** The ids of the best documents. With `snippets`, the text around the matches is cut too, where the engine can. */
  search(query: PeerQuery, limit: number, snippets: boolean): readonly string[] | Promise<readonly string[]>
}

/** The fields of a document as one text, for engines that index a string. */
export function textOf(document: BenchDocument, fields: readonly (keyof BenchDocument)[]): string {
  return fields.map(field => document[field] ?? '').join('\n')
}
