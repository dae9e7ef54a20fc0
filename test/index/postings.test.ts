import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../src/index/bits.js'
import { LEVELS } from '../../src/index/frequency.js'
import { PostingList } from '../../src/index/postings.js'
import { encodePostings } from '../../src/index/postings-encoder.js'
import { randomOf, randomSet } from './random.js'

interface List {
  readonly documents: Uint32Array
  readonly levels: Uint8Array
}

/** Encodes lists one after the other, as the writer does, and reads each back in a shuffled order. */
function expectInverse(lists: readonly List[], documentCount: number): void {
  const random = randomOf(documentCount)
  const lengths = Uint8Array.from({ length: documentCount }, () => Math.floor(random() * 256))
  const impacts = Float32Array.from({ length: 16 * 256 }, (_, at) => LEVELS[at >> 8] / (1 + (at & 255)))
  const out = new BitWriter()
  const starts: number[] = []
  const ends: number[] = []
  for (const { documents, levels } of lists) {
    starts.push(out.bits)
    encodePostings(out, documentCount, documents, levels, documents.length, lengths)
    ends.push(out.bits)
    out.align()
  }
  const words = out.toWords()
  const list = new PostingList()
  const documents = new Int32Array(documentCount)
  const levels = new Uint8Array(documentCount)
  for (let at = lists.length - 1; at >= 0; at--) {
    list.open(words, starts[at], documentCount)
    const { size } = list
    expect(size).toBe(lists[at].documents.length)
    expect(list.end).toBe(ends[at])
    list.decode(documents, levels)
    expect([...documents.subarray(0, size)]).toEqual([...lists[at].documents])
    expect([...levels.subarray(0, size)]).toEqual([...lists[at].levels])
    expectFound(list, lists[at], documentCount, random)
    // The bound on what the list can add to a score holds for each of its documents.
    const worth = Array.from(
      lists[at].documents,
      (document, posting) => impacts[lists[at].levels[posting] * 256 + lengths[document]],
    )
    expect(list.bound(impacts, lengths, documents, levels)).toBeGreaterThanOrEqual(Math.max(...worth))
  }
}

/** Looks documents up in ascending order: some of the list, some beside it. */
function expectFound(
  list: PostingList,
  { documents, levels }: List,
  documentCount: number,
  random: () => number,
): void {
  const step = 1 + Math.floor(random() * Math.max(1, documentCount / 40))
  list.rewind()
  let at = 0
  for (
    let document = Math.floor(random() * step);
    document < documentCount;
    document += 1 + Math.floor(random() * step)
  ) {
    while (at < documents.length && documents[at] < document) at++
    const expected = documents[at] === document ? at : -1
    const position = list.find(document)
    if (position !== expected) expect.fail(`document ${document} found at ${position}, not at ${expected}`)
    if (position >= 0 && list.level(position) !== levels[position])
      expect.fail(`document ${document} has another level`)
  }
}

function randomList(random: () => number, size: number, documentCount: number, highest: number): List {
  const documents = randomSet(random, size, documentCount)
  return { documents, levels: Uint8Array.from(documents, () => Math.floor(random() * (highest + 1))) }
}

describe('posting lists', () => {
  const SIZES = [1, 2, 3, 31, 32, 33, 127, 128, 129, 255, 256, 257, 1000]

  it.each(SIZES)('of %i documents are read as written', size => {
    const random = randomOf(size)
    for (const documentCount of [size, size + 1, size * 2, size * 3 + 1, size * 40, 200_000]) {
      const lists = [0, 2, 3, 15].map(highest => randomList(random, size, documentCount, highest))
      expectInverse(lists, documentCount)
    }
  })

  it('of all documents, and of the last one only', () => {
    const all = Uint32Array.from({ length: 5000 }, (_, at) => at)
    expectInverse(
      [
        { documents: all, levels: new Uint8Array(5000) },
        { documents: all, levels: new Uint8Array(5000).fill(15) },
        { documents: Uint32Array.of(4999), levels: Uint8Array.of(15) },
        { documents: Uint32Array.of(0), levels: Uint8Array.of(0) },
        { documents: Uint32Array.of(0, 4999), levels: Uint8Array.of(3, 2) },
      ],
      5000,
    )
    expectInverse([{ documents: Uint32Array.of(0), levels: Uint8Array.of(7) }], 1)
  })

  it('with gaps as wide as document numbers get', () => {
    const documents = Uint32Array.of(0, 1, 2 ** 24, 2 ** 24 + 1, 2 ** 25 - 1)
    const out = new BitWriter()
    encodePostings(out, 2 ** 25, documents, Uint8Array.of(0, 1, 2, 3, 15), 5, new Uint8Array(2 ** 25))
    const list = new PostingList()
    list.open(out.toWords(), 0, 2 ** 25)
    const read = new Int32Array(5)
    const levels = new Uint8Array(5)
    list.decode(read, levels)
    expect([...read]).toEqual([...documents])
    expect([...levels]).toEqual([0, 1, 2, 3, 15])
  })

  it('of any documents and levels (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), highest: fc.nat(15) }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer(),
        (documentCount, shapes, seed) => {
          const random = randomOf(seed)
          const lists = shapes.map(({ share, highest }) =>
            randomList(random, Math.max(1, Math.round(share * documentCount)), documentCount, highest),
          )
          expectInverse(lists, documentCount)
        },
      ),
      { numRuns: 200 },
    )
  })
})
