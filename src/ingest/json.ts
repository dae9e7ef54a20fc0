import type { Article } from '../article.js'
import { InputError } from '../errors.js'
import { documentFrom } from './document.js'

/** What a file of documents yields: those that can be used, and an error for each that cannot. */
export interface Documents {
  readonly documents: Article[]
  readonly errors: InputError[]
}

/** One document a line; empty lines are passed over. A bad line is reported with its number, the others are kept. */
export function readNdjson(file: string, text: string): Documents {
  const documents: Article[] = []
  const errors: InputError[] = []
  let line = 0
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    line++
    const words = text.slice(start, end).trim()
    start = end + 1
    if (words === '') continue
    const parsed = parse(words)
    if (parsed.error !== undefined) {
      errors.push(
        new InputError('BAD_INPUT', `${file}:${line}: broken JSON: ${parsed.error.message}`, {
          file,
          line,
          expected: 'a JSON object',
          cause: parsed.error,
        }),
      )
      continue
    }
    const document = documentFrom(parsed.value, { file, line })
    if (document instanceof InputError) errors.push(document)
    else documents.push(document)
  }
  return { documents, errors }
}

/** An array of documents, or one document. Broken JSON throws: there is nothing to keep. */
export function readJson(file: string, text: string): Documents {
  const parsed = parse(text)
  if (parsed.error !== undefined) {
    const offset = /position (\d+)/.exec(parsed.error.message)
    const line = offset === null ? undefined : text.slice(0, Number(offset[1])).split('\n').length
    const where = line === undefined ? file : `${file}:${line}`
    throw new InputError('BAD_INPUT', `${where}: broken JSON: ${parsed.error.message}`, {
      file,
      expected: 'a JSON array of objects, or one object',
      cause: parsed.error,
      ...(line === undefined ? {} : { line }),
    })
  }
  const documents: Article[] = []
  const errors: InputError[] = []
  const values: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  const lines = Array.isArray(parsed.value) ? elementLines(text) : [1]
  values.forEach((value, i) => {
    const line = lines[i]
    const document = documentFrom(value, line === undefined ? { file } : { file, line })
    if (document instanceof InputError) errors.push(document)
    else documents.push(document)
  })
  return { documents, errors }
}

function parse(text: string): { value?: unknown; error?: Error } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** The line on which each element of a top-level array begins; `text` is valid JSON. */
function elementLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let inString = false
  let expectsElement = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10) line++
    if (inString) {
      if (c === 0x5c) i++
      else if (c === 0x22) inString = false
      continue
    }
    if (c === 32 || c === 10 || c === 13 || c === 9) continue
    if (expectsElement && c !== 0x5d) {
      lines.push(line)
      expectsElement = false
    }
    if (c === 0x22) inString = true
    else if (c === 0x5b || c === 0x7b) {
      if (depth === 0) expectsElement = true
      depth++
    } else if (c === 0x5d || c === 0x7d) depth--
    else if (c === 0x2c && depth === 1) expectsElement = true
  }
  return lines
}
