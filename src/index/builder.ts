import { Learner } from '../analysis/abbreviations/index.js'
import { ANALYZER_VERSION, Analyzer } from '../analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED } from '../analysis/tokens.js'
import type { Document } from '../article.js'
import { InputError, UsageError } from '../errors.js'
import { type ColumnHead, DateColumnWriter, KeywordColumnWriter } from './columns.js'
import { writeContainer } from './container.js'
import { parseIsoDate } from './dates.js'
import { lengthToByte, levelOf } from './frequency.js'
import { encodeIds } from './ids.js'
import { learnedAbbreviations } from './learned.js'
import { isStorable, packr, packValues } from './message-pack.js'
import type { IndexMeta } from './meta.js'
import { NumberColumnWriter, readNumber } from './number-column.js'
import { PostingsBuilder } from './postings-builder.js'
import { readValues } from './provinces.js'
import type { MakeSpill } from './record-log.js'
import { type BuildOptions, badOption, LEAD_WORDS, leadWeightOf, readBuildOptions, type Settings } from './settings.js'
import { StoredWriter } from './stored-writer.js'
import { encodeTerms, sortTerms, unknownTerm } from './terms.js'

/** The weighted frequency from which on a pair counts as strong. */
const STRONG_PAIR = 1.5
const PROGRESS_EVERY = 100

/** Takes documents one by one and gives the bytes of their index. */
export class IndexBuilder {
  private readonly settings: Settings
  private readonly analyzer = new Analyzer()
  private readonly learner = new Learner()
  private readonly postings: PostingsBuilder
  private readonly stored: StoredWriter | undefined
  private readonly keywords: {
    readonly name: string
    readonly kind: 'keyword' | 'province'
    readonly writer: KeywordColumnWriter
  }[] = []
  private readonly dates: { readonly name: string; readonly writer: DateColumnWriter }[] = []
  private readonly numbers: { readonly name: string; readonly writer: NumberColumnWriter }[] = []
  private readonly ids = new Map<string, number>()
  private readonly lengths: number[] = []
  private totalLength = 0
  private textUnits = 0
  private finished = false

  private frequencies = new Float32Array(1 << 12)
  private fields = new Uint16Array(1 << 12)
  private touched = new Int32Array(1 << 12)
  private readonly pairSet = new PairSet()

  /**
   * Throws a `UsageError` for options that do not exist or make no sense.
   *
   * @param makeSpill room outside of memory for postings (see `SpillFile` of timtin/node); without it they stay inside
   */
  constructor(options: BuildOptions = {}, makeSpill?: MakeSpill) {
    this.settings = readBuildOptions(options)
    this.postings = new PostingsBuilder(this.settings.fields.length, makeSpill)
    this.stored = this.settings.store.length > 0 ? new StoredWriter() : undefined
    for (const [name, kind] of this.settings.facets) {
      if (kind === 'date') this.dates.push({ name, writer: new DateColumnWriter() })
      else if (kind === 'number') this.numbers.push({ name, writer: new NumberColumnWriter() })
      else this.keywords.push({ name, kind, writer: new KeywordColumnWriter(kind) })
    }
  }

  /** Documents taken so far. */
  get documents(): number {
    return this.ids.size
  }

  /** UTF-16 units of text taken so far. */
  get units(): number {
    return this.textUnits
  }

  /**
   * Takes a document. Throws an `InputError` (`BAD_DOCUMENT`, `DUPLICATE_ID`) and stays as it was when the document
   * cannot be indexed.
   */
  add(document: Document): void {
    this.refuseWhenFinished()
    const id = checkId(document)
    if (this.ids.has(id)) {
      throw new InputError('DUPLICATE_ID', `two documents have the id "${id}"`, { field: 'id', got: id })
    }
    const texts = this.settings.fields.map(([name]) => textOf(document, name))
    const keywordValues = this.keywords.map(({ name, kind }) => readValues(document, name, kind))
    const dateValues = this.dates.map(({ name }) => dateOf(document, name))
    const numberValues = this.numbers.map(({ name }) => readNumber(document, name))
    if (texts.every(text => text.trim() === '')) {
      throw new InputError(
        'BAD_DOCUMENT',
        `document "${id}" has no text in ${this.settings.fields.map(([name]) => name).join(', ')}`,
        {
          field: this.settings.fields[0][0],
          got: id,
        },
      )
    }
    const toStore = this.stored ? valuesToStore(document, this.settings.store) : []
    const number = this.ids.size
    this.ids.set(id, number)
    for (const text of texts) this.textUnits += text.length
    this.analyzer.document(texts, unknownTerm)
    if (this.analyzer.definitions.length > 0) this.learner.add(this.analyzer.definitions)
    this.collect(number)
    this.lengths.push(lengthToByte(this.analyzer.writtenWords))
    this.totalLength += this.analyzer.writtenWords
    this.keywords.forEach(({ writer }, at) => {
      writer.add(keywordValues[at])
    })
    this.dates.forEach(({ writer }, at) => {
      writer.add(dateValues[at])
    })
    this.numbers.forEach(({ writer }, at) => {
      writer.add(numberValues[at])
    })
    this.stored?.add(toStore)
  }

  /** Adds the postings and pairs of the document that the analyzer holds. */
  private collect(document: number): void {
    const { analyzer, settings, postings, pairSet } = this
    const { tokens, textStarts } = analyzer
    const { terms, flags } = tokens
    this.reserve(analyzer.vocabulary.terms.length)
    const { frequencies, fields, touched } = this
    let count = 0
    pairSet.clear(tokens.length)
    for (let field = 0; field < settings.fields.length; field++) {
      const weight = settings.fields[field][1]
      const leadWeight = leadWeightOf(weight, settings)
      let words = 0
      let previous = -1
      for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
        const term = terms[at]
        const flag = flags[at]
        if (frequencies[term] === 0) touched[count++] = term
        frequencies[term] += words < LEAD_WORDS ? leadWeight : weight
        fields[term] |= 1 << field
        if ((flag & EXPANDED) === 0) words++
        if ((flag & ASIDE) !== 0) continue
        if ((flag & BREAK) === 0 && previous >= 0)
          pairSet.add(previous, term, words <= LEAD_WORDS ? leadWeight : weight)
        previous = term
      }
    }
    pairSet.each((left, right, frequency) => {
      postings.addPair(left, right, document, frequency >= STRONG_PAIR)
    })
    for (let at = 0; at < count; at++) {
      const term = touched[at]
      postings.addPosting(term, document, levelOf(frequencies[term]), fields[term])
      frequencies[term] = 0
      fields[term] = 0
    }
  }

  private refuseWhenFinished(): void {
    if (this.finished)
      throw new UsageError('BAD_ARGUMENT', 'the builder is finished: make a new one', { field: 'builder' })
  }

  private reserve(terms: number): void {
    if (terms <= this.frequencies.length) return
    this.frequencies = new Float32Array(terms * 2)
    this.fields = new Uint16Array(terms * 2)
    this.touched = new Int32Array(terms * 2)
  }

  /** The bytes of the index. Throws an `InputError` (`EMPTY_INPUT`) when no document was taken. */
  finish(): Uint8Array {
    this.refuseWhenFinished()
    const count = this.ids.size
    if (count === 0) throw new InputError('EMPTY_INPUT', 'there is no document to index')
    this.finished = true
    const vocabulary = this.analyzer.vocabulary.terms
    const used = this.postings.usedTerms(vocabulary.length)
    const { sorted, ordinalOf } = sortTerms(Array.from(used, term => vocabulary[term]))
    const ordinals = new Uint32Array(vocabulary.length)
    used.forEach((term, at) => {
      ordinals[term] = ordinalOf[at]
    })
    const { offsets, words } = this.postings.finish(ordinals, sorted.length, count)
    const terms = encodeTerms(sorted, offsets)
    const sections = new Map<string, Uint8Array>()
    const columns: [string, ColumnHead][] = []
    const columnBytes: [string, Uint8Array][] = []
    for (const { name, head, bytes } of [
      ...this.keywords.map(({ name, writer }) => ({ name, ...writer.finish() })),
      ...this.dates.map(({ name, writer }) => ({ name, ...writer.finish() })),
      ...this.numbers.map(({ name, writer }) => ({ name, ...writer.finish() })),
    ]) {
      columnBytes.push([`column${columns.length}`, bytes])
      columns.push([name, head])
    }
    const meta: IndexMeta = {
      analyzer: ANALYZER_VERSION,
      documents: count,
      terms: sorted.length,
      averageLength: this.totalLength / count,
      textUnits: this.textUnits,
      settings: this.settings,
      columns,
    }
    sections.set('meta', Uint8Array.from(packr.pack(meta)))
    sections.set('abbrevs', packValues(learnedAbbreviations(this.learner)))
    sections.set('blocks', bytesOf(terms.blocks))
    sections.set('terms', terms.terms)
    sections.set('lengths', Uint8Array.from(this.lengths))
    sections.set('postings', bytesOf(words))
    for (const [name, bytes] of columnBytes) sections.set(name, bytes)
    const ids = encodeIds([...this.ids.keys()])
    sections.set('idstarts', bytesOf(ids.starts))
    sections.set('ids', ids.bytes)
    if (this.stored) {
      const { index, bytes, vocabulary } = this.stored.finish()
      sections.set('storedvc', vocabulary)
      sections.set('storedix', bytesOf(index))
      sections.set('stored', bytes)
    }
    return writeContainer(sections)
  }
}

/**
 * Builds an index of documents and gives its bytes.
 *
 * @param documents any iterable, asynchronous ones too; see `Document`
 * @throws UsageError for a wrong option; InputError for a document without id or text, a wrong type, a second use of an
 *   id, or no document at all
 */
export async function buildIndex(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: BuildOptions = {},
): Promise<Uint8Array> {
  if (
    documents === null ||
    typeof documents !== 'object' ||
    !(Symbol.iterator in documents || Symbol.asyncIterator in documents)
  ) {
    throw new UsageError('BAD_ARGUMENT', 'buildIndex takes an iterable of documents', {
      field: 'documents',
      got: documents,
    })
  }
  const builder = new IndexBuilder(options)
  if (options.onProgress !== undefined && typeof options.onProgress !== 'function')
    throw badOption('onProgress', 'a function', options.onProgress)
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal))
    throw badOption('signal', 'an AbortSignal', options.signal)
  const report = () => options.onProgress?.({ documents: builder.documents, bytes: builder.units })
  for await (const document of documents) {
    options.signal?.throwIfAborted()
    builder.add(document)
    if (builder.documents % PROGRESS_EVERY === 0) report()
  }
  report()
  return builder.finish()
}

/** The values to store; an `InputError` names the field that cannot be stored. */
function valuesToStore(document: Document, names: readonly string[]): unknown[] {
  return names.map(field => {
    try {
      const value = Object.hasOwn(document, field) ? (document[field] ?? null) : null
      if (isStorable(value)) return value
    } catch {
      // Reading the field threw: as good as a value that cannot be stored.
    }
    const message = `the field "${field}" of document "${document.id}" cannot be stored: only plain JSON values can`
    throw new InputError('BAD_DOCUMENT', message, { field, got: document.id })
  })
}

function checkId(document: Document): string {
  if (document === null || typeof document !== 'object') {
    throw new InputError('BAD_DOCUMENT', `a document should be an object, not ${String(document)}`, { got: document })
  }
  const { id } = document
  // A lone surrogate has no UTF-8, so it would not come back as it was.
  if (typeof id !== 'string' || id === '' || /\p{Surrogate}/u.test(id)) {
    throw new InputError('BAD_DOCUMENT', 'a document should have an id that is a well-formed string and not empty', {
      field: 'id',
      got: id,
    })
  }
  return id
}

/** The text of a field: a string, or strings that become paragraphs. */
function textOf(document: Document, name: string): string {
  const value = Object.hasOwn(document, name) ? document[name] : undefined
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value.join('\n')
  throw new InputError('BAD_DOCUMENT', `the field "${name}" of document "${document.id}" should be a string`, {
    field: name,
    got: value,
  })
}

function dateOf(document: Document, name: string) {
  const value = Object.hasOwn(document, name) ? document[name] : undefined
  if (value === undefined || value === null || value === '') return undefined
  const date = typeof value === 'string' ? parseIsoDate(value) : undefined
  if (!date) {
    throw new InputError(
      'BAD_DOCUMENT',
      `the field "${name}" of document "${document.id}" should be an ISO date, not ${String(value)}`,
      {
        field: name,
        expected: 'YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM±HH:MM',
        got: value,
      },
    )
  }
  return date
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

/** The pairs of one document with their weighted frequencies: open addressing over parallel arrays. */
class PairSet {
  private lefts = new Int32Array(1 << 12)
  private rights = new Int32Array(1 << 12)
  private frequencies = new Float64Array(1 << 12)
  private used = new Int32Array(1 << 11)
  private count = 0

  /** Empties the set and makes room for `size` pairs. */
  clear(size: number): void {
    for (let at = 0; at < this.count; at++) this.frequencies[this.used[at]] = 0
    this.count = 0
    if (size <= this.used.length) return
    const room = 1 << (33 - Math.clz32(size))
    this.lefts = new Int32Array(room)
    this.rights = new Int32Array(room)
    this.frequencies = new Float64Array(room)
    this.used = new Int32Array(room >>> 1)
  }

  add(left: number, right: number, weight: number): void {
    const mask = this.lefts.length - 1
    const hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.frequencies[slot] > 0 && (this.lefts[slot] !== left || this.rights[slot] !== right))
      slot = (slot + 1) & mask
    if (this.frequencies[slot] === 0) {
      this.lefts[slot] = left
      this.rights[slot] = right
      this.used[this.count++] = slot
    }
    this.frequencies[slot] += weight
  }

  /** Calls `each` with every pair in the order in which they came. */
  each(each: (left: number, right: number, frequency: number) => void): void {
    for (let at = 0; at < this.count; at++) {
      const slot = this.used[at]
      each(this.lefts[slot], this.rights[slot], this.frequencies[slot])
    }
  }
}
