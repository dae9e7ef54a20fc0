import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import { foldMarks } from './folding.js'
import type { Ability, PeerQuery } from './protocol.js'

const FILE = 'index.db'
const WORDS = /[\p{L}\p{N}]+/gu

/**
 * SQLite's FTS5, as WebAssembly (Node 20 has no `node:sqlite`), in a file, text not kept (`content=''`). `plain`: unicode61 as it is,
 * which drops most marks and keeps đ. `tuned`: texts and queries folded beforehand. Words joined by OR, ranked by its bm25, which
 * needs all details where the text is not kept.
 */
export class Sqlite implements Adapter {
  readonly abilities: readonly Ability[] = ['prefix', 'phrase', 'filter']
  private database: sqlite.Database | undefined

  constructor(private readonly setting: string) {}

  build(documents: Iterable<BenchDocument>, { fields }: BuildSettings, folder: string): void {
    const database = new sqlite.Database(join(folder, FILE))
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    database.exec(`CREATE VIRTUAL TABLE texts USING fts5(body, content='')`)
    database.exec('CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT, category TEXT); BEGIN')
    const text = database.prepare('INSERT INTO texts (rowid, body) VALUES (?, ?)')
    const row = database.prepare('INSERT INTO documents VALUES (?, ?, ?)')
    let number = 0
    for (const document of documents) {
      number++
      text.run([number, this.read(textOf(document, fields))])
      row.run([number, document.id, document.category ?? null])
    }
    text.finalize()
    row.finalize()
    database.exec("COMMIT; INSERT INTO texts (texts) VALUES ('optimize')")
    this.database = database
  }

  save(): void {
    this.database?.close()
  }

  open(folder: string): void {
    this.database = new sqlite.Database(join(folder, FILE), { readOnly: true })
  }

  search({ text, as, category }: PeerQuery, limit: number): string[] {
    const words = this.read(text).match(WORDS) ?? []
    if (words.length === 0 || !this.database) return []
    const quoted = words.map(word => `"${word}"`)
    const match = as === 'phrase' ? `"${words.join(' ')}"` : quoted.join(' OR ') + (as === 'prefix' ? '*' : '')
    const where = category === undefined ? '' : 'AND category = ?'
    const found = this.database.all(
      `SELECT id FROM texts JOIN documents ON number = texts.rowid WHERE texts MATCH ? ${where} ORDER BY rank LIMIT ?`,
      category === undefined ? [match, limit] : [match, category, limit],
    )
    return found.map(({ id }) => String(id))
  }

  private read(text: string): string {
    return this.setting === 'tuned' ? foldMarks(text) : text.normalize('NFC')
  }
}
