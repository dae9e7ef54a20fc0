import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter, readBits } from '../../src/index/bits.js'
import { encodePairs, PAIRS_PER_GROUP, PairList, pairKey, readPositions } from '../../src/index/pairs.js'
import { randomOf, randomSet } from './random.js'

interface Owner {
  readonly universe: number
  readonly keys: readonly number[]
  readonly positions: readonly Uint32Array[]
  readonly strong: readonly Uint8Array[]
}

/** A pair as it is read: its key, its positions and which of them are strong. */
type Found = readonly [key: number, positions: readonly number[], strong: readonly number[]]

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

/** What a reader gets of all pairs from the first key not below `from` to the last below `limit`. */
function read(list: PairList, words: Uint32Array, universe: number, from: number, limit: number): Found[] {
  const found: Found[] = []
  const out = new Int32Array(universe)
  list.seek(from)
  while (list.next(limit)) {
    const count = readPositions(words, list.positionsAt, list.size, universe, out)
    expect(count).toBe(list.size)
    const strong = Array.from({ length: count }, (_, at) => readBits(words, list.strongAt + at, 1))
    found.push([list.key, [...out.subarray(0, count)], strong])
  }
  return found
}

function expectInverse(owners: readonly Owner[], termCount: number, random: () => number): void {
  const out = new BitWriter()
  const starts = owners.map(({ universe, ...pairs }) => {
    out.write(5, 3)
    const start = out.bits
    encodePairs(out, pairs, universe, termCount)
    return start
  })
  const words = out.toWords()
  const list = new PairList()
  owners.forEach(({ universe, keys, positions, strong }, at) => {
    list.open(words, starts[at], universe, termCount)
    expect(list.count).toBe(keys.length)
    const all = keys.map((key, pair): Found => [key, [...positions[pair]], [...strong[pair]]])
    expect(read(list, words, universe, 0, termCount * 2)).toEqual(all)
    const bounds = [keys[0], keys[keys.length - 1], keys[PAIRS_PER_GROUP], keys[PAIRS_PER_GROUP - 1]].filter(
      key => key !== undefined,
    )
    for (let draw = 0; draw < 4; draw++) bounds.push(Math.floor(random() * termCount * 2))
    for (const from of bounds) {
      for (const limit of [from, from + 1, from + Math.floor(random() * termCount), termCount * 2]) {
        const expected = all.filter(([key]) => key >= from && key < limit)
        expect(read(list, words, universe, from, limit)).toEqual(expected)
      }
    }
  })
}

describe('pair lists', () => {
  it.each([0, 1, 2, PAIRS_PER_GROUP - 1, PAIRS_PER_GROUP, PAIRS_PER_GROUP + 1, 64, 65, 300])('of %i pairs', count => {
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
    ['one', [[3]], 40],
    ['the last', [[39]], 40],
    ['all', [Array.from({ length: 40 }, (_, at) => at)], 40],
    ['all but one', [Array.from({ length: 39 }, (_, at) => at + 1)], 40],
    ['two far apart', [[0, 99_999]], 100_000],
    ['a dense beginning', [Array.from({ length: 100 }, (_, at) => at)], 100_000],
    ['a dense end', [Array.from({ length: 100 }, (_, at) => 99_900 + at)], 100_000],
    ['the only document', [[0]], 1],
  ])('whose positions are %s', (_, positions, universe) => {
    const owner = {
      universe,
      keys: [pairKey(4, true)],
      positions: positions.map(list => Uint32Array.from(list)),
      strong: positions.map(list => Uint8Array.from(list, position => position % 2)),
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
})
