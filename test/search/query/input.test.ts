import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/errors.js'
import { parseQuery, type QueryInput, toTree } from '../../../src/search/query/index.js'
import { withoutPlaces } from './random-query.js'
import { shape } from './shape.js'

const OPTIONS = { now: '2024-07-09', fields: ['title', 'province', 'date', 'views'] }

describe('toTree', () => {
  const cases: readonly (readonly [input: QueryInput, query: string])[] = [
    ['tai nạn AND "lao động"', 'tai nạn AND "lao động"'],
    [{ words: 'a AND b' }, 'a \\AND b'],
    [
      { and: ['tai nạn', { field: 'province', query: 'Huế' }, { not: 'xe máy' }] },
      'tai nạn AND tỉnh:Huế AND NOT xe máy',
    ],
    [{ or: [{ phrase: 'công đoàn', slop: 2 }, { prefix: 'lao' }] }, '"công đoàn"~2 OR lao*'],
    [{ most: ['a', 'b', { phrase: 'c d' }, { not: 'e' }] }, 'a b "c d" -e'],
    [{ and: ['a'] }, 'a'],
    [{ or: ['', 'a', '  '] }, 'a'],
    [{ and: [] }, ''],
    [{ not: '' }, ''],
    [{ not: 'a b' }, 'NOT a b'],
    [{ fuzzy: 'sóc', distance: 2 }, 'sóc~2'],
    [{ boost: 2, query: 'tai nạn' }, '(tai nạn)^2'],
    [{ exists: 'title' }, 'title:*'],
    [{ range: { field: 'date', from: '2023', to: 'quý 1/2024' } }, 'date:2023-01-01..2024-03-31'],
    [{ range: { field: 'date', from: '2023', includeFrom: false } }, 'date:>2023'],
    [{ range: { field: 'views', from: 1.5, to: 2, includeTo: false } }, 'views:1,5..<2'],
    [{ field: 'date', query: { or: ['2022', 'hôm qua'] } }, 'date:(2022 OR hôm qua)'],
  ]
  it.each(cases)('%j', (input, query) => {
    expect(withoutPlaces(toTree(input, OPTIONS))).toEqual(withoutPlaces(parseQuery(query, OPTIONS).tree))
  })

  const wrong: readonly (readonly [input: unknown, code: string, facts: object])[] = [
    [null, 'BAD_ARGUMENT', { field: 'query' }],
    [['a'], 'BAD_ARGUMENT', { field: 'query' }],
    [{}, 'BAD_ARGUMENT', { field: 'query' }],
    [{ an: ['a'] }, 'UNKNOWN_OPTION', { got: 'an', expected: expect.arrayContaining(['and']) }],
    [JSON.parse('{"__proto__": "a"}'), 'UNKNOWN_OPTION', { got: '__proto__' }],
    [{ phrase: 'a', slp: 1 }, 'UNKNOWN_OPTION', { got: 'slp', expected: expect.arrayContaining(['slop']) }],
    [{ and: 'a' }, 'BAD_ARGUMENT', { field: 'query.and' }],
    [{ or: ['a', { phrase: 3 }] }, 'BAD_ARGUMENT', { field: 'query.or[1].phrase' }],
    [{ field: 'titel', query: 'a' }, 'UNKNOWN_OPTION', { got: 'titel', expected: expect.arrayContaining(['title']) }],
    [{ exists: 'x' }, 'UNKNOWN_OPTION', { got: 'x' }],
    [{ boost: 0, query: 'a' }, 'BAD_ARGUMENT', { field: 'query.boost' }],
    [{ fuzzy: 'a', distance: 3 }, 'BAD_ARGUMENT', { field: 'query.fuzzy.distance' }],
    [{ prefix: '*' }, 'BAD_ARGUMENT', { field: 'query.prefix' }],
    [{ range: { field: 'views', from: '1' } }, 'BAD_ARGUMENT', { field: 'query.range.from' }],
    [{ range: { field: 'views' } }, 'BAD_ARGUMENT', { field: 'query.range' }],
    [{ range: { field: 'views', from: 3, to: 2 } }, 'BAD_ARGUMENT', { field: 'query.range' }],
    [{ range: { field: 'date', from: 'hôm nào' } }, 'BAD_ARGUMENT', { field: 'query.range' }],
    [{ range: { field: 'date', form: '2023' } }, 'UNKNOWN_OPTION', { got: 'form' }],
    [{ field: 'date', query: 'hôm nào' }, 'BAD_ARGUMENT', { field: 'query.field.query' }],
  ]
  it.each(wrong)('refuses %j', (input, code, facts) => {
    let caught: unknown
    try {
      Reflect.apply(toTree, undefined, [input, OPTIONS])
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(UsageError)
    expect(caught).toMatchObject({ code, ...facts })
  })

  it('refuses what goes round in circles', () => {
    const circle: { and: QueryInput[] } = { and: [] }
    circle.and.push(circle)
    expect(() => toTree(circle)).toThrow(UsageError)
  })

  it('joins words that stand side by side', () => {
    expect(shape(toTree({ most: ['tai nạn', { words: 'lao động' }] }))).toBe('tai nạn lao động')
  })
})
