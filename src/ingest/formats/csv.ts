import Papa from 'papaparse'
import { InputError } from '../../errors.js'
import type { Piece, SourceRecord, Splitter } from './piece.js'
import { newlinesIn, TextBlocks } from './text-blocks.js'

/** A row and how many lines it takes. */
interface Row {
  readonly cells: readonly string[]
  readonly lines: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** Characters of a row, whatever the caller allows: the parser notes every stray quotation mark in it. */
const longestRow = 8 * 2 ** 20

/**
 * Comma-separated values with the names of the fields in the first row (RFC 4180, and what Excel makes of it: semicolons, tabs,
 * a `sep=` line). Rows become records as they come. A quotation mark that is never closed costs its own line.
 */
export class CsvSplitter implements Splitter {
  private readonly blocks: TextBlocks
  private readonly limit: number
  private rest = ''
  private line = 1
  /** Length from which parsing is worth while: an open quotation mark is looked for in a text twice as long each time. */
  private next = 0
  private delimiter: string | undefined
  private names: readonly string[] | undefined

  constructor(
    private readonly name: string,
    limit: number,
    private readonly idOf: (line: number) => string,
  ) {
    this.limit = Math.min(limit, longestRow)
    this.blocks = new TextBlocks(name, 'cut', this.limit)
  }

  write(bytes: Uint8Array): Piece[] {
    return this.pieces(this.blocks.write(bytes), false)
  }

  end(): Piece[] {
    const pieces = this.pieces(this.blocks.end(), true)
    if (this.names === undefined) pieces.push(this.problem('no rows', this.line, 'EMPTY_INPUT'))
    return pieces
  }

  private pieces(blocks: readonly { readonly text: string }[], last: boolean): Piece[] {
    const pieces: Piece[] = []
    for (const { text } of blocks) {
      this.rest += text
      if (this.rest.length >= this.next) this.parse(false, pieces)
    }
    if (last && this.rest !== '') this.parse(true, pieces)
    const problems = this.blocks.problems.splice(0)
    return [...problems.map((problem): Piece => ({ kind: 'problem', problem })), ...pieces]
  }

  private parse(last: boolean, pieces: Piece[]): void {
    this.delimiter ??= this.guessDelimiter()
    const { rows, end, open } = parseRows(this.rest, this.delimiter, !last)
    for (const row of rows) this.row(row, pieces)
    this.rest = this.rest.slice(end)
    if (open || this.rest.length > this.limit) this.byLine(pieces)
    this.next = this.rest.length * 2
  }

  /** The part behind a quotation mark that is never closed: each line for itself. */
  private byLine(pieces: Piece[]): void {
    pieces.push(this.problem('a quotation mark is never closed; read line by line from here', this.line))
    const delimiter = this.delimiter ?? ','
    for (let start = 0; start < this.rest.length; ) {
      const at = this.rest.indexOf('\n', start)
      const end = at < 0 ? this.rest.length : at + 1
      const { rows, open } = parseRows(this.rest.slice(start, at < 0 ? end : at), delimiter, false)
      if (open || rows.length !== 1) {
        pieces.push(this.problem('this line is no whole row', this.line))
        this.line++
      } else this.row({ cells: rows[0].cells, lines: 1 }, pieces)
      start = end
    }
    this.rest = ''
  }

  private row({ cells, lines }: Row, pieces: Piece[]): void {
    const line = this.line
    this.line += lines
    if (cells.length === 1 && cells[0].trim() === '') return
    if (this.names === undefined) {
      if (/^sep=.?$/i.test(cells.join(this.delimiter))) return
      this.names = cells.map(cell => cell.trim())
      return
    }
    if (cells.length > this.names.length)
      pieces.push(this.problem(`${cells.length} fields, but ${this.names.length} names`, line))
    const other: [string, string][] = []
    this.names.forEach((name, at) => {
      if (name !== '' && at < cells.length && cells[at] !== '') other.push([name, cells[at]])
    })
    const record: SourceRecord = { other }
    pieces.push({ kind: 'record', record, id: this.idOf(line), line })
  }

  /** The delimiter that stands most often in the first line, or the one that a `sep=` line names. */
  private guessDelimiter(): string {
    const end = this.rest.indexOf('\n')
    const first = end < 0 ? this.rest : this.rest.slice(0, end)
    const named = /^sep=(.)\s*$/i.exec(first)?.[1]
    if (named !== undefined) return named
    let best = ','
    let most = 0
    for (const delimiter of delimiters) {
      const count = first.split(delimiter).length
      if (count > most) {
        best = delimiter
        most = count
      }
    }
    return best
  }

  private problem(what: string, line: number, code: 'BAD_INPUT' | 'EMPTY_INPUT' = 'BAD_INPUT'): Piece {
    const message = `${this.name}:${line}: ${what}`
    return { kind: 'problem', problem: new InputError(code, message, { file: this.name, line }) }
  }
}

/** The whole rows of a text, where they end, and whether a quotation mark is open at the end of the file. */
function parseRows(text: string, delimiter: string, more: boolean): { rows: Row[]; end: number; open: boolean } {
  const rows: Row[] = []
  let end = 0
  let open = false
  const parser = new Papa.Parser({
    delimiter,
    quoteChar: '"',
    step: (result: Papa.ParseStepResult<string[][]>) => {
      if (!more && result.errors.some(({ code }) => code === 'MissingQuotes')) {
        open = true
        return
      }
      const cursor = result.meta.cursor
      for (const cells of result.data) {
        // CR LF: the parser ends rows at LF.
        const last = cells.length - 1
        if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1)
        rows.push({ cells, lines: newlinesIn(text.slice(end, cursor)) })
      }
      end = cursor
    },
  })
  parser.parse(text, 0, more)
  return { rows, end: open ? end : more ? end : text.length, open }
}
