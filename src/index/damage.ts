import { IndexFileError } from '../errors.js'

/** The error for a section whose inside does not hold together. */
export function damaged(section: string, expected: unknown, got: unknown, offset?: number): IndexFileError {
  const place = offset === undefined ? '' : ` at byte ${offset}`
  return new IndexFileError(
    'INDEX_DAMAGED',
    `the index is damaged in its section "${section}"${place}: expected ${expected}, got ${got}; copy or build it again`,
    { section, expected, got, ...(offset === undefined ? {} : { offset }) },
  )
}

/**
 * Checks that a column of a table of places never falls and stays within the bytes that it points into. Parts then cannot
 * overlap, so that reading all of them takes no longer than the file is large, whatever the file says.
 *
 * @param columns numbers in each row of the table
 * @param column which of them
 * @param most the last place there is
 */
export function expectAscending(
  table: Uint32Array,
  columns: number,
  column: number,
  most: number,
  section: string,
): void {
  let before = 0
  for (let at = column; at < table.length; at += columns) {
    if (table[at] < before || table[at] > most) throw damaged(section, `a number from ${before} to ${most}`, table[at])
    before = table[at]
  }
}
