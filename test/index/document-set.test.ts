import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentSet } from '../../src/index/document-set.js'
import { randomOf, randomSet } from './random.js'

function expectSame(numbers: readonly number[], universe: number): DocumentSet {
  const given = Int32Array.from(numbers)
  const set = new DocumentSet(given, universe)
  given.fill(-7)
  expect(set.size).toBe(numbers.length)
  const out = new Int32Array(numbers.length)
  set.copyTo(out)
  expect([...out]).toEqual(numbers)
  const places = new Map(numbers.map((number, place) => [number, place]))
  const asked = universe <= 3000 ? Array.from({ length: universe }, (_, at) => at) : numbers.flatMap(n => [n, n + 1])
  for (const document of asked) {
    if (document >= universe) continue
    const place = set.placeOf(document)
    if (place !== (places.get(document) ?? -1)) expect.fail(`document ${document} has place ${place}`)
  }
  return set
}

describe('a set of documents', () => {
  it('has what was put in, each at its place (property)', () => {
    const shape = fc.record({
      universe: fc.integer({ min: 1, max: 3000 }),
      share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true })),
      seed: fc.integer(),
    })
    fc.assert(
      fc.property(shape, ({ universe, share, seed }) => {
        expectSame([...randomSet(randomOf(seed), Math.round(share * universe), universe)], universe)
      }),
      { numRuns: 200 },
    )
  })

  it.each([1, 31, 32, 33, 64, 65, 1000])('may hold all of %i documents, the first, or the last', universe => {
    expectSame(
      Array.from({ length: universe }, (_, at) => at),
      universe,
    )
    expectSame([0], universe)
    expectSame([universe - 1], universe)
    expectSame([], universe)
  })

  it('is a list of numbers where they are few and a bitmap where they are many', () => {
    const random = randomOf(9)
    const few = expectSame([...randomSet(random, 62, 1000)], 1000)
    expect([few.numbers instanceof Uint16Array, few.ranks]).toEqual([true, undefined])
    expect(few.bytes).toBe(62 * 2)
    const many = expectSame([...randomSet(random, 63, 1000)], 1000)
    expect([many.numbers, many.ranks instanceof Int32Array]).toEqual([undefined, true])
    expect(many.bytes).toBe(32 * 8)
  })

  it('has numbers of more than 16 bits where documents do', () => {
    expect(expectSame([0, 65_534, 65_535], 65_536).numbers).toBeInstanceOf(Uint16Array)
    expect(expectSame([0, 65_535, 65_536, 65_599], 65_600).numbers).toBeInstanceOf(Int32Array)
    const dense = randomSet(randomOf(2), 20_000, 100_000)
    expect(expectSame([...dense], 100_000).numbers).toBeUndefined()
  })
})
