import type { Column } from '../../index/columns.js'
import type { IndexReader } from '../../index/reader.js'
import { unknownName } from '../../index/settings.js'

/** The column of a facet; throws a `UsageError` with the nearest names when there is none. */
export function facetColumn(reader: IndexReader, facet: string): Column {
  const column = reader.column(facet)
  if (column) return column
  throw unknownName(
    'facet',
    String(facet),
    reader.meta.columns.map(([name]) => name),
  )
}
