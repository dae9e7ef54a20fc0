import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, type Document, openIndex, type SearchIndex, type Sort, UsageError } from '../../src/index.js'
import { FACETS, faceted, facetFilter } from './generate-facets.js'
import { startOf } from './oracle-dates.js'
import { valuesOf } from './oracle-facets.js'

const collator = new Intl.Collator('vi')
const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Compares two documents by a field, the known before the unknown, equal ones by id. */
function comparison(field: string, descending: boolean): (a: Document, b: Document) => number {
  const turn = descending ? -1 : 1
  const keyOf = (document: Document): number | string | undefined => {
    if (field === 'date') return typeof document.date === 'string' ? startOf(document.date) : undefined
    if (field === 'views' || field === 'score') {
      const number = document[field]
      return typeof number === 'number' ? number : undefined
    }
    return valuesOf(document, field).sort((a, b) => turn * compare(a, b))[0]
  }
  const compare = (a: number | string, b: number | string) =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : collator.compare(String(a), String(b)) || byCodeUnits(String(a), String(b))
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left !== undefined && right !== undefined && compare(left, right) !== 0) return turn * compare(left, right)
    return Number(left === undefined) - Number(right === undefined) || byCodeUnits(a.id, b.id)
  }
}

const field = fc.constantFrom('date', 'views', 'score', 'category', 'province')

describe('sorting equals sorting the documents that match', () => {
  it('by every field, in both orders, with filters and pages', async () => {
    const asked = fc.tuple(field, fc.boolean(), facetFilter, fc.nat(5), fc.nat(12))
    await fc.assert(
      fc.asyncProperty(faceted, fc.array(asked, { minLength: 6, maxLength: 6 }), async (documents, searches) => {
        const index = openIndex(await buildIndex(documents, FACETS))
        for (const [by, descending, filter, offset, limit] of searches) {
          const all = index.search('tin vui', { filter, limit: documents.length, match: 'any' })
          const scores = new Map(all.hits.map(({ id, score }) => [id, score]))
          const expected = documents.filter(({ id }) => scores.has(id)).sort(comparison(by, descending))
          const sort: Sort = descending ? `-${by}` : { field: by }
          const found = index.search('tin vui', { filter, sort, offset, limit, match: 'any' })
          expect(found.total).toBe(all.total)
          expect(found.hits.map(({ id }) => id)).toEqual(expected.slice(offset, offset + limit).map(({ id }) => id))
          for (const { id, score } of found.hits) expect(score).toBe(scores.get(id))
        }
      }),
      { numRuns: 80, seed: 20_260_810 },
    )
  })
})

describe('sort', () => {
  let index: SearchIndex
  beforeAll(async () => {
    const rows: Omit<Document, 'id'>[] = [
      { title: 'đổi', date: '2024-05-02', category: 'Đời sống' },
      { date: '2024', category: 'Dân sinh' },
      { title: 'đổi đổi', category: 'Ẩm thực' },
      { date: '2023-12-31T23:59+07:00', category: ['Zalo', 'Ăn chơi'] },
      { title: 'đổi', date: '2024-05-02' },
    ]
    index = openIndex(await buildIndex(rows.map((row, at) => ({ ...row, id: `d${at}`, body: 'đổi mới' }))))
  })

  it.each<readonly [Sort, string]>([
    ['date', 'd3 d1 d0 d4 d2'],
    ['-date', 'd0 d4 d1 d3 d2'],
    [{ field: 'date' }, 'd3 d1 d0 d4 d2'],
    [{ field: 'date', order: 'descending' }, 'd0 d4 d1 d3 d2'],
    // a ă â … d đ … z; of several values the first in the order.
    ['category', 'd3 d2 d1 d0 d4'],
    ['-category', 'd3 d0 d1 d2 d4'],
    ['province', 'd0 d1 d2 d3 d4'],
  ])('%j', (sort, expected) => {
    expect(index.search('đổi', { sort }).hits.map(({ id }) => id)).toEqual(expected.split(' '))
  })

  it('by relevance is the default', () => {
    const ids = (options: object) => index.search('đổi', options).hits.map(({ id }) => id)
    expect(ids({ sort: 'relevance' })).toEqual(ids({}))
    expect(ids({})[0]).toBe('d2')
  })

  it.each<readonly [unknown, string, string]>([
    ['dat', 'UNKNOWN_OPTION', 'dat'],
    ['-dat', 'UNKNOWN_OPTION', 'dat'],
    ['', 'UNKNOWN_OPTION', ''],
    [{ field: 'date', oder: 'ascending' }, 'UNKNOWN_OPTION', 'oder'],
    [{ field: 'date', order: 'desc' }, 'BAD_ARGUMENT', 'sort.order'],
    [{}, 'BAD_ARGUMENT', 'sort.field'],
    [[], 'BAD_ARGUMENT', 'sort'],
    [5, 'BAD_ARGUMENT', 'sort'],
    [null, 'BAD_ARGUMENT', 'sort'],
  ])('refuses %j', (sort, code, name) => {
    let error: unknown
    try {
      index.search('đổi', { sort: sort as Sort })
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ code, field: name })
  })
})
