import type { TimtinError } from '../errors.js'
import { PieceReader } from '../ingest/formats/outcome.js'
import type { InputOptions, Outcome, Piece } from '../ingest/formats/piece.js'
import { piecesOfFile } from './file-pieces.js'
import { type FoundFile, findFiles } from './find-files.js'
import { WorkerPool } from './ingest-pool.js'
import { pageIds } from './page-ids.js'
import { linesOfSites } from './site-lines.js'
import { Sitemaps } from './sitemaps.js'

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

/** Options of `readOutcomes`. */
export interface OutcomeOptions extends InputOptions {
  /** Called for folders and links that cannot be read. Default: the error is thrown. */
  readonly onError?: (error: TimtinError) => void
  /** Called some ten times a second, and at the end. */
  readonly onProgress?: (progress: ReadProgress) => void
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal
  /** Threads that work on pages and records; 1: the calling one. The output does not depend on it. Default: 1. */
  readonly jobs?: number
}

/** What one piece of a file gave: a page, a feed's entry, some lines. */
export interface SourcedOutcome extends Outcome {
  readonly file: string
  /** The page's name or address where the file holds several, else the file. */
  readonly name: string
}

/** Milliseconds between two breaths: signals are heard and progress is shown that often. */
const BREATH = 80
/** Pieces travel to other threads in batches of about so many bytes. */
const BATCH_BYTES = 1 << 17
const BATCH_PIECES = 256
/** Below so many bytes starting threads takes longer than the work. */
const LEAST_FOR_THREADS = 4 * 2 ** 20

interface Sourced {
  readonly file: string
  readonly piece: Piece
}

/**
 * Reads files, folders, globs and standard input piece by piece, in order, and turns every piece into articles, in this
 * thread or in several. No more than a few batches of pieces are held at a time.
 *
 * @throws as `readDocuments`, but never for bad input: errors and warnings are items of the outcomes
 */
export async function* readOutcomes(
  paths: readonly string[],
  options: OutcomeOptions = {},
): AsyncGenerator<SourcedOutcome> {
  const { onProgress, signal, jobs = 1, onError, ...given } = options
  const files = await findFiles(paths, onError)
  const input: InputOptions = { ...given, siteLines: given.siteLines ?? (await linesOfSites(files, signal)) }
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  const state = { bytes: 0, documents: 0, file: 0 }
  const pieces = allPieces(files, input, state, signal)
  const isLarge = totalBytes >= LEAST_FOR_THREADS || files.some(({ isRegular }) => !isRegular)
  const pool = jobs > 1 && isLarge ? WorkerPool.create(jobs, input) : undefined
  const outcomes = pool === undefined ? readHere(pieces, input) : readInThreads(pieces, input, pool)
  let breath = performance.now()
  const report = () => onProgress?.({ ...state, files: files.length, totalBytes })
  try {
    for await (const outcome of outcomes) {
      for (const item of outcome.items) if ('document' in item) state.documents++
      yield outcome
      if (performance.now() - breath > BREATH) {
        await new Promise(resolve => setImmediate(resolve))
        signal?.throwIfAborted()
        report()
        breath = performance.now()
      }
    }
    report()
  } finally {
    await pool?.close()
  }
}

async function* allPieces(
  files: readonly FoundFile[],
  options: InputOptions,
  state: { bytes: number; file: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<Sourced> {
  const surroundings = { ids: pageIds(files), sitemaps: await Sitemaps.of(files) }
  const onBytes = (count: number) => {
    state.bytes += count
  }
  for (const file of files) {
    signal?.throwIfAborted()
    state.file++
    for await (const piece of piecesOfFile(file, surroundings, { ...options, onBytes }))
      yield { file: file.path, piece }
  }
}

async function* readHere(pieces: AsyncIterable<Sourced>, options: InputOptions): AsyncGenerator<SourcedOutcome> {
  const reader = new PieceReader(options)
  for await (const { file, piece } of pieces) yield { file, name: nameOf(file, piece), ...reader.read(file, piece) }
}

/**
 * Keeps every thread busy and the order of the input: batches wait in a queue, and the first of them is given out as soon as it
 * is done. Documents that are only parsed stay in this thread: sending them costs more than reading them.
 */
async function* readInThreads(
  pieces: AsyncIterable<Sourced>,
  options: InputOptions,
  pool: WorkerPool,
): AsyncGenerator<SourcedOutcome> {
  const reader = new PieceReader(options)
  const isCheap = ({ piece }: Sourced) =>
    piece.kind === 'problem' ||
    piece.kind === 'sitemap' ||
    ((piece.kind === 'lines' || piece.kind === 'value') && options.map === undefined && options.derive !== true)
  const here = (sourced: Sourced): SourcedOutcome => ({
    file: sourced.file,
    name: nameOf(sourced.file, sourced.piece),
    ...reader.read(sourced.file, sourced.piece),
  })
  const queue: (() => Promise<readonly SourcedOutcome[]>)[] = []
  let batch: Sourced[] = []
  let batchBytes = 0
  let waiting = 0
  const send = () => {
    if (batch.length === 0) return
    const sent = batch
    const names = sent.map(({ file, piece }) => ({ file, name: nameOf(file, piece) }))
    const work = pool.run(sent)
    // Its failure is heard when its turn comes.
    work.catch(() => undefined)
    queue.push(async () => (await work).map((outcome, at) => ({ ...names[at], ...outcome })))
    batch = []
    batchBytes = 0
    waiting++
  }
  for await (const sourced of pieces) {
    if (isCheap(sourced)) {
      if (batch.length === 0 && queue.length === 0) {
        yield here(sourced)
        continue
      }
      send()
      const outcome = here(sourced)
      queue.push(async () => [outcome])
    } else {
      batch.push(sourced)
      batchBytes += bytesOf(sourced.piece)
      if (batchBytes >= BATCH_BYTES || batch.length >= BATCH_PIECES) send()
    }
    while (waiting > pool.size * 2 || queue.length > 4 * BATCH_PIECES) {
      const next = queue.shift()
      if (next === undefined) break
      yield* await next()
      waiting = Math.max(0, waiting - 1)
    }
  }
  send()
  for (const next of queue) yield* await next()
}

function nameOf(file: string, piece: Piece): string {
  return piece.kind === 'page' ? piece.name : file
}

function bytesOf(piece: Piece): number {
  if (piece.kind === 'page') return piece.bytes.length
  if (piece.kind === 'lines' || piece.kind === 'value') return piece.text.length
  return piece.kind === 'record' ? (piece.record.content?.length ?? 1000) : 0
}
