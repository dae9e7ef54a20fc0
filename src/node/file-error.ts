import { InputError, messageOf, type TimtinError, UsageError } from '../errors.js'

/** What the system says about a path, in words; other codes stand for themselves. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'is a folder, not a file'],
  ['ELOOP', 'too many symbolic links'],
  ['ENOSPC', 'no space left on the device'],
  ['EROFS', 'the file system is read-only'],
  ['EMFILE', 'too many open files'],
])

/** The code of a system error, such as `ENOENT`; undefined for other values. */
export function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

function reasonOf(cause: unknown): string {
  const code = systemCode(cause)
  if (code !== undefined) return REASONS.get(code) ?? code
  return messageOf(cause)
}

/** `FILE_NOT_FOUND`: a path that does not exist or cannot be read. */
export function unreadable(file: string, cause: unknown): TimtinError {
  return new InputError('FILE_NOT_FOUND', `${file}: ${reasonOf(cause)}`, { file, cause })
}

/** `BAD_ARGUMENT`: a path at which nothing can be written. */
export function unwritable(file: string, cause: unknown): TimtinError {
  return new UsageError('BAD_ARGUMENT', `cannot write ${file}: ${reasonOf(cause)}`, { field: 'path', file, cause })
}
