import { badOption, unknownName } from '../../index/settings.js'
import { type Bounds, type DateReader, printNumber, readDateRange, readNumberRange } from './bounds.js'
import { readDateExpression } from './date-expression.js'
import { datesWithin } from './dates-in-field.js'
import { DATE_FIELDS, QUERY_FIELDS } from './fields.js'
import { type ParseOptions, parseQuery } from './parse.js'
import {
  boostOf,
  type Clause,
  groupOf,
  MAX_BOOST,
  MAX_DEPTH,
  MAX_SLOP,
  MIN_BOOST,
  type QueryNode,
  trimmed,
} from './tree.js'

/** A range in code. Bounds of a date field are dates as `date:` takes them (`2024-07`, `quý 3/2023`); of others, numbers. */
export interface RangeInput {
  readonly field: string
  readonly from?: string | number
  readonly to?: string | number
  /** Whether `from` itself belongs to the range. Default true. */
  readonly includeFrom?: boolean
  /** Whether `to` itself belongs to the range. Default true. */
  readonly includeTo?: boolean
}

/**
 * A query built in code: a string in the query language, or an object with one of these keys and what belongs to it. `words` is
 * text with no signs in it that mean anything; `most` puts parts side by side as in a search box.
 */
export type QueryInput =
  | string
  | { readonly words: string }
  | { readonly phrase: string; readonly slop?: number }
  | { readonly prefix: string }
  | { readonly fuzzy: string; readonly distance?: 1 | 2 }
  | { readonly range: RangeInput }
  | { readonly exists: string }
  | { readonly field: string; readonly query: QueryInput }
  | { readonly boost: number; readonly query: QueryInput }
  | { readonly and: readonly QueryInput[] }
  | { readonly or: readonly QueryInput[] }
  | { readonly most: readonly QueryInput[] }
  | { readonly not: QueryInput }

/** The keys of each kind of query, the one that says the kind first. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['words', []],
  ['phrase', ['slop']],
  ['prefix', []],
  ['fuzzy', ['distance']],
  ['range', []],
  ['exists', []],
  ['field', ['query']],
  ['boost', ['query']],
  ['and', []],
  ['or', []],
  ['most', []],
  ['not', []],
])
const RANGE_KEYS = ['field', 'from', 'to', 'includeFrom', 'includeTo']

const NOWHERE = { start: 0, end: 0 } as const
const NOTHING: QueryNode = { type: 'words', text: '', ...NOWHERE }

/**
 * The tree of a query built in code. Parts without any word are left out. Strings are parsed with the options; positions of what
 * is no string are 0.
 *
 * @throws UsageError with the path of what is wrong in `field` and, for a name that does not exist, the nearest in `expected`
 */
export function toTree(input: QueryInput, options: ParseOptions = {}): QueryNode {
  return new TreeBuilder(options).node(input, 'query', 0)
}

class TreeBuilder {
  private readonly fields: readonly string[]
  private readonly dateFields: readonly string[]
  private readonly readDate: DateReader

  constructor(private readonly options: ParseOptions) {
    this.fields = options.fields ?? QUERY_FIELDS
    this.dateFields = options.dateFields ?? DATE_FIELDS
    this.readDate = expression => readDateExpression(expression, options.now ?? new Date())
  }

  node(input: unknown, path: string, depth: number): QueryNode {
    if (depth > MAX_DEPTH) throw badOption(path, `nested at most ${MAX_DEPTH} deep`, 'a deeper one')
    if (typeof input === 'string') return parseQuery(input, this.options).tree
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw badOption(path, 'a string or an object', Array.isArray(input) ? 'a list' : input)
    const given = new Map<string, unknown>(Object.entries(input).filter(([, value]) => value !== undefined))
    const kind = [...KINDS.keys()].find(each => given.has(each))
    if (kind === undefined) {
      const [key] = given.keys()
      if (key === undefined)
        throw badOption(path, `an object with one of ${[...KINDS.keys()].join(', ')}`, 'an empty one')
      throw unknownName(`kind of query at ${path}`, key, [...KINDS.keys()])
    }
    const keys = [kind, ...(KINDS.get(kind) ?? [])]
    for (const key of given.keys()) if (!keys.includes(key)) throw unknownName(`key beside ${path}.${kind}`, key, keys)
    return this.ofKind(kind, given, `${path}.${kind}`, depth + 1)
  }

  private ofKind(kind: string, given: ReadonlyMap<string, unknown>, path: string, depth: number): QueryNode {
    const value = given.get(kind)
    const query = () => this.node(given.get('query'), `${path}.query`, depth)
    switch (kind) {
      case 'and':
        return this.side(value, path, depth, 'must')
      case 'most':
        return this.side(value, path, depth, 'should')
      case 'or': {
        const nodes = this.list(value, path, depth)
        return nodes.length < 2 ? (nodes[0] ?? NOTHING) : { type: 'or', nodes, ...NOWHERE }
      }
      case 'not': {
        const node = this.node(value, path, depth)
        return isNothing(node) ? node : { type: 'group', clauses: [{ occur: 'not', node }], ...NOWHERE }
      }
      case 'boost': {
        if (typeof value !== 'number' || !(value >= MIN_BOOST && value <= MAX_BOOST))
          throw badOption(path, `a number from ${MIN_BOOST} to ${MAX_BOOST}`, value)
        const node = query()
        return isNothing(node) ? node : { type: 'boost', boost: boostOf(value), node, ...NOWHERE }
      }
      case 'field':
        return this.inField(this.known(value, path), query(), path)
      case 'exists':
        return { type: 'exists', field: this.known(value, path), ...NOWHERE }
      case 'range':
        return this.range(value, path)
      default:
        return text(kind, value, given, path)
    }
  }

  private known(field: unknown, path: string): string {
    if (typeof field !== 'string') throw badOption(path, 'the name of a field', field)
    if (!this.fields.includes(field)) throw unknownName('field', field, this.fields)
    return field
  }

  private inField(field: string, node: QueryNode, path: string): QueryNode {
    if (isNothing(node)) return node
    if (!this.dateFields.includes(field)) return { type: 'field', field, node, ...NOWHERE }
    const dates = datesWithin(node, field, value => readDateRange(value, undefined, this.readDate))
    if (!dates) throw badOption(`${path}.query`, 'a date', 'something else')
    return dates
  }

  /** The parts of a list that have any word in them. */
  private list(value: unknown, path: string, depth: number): QueryNode[] {
    if (!Array.isArray(value)) throw badOption(path, 'a list of queries', value)
    const parts: readonly unknown[] = value
    return parts.map((each, at) => this.node(each, `${path}[${at}]`, depth)).filter(node => !isNothing(node))
  }

  /** Parts side by side; one that only says what must or must not be there says it here. */
  private side(value: unknown, path: string, depth: number, occur: 'must' | 'should'): QueryNode {
    const clauses: Clause[] = []
    for (const node of this.list(value, path, depth)) {
      const last = clauses[clauses.length - 1]
      if (node.type === 'group' && node.clauses.length === 1) clauses.push(node.clauses[0])
      else if (occur === 'should' && node.type === 'words' && last?.occur === 'should' && last.node.type === 'words')
        clauses[clauses.length - 1] = {
          occur,
          node: { ...NOTHING, type: 'words', text: `${last.node.text} ${node.text}` },
        }
      else clauses.push({ occur, node })
    }
    const [first] = clauses
    if (clauses.length === 1 && first.occur === occur) return first.node
    return groupOf(clauses, 0, 0) ?? NOTHING
  }

  private range(value: unknown, path: string): QueryNode {
    if (typeof value !== 'object' || value === null) throw badOption(path, 'an object with field, from and to', value)
    const given = new Map<string, unknown>(Object.entries(value))
    for (const key of given.keys()) if (!RANGE_KEYS.includes(key)) throw unknownName(`key of ${path}`, key, RANGE_KEYS)
    const field = this.known(given.get('field'), `${path}.field`)
    const isDate = this.dateFields.includes(field)
    const bound = (name: string): string => {
      const limit = given.get(name)
      if (limit === undefined) return ''
      if (isDate ? typeof limit === 'string' : typeof limit === 'number' && Number.isFinite(limit))
        return typeof limit === 'number' ? printNumber(limit) : String(limit)
      throw badOption(`${path}.${name}`, isDate ? 'a date' : 'a number', limit)
    }
    const excluded = (name: string): boolean => {
      const included = given.get(name) ?? true
      if (typeof included !== 'boolean') throw badOption(`${path}.${name}`, 'true or false', included)
      return !included
    }
    const [from, to] = [bound('from'), bound('to')]
    const written = `${from !== '' && excluded('includeFrom') ? '>' : ''}${from}..${to !== '' && excluded('includeTo') ? '<' : ''}${to}`
    const bounds: Bounds | undefined = isDate
      ? readDateRange(written, undefined, this.readDate)
      : readNumberRange(written)
    if (!bounds || bounds.reversed) throw badOption(path, 'a range from its lower to its upper bound', written)
    const { reversed: _, ...range } = bounds
    return { type: 'range', field, ...range, ...NOWHERE }
  }
}

function isNothing(node: QueryNode): boolean {
  return node.type === 'words' && node.text === ''
}

/** Words, a phrase, a prefix or a word with edits. */
function text(kind: string, value: unknown, given: ReadonlyMap<string, unknown>, path: string): QueryNode {
  if (typeof value !== 'string') throw badOption(path, 'a string', value)
  const written = trimmed(value)
  if (kind === 'words') return { type: 'words', text: written, ...NOWHERE }
  if (kind === 'phrase') {
    const slop = given.get('slop') ?? 0
    if (typeof slop !== 'number' || !Number.isInteger(slop) || slop < 0 || slop > MAX_SLOP)
      throw badOption(`${path}.slop`, `a whole number from 0 to ${MAX_SLOP}`, slop)
    return written === '' ? NOTHING : { type: 'phrase', text: written, slop, ...NOWHERE }
  }
  if (!/[\p{L}\p{N}]/u.test(written)) throw badOption(path, 'a text with a letter or digit in it', value)
  if (kind === 'prefix') return { type: 'prefix', text: written, ...NOWHERE }
  const distance = given.get('distance') ?? 1
  if (distance !== 1 && distance !== 2) throw badOption(`${path}.distance`, '1 or 2', distance)
  return { type: 'fuzzy', text: written, distance, ...NOWHERE }
}
