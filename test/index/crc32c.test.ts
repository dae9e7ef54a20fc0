import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32c } from '../../src/index/crc32c.js'

const ascii = (text: string) => new TextEncoder().encode(text)

/** Bit by bit, as the polynomial is defined. */
function slowCrc32c(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return (crc ^ 0xffff_ffff) >>> 0
}

describe('CRC-32C', () => {
  // RFC 3720 appendix B.4, and the check value of the catalogue of CRC algorithms.
  it.each([
    ['"123456789"', ascii('123456789'), 0xe306_9283],
    ['nothing', new Uint8Array(), 0],
    ['32 bytes of zeros', new Uint8Array(32), 0x8a91_36aa],
    ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8_ab43],
    ['32 ascending bytes', Uint8Array.from({ length: 32 }, (_, at) => at), 0x46dd_794e],
    ['32 descending bytes', Uint8Array.from({ length: 32 }, (_, at) => 31 - at), 0x113f_db5c],
  ])('of %s is the published one', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected)
  })

  it('equals the definition bit by bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
        expect(crc32c(bytes)).toBe(slowCrc32c(bytes))
      }),
    )
  })

  it('goes on from an earlier part', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (bytes, cut) => {
        expect(crc32c(bytes.subarray(cut), crc32c(bytes.subarray(0, cut)))).toBe(crc32c(bytes))
      }),
    )
  })

  it('changes with every single bit', () => {
    const bytes = ascii('Liên đoàn Lao động tỉnh Sóc Trăng')
    const before = crc32c(bytes)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit >>> 3] ^= 1 << (bit & 7)
      expect(crc32c(bytes)).not.toBe(before)
      bytes[bit >>> 3] ^= 1 << (bit & 7)
    }
    expect(crc32c(bytes)).toBe(before)
  })
})
