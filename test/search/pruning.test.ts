import { describe, expect, it } from 'vitest'
import { buildIndex, type Document, openIndex } from '../../src/index.js'

describe('pruning', () => {
  /**
   * Many spellings of one word, most of them at less than full weight: a document that holds several of them has more
   * than its best spelling gives.
   */
  const SPELLINGS = ['đường', 'đương', 'dường', 'dưỡng', 'dương', 'đượng', 'duong', 'đưỡng']
  const documents: Document[] = Array.from({ length: 4000 }, (_, at) => ({
    id: `d${(at * 1237) % 4000}`,
    body: [
      ...SPELLINGS.filter((_, bit) => (at >> bit) & 1 && at % 3 !== 0),
      at % 5 === 0 ? 'liên' : 'xã',
      at % 7 === 0 ? 'đoàn' : 'ấp',
      ...Array.from({ length: at % 40 }, () => 'lúa'),
    ].join(', '),
  }))

  it.each(['duong liên', 'duong', 'dưong liên đoàn', 'lien doan duong', 'xa duong ap', 'đuong đoan'])(
    'of weighted unions leaves the best of "%s" as they are',
    async text => {
      const index = openIndex(await buildIndex(documents, { store: [] }))
      for (const accents of ['auto', 'ignore'] as const) {
        for (const match of ['any', 'most'] as const) {
          // With facets to count nothing is left out.
          const all = index.search(text, { accents, match, limit: 50, facets: ['date'] })
          for (const limit of [1, 3, 10, 50]) {
            const few = index.search(text, { accents, match, limit })
            expect(few.hits.map(({ id, score }) => ({ id, score }))).toEqual(
              all.hits.slice(0, limit).map(({ id, score }) => ({ id, score })),
            )
            expect(few.total).toBe(all.total)
          }
        }
      }
    },
  )

  it('keeps documents that only their province and date bring among the best', async () => {
    // The agreeing ones come late, hold only the commoner word, and lead by what agrees.
    const words = ['liên', 'đoàn', 'lúa', 'ấp', 'xã', 'trăng', 'mùa', 'vải']
    const dated: Document[] = Array.from({ length: 6000 }, (_, at) => ({
      id: `d${(at * 1237) % 6000}`,
      body: [
        ...words.filter((_, bit) => (at * 7919) % (bit + 2) === 0),
        ...Array.from({ length: (at * 31) % 23 }, () => 'bò'),
        at % 400 === 7 ? 'Cà Mau' : 'chợ',
        at % 300 === 11 ? '2021' : 'quê',
      ].join(', '),
      ...(at % 97 === 5 ? { province: 'Cà Mau' } : {}),
      ...(at % 89 === 5 ? { date: '2021-03' } : {}),
    }))
    const index = openIndex(await buildIndex(dated, { store: [] }))
    for (const text of [
      'liên đoàn cà mau',
      'lúa ấp 2021',
      'cà mau 2021',
      'xã trăng mùa vải cà mau 2021',
      'vai ca mau',
      'bò cà mau',
    ]) {
      for (const understood of [0.05, 0.25, 0.5]) {
        for (const match of ['any', 'most'] as const) {
          const options = { match, ranking: { understood } }
          const all = index.search(text, { ...options, limit: 100, facets: ['date'] })
          expect(all.understood.length, text).toBeGreaterThan(0)
          for (const limit of [1, 3, 10, 40]) {
            const few = index.search(text, { ...options, limit })
            expect(few.hits.map(({ id, score }) => [id, score])).toEqual(
              all.hits.slice(0, limit).map(({ id, score }) => [id, score]),
            )
          }
        }
      }
    }
  })
})
