import type { Article } from '../article.js'
import { InputError, type TimtinError } from '../errors.js'
import { decodeUtf8 } from '../ingest/decode.js'
import { documentFrom } from '../ingest/document.js'
import { formatOfName, readInput } from '../ingest/read-input.js'
import { type FoundFile, findFiles, withoutGz } from './find-files.js'
import { articleIdOf, pageIds } from './page-ids.js'
import { type Line, readLines, readWhole } from './read-bytes.js'

/** How far reading has come. */
export interface ReadProgress {
  /** Documents given so far. */
  readonly documents: number
  /** Files begun, and files in all. */
  readonly file: number
  readonly files: number
  /** Bytes read from the disk, and bytes in all. */
  readonly bytes: number
  readonly totalBytes: number
}

/** Options of `readDocuments`; all may be left out. */
export interface ReadOptions {
  /**
   * Called for every document, line or file that cannot be used, with `file` and where known `line`; reading goes on.
   * Default: the error is thrown and ends the reading.
   */
  readonly onError?: (error: TimtinError) => void
  /** Called some ten times a second, and at the end. */
  readonly onProgress?: (progress: ReadProgress) => void
  /** Ends the reading between documents with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A document and where it was read. */
export interface SourcedDocument {
  readonly document: Article
  readonly file: string
  /** Line in the file, from 1, for documents one a line. */
  readonly line?: number
}

/** Milliseconds between two breaths: signals are heard and progress is shown that often. */
const BREATH = 80

/**
 * Reads documents out of files and folders: pages (.txt, .html), documents one a line (.ndjson, .jsonl), JSON arrays, and all of these
 * gzipped (.gz). Files come sorted by name; files of lines are streamed, whatever their size.
 *
 * @param paths files and folders
 * @throws UsageError (`BAD_ARGUMENT`) for no path; InputError: `FILE_NOT_FOUND`, `EMPTY_INPUT` (a folder with nothing to
 *   read); without `onError` also what it would have been called with: `BAD_INPUT`, `BAD_DOCUMENT`, `EMPTY_INPUT`
 */
export async function* readDocuments(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Article> {
  for await (const { document } of readSourcedDocuments(paths, options)) yield document
}

/** As `readDocuments`, each document with the file and line that it came from. */
export async function* readSourcedDocuments(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourcedDocument> {
  const { onError = raise, onProgress, signal } = options
  const files = await findFiles(paths)
  const ids = pageIds(files)
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  let bytes = 0
  let documents = 0
  let breath = performance.now()
  const onBytes = (count: number) => {
    bytes += count
  }
  for (const [at, file] of files.entries()) {
    signal?.throwIfAborted()
    const report = () => onProgress?.({ documents, file: at + 1, files: files.length, bytes, totalBytes })
    for await (const item of readFileOf(file, ids.get(file), onBytes)) {
      if (item instanceof InputError) onError(item)
      else {
        documents++
        yield item
      }
      if (performance.now() - breath > BREATH) {
        await new Promise(resolve => setImmediate(resolve))
        signal?.throwIfAborted()
        report()
        breath = performance.now()
      }
    }
    if (at === files.length - 1) report()
  }
}

function raise(error: TimtinError): never {
  throw error
}

async function* readFileOf(
  file: FoundFile,
  pageId: string | undefined,
  onBytes: (count: number) => void,
): AsyncGenerator<SourcedDocument | InputError> {
  try {
    if (formatOfName(withoutGz(file.name)) === 'ndjson') yield* readNdjsonFile(file.path, onBytes)
    else yield* readWholeFile(file, pageId, onBytes)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    yield error
  }
}

async function* readWholeFile(
  { path }: FoundFile,
  pageId: string | undefined,
  onBytes: (count: number) => void,
): AsyncGenerator<SourcedDocument | InputError> {
  const bytes = await readWhole(path, onBytes)
  const { documents, errors } = readInput(withoutGz(path), bytes)
  for (const error of errors) yield at(error, path)
  // Without a known ending the content decided, and documents have ids of their own.
  const isPage = pageId !== undefined && (formatOfName(withoutGz(path)) !== undefined || !startsAsJson(bytes))
  for (const [place, document] of documents.entries()) {
    yield { document: isPage ? { ...document, id: articleIdOf(pageId, place) } : document, file: path }
  }
}

/** Whether the first byte that is no blank opens an object or array. */
function startsAsJson(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (
      byte === 0x20 ||
      byte === 0x09 ||
      byte === 0x0a ||
      byte === 0x0d ||
      byte === 0xef ||
      byte === 0xbb ||
      byte === 0xbf
    )
      continue
    return byte === 0x7b || byte === 0x5b
  }
  return false
}

/** The same error with the path as it is on the disk, `.gz` and all. */
function at(error: InputError, file: string): InputError {
  if (error.file === file) return error
  const message = error.message.startsWith(`${error.file}`)
    ? file + error.message.slice(String(error.file).length)
    : error.message
  return new InputError(error.code, message, { ...error, file, cause: error.cause })
}

async function* readNdjsonFile(
  path: string,
  onBytes: (count: number) => void,
): AsyncGenerator<SourcedDocument | InputError> {
  let some = false
  for await (const line of readLines(path, onBytes)) {
    const read = readLine(path, line)
    if (read === undefined) continue
    // What is binary in its first line is not going to become text; one error says it all.
    if (!some && read instanceof InputError && read.expected === 'UTF-8 text') throw read
    some = true
    yield read
  }
  if (!some) yield new InputError('EMPTY_INPUT', `${path}: no documents`, { file: path })
}

/** The document on a line of NDJSON, or why there is none; undefined for an empty line. */
function readLine(file: string, { number, bytes }: Line): SourcedDocument | InputError | undefined {
  const place = { file, line: number }
  let text: string
  try {
    text = decodeUtf8(`${file}:${number}`, bytes).trim()
  } catch (error) {
    if (error instanceof InputError)
      return new InputError(error.code, error.message, { ...error, ...place, cause: error.cause })
    throw error
  }
  if (text === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return new InputError('BAD_INPUT', `${file}:${number}: broken JSON: ${reason}`, {
      ...place,
      expected: 'a JSON object',
      cause,
    })
  }
  const document = documentFrom(value, place)
  return document instanceof InputError ? document : { document, ...place }
}
