import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter, readBits } from '../../src/index/bits.js'
import { frequencyToByte, LEVELS } from '../../src/index/frequency.js'
import { readLevels, writeLevels } from '../../src/index/level-code.js'

/** The bits of one level, the first one first. */
function codeOf(level: number): string {
  const out = new BitWriter()
  writeLevels(out, Uint8Array.of(level), 1)
  const words = out.toWords()
  return Array.from({ length: out.bits }, (_, at) => readBits(words, at, 1)).join('')
}

const CODES = Array.from({ length: 16 }, (_, level) => codeOf(level))

describe('codes of levels', () => {
  it('are read as frequencies, at any bit, whatever comes behind (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(15), fc.nat(2)), { maxLength: 200 }),
        fc.nat(31),
        fc.nat(),
        (levels, shift, after) => {
          const out = new BitWriter()
          out.write(after, shift)
          writeLevels(out, Uint8Array.from(levels), levels.length)
          const end = out.bits
          out.write(after, 31)
          const read = new Uint8Array(levels.length)
          expect(readLevels(out.toWords(), shift, read)).toBe(end)
          expect([...read]).toEqual(levels.map(level => frequencyToByte(LEVELS[level])))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are as FORMAT.md gives them: none begins another, and every nine bits begin with one', () => {
    expect(CODES.slice(0, 3)).toEqual(['1', '01', '001'])
    for (const a of CODES) for (const b of CODES) expect(a !== b && b.startsWith(a)).toBe(false)
    expect(CODES.reduce((sum, code) => sum + 2 ** -code.length, 0)).toBeLessThanOrEqual(1)
    expect(CODES.map(code => code.length)).toEqual([1, 2, 3, 9, 9, 9, 9, 6, 6, 6, 6, 6, 6, 6, 9, 9])
  })

  it('that nobody wrote are frequencies too, and end (property)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 32 }), fc.nat(400), fc.nat(100), (bytes, at, count) => {
        const out = new Uint8Array(count)
        const end = readLevels(new Uint32Array(bytes.slice(0, bytes.length & ~3).buffer), at, out)
        expect(end >= at + count && end <= at + count * 9).toBe(true)
      }),
    )
  })
})
