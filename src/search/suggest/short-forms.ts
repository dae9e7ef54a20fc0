import type { AbbreviationTable } from '../../analysis/abbreviations/index.js'

/** An abbreviation whose long form stands in the collection. */
export interface ShortForm {
  /** See `AbbreviationTable.key`. */
  readonly key: string
  readonly abbreviation: string
  /** The long form for people. */
  readonly meaning: string
  /** In about how many documents the long form stands. */
  readonly documents: number
}

/**
 * The abbreviations of a collection, each with its commonest meaning there.
 *
 * @param together in about how many documents words stand side by side
 */
export function shortForms(
  table: AbbreviationTable,
  together: (words: readonly string[]) => number,
): readonly ShortForm[] {
  const best = new Map<string, ShortForm>()
  for (const { abbreviation, words, display } of table) {
    const documents = together(words)
    const known = best.get(abbreviation)
    if (documents === 0 || (known && known.documents >= documents)) continue
    best.set(abbreviation, { key: table.key(abbreviation), abbreviation, meaning: display, documents })
  }
  return [...best.values()]
}
