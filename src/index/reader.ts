import type { LearnedAbbreviation } from '../analysis/abbreviations/index.js'
import { UsageError } from '../errors.js'
import { type Column, DateColumn, KeywordColumn } from './columns.js'
import { asWords, Container, type IndexSource } from './container.js'
import { type CheckPart, damaged } from './damage.js'
import { readField } from './field-positions.js'
import { IdReader } from './ids.js'
import { readLearned } from './learned.js'
import { type IndexMeta, readMeta } from './meta.js'
import { NumberColumn } from './number-column.js'
import { leastPairDocuments, PairDirectory } from './pairs.js'
import { type Postings, PostingsReader, postingsSize } from './postings.js'
import { StoredReader } from './stored.js'
import { TermDictionary } from './terms.js'

/**
 * An index over its bytes. Opening checks the head and reads the description; every other section is checked and read
 * when it is first needed.
 */
export class IndexReader {
  readonly container: Container
  readonly meta: IndexMeta
  private readonly postings: Uint8Array
  private readonly words: Uint32Array
  private readonly postingsFrom: number
  private dictionary: TermDictionary | undefined
  private lengthBytes: Uint8Array | undefined
  private storedReader: StoredReader | undefined
  private idNumbers: Map<string, number> | undefined
  private postingsReader: PostingsReader | undefined
  private idReader: IdReader | undefined
  private readonly columns = new Map<string, Column>()
  private readonly checkPart: CheckPart = part => {
    this.container.check(part.byteOffset - this.container.bytes.byteOffset, part.byteLength)
  }

  /** Throws an `IndexFileError` when the bytes are no index that this version reads. */
  constructor(file: Uint8Array | IndexSource) {
    if (!(file instanceof Uint8Array) && !isSource(file)) {
      throw new UsageError('BAD_ARGUMENT', 'openIndex takes a Uint8Array or an IndexSource', {
        field: 'bytes',
        got: typeof file,
      })
    }
    this.container = new Container(file)
    this.meta = readMeta(this.container.section('meta'))
    this.checkCounts()
    this.postings = this.container.unchecked('postings')
    this.words = asWords(this.postings)
    this.postingsFrom = this.postings.byteOffset - this.container.bytes.byteOffset
  }

  /** Documents and terms take bytes, so that no array made for them is much larger than the file. */
  private checkCounts(): void {
    const { documents, terms } = this.meta
    const lengths = this.container.unchecked('lengths').length
    if (documents > lengths) throw damaged('lengths', `a byte for each of ${documents} documents`, lengths)
    const most = this.container.unchecked('terms').length >>> 1
    if (terms > most) throw damaged('terms', `two bytes for each of ${terms} terms`, most)
  }

  /** Number of documents. */
  get documents(): number {
    return this.meta.documents
  }

  /** Whether all pairs are in the index, those of a single document too. */
  get hasAllPairs(): boolean {
    return leastPairDocuments(this.documents) <= 1
  }

  get terms(): TermDictionary {
    if (!this.dictionary) {
      const [terms, blocks] = ['terms', 'blocks'].map(name => this.container.unchecked(name))
      this.dictionary = new TermDictionary({ terms, blocks: asWords(blocks) }, this.meta.terms, this.checkPart)
    }
    return this.dictionary
  }

  /** Document lengths as bytes of `lengthToByte`. */
  get lengths(): Uint8Array {
    this.lengthBytes ??= this.container.section('lengths')
    return this.lengthBytes
  }

  /** All postings as words; the pairs of a term are read from them too. */
  get postingWords(): Uint32Array {
    return this.words
  }

  /** In how many documents a term stands; `list` is where its list begins (see `FoldGroup.lists`). */
  frequency(list: number): number {
    this.container.check(this.postingsFrom + list, 16)
    return postingsSize(this.words, list * 8, this.documents)
  }

  /** Reads the list that takes the bytes from `start` to `end` of the postings. */
  readPostings(start: number, end: number): Postings {
    const { postings } = this
    if (!(start < end && end <= postings.length)) throw damaged('terms', `a list within ${postings.length} bytes`, end)
    this.container.check(this.postingsFrom + start, end - start)
    this.postingsReader ??= new PostingsReader(this.documents, this.meta.settings.fields.length)
    return this.postingsReader.read(this.words, start * 8, end * 8)
  }

  /** The pairs that a term owns, of which the postings have been read. */
  pairsOf({ documents, fields, end }: Postings): PairDirectory {
    return new PairDirectory(this.words, fields.end, end, documents.size, this.meta.terms)
  }

  /** For each posting of a term 1 when it stands in the field of that number, else 0. */
  inField({ documents, fields }: Postings, field: number): Uint8Array {
    return readField(this.words, fields, documents.size, field, this.meta.settings.fields.length)
  }

  /** The column of a facet; a `UsageError` is the caller's to throw when there is none. */
  column(name: string): Column | undefined {
    const known = this.columns.get(name)
    if (known) return known
    const at = this.meta.columns.findIndex(([column]) => column === name)
    if (at < 0) return undefined
    const head = this.meta.columns[at][1]
    const section = `column${at}`
    const bytes = this.container.section(section)
    const column =
      head.kind === 'date'
        ? new DateColumn(head, bytes, this.documents, section)
        : head.kind === 'number'
          ? new NumberColumn(head, bytes, this.documents, section)
          : new KeywordColumn(head, bytes, this.documents, section)
    this.columns.set(name, column)
    return column
  }

  /** The abbreviations that the documents define, beyond our own table, the commonest first. */
  learned(): LearnedAbbreviation[] {
    return readLearned(this.container.section('abbrevs'))
  }

  /** The id of a document. */
  id(document: number): string {
    if (!this.idReader) {
      const [bytes, starts] = ['ids', 'idstarts'].map(name => this.container.unchecked(name))
      this.idReader = new IdReader({ starts: asWords(starts), bytes }, this.documents, this.checkPart)
    }
    return this.idReader.id(document)
  }

  /** The number of the document with this id, or -1. The first call reads all ids. */
  number(id: string): number {
    if (!this.idNumbers) {
      this.idNumbers = new Map()
      for (let document = 0; document < this.documents; document++) this.idNumbers.set(this.id(document), document)
    }
    return this.idNumbers.get(id) ?? -1
  }

  /** The stored fields of a document that have a value, by name. */
  stored(document: number): Map<string, unknown> {
    const found = new Map<string, unknown>()
    if (!this.container.has('stored')) return found
    if (!this.storedReader) {
      const [index, bytes, vocabulary] = ['storedix', 'stored', 'storedvc'].map(name => this.container.unchecked(name))
      this.storedReader = new StoredReader({ index: asWords(index), bytes, vocabulary }, this.documents, this.checkPart)
    }
    const values = this.storedReader.values(document)
    this.meta.settings.store.forEach((name, at) => {
      const value = values[at]
      if (value !== null && value !== undefined) found.set(name, value)
    })
    return found
  }

  /** Reads everything; throws an `IndexFileError` at the first thing that does not hold. */
  verify(): void {
    this.container.verify()
    let terms = 0
    const positions = new Int32Array(this.documents)
    for (const { spellings, lists } of this.terms.all()) {
      terms += spellings.length
      for (let spelling = 0; spelling < spellings.length; spelling++) {
        const postings = this.readPostings(lists[spelling], lists[spelling + 1])
        this.inField(postings, this.meta.settings.fields.length - 1)
        const pairs = this.pairsOf(postings)
        for (let pair = 0; pair < pairs.keys.length; pair++) pairs.positions(pair, positions)
      }
    }
    if (terms !== this.meta.terms) throw damaged('terms', `${this.meta.terms} terms`, terms)
    for (const [name] of this.meta.columns) this.column(name)
    this.learned()
    for (let document = 0; document < this.documents; document++) {
      this.id(document)
      this.stored(document)
    }
  }
}

function isSource(value: IndexSource): boolean {
  const known: unknown = value
  if (typeof known !== 'object' || known === null) return false
  return Number.isSafeInteger(value.length) && value.length >= 0 && typeof value.read === 'function'
}
