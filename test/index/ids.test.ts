import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { encodeIds, IdReader } from '../../src/index/ids.js'

function expectInverse(ids: readonly string[]): void {
  const sections = encodeIds(ids)
  expect(sections.starts).toHaveLength(Math.ceil(ids.length / 32))
  const checked: (Uint8Array | Uint32Array)[] = []
  const reader = new IdReader(sections, ids.length, part => checked.push(part))
  for (let document = ids.length - 1; document >= 0; document--) {
    const before = checked.length
    expect(reader.id(document)).toBe(ids[document])
    if (document % 32 !== 31 && document !== ids.length - 1) continue
    // The first of a group, from behind: what is read has been checked.
    const [starts, bytes] = checked.slice(before)
    expect([starts.buffer, bytes.buffer]).toEqual([sections.starts.buffer, sections.bytes.buffer])
    expect(bytes.length).toBeGreaterThan(0)
  }
}

describe('ids', () => {
  it('are read as written (property)', () => {
    const id = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      fc.constantFrom('tin-1', 'bài số 5', '\ufeffđầu', '一', '😀', '__proto__'),
    )
    fc.assert(fc.property(fc.array(id, { minLength: 1, maxLength: 150 }), expectInverse))
  })

  it.each([1, 31, 32, 33, 63, 64, 65, 1000])('of %i documents', count => {
    expectInverse(Array.from({ length: count }, (_, at) => `tin-${at}`))
  })

  it.each([1, 63, 64, 65, 126, 127, 128, 129, 16_383, 16_384, 200_000])('may be %i bytes long', length => {
    expectInverse(['a', 'b'.repeat(length), 'c'])
    expectInverse(['đ'.repeat(Math.ceil(length / 2)), 'c'])
  })

  it('that do not hold together give a typed error', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `tin-${at}`)
    const { starts, bytes } = encodeIds(ids)
    expect(() => new IdReader({ starts: starts.slice(0, 3), bytes }, 100)).toThrow(IndexFileError)
    expect(() => new IdReader({ starts: Uint32Array.of(0, 200, 100, 300), bytes }, 100).id(32)).toThrow(IndexFileError)
    expect(() => new IdReader({ starts: Uint32Array.of(0, 200, 300, 1e6), bytes }, 100).id(96)).toThrow(IndexFileError)
    for (let at = 0; at < 40; at++) {
      const changed = bytes.slice()
      changed[at] ^= 255
      const reader = new IdReader({ starts, bytes: changed }, 100)
      for (let document = 0; document < 100; document++) {
        try {
          expect(typeof reader.id(document)).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(IndexFileError)
        }
      }
    }
  })
})
