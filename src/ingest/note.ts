/** Why a piece of a page is in no article, or what about an article a person should know. */
export type NoteReason =
  | 'menu'
  | 'counter'
  | 'footer'
  | 'share'
  | 'related'
  | 'comments'
  | 'number'
  | 'rule'
  | 'markup'
  | 'before-title'
  | 'after-end'
  | 'foreign-article'
  | 'no-text'
  | 'contradiction'

/** One remark about a page: what was cut and why, or where the page contradicts itself. Material for a report. */
export interface Note {
  readonly reason: NoteReason
  /** Line on the page, from 1; for HTML the ordinal of the block. */
  readonly line: number
  /** The words concerned, at most 200 characters. */
  readonly text: string
}

const longest = 200

/** A note about the words `text` on line `line`. */
export function note(reason: NoteReason, line: number, text: string): Note {
  return { reason, line, text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text }
}
