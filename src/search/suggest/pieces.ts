import { fold } from '../../text/fold.js'
import { canonical } from '../../text/tone.js'
import type { Piece } from '../pieces.js'
import type { TypedWord } from './typed-text.js'

/** A text in pieces. */
export interface Marked {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/**
 * A suggestion of words: `finished` of them were typed wholly, and so many letters of the next.
 *
 * @param head what stands before the words, as typed
 */
export function piecesOf(head: string, words: readonly string[], finished: number, letters: number): Marked {
  const done = words.slice(0, finished).join(' ')
  const begun = words[finished] ?? ''
  const cut = Math.min(letters, begun.length)
  const typed = head + done + (done !== '' && cut > 0 ? ' ' : '') + begun.slice(0, cut)
  const text = head + words.join(' ')
  return { text, pieces: pieces([text.slice(0, typed.length), text.slice(typed.length)], 0) }
}

/** Pieces of parts, of which every second beginning with `matching` is a match; empty ones are left out. */
function pieces(parts: readonly string[], matching: 0 | 1): Piece[] {
  return parts.flatMap((text, at) => (text === '' ? [] : [{ text, match: at % 2 === matching }]))
}

/** A title with the words typed marked; `inRow` is how many of them stand side by side as typed. */
export function highlightTitle(
  title: string,
  words: readonly TypedWord[],
  prefix: TypedWord | undefined,
): Marked & { readonly inRow: number } {
  const typed = [...words, ...(prefix ? [prefix] : [])]
  const spans: { start: number; end: number; slot: number }[] = []
  for (const match of title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(canonical(match[0]))
    const slot = typed.findIndex((word, at) => {
      const forms = [word.letters.folded, ...(word.decoded ? [word.decoded.folded] : [])]
      return forms.some(form => (word === prefix && at === words.length ? folded.startsWith(form) : folded === form))
    })
    if (slot < 0) continue
    const end = match.index + match[0].length
    const letters = slot === words.length ? (prefix?.letters.folded.length ?? 0) : match[0].length
    // Composed letters are one unit each; where they are not, the whole word is marked.
    const cut = match[0].length === folded.length ? Math.min(end, match.index + letters) : end
    spans.push({ start: match.index, end: cut, slot })
  }
  let inRow = 0
  let row = 0
  const parts: string[] = []
  let at = 0
  spans.forEach(({ start, end, slot }, place) => {
    const before = spans[place - 1]
    const beside = before !== undefined && start === before.end + 1 && title[before.end] === ' '
    row = beside && slot === before.slot + 1 ? row + 1 : 1
    inRow = Math.max(inRow, row)
    if (beside) parts[parts.length - 1] += title.slice(at, end)
    else parts.push(title.slice(at, start), title.slice(start, end))
    at = end
  })
  parts.push(title.slice(at))
  return { text: title, pieces: pieces(parts, 1), inRow }
}
