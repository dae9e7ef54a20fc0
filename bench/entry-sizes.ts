import { gzippedBytes } from './bundle.js'

/** A thing that a page may load. */
export interface EntrySize {
  readonly name: string
  /** Lines of `export … from`, relative to `src`. */
  readonly exports: string
  /** Bytes that it may have, minified and under gzip. */
  readonly most: number
}

/** What pages load. The first is a promise of the package; the others are held where they are, with a little room. */
export const ENTRY_SIZES: readonly EntrySize[] = [
  { name: 'timtin/text', exports: `export * from './text/index.js'`, most: 12_000 },
  { name: 'timtin/text/encodings', exports: `export * from './text/encodings/index.js'`, most: 10_000 },
  { name: 'timtin: openIndex alone', exports: `export { openIndex } from './index.js'`, most: 116_000 },
  { name: 'timtin: analyze alone', exports: `export { analyze } from './index.js'`, most: 45_000 },
  { name: 'timtin', exports: `export * from './index.js'`, most: 152_000 },
]

/** The entries with their sizes. */
export async function entrySizes(entries: readonly EntrySize[]): Promise<(EntrySize & { readonly bytes: number })[]> {
  return Promise.all(entries.map(async entry => ({ ...entry, bytes: await gzippedBytes(entry.exports) })))
}
