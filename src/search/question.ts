import type { Analyzer } from '../analysis/analyzer.js'
import { QueryError, UsageError } from '../errors.js'
import type { IndexReader } from '../index/reader.js'
import { CacheRoom } from './cache.js'
import { affordable } from './clauses/budget.js'
import { type ClauseContext, ClauseReader } from './clauses/clause-reader.js'
import type { Mark } from './clauses/mark.js'
import { documentWords, type PhraseContext } from './clauses/phrase.js'
import type { FieldWords } from './clauses/phrase-text.js'
import { Evaluator, type Task } from './evaluate.js'
import { Lexicon } from './lexicon.js'
import { joinPlans, openPlan } from './open-plan.js'
import type { FullSearchOptions } from './options.js'
import { planQuery } from './plan.js'
import {
  isPlain,
  type ParsedQuery,
  type ParseOptions,
  parseQuery,
  placeValueLength,
  plainWords,
  type QueryInput,
  type QueryNode,
  type QueryWarning,
  toTree,
  type Understood,
} from './query/index.js'
import { strictError, warningAt } from './query/warnings.js'
import { type QueryReading, readTyping } from './reading.js'
import { ImpactTable, type Ranking } from './scoring.js'
import { requiredShare, slotShares } from './shares.js'
import { frequencyAsTyped } from './spellings.js'
import { searchedTexts } from './stored-text.js'
import { SynonymFinder } from './synonyms/finder.js'
import { synonymMatch } from './synonyms/match.js'
import type { SynonymRule } from './synonyms/rules.js'
import { Understander } from './understanding.js'

/** Sets of constants of ranking whose lists are kept side by side. */
const MAX_LEXICONS = 2
/**
 * Lists are kept in memory for the next queries up to about so many bytes for each document of the index: those that a
 * thousand different headlines ask for, with and without marks, take some 1,800.
 */
const CACHE_BYTES_PER_DOCUMENT = 2000
const MOST_CACHE_BYTES = 256 * 2 ** 20

/** So many documents that a query read are kept for its other phrases. */
const KEPT_DOCUMENTS = 64

/** A query as the index understands it, ready to be answered. */
export interface Question extends Task {
  /** The share of the query's words that a document must hold. */
  readonly required: number
  /** What of it can be pointed at in texts. */
  readonly marks: readonly Mark[]
  /** How the query was read, when it was typed for an input method that was off. */
  readonly reading: QueryReading | undefined
  /** What in the query was read otherwise than it was written. */
  readonly warnings: readonly QueryWarning[]
  /** Places and dates among its plain words. */
  readonly understood: readonly Understood[]
}

/** What is made of a query before its places and dates are looked at. */
type Unplaced = Omit<Question, 'understood' | 'agreements'>

/** Reads queries for one index, and keeps what the next ones will ask for too. */
export class QuestionReader {
  private readonly lexicons = new Map<string, Lexicon>()
  private readonly room: CacheRoom
  private evaluatorMade: Evaluator | undefined
  private readonly understander: Understander
  private readonly synonyms: SynonymFinder | undefined
  /** What queries may call a field. */
  private readonly fieldNames: ParseOptions

  constructor(
    private readonly reader: IndexReader,
    private readonly queryAnalyzer: Analyzer,
    private readonly analyzer: Analyzer,
    synonyms: readonly SynonymRule[] = [],
  ) {
    this.synonyms = synonyms.length === 0 ? undefined : new SynonymFinder(synonyms, queryAnalyzer)
    this.room = new CacheRoom(Math.min(MOST_CACHE_BYTES, reader.documents * CACHE_BYTES_PER_DOCUMENT))
    this.understander = new Understander(reader)
    const { settings, columns } = reader.meta
    const named = [...settings.fields, ...columns].map(([name]) => name)
    this.fieldNames = {
      fields: [...new Set([...named, ...settings.store])],
      dateFields: columns.filter(([, { kind }]) => kind === 'date').map(([name]) => name),
      valueLength: placeValueLength,
    }
  }

  /**
   * Reads a query.
   *
   * @param typed whether somebody asked it, and synonyms are looked for too
   * @throws QueryError (`EMPTY_QUERY`) when it has no word and asks for nothing else; `QuerySyntaxError` under `strict`
   */
  read(query: QueryInput, options: FullSearchOptions, typed = true): Question {
    const { tree, warnings } = this.affordable(query, options)
    const sentence = typeof query === 'string' && options.match === 'most' && isSentence(tree)
    const text = isPlain(tree) ? tree.text : sentence ? query : undefined
    const context = this.context(options, typed)
    const question =
      text === undefined
        ? this.composed(tree, warnings, context, options)
        : this.plain(text, warnings, context, options)
    if (!question) throw new QueryError('EMPTY_QUERY', 'the query has no word in it', { field: 'query', got: query })
    return options.understand ? this.understood(question, tree, query, options) : { ...question, understood: [] }
  }

  /** Adds what documents get for places and dates of the plain words. */
  private understood(
    question: Unplaced,
    tree: QueryNode,
    query: QueryInput,
    { ranking, now }: FullSearchOptions,
  ): Question {
    const { understander } = this
    const { plan, reading } = question
    // What was typed for an input method is words when it is read.
    const understood = reading
      ? understander.read(plainWords(reading.text), reading.text, now)
      : understander.read(tree, typeof query === 'string' ? query : undefined, now)
    if (understood.length === 0) return { ...question, understood }
    return { ...question, understood, agreements: understander.agreements(understood, plan, ranking) }
  }

  /** The tree of a query, without what nobody types so much of. */
  private affordable(query: QueryInput, options: FullSearchOptions): ParsedQuery {
    const parsed = this.tree(query, options)
    if (isPlain(parsed.tree)) return parsed
    const { tree, cut } = affordable(parsed.tree)
    if (!cut) return parsed
    const text = typeof query === 'string' ? query : ''
    const warning = warningAt('too-many-clauses', text, cut.start, Math.max(cut.end, text.length))
    if (options.strict) throw strictError(warning)
    const known = parsed.warnings.some(({ code }) => code === warning.code)
    return { tree, warnings: known ? parsed.warnings : [...parsed.warnings, warning] }
  }

  private tree(query: QueryInput, { strict, now }: FullSearchOptions): ParsedQuery {
    if (typeof query !== 'string' && (typeof query !== 'object' || query === null)) {
      throw new UsageError('BAD_ARGUMENT', 'the query should be a string or a tree', {
        field: 'query',
        got: typeof query,
      })
    }
    const options = { ...this.fieldNames, strict, ...(now === undefined ? {} : { now }) }
    return typeof query === 'string' ? parseQuery(query, options) : { tree: toTree(query, options), warnings: [] }
  }

  private context({ accents, ranking, signal }: FullSearchOptions, typed: boolean): ClauseContext {
    const { reader, queryAnalyzer, analyzer, evaluator } = this
    return {
      reader,
      lexicon: this.lexicon(ranking),
      queryAnalyzer,
      analyzer,
      accents,
      words: this.wordsOf(),
      evaluator,
      ranking,
      synonyms: typed ? this.synonyms : undefined,
      signal,
    }
  }

  private plain(
    text: string,
    warnings: readonly QueryWarning[],
    context: ClauseContext,
    { match }: FullSearchOptions,
  ): Unplaced | undefined {
    const { reader, queryAnalyzer, accents, ranking, lexicon } = context
    let plan = planQuery(text, queryAnalyzer, lexicon, accents, ranking)
    if (plan.slots.length === 0) return undefined
    let reading: QueryReading | undefined
    if (accents === 'auto' && plan.slots.some(({ answers }) => answers.spellings.length === 0)) {
      reading = readTyping(text, word => frequencyAsTyped(word, reader))
      if (reading) plan = planQuery(reading.text, queryAnalyzer, lexicon, accents, ranking)
    }
    const open = openPlan(plan, lexicon, reader.documents, ranking)
    const { impacts } = lexicon
    const synonyms = synonymMatch(reading?.text ?? text, plan, match, lexicon, context)
    if (!synonyms) {
      const shares = slotShares(open.slots, reader.documents, match)
      const required = requiredShare(open, shares, match, ranking)
      return { plan: open, shares, required, marks: [{ plan: open }], impacts, reading, warnings }
    }
    const shares = new Uint16Array(synonyms.plan.slots.length)
    const marks = [{ plan: open }, ...synonyms.marks]
    return { ...synonyms, shares, required: 0, marks, impacts, reading, warnings }
  }

  private composed(
    tree: QueryNode,
    warnings: readonly QueryWarning[],
    context: ClauseContext,
    { match }: FullSearchOptions,
  ): Unplaced | undefined {
    const clauses = new ClauseReader(context)
    const found = clauses.read(tree, match)
    if (!found) return undefined
    const plan = joinPlans(clauses.plans, context.ranking)
    const shares = new Uint16Array(plan.slots.length)
    const { impacts } = context.lexicon
    const { marks } = clauses
    return { plan, shares, required: 0, marks, impacts, match: found, reading: undefined, warnings }
  }

  /** Gives the words of documents, and keeps a few: several phrases ask for those of the same documents one after another. */
  private wordsOf(): PhraseContext['words'] {
    const known = new Map<number, readonly FieldWords[]>()
    return document => {
      const words = known.get(document)
      if (words) return words
      const texts = this.searchedTexts(document)
      const made = texts && documentWords(texts, this.analyzer)
      if (known.size >= KEPT_DOCUMENTS) known.clear()
      if (made) known.set(document, made)
      return made
    }
  }

  /** The searched fields of a stored document; undefined when one of them is not stored. */
  private searchedTexts(document: number): readonly string[] | undefined {
    const { fields, store } = this.reader.meta.settings
    if (!fields.every(([name]) => store.includes(name))) return undefined
    return searchedTexts(document, this.reader)
  }

  /** Scores documents; its arrays are used for query after query. */
  get evaluator(): Evaluator {
    this.evaluatorMade ??= new Evaluator(this.reader.lengths, this.reader.documents)
    return this.evaluatorMade
  }

  /** Words with their lists, weighed by these constants of ranking. */
  lexicon(ranking: Ranking): Lexicon {
    const { k1, b, shortest, floor, unknownMarks, otherY, informal } = ranking
    const key = [k1, b, shortest, floor, unknownMarks, otherY, informal].join(' ')
    let lexicon = this.lexicons.get(key)
    if (!lexicon) {
      if (this.lexicons.size >= MAX_LEXICONS) this.forget()
      lexicon = new Lexicon(this.reader, new ImpactTable(ranking, this.reader.meta.averageLength), this.room)
      this.lexicons.set(key, lexicon)
    }
    return lexicon
  }

  private forget(): void {
    this.lexicons.clear()
    this.room.empty()
  }
}

/** So many words outside of its quotation marks make a query a sentence that quotes something. */
const SENTENCE_WORDS = 5

/**
 * Whether a query is a sentence with something quoted in it (a headline, a question), and not a demand for a phrase: words
 * and phrases alone, and several words outside of the quotation marks. The phrase then counts by its words and pairs.
 */
function isSentence(tree: QueryNode): boolean {
  if (tree.type !== 'group') return false
  let words = 0
  for (const { occur, node } of tree.clauses) {
    if (occur !== 'should' || (node.type !== 'words' && (node.type !== 'phrase' || node.slop > 0))) return false
    if (node.type === 'words') words += node.text.split(/\s+/).length
  }
  return words >= SENTENCE_WORDS
}
