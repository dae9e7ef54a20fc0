import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byteToFrequency,
  byteToLength,
  FREQUENCY_BYTES,
  frequencyToByte,
  LEVELS,
  lengthToByte,
  levelOf,
} from '../../src/index/frequency.js'

describe('frequency levels', () => {
  it('stand for themselves', () => {
    expect(LEVELS).toHaveLength(16)
    LEVELS.forEach((value, level) => {
      expect(levelOf(value)).toBe(level)
    })
    expect(new Set(LEVELS).size).toBe(16)
  })

  it('are the nearest by ratio, and never fall as the frequency rises (property)', () => {
    const frequency = fc.double({ min: 0.05, max: 200, noNaN: true })
    const away = (value: number, level: number) => Math.abs(Math.log(value / LEVELS[level]))
    fc.assert(
      fc.property(frequency, frequency, (a, b) => {
        const nearest = Math.min(...[...LEVELS.keys()].map(level => away(a, level)))
        expect(away(a, levelOf(a))).toBeCloseTo(nearest, 9)
        if (a <= b) expect(LEVELS[levelOf(a)]).toBeLessThanOrEqual(LEVELS[levelOf(b)])
      }),
    )
  })
})

describe('length bytes', () => {
  it('are exact below 16 words and within 6.3 % above', () => {
    for (let length = 0; length < 16; length++) expect(byteToLength(lengthToByte(length))).toBe(length)
    for (let length = 16; length < 200_000; length++) {
      const error = Math.abs(byteToLength(lengthToByte(length)) - length) / length
      if (error > 0.063) expect.fail(`${length} is off by ${error}`)
    }
  })

  it('never fall as the length rises (property)', () => {
    let last = 0
    for (let length = 0; length < 100_000; length++) {
      const byte = lengthToByte(length)
      if (byte < last) expect.fail(`${length} has byte ${byte} after ${last}`)
      last = byte
    }
    const length = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }))
    fc.assert(
      fc.property(length, length, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(lengthToByte(low)).toBeLessThanOrEqual(lengthToByte(high))
        expect(lengthToByte(high)).toBeLessThanOrEqual(255)
      }),
    )
  })

  it('stand for lengths that rise with them', () => {
    for (let byte = 1; byte <= lengthToByte(2 ** 30); byte++)
      expect(byteToLength(byte)).toBeGreaterThan(byteToLength(byte - 1))
    for (let byte = 0; byte <= lengthToByte(2 ** 30); byte++) expect(lengthToByte(byteToLength(byte))).toBe(byte)
  })
})

describe('bytes of frequencies', () => {
  it('are exact for levels, for what pairs count, and for sixteenths below one', () => {
    for (const level of LEVELS) expect(byteToFrequency(frequencyToByte(level))).toBe(level)
    for (let sixteenths = 1; sixteenths <= 16; sixteenths++)
      expect(byteToFrequency(frequencyToByte(sixteenths / 16))).toBe(sixteenths / 16)
  })

  it('never stand for nothing, and are rounded down by less than an eighth up to 2,047 occurrences', () => {
    expect(byteToFrequency(frequencyToByte(0))).toBe(1 / 16)
    for (let sixteenths = 1; sixteenths < 2047 * 16; sixteenths++) {
      const frequency = sixteenths / 16
      const error = (frequency - byteToFrequency(frequencyToByte(frequency))) / frequency
      if (!(error >= 0 && error < 1 / 8)) expect.fail(`${frequency} is off by ${error}`)
    }
  })

  it('are below their bound and never fall as the frequency rises (property)', () => {
    const frequency = fc.oneof(
      fc.double({ min: 0, max: 80, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
    )
    fc.assert(
      fc.property(frequency, frequency, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(frequencyToByte(low)).toBeLessThanOrEqual(frequencyToByte(high))
        expect(frequencyToByte(high)).toBeLessThan(FREQUENCY_BYTES)
      }),
      { numRuns: 1000 },
    )
  })

  it('come back from the frequencies that they stand for', () => {
    const highest = frequencyToByte(2048)
    expect(byteToFrequency(highest)).toBe(2048)
    for (let byte = 1; byte <= highest; byte++) expect(frequencyToByte(byteToFrequency(byte))).toBe(byte)
  })
})
