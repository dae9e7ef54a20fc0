import type { Article } from '../../../src/article.js'
import type { InputError } from '../../../src/errors.js'
import { type InputOptions, type InputWarning, readInput, readStream } from '../../../src/ingest/index.js'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a text as an input of this name. */
export function read(name: string, content: string | Uint8Array, options?: InputOptions) {
  return readInput(name, typeof content === 'string' ? utf8(content) : content, options)
}

/** Reads bytes in chunks of a size, and gathers everything. */
export async function readInChunks(name: string, bytes: Uint8Array, size: number, options?: InputOptions) {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  const documents: Article[] = []
  const errors: InputError[] = []
  const warnings: InputWarning[] = []
  for await (const part of readStream(name, chunks, options)) {
    documents.push(...part.documents)
    errors.push(...part.errors)
    warnings.push(...part.warnings)
  }
  return { documents, errors, warnings }
}
