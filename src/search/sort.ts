import { DateColumn, KeywordColumn } from '../index/columns.js'
import type { NumberColumn } from '../index/number-column.js'
import type { IndexReader } from '../index/reader.js'
import { badOption, rejectUnknown } from '../index/settings.js'
import { collatedValues, compareVietnamese } from './collation.js'
import { facetColumn } from './facets/facet-column.js'
import { numberOrdinals } from './facets/ordinals.js'

/**
 * The order of hits: `relevance` (default), or a facet: `date` the earliest first, `-date` the latest first. Names are in the
 * order of the Vietnamese alphabet; of several values the first in that order counts. Documents without a value come last
 * either way, equal ones are ordered by id.
 */
export type Sort = string | { readonly field: string; readonly order?: 'ascending' | 'descending' }

/** What a document is sorted by, as a cursor carries it: null where it is unknown. */
export type SortValue = string | number | null

/** An order of documents by keys: the greater first; a document without a value has 0, all others have more. */
export interface SortOrder {
  /** Names the order in a cursor. */
  readonly name: string
  /** The key of a document with this score, a whole number of 31 bits. */
  key(document: number, score: number): number
  /** What the key of a document stands for, in a form that outlives the index. */
  value(document: number, score: number): SortValue
  /** The key of a value; between two keys where no document has it. Undefined when it is none of this order. */
  keyOf(value: SortValue): number | undefined
}

const RELEVANCE = 'relevance'
const BY_RELEVANCE: SortOrder = {
  name: RELEVANCE,
  key: (_, score) => score,
  value: (_, score) => score,
  keyOf: value => (typeof value === 'number' ? value : undefined),
}

/**
 * The order that is asked for; `undefined` for relevance.
 *
 * @throws UsageError for a facet that does not exist, with the nearest that do, or an order that makes no sense
 */
export function readSort(sort: Sort, reader: IndexReader): SortOrder {
  if (sort === RELEVANCE) return BY_RELEVANCE
  const { field, descending } = readOrder(sort)
  const column = facetColumn(reader, field)
  const name = `${descending ? '-' : '+'}${field}`
  if (column instanceof DateColumn) return byDate(name, column, descending)
  return column instanceof KeywordColumn
    ? byName(name, column, descending)
    : byNumber(name, column, descending, reader.documents)
}

function readOrder(sort: Sort): { readonly field: string; readonly descending: boolean } {
  if (typeof sort === 'string') {
    const descending = sort.startsWith('-')
    return { field: descending ? sort.slice(1) : sort, descending }
  }
  if (typeof sort !== 'object' || sort === null || Array.isArray(sort))
    throw badOption('sort', 'relevance, a facet, -facet or { field, order }', sort)
  rejectUnknown(sort, ['field', 'order'], 'option of sort')
  const { field, order = 'ascending' } = sort
  if (typeof field !== 'string') throw badOption('sort.field', 'the name of a facet', field)
  if (order !== 'ascending' && order !== 'descending') throw badOption('sort.order', 'ascending or descending', order)
  return { field, descending: order === 'descending' }
}

/** Above the minutes of every date that an index holds, before and after 1970. */
const MOST_MINUTES = 2 ** 30

function byDate(name: string, column: DateColumn, descending: boolean): SortOrder {
  const { minutes } = column
  const keyOf = (start: number) => (descending ? MOST_MINUTES + start : MOST_MINUTES - start)
  return {
    name,
    key: document => (column.isKnown(document) ? keyOf(minutes[document]) : 0),
    value: document => (column.isKnown(document) ? minutes[document] : null),
    keyOf: value => (value === null ? 0 : typeof value === 'number' ? keyOf(value) : undefined),
  }
}

function byNumber(name: string, column: NumberColumn, descending: boolean, documents: number): SortOrder {
  const { flat, size, numbers } = numberOrdinals(column, documents)
  return {
    name,
    key: document => rankKey(flat[document], size, descending),
    value: document => (flat[document] === 0 ? null : numbers[flat[document] - 1]),
    keyOf: value => {
      if (value === null) return 0
      if (typeof value !== 'number') return undefined
      return rankKey(
        rankIn(numbers.length, at => numbers[at] - value),
        size,
        descending,
      )
    },
  }
}

function byName(name: string, column: KeywordColumn, descending: boolean): SortOrder {
  const { names, ranks } = collatedValues(column)
  const { flat, starts, size } = column
  const rankOf = (document: number): number => {
    if (flat.length === 0) return 0
    if (starts.length === 0) return ranks[flat[document]]
    let best = ranks[flat[starts[document]]]
    for (let at = starts[document] + 1; at < starts[document + 1]; at++) {
      const rank = ranks[flat[at]]
      if (descending ? rank > best : rank < best) best = rank
    }
    return best
  }
  return {
    name,
    key: document => rankKey(rankOf(document), size, descending),
    value: document => names[rankOf(document) - 1] ?? null,
    keyOf: value => {
      if (value === null) return 0
      if (typeof value !== 'string') return undefined
      return rankKey(
        rankIn(names.length, at => compareVietnamese(names[at], value)),
        size,
        descending,
      )
    },
  }
}

/** The key of a rank from 1, where there are fewer than `size`; 0 is unknown. */
function rankKey(rank: number, size: number, descending: boolean): number {
  return rank === 0 || descending ? rank : size - rank
}

/** The rank of a value among sorted ones, from 1; half a rank after the one before where it is none of them. */
function rankIn(count: number, compare: (at: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(middle) < 0) low = middle + 1
    else high = middle
  }
  return low < count && compare(low) === 0 ? low + 1 : low + 0.5
}
