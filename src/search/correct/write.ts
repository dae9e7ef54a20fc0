import { canonical, marksAgree } from '../../text/tone.js'
import { toLower } from '../../text/unicode.js'
import { capitalize, type NameCasing } from '../name-casing.js'
import type { Arc } from './decode.js'
import type { QueryWord } from './query-words.js'

/** A stretch of a corrected query. */
export interface CorrectionPiece {
  readonly text: string
  /** Whether it was typed otherwise, capitals aside. */
  readonly changed: boolean
}

/** A corrected query. */
export interface WrittenCorrection {
  /** The whole query, its words with their marks. */
  readonly text: string
  /** The same in pieces, put together `text`. */
  readonly pieces: readonly CorrectionPiece[]
  /** Whether nothing but marks was put in: the query as typed finds the same. */
  readonly marksOnly: boolean
}

/** Writes the words of a reading in the place of what was typed; undefined when that changes nothing. */
export function writeCorrection(
  text: string,
  words: readonly QueryWord[],
  arcs: readonly Arc[],
  casing: NameCasing,
): WrittenCorrection | undefined {
  const written: { start: number; end: number; words: string[]; name: number }[] = []
  const inRow: string[] = []
  let at = 0
  for (const arc of arcs) {
    const { start, written: abbreviation } = words[at]
    const { end } = words[arc.to - 1]
    const typed = text.slice(start, end)
    const row = arc.terms.length > 0 ? arc.terms.map(({ word }) => word) : [abbreviation ?? typed]
    written.push({ start, end, words: row, name: inRow.length })
    inRow.push(...row)
    at = arc.to
  }
  // Whoever types no capitals gets those of names; whoever types some gets his own.
  const small = toLower(text) === text
  const named = small ? casing.write(inRow) : inRow
  const pieces: CorrectionPiece[] = []
  let from = 0
  let anything = false
  let marksOnly = true
  for (const { start, end, words: row, name } of written) {
    const typed = text.slice(start, end)
    const same = row.join(' ') === typed || canonical(typed) === canonical(row.join(' '))
    const own = named.slice(name, name + row.length).join(' ')
    if (start > from) pieces.push({ text: text.slice(from, start), changed: false })
    pieces.push({ text: same ? (small ? own : typed) : small ? own : inCaseOf(typed, own), changed: !same })
    if (!same) {
      anything = true
      marksOnly &&= marksAgree(canonical(typed), canonical(row.join(' ')))
    }
    from = end
  }
  if (!anything) return undefined
  if (from < text.length) pieces.push({ text: text.slice(from), changed: false })
  return { text: pieces.map(piece => piece.text).join(''), pieces, marksOnly }
}

function inCaseOf(typed: string, word: string): string {
  if (word === word.toUpperCase()) return word
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== toLower(typed)) return word.toUpperCase()
  const [first = ''] = typed
  return first === toLower(first) ? word : word.split(' ').map(capitalize).join(' ')
}
