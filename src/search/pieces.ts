/** A stretch of text that is, or is not, a match. The pieces of a field put together are its text, or a part of it. */
export interface Piece {
  readonly text: string
  readonly match: boolean
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Pieces as HTML: everything escaped, matches in `<mark>`. Safe in element content and in quoted attributes. */
export function toHtml(pieces: readonly Piece[]): string {
  return pieces.map(({ text, match }) => (match ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ESCAPES.get(character) ?? character)
}
