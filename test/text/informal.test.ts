import { describe, expect, it } from 'vitest'
import { informalReading, readInformal } from '../../src/text/index.js'

describe('informalReading', () => {
  for (const [word, reading] of [
    ['ko', 'không'],
    ['K', 'không'],
    ['hok', 'không'],
    ['dc', 'được'],
    ['đc', 'được'],
    ['j', 'gì'],
    ['bik', 'biết'],
    ['bit', 'biết'],
    ['ngta', 'người ta'],
    ['mn', 'mọi người'],
    ['thui', 'thôi'],
  ])
    it(`${word} → ${reading}`, () => expect(informalReading(word)).toBe(reading))

  it('leaves ordinary words and names alone', () => {
    for (const word of ['không', 'được', 'TP', 'lao', 'động', '', '__proto__', 'constructor', 'kg'])
      expect(informalReading(word)).toBeUndefined()
  })
})

describe('readInformal', () => {
  it('reads whole queries', () => {
    expect(readInformal('Ko bik j')).toBe('không biết gì')
    expect(readInformal('công đoàn')).toBe('công đoàn')
  })
})
