import type { Correction } from './correct/correct.js'
import type { Facets, Found, Stats } from './find.js'
import type { Piece } from './pieces.js'
import type { QueryWarning, Understood } from './query/index.js'
import type { QueryReading } from './reading.js'

/** A document as it was stored. */
export type StoredDocument = { readonly id: string } & Readonly<Record<string, unknown>>

/** A document found. */
export interface Hit {
  readonly id: string
  /** Higher is better; comparable within one query only. */
  readonly score: number
  /** Under `collapse` the number of other matches that the hit stands for. */
  readonly collapsed?: number
  /** The stored fields; decoded when it is first read. */
  readonly document: StoredDocument
  /**
   * The matches by field: `title` whole, the others as passages with ellipses. Empty when nothing is stored or `highlight` is
   * off; worked out when it is first read.
   */
  readonly highlights: Readonly<Record<string, readonly Piece[]>>
}

/** What a search found. */
export interface SearchResult {
  /** Documents that match, exactly; counted when it is first read, since the best can be found without it. */
  readonly total: number
  /** The first of them in the order of `sort` after `offset`, at most `limit`. Equal ones are ordered by id. */
  readonly hits: readonly Hit[]
  /** What to give as `after` for the hits behind these; undefined when there are none. Worked out when it is first read. */
  readonly next: string | undefined
  /** Counts over all matches, for each facet asked for. */
  readonly facets: Facets
  /** The least and greatest values among all matches, for each facet asked for under `stats`. */
  readonly stats: Stats
  /** Under `collapse` how many groups match, documents that stand alone among them. */
  readonly groups?: number
  /** How the query was read, when it was typed for an input method that was off (Telex, VNI, VIQR). */
  readonly reading?: QueryReading
  /** What in the query was read otherwise than it was written; see `warningText` for people who search. */
  readonly warnings: readonly QueryWarning[]
  /**
   * Places and dates understood in the plain words of the query, for which documents that agree rank higher; positions are in
   * the query, or in `reading.text`, or in `correction.text` when `corrected`. Empty with `understand: false`.
   */
  readonly understood: readonly Understood[]
  /** What the query was probably meant to be; worked out when it is first read. See `correctionText` for people who search. */
  readonly correction: Correction | undefined
  /**
   * Whether nothing was found for the query as typed, so that all the rest is the answer to `correction.text`. Never with
   * `autoCorrect: false`.
   */
  readonly corrected: boolean
  readonly tookMs: number
}

/** What hits read when they are asked for it, by the number of the document. */
export interface HitView {
  document(document: number): StoredDocument
  highlights(document: number): Hit['highlights']
}

/**
 * A hit that reads its document when it is asked. What is read late are getters of a class and not of each object: those
 * of object literals have a hidden class each, in which the engine keeps all they refer to until it collects everything.
 */
export class ViewedHit implements Hit {
  declare readonly collapsed?: number
  readonly #view: HitView
  readonly #number: number
  #document: StoredDocument | undefined
  #highlights: Hit['highlights'] | undefined

  constructor(
    view: HitView,
    document: number,
    readonly id: string,
    readonly score: number,
    collapsed: number | undefined,
  ) {
    this.#view = view
    this.#number = document
    if (collapsed !== undefined) this.collapsed = collapsed
  }

  get document(): StoredDocument {
    this.#document ??= this.#view.document(this.#number)
    return this.#document
  }

  get highlights(): Hit['highlights'] {
    this.#highlights ??= this.#view.highlights(this.#number)
    return this.#highlights
  }

  /** Everything, for `JSON.stringify`. */
  toJSON(): Hit {
    return { ...this, document: this.document, highlights: this.highlights }
  }
}

/** What a result is made of. */
export interface ResultParts extends Pick<SearchResult, 'warnings' | 'understood' | 'corrected' | 'tookMs'> {
  readonly found: Found
  readonly hits: readonly Hit[]
  readonly reading: QueryReading | undefined
  /** Works the correction out, once. */
  readonly correct: () => Correction | undefined
}

/** A result that counts and corrects when it is asked. */
export class ViewedResult implements SearchResult {
  readonly hits: readonly Hit[]
  readonly facets: Facets
  readonly stats: Stats
  declare readonly groups?: number
  declare readonly reading?: QueryReading
  readonly warnings: readonly QueryWarning[]
  readonly understood: readonly Understood[]
  readonly corrected: boolean
  readonly tookMs: number
  readonly #found: Found
  readonly #correct: () => Correction | undefined

  constructor({ found, hits, reading, warnings, understood, corrected, correct, tookMs }: ResultParts) {
    this.#found = found
    this.#correct = correct
    this.hits = hits
    this.facets = found.facets
    this.stats = found.stats
    if (found.groups !== undefined) this.groups = found.groups
    if (reading) this.reading = reading
    this.warnings = warnings
    this.understood = understood
    this.corrected = corrected
    this.tookMs = tookMs
  }

  get total(): number {
    return this.#found.total()
  }

  get next(): string | undefined {
    return this.#found.next()
  }

  get correction(): Correction | undefined {
    return this.#correct()
  }

  /** Everything, for `JSON.stringify`. */
  toJSON(): SearchResult {
    return { ...this, total: this.total, next: this.next, correction: this.correction }
  }
}
