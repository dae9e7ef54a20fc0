import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairedTest } from '../../bench/signed-rank.js'
import { median, quantile, randomFrom, shuffled } from '../../bench/statistics.js'

describe('quantiles', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[10, 20], 0.99, 19.9],
    [[7], 0.99, 7],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12)
  })

  it('of nothing is not a number', () => {
    expect(median([])).toBeNaN()
  })
})

describe('shuffling', () => {
  it('keeps the values and depends on the seed alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
        const one = shuffled(values, seed)
        expect(shuffled(values, seed)).toEqual(one)
        expect([...one].sort()).toEqual([...values].sort())
      }),
    )
  })

  it('draws numbers from 0 to 1', () => {
    const random = randomFrom(7)
    const drawn = Array.from({ length: 1000 }, random)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThan(1)
    expect(drawn.reduce((sum, value) => sum + value) / 1000).toBeCloseTo(0.5, 1)
  })
})

describe('the signed-rank test', () => {
  it('gives the p of a textbook (Hollander & Wolfe 1973, depression scale of nine patients)', () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    const { p, estimate, lowest, highest } = pairedTest(before.map((value, at) => value - after[at]))
    expect(p).toBeCloseTo(0.0390625, 9)
    expect(estimate).toBeCloseTo(0.46, 2)
    expect(lowest).toBeGreaterThan(0)
    expect(highest).toBeCloseTo(0.786, 2)
  })

  it.each([
    [[1, 2, 3, 4, 5, 6], 2 / 64],
    [[1, 2, 3, 4, 5], 2 / 32],
    [[1, -1, 2, -2], 1],
    [[0, 0, 0], 1],
    [[1, 1, 1, 1, 1, 1], 2 / 64],
  ])('of %j has p %d', (differences, p) => {
    expect(pairedTest(differences).p).toBeCloseTo(p, 12)
  })

  it('turns with the sign, and its interval holds the estimate', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 }), differences => {
        const one = pairedTest(differences)
        const other = pairedTest(differences.map(difference => 0 - difference))
        expect(other.p).toBeCloseTo(one.p, 12)
        expect(other.estimate).toBeCloseTo(-one.estimate, 12)
        expect(one.lowest).toBeLessThanOrEqual(one.estimate)
        expect(one.highest).toBeGreaterThanOrEqual(one.estimate)
      }),
    )
  })
})
