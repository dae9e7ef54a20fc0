import { badOption, rejectUnknown } from '../../index/settings.js'
import { minutesOf, type Now } from './calendar-span.js'
import { MAX_LENGTH } from './clause-writer.js'
import { readDateExpression } from './date-expression.js'
import { DATE_FIELDS, FieldNames, QUERY_FIELDS } from './fields.js'
import { Parser } from './parser.js'
import { plainWords, type QueryNode } from './tree.js'
import type { QueryWarning } from './warnings.js'

/** Options of `parseQuery`; all have defaults. */
export interface ParseOptions {
  /** Throw a `QuerySyntaxError` at the first thing that lenient parsing would warn of. Default false. */
  readonly strict?: boolean
  /** What `hôm qua` and a date without its year are seen from: a Date, or an ISO date or date-time. Default: the clock. */
  readonly now?: Now
  /**
   * The fields that there are; a name with a colon that is none of them is text. Vietnamese names (`tỉnh:`) go with the fields
   * of `QUERY_FIELDS` that are among them. Default: `QUERY_FIELDS`.
   */
  readonly fields?: readonly string[]
  /** Those of the fields whose values are dates. Default: `['date']`. */
  readonly dateFields?: readonly string[]
  /**
   * How far a value of a field reaches that stands without quotation marks, in UTF-16 units from the start of `text` (at most 100
   * units): `tỉnh:sóc trăng tai nạn` is 9. 0 when nothing is known. Default: for names the words in capital initials (`tỉnh:Sóc
   * Trăng`), for others one word.
   */
  readonly valueLength?: (field: string, text: string) => number
}

/** A query as a tree, and what in it was read otherwise than written. */
export interface ParsedQuery {
  readonly tree: QueryNode
  readonly warnings: readonly QueryWarning[]
}

const OPTIONS: readonly (keyof ParseOptions)[] = ['strict', 'now', 'fields', 'dateFields', 'valueLength']

/** The names of lists of fields that were asked for before: an index asks with the same list for every query. */
const known = new WeakMap<readonly string[], FieldNames>()

/** The names of some fields. */
export function fieldNames(fields: readonly string[] = QUERY_FIELDS): FieldNames {
  let names = known.get(fields)
  if (!names) {
    names = new FieldNames(fields)
    known.set(fields, names)
  }
  return names
}

/** What a query has that may be more than words: a sign of the language, or an operator in capitals, composed or not. */
const SYNTAX = /[\\"()“”„«»*^~:+−-]|AND|OR|NOT|V[AÀ]|HO|KH/

/** A parser for a query, its options checked. */
export function parserOf(query: string, options: ParseOptions = {}): Parser {
  if (typeof query !== 'string') throw badOption('query', 'a string', typeof query)
  rejectUnknown(options, OPTIONS, 'parse option')
  const { strict = false, now, fields, dateFields = DATE_FIELDS, valueLength } = options
  for (const [name, list] of [
    ['fields', fields ?? []],
    ['dateFields', dateFields],
  ] as const)
    if (!Array.isArray(list)) throw badOption(name, 'a list of names', list)
  if (now !== undefined) minutesOf(now)
  return new Parser(query, {
    strict,
    readDate: expression => readDateExpression(expression, now ?? new Date()),
    fields: fieldNames(fields),
    dateFields,
    valueLength,
  })
}

/**
 * Reads a query as people type it into a tree. Whatever was typed has an answer: what does not fit the language is read as plain
 * words or left out, with a warning. Takes time in proportion to the length of the query; longer ones than 65,536 units are cut.
 *
 * @throws UsageError for a wrong option; QuerySyntaxError (`BAD_QUERY`) with `strict`, at the first thing that is wrong
 */
export function parseQuery(query: string, options: ParseOptions = {}): ParsedQuery {
  const parser = parserOf(query, options)
  if (query.length <= MAX_LENGTH && !SYNTAX.test(query)) return { tree: plainWords(query), warnings: [] }
  return { tree: parser.parse(), warnings: parser.warnings }
}
