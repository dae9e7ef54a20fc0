import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitCursor, BitWriter, bitWidth, readBits } from '../../src/index/bits.js'

/** One thing written: a number at a width, a unary or a gamma code, or filling up to a byte. */
type Write =
  | { readonly kind: 'bits'; readonly value: number; readonly width: number }
  | { readonly kind: 'unary' | 'gamma'; readonly value: number }
  | { readonly kind: 'align' }

const writes: fc.Arbitrary<Write> = fc.oneof(
  fc.integer({ min: 0, max: 32 }).chain(width =>
    fc.record({
      kind: fc.constant('bits' as const),
      width: fc.constant(width),
      value: fc.integer({ min: 0, max: 2 ** width - 1 }),
    }),
  ),
  fc.record({ kind: fc.constant('unary' as const), value: fc.integer({ min: 0, max: 200 }) }),
  fc.record({
    kind: fc.constant('gamma' as const),
    value: fc.integer({ min: 0, max: 30 }).chain(bits => fc.integer({ min: 2 ** bits, max: 2 ** (bits + 1) - 1 })),
  }),
  fc.record({ kind: fc.constant('align' as const) }),
)

function write(out: BitWriter, { ...item }: Write): void {
  if (item.kind === 'bits') out.write(item.value, item.width)
  else if (item.kind === 'unary') out.writeUnary(item.value)
  else if (item.kind === 'gamma') out.writeGamma(item.value)
  else out.align()
}

function expectRead(cursor: BitCursor, item: Write): void {
  if (item.kind === 'bits') expect(cursor.read(item.width)).toBe(item.value)
  else if (item.kind === 'unary') expect(cursor.readUnary()).toBe(item.value)
  else if (item.kind === 'gamma') expect(cursor.readGamma()).toBe(item.value)
  else while (cursor.at % 8 !== 0) expect(cursor.read(1)).toBe(0)
}

describe('bits', () => {
  it('are read as they were written, whatever stands before them', () => {
    fc.assert(
      fc.property(fc.array(writes, { maxLength: 60 }), items => {
        const out = new BitWriter()
        for (const item of items) write(out, item)
        const cursor = new BitCursor(out.toWords())
        for (const item of items) expectRead(cursor, item)
        expect(cursor.at).toBe(out.bits)
      }),
      { numRuns: 300 },
    )
  })

  it('hold the extreme values of every width at every shift', () => {
    for (let width = 1; width <= 32; width++) {
      for (let shift = 0; shift < 32; shift++) {
        const largest = 2 ** width - 1
        const values = [0, 1, largest, Math.floor(largest / 3), 2 ** (width - 1)]
        const out = new BitWriter()
        out.write(0, shift)
        for (const value of values) out.write(value, width)
        const words = out.toWords()
        const read = values.map((_, at) => readBits(words, shift + at * width, width))
        expect(read).toEqual(values)
      }
    }
  })

  it('only take the low bits of a value', () => {
    const out = new BitWriter()
    out.write(0xffff_ffff, 3)
    out.write(-1, 5)
    expect(out.bits).toBe(8)
    expect([...out.toWords()]).toEqual([0xff])
  })

  it('grow without end and can be cleared', () => {
    const out = new BitWriter()
    for (let at = 0; at < 100_000; at++) out.write(at, 17)
    const words = out.toWords()
    for (let at = 0; at < 100_000; at += 997) expect(readBits(words, at * 17, 17)).toBe(at)
    out.clear()
    expect(out.bits).toBe(0)
    out.write(0, 31)
    out.write(1, 1)
    expect([...out.toWords()]).toEqual([0x8000_0000])
  })

  it('appended to others come after them', () => {
    fc.assert(
      fc.property(fc.array(writes, { maxLength: 20 }), fc.array(writes, { maxLength: 20 }), (first, second) => {
        // Filling up to a byte depends on what stands before, so it is left out here.
        const tail = second.filter(item => item.kind !== 'align')
        const out = new BitWriter()
        for (const item of first) write(out, item)
        const other = new BitWriter()
        for (const item of tail) write(other, item)
        const before = out.bits
        out.append(other)
        expect(out.bits).toBe(before + other.bits)
        const cursor = new BitCursor(out.toWords(), before)
        for (const item of tail) expectRead(cursor, item)
      }),
    )
  })

  it('that end before a unary code does neither hang nor throw', () => {
    const cursor = new BitCursor(new Uint32Array(4), 5)
    expect(cursor.readUnary()).toBe(123)
    expect(cursor.at).toBe(128)
    expect(() => cursor.readGamma()).not.toThrow()
    expect(readBits(new Uint32Array(1), 40, 32)).toBe(0)
  })

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [255, 8],
    [256, 9],
    [0xffff_ffff, 32],
  ])('needed up to %i are %i', (largest, width) => {
    expect(bitWidth(largest)).toBe(width)
  })
})
