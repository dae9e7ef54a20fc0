import { InputError, messageOf } from '../../errors.js'
import { type DocumentOptions, itemsOfLines, itemsOfValue } from './documents.js'
import { applyFieldMap, readFieldMap } from './field-map.js'
import { outcomeOfPage } from './page.js'
import type { InputOptions, Item, Outcome, Piece, SourceRecord } from './piece.js'
import { articleFromRecord } from './record.js'

/** Turns pieces into articles; made once for many pieces. Pure: the same piece gives the same outcome in any thread. */
export class PieceReader {
  private readonly documents: DocumentOptions

  /** @throws UsageError (`BAD_ARGUMENT`) for a `map` that makes no sense */
  constructor(private readonly options: InputOptions = {}) {
    const fieldMap = readFieldMap(options.map)
    this.documents = { ...options, fieldMap }
  }

  /** `file` stands in errors. Never throws: what goes wrong in a piece is an item of its outcome. */
  read(file: string, piece: Piece): Outcome {
    try {
      switch (piece.kind) {
        case 'page':
          return outcomeOfPage(file, piece, this.options)
        case 'lines':
          return { items: itemsOfLines(file, piece.text, piece.line, this.documents), notes: [] }
        case 'value':
          return { items: itemsOfValue(file, piece.text, piece.line, this.documents), notes: [] }
        case 'record':
          return { items: [this.record(file, piece.record, piece.id, piece.line)], notes: [] }
        case 'problem':
          return { items: [piece.problem], notes: [] }
        default:
          return { items: [], notes: [] }
      }
    } catch (cause) {
      const reason = messageOf(cause)
      return { items: [new InputError('BAD_INPUT', `${file}: ${reason}`, { file, cause })], notes: [] }
    }
  }

  private record(file: string, record: SourceRecord, id: string, line: number | undefined): Item {
    const place = line === undefined ? { file } : { file, line }
    const document = articleFromRecord(this.named(record), id, place, this.options)
    if (document instanceof InputError) return document
    return line === undefined ? { document } : { document, line }
  }

  /** A row has only names of its own: those that are ours, by name or by the map, become fields. */
  private named(record: SourceRecord): SourceRecord {
    const { other } = record
    if (other === undefined || record.content !== undefined || record.title !== undefined) return record
    const { fieldMap } = this.documents
    const row = Object.fromEntries(other.map(([name, value]) => [ourName(name), value]))
    const mapped = fieldMap === undefined ? row : applyFieldMap(row, fieldMap)
    return typeof mapped === 'object' && mapped !== null ? recordOfRow(new Map(Object.entries(mapped))) : record
  }
}

const known: ReadonlySet<string> = new Set(['id', 'title', 'lead', 'date', 'author', 'source', 'url', 'category'])

/** `ID` and `Title` are `id` and `title`; other names stay. */
function ourName(name: string): string {
  const lower = name.toLowerCase()
  return known.has(lower) || lower === 'body' || lower === 'province' ? lower : name
}

function recordOfRow(row: ReadonlyMap<string, unknown>): SourceRecord {
  const fields: [string, string][] = []
  const other: [string, unknown][] = []
  for (const [name, value] of row) {
    if (name === 'body' && typeof value === 'string') fields.push(['content', value])
    else if (known.has(name) && typeof value === 'string') fields.push([name, value])
    else other.push([name, value])
  }
  return { ...Object.fromEntries(fields), other }
}
