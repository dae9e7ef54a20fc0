import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kthLargest } from '../../src/search/kth-largest.js'

describe('the k-th largest score', () => {
  it('is that of a sorted list (property)', () => {
    const cases = fc.record({
      scores: fc.array(fc.oneof(fc.nat(5), fc.nat(1_000_000)), { maxLength: 200 }),
      k: fc.integer({ min: 1, max: 150 }),
    })
    fc.assert(
      fc.property(cases, ({ scores, k }) => {
        const documents = Int32Array.from(scores.keys()).reverse()
        const sorted = [...scores].sort((a, b) => b - a)
        expect(kthLargest(documents, documents.length, Float64Array.from(scores), k)).toBe(sorted[k - 1] ?? 0)
      }),
      { numRuns: 500 },
    )
  })

  it('looks at as many documents as are counted, in the order listed', () => {
    const documents = Int32Array.of(4, 0, 2, 1, 3)
    const scores = Float64Array.of(10, 20, 30, 40, 50)
    expect(kthLargest(documents, 3, scores, 1)).toBe(50)
    expect(kthLargest(documents, 3, scores, 3)).toBe(10)
    expect(kthLargest(documents, 3, scores, 2)).toBe(30)
  })

  it('is 0 when there are fewer, or none are asked for', () => {
    const documents = Int32Array.of(0, 1)
    const scores = Float64Array.of(7, 8)
    expect(kthLargest(documents, 2, scores, 3)).toBe(0)
    expect(kthLargest(documents, 2, scores, 0)).toBe(0)
    expect(kthLargest(documents, 2, scores, -1)).toBe(0)
    expect(kthLargest(documents, 0, scores, 1)).toBe(0)
  })

  it('grows beyond its first room and forgets what was there before', () => {
    const many = Int32Array.from({ length: 1000 }, (_, at) => at)
    expect(kthLargest(many, 1000, Float64Array.from(many), 500)).toBe(500)
    expect(kthLargest(many, 1000, new Float64Array(1000).fill(3), 500)).toBe(3)
  })
})
