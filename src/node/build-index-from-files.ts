import { InputError, type TimtinError, UsageError } from '../errors.js'
import { IndexBuilder } from '../index/builder.js'
import type { BuildOptions } from '../index/settings.js'
import { type ReadOptions, readSourcedDocuments, type SourcedDocument } from './read-documents.js'
import { SpillFile } from './spill-file.js'

/** Options of `buildIndexFromFiles`: those of `buildIndex` and of `readDocuments`. */
export type FileBuildOptions = Omit<BuildOptions, 'onProgress' | 'signal'> & ReadOptions

/** An index built from files. */
export interface FileBuild {
  readonly bytes: Uint8Array
  /** Documents in the index. */
  readonly documents: number
  /** Files that gave any. */
  readonly files: number
  /** UTF-16 units of text in the searched fields. */
  readonly units: number
  /** Documents, lines and files that were left out; `onError` was called for each. */
  readonly leftOut: number
}

/**
 * Reads files and folders and builds their index, document by document. What cannot be indexed goes to `onError` with file
 * and line, a second use of an id too, and the others are kept; without `onError` the first such error is thrown.
 *
 * @throws what `readDocuments` and `buildIndex` throw; UsageError (`UNKNOWN_OPTION`) for a field, facet or stored field that was
 *   named and that no document has; InputError (`EMPTY_INPUT`) when nothing is left to index
 */
export async function buildIndexFromFiles(
  paths: readonly string[],
  options: FileBuildOptions = {},
): Promise<FileBuild> {
  const { onError, onProgress, signal, ...build } = options
  const builder = new IndexBuilder(build, () => new SpillFile())
  const missing = namedFields(build)
  const places = new Map<string, string>()
  const files = new Set<string>()
  let leftOut = 0
  let only: TimtinError | undefined
  const refuse = (error: TimtinError) => {
    leftOut++
    only = error
    if (!onError) throw error
    onError(error)
  }
  const read = { onError: refuse, ...(onProgress && { onProgress }), ...(signal && { signal }) }
  for await (const sourced of readSourcedDocuments(paths, read)) {
    const { document, file } = sourced
    try {
      builder.add(document)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      refuse(placed(error, sourced, places.get(document.id)))
      continue
    }
    places.set(document.id, placeOf(sourced))
    files.add(file)
    if (missing.size > 0) for (const name of Object.keys(document)) missing.delete(name)
  }
  if (builder.documents === 0) {
    if (leftOut === 1 && only) throw only
    throw new InputError('EMPTY_INPUT', `no document to index in ${paths.join(', ')}`, { file: paths[0] })
  }
  for (const [name, option] of missing) {
    throw new UsageError('UNKNOWN_OPTION', `no document has the field "${name}" (${option})`, {
      field: name,
      got: name,
    })
  }
  return { bytes: builder.finish(), documents: builder.documents, files: files.size, units: builder.units, leftOut }
}

/** The fields that the options name, with the option; the defaults are not named by anybody. */
function namedFields({ fields, facets, store }: BuildOptions): Map<string, string> {
  const named = new Map<string, string>()
  for (const name of store ?? []) named.set(name, 'store')
  for (const name of Object.keys(facets ?? {})) named.set(name, 'facets')
  for (const name of Object.keys(fields ?? {})) named.set(name, 'fields')
  named.delete('id')
  return named
}

function placeOf({ file, line }: SourcedDocument): string {
  return line === undefined ? file : `${file}:${line}`
}

/** The builder's error with the place in front, and for an id used twice the place of the first. */
function placed(error: InputError, sourced: SourcedDocument, first: string | undefined): InputError {
  const { file, line } = sourced
  const also = error.code === 'DUPLICATE_ID' && first !== undefined ? `; the first is in ${first}` : ''
  return new InputError(error.code, `${placeOf(sourced)}: ${error.message}${also}`, {
    ...error,
    file,
    ...(line === undefined ? {} : { line }),
  })
}
