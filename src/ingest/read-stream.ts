import type { Article } from '../article.js'
import { InputError } from '../errors.js'
import { PieceReader } from './formats/outcome.js'
import type { InputOptions } from './formats/piece.js'
import { InputSplitter } from './formats/splitter.js'
import type { Note } from './note.js'
import { InputWarning } from './warning.js'

/** What a part of an input gave. */
export interface StreamedInput {
  /** In the input's order. */
  readonly documents: readonly Article[]
  /** One for each part that could not be read. */
  readonly errors: readonly InputError[]
  /** What was repaired and kept. */
  readonly warnings: readonly InputWarning[]
  /** What was cut from pages and why. */
  readonly notes: readonly Note[]
}

/**
 * Reads one input of any size and format as it comes: HTML and plain pages, Markdown, RSS, Atom, WordPress exports, CSV,
 * JSON, NDJSON, WARC, and all of these under gzip. Holds one record at a time. Works in browsers: `response.body` is such
 * a stream of bytes.
 *
 * @param name file name or address, from which the format is told where the content does not
 * @param chunks the bytes; their buffers may be used again once the next chunk is asked for
 * @throws UsageError (`BAD_ARGUMENT`) for options that make no sense; nothing for bad input
 */
export async function* readStream(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: InputOptions = {},
): AsyncGenerator<StreamedInput> {
  const splitter = new InputSplitter(name, options)
  const reader = new PieceReader(options)
  for await (const chunk of chunks) for (const piece of splitter.write(chunk)) yield streamed(reader.read(name, piece))
  for (const piece of splitter.end()) yield streamed(reader.read(name, piece))
}

function streamed({ items, notes }: ReturnType<PieceReader['read']>): StreamedInput {
  const documents: Article[] = []
  const errors: InputError[] = []
  const warnings: InputWarning[] = []
  for (const item of items) {
    if (item instanceof InputError) errors.push(item)
    else if (item instanceof InputWarning) warnings.push(item)
    else documents.push(item.document)
  }
  return { documents, errors, warnings, notes }
}
