import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions, UsageError } from '../../src/index.js'
import { readCursor, writeCursor } from '../../src/search/cursor.js'
import { FACETS, faceted, facetFilter } from './generate-facets.js'

describe('a cursor', () => {
  it('gives its place back', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    )
    fc.assert(
      fc.property(value, fc.string({ unit: 'grapheme' }), fc.string(), (each, id, order) => {
        const cursor = writeCursor({ value: each, id }, order)
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
        const read = readCursor(cursor, order)
        expect(read).toEqual({ value: Object.is(each, -0) ? 0 : each, id })
      }),
    )
  })

  it('is refused as a typed error when it is any string else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map(text => btoa(encodeURI(text))),
        ),
        text => {
          expect(() => readCursor(text, 'order')).toThrow(UsageError)
        },
      ),
    )
  })
})

describe('pages by cursor', () => {
  it('are the whole list cut up, on ties too, under every order', async () => {
    const asked = fc.record<SearchOptions>(
      {
        sort: fc.constantFrom('relevance', 'date', '-date', 'category', '-province', 'views', '-score'),
        filter: facetFilter,
        collapse: fc.constantFrom('category', 'province'),
        match: fc.constant('any'),
      },
      { requiredKeys: ['match'] },
    )
    const searches = fc.array(fc.tuple(asked, fc.integer({ min: 1, max: 7 })), { minLength: 5, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(faceted, searches, async (documents, cases) => {
        const index = openIndex(await buildIndex(documents, FACETS))
        for (const [options, limit] of cases) {
          const facts = ({ id, score, collapsed }: { id: string; score: number; collapsed?: number }) => [
            id,
            score,
            collapsed,
          ]
          const all = index.search('tin vui', { ...options, limit: documents.length })
          expect(all.next).toBeUndefined()
          const paged: unknown[] = []
          let after: string | undefined
          do {
            const page = index.search('tin vui', { ...options, limit, ...(after === undefined ? {} : { after }) })
            expect(page.total).toBe(all.total)
            expect(page.hits.length).toBeGreaterThan(all.hits.length === 0 ? -1 : 0)
            paged.push(...page.hits.map(facts))
            after = page.next
          } while (after !== undefined)
          expect(paged).toEqual(all.hits.map(facts))
        }
      }),
      { numRuns: 60, seed: 20_260_811 },
    )
  })

  it('go on where they were when documents come and go', async () => {
    const rows = (days: readonly number[]) =>
      days.map(day => ({
        id: `d${day}`,
        body: 'tin',
        date: `2024-03-${String(day).padStart(2, '0')}`,
        category: `mục ${day + 10}`,
      }))
    const before = openIndex(await buildIndex(rows([1, 3, 5, 7, 9])))
    const later = openIndex(await buildIndex(rows([2, 4, 6, 8, 9, 10])))
    for (const sort of ['-date', '-category']) {
      const { next = '' } = before.search('tin', { sort, limit: 2, filter: { date: { to: '2024-03-08' } } })
      expect(later.search('tin', { sort, after: next }).hits.map(({ id }) => id)).toEqual(['d4', 'd2'])
      const { next: up = '' } = before.search('tin', { sort: sort.slice(1), limit: 3 })
      expect(later.search('tin', { sort: sort.slice(1), after: up, limit: 2 }).hits.map(({ id }) => id)).toEqual([
        'd6',
        'd8',
      ])
    }
  })
})

describe('after', () => {
  let index: SearchIndex
  let next: string
  beforeAll(async () => {
    index = openIndex(await buildIndex(['a', 'b', 'c'].map(id => ({ id, body: 'tin', date: '2024' }))))
    next = index.search('tin', { limit: 1, sort: 'date' }).next ?? ''
  })

  it('takes an offset from its place on', () => {
    expect(index.search('tin', { sort: 'date', after: next, offset: 1 }).hits.map(({ id }) => id)).toEqual(['c'])
  })

  it.each<readonly [string, () => SearchOptions, string]>([
    ['another order', () => ({ after: next, sort: '-date' }), 'tin'],
    ['no order', () => ({ after: next }), 'tin'],
    ['another query', () => ({ after: next, sort: 'date' }), 'bão'],
    ['nothing', () => ({ after: '', sort: 'date' }), 'tin'],
    ['a cut cursor', () => ({ after: next.slice(0, -4), sort: 'date' }), 'tin'],
    ['a number', () => ({ after: 5 as unknown as string, sort: 'date' }), 'tin'],
    ['a version to come', () => ({ after: btoa('[9,1,1,"a"]').replaceAll('=', ''), sort: 'date' }), 'tin'],
  ])('refuses %s', (_, options, query) => {
    let error: unknown
    try {
      index.search(query, options())
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ code: 'BAD_ARGUMENT', field: 'after' })
  })
})
