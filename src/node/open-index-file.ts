import { readFileSync, statSync } from 'node:fs'
import { IndexFileError } from '../errors.js'
import type { IndexSource } from '../index/container.js'
import type { OpenOptions } from '../search/open-options.js'
import { openIndex, type SearchIndex } from '../search/search-index.js'
import { unreadable } from './file-error.js'
import { FileSource } from './file-source.js'

/**
 * Opens an index file. Of the file those parts are read that queries need, when they first need them; it stays open and may
 * be replaced or removed meanwhile. What is no regular file, a pipe for one, is read into memory whole.
 *
 * @throws InputError (`FILE_NOT_FOUND`, `file`) when it cannot be read; IndexFileError when it is no index or is damaged;
 *   UsageError for a wrong option
 */
export function openIndexFile(path: string, options: OpenOptions = {}): SearchIndex {
  const file = source(path)
  try {
    return openIndex(file, options)
  } catch (error) {
    if (!(error instanceof IndexFileError) || error.file !== undefined) throw error
    throw new IndexFileError(error.code, `${path}: ${error.message}`, { ...error, file: path, cause: error.cause })
  }
}

function source(path: string): Uint8Array | IndexSource {
  try {
    return statSync(path).isFile() ? new FileSource(path) : readFileSync(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}
