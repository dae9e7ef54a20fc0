import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteToLength, LEVELS, lengthToByte, levelOf } from '../../src/index/frequency.js'

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
