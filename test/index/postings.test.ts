import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { BitWriter } from '../../src/index/bits.js'
import { encodeFields, MAX_FIELDS, readField } from '../../src/index/field-positions.js'
import { frequencyToByte, LEVELS } from '../../src/index/frequency.js'
import { PostingsReader, postingsSize } from '../../src/index/postings.js'
import { encodePostings } from '../../src/index/postings-encoder.js'
import { randomOf, randomSet } from './random.js'

interface List {
  readonly documents: Uint32Array
  readonly levels: Uint8Array
  /** Fields as bits, none of them empty. */
  readonly masks: Uint16Array
}

/** Encodes lists one after the other, as the writer does, and reads each back with one reader, the last one first. */
function expectInverse(lists: readonly List[], documentCount: number, fieldCount = 1): void {
  const out = new BitWriter()
  const starts: number[] = []
  const ends: number[] = []
  for (const { documents, levels, masks } of lists) {
    starts.push(out.bits)
    encodePostings(out, documentCount, documents, levels, documents.length)
    encodeFields(out, masks, documents.length, fieldCount)
    ends.push(out.bits)
    out.align()
  }
  const words = out.toWords()
  const reader = new PostingsReader(documentCount, fieldCount)
  for (let at = lists.length - 1; at >= 0; at--) {
    const { documents, levels, masks } = lists[at]
    expect(postingsSize(words, starts[at], documentCount)).toBe(documents.length)
    const found = reader.read(words, starts[at], ends[at])
    const numbers = new Int32Array(documents.length)
    found.documents.copyTo(numbers)
    expect(Buffer.compare(Buffer.from(Uint32Array.from(numbers).buffer), Buffer.from(documents.slice().buffer))).toBe(0)
    expect([...found.frequencies]).toEqual(Array.from(levels, level => frequencyToByte(LEVELS[level])))
    expect([found.fields.end, found.end]).toEqual([ends[at], ends[at]])
    for (let field = 0; field < fieldCount; field++) {
      const inField = readField(words, found.fields, documents.length, field, fieldCount)
      expect([...inField]).toEqual(Array.from(masks, mask => (fieldCount === 1 ? 1 : (mask >> field) & 1)))
    }
  }
}

function randomList(random: () => number, size: number, documentCount: number, highest: number, fields = 1): List {
  const documents = randomSet(random, size, documentCount)
  const common = 1 + Math.floor(random() * (2 ** fields - 1))
  return {
    documents,
    levels: Uint8Array.from(documents, () => Math.floor(random() * (highest + 1))),
    masks: Uint16Array.from(documents, () => (random() < 0.8 ? common : 1 + Math.floor(random() * (2 ** fields - 1)))),
  }
}

const one = (documents: readonly number[], levels: readonly number[]): List => ({
  documents: Uint32Array.from(documents),
  levels: Uint8Array.from(levels),
  masks: new Uint16Array(documents.length).fill(1),
})

describe('posting lists', () => {
  it.each([1, 2, 3, 31, 32, 33, 128, 1000])('of %i documents are read as written', size => {
    const random = randomOf(size)
    for (const documentCount of [size, size + 1, size * 2, size * 3 + 1, size * 40, 200_000]) {
      const lists = [0, 2, 3, 15].map(highest => randomList(random, size, documentCount, highest))
      expectInverse(lists, documentCount)
    }
  })

  it('of all documents, and of the last one only', () => {
    const all = Array.from({ length: 5000 }, (_, at) => at)
    const of = (level: number) => all.map(() => level)
    expectInverse([one(all, of(0)), one(all, of(15)), one([4999], [15]), one([0], [0]), one([0, 4999], [3, 2])], 5000)
    expectInverse([one([0], [7])], 1)
  })

  it('take two bits a posting where a term stands once in every document', () => {
    const out = new BitWriter()
    encodePostings(
      out,
      1000,
      Uint32Array.from({ length: 1000 }, (_, at) => at),
      new Uint8Array(1000),
      1000,
    )
    expect(out.bits).toBe(19 + 5 + 2000)
  })

  it('with gaps as wide as document numbers get', () => {
    expectInverse([one([0, 1, 2 ** 24, 2 ** 24 + 1, 2 ** 25 - 1], [0, 1, 2, 3, 15])], 2 ** 25)
    expectInverse([one([0, 2 ** 25 - 1], [0, 1]), one([2 ** 25 - 1], [9])], 2 ** 25)
  })

  const shapes = fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), highest: fc.nat(15) }), {
    minLength: 1,
    maxLength: 5,
  })

  it('of any documents, levels and fields (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(MAX_FIELDS)),
        shapes,
        fc.integer(),
        (documentCount, fieldCount, given, seed) => {
          const random = randomOf(seed)
          const lists = given.map(({ share, highest }) =>
            randomList(random, Math.max(1, Math.round(share * documentCount)), documentCount, highest, fieldCount),
          )
          expectInverse(lists, documentCount, fieldCount)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('that nobody wrote give a typed error or documents of the index, and end (property)', () => {
    const bytes = fc.oneof(fc.uint8Array({ minLength: 8, maxLength: 200 }), fc.uint8Array({ max: 9, minLength: 8 }))
    fc.assert(
      fc.property(bytes, fc.nat(8), fc.integer({ min: 1, max: 3000 }), fc.nat(3), (given, at, documentCount, more) => {
        const words = new Uint32Array(given.slice(0, given.length & ~3).buffer)
        const fieldCount = 1 + more
        const end = words.length * 32
        try {
          const found = new PostingsReader(documentCount, fieldCount).read(words, at * 8, end)
          const { size } = found.documents
          expect(size * 2 <= end - at * 8 && found.fields.end <= end).toBe(true)
          const numbers = new Int32Array(size)
          found.documents.copyTo(numbers)
          numbers.forEach((number, place) => {
            expect(number >= 0 && number < documentCount && (place === 0 || number > numbers[place - 1])).toBe(true)
          })
          for (let field = 0; field < fieldCount; field++)
            expect(readField(words, found.fields, size, field, fieldCount).every(bit => bit < 2)).toBe(true)
        } catch (error) {
          if (!(error instanceof IndexFileError)) throw error
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('that would be longer than their bytes are refused before they are read', () => {
    const out = new BitWriter()
    out.writeGamma(1_000_000)
    const words = new Uint32Array(100_000)
    words.set(out.toWords())
    const reader = new PostingsReader(1_000_000, 1)
    expect(() => reader.read(words, 0, 2_000_000 - 1)).toThrow(IndexFileError)
    expect(() => postingsSize(words, 0, 999_999)).toThrow(IndexFileError)
    expect(postingsSize(words, 0, 1_000_000)).toBe(1_000_000)
  })
})
