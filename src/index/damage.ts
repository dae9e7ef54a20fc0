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

/** Checks the checksums under a part of a section; throws an `IndexFileError` when they do not hold. */
export type CheckPart = (part: Uint8Array | Uint32Array) => void
