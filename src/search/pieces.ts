import { escapeHtml } from '../text/escape-html.js'

/** A stretch of text that is, or is not, a match. The pieces of a field put together are its text, or a part of it. */
export interface Piece {
  readonly text: string
  readonly match: boolean
}

/** Pieces as HTML: everything escaped, matches in `<mark>`. Safe in element content and in quoted attributes. */
export function toHtml(pieces: readonly Piece[]): string {
  return pieces.map(({ text, match }) => (match ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join('')
}
