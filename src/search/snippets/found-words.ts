/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A match in a text. */
export interface Found extends Span {
  /** Tells what was matched: the same word twice says no more than once. */
  readonly key: string
  /** How much it says about the query. */
  readonly weight: number
}
