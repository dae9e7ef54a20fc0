import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentSet } from '../../src/index/document-set.js'
import { Membership } from '../../src/search/membership.js'

const DOCUMENTS = 200

describe('documents that match', () => {
  it('are those whose shares add up to what is required (property)', () => {
    const membership = new Membership(DOCUMENTS)
    const word = fc.record({
      // From a few documents, a list, to nearly all, a bitmap.
      holders: fc.oneof(
        fc.uniqueArray(fc.nat(DOCUMENTS - 1), { maxLength: 12 }),
        fc.subarray([...Array(DOCUMENTS).keys()], { minLength: 13 }),
      ),
      share: fc.oneof(fc.nat(6000), fc.constantFrom(0, 1, 128, 255, 256)),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), fc.integer({ min: 1, max: 7000 }), (words, required) => {
        const slots = words.map(({ holders }) => {
          const documents = new DocumentSet(Int32Array.from(holders).sort(), DOCUMENTS)
          return { list: { documents } }
        })
        const shares = Uint16Array.from(words, ({ share }) => share % (65_535 / words.length))
        const expected = [...Array(DOCUMENTS).keys()].filter(
          document =>
            words.reduce((sum, { holders }, at) => sum + (holders.includes(document) ? shares[at] : 0), 0) >= required,
        )
        const out = new Int32Array(DOCUMENTS)
        for (let twice = 0; twice < 2; twice++) {
          const count = membership.find({ plan: { slots }, shares, required }, out)
          expect([...out.subarray(0, count)].sort((a, b) => a - b)).toEqual(expected)
        }
      }),
      { numRuns: 400, seed: 20_260_820 },
    )
  })
})
