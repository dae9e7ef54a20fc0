import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex } from '../../src/index.js'
import { corpus, filter } from './generate.js'
import { Oracle } from './oracle.js'

describe('facets equal a loop over the documents', () => {
  it('for 200 filters', async () => {
    await fc.assert(
      fc.asyncProperty(corpus(40), fc.array(filter, { minLength: 5, maxLength: 5 }), async (documents, filters) => {
        const index = openIndex(await buildIndex(documents, { store: [] }))
        const oracle = new Oracle(documents)
        const names = ['province', 'date', 'category']
        for (const given of filters) {
          expect(index.facets(names, given)).toEqual(oracle.facets(names, given))
          const found = index.search('đường động', { filter: given, facets: names, match: 'any' })
          expect(found.facets).toEqual(
            oracle.search('đường động', { filter: given, facets: names, match: 'any' }).facets,
          )
        }
      }),
      { numRuns: 40, seed: 20_260_105 },
    )
  })
})

describe('facets', () => {
  const documents = [
    { id: '1', body: 'tin', province: 'Sóc Trăng', date: '2020-12-31', category: 'Công đoàn' },
    { id: '2', body: 'tin', province: ['Sóc Trăng', 'Trà Vinh'], date: '2020-12', category: 'Công đoàn' },
    { id: '3', body: 'tin', province: 'Cà Mau', date: '2021', category: 'Đời sống' },
    { id: '4', body: 'tin', date: '2021-01-01T00:30+07:00' },
    { id: '5', body: 'tin', province: 'Trà Vinh', date: '2020-12-31T18:00Z' },
    { id: '6', body: 'khác', province: 'Hà Nội' },
  ]

  it('count years with their months, and the unknown last', async () => {
    const index = openIndex(await buildIndex(documents))
    expect(index.facets(['date']).date).toEqual([
      { value: '2020', count: 2, months: [{ value: '2020-12', count: 2 }] },
      {
        value: '2021',
        count: 3,
        months: [
          { value: '2021-01', count: 2 },
          { value: null, count: 1 },
        ],
      },
      { value: null, count: 1 },
    ])
  })

  it('are not emptied by their own filter, but by the others', async () => {
    const index = openIndex(await buildIndex(documents))
    const names = ['province', 'category']
    const { total, facets } = index.search('tin', { facets: names, filter: { province: 'Sóc Trăng' } })
    expect(total).toBe(2)
    expect(facets.province).toEqual([
      { value: 'Sóc Trăng', count: 2 },
      { value: 'Trà Vinh', count: 2 },
      { value: 'Cà Mau', count: 1 },
      { value: null, count: 1 },
    ])
    expect(facets.category).toEqual([{ value: 'Công đoàn', count: 2 }])
    const both = index.search('tin', { facets: names, filter: { province: ['Cà Mau', null], category: 'Công đoàn' } })
    expect(both.total).toBe(0)
    expect(both.facets.province).toEqual([
      { value: 'Sóc Trăng', count: 2 },
      { value: 'Trà Vinh', count: 1 },
    ])
    expect(both.facets.category).toEqual([
      { value: 'Đời sống', count: 1 },
      { value: null, count: 1 },
    ])
  })

  it('take provinces by any of their names', async () => {
    const index = openIndex(
      await buildIndex(
        ['TP.HCM', 'TP. Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'Daklak', 'Đắk Lắk', 'tỉnh Đăk Lăk'].map(
          (province, at) => ({ id: String(at), body: 'tin', province }),
        ),
      ),
    )
    expect(index.facets(['province']).province.map(bucket => bucket.count)).toEqual([3, 3])
    const { total } = index.search('tin', { filter: { province: 'Dak Lak' } })
    expect(total).toBe(3)
  })

  it('hold names that objects have', async () => {
    const index = openIndex(
      await buildIndex([
        { id: '__proto__', body: 'tin', category: '__proto__' },
        { id: 'constructor', body: 'tin', category: 'constructor' },
      ]),
    )
    expect(index.facets(['category']).category.map(bucket => bucket.value)).toEqual(['__proto__', 'constructor'])
    expect(index.search('tin', { filter: { category: '__proto__' } }).hits.map(hit => hit.id)).toEqual(['__proto__'])
    expect(index.document('constructor').category).toBe('constructor')
  })
})
