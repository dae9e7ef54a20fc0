import { KeywordColumn } from '../index/columns.js'
import type { IndexReader } from '../index/reader.js'
import { badOption } from '../index/settings.js'
import { facetColumn } from './facets/facet-column.js'

/** The groups of documents by a facet: a number for each document, 0 for one that stands alone. */
export interface Groups {
  readonly numbers: Uint32Array
  /** One more than the greatest number. */
  readonly size: number
}

const ofColumns = new WeakMap<KeywordColumn, Groups>()

/**
 * Groups documents by their first value of a keyword facet. A document without a value stands alone, unless others have its
 * id as their value (`duplicateOf`): then it is one of their group.
 *
 * @throws UsageError for a facet that does not exist or has no names
 */
export function groupsBy(facet: string, reader: IndexReader): Groups {
  const column = facetColumn(reader, facet)
  if (!(column instanceof KeywordColumn)) throw badOption('collapse', 'a keyword facet', facet)
  const known = ofColumns.get(column)
  if (known) return known
  const { flat, starts, head, size } = column
  const numbers = new Uint32Array(reader.documents)
  for (let document = 0; document < numbers.length && flat.length > 0; document++)
    numbers[document] = flat[starts.length === 0 ? document : starts[document]]
  head.values.forEach((value, at) => {
    const document = reader.number(value)
    if (document >= 0 && numbers[document] === 0) numbers[document] = at + 1
  })
  const made = { numbers, size }
  ofColumns.set(column, made)
  return made
}
