import type { Evaluator } from './evaluate.js'
import type { Counter } from './facets/counter.js'
import { FAILS_SEVERAL, type FacetFilter, failedFilter } from './filter.js'
import { Membership } from './membership.js'
import type { Question } from './question.js'

/** All documents that match a query, in no order. The arrays (19 bytes a document) are used query after query. */
export class Matches {
  /** How many match and pass all filters. */
  count = 0
  readonly documents: Int32Array
  /** Score units, where they were taken. */
  readonly scores: Int32Array
  /** Those that match and fail one filter only, and the number of that filter from 1. */
  private readonly near: Int32Array
  private readonly nearFilters: Uint8Array
  private nearCount = 0

  private readonly membership: Membership

  constructor(documents: number) {
    this.membership = new Membership(documents)
    this.documents = new Int32Array(documents)
    this.scores = new Int32Array(documents)
    this.near = new Int32Array(documents)
    this.nearFilters = new Uint8Array(documents)
  }

  /** Takes the documents that match a question, without scores. */
  take(question: Question): void {
    this.count = this.membership.find(question, this.documents)
    this.nearCount = 0
  }

  /** Takes the documents that match a question, and scores them. */
  takeScored(evaluator: Evaluator, question: Question): void {
    const { documents, scores } = this
    const { required } = question
    let count = 0
    evaluator.all(question, (document, score, held) => {
      if (held < required) return
      documents[count] = document
      scores[count++] = score
    })
    this.count = count
    this.nearCount = 0
  }

  /** Takes all documents of the index. */
  takeAll(): void {
    const { documents } = this
    for (let document = 0; document < documents.length; document++) documents[document] = document
    this.count = documents.length
    this.nearCount = 0
  }

  /** Leaves only what passes all filters. */
  filter(filters: readonly FacetFilter[]): void {
    if (filters.length === 0) return
    const { documents, scores, near, nearFilters } = this
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const document = documents[at]
      const failed = failedFilter(filters, document)
      if (failed === 0) {
        documents[kept] = document
        scores[kept++] = scores[at]
      } else if (failed !== FAILS_SEVERAL) {
        near[this.nearCount] = document
        nearFilters[this.nearCount++] = failed
      }
    }
    this.count = kept
  }

  /** Counts over the documents that pass all filters but the facet's own, and names the results. */
  counted<Result>(
    counters: readonly Counter<Result>[],
    filters: readonly FacetFilter[],
  ): Readonly<Record<string, Result>> {
    const passing = this.documents.subarray(0, this.count)
    return Object.fromEntries(
      counters.map(counter => {
        const own = filters.findIndex(({ facet }) => facet === counter.facet) + 1
        return [counter.name, counter.count(own === 0 ? [passing] : [passing, this.failing(own)])]
      }),
    )
  }

  /** The documents that fail only this filter. */
  private failing(filter: number): Int32Array {
    const { near, nearFilters, nearCount } = this
    const found = new Int32Array(nearCount)
    let count = 0
    for (let at = 0; at < nearCount; at++) if (nearFilters[at] === filter) found[count++] = near[at]
    return found.subarray(0, count)
  }
}
