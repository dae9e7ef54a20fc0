import { ANALYZER_VERSION } from '../analysis/analyzer.js'
import { IndexFileError } from '../errors.js'
import type { ColumnHead } from './columns.js'
import { damaged } from './damage.js'
import { MAX_FIELDS } from './field-positions.js'
import type { FacetKind, Settings } from './settings.js'
import { unpackValue } from './stored.js'

/** What an index says of itself; written as MessagePack. */
export interface IndexMeta {
  /** Version of the analyzer that made the terms. */
  readonly analyzer: number
  readonly documents: number
  readonly terms: number
  /** Mean words a document. */
  readonly averageLength: number
  /** UTF-16 units of indexed text. */
  readonly textUnits: number
  readonly settings: Settings
  readonly columns: readonly (readonly [name: string, head: ColumnHead])[]
}

type Plain = Readonly<Record<string, unknown>>

function isPlain(value: unknown): value is Plain {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function fail(what: string, got: unknown): never {
  throw damaged('meta', what, typeof got)
}

function count(plain: Plain, name: string): number {
  const value = plain[name]
  return typeof value === 'number' && value >= 0 && value <= 0xffff_ffff ? value : fail(`a number as ${name}`, value)
}

function wholeCount(plain: Plain, name: string): number {
  const value = count(plain, name)
  return Number.isInteger(value) ? value : fail(`a whole number as ${name}`, value)
}

function entries<T>(value: unknown, name: string, read: (value: unknown) => T): (readonly [string, T])[] {
  if (!Array.isArray(value)) return fail(`a list as ${name}`, value)
  return value.map((entry: unknown) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') return fail(`named entries in ${name}`, entry)
    return [entry[0], read(entry[1])] as const
  })
}

function readWeight(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : fail('a weight', value)
}

function readKind(value: unknown): FacetKind {
  if (value === 'keyword' || value === 'province' || value === 'date' || value === 'number') return value
  return fail('a kind of facet', value)
}

function readColumn(value: unknown): ColumnHead {
  if (!isPlain(value)) return fail('a column head', value)
  const kind = readKind(value.kind)
  if (kind === 'date') return { kind, known: value.known === true }
  const width = count(value, 'width')
  if (kind === 'number') {
    const { base } = value
    const known = width === 0 || width === 1 || width === 2 || width === 4 || width === 8
    if (!known || typeof base !== 'number' || !Number.isSafeInteger(base)) return fail('a column of numbers', value)
    return { kind, width, base }
  }
  if (!isNames(value.values) || (width !== 1 && width !== 2 && width !== 4)) return fail('a keyword column', value)
  return { kind, values: value.values, width, several: value.several === true }
}

/** Reads the description of an index; throws an `IndexFileError` when it is damaged or of another analyzer. */
export function readMeta(bytes: Uint8Array): IndexMeta {
  const value = unpackValue(bytes, 'meta')
  if (!isPlain(value) || !isPlain(value.settings)) return fail('a description of the index', value)
  const { settings } = value
  const analyzer = count(value, 'analyzer')
  if (analyzer !== ANALYZER_VERSION) {
    const newer = analyzer > ANALYZER_VERSION
    throw new IndexFileError(
      newer ? 'INDEX_TOO_NEW' : 'INDEX_TOO_OLD',
      `the index was made by analyzer ${analyzer}, this timtin has ${ANALYZER_VERSION}: ${newer ? 'update timtin' : 'build it again'}`,
      { expected: ANALYZER_VERSION, got: analyzer, section: 'meta' },
    )
  }
  const documents = wholeCount(value, 'documents')
  if (documents === 0 || !isNames(settings.store)) return fail('documents and stored fields', documents)
  const fields = entries(settings.fields, 'fields', readWeight)
  if (fields.length === 0 || fields.length > MAX_FIELDS) return fail(`1 to ${MAX_FIELDS} fields`, fields)
  return {
    analyzer,
    documents,
    terms: wholeCount(value, 'terms'),
    averageLength: count(value, 'averageLength'),
    textUnits: count(value, 'textUnits'),
    settings: {
      fields,
      facets: entries(settings.facets, 'facets', readKind),
      store: settings.store,
      leadBoost: count(settings, 'leadBoost'),
    },
    columns: entries(value.columns, 'columns', readColumn),
  }
}
