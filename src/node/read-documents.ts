import type { Article } from '../article.js'
import { InputError, type TimtinError } from '../errors.js'
import { InputWarning } from '../ingest/warning.js'
import { type OutcomeOptions, readOutcomes } from './read-outcomes.js'

/** Options of `readDocuments`; all may be left out. */
export interface ReadOptions extends OutcomeOptions {
  /**
   * Called for every document, line or file that cannot be used, with `file` and where known `line`; reading goes on.
   * Default: the error is thrown and ends the reading.
   */
  readonly onError?: (error: TimtinError) => void
  /** Called for what was repaired and kept, such as a wrong charset label. Default: nothing. */
  readonly onWarning?: (warning: InputWarning) => void
}

/** A document and where it was read. */
export interface SourcedDocument {
  readonly document: Article
  readonly file: string
  /** Line in the file, from 1, for documents that stand on one. */
  readonly line?: number
}

/**
 * Reads documents out of files and folders: pages (.txt, .html, .md), feeds and exports (.xml, .rss, .atom), rows (.csv, .tsv),
 * documents (.ndjson, .jsonl, .json), archives (.warc), all of these gzipped (.gz), and standard input (`-`). Files come sorted
 * by name; all are streamed, whatever their size.
 *
 * @param paths files, folders and globs
 * @throws UsageError (`BAD_ARGUMENT`) for no path; InputError: `FILE_NOT_FOUND`, `EMPTY_INPUT` (a folder with nothing to
 *   read); without `onError` also what it would have been called with: `BAD_INPUT`, `BAD_DOCUMENT`, `EMPTY_INPUT`
 */
export async function* readDocuments(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Article> {
  for await (const { document } of readSourcedDocuments(paths, options)) yield document
}

/** As `readDocuments`, each document with the file and line that it came from. */
export async function* readSourcedDocuments(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourcedDocument> {
  const { onWarning, onError = raise } = options
  for await (const { file, items } of readOutcomes(paths, options)) {
    for (const item of items) {
      if (item instanceof InputWarning) onWarning?.(item)
      else if (item instanceof InputError) onError(item)
      else yield { ...item, file }
    }
  }
}

function raise(error: TimtinError): never {
  throw error
}
