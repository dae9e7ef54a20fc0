import type { Analyzer } from '../analysis/analyzer.js'
import { unknownTerm } from '../index/terms.js'
import type { Mark } from './clauses/mark.js'
import type { Piece } from './pieces.js'
import type { Found, Span } from './snippets/found-words.js'
import { characterEnd, characterStart } from './snippets/graphemes.js'
import { Marker } from './snippets/marker.js'
import { bestPassages, type PassageOptions } from './snippets/passages.js'

/** Where a text goes on that is not shown. */
const ELLIPSIS = '…'

/** A searched field of a document. */
export interface FieldText {
  readonly name: string
  readonly text: string
  /** Whether the whole of it is shown, and not the passages that say most. */
  readonly whole: boolean
}

/** Marks in texts what a query matched, by the same analysis that made the index. */
export class Highlighter {
  private readonly marker: Marker

  constructor(
    marks: readonly Mark[],
    private readonly analyzer: Analyzer,
    private readonly options: PassageOptions,
  ) {
    this.marker = new Marker(marks, analyzer)
  }

  /**
   * The fields of one document, all that are searched in their order, with their matches marked: `whole` fields entirely, of
   * the others the passages that say most about the query, with an ellipsis wherever something is left out. Fields without
   * text are left out; one without any match begins with the beginning of its text.
   */
  document(fields: readonly FieldText[]): Map<string, Piece[]> {
    this.analyzer.document(
      fields.map(field => field.text),
      unknownTerm,
    )
    const shown = new Map<string, Piece[]>()
    fields.forEach(({ name, text, whole }, at) => {
      if (text === '') return
      const found = this.marker.found(at)
      const pieces = joined(text, found)
      const passages = whole ? [{ start: 0, end: text.length }] : bestPassages(text, found, pieces, this.options)
      shown.set(name, cut(text, passages, pieces))
    })
    return shown
  }
}

/** Matches with nothing but blanks between them are one piece: an abbreviation, a phrase. No piece ends inside a character. */
function joined(text: string, found: readonly Found[]): Span[] {
  const spans: { start: number; end: number }[] = []
  for (const match of found) {
    const start = characterStart(text, match.start)
    const end = characterEnd(text, match.end)
    const last = spans[spans.length - 1]
    if (last && (start <= last.end || isBlank(text, last.end, start))) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0xa0 && unit !== 0x09) return false
  }
  return true
}

/** Passages of a text as pieces. */
function cut(text: string, passages: readonly Span[], matches: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  const push = (part: string, match: boolean) => {
    if (part !== '') pieces.push({ text: part, match })
  }
  let before = 0
  let next = 0
  passages.forEach(({ start, end }, at) => {
    const left = text.slice(before, start)
    if (start > 0 && (at === 0 || left.trim() !== '')) push(at === 0 ? `${ELLIPSIS} ` : ` ${ELLIPSIS} `, false)
    else push(left, false)
    let done = start
    while (next < matches.length && matches[next].end <= start) next++
    for (; next < matches.length && matches[next].start < end; next++) {
      push(text.slice(done, matches[next].start), false)
      push(text.slice(Math.max(done, matches[next].start), Math.min(end, matches[next].end)), true)
      done = Math.min(end, matches[next].end)
    }
    push(text.slice(done, end), false)
    before = end
  })
  if (before < text.length) push(` ${ELLIPSIS}`, false)
  return pieces
}
