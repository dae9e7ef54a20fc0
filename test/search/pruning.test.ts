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
})
