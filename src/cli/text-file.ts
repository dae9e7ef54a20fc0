import { readFileSync } from 'node:fs'
import { InputError } from '../index.js'

/** A whole text file; an `InputError` where there is none. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new InputError('FILE_NOT_FOUND', `${file}: no such file`, { file, cause })
  }
}
