import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex } from '../../src/index.js'
import { affordable } from '../../src/search/clauses/budget.js'
import { parseQuery, type QueryInput } from '../../src/search/query/index.js'

describe('as many clauses are answered as somebody may mean', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex([{ id: '1', title: 'công đoàn', date: '2020-05-01' }]))
  })
  const kept = (query: string) => {
    const { tree } = affordable(parseQuery(query).tree)
    return tree.type === 'group' ? tree.clauses.length : tree.type === 'or' ? tree.nodes.length : 1
  }

  it.each([
    ['+a ', 256],
    ['-a ', 256],
    ['title:a ', 256],
    ['a^2 ', 256],
    ['a OR ', 256],
    ['"a b" ', 32],
    ['"a b"~5^2 ', 32],
    ['title:"a b" ', 32],
    ['a* ', 32],
    ['a~2 ', 8],
  ])('%sover and over: %i', (piece, count) => expect(kept(piece.repeat(600))).toBe(count))

  it('and the rest is left out with a warning, or refused', () => {
    const query = `${'+công '.repeat(300)}+đoàn`
    const { hits, warnings } = index.search(query)
    expect(hits.map(({ id }) => id)).toEqual(['1'])
    expect(warnings).toMatchObject([{ code: 'too-many-clauses', start: 256 * 6 + 1, end: query.length }])
    expect(() => index.search(query, { strict: true })).toThrow(
      expect.objectContaining({ code: 'BAD_QUERY', syntax: 'too-many-clauses', offset: 256 * 6 + 1 }),
    )
    expect(index.search('+công '.repeat(256), { strict: true }).warnings).toEqual([])
    expect(index.search('+công '.repeat(5000)).warnings.length).toBe(1)
  })

  it('in trees built in code too', () => {
    const or: QueryInput = { or: Array.from({ length: 300 }, () => ({ words: 'công' })) }
    expect(index.search(or).warnings.map(({ code }) => code)).toEqual(['too-many-clauses'])
    expect(index.search({ not: or }).warnings.length).toBe(1)
  })

  it('words in a row are one', () => {
    expect(index.search('công đoàn '.repeat(3000)).warnings).toEqual([])
  })
})
