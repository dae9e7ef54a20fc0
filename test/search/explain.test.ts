import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex } from '../../src/index.js'
import { corpus, options, query } from './generate.js'

const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 200)

describe('explain', () => {
  it('adds up to the score of every hit', async () => {
    const cases = fc.tuple(corpus(24), fc.array(fc.tuple(query, options), { minLength: 1, maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([documents, queries]) => {
        const index = openIndex(await buildIndex(documents, { store: [] }))
        for (const [text, given] of queries) {
          for (const { id, score } of index.search(text, given).hits) {
            const explained = index.explain(id, text, given)
            expect(explained.id).toBe(id)
            expect(explained.score).toBeCloseTo(score, 9)
            expect(explained.parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
            expect(explained.held).toBeGreaterThan(0)
            expect(explained.held).toBeLessThanOrEqual(1)
            if (given.match === 'all') expect(explained.missing).toEqual([])
          }
        }
      }),
      { numRuns: Math.ceil(CASES / 5), seed: 20_260_106 },
    )
  }, 3_600_000)

  it('knows pairs that stand in one document, but not in a collection of ten thousand', async () => {
    const first = [
      { id: 'pair', body: 'quýt hồng' },
      { id: 'words', body: 'hồng, quýt' },
      { id: 'often', body: 'lúa gạo' },
    ]
    for (const [count, expected] of [
      [9999, ['quýt hồng']],
      [10_000, []],
    ] as const) {
      const rest = Array.from({ length: count - first.length }, (_, at) => ({ id: String(at), body: 'lúa gạo' }))
      const index = openIndex(await buildIndex([...first, ...rest], { store: [] }))
      const pairs = (id: string, text: string) =>
        index.explain(id, text).parts.flatMap(({ kind, query: name }) => (kind === 'pair' ? [name] : []))
      expect(pairs('pair', 'quýt hồng')).toEqual(expected)
      expect(pairs('words', 'quýt hồng')).toEqual([])
      expect(pairs('often', 'lúa gạo')).toEqual(['lúa gạo'])
      expect(index.search('quýt hồng').total).toBe(2)
    }
  })

  it('counts a pair in the title or the opening as one that stands there often', async () => {
    const filler = Array.from({ length: 70 }, (_, at) => `từ${at}.`).join(' ')
    const index = openIndex(
      await buildIndex([
        { id: 'title', title: 'quýt hồng', body: filler },
        { id: 'opening', body: `quýt hồng. ${filler}` },
        { id: 'late', body: `${filler} quýt hồng` },
        { id: 'twice', body: `${filler} quýt hồng. Quả quýt hồng` },
      ]),
    )
    const frequency = (id: string) =>
      index.explain(id, 'quýt hồng').parts.find(({ kind }) => kind === 'pair')?.frequency
    expect(['title', 'opening', 'late', 'twice'].map(frequency)).toEqual([3, 3, 1, 3])
  })

  it('names what the document has, and what it lacks', async () => {
    const index = openIndex(
      await buildIndex([
        { id: 'a', title: 'Con đường mới', body: 'Kĩ thuật làm đường.' },
        { id: 'b', body: 'Trời mưa to.' },
      ]),
    )
    const { id, held, parts, missing } = index.explain('a', 'duong ky thuat quyt mua')
    expect([id, missing]).toEqual(['a', ['quyt', 'mua']])
    expect(held).toBeGreaterThan(0.5)
    expect(held).toBeLessThan(1)
    const word = (query: string) => parts.find(part => part.query === query)
    expect(word('duong')).toMatchObject({ kind: 'word', found: ['đường'], documents: 1 })
    expect(word('ky')).toMatchObject({ kind: 'word', found: ['kĩ'] })
    expect(word('ky thuat')).toMatchObject({ kind: 'pair', found: ['kĩ thuật'], documents: 1 })
    // Three occurrences' worth, at the weight of the other spelling of y.
    expect(word('ky thuat')?.frequency).toBeCloseTo(2.7, 12)
    expect(parts.map(part => part.score)).toEqual(parts.map(part => part.score).sort((a, b) => b - a))
    expect(index.explain('b', 'đường')).toMatchObject({ score: 0, held: 0, parts: [], missing: ['đường'] })
  })
})
