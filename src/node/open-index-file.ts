import { readFileSync } from 'node:fs'
import { IndexFileError } from '../errors.js'
import { openIndex, type SearchIndex } from '../search/search-index.js'
import { unreadable } from './file-error.js'

/**
 * Opens an index file. The file is read into memory whole and nothing of it is decoded before it is needed; the file may be
 * replaced or removed afterwards.
 *
 * @throws InputError (`FILE_NOT_FOUND`, `file`) when it cannot be read; IndexFileError when it is no index or is damaged
 */
export function openIndexFile(path: string): SearchIndex {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  try {
    return openIndex(bytes)
  } catch (error) {
    if (!(error instanceof IndexFileError)) throw error
    throw new IndexFileError(error.code, `${path}: ${error.message}`, { ...error, file: path, cause: error.cause })
  }
}
