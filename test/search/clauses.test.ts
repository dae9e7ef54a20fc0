import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildIndex,
  type Document,
  openIndex,
  QueryError,
  type SearchIndex,
  type SearchOptions,
} from '../../src/index.js'
import { isPlain, printQuery, type QueryInput, type QueryNode, toTree } from '../../src/search/query/index.js'
import { corpus, fewOptions } from './generate.js'
import { CLAUSE_FIELDS, CLAUSE_SETTINGS, recipe, withColumns } from './generate-trees.js'
import { ClauseOracle, plainTexts } from './oracle-clauses.js'

/** `TIMTIN_LONG_CASES=20000` makes the long run. */
const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 200)

/** Words, five or more, and phrases without slop. */
function isSentence(tree: QueryNode): boolean {
  if (tree.type !== 'group') return false
  const kinds = tree.clauses.map(({ occur, node }) => (occur === 'should' ? node.type : occur))
  const slops = tree.clauses.some(({ node }) => node.type === 'phrase' && node.slop > 0)
  const words = tree.clauses.map(({ node }) => (node.type === 'words' ? node.text.split(/\s+/).length : 0))
  return !slops && kinds.every(kind => kind === 'words' || kind === 'phrase') && words.reduce((a, b) => a + b, 0) >= 5
}

function check(index: SearchIndex, oracle: ClauseOracle, query: QueryInput, given: SearchOptions): void {
  const tree = toTree(query, CLAUSE_FIELDS)
  const options = { ...given, now: CLAUSE_FIELDS.now }
  const full = { ...given, now: CLAUSE_FIELDS.now, highlight: false, autoCorrect: false }
  const about = `${JSON.stringify(query)} with ${JSON.stringify(given)}`
  const expected =
    isPlain(tree) && tree.text !== '' ? oracle.search(tree.text, options) : oracle.searchTree(tree, options)
  if (expected === undefined) {
    expect(() => index.search(query, full), about).toThrow(QueryError)
    return
  }
  let found: ReturnType<SearchIndex['search']>
  try {
    found = index.search(query, full)
  } catch (error) {
    if (error instanceof QueryError && isPlain(tree)) return
    throw new Error(about, { cause: error })
  }
  const { total, hits } = found
  const short = hits.map(({ id, score }) => ({ id, score }))
  expect({ total, hits: short }, about).toEqual({ total: expected.total, hits: expected.hits })
  const printed = printQuery(tree)
  // Escapes may stand inside of a name.
  if (!printed.includes('\\')) {
    const written = index.search(printed, full)
    // A sentence that quotes something is read as its words.
    const meant =
      isSentence(tree) && (given.match ?? 'most') === 'most'
        ? oracle.search(printed, options, plainTexts(tree))
        : expected
    expect({ total: written.total, hits: written.hits.map(({ id, score }) => ({ id, score })) }, printed).toEqual({
      total: meant.total,
      hits: meant.hits,
    })
  }
  for (const { id, score } of hits.slice(0, 3)) {
    const { score: whole, parts, held } = index.explain(id, query, full)
    expect(whole, about).toBeCloseTo(score, 9)
    expect(
      parts.reduce((sum, part) => sum + part.score, 0),
      about,
    ).toBeCloseTo(score, 9)
    expect(held, about).toBeGreaterThan(0)
  }
}

/** Many documents, each of the few once with words of its own, and what else fills ten thousand. */
function many(some: readonly Document[], count: number): Document[] {
  return Array.from({ length: count }, (_, at) => {
    const base = some[at % some.length]
    if (at < some.length) return base
    const words = `${some[(at * at) % some.length].body}`.split(' ')
    return { ...base, id: `${base.id}-${at}`, title: 'lúa', body: words.slice(0, 1 + (at % 3)).join(', ') }
  })
}

describe('clauses find what an engine without an index finds', () => {
  it('for every kind of tree', async () => {
    const cases = fc.tuple(corpus(20), fc.array(fc.tuple(recipe, fewOptions), { minLength: 12, maxLength: 12 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([some, queries]) => {
        const documents = withColumns(some)
        const index = openIndex(await buildIndex(documents, CLAUSE_SETTINGS))
        const oracle = new ClauseOracle(documents, CLAUSE_SETTINGS)
        for (const [make, given] of queries) check(index, oracle, make(documents), given)
      }),
      { numRuns: Math.ceil(CASES / 8), seed: 20_261_124 },
    )
  }, 3_600_000)

  it('in a collection so large that pairs of a single document are not kept', async () => {
    const cases = fc.tuple(corpus(30), fc.array(fc.tuple(recipe, fewOptions), { minLength: 12, maxLength: 12 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([some, queries]) => {
        const documents = withColumns(many(some, 10_000))
        const index = openIndex(await buildIndex(documents, CLAUSE_SETTINGS))
        const oracle = new ClauseOracle(documents, CLAUSE_SETTINGS)
        for (const [make, given] of queries) check(index, oracle, make(documents.slice(0, some.length)), given)
      }),
      { numRuns: Math.ceil(CASES / 1000), seed: 20_261_125, endOnFailure: true },
    )
  }, 3_600_000)
})
