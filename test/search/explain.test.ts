import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex } from '../../src/index.js'
import { corpus, options, query } from './generate.js'

const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 300)

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
})
