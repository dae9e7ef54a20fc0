import { UsageError } from '../errors.js'
import { edits } from '../text/edit-distance.js'
import { MAX_FIELDS } from './field-positions.js'

/**
 * How the values of a facet are read: `keyword` and `province` are names, several at once allowed; `date` is ISO 8601;
 * `number` is one finite number.
 */
export type FacetKind = 'keyword' | 'province' | 'date' | 'number'

/** How far a build has come. */
export interface BuildProgress {
  /** Documents indexed so far. */
  readonly documents: number
  /** UTF-16 units of text indexed so far; for Vietnamese about three quarters of the UTF-8 bytes. */
  readonly bytes: number
}

/** Options of `buildIndex`; all have defaults. */
export interface BuildOptions {
  /**
   * The searched text fields and their weights: an occurrence in a field of weight 3 counts as three in one of weight 1.
   * Weights are above 0 and at most 20; at most 16 fields. Default `{ title: 3, lead: 1.5, body: 1 }`.
   */
  readonly fields?: Readonly<Record<string, number>>
  /** The facets and how each is read. Default `{ province: 'province', date: 'date', category: 'keyword' }`. */
  readonly facets?: Readonly<Record<string, FacetKind>>
  /**
   * The fields that hits carry and that snippets are cut from. `[]` makes the smallest file. Default: title, lead, body,
   * date, province, author, source, url, category, dateSource and provinceSource.
   */
  readonly store?: readonly string[]
  /**
   * Occurrences among the first 60 syllables of a field of weight 1 or less count this many times, because news leads
   * with what matters. 1 switches it off. Default 2.
   */
  readonly leadBoost?: number
  /** Called about every hundred documents and at the end. */
  readonly onProgress?: (progress: BuildProgress) => void
  /** Stops the build between documents; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** The build options that travel in the file. */
export interface Settings {
  readonly fields: readonly (readonly [name: string, weight: number])[]
  readonly facets: readonly (readonly [name: string, kind: FacetKind])[]
  readonly store: readonly string[]
  readonly leadBoost: number
}

/** Words of a text that count as its opening. */
export const LEAD_WORDS = 60

/** What an occurrence in the opening of a field counts: in fields of weight 1 or less more than elsewhere. */
export function leadWeightOf(weight: number, { leadBoost }: Settings): number {
  return weight <= 1 ? weight * leadBoost : weight
}

const OPTIONS = ['fields', 'facets', 'store', 'leadBoost', 'onProgress', 'signal']
/** Each facet is a section of the file, which has room for 64. */
const MAX_FACETS = 48
const KINDS: readonly string[] = ['keyword', 'province', 'date', 'number']
const DEFAULT_STORE = [
  'title',
  'lead',
  'body',
  'date',
  'province',
  'author',
  'source',
  'url',
  'category',
  'dateSource',
  'provinceSource',
]

/** Checks build options and fills in the defaults. Throws a `UsageError` that names the option. */
export function readBuildOptions(options: BuildOptions): Settings {
  rejectUnknown(options, OPTIONS, 'build option')
  const fields = Object.entries(options.fields ?? { title: 3, lead: 1.5, body: 1 })
  const facets = Object.entries(
    options.facets ?? ({ province: 'province', date: 'date', category: 'keyword' } as const),
  )
  if (options.store !== undefined && !Array.isArray(options.store))
    throw badOption('store', 'a list of field names', options.store)
  const store = [...(options.store ?? DEFAULT_STORE)]
  const leadBoost = options.leadBoost ?? 2
  if (facets.length > MAX_FACETS) throw badOption('facets', `at most ${MAX_FACETS} facets`, facets.length)
  if (fields.length > MAX_FIELDS) throw badOption('fields', `at most ${MAX_FIELDS} fields`, fields.length)
  if (fields.length === 0) throw badOption('fields', 'at least one field', 'none')
  for (const [name, weight] of fields) {
    if (!(weight > 0 && weight <= 20)) throw badOption(`fields.${name}`, 'a weight above 0 and at most 20', weight)
  }
  for (const [name, kind] of facets) {
    if (!KINDS.includes(kind)) throw badOption(`facets.${name}`, KINDS.join(', '), kind)
  }
  for (const name of store) if (typeof name !== 'string') throw badOption('store', 'names of fields', name)
  if (!(leadBoost >= 1 && leadBoost <= 5)) throw badOption('leadBoost', 'a number from 1 to 5', leadBoost)
  return { fields, facets, store, leadBoost }
}

/** The error for an option whose value makes no sense. */
export function badOption(field: string, expected: unknown, got: unknown): UsageError {
  return new UsageError('BAD_ARGUMENT', `${field} should be ${expected}, not ${shown(got)}`, { field, expected, got })
}

/** A value in an error; an object without a prototype, for one, has no text. */
function shown(value: unknown): string {
  try {
    return String(value)
  } catch {
    return typeof value
  }
}

/** Throws a `UsageError` for the first key of `given` that is not among `known`. */
export function rejectUnknown(given: object, known: readonly string[], what: string): void {
  if (given === null || typeof given !== 'object') throw badOption(`${what}s`, 'an object', given)
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) throw unknownName(what, key, known)
  }
}

/** The error for a name that does not exist, with the nearest that do. */
export function unknownName(what: string, got: string, known: readonly string[]): UsageError {
  // So much of a name tells which was meant.
  const typed = got.slice(0, 64)
  const near = [...known].sort((a, b) => edits(typed, a, false) - edits(typed, b, false)).slice(0, 3)
  const hint = near.length === 0 ? '' : `; did you mean "${near[0]}"?`
  return new UsageError('UNKNOWN_OPTION', `there is no ${what} "${got}"${hint}`, { field: got, got, expected: near })
}
