import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildIndex,
  type Document,
  openIndex,
  type SearchIndex,
  type SearchOptions,
  type SearchResult,
} from '../../src/index.js'
import { bestFew, corpus, options, query } from './generate.js'
import { Oracle } from './oracle.js'

/** `TIMTIN_LONG_CASES=20000` makes the long run. */
const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 200)

/** Both engines on one query after another; the first half of the results is read when all have been asked for. */
function compare(
  index: SearchIndex,
  oracle: Oracle,
  queries: readonly (readonly [text: string, given: SearchOptions])[],
): void {
  const check = ({ total, hits, facets }: SearchResult, text: string, given: SearchOptions) =>
    expect({ total, hits: hits.map(({ id, score }) => ({ id, score })), facets }).toEqual(oracle.search(text, given))
  const asTyped = (text: string, given: SearchOptions) => index.search(text, { ...given, autoCorrect: false })
  const half = Math.floor(queries.length / 2)
  const results = queries.slice(0, half).map(([text, given]) => asTyped(text, given))
  for (const [text, given] of queries.slice(half)) check(asTyped(text, given), text, given)
  results.forEach((result, at) => {
    check(result, ...queries[at])
  })
}

/** Many documents out of a few: words of two of them, some more often than others. */
function mixed(some: readonly Document[], count: number): Document[] {
  return Array.from({ length: count }, (_, at) => {
    const { id, body, ...rest } = some[(at * 7 + (at >> 5)) % some.length]
    const other = some[(at * at) % some.length].body ?? ''
    return {
      ...rest,
      body: `${body} ${at % 3 === 0 ? other : ''} ${at % 11 === 0 ? other.repeat(at % 4) : ''}`,
      id: `${id}-${at}`,
    }
  })
}

describe('search equals an engine without an index', () => {
  it('for every kind of query and option', async () => {
    const cases = fc.tuple(corpus(24), fc.array(fc.tuple(query, options), { minLength: 1, maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([documents, queries]) => {
        const index = openIndex(await buildIndex(documents, { store: [] }))
        const oracle = new Oracle(documents)
        compare(index, oracle, queries)
      }),
      { numRuns: CASES, seed: 20_260_101 },
    )
  }, 3_600_000)

  it('for lists of several blocks, and when only the best few are asked for', async () => {
    const cases = fc.tuple(
      corpus(24),
      fc.oneof(fc.integer({ min: 40, max: 420 }), fc.integer({ min: 1000, max: 3000 })),
      fc.array(fc.tuple(query, fc.oneof({ weight: 1, arbitrary: options }, { weight: 3, arbitrary: bestFew })), {
        minLength: 30,
        maxLength: 30,
      }),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([some, count, queries]) => {
        const documents = mixed(some, count)
        const index = openIndex(await buildIndex(documents, { store: [] }))
        const oracle = new Oracle(documents)
        compare(index, oracle, queries)
      }),
      { numRuns: Math.max(3, Math.ceil(CASES / 30)), seed: 20_260_102, endOnFailure: true },
    )
  }, 3_600_000)

  it('for other fields, weights and facets', async () => {
    const settings = {
      fields: { heading: 2, body: 1, notes: 0.5 },
      facets: { place: 'keyword', date: 'date' },
      leadBoost: 2,
      store: [],
    } as const
    const cases = fc.tuple(corpus(16), fc.array(query, { minLength: 4, maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([some, queries]) => {
        const documents = some.map(({ title, lead, province, ...rest }) => ({
          ...rest,
          heading: title,
          notes: [lead ?? '', title ?? ''],
          place: province,
        }))
        const index = openIndex(await buildIndex(documents, settings))
        const oracle = new Oracle(documents, settings)
        const given = { facets: ['place', 'date'], limit: 100 }
        compare(
          index,
          oracle,
          queries.map(text => [text, given] as const),
        )
      }),
      { numRuns: Math.ceil(CASES / 6), seed: 20_260_103 },
    )
  }, 3_600_000)

  it('page after page', async () => {
    await fc.assert(
      fc.asyncProperty(corpus(40), query, fc.integer({ min: 1, max: 7 }), async (documents, text, limit) => {
        const index = openIndex(await buildIndex(documents, { store: [] }))
        const all = index.search(text, { limit: documents.length, match: 'any' })
        const paged = []
        for (let offset = 0; offset < documents.length + limit; offset += limit) {
          const page = index.search(text, { limit, offset, match: 'any' })
          expect(page.total).toBe(all.total)
          paged.push(...page.hits.map(hit => hit.id))
        }
        expect(paged).toEqual(all.hits.map(hit => hit.id))
      }),
      { numRuns: Math.ceil(CASES / 10), seed: 20_260_104 },
    )
  }, 3_600_000)
})
