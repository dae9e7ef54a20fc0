import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { BitWriter, readBits } from '../../src/index/bits.js'
import { encodePairs, PAIRS_PER_GROUP, PairDirectory, pairKey } from '../../src/index/pairs.js'
import { randomOf, randomSet } from './random.js'

interface Owner {
  readonly universe: number
  readonly keys: readonly number[]
  readonly positions: readonly Uint32Array[]
  readonly strong: readonly Uint8Array[]
}

function randomOwner(random: () => number, count: number, universe: number, termCount: number): Owner {
  const keys = [...randomSet(random, Math.min(count, termCount * 2), termCount * 2)]
  const positions = keys.map(() => {
    const shape = random()
    const size =
      shape < 0.4
        ? 1
        : shape < 0.5
          ? universe
          : shape < 0.8
            ? 1 + Math.floor(random() * Math.min(8, universe))
            : 1 + Math.floor(random() * universe)
    return randomSet(random, Math.min(size, universe), universe)
  })
  return {
    universe,
    keys,
    positions,
    strong: positions.map(list => Uint8Array.from(list, () => (random() < 0.3 ? 1 : 0))),
  }
}

/** Writes owners one after the other, as the writer does, and asks each for all of its pairs in any order. */
function expectInverse(owners: readonly Owner[], termCount: number, random: () => number): void {
  const out = new BitWriter()
  const places = owners.map(({ universe, ...pairs }) => {
    out.write(5, 3)
    const start = out.bits
    encodePairs(out, pairs, universe, termCount)
    return { start, end: out.bits }
  })
  const words = out.toWords()
  owners.forEach(({ universe, keys, positions, strong }, at) => {
    const { start, end } = places[at]
    const directory = new PairDirectory(words, start, end, universe, termCount)
    expect([...directory.keys]).toEqual(keys)
    expect([...directory.sizes]).toEqual(positions.map(list => list.length))
    const order = [...keys.keys()].sort(() => random() - 0.5)
    const room = new Int32Array(universe)
    for (const pair of order) {
      const strongAt = directory.positions(pair, room)
      const size = directory.sizes[pair]
      expect([...room.subarray(0, size)]).toEqual([...positions[pair]])
      const bits = Array.from({ length: size }, (_, place) => readBits(words, strongAt + place, 1))
      expect(bits).toEqual([...strong[pair]])
      expect(strongAt + size).toBeLessThanOrEqual(end)
    }
    const bounds = [0, ...keys.slice(0, 3), ...keys.slice(-3), termCount * 2]
    for (let draw = 0; draw < 10; draw++) bounds.push(Math.floor(random() * termCount * 2))
    for (const key of bounds) {
      const first = keys.findIndex(known => known >= key)
      expect(directory.firstFrom(key)).toBe(first < 0 ? keys.length : first)
    }
  })
}

describe('the pairs of a term', () => {
  it.each([0, 1, 2, PAIRS_PER_GROUP - 1, PAIRS_PER_GROUP, PAIRS_PER_GROUP + 1, 64, 65, 300])('%i of them', count => {
    const random = randomOf(count + 1)
    for (const termCount of [200, 5000, 70_000]) {
      const owners = [1, 2, 33, 1000].map(universe => randomOwner(random, count, universe, termCount))
      expectInverse(owners, termCount, random)
    }
  })

  it('with every key there is', () => {
    const random = randomOf(7)
    expectInverse([randomOwner(random, 300, 12, 150)], 150, random)
  })

  it.each([
    ['one', [3], 40],
    ['the last', [39], 40],
    ['all', Array.from({ length: 40 }, (_, at) => at), 40],
    ['all but one', Array.from({ length: 39 }, (_, at) => at + 1), 40],
    ['two far apart', [0, 99_999], 100_000],
    ['a dense beginning', Array.from({ length: 100 }, (_, at) => at), 100_000],
    ['a dense end', Array.from({ length: 100 }, (_, at) => 99_900 + at), 100_000],
    ['the only document', [0], 1],
  ])('whose positions are %s', (_, positions, universe) => {
    const owner = {
      universe,
      keys: [pairKey(4, true)],
      positions: [Uint32Array.from(positions)],
      strong: [Uint8Array.from(positions, position => position % 2)],
    }
    expectInverse([owner, owner], 10, randomOf(1))
  })

  it('of any keys and positions (property)', () => {
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer(),
        (count, universe, termCount, seed) => {
          const random = randomOf(seed)
          expectInverse(
            [randomOwner(random, count, universe, termCount), randomOwner(random, 3, 5, termCount)],
            termCount,
            random,
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('have one key for each order of two terms', () => {
    expect(new Set([pairKey(3, false), pairKey(3, true), pairKey(4, false), pairKey(4, true)]).size).toBe(4)
    expect(pairKey(3, true)).toBeLessThan(pairKey(4, false))
  })

  it('that nobody wrote give a typed error or positions of the owner, and end (property)', () => {
    const bytes = fc.oneof(fc.uint8Array({ minLength: 8, maxLength: 200 }), fc.uint8Array({ max: 9, minLength: 8 }))
    const small = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(bytes, fc.nat(60), small, small, (given, at, universe, termCount) => {
        const words = new Uint32Array(given.slice(0, given.length & ~3).buffer)
        const end = words.length * 32
        const out = new Int32Array(universe)
        try {
          const directory = new PairDirectory(words, at, end, universe, termCount)
          expect(directory.sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(end)
          for (let pair = 0; pair < directory.keys.length; pair++) {
            directory.positions(pair, out)
            const found = out.subarray(0, directory.sizes[pair])
            expect(
              found.every((position, place) => position < universe && (place === 0 || position > found[place - 1])),
            ).toBe(true)
          }
        } catch (error) {
          if (!(error instanceof IndexFileError)) throw error
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('that would be more than their bits are refused before room is made for them', () => {
    const out = new BitWriter()
    out.writeGamma(2 ** 20)
    const words = new Uint32Array(100)
    words.set(out.toWords())
    expect(() => new PairDirectory(words, 0, 3200, 10, 2 ** 30)).toThrow(IndexFileError)
  })
})
