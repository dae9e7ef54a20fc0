import { beforeAll, describe, expect, it } from 'vitest'
import {
  buildIndex,
  type Document,
  openIndex,
  type SearchIndex,
  type SearchOptions,
  UsageError,
} from '../../src/index.js'

/** The same words everywhere, so that what agrees decides; ids are in the order that equal scores have. */
const WORDS = 'Tai nạn lao động ở Bình Dương, ở Sóc Trăng và ở Huế năm 2023 và năm 2024.'
const documents: Document[] = [
  { id: '1', body: WORDS },
  { id: '2', body: WORDS, province: 'Sóc Trăng', date: '2024-07-08' },
  { id: '3', body: WORDS, province: 'Bình Dương', date: '2024-06' },
  { id: '4', body: WORDS, province: ['Huế', 'Bình Dương'], date: '2023-05-02' },
  { id: '5', body: 'Mưa lớn.', province: 'Bình Dương', date: '2023-05-02' },
]

describe('places and dates in plain words', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(documents))
  })
  const ids = (query: string, options: SearchOptions = {}) =>
    index.search(query, { now: '2024-07-09', ...options }).hits.map(({ id }) => id)

  it.each([
    ['tai nạn lao động bình dương 2023', '4312'],
    ['tai nan lao dong binh duong 2023', '4312'],
    ['tai nạn bình dương', '3412'],
    ['tai nạn sóc trăng', '2134'],
    ['tai nạn huế', '4123'],
    ['tai nạn hôm qua', '2134'],
    ['tai nạn tháng 6/2024', '3124'],
    ['tai nạn quý 2/2024', '3124'],
    ['tai nạn tuần này', '2134'],
    ['tai nạn năm ngoái', '4123'],
    // Several of a kind count once: Sóc Trăng or Bình Dương.
    ['tai nạn sóc trăng bình dương', '2341'],
    ['tai nạn +"lao động" bình dương', '3412'],
    // Not in phrases, in what must not be there, and where the facet itself is asked.
    ['"ở bình dương"', '1234'],
    ['tai nạn -(bình dương quýt)', '1234'],
  ])('%s: documents that agree come first', (query, expected) => expect(ids(query).join('')).toBe(expected))

  it('finds no other documents for it', () => {
    for (const query of ['tai nạn bình dương', 'tai nạn 2023', '"tai nạn" bình dương'])
      expect(ids(query).sort(), query).toEqual(ids(query, { understand: false }).sort())
  })

  it('says what was understood', () => {
    const { understood } = index.search('tai nạn bình dương 2023')
    expect(understood).toEqual([
      { kind: 'province', text: 'bình dương', start: 8, end: 18, province: 'Bình Dương', province2025: 'Hồ Chí Minh' },
      { kind: 'date', text: '2023', start: 19, end: 23, from: '2023-01-01', to: '2023-12-31' },
    ])
    expect(index.search('+tai "nạn lao động" bình dương').understood).toMatchObject([{ start: 20, end: 30 }])
  })

  it('is switched off by understand: false, and then ranks as an index without these facets', async () => {
    const without = openIndex(await buildIndex(documents, { facets: {} }))
    const query = 'tai nạn bình dương 2023'
    const plain = (result: ReturnType<SearchIndex['search']>) => result.hits.map(({ id, score }) => [id, score])
    const off = index.search(query, { understand: false })
    expect(off.understood).toEqual([])
    expect(plain(off)).toEqual(plain(without.search(query)))
    expect(without.search(query).understood).toEqual([])
    expect(plain(index.search(query, { ranking: { understood: 0 } }))).toEqual(plain(off))
    expect(plain(index.search(query))).not.toEqual(plain(off))
  })

  it('understands only what a facet of the index can agree with', async () => {
    const dates = openIndex(await buildIndex(documents.map(({ province, ...rest }) => rest)))
    expect(dates.search('tai nạn bình dương 2023').understood.map(({ kind }) => kind)).toEqual(['date'])
    const places = openIndex(await buildIndex(documents, { facets: { province: 'province' } }))
    expect(places.search('tai nạn bình dương 2023').understood.map(({ kind }) => kind)).toEqual(['province'])
  })

  it('does not depend on the clock: without now, what is seen from it is words', () => {
    expect(index.search('tai nạn hôm qua').understood).toEqual([])
    expect(index.search('tai nạn ngày 2/5').understood).toEqual([])
    expect(index.search('tai nạn ngày 2/5', { now: '2024-07-09' }).understood).toMatchObject([{ from: '2024-05-02' }])
    expect(() => index.search('tai nạn hôm qua', { now: 'hôm nay' })).toThrow(UsageError)
  })

  it('is shown by explain, whose parts add up', () => {
    const [hit] = index.search('tai nạn bình dương 2023').hits
    const { score, parts } = index.explain(hit.id, 'tai nạn bình dương 2023')
    expect(score).toBe(hit.score)
    expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
    expect(parts.filter(({ kind }) => kind === 'place' || kind === 'date')).toMatchObject([
      { kind: 'place', query: 'bình dương', found: ['Bình Dương'], documents: 3 },
      { kind: 'date', query: '2023', found: ['2023-01-01..2023-12-31'], documents: 2 },
    ])
  })

  it('adds at most half of what a word can', () => {
    const best = (kind: string) => {
      const { parts } = index.explain('4', 'tai nạn bình dương 2023', { ranking: { understood: 0.5 } })
      return Math.max(...parts.filter(part => part.kind === kind).map(({ score }) => score))
    }
    expect(best('place')).toBeLessThanOrEqual(best('word'))
    for (const understood of [0.51, -1, Number.NaN])
      expect(() => index.search('a', { ranking: { understood } })).toThrow(UsageError)
    expect(() => index.search('a', JSON.parse('{"understand":"yes"}'))).toThrow(UsageError)
  })

  it('reads words typed for an input method', () => {
    const { reading, understood } = index.search('tai najn binhf duwowng', { match: 'any' })
    expect(reading?.text).toContain('bình dương')
    expect(understood).toMatchObject([{ kind: 'province', text: 'bình dương' }])
  })

  it('takes no long time over what nobody types', () => {
    const { understood } = index.search('bình dương 2023 '.repeat(4000), { match: 'any' })
    expect(understood.length).toBeLessThan(200)
  })

  it('does not look for places in a document that others should be like', () => {
    expect(index.similar('4').understood).toEqual([])
  })
})
