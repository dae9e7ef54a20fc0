import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '../errors.js'
import { systemCode, unreadable } from './file-error.js'

/** Larger pages and JSON arrays are refused: they are read whole. Lines of NDJSON may be as long. */
export const MAX_WHOLE_BYTES = 256 * 2 ** 20
/** What a compressed file may unpack to: a bound on the work that a few hostile kilobytes can ask for. */
const MAX_UNPACKED_BYTES = 16 * 2 ** 30

/**
 * The bytes of a file in chunks, unpacked where its name ends in `.gz`; `onBytes` hears how many were read from the disk.
 *
 * @throws InputError: `FILE_NOT_FOUND`; `BAD_INPUT` for broken gzip
 */
export async function* readChunks(path: string, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  source.on('data', chunk => onBytes(chunk.length))
  const stream = path.toLowerCase().endsWith('.gz') ? pipeline(source, createGunzip(), () => undefined) : source
  let total = 0
  try {
    for await (const chunk of stream) {
      const bytes: Uint8Array = chunk
      total += bytes.length
      if (total > MAX_UNPACKED_BYTES) throw tooLarge(path, MAX_UNPACKED_BYTES)
      yield bytes
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    if (systemCode(cause)?.startsWith('Z_')) {
      throw new InputError('BAD_INPUT', `${path}: broken gzip (${(cause as Error).message})`, {
        file: path,
        expected: 'gzip',
        cause,
      })
    }
    throw unreadable(path, cause)
  } finally {
    source.destroy()
  }
}

/** All bytes of a file; `BAD_INPUT` when there are more than `MAX_WHOLE_BYTES`. */
export async function readWhole(path: string, onBytes: (count: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of readChunks(path, onBytes)) {
    total += chunk.length
    if (total > MAX_WHOLE_BYTES) throw tooLarge(path, MAX_WHOLE_BYTES)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

/** A line of a file, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
}

/** The lines of a file. `BAD_INPUT` for one longer than `MAX_WHOLE_BYTES`. */
export async function* readLines(path: string, onBytes: (count: number) => void): AsyncGenerator<Line> {
  let number = 1
  let begun: Uint8Array[] = []
  let begunBytes = 0
  for await (const chunk of readChunks(path, onBytes)) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, start)
      if (end < 0) break
      const rest = chunk.subarray(start, end)
      yield { number, bytes: begun.length === 0 ? rest : Buffer.concat([...begun, rest]) }
      number++
      begun = []
      begunBytes = 0
      start = end + 1
    }
    if (start >= chunk.length) continue
    begun.push(chunk.subarray(start))
    begunBytes += chunk.length - start
    if (begunBytes > MAX_WHOLE_BYTES) throw tooLarge(`${path}:${number}`, MAX_WHOLE_BYTES)
  }
  if (begunBytes > 0) yield { number, bytes: Buffer.concat(begun) }
}

function tooLarge(file: string, limit: number): InputError {
  return new InputError('BAD_INPUT', `${file}: more than ${Math.round(limit / 2 ** 20)} MB`, {
    file,
    expected: `at most ${limit} bytes`,
  })
}
