import { createReadStream, readFileSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '../errors.js'
import { isGzip, UnpackLimit } from '../ingest/formats/gunzip.js'
import { systemCode, unreadable } from './file-error.js'
import { type FoundFile, STANDARD_INPUT } from './find-files.js'

/** Files up to this size are read in one go: opening a stream costs more. */
const SMALL = 1 << 20
const CHUNK = 1 << 18

/** How a file is read. */
export interface ReadBytesOptions {
  /** As in `InputOptions`. */
  readonly maxUnpackedBytes?: number
  /** Hears how many bytes were read from the disk. */
  readonly onBytes: (count: number) => void
}

/**
 * The bytes of a file or of standard input in chunks, unpacked where they begin as gzip does, whatever the name says.
 *
 * @throws InputError: `FILE_NOT_FOUND`; `BAD_INPUT` for broken gzip and for more bytes than the limit
 */
export async function* readChunks(file: FoundFile, options: ReadBytesOptions): AsyncGenerator<Uint8Array> {
  const small = smallFile(file, options)
  if (small !== undefined) {
    yield small
    return
  }
  const source = file.path === STANDARD_INPUT ? process.stdin : createReadStream(file.onDisk, { highWaterMark: CHUNK })
  const limit = new UnpackLimit(file.path, options.maxUnpackedBytes)
  let packed: boolean | undefined
  try {
    const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]()
    const first = await firstBytes(chunks)
    packed = isGzip(first)
    const rest = withFirst(first, chunks, count => {
      options.onBytes(count)
      limit.read(count)
    })
    if (!packed) {
      yield* rest
      return
    }
    const unzipped: AsyncIterable<Uint8Array> = pipeline(rest, createGunzip({ chunkSize: 1 << 16 }), () => undefined)
    for await (const bytes of unzipped) {
      limit.write(bytes.length)
      yield bytes
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    if (systemCode(cause)?.startsWith('Z_')) {
      throw new InputError('BAD_INPUT', `${file.path}: broken gzip (${cause instanceof Error ? cause.message : ''})`, {
        file: file.path,
        expected: 'gzip',
        cause,
      })
    }
    throw unreadable(file.path, cause)
  } finally {
    if (source !== process.stdin) source.destroy()
  }
}

/** A small file that is not packed. */
function smallFile(
  { path, onDisk, size, isRegular }: FoundFile,
  { onBytes }: ReadBytesOptions,
): Uint8Array | undefined {
  if (!isRegular || size > SMALL) return undefined
  try {
    const bytes = readFileSync(onDisk)
    if (isGzip(bytes)) return undefined
    onBytes(bytes.length)
    return bytes
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** Two bytes at least, where there are so many. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let all: Uint8Array = new Uint8Array(0)
  while (all.length < 2) {
    const { value, done } = await chunks.next()
    if (done === true) return all
    all = all.length === 0 ? value : Buffer.concat([all, value])
  }
  return all
}

async function* withFirst(
  first: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  if (first.length > 0) {
    onBytes(first.length)
    yield first
  }
  for (;;) {
    const { value, done } = await chunks.next()
    if (done === true) return
    onBytes(value.length)
    yield value
  }
}
