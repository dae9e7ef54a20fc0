import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ErrorFacts, IndexFileError, UsageError } from '../../src/errors.js'
import { asWords, Container, FORMAT_VERSION, MAGIC, PAGE_SIZE, writeContainer } from '../../src/index/container.js'
import { crc32c } from '../../src/index/crc32c.js'
import { openIndex } from '../../src/index.js'

const numbered = (length: number, seed = 0) => Uint8Array.from({ length }, (_, at) => (at * 31 + seed) & 255)

/** A file of three sections: a short one, an empty one and one of several pages. */
const SECTIONS: ReadonlyMap<string, Uint8Array> = new Map([
  ['meta', numbered(13)],
  ['empty', new Uint8Array()],
  ['postings', numbered(PAGE_SIZE * 3 + 100, 7)],
])
const FILE = writeContainer(SECTIONS)
const HEAD = new DataView(FILE.buffer).getUint32(24, true)

/** A copy of the file with a change; `sign` makes the checksum of the head right again. */
function changed(change: (view: DataView, bytes: Uint8Array) => void, sign = false): Uint8Array {
  const bytes = FILE.slice()
  const view = new DataView(bytes.buffer)
  change(view, bytes)
  if (sign) view.setUint32(28, crc32c(bytes.subarray(32, HEAD), crc32c(bytes.subarray(0, 28))), true)
  return bytes
}

function errorOf(run: () => unknown): ErrorFacts & { readonly code: string } {
  try {
    run()
  } catch (error) {
    if (error instanceof IndexFileError) return error
    throw error
  }
  return expect.fail('nothing was thrown')
}

describe('a container', () => {
  it('gives its sections back', () => {
    const container = new Container(FILE)
    expect([...container.sizes()]).toEqual([...SECTIONS].map(([name, bytes]) => [name, bytes.length]))
    for (const [name, bytes] of SECTIONS) {
      expect(container.has(name)).toBe(true)
      expect(container.section(name)).toEqual(bytes)
    }
    expect(container.has('other')).toBe(false)
    expect(container.version).toBe(FORMAT_VERSION)
    container.verify()
  })

  it('gives any sections back (property)', () => {
    const sections = fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 9000, size: 'max' })), {
        selector: ([name]) => name,
        maxLength: 12,
      })
      .map(entries => new Map(entries))
    fc.assert(
      fc.property(sections, fc.nat(15), (given, shift) => {
        const file = writeContainer(given)
        const buffer = new Uint8Array(file.length + 32)
        buffer.set(file, shift)
        const container = new Container(buffer.subarray(shift, shift + file.length))
        container.verify()
        for (const [name, bytes] of given) {
          const section = container.section(name)
          expect(Buffer.compare(section, bytes)).toBe(0)
          expect(section.byteOffset % 8).toBe(0)
        }
        expect(Buffer.compare(writeContainer(given), file)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('reads words in place', () => {
    expect([...asWords(Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 9, 9))]).toEqual([1, 256])
  })
})

describe('pages', () => {
  const from = (page: number) => HEAD + page * PAGE_SIZE

  it('are checked when they are first touched, and not before', () => {
    const container = new Container(changed((_, bytes) => bytes.fill(0, from(2), from(2) + 5)))
    expect(container.section('meta')).toEqual(SECTIONS.get('meta'))
    const postings = container.unchecked('postings')
    const start = postings.byteOffset - container.bytes.byteOffset
    container.check(start, PAGE_SIZE)
    container.check(from(3), 1)
    container.check(from(2), 0)
    for (const touch of [
      () => container.section('postings'),
      () => container.check(from(2), 1),
      () => container.check(from(3) - 1, 1),
      () => container.check(from(1), PAGE_SIZE * 2),
      () => container.check(start, 1_000_000),
      () => container.verify(),
    ]) {
      expect(errorOf(touch)).toMatchObject({ code: 'INDEX_DAMAGED', section: 'postings', offset: from(2) })
    }
    // What is whole stays readable.
    container.check(from(3), 90)
  })

  it('at their edges belong to the page they lie in', () => {
    for (const [byte, page] of [
      [from(1) - 1, 0],
      [from(1), 1],
      [from(2) - 1, 1],
      [FILE.length - 1, 3],
    ]) {
      const damaged = changed((_, bytes) => {
        bytes[byte] ^= 1
      })
      expect(errorOf(() => new Container(damaged).verify())).toMatchObject({ offset: from(page) })
      const container = new Container(damaged)
      for (let other = 0; other < 4; other++) if (other !== page) container.check(from(other), 1)
      expect(errorOf(() => container.check(byte, 1))).toMatchObject({ offset: from(page) })
    }
  })

  it('are told with both checksums', () => {
    const damaged = changed((_, bytes) => {
      bytes[from(1)] ^= 255
    })
    const { expected, got } = errorOf(() => new Container(damaged).verify())
    expect(expected).toBe(`checksum ${crc32c(FILE.subarray(from(1), from(2)))}`)
    expect(got).toBe(crc32c(damaged.subarray(from(1), from(2))))
  })
})

describe('what is no container, or not a whole one', () => {
  it.each<readonly [string, Uint8Array, ErrorFacts & { readonly code: string }]>([
    ['nothing', new Uint8Array(), { code: 'NOT_AN_INDEX', expected: MAGIC, got: '', offset: 0 }],
    ['a text', new TextEncoder().encode('Tìm tin tức'), { code: 'NOT_AN_INDEX', offset: 0 }],
    ['a file turned to text', new TextEncoder().encode('TIMTIN\n\n'), { code: 'NOT_AN_INDEX', got: 'TIMTIN\n\n' }],
    ['four bytes of it', FILE.slice(0, 4), { code: 'INDEX_TRUNCATED', expected: 32, got: 4 }],
    ['half a header', FILE.slice(0, 31), { code: 'INDEX_TRUNCATED', expected: 32, got: 31 }],
    ['a header alone', FILE.slice(0, 32), { code: 'INDEX_TRUNCATED', expected: FILE.length, got: 32 }],
    ['all but a byte', FILE.slice(0, -1), { code: 'INDEX_TRUNCATED', expected: FILE.length, got: FILE.length - 1 }],
    [
      'a later version',
      changed(view => view.setUint32(8, FORMAT_VERSION + 1, true)),
      { code: 'INDEX_TOO_NEW', expected: FORMAT_VERSION, got: FORMAT_VERSION + 1, offset: 8 },
    ],
    [
      'an earlier version',
      changed(view => view.setUint32(8, FORMAT_VERSION - 1, true)),
      { code: 'INDEX_TOO_OLD', expected: FORMAT_VERSION, got: FORMAT_VERSION - 1, offset: 8 },
    ],
    ['bytes behind its end', Uint8Array.of(...FILE, 0), { code: 'INDEX_DAMAGED', section: 'header', offset: 16 }],
    ['a length that is no number', changed(view => view.setFloat64(16, Number.NaN, true)), { code: 'INDEX_DAMAGED' }],
    ['a head of no length', changed(view => view.setUint32(24, 0, true)), { code: 'INDEX_DAMAGED', offset: 24 }],
    [
      'a head longer than the file',
      changed(view => view.setUint32(24, FILE.length + 8, true)),
      { code: 'INDEX_DAMAGED', offset: 24 },
    ],
    [
      'a head at an odd place',
      changed(view => view.setUint32(24, HEAD + 1, true)),
      { code: 'INDEX_DAMAGED', offset: 24 },
    ],
    [
      'another checksum of the head',
      changed(view => view.setUint32(28, view.getUint32(28, true) ^ 1, true)),
      { code: 'INDEX_DAMAGED', section: 'header', offset: 28 },
    ],
    // From here on the checksum of the head is right: a file that was written wrong.
    ['too many sections', changed(view => view.setUint32(12, 65, true), true), { code: 'INDEX_DAMAGED', offset: 12 }],
    ['sections left out', changed(view => view.setUint32(12, 1, true), true), { code: 'INDEX_DAMAGED', offset: 12 }],
    [
      'a section before the end of the head',
      changed(view => view.setFloat64(32 + 8, HEAD - 8, true), true),
      { code: 'INDEX_DAMAGED', section: 'meta', offset: 32 },
    ],
    [
      'a section at an odd place',
      changed(view => view.setFloat64(32 + 8, HEAD + 4, true), true),
      { code: 'INDEX_DAMAGED', section: 'meta', offset: 32 },
    ],
    [
      'a section beyond the end',
      changed(view => view.setFloat64(32 + 48 + 16, FILE.length, true), true),
      { code: 'INDEX_DAMAGED', section: 'postings', offset: 32 + 48 },
    ],
    [
      'a section of half a byte',
      changed(view => view.setFloat64(32 + 16, 12.5, true), true),
      { code: 'INDEX_DAMAGED', section: 'meta', offset: 32 },
    ],
    [
      'a section of a length below 0',
      changed(view => view.setFloat64(32 + 16, -8, true), true),
      { code: 'INDEX_DAMAGED', section: 'meta', offset: 32 },
    ],
    [
      'a section without a length',
      changed(view => view.setFloat64(32 + 16, Number.NaN, true), true),
      { code: 'INDEX_DAMAGED', section: 'meta', offset: 32 },
    ],
  ])('%s', (_, bytes, facts) => {
    expect(errorOf(() => new Container(bytes))).toMatchObject(facts)
    expect(errorOf(() => openIndex(bytes)).code).toBe(facts.code)
  })

  it('is a wrong argument when it is no bytes', () => {
    for (const given of [null, 'TIMTIN', 5, [], FILE.buffer]) {
      expect(() => openIndex(given as unknown as Uint8Array)).toThrow(UsageError)
    }
  })

  it('lacks a section that is asked for', () => {
    const container = new Container(FILE)
    for (const ask of [() => container.section('terms'), () => container.unchecked('terms')]) {
      expect(errorOf(ask)).toMatchObject({ code: 'INDEX_DAMAGED', section: 'terms' })
    }
    // A container that is whole and no index.
    expect(errorOf(() => openIndex(writeContainer(new Map()))).code).toBe('INDEX_DAMAGED')
    expect(errorOf(() => openIndex(FILE)).code).toBe('INDEX_DAMAGED')
  })
})
