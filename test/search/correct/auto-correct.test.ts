import { beforeAll, describe, expect, it } from 'vitest'
import {
  buildIndex,
  correctionText,
  openIndex,
  type SearchIndex,
  type SearchOptions,
  UsageError,
} from '../../../src/index.js'

const ARTICLES = [
  { title: 'Vụ tai nạn lao động ở công trường', province: 'Bình Dương', date: '2023-05-02' },
  { title: 'Bảo hiểm xã hội cho người lao động', province: 'Sóc Trăng', date: '2024-01-10' },
  { title: 'Đội tuyển bóng đá nữ vào chung kết', province: 'Hà Nội', date: '2024-02-11' },
]

describe('a corrected query is asked where nothing was found', () => {
  let index: SearchIndex
  beforeAll(async () => {
    const documents = ARTICLES.flatMap((article, at) =>
      Array.from({ length: 4 }, (_, copy) => ({ id: `${at}${copy}`, ...article })),
    )
    index = openIndex(await buildIndex(documents))
  })
  const ids = (query: string, options: SearchOptions = {}) => index.search(query, options).hits.map(({ id }) => id)

  it('answers, counts and marks for the correction, and says so', () => {
    const result = index.search('bogn đá', { match: 'all', facets: ['province'] })
    expect(result.corrected).toBe(true)
    expect(result.correction?.text).toBe('bóng đá')
    expect(result.total).toBe(4)
    expect(result.facets.province).toEqual([{ value: 'Hà Nội', count: 4 }])
    expect(result.hits[0].highlights.title.filter(({ match }) => match).map(({ text }) => text)).toEqual(['bóng đá'])
    expect(result.hits.map(({ id, score }) => [id, score])).toEqual(
      index.search('bóng đá', { match: 'all' }).hits.map(({ id, score }) => [id, score]),
    )
  })

  it('is explained as it was answered', () => {
    const { hits } = index.search('bogn đá', { match: 'all' })
    const explained = index.explain(hits[0].id, 'bogn đá', { match: 'all' })
    expect(explained).toEqual(index.explain(hits[0].id, 'bóng đá', { match: 'all' }))
    expect(explained.score).toBeCloseTo(hits[0].score, 9)
    expect(index.explain(hits[0].id, 'bogn đá', { match: 'all', autoCorrect: false }).missing).toContain('bogn')
  })

  it('only offers one where something was found', () => {
    const result = index.search('bảo hiễm xã hội')
    expect([result.corrected, result.total, result.correction?.text]).toEqual([false, 4, 'bảo hiểm xã hội'])
  })

  it('does not with autoCorrect: false', () => {
    const result = index.search('bogn đá', { match: 'all', autoCorrect: false })
    expect([result.corrected, result.total, result.hits, result.correction?.text]).toEqual([false, 0, [], 'bóng đá'])
    expect(() => index.search('a', JSON.parse('{"autoCorrect":1}'))).toThrow(UsageError)
  })

  it('leaves alone what is right, what has no correction, and what the filter alone empties', () => {
    for (const [query, options] of [
      ['tai nạn lao động', {}],
      ['zzzqqq', {}],
      ['bóng đá', { filter: { province: 'Cà Mau' } }],
      ['bogn đá', { match: 'all', filter: { province: 'Cà Mau' } }],
      // Just as typed: marks are not put in.
      ['bong da nu', { accents: 'strict' }],
    ] as const)
      expect(index.search(query, options).corrected, query).toBe(false)
  })

  it('is not taken in by a page behind the last, or by no hits at all', () => {
    expect(index.search('bảo hiễm xã hội', { offset: 100 }).corrected).toBe(false)
    expect(index.search('bảo hiễm xã hội', { limit: 0 }).corrected).toBe(false)
    expect(index.search('bogn đá', { match: 'all', limit: 0 }).total).toBe(4)
  })

  it('goes on page after page of the query as typed', () => {
    const options = { match: 'all', limit: 3 } as const
    const first = index.search('bogn đá', options)
    expect(first.next).toBeDefined()
    const rest = index.search('bogn đá', { ...options, after: first.next ?? '' })
    expect([...first.hits, ...rest.hits].map(({ id }) => id)).toEqual(ids('bóng đá', { match: 'all' }))
    expect(rest.next).toBeUndefined()
  })

  it('keeps the warnings of the query as typed', () => {
    const result = index.search('bogn đá "', { match: 'all' })
    expect([result.corrected, result.warnings.map(({ code }) => code)]).toEqual([true, ['unclosed-quote']])
  })

  it('has words for people who search', () => {
    const { correction, corrected } = index.search('bogn đá', { match: 'all' })
    if (!correction) throw new Error('no correction')
    expect(correctionText(correction, corrected)).toBe('Không tìm thấy gì với câu đã gõ. Kết quả cho “bóng đá”:')
    expect(correctionText(correction, false)).toBe('Có phải bạn muốn tìm “bóng đá”?')
    expect(correctionText(correction, false, 'en')).toBe('did you mean "bóng đá"?')
  })
})
