/**
 * What the harness and an engine's process say to each other: one JSON object a line, a request on standard input and its reply
 * on standard output, one at a time, so that the processes of a run take turns. Every engine speaks it: those in JavaScript through
 * `host.ts`, others in their own language. A reply with `error` in it is a failure of that engine.
 */

/** What can be asked in a query, beyond ranked words. */
export const ABILITIES = ['phrase', 'prefix', 'typo', 'filter', 'facets', 'snippets'] as const
export type Ability = (typeof ABILITIES)[number]

/** A query; what is not said is not asked for. */
export interface PeerQuery {
  readonly text: string
  /** The text is a phrase, ends in a prefix, or may hold a typing error. */
  readonly as?: 'phrase' | 'prefix' | 'typo'
  /** Only documents of this category. */
  readonly category?: string
  /** Count the matches by category. */
  readonly facets?: boolean
}

/** First line of an engine's process, once its modules are loaded. */
export interface Ready {
  readonly ready: true
  /** Where the harness cannot read it from an installed package. */
  readonly version?: string
  readonly abilities: readonly Ability[]
}

/** Reads documents (NDJSON), indexes the fields given and writes the index to an empty folder. */
export interface BuildRequest {
  readonly op: 'build'
  readonly documents: string
  readonly fields: readonly string[]
  /** Keep the text in the index, for snippets. */
  readonly stored: boolean
  /** Keep the category, for filters and facets. */
  readonly categories: boolean
  readonly folder: string
}

export interface BuildReply {
  /** From the first document to an index that could be written or answer; reading the documents from the disk does not count. */
  readonly seconds: number
  /** Writing the files; 0 where building writes them. */
  readonly saveSeconds: number
  /**
   * Largest resident set until the index was made, less what the process took before. Documents are read one after the other while
   * they are indexed; an engine that indexes on threads of its own has read them before.
   */
  readonly peakBytes: number
  /** The folder of the index, where that is not the one given. */
  readonly files?: string
}

/** Opens what was written and asks one query; one time only in a process, for the first answer. */
export interface OpenRequest {
  readonly op: 'open'
  readonly folder: string
  readonly query?: PeerQuery
}

export interface OpenReply {
  /** From reading the first file to the answer, with snippets where there are any; modules are loaded already. */
  readonly milliseconds: number
  readonly found: number
}

/** Asks queries one after the other, each timed by itself. */
export interface SearchRequest {
  readonly op: 'search'
  readonly queries: readonly PeerQuery[]
  readonly limit: number
}

export interface SearchReply {
  /** Microseconds, by query, from the query (parsed beforehand where the engine can) to the ranked ids or addresses. */
  readonly microseconds: readonly number[]
  /** Hits returned, by query. */
  readonly found: readonly number[]
}

/** The ids that answer each query, the best first; not timed. */
export interface AnswersRequest {
  readonly op: 'answers'
  readonly queries: readonly PeerQuery[]
  readonly limit: number
}

export interface AnswersReply {
  readonly ids: readonly (readonly string[])[]
}

/** What memory the process takes. */
export interface MemoryRequest {
  readonly op: 'memory'
  /** Start a new peak. */
  readonly reset: boolean
}

export interface MemoryReply {
  readonly residentBytes: number
  readonly peakBytes: number
}

export type Request = BuildRequest | OpenRequest | SearchRequest | AnswersRequest | MemoryRequest

/** The reply to each kind of request. */
export interface Replies {
  readonly build: BuildReply
  readonly open: OpenReply
  readonly search: SearchReply
  readonly answers: AnswersReply
  readonly memory: MemoryReply
}
