import type { FoldGroup, TermDictionary } from '../index/terms.js'

/** A folded form near a misspelling. */
export interface FuzzyForm {
  readonly group: FoldGroup
  /** Letters put in, left out or exchanged. */
  readonly distance: number
}

/**
 * The folded forms of a dictionary at most `most` edits from `folded` (Levenshtein 1966), in their order. Forms are sorted,
 * so the rows of the matrix for what a form shares with the one before are kept, and a beginning that is already too far
 * away rules out all forms that share it:
 *
 *          l  a  o
 *       0  1  2  3
 *     l 1  0  1  2
 *     o 2  1  1  1
 */
export function fuzzyForms(dictionary: TermDictionary, folded: string, most: number): FuzzyForm[] {
  const width = folded.length + 1
  const rows: Uint16Array[] = [Uint16Array.from({ length: width }, (_, at) => at)]
  const found: FuzzyForm[] = []
  let before = ''
  // So many letters of `before` are the shortest beginning that is too far away.
  let hopeless = Number.POSITIVE_INFINITY
  for (const group of dictionary.all()) {
    const form = group.folded
    let shared = 0
    while (shared < before.length && shared < form.length && before[shared] === form[shared]) shared++
    if (shared >= hopeless) continue
    before = form
    hopeless = Number.POSITIVE_INFINITY
    for (let at = shared; at < form.length; at++) {
      rows[at + 1] = nextRow(rows[at], rows[at + 1], folded, form[at])
      if (least(rows[at + 1]) > most) {
        hopeless = at + 1
        break
      }
    }
    if (hopeless < Number.POSITIVE_INFINITY) continue
    const distance = rows[form.length][folded.length]
    if (distance <= most) found.push({ group, distance })
  }
  return found
}

function nextRow(above: Uint16Array, reused: Uint16Array | undefined, folded: string, letter: string): Uint16Array {
  const row = reused ?? new Uint16Array(above.length)
  row[0] = above[0] + 1
  for (let at = 1; at < above.length; at++) {
    const exchanged = above[at - 1] + (folded[at - 1] === letter ? 0 : 1)
    row[at] = Math.min(exchanged, above[at] + 1, row[at - 1] + 1)
  }
  return row
}

function least(row: Uint16Array): number {
  let found = row[0]
  for (let at = 1; at < row.length; at++) if (row[at] < found) found = row[at]
  return found
}
