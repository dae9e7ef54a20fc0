/**
 * `npm run size`: what each entry adds to a page, minified and under gzip, dependencies included. Ends with 1 when an entry
 * is above what it may have.
 */
import { ENTRY_SIZES, entrySizes } from './entry-sizes.js'
import { printRows } from './table.js'

const sizes = await entrySizes(ENTRY_SIZES)
printRows(
  ['entry', 'gzip bytes', 'at most', ''],
  sizes.map(({ name, bytes, most }) => [
    name,
    bytes.toLocaleString('en'),
    most.toLocaleString('en'),
    bytes <= most ? 'ok' : 'TOO LARGE',
  ]),
  1,
)
if (sizes.some(({ bytes, most }) => bytes > most)) process.exitCode = 1
