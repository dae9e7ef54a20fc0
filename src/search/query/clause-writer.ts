import { type Bounds, type DateReader, readDateRange } from './bounds.js'
import type { FieldName, FieldNames } from './fields.js'
import { Frame } from './frame.js'
import type { Suffix } from './suffix.js'
import { isEscaped, QueryReader } from './syntax.js'
import { boostOf, type Occur, type QueryNode } from './tree.js'
import { type QueryWarning, type QueryWarningCode, strictError, warningAt } from './warnings.js'

/** Longer queries are cut: nobody types them, and no answer would be better for the rest. */
export const MAX_LENGTH = 65_536
/** After so many phrases, fields, operators and other parts the rest is left out. */
export const MAX_CLAUSES = 1024
/** So many warnings are kept, so many values looked up as dates or names. */
export const MAX_WARNINGS = 50
const MAX_LOOK_UPS = 200

/** What the parser is told; see `ParseOptions`. */
export interface ParserOptions {
  readonly strict: boolean
  readonly readDate: DateReader
  readonly fields: FieldNames
  readonly dateFields: readonly string[]
  readonly valueLength: ((field: string, text: string) => number) | undefined
}

/** Writes what the parser reads into the frame of the innermost bracket, and warns. */
export class ClauseWriter {
  readonly warnings: QueryWarning[] = []
  readonly reader: QueryReader
  protected readonly text: string
  protected readonly frames: Frame[]
  protected clauses = 0
  private lookUps = 0

  constructor(
    query: string,
    protected readonly options: ParserOptions,
  ) {
    this.text = query.length > MAX_LENGTH ? query.slice(0, cutAt(query)) : query
    this.reader = new QueryReader(this.text)
    this.frames = [new Frame(this.text, 0, 'should', undefined)]
    if (query.length > MAX_LENGTH) this.warn('too-long', this.text.length, query.length)
  }

  protected get frame(): Frame {
    return this.frames[this.frames.length - 1]
  }

  protected warn(code: QueryWarningCode, start: number, end: number, expected?: string): void {
    if (this.warnings.length >= MAX_WARNINGS) return
    const warning = warningAt(code, this.text, start, end, expected)
    if (this.options.strict) throw strictError(warning)
    this.warnings.push(warning)
  }

  protected add(node: QueryNode, occur: Occur): void {
    this.clauses++
    this.frame.add(node, occur)
  }

  /** A whole number within its bounds. */
  protected bounded(value: number, least: number, most: number, start: number, end: number): number {
    return this.used(value, Math.min(most, Math.max(least, Math.round(value))), start, end)
  }

  protected boosted(node: QueryNode, { boost }: Suffix, start: number, end: number): QueryNode {
    if (boost === undefined) return node
    return { type: 'boost', boost: this.used(boost, boostOf(boost), start, end), node, start, end }
  }

  private used(value: number, used: number, start: number, end: number): number {
    if (Math.abs(used - value) > 0.0001) this.warn('number-out-of-range', start, end, String(used))
    return used
  }

  protected addValue(node: QueryNode, start: number, end: number, occur: Occur, field: FieldName | undefined): void {
    this.add(field ? { type: 'field', field: field.field, node, start, end } : node, occur)
  }

  protected isDate({ field }: FieldName): boolean {
    return this.options.dateFields.includes(field)
  }

  /** Whether one more value may be looked up. */
  protected mayLookUp(): boolean {
    return this.lookUps++ < MAX_LOOK_UPS
  }

  protected readDate(text: string, field: FieldName): Bounds | undefined {
    return this.mayLookUp() ? readDateRange(text, field.unit, this.options.readDate) : undefined
  }

  protected range(
    { reversed, ...bounds }: Bounds,
    { field }: FieldName,
    suffix: Suffix,
    start: number,
    end: number,
    occur: Occur,
  ): void {
    if (reversed) this.warn('reversed-range', start, end)
    this.add(this.boosted({ type: 'range', field, ...bounds, start, end }, suffix, start, end), occur)
  }
}

/** Where a query that is too long is cut: between two words when there is a blank near, never inside a character. */
function cutAt(query: string): number {
  const blank = query.lastIndexOf(' ', MAX_LENGTH)
  if (blank > MAX_LENGTH - 100) return blank
  const low = query.charCodeAt(MAX_LENGTH)
  const cut = low >= 0xdc00 && low < 0xe000 ? MAX_LENGTH - 1 : MAX_LENGTH
  return isEscaped(query, cut) ? cut - 1 : cut
}
