import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Spill } from '../index/record-log.js'

/** Words read at a time; whole records of three. */
const WORDS_AT_A_TIME = 3 << 17

/** A temporary file for what a build does not keep in memory. */
export class SpillFile implements Spill {
  private readonly folder = mkdtempSync(join(tmpdir(), 'timtin-'))
  private readonly file = openSync(join(this.folder, 'spill'), 'w+')
  private length = 0

  constructor() {
    try {
      // Where the system allows it the file has no name from the start, so nothing can leave it behind.
      rmSync(this.folder, { recursive: true, force: true })
    } catch {
      // Removed when it is closed.
    }
  }

  append(words: Uint32Array): void {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
    for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written)
    this.length += bytes.length
  }

  *read(): Generator<Uint32Array> {
    const words = new Uint32Array(WORDS_AT_A_TIME)
    const bytes = new Uint8Array(words.buffer)
    for (let at = 0; at < this.length; ) {
      const wanted = Math.min(bytes.length, this.length - at)
      let got = 0
      while (got < wanted) got += readSync(this.file, bytes, got, wanted - got, at + got)
      yield words.subarray(0, wanted / 4)
      at += wanted
    }
  }

  close(): void {
    closeSync(this.file)
    rmSync(this.folder, { recursive: true, force: true })
  }
}
