import { randomBytes } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode, unwritable } from './file-error.js'

/** Temporary files that are being written; removed when the process exits before they are renamed. */
const unfinished = new Set<string>()
let listening = false

function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path)
    } catch {
      // The process is going down, and the file may be gone already.
    }
  }
  unfinished.clear()
}

/**
 * A file that appears whole or not at all: written beside its place under a hidden name, flushed to the disk, then
 * renamed, so that neither a crash nor Ctrl-C leaves half a file and readers of the old one are not disturbed.
 * The temporary file is also removed on `process.exit()`; a signal that kills the process outright leaves it behind.
 */
export class AtomicFile {
  private constructor(
    /** Where the file will be. */
    readonly path: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  /** Opens a new file. Throws a `UsageError` (`BAD_ARGUMENT`, `file`) when nothing can be written there. */
  static async create(path: string): Promise<AtomicFile> {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`)
    try {
      if (await isFolder(path)) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
      const handle = await open(temporary, 'wx')
      if (!listening) process.once('exit', removeUnfinished)
      listening = true
      unfinished.add(temporary)
      return new AtomicFile(path, temporary, handle)
    } catch (cause) {
      throw unwritable(path, cause)
    }
  }

  /** Appends bytes, or a text in UTF-8. */
  async write(data: Uint8Array | string): Promise<void> {
    try {
      await this.handle.appendFile(data)
    } catch (cause) {
      await this.discard()
      throw unwritable(this.path, cause)
    }
  }

  /** Flushes and renames: from now on the file is there. */
  async commit(): Promise<void> {
    try {
      await this.handle.sync()
      await this.handle.close()
      await rename(this.temporary, this.path)
      unfinished.delete(this.temporary)
      await syncFolder(dirname(this.path))
    } catch (cause) {
      await this.discard()
      throw unwritable(this.path, cause)
    }
  }

  /** Removes what was written; the old file, if there was one, is as it was. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    if (!unfinished.delete(this.temporary)) return
    await unlink(this.temporary).catch(() => undefined)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** Makes the rename itself last; some systems cannot open folders, and there it is left to them. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
  }
}

/**
 * Writes an index file whole or not at all; one that stood there before is replaced at the end.
 *
 * @param path the file to write; its folder must exist
 * @param bytes what `buildIndex` gave
 * @throws UsageError (`BAD_ARGUMENT`, `file`) when it cannot be written
 */
export async function writeIndexFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await AtomicFile.create(path)
  await file.write(bytes)
  await file.commit()
}
