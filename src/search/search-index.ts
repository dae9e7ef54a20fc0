import {
  type AbbreviationRow,
  AbbreviationTable,
  abbreviationRows,
  type LearnedAbbreviation,
} from '../analysis/abbreviations/index.js'
import { Analyzer } from '../analysis/analyzer.js'
import { UsageError } from '../errors.js'
import type { IndexSource } from '../index/container.js'
import { IndexReader } from '../index/reader.js'
import { badOption } from '../index/settings.js'
import { type Correction, Corrector } from './correct/correct.js'
import { Explainer, type Explanation } from './explain.js'
import type { FacetRequest, Filter } from './facets/value.js'
import { type Facets, Finder, type Found, type Stats } from './find.js'
import { Highlighter } from './highlight.js'
import { type OpenOptions, readOpenOptions } from './open-options.js'
import { toScore } from './open-plan.js'
import { type FullSearchOptions, readSearchOptions, type SearchOptions } from './options.js'
import type { Piece } from './pieces.js'
import type { QueryInput } from './query/index.js'
import { type Question, QuestionReader } from './question.js'
import { type HitView, type SearchResult, type StoredDocument, ViewedHit, ViewedResult } from './result.js'
import { DEFAULT_RANKING } from './scoring.js'
import { readSimilarOptions, type SimilarOptions, similarQuery } from './similar.js'
import { searchedTexts } from './stored-text.js'
import { Suggester, type Suggestion, type SuggestOptions } from './suggest/suggest.js'

/** What an index says of itself. */
export interface IndexInfo {
  readonly formatVersion: number
  readonly analyzerVersion: number
  readonly documents: number
  readonly terms: number
  /** Mean words a document. */
  readonly averageLength: number
  readonly fields: Readonly<Record<string, number>>
  readonly facets: Readonly<Record<string, string>>
  readonly store: readonly string[]
  /** Bytes of the whole file, and of each section. */
  readonly bytes: number
  readonly sections: Readonly<Record<string, number>>
}

/** A corrector looks at the best few documents. */
const BEST_FOR_CORRECTION = /* @__PURE__ */ readSearchOptions({ limit: 10, highlight: false, understand: false })

/** Documents shown whole have no passages to cut. */
const WHOLE = { fragments: 1, length: Number.POSITIVE_INFINITY } as const

/** A question with what was found for it. */
interface Answer {
  readonly question: Question
  readonly found: Found
}

/** A query asked as typed and as meant. */
interface Meant {
  readonly asTyped: Answer
  /** The answer to the corrected query, where this is the one to give. */
  readonly corrected: Answer | undefined
  /** Works the correction out, once. */
  readonly correct: () => Correction | undefined
}

/** Whether nothing matches; without hits that has to be counted, since a page may lie behind the last of them. */
function isEmpty({ hits, total }: Found): boolean {
  return hits.length === 0 && total() === 0
}

/** An open index. It answers one query at a time and keeps its working arrays (about 25 bytes a document) between them. */
export class SearchIndex {
  private readonly reader: IndexReader
  /** For documents, as when they were indexed. */
  private readonly analyzer = new Analyzer()
  private readonly questions: QuestionReader
  private readonly finder: Finder
  private readonly table: AbbreviationTable
  private corrector: Corrector | undefined
  private suggester: Suggester | undefined

  /** @internal Use `openIndex`. */
  constructor(file: Uint8Array | IndexSource, options: OpenOptions = {}) {
    const synonyms = readOpenOptions(options)
    this.reader = new IndexReader(file)
    // Queries know what the documents define.
    this.table = new AbbreviationTable(() => [...abbreviationRows(), ...learnedRows(this.reader)])
    this.finder = new Finder(this.reader)
    this.questions = new QuestionReader(this.reader, new Analyzer(this.table), this.analyzer, synonyms)
  }

  /**
   * Answers a query.
   *
   * @throws QueryError (`EMPTY_QUERY`) when the query has no word; UsageError for a wrong option, facet or filter;
   *   IndexFileError when a part of the file that the query needs is damaged
   */
  search(query: QueryInput, options: SearchOptions = {}): SearchResult {
    return this.answer(query, options, -1)
  }

  /**
   * More like a document: searches for its weightiest words and leaves the document itself out.
   *
   * @throws UsageError when there is no such document or no searched field is stored, and as `search` does
   */
  similar(id: string, options: SimilarOptions = {}): SearchResult {
    const { words, options: given } = readSimilarOptions(options)
    const document = this.number(id)
    // The words of a whole document name places and days that it is not about.
    const query = similarQuery(document, words, this.reader, this.analyzer)
    return this.answer(query, { ...given, understand: false }, document)
  }

  /** @param without the number of a document to leave out, or -1 */
  private answer(query: QueryInput, options: SearchOptions, without: number): SearchResult {
    const began = performance.now()
    const full = readSearchOptions(options)
    full.signal?.throwIfAborted()
    const { asTyped, corrected, correct } = this.asMeant(query, full, without)
    const { reading, warnings } = asTyped.question
    const { question, found } = corrected ?? asTyped
    const { plan, marks, understood } = question
    const highlighter = full.highlight ? new Highlighter(marks, this.analyzer, full.highlight) : undefined
    const view: HitView = {
      document: number => this.storedDocument(number),
      highlights: number => this.highlights(number, highlighter),
    }
    const hits = found.hits.map(({ document, score, collapsed }) => {
      return new ViewedHit(view, document, this.reader.id(document), toScore(score, plan), collapsed)
    })
    return new ViewedResult({
      found,
      hits,
      reading,
      warnings,
      understood,
      corrected: corrected !== undefined,
      correct,
      tookMs: performance.now() - began,
    })
  }

  /** Asks a query as typed and, where nothing is found, as it was probably meant. */
  private asMeant(query: QueryInput, options: FullSearchOptions, without: number): Meant {
    const asTyped = this.ask(query, query, options, without)
    const { reading } = asTyped.question
    let known: { readonly correction: Correction | undefined } | undefined
    const correct = () => {
      known ??= { correction: typeof query === 'string' ? this.correct(reading?.text ?? query) : undefined }
      return known.correction
    }
    const correction = options.autoCorrect && isEmpty(asTyped.found) ? correct() : undefined
    // Marks alone find nothing new, or were to be as typed.
    if (!correction || correction.marksOnly) return { asTyped, corrected: undefined, correct }
    const corrected = this.ask(correction.text, query, { ...options, strict: false }, without)
    return { asTyped, corrected: isEmpty(corrected.found) ? undefined : corrected, correct }
  }

  /** @param typed the query that cursors are about: whoever asks for the next page asks as before */
  private ask(query: QueryInput, typed: QueryInput, options: FullSearchOptions, without: number): Answer {
    const question = this.questions.read(query, options, without < 0)
    return { question, found: this.finder.find(typed, question, options, this.questions.evaluator, without) }
  }

  /** Counts facets over all documents that pass a filter, without a query; throws as `search` does. */
  facets(facets: readonly FacetRequest[], filter: Filter = {}): Facets {
    return this.finder.facets(facets, filter)
  }

  /** The least and greatest values of date and number facets over all documents that pass a filter; throws as `search` does. */
  stats(facets: readonly string[], filter: Filter = {}): Stats {
    return this.finder.stats(facets, filter)
  }

  /**
   * Shows how a document came by its score for a query; where `search` answers the corrected query, for that one.
   *
   * @throws UsageError when there is no such document, and as `search` does
   */
  explain(id: string, query: QueryInput, options: SearchOptions = {}): Explanation {
    const full = readSearchOptions(options)
    const document = this.number(id)
    const { asTyped, corrected } = this.asMeant(query, full, -1)
    const { match, ...question } = (corrected ?? asTyped).question
    const explanation = new Explainer(this.reader, this.questions.lexicon(full.ranking)).explain(document, question)
    return match ? { ...explanation, held: match.has(document) ? 1 : 0 } : explanation
  }

  /**
   * The searched fields of a document as a whole with everything marked that a query asks for, whether or not it matches; the
   * pieces of a field joined are its text. Fields without stored text are left out. Takes the options of `search`.
   *
   * @throws UsageError when there is no such document; QueryError (`EMPTY_QUERY`) when the query asks for nothing
   */
  highlight(id: string, query: QueryInput, options: SearchOptions = {}): Readonly<Record<string, readonly Piece[]>> {
    const full = readSearchOptions(options)
    const document = this.number(id)
    const { marks } = this.questions.read(query, full)
    return this.highlights(document, new Highlighter(marks, this.analyzer, full.highlight || WHOLE), true)
  }

  /** What a text being typed may become; see `Suggester.suggest`. The first call reads the lists of all terms. */
  suggest(text: string, options: SuggestOptions = {}): Suggestion[] {
    this.suggester ??= new Suggester(this.reader, this.table)
    return this.suggester.suggest(text, options)
  }

  /**
   * What a query was probably meant to be, its marks put back; undefined when it is right as typed, or nothing else is likely
   * enough. It is the `correction` of a search.
   *
   * @throws UsageError when the text is no string
   */
  correct(text: string): Correction | undefined {
    if (typeof text !== 'string') throw badOption('text', 'a string', typeof text)
    this.corrector ??= new Corrector({
      reader: this.reader,
      lists: { term: list => this.questions.lexicon(DEFAULT_RANKING).term(list) },
      analyzer: new Analyzer(this.table),
      abbreviations: this.table,
      best: words => this.ask({ words }, '', BEST_FOR_CORRECTION, -1).found.hits,
    })
    return this.corrector.correct(text)
  }

  /** The stored fields of a document; throws a `UsageError` when there is none with this id. */
  document(id: string): StoredDocument {
    return this.storedDocument(this.number(id))
  }

  /** The abbreviations that the documents themselves define, beyond timtin's own table, the commonest first. */
  abbreviations(): readonly LearnedAbbreviation[] {
    return this.reader.learned()
  }

  /** What the index holds and how large its parts are. */
  info(): IndexInfo {
    const { meta, container } = this.reader
    return {
      formatVersion: container.version,
      analyzerVersion: meta.analyzer,
      documents: meta.documents,
      terms: meta.terms,
      averageLength: meta.averageLength,
      fields: Object.fromEntries(meta.settings.fields),
      facets: Object.fromEntries(meta.settings.facets),
      store: meta.settings.store,
      bytes: container.bytes.length,
      sections: Object.fromEntries(container.sizes()),
    }
  }

  /** Reads the whole file and checks everything in it; throws an `IndexFileError` at the first thing that is wrong. */
  verify(): void {
    this.reader.verify()
  }

  private number(id: string): number {
    const document = this.reader.number(id)
    if (document < 0)
      throw new UsageError('BAD_ARGUMENT', `the index has no document with the id "${id}"`, { field: 'id', got: id })
    return document
  }

  private storedDocument(document: number): StoredDocument {
    return { ...Object.fromEntries(this.reader.stored(document)), id: this.reader.id(document) }
  }

  private highlights(
    document: number,
    highlighter: Highlighter | undefined,
    whole = false,
  ): Readonly<Record<string, Piece[]>> {
    if (!highlighter) return {}
    const texts = searchedTexts(document, this.reader)
    const fields = this.reader.meta.settings.fields.map(([name], at) => {
      return { name, text: texts[at], whole: whole || name === 'title' }
    })
    return Object.fromEntries(highlighter.document(fields))
  }
}

/**
 * Opens an index over its bytes, or over something that gives them in parts; nothing is read or decoded that is not
 * needed, and the bytes are not copied.
 *
 * @throws IndexFileError when the bytes are foreign, of another version, truncated or damaged; UsageError for a wrong option
 */
export function openIndex(file: Uint8Array | IndexSource, options: OpenOptions = {}): SearchIndex {
  return new SearchIndex(file, options)
}

/** Learned senses count as one of several, so that the abbreviation itself is asked for beside its long form. */
function learnedRows(reader: IndexReader): AbbreviationRow[] {
  return reader.learned().map(({ abbreviation, expansion }) => [abbreviation, expansion, 'learned', true, false])
}
