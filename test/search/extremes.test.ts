import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, QueryError, type SearchIndex, type SearchOptions } from '../../src/index.js'
import { SAMPLE } from '../index/sample.js'

describe('a search of extreme size', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(SAMPLE))
  })

  const ids = (query: string, options: SearchOptions = {}) => index.search(query, options).hits.map(hit => hit.id)

  it.each([1000, 2 ** 31 - 1, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, 1e300])('with the limit %d', limit => {
    const { total, hits } = index.search('công đoàn', { limit, match: 'any' })
    expect(hits).toHaveLength(total)
    expect(new Set(hits.map(hit => hit.id)).size).toBe(total)
    expect(hits.slice(0, 10).map(hit => hit.id)).toEqual(ids('công đoàn', { match: 'any' }))
  })

  it('with an offset up to the end and beyond', () => {
    const all = ids('công đoàn', { limit: 1000, match: 'any' })
    for (const offset of [
      0,
      1,
      all.length - 1,
      all.length,
      all.length + 1,
      2 ** 31,
      2 ** 32,
      Number.MAX_SAFE_INTEGER,
    ]) {
      for (const limit of [0, 1, 7, Number.MAX_SAFE_INTEGER]) {
        const result = index.search('công đoàn', { offset, limit, match: 'any' })
        expect(result.hits.map(hit => hit.id)).toEqual(all.slice(offset, offset + limit))
        expect(result.total).toBe(all.length)
      }
    }
  })

  it('with a query of a megabyte', () => {
    const one = index.search('công đoàn')
    const text = 'công đoàn '.repeat(80_000)
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(1_000_000)
    const many = index.search(text)
    expect(many.total).toBe(one.total)
    expect(index.search('ă'.repeat(600_000)).total).toBe(0)
    expect(index.search(`${'x-'.repeat(20_000)} công`, { match: 'any' }).total).toBeGreaterThanOrEqual(0)
    expect(() => index.search('(".*'.repeat(100_000))).toThrow(QueryError)
  })

  it('with ten thousand different words', () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `từ${at}`)
    const any = index.search(['công', ...words, 'đoàn'].join(' '), { match: 'any' })
    // The first thousand words are looked up.
    expect(any.total).toBe(index.search('công', { match: 'any' }).total)
    expect(index.search(['công', ...words].join(' '), { match: 'all' }).total).toBe(0)
    expect(index.search(words.join(' '), { match: 'any' }).total).toBe(0)
  })

  it('with a word for every document, all of them held', async () => {
    const words = Array.from({ length: 3000 }, (_, at) => `từ${at}`)
    const whole = openIndex(await buildIndex([{ id: 'a', body: words.join(' ') }, ...SAMPLE]))
    for (const match of ['any', 'most', 'all'] as const) {
      const { total, hits } = whole.search(words.join(' '), { match })
      expect([total, hits[0].id]).toEqual([1, 'a'])
      expect(hits[0].score).toBeGreaterThan(0)
      expect(Number.isFinite(hits[0].score)).toBe(true)
    }
  })

  it.each([
    '"',
    '""',
    '-',
    '+',
    '*',
    '?!',
    '~',
    '^',
    ':',
    '&&',
    '||',
    '()',
    '((((((',
    '!@#$%^&*()_+-=',
    '…',
    '“”',
    '\u0301',
    '😀👨‍👩‍👧',
    '\ud800',
    '\u200b\ufeff',
    '\u0000',
  ])('with nothing but %j has no word', query => {
    try {
      index.search(query)
      expect.fail('an answer')
    } catch (error) {
      expect(error).toBeInstanceOf(QueryError)
      expect(error).toMatchObject({ code: 'EMPTY_QUERY', got: query })
    }
  })

  it.each(['"công đoàn"', '+công +đoàn', 'công* đoàn?', 'công~ đoàn^2', '(công) AND-đoàn', 'công\u0000đoàn'])(
    'with operators %j beside words finds the words',
    query => {
      const found = new Set(ids(query, { limit: 1000, match: 'any' }))
      for (const id of ids('công đoàn', { limit: 1000, match: 'all' })) expect(found).toContain(id)
    },
  )

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString valueOf', 'null', 'undefined', 'NaN', 'true', 'OR'])(
    'with the name %s is one like any other',
    query => {
      expect(index.search(query).hits).toEqual([])
      expect(index.search(`công ${query}`, { match: 'any' }).total).toBeGreaterThan(0)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )
})
