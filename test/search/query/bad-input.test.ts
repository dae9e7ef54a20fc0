import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, printQuery } from '../../../src/search/query/index.js'
import { parserOf } from '../../../src/search/query/parse.js'

/** What is repeated to make a query of any length. */
const HOSTILE: readonly string[] = [
  'tai nạn lao động ',
  '(',
  ')',
  '()',
  '(a OR ',
  '(a "b" ',
  'w OR ',
  '"a" ',
  '"',
  '«a ',
  'AND OR NOT ',
  'VÀ ',
  'A VÀ ',
  '\u0000\u0001',
  '(.*)+$^',
  '*',
  '* ',
  'a* ',
  '^',
  'a^',
  '~',
  'a~1.1.1.1 ',
  '\\',
  ':',
  'a:',
  '__proto__:x ',
  'tiệtle:x ',
  'title:',
  '-title:(',
  'ngày:quý 3 ',
  'd ngày:1 2 3 4 5 6 7 8 ',
  'ngày:(2023 OR ',
  'tỉnh:A B C D E ',
  '+tác ',
  '1',
  'a',
  ' ',
  '\ud800',
  'e\u0301\u0323',
]

describe('hostile queries', () => {
  it.each(HOSTILE)('%j takes work in proportion to its length', piece => {
    const steps = (length: number) => {
      const parser = parserOf(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), { now: '2024-07-09' })
      printQuery(parser.parse())
      return parser.reader.steps
    }
    const [short, long] = [steps(8_000), steps(64_000)]
    expect(long).toBeLessThan(short * 8.5 + 1000)
    expect(long).toBeLessThan(64_000 * 8)
  })

  it('of a megabyte are cut', () => {
    const { tree, warnings } = parseQuery('tai nạn lao động '.repeat(60_000))
    expect(tree).toMatchObject({ type: 'words' })
    expect(tree.end).toBeLessThanOrEqual(65_536)
    expect(warnings.map(({ code }) => code)).toEqual(['too-long'])
    expect(parseQuery('😀'.repeat(40_000)).tree.end).toBe(65_536)
    expect(parseQuery(`a${'😀'.repeat(40_000)}`).tree.end).toBe(65_535)
  })

  it('of 10,000 brackets have a tree that is not deep', () => {
    const { tree, warnings } = parseQuery(`${'(a OR '.repeat(10_000)}b${')'.repeat(10_000)}`)
    expect(warnings.map(({ code }) => code)).toContain('too-deep')
    expect(JSON.stringify(tree).split('"type":"or"').length).toBeLessThan(100)
  })

  it('of 5,000 terms keep all of them, with operators between them the first few hundred', () => {
    const terms = Array.from({ length: 5000 }, (_, at) => `w${at}`)
    expect(parseQuery(terms.join(' ')).tree).toMatchObject({ type: 'words', text: terms.join(' ') })
    const { tree, warnings } = parseQuery(terms.join(' OR '))
    expect(tree).toMatchObject({ type: 'or', nodes: { length: 1024 } })
    expect(warnings.map(({ code }) => code)).toEqual(['too-many-clauses'])
  })

  it('of very many clauses are cut', () => {
    for (const piece of ['"a" ', '+a ', 'title:a ', 'a~2 ']) {
      const { tree, warnings } = parseQuery(piece.repeat(5000))
      expect(tree).toMatchObject({ clauses: { length: 1024 } })
      expect(warnings.map(({ code }) => code)).toEqual(['too-many-clauses'])
      expect(() => parseQuery(piece.repeat(5000), { strict: true })).toThrow(
        expect.objectContaining({ code: 'BAD_QUERY', syntax: 'too-many-clauses' }),
      )
    }
  })

  it('keep their warnings few', () => {
    expect(parseQuery(')'.repeat(10_000)).warnings.length).toBe(50)
  })
})

it('anything is parsed without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), query => {
      expect(printQuery(parseQuery(query).tree)).toBeTypeOf('string')
    }),
    { numRuns: 2000 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})
