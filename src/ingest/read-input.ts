import type { Article } from '../article.js'
import { InputError } from '../errors.js'
import { decodeUtf8 } from './decode.js'
import { type Documents, readJson, readNdjson } from './json.js'
import type { Note } from './note.js'
import { type IngestOptions, ingestPage } from './page.js'

/** What an input holds. */
export interface Input {
  /** In the input's order. */
  readonly documents: Article[]
  /** One for each part that could not be read; never thrown. */
  readonly errors: InputError[]
  /** What was cut from pages and why. */
  readonly notes: Note[]
}

/** How an input is read. */
export type InputFormat = 'text' | 'html' | 'ndjson' | 'json'

/** File name endings that are read, in lower case with the dot. */
export const inputExtensions: ReadonlyMap<string, InputFormat> = new Map<string, InputFormat>([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.json', 'json'],
])

/** The format by the name's ending, in lower case; undefined for others. */
export function formatOfName(name: string): InputFormat | undefined {
  const match = /\.[a-z0-9]+$/i.exec(name)
  return match === null ? undefined : inputExtensions.get(match[0].toLowerCase())
}

/**
 * Reads one input, whatever it is: a raw page (.txt, .html), documents one a line (.ndjson, .jsonl), a JSON array or one
 * object (.json); without a known ending by its content. Never throws: what cannot be read is in `errors`, the rest in `documents`.
 * Errors: BAD_INPUT (not UTF-8, binary, broken JSON), BAD_DOCUMENT (no id, no text, a field of the wrong type), EMPTY_INPUT.
 */
export function readInput(name: string, bytes: Uint8Array, options?: IngestOptions): Input {
  try {
    const text = decodeUtf8(name, bytes)
    if (text.trim() === '') throw new InputError('EMPTY_INPUT', `${name}: empty`, { file: name })
    const format = settle(formatOfName(name) ?? formatOfContent(text), text)
    switch (format) {
      case 'ndjson':
        return documentsOf(name, readNdjson(name, text))
      case 'json':
        return documentsOf(name, readJson(name, text))
      default:
        return pageOf(name, text, format, options)
    }
  } catch (error) {
    return { documents: [], errors: [asInputError(name, error)], notes: [] }
  }
}

/** The two JSON formats are often saved under each other's name: an array in .ndjson, a document a line in .json. */
function settle(format: InputFormat | undefined, text: string): InputFormat | undefined {
  if (format === 'ndjson' && text.trimStart().startsWith('[') && isJson(text)) return 'json'
  if (format === 'json' && formatOfContent(text) === 'ndjson' && !isJson(text)) return 'ndjson'
  return format
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON by its first character, else a page. */
function formatOfContent(text: string): InputFormat | undefined {
  const start = text.trimStart()
  if (start.startsWith('[{') || /^\[\s*\{/.test(start.slice(0, 200))) return 'json'
  if (!/^\{\s*"/.test(start.slice(0, 200))) return undefined
  const end = start.indexOf('\n')
  const firstLine = (end < 0 ? start : start.slice(0, end)).trim()
  return firstLine.endsWith('}') && firstLine.length > 2 ? 'ndjson' : 'json'
}

function documentsOf(name: string, { documents, errors }: Documents): Input {
  if (documents.length === 0 && errors.length === 0)
    errors.push(new InputError('EMPTY_INPUT', `${name}: no documents`, { file: name }))
  return { documents, errors, notes: [] }
}

function pageOf(
  name: string,
  text: string,
  format: InputFormat | undefined,
  options: IngestOptions | undefined,
): Input {
  // A page saved under .txt may be HTML all the same; one saved under .html is HTML whatever it begins with.
  const { articles, notes } = ingestPage(format === 'html' ? { name, text, kind: 'html' } : { name, text }, options)
  const errors =
    articles.length > 0
      ? []
      : [new InputError('BAD_DOCUMENT', `${name}: no article text found on the page`, { file: name, field: 'body' })]
  return { documents: articles, errors, notes }
}

function asInputError(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error
  return new InputError('BAD_INPUT', `${name}: ${error instanceof Error ? error.message : String(error)}`, {
    file: name,
    cause: error,
  })
}
