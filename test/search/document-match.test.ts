import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDocument,
  allDocuments,
  DocumentMatch,
  eachDocument,
  hasDocument,
  noDocuments,
} from '../../src/search/document-match.js'

/** A match and the set that it stands for: each document surely, surely not, or undecided until it is asked about. */
interface Made {
  readonly match: DocumentMatch
  readonly set: ReadonlySet<number>
  /** The undecided documents that were asked about, as often as they were. */
  readonly asked: number[]
  readonly undecided: ReadonlySet<number>
}

function make(states: readonly number[]): Made {
  const sure = noDocuments(states.length)
  const maybe = noDocuments(states.length)
  const set = new Set<number>()
  const undecided = new Set<number>()
  const asked: number[] = []
  states.forEach((state, document) => {
    if (state % 2 === 1) set.add(document)
    if (state === 1) addDocument(sure, document)
    if (state > 0) addDocument(maybe, document)
    if (state > 1) undecided.add(document)
  })
  const test = (document: number) => {
    asked.push(document)
    return set.has(document)
  }
  return { match: new DocumentMatch(sure, maybe, test), set, asked, undecided }
}

/** 0 no, 1 yes, 2 undecided and no, 3 undecided and yes. */
const family = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 5 }))
  .chain(([documents, matches]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: documents, maxLength: documents }), {
      minLength: matches,
      maxLength: matches,
    }),
  )

function numbersOf(match: DocumentMatch): number[] {
  const found: number[] = []
  match.each(document => found.push(document))
  return found
}

/** What a match says is what the plain test says, by `each` and by `has`, and of no document twice. */
function expectSame(
  match: DocumentMatch,
  documents: number,
  holds: (document: number) => boolean,
  made: readonly Made[],
) {
  const all = Array.from({ length: documents }, (_, document) => document)
  expect(numbersOf(match)).toEqual(all.filter(holds))
  expect(all.filter(document => match.has(document))).toEqual(all.filter(holds))
  for (const { asked, undecided } of made) {
    expect(new Set(asked).size).toBe(asked.length)
    for (const document of asked) expect(undecided).toContain(document)
  }
}

describe('matches as sets of documents', () => {
  it('at least so many, any, all', () => {
    fc.assert(
      fc.property(family, fc.integer({ min: 0, max: 6 }), (states, count) => {
        const documents = states[0].length
        const held = (made: readonly Made[]) => (document: number) => made.filter(({ set }) => set.has(document)).length
        for (const [join, least] of [
          [(of: readonly DocumentMatch[]) => DocumentMatch.atLeast(count, of, documents), count],
          [(of: readonly DocumentMatch[]) => DocumentMatch.any(of, documents), 1],
          [(of: readonly DocumentMatch[]) => DocumentMatch.all(of, documents), states.length],
        ] as const) {
          const made = states.map(make)
          const match = join(made.map(each => each.match))
          expectSame(match, documents, document => held(made)(document) >= least, made)
        }
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('not, and not of not', () => {
    fc.assert(
      fc.property(family, ([states]) => {
        const documents = states.length
        const once = make(states)
        expectSame(once.match.not(documents), documents, document => !once.set.has(document), [once])
        const twice = make(states)
        expectSame(twice.match.not(documents).not(documents), documents, document => twice.set.has(document), [twice])
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('in combinations of combinations', () => {
    fc.assert(
      fc.property(family, family, (left, right) => {
        const documents = Math.min(left[0].length, right[0].length)
        const [a, b] = [left, right].map(states => states.map(each => make(each.slice(0, documents))))
        const any = DocumentMatch.any(
          a.map(({ match }) => match),
          documents,
        )
        const all = DocumentMatch.all(
          b.map(({ match }) => match),
          documents,
        ).not(documents)
        const both = DocumentMatch.all([any, all], documents)
        const holds = (document: number) =>
          a.some(({ set }) => set.has(document)) && !b.every(({ set }) => set.has(document))
        expectSame(both, documents, holds, [...a, ...b])
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it('asks about no document that is decided without', () => {
    const decided = make([0, 1, 2, 3])
    const none = DocumentMatch.known(noDocuments(4))
    const every = DocumentMatch.known(allDocuments(4))
    expect(numbersOf(DocumentMatch.all([decided.match, none], 4))).toEqual([])
    expect(numbersOf(DocumentMatch.any([decided.match, every], 4))).toEqual([0, 1, 2, 3])
    expect(decided.asked).toEqual([])
    expect(numbersOf(decided.match)).toEqual([1, 3])
    expect(decided.asked).toEqual([2, 3])
  })

  it.each([1, 31, 32, 33, 64, 65])('of %i documents end with the last', documents => {
    const all: number[] = []
    eachDocument(allDocuments(documents), document => all.push(document))
    expect(all).toEqual(Array.from({ length: documents }, (_, at) => at))
    expect(hasDocument(noDocuments(documents), documents - 1)).toBe(false)
    expect(numbersOf(DocumentMatch.known(noDocuments(documents)).not(documents))).toEqual(all)
  })
})
