import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PostingsBuilder } from '../../src/index/postings-builder.js'
import type { Spill } from '../../src/index/record-log.js'
import { SpillFile } from '../../src/node/spill-file.js'

/** A spill that stays in memory and tells how it was used. */
class MemorySpill implements Spill {
  static open = 0
  static written = 0
  private readonly parts: Uint32Array[] = []

  constructor() {
    MemorySpill.open++
  }

  append(words: Uint32Array): void {
    this.parts.push(words.slice())
    MemorySpill.written += words.length
  }

  read(): Iterable<Uint32Array> {
    return this.parts
  }

  close(): void {
    MemorySpill.open--
  }
}

type Posting = readonly [term: number, level: number, fields: number]

/** Every document with its terms, and a pair of each two that follow one another. */
function build(documents: readonly (readonly Posting[])[], builder: PostingsBuilder): readonly (readonly number[])[] {
  documents.forEach((postings, document) => {
    const seen = new Map(postings.map(posting => [posting[0], posting]))
    const terms = [...seen.keys()]
    for (const [term, level, fields] of seen.values()) builder.addPosting(term, document, level, fields)
    terms.slice(1).forEach((term, at) => {
      builder.addPair(terms[at], term, document, (term + document) % 3 === 0)
    })
  })
  const used = builder.usedTerms(64)
  const ordinalOf = new Uint32Array(64)
  // Ordinals in another order than numbers.
  ;[...used].reverse().forEach((term, ordinal) => {
    ordinalOf[term] = ordinal
  })
  const { offsets, words } = builder.finish(ordinalOf, used.length, Math.max(1, documents.length))
  return [[...used], [...offsets], [...words]]
}

describe('building with a spill', () => {
  it('gives the same lists however little stays in memory (property)', () => {
    const posting = fc.tuple(fc.nat(63), fc.nat(15), fc.integer({ min: 1, max: 7 }))
    const documents = fc.array(fc.array(posting, { maxLength: 30 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 400 }), (made, most) => {
        const inside = build(made, new PostingsBuilder(3))
        const spilled = build(made, new PostingsBuilder(3, () => new MemorySpill(), most))
        expect(spilled).toEqual(inside)
        expect(MemorySpill.open).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('uses temporary files and leaves none open', () => {
    const documents = Array.from({ length: 3000 }, (_, at): Posting[] =>
      Array.from({ length: 20 }, (_, word) => [(at * 7 + word * word) % 64, word % 16, 1 + (word % 7)]),
    )
    const open: SpillFile[] = []
    const makeSpill = () => {
      const file = new SpillFile()
      open.push(file)
      return file
    }
    expect(build(documents, new PostingsBuilder(3, makeSpill, 5000))).toEqual(build(documents, new PostingsBuilder(3)))
    expect(open.length).toBeGreaterThan(2)
    // Closed: reading from the file fails.
    for (const file of open) expect(() => [...file.read()]).toThrow()
  })
})
