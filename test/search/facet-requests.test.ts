import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, type FacetRequest, openIndex, type SearchIndex, UsageError } from '../../src/index.js'
import { FACETS, faceted, facetFilter, facetRequest } from './generate-facets.js'
import { Oracle } from './oracle.js'

describe('facets with options equal a loop over the documents', () => {
  it('for requests and filters of every kind', async () => {
    const cases = fc.array(fc.tuple(facetRequest, facetFilter), { minLength: 8, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(faceted, cases, async (documents, asked) => {
        const index = openIndex(await buildIndex(documents, FACETS))
        const oracle = new Oracle(documents, FACETS)
        for (const [request, filter] of asked) {
          expect(index.facets([request], filter)).toEqual(oracle.facets([request], filter))
          const given = { filter, facets: [request], limit: 50 }
          const { total, facets } = index.search('tin vui', given)
          const expected = oracle.search('tin vui', given)
          expect({ total, facets }).toEqual({ total: expected.total, facets: expected.facets })
        }
      }),
      { numRuns: 150, seed: 20_260_801 },
    )
  })

  it('and every bucket filters to the documents that it counts', async () => {
    await fc.assert(
      fc.asyncProperty(faceted, fc.array(facetRequest, { minLength: 6, maxLength: 6 }), async (documents, requests) => {
        const index = openIndex(await buildIndex(documents, FACETS))
        for (const request of requests) {
          for (const bucket of Object.values(index.facets([request])).flat()) {
            // With an interval the unknown have dates too coarse for it among them, and a year has its months.
            if (bucket.value === null && 'interval' in request) continue
            const filter = { [request.field]: bucket.filter ?? bucket.value }
            const { total } = index.search('tin', { filter, limit: 0 })
            expect(total).toBe(bucket.count)
          }
        }
      }),
      { numRuns: 60, seed: 20_260_802 },
    )
  })

  it('and least and greatest values are those of the documents', async () => {
    await fc.assert(
      fc.asyncProperty(faceted, facetFilter, async (documents, filter) => {
        const index = openIndex(await buildIndex(documents, FACETS))
        const oracle = new Oracle(documents, FACETS)
        const { stats } = index.search('tin', { filter, stats: ['views', 'date'] })
        expect(stats).toEqual(index.stats(['views', 'date'], filter))
        const { views: own, ...others } = filter
        const numbers = oracle
          .facets([{ field: 'views', sort: 'name' }], others)
          .views.filter(({ value }) => value !== null)
        expect(stats.views).toEqual({
          count: numbers.reduce((sum, { count }) => sum + count, 0),
          min: numbers[0]?.value ?? null,
          max: numbers.at(-1)?.value ?? null,
        })
        const { min, max, count } = stats.date
        expect(count > 0).toBe(typeof min === 'string')
        if (typeof min !== 'string' || typeof max !== 'string') return
        const { date: dates, ...rest } = filter
        const total = (date: object) => index.search('tin', { filter: { ...rest, date }, limit: 0 }).total
        expect(total({ from: min, to: max })).toBe(count)
        expect(total({})).toBe(count)
        const day = (text: string, more: number) =>
          new Date(Date.parse(text) + more * 86_400_000).toISOString().slice(0, 10)
        expect(total({ from: day(min, 1) })).toBeLessThan(count)
        expect(total({ to: day(max, -1) })).toBeLessThan(count)
      }),
      { numRuns: 60, seed: 20_260_803 },
    )
  })
})

describe('facets', () => {
  let index: SearchIndex
  beforeAll(async () => {
    const rows = [
      { province: 'Cần Thơ', date: '2024-12-30', category: 'Giáo dục', views: 5 },
      { province: ['Sóc Trăng', 'Hậu Giang'], date: '2025-01-05', category: 'Giao thông', views: 20 },
      { province: 'Sóc Trăng', date: '2025-01', category: 'Đời sống', views: 20 },
      { province: 'Hà Nội', date: '2025', category: 'Dân sinh' },
      { category: 'Ẩm thực', views: 7.5 },
    ]
    index = openIndex(
      await buildIndex(
        rows.map((row, at) => ({ ...row, id: String(at), body: 'tin' })),
        { ...FACETS, facets: { ...FACETS.facets } },
      ),
    )
  })

  it('are named apart where one field has two', () => {
    const { date, years } = index.facets(['date', { field: 'date', name: 'years', interval: 'year' }])
    expect(date[0].months).toBeDefined()
    expect(years).toEqual([
      { value: '2024', count: 1 },
      { value: '2025', count: 3 },
      { value: null, count: 1 },
    ])
  })

  it('cut weeks on Mondays, in the year of their Thursday, and say what to filter by', () => {
    expect(index.facets([{ field: 'date', interval: 'week' }]).date).toEqual([
      { value: '2025-W01', count: 2, filter: { from: '2024-12-30', to: '2025-01-05' } },
      { value: null, count: 3 },
    ])
  })

  it('order names as the Vietnamese alphabet has them: letters first, d before đ, then tones', () => {
    const { category } = index.facets([{ field: 'category', sort: 'name' }])
    expect(category.map(({ value }) => value)).toEqual(['Ẩm thực', 'Dân sinh', 'Đời sống', 'Giáo dục', 'Giao thông'])
  })

  it('show the provinces of today over those before', () => {
    expect(index.facets([{ field: 'province', tree: true }]).province).toEqual([
      {
        value: 'Cần Thơ',
        count: 3,
        filter: ['Cần Thơ', 'Hậu Giang', 'Sóc Trăng'],
        children: [
          { value: 'Sóc Trăng', count: 2 },
          { value: 'Cần Thơ', count: 1 },
          { value: 'Hậu Giang', count: 1 },
        ],
      },
      { value: 'Hà Nội', count: 1, filter: ['Hà Nội'], children: [{ value: 'Hà Nội', count: 1 }] },
      { value: null, count: 1 },
    ])
  })

  it.each([
    ['giao', ['Giáo dục', 'Giao thông']],
    ['giáo', ['Giáo dục']],
    ['GIAO th', ['Giao thông']],
    ['thong', ['Giao thông']],
    ['doi song', ['Đời sống']],
    ['đơi', ['Đời sống']],
    ['dời', ['Đời sống']],
    ['dới', []],
    ['ao', []],
    ['giao thong duong', []],
    ['am thuc'.normalize('NFD'), ['Ẩm thực']],
  ])('find %s among their values', (search, expected) => {
    const { category } = index.facets([{ field: 'category', sort: 'name', search }])
    expect(category.map(({ value }) => value)).toEqual(expected)
  })

  it('name ranges as queries write them', () => {
    const { views } = index.facets([
      { field: 'views', ranges: [{ below: 7.5 }, { from: 5, to: 7.5 }, { above: 7.5 }, {}] },
    ])
    expect(views).toEqual([
      { value: '..<7,5', count: 1, filter: { below: 7.5 } },
      { value: '5..7,5', count: 2, filter: { from: 5, to: 7.5 } },
      { value: '>7,5..', count: 2, filter: { above: 7.5 } },
      { value: '..', count: 4, filter: {} },
      { value: null, count: 1 },
    ])
  })

  it.each<readonly [unknown, string, string, unknown]>([
    [['provinse'], 'UNKNOWN_OPTION', 'provinse', 'province'],
    [[{ field: 'provnce' }], 'UNKNOWN_OPTION', 'provnce', 'province'],
    [[{ field: 'date', intervall: 'day' }], 'UNKNOWN_OPTION', 'intervall', 'interval'],
    [[{ field: 'category', interval: 'day' }], 'UNKNOWN_OPTION', 'interval', undefined],
    [[{ field: 'category', tree: true }], 'UNKNOWN_OPTION', 'tree', undefined],
    [[{ field: 'date', search: 'a' }], 'UNKNOWN_OPTION', 'search', undefined],
    [[{ field: 'date', interval: 'fortnight' }], 'BAD_ARGUMENT', 'facets[0].interval', undefined],
    [[{ field: 'date', interval: 'day', ranges: [] }], 'BAD_ARGUMENT', 'facets[0]', undefined],
    [[{ field: 'date', ranges: [{ from: '2024-13' }] }], 'BAD_ARGUMENT', 'facets[0].ranges[0].from', undefined],
    [[{ field: 'date', ranges: [{ form: '2024' }] }], 'UNKNOWN_OPTION', 'form', 'from'],
    [[{ field: 'date', ranges: ['2024'] }], 'BAD_ARGUMENT', 'facets[0].ranges[0]', undefined],
    [[{ field: 'views', ranges: [{ from: '5' }] }], 'BAD_ARGUMENT', 'facets[0].ranges[0].from', undefined],
    [[{ field: 'views', ranges: [{ from: 5, above: 5 }] }], 'BAD_ARGUMENT', 'facets[0].ranges[0]', undefined],
    [[{ field: 'category', sort: 'size' }], 'BAD_ARGUMENT', 'facets[0].sort', undefined],
    [['date', { field: 'category', limit: -1 }], 'BAD_ARGUMENT', 'facets[1].limit', undefined],
    [[{ field: 'category', search: 5 }], 'BAD_ARGUMENT', 'facets[0].search', undefined],
    [['date', 'date'], 'BAD_ARGUMENT', 'facets[1].name', undefined],
    [[null], 'BAD_ARGUMENT', 'facets[0]', undefined],
    [[{}], 'BAD_ARGUMENT', 'facets[0].field', undefined],
    [[Object.create(null)], 'BAD_ARGUMENT', 'facets[0].field', undefined],
    ['date', 'BAD_ARGUMENT', 'facets', undefined],
  ])('refuse %j', (facets, code, field, nearest) => {
    const error = thrown(() => index.search('tin', { facets: facets as FacetRequest[] }))
    expect(error).toBeInstanceOf(UsageError)
    if (!(error instanceof UsageError)) return
    expect([error.code, error.field]).toEqual([code, field])
    if (nearest !== undefined) expect(Array.isArray(error.expected) && error.expected[0]).toBe(nearest)
  })

  it('have least and greatest values only where they are dates or numbers', () => {
    expect(index.stats(['views'])).toEqual({ views: { count: 4, min: 5, max: 20 } })
    expect(index.stats(['score', 'date']).score).toEqual({ count: 0, min: null, max: null })
    expect(thrown(() => index.stats(['category']))).toMatchObject({ code: 'BAD_ARGUMENT', field: 'stats.category' })
    expect(thrown(() => index.stats(['view']))).toMatchObject({
      code: 'UNKNOWN_OPTION',
      expected: ['views', 'date', 'score'],
    })
  })
})

function thrown(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
