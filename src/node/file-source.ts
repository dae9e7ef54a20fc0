import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { IndexFileError } from '../errors.js'
import type { IndexSource } from '../index/container.js'
import { unreadable } from './file-error.js'

/** Closes the files of indexes that nobody uses any more. */
const unused = new FinalizationRegistry<number>(descriptor => closeSync(descriptor))

/**
 * A file that is read in parts. It stays open as long as this object lives, so that it may be replaced or removed
 * meanwhile; a file that is changed in place shows by its checksums.
 */
export class FileSource implements IndexSource {
  readonly length: number
  private readonly descriptor: number

  /** Throws what the system says when the file cannot be opened. */
  constructor(private readonly path: string) {
    this.descriptor = openSync(path, 'r')
    unused.register(this, this.descriptor)
    this.length = fstatSync(this.descriptor).size
  }

  /** @throws InputError (`FILE_NOT_FOUND`) when it cannot be read; IndexFileError (`INDEX_TRUNCATED`) when it has become shorter */
  read(start: number, target: Uint8Array): void {
    for (let filled = 0; filled < target.length; ) {
      const got = this.readSome(start + filled, target.subarray(filled))
      if (got === 0) {
        throw new IndexFileError('INDEX_TRUNCATED', `${this.path}: the file has become shorter since it was opened`, {
          file: this.path,
          expected: this.length,
          got: start + filled,
        })
      }
      filled += got
    }
  }

  private readSome(start: number, target: Uint8Array): number {
    try {
      return readSync(this.descriptor, target, 0, target.length, start)
    } catch (cause) {
      throw unreadable(this.path, cause)
    }
  }
}
