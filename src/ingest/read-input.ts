import type { Article } from '../article.js'
import { InputError } from '../errors.js'
import { PieceReader } from './formats/outcome.js'
import type { InputOptions } from './formats/piece.js'
import { InputSplitter } from './formats/splitter.js'
import type { Note } from './note.js'
import { InputWarning } from './warning.js'

/** What an input holds. */
export interface Input {
  /** In the input's order. */
  readonly documents: Article[]
  /** One for each part that could not be read; never thrown. */
  readonly errors: InputError[]
  /** What was repaired and kept: wrong charset labels, old codes, tags that are never closed. */
  readonly warnings: InputWarning[]
  /** What was cut from pages and why. */
  readonly notes: Note[]
}

/**
 * Reads one input, whatever it is, by its content and its name's ending: pages (.txt, .html, .md), feeds and exports (.xml,
 * .rss, .atom), rows (.csv, .tsv), documents (.ndjson, .jsonl, .json), archives (.warc), and all of these under gzip. For
 * inputs that do not fit into memory there is `readStream`.
 *
 * Never throws for bad input: what cannot be read is in `errors`, what was repaired in `warnings`, the rest in `documents`.
 * Errors: BAD_INPUT (binary, broken JSON, more than a limit), BAD_DOCUMENT (no id, no text, a field of the wrong type),
 * EMPTY_INPUT.
 *
 * @throws UsageError (`BAD_ARGUMENT`) for options that make no sense
 */
export function readInput(name: string, bytes: Uint8Array, options: InputOptions = {}): Input {
  const splitter = new InputSplitter(name, options)
  const reader = new PieceReader(options)
  const input: Input = { documents: [], errors: [], warnings: [], notes: [] }
  for (const piece of [...splitter.write(bytes), ...splitter.end()]) {
    const { items, notes } = reader.read(name, piece)
    for (const note of notes) input.notes.push(note)
    for (const item of items) {
      if (item instanceof InputError) input.errors.push(item)
      else if (item instanceof InputWarning) input.warnings.push(item)
      else input.documents.push(item.document)
    }
  }
  if (input.documents.length === 0 && input.errors.length === 0)
    input.errors.push(new InputError('EMPTY_INPUT', `${name}: no documents`, { file: name }))
  return input
}
