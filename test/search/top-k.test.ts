import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TopK } from '../../src/search/top-k.js'

/** Ids that sort in another order than documents are numbered. */
const idOf = (document: number) => String((document * 7919) % 10_007).padStart(5, '0')

interface Entry {
  readonly document: number
  readonly score: number
}

function best(entries: readonly Entry[], limit: number): Entry[] {
  return [...entries]
    .sort((a, b) => b.score - a.score || (idOf(a.document) < idOf(b.document) ? -1 : 1))
    .slice(0, limit)
}

function collected(entries: readonly Entry[], limit: number): TopK {
  const top = new TopK(limit, idOf)
  for (const { document, score } of entries) top.offer(document, score)
  return top
}

const entries = (most: number) =>
  fc
    .array(fc.nat(most), { maxLength: 300 })
    .map(scores => scores.map((score, document): Entry => ({ document, score: score + 1 })))

describe('the best few', () => {
  it('are those of a sorted list, whatever the order (property)', () => {
    const cases = fc.tuple(fc.oneof(entries(3), entries(100_000)), fc.nat(40), fc.nat())
    fc.assert(
      fc.property(cases, ([given, limit, turn]) => {
        const turned = [...given.slice(turn % (given.length + 1)), ...given.slice(0, turn % (given.length + 1))]
        expect(collected(turned, limit).drain()).toEqual(best(given, limit))
        expect(collected([...given].reverse(), limit).drain()).toEqual(best(given, limit))
      }),
      { numRuns: 400 },
    )
  })

  it('have a threshold: 0 until there are enough, then the worst of them', () => {
    const top = new TopK(3, idOf)
    const thresholds = [5, 9, 2, 1, 7, 7, 8].map((score, document) => {
      top.offer(document, score)
      return top.threshold
    })
    expect(thresholds).toEqual([0, 0, 2, 2, 5, 7, 7])
  })

  it('of equal scores are those whose ids sort first', () => {
    const top = new TopK(2, document => ['c', 'a', 'd', 'b'][document])
    for (let document = 0; document < 4; document++) top.offer(document, 1)
    expect(top.drain().map(({ document }) => document)).toEqual([1, 3])
  })

  it('ask for ids only on ties', () => {
    const asked: number[] = []
    const top = new TopK(2, document => {
      asked.push(document)
      return idOf(document)
    })
    for (const score of [3, 9, 4, 1, 12]) top.offer(score, score)
    expect(top.drain().map(({ score }) => score)).toEqual([12, 9])
    expect(asked).toEqual([])
  })

  it('may be none, and are gone when they were taken', () => {
    const none = new TopK(0, idOf)
    none.offer(1, 5)
    expect([none.threshold, none.drain()]).toEqual([0, []])
    const top = collected([{ document: 1, score: 5 }], 4)
    expect(top.drain()).toHaveLength(1)
    expect([top.size, top.drain()]).toEqual([0, []])
  })
})
