import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type Piece, QueryError, type SearchOptions } from '../../src/index.js'
import { type QueryInput, toTree } from '../../src/search/query/index.js'
import { corpus, query } from './generate.js'
import { CLAUSE_FIELDS, CLAUSE_SETTINGS, type Recipe, recipe, withColumns } from './generate-trees.js'
import { MarkOracle, type Stretch } from './oracle-marks.js'

/** Pairs of a document and a query: `TIMTIN_LONG_CASES=2000` makes the long run. */
const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 300)
/** Queries of a case, over some ten documents. */
const QUERIES = 4

const anyQuery: fc.Arbitrary<Recipe> = fc.oneof(
  query.map(
    (words): Recipe =>
      () => ({ words }),
  ),
  recipe,
)
const options = fc.record(
  {
    accents: fc.constantFrom('auto', 'strict', 'ignore'),
    highlight: fc.record({ fragments: fc.integer({ min: 1, max: 3 }), length: fc.constantFrom(40, 60, 200) }),
  },
  { requiredKeys: ['highlight'] },
)

/** Where the matches of pieces are in their text, which begins at `from`. */
function stretches(pieces: readonly Piece[], from: number): Stretch[] {
  const found: Stretch[] = []
  let at = from
  for (const { text, match } of pieces) {
    if (match) found.push([at, at + text.length])
    at += text.length
  }
  return found
}

/** The passages of a snippet; ellipses are pieces of their own. */
function passages(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [[]]
  for (const piece of pieces) {
    if (!piece.match && piece.text.trim() === '…') found.push([])
    else found[found.length - 1].push(piece)
  }
  return found.filter(passage => passage.length > 0)
}

const joinedText = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

/** Whether pieces stand somewhere in a text behind `from` with all matches of that stretch marked, and no others; its end. */
function placeOf(pieces: readonly Piece[], text: string, expected: readonly Stretch[], from: number): number {
  const part = joinedText(pieces)
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const inside = expected.filter(([start, end]) => start < at + part.length && end > at)
    if (JSON.stringify(inside) === JSON.stringify(stretches(pieces, at))) return at + part.length
  }
  return -1
}

describe('highlights are what an engine without an index says', () => {
  it('in whole documents and in passages', async () => {
    const cases = fc.tuple(
      corpus(10),
      fc.array(fc.tuple(anyQuery, options), { minLength: QUERIES, maxLength: QUERIES }),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([some, queries]) => {
        const documents = withColumns(some)
        const index = openIndex(await buildIndex(documents, CLAUSE_SETTINGS))
        const oracle = new MarkOracle(documents, CLAUSE_SETTINGS)
        for (const [make, given] of queries) check(make(documents), given)

        function check(asked: QueryInput, given: SearchOptions): void {
          const full = { ...given, now: CLAUSE_FIELDS.now, match: 'any', limit: 100 } as const
          const tree = toTree(asked, CLAUSE_FIELDS)
          const hits = hitsOf(() => index.search(asked, full).hits)
          for (const { id, highlights } of hits) {
            const document = documents.find(each => each.id === id)
            const textOf = (field: string) => String(document?.[field] ?? '')
            const whole = index.highlight(id, asked, full)
            for (const [field, expected] of oracle.marks(tree, id, textOf, given)) {
              const text = textOf(field)
              const about = `${JSON.stringify(asked)} with ${JSON.stringify(given)} in ${JSON.stringify(text)}`
              if (text === '') {
                expect(whole[field], about).toBeUndefined()
                continue
              }
              expect(joinedText(whole[field]), about).toBe(text)
              expect(stretches(whole[field], 0), about).toEqual(expected)
              let from = 0
              const shown = passages(highlights[field])
              expect(shown.length, about).toBeLessThanOrEqual(3)
              for (const pieces of shown) {
                from = placeOf(pieces, text, expected, from)
                expect(from, `${about}: ${JSON.stringify(highlights[field])}`).toBeGreaterThan(0)
              }
              // What matches is shown.
              if (expected.length > 0)
                expect(
                  highlights[field].some(({ match }) => match),
                  about,
                ).toBe(true)
            }
          }
        }
      }),
      { numRuns: Math.ceil(CASES / QUERIES / 2), seed: 20_261_126 },
    )
  }, 3_600_000)
})

/** A query that asks for nothing finds nothing. */
function hitsOf<T>(search: () => readonly T[]): readonly T[] {
  try {
    return search()
  } catch (error) {
    if (error instanceof QueryError) return []
    throw error
  }
}
