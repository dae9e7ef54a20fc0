/**
 * The codes of every error that timtin throws. A caller branches on `code`; messages are for people and may change.
 *
 * - `BAD_ARGUMENT`     an argument or option has a value that makes no sense (`field`, `expected`, `got`)
 * - `UNKNOWN_OPTION`   an option, field or facet that does not exist (`field`, `got`, `expected`: the nearest names)
 * - `BAD_DOCUMENT`     a document lacks an id or any text, or a field has the wrong type (`field`, `line`, `file`)
 * - `DUPLICATE_ID`     two documents share an id (`got`)
 * - `EMPTY_INPUT`      nothing to index or to read (`file`)
 * - `BAD_INPUT`        input that cannot be read: broken JSON, broken UTF-8, binary (`file`, `line`, `offset`)
 * - `FILE_NOT_FOUND`   a path that does not exist or cannot be read (`file`)
 * - `NOT_AN_INDEX`     the bytes do not begin as an index file does (`expected`, `got`)
 * - `INDEX_TOO_NEW`    written by a later format version: update timtin (`expected`, `got`)
 * - `INDEX_TOO_OLD`    written by a format version no longer read: build it again (`expected`, `got`)
 * - `INDEX_TRUNCATED`  the file ends early: copy it again (`expected`, `got`: bytes)
 * - `INDEX_DAMAGED`    a checksum or an inner bound does not hold (`section`, `expected`, `got`, `offset`)
 * - `EMPTY_QUERY`      a query in which there is no word (`got`)
 * - `BAD_QUERY`        a query that strict parsing refuses (`offset`)
 */
export type ErrorCode =
  | 'BAD_ARGUMENT'
  | 'UNKNOWN_OPTION'
  | 'BAD_DOCUMENT'
  | 'DUPLICATE_ID'
  | 'EMPTY_INPUT'
  | 'BAD_INPUT'
  | 'FILE_NOT_FOUND'
  | 'NOT_AN_INDEX'
  | 'INDEX_TOO_NEW'
  | 'INDEX_TOO_OLD'
  | 'INDEX_TRUNCATED'
  | 'INDEX_DAMAGED'
  | 'EMPTY_QUERY'
  | 'BAD_QUERY'

/** The message of whatever was thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** The facts of an error, each in a field of its own so that nobody has to parse a message. */
export interface ErrorFacts {
  /** What would have been right. */
  readonly expected?: unknown
  /** What came instead. */
  readonly got?: unknown
  /** Byte offset in a file, or UTF-16 offset in a text or query. */
  readonly offset?: number
  /** The field, facet or option concerned. */
  readonly field?: string
  /** The file or folder concerned. */
  readonly file?: string
  /** Line in `file`, from 1. */
  readonly line?: number
  /** The section of an index file. */
  readonly section?: string
  /** The error underneath, where there is one. */
  readonly cause?: unknown
}

/** The base of every error that timtin throws on purpose; `code` says which, the facts are in fields. */
export class TimtinError extends Error {
  readonly code: ErrorCode
  declare readonly expected?: unknown
  declare readonly got?: unknown
  declare readonly offset?: number
  declare readonly field?: string
  declare readonly file?: string
  declare readonly line?: number
  declare readonly section?: string

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined)
    this.name = new.target.name
    this.code = code
    for (const key of ['expected', 'got', 'offset', 'field', 'file', 'line', 'section'] as const) {
      if (facts[key] !== undefined) Object.defineProperty(this, key, { value: facts[key], enumerable: true })
    }
  }
}

/** A wrong argument, option, field or facet: a mistake in the calling code or command line. */
export class UsageError extends TimtinError {}

/** A document that cannot be indexed, or input that cannot be read. */
export class InputError extends TimtinError {}

/** An index file that is foreign, too old, too new, truncated or damaged. */
export class IndexFileError extends TimtinError {}

/** A query that cannot be answered: it has no word in it, or strict parsing refuses it. */
export class QueryError extends TimtinError {}

/** What strict parsing finds wrong in a query first (`BAD_QUERY`): from `offset` to `end`, and what was expected there. */
export class QuerySyntaxError extends QueryError {
  /** The code of the warning that lenient parsing gives in its place: `unclosed-quote`, `unknown-field`, … */
  readonly syntax: string
  /** Where the part concerned ends, in UTF-16 units of the query. */
  readonly end: number

  constructor(syntax: string, message: string, facts: ErrorFacts & { readonly offset: number; readonly end: number }) {
    super('BAD_QUERY', message, facts)
    this.syntax = syntax
    this.end = facts.end
  }
}
