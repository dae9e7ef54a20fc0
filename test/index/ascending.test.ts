import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import {
  ascendingBits,
  bestParameter,
  expectedParameter,
  MAX_PARAMETER,
  readAscending,
  writeAscending,
} from '../../src/index/ascending.js'
import { BitWriter } from '../../src/index/bits.js'
import { randomOf, randomSet } from './random.js'

const PARAMETERS = Array.from({ length: MAX_PARAMETER + 1 }, (_, parameter) => parameter)

/** Writes numbers at some bit with something behind them and reads them back; gives the bits that they take. */
function expectInverse(numbers: Uint32Array, parameter: number, universe: number, shift = 0): number {
  const out = new BitWriter()
  out.write(0x5555_5555, shift)
  writeAscending(out, numbers, numbers.length, parameter)
  const end = out.bits
  out.write(0x5555_5555, 32)
  const read = new Int32Array(numbers.length)
  expect(readAscending(out.toWords(), shift, parameter, numbers.length, universe, read)).toBe(end)
  expect(Buffer.compare(Buffer.from(read.buffer), Buffer.from(Int32Array.from(numbers).buffer))).toBe(0)
  return end - shift
}

/** Sets of numbers with the universe that they are from, sparse, dense and in clusters. */
const sets = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), fc.nat(3))
  .map(([universe, share, seed, clusters]) => {
    const random = randomOf(seed)
    const numbers = randomSet(random, Math.max(1, Math.round(share * universe)), universe)
    const kept = numbers.filter(number => clusters === 0 || Math.floor(number / 100) % (clusters + 1) === 0)
    return { universe, numbers: kept.length > 0 ? kept : numbers }
  })

describe('ascending numbers', () => {
  it('are read as written, with any parameter, at any bit (property)', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom(...PARAMETERS), fc.nat(31), ({ numbers, universe }, parameter, shift) => {
        const bits = expectInverse(numbers, parameter, universe, shift)
        expect(ascendingBits(numbers, numbers.length, parameter)).toBe(bits)
      }),
      { numRuns: 500 },
    )
  })

  it.each(PARAMETERS)('are read as written with parameter %i where gaps are wide', parameter => {
    const widest = Math.min(2 ** 31 - 1, 2 ** parameter * 3000)
    const numbers = [0, 1, 31, 32, 33, 62, 63, 64, 65, 1000, 2999]
      .map(high => Math.min(widest, high * 2 ** parameter + (high % 2 ** parameter)))
      .filter((number, at, all) => at === 0 || number > all[at - 1])
    for (let shift = 0; shift < 32; shift++) expectInverse(Uint32Array.from(numbers), parameter, widest + 1, shift)
  })

  it('take a bit a number of the universe where all are there', () => {
    const all = Uint32Array.from({ length: 1000 }, (_, at) => at)
    expect(bestParameter(all, 1000, 1000)).toBe(0)
    expect(ascendingBits(all, 1000, 0)).toBe(1000)
    expectInverse(all, 0, 1000)
  })

  it('have no cheaper parameter than the best (property)', () => {
    fc.assert(
      fc.property(sets, ({ numbers, universe }) => {
        const bits = (parameter: number) => ascendingBits(numbers, numbers.length, parameter)
        const best = bestParameter(numbers, numbers.length, universe)
        expect(bits(best)).toBe(Math.min(...PARAMETERS.map(bits)))
      }),
      { numRuns: 300 },
    )
  })

  it('that lie anywhere take little more with the parameter expected of their count', () => {
    const random = randomOf(4)
    for (const size of [10, 100, 1000, 5000, 9000]) {
      const numbers = randomSet(random, size, 10_000)
      const expected = ascendingBits(numbers, size, expectedParameter(size, 10_000))
      expect(expected / ascendingBits(numbers, size, bestParameter(numbers, size, 10_000))).toBeLessThan(1.06)
    }
  })

  it('have a parameter whatever their count and universe', () => {
    for (const universe of [1, 2, 3, 1000, 2 ** 28]) {
      for (const count of [1, 2, 3, 999, 1000, 2 ** 28]) {
        if (count > universe) continue
        const parameter = expectedParameter(count, universe)
        expect(parameter >= 0 && parameter <= MAX_PARAMETER && Number.isInteger(parameter)).toBe(true)
      }
    }
  })
})

describe('bits that nobody wrote', () => {
  const words = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.array(fc.constantFrom(0, 0, 0, 1, 128, 255), { maxLength: 64 }).map(bytes => Uint8Array.from(bytes)),
  )

  it('give ascending numbers below the universe or a typed error, and end (property)', () => {
    fc.assert(
      fc.property(words, fc.nat(31), fc.nat(700), fc.nat(400), fc.nat(31), (bytes, parameter, at, count, bits) => {
        const filled = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
        filled.set(bytes)
        const universe = 2 ** bits
        const out = new Int32Array(count)
        try {
          readAscending(new Uint32Array(filled.buffer), at, parameter, count, universe, out)
        } catch (error) {
          expect(error).toBeInstanceOf(IndexFileError)
          return
        }
        out.forEach((number, place) => {
          expect(number > (place === 0 ? -1 : out[place - 1]) && number < universe).toBe(true)
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('end soon where there is no one among them', () => {
    const zeros = new Uint32Array(2 ** 20)
    for (const universe of [1, 1000, 2 ** 31 - 1]) {
      for (const parameter of [0, 5, 31]) {
        expect(() => readAscending(zeros, 3, parameter, 1e6, universe, new Int32Array(10))).toThrow(IndexFileError)
      }
    }
  })
})
