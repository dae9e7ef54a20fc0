import type { IndexReader } from '../index/reader.js'
import { groupsBy } from './collapse.js'
import { readCursor, writeCursor } from './cursor.js'
import type { Evaluator, Report } from './evaluate.js'
import { facetCounters, statsCounters } from './facets/counter.js'
import type { FacetBucket, FacetRequest, FacetStats, Filter } from './facets/value.js'
import { compileFilter, type FacetFilter, failedFilter } from './filter.js'
import { Matches } from './matches.js'
import type { FullSearchOptions } from './options.js'
import { type Placed, pageOf } from './page.js'
import type { QueryInput } from './query/index.js'
import type { Question } from './question.js'
import { readSort } from './sort.js'
import { TopK } from './top-k.js'

/** Buckets by the name of the facet. */
export type Facets = Readonly<Record<string, readonly FacetBucket[]>>
/** Least and greatest values by facet. */
export type Stats = Readonly<Record<string, FacetStats>>

/** What was found for a question, before documents are read. */
export interface Found {
  readonly hits: readonly Placed[]
  readonly facets: Facets
  readonly stats: Stats
  /** See `Page`. */
  readonly groups?: number
  /** How many documents match; counted when it is first asked. */
  total(): number
  /** The cursor for what comes after the hits; undefined when nothing does. */
  next(): string | undefined
}

/** Finds the hits of questions and counts their facets. Its arrays (19 bytes a document) serve query after query. */
export class Finder {
  private matchesMade: Matches | undefined

  constructor(private readonly reader: IndexReader) {}

  /**
   * Finds a page of hits.
   *
   * @param without the number of a document that is left out; -1 for none
   * @throws UsageError for a facet, filter, order, group or cursor that makes no sense
   */
  find(query: QueryInput, question: Question, options: FullSearchOptions, evaluator: Evaluator, without = -1): Found {
    const { reader, matches } = this
    const { offset, limit, after, collapse } = options
    const order = readSort(options.sort, reader)
    const orderKey = () => JSON.stringify([query, order.name])
    const position = after === undefined ? undefined : readCursor(after, orderKey())
    const groups = collapse === undefined ? undefined : groupsBy(collapse, reader)
    const filters = compileFilter(options.filter, reader)
    if (without >= 0) filters.push({ facet: '', passes: document => document !== without })
    const counters = facetCounters(options.facets, reader)
    const stats = statsCounters(options.stats, reader)
    const idOf = (document: number) => reader.id(document)
    // The best are found without scoring all that match, and what is counted needs no scores.
    const scored = order.name !== 'relevance' || position !== undefined || groups !== undefined
    let total: number | undefined
    const count = () => {
      if (total !== undefined) return total
      if (scored) matches.takeScored(evaluator, question)
      else matches.take(question)
      matches.filter(filters)
      total = matches.count
      return total
    }
    if (scored || counters.length > 0 || stats.length > 0) count()
    const page = scored
      ? pageOf(matches, { offset, limit, order, after: position, groups }, idOf)
      : { found: limit === 0 ? [] : this.best(question, filters, options, evaluator) }
    const { found } = page
    return {
      hits: found,
      facets: matches.counted(counters, filters),
      stats: matches.counted(stats, filters),
      ...('groups' in page ? { groups: page.groups } : {}),
      total: count,
      next: () => {
        const last = found[found.length - 1]
        const more = 'more' in page ? page.more : count() > offset + found.length
        if (!last || !more) return undefined
        return writeCursor({ value: order.value(last.document, last.score), id: idOf(last.document) }, orderKey())
      },
    }
  }

  /** Counts facets over all documents that pass a filter. */
  facets(requests: readonly FacetRequest[], filter: Filter): Facets {
    const counters = facetCounters(requests, this.reader)
    const filters = this.takeAll(filter)
    return this.matches.counted(counters, filters)
  }

  /** The least and greatest values of facets over all documents that pass a filter. */
  stats(facets: readonly string[], filter: Filter): Stats {
    const counters = statsCounters(facets, this.reader)
    const filters = this.takeAll(filter)
    return this.matches.counted(counters, filters)
  }

  private takeAll(filter: Filter): readonly FacetFilter[] {
    const filters = compileFilter(filter, this.reader)
    this.matches.takeAll()
    this.matches.filter(filters)
    return filters
  }

  /** The best without scoring all that match. */
  private best(
    question: Question,
    filters: readonly FacetFilter[],
    { offset, limit }: FullSearchOptions,
    evaluator: Evaluator,
  ): readonly Placed[] {
    const { reader } = this
    const { required } = question
    const count = Math.min(reader.documents, limit + offset)
    const top = new TopK(count, document => reader.id(document))
    const passes = (document: number) => failedFilter(filters, document) === 0
    const offer: Report = (document, score, held) => {
      if (held >= required && score >= top.threshold && passes(document)) top.offer(document, score)
    }
    evaluator.best(question, { count, required, passes }, offer)
    return top.drain().slice(offset)
  }

  private get matches(): Matches {
    this.matchesMade ??= new Matches(this.reader.documents)
    return this.matchesMade
  }
}
