import { describe, expect, it } from 'vitest'
import { QueryError, QuerySyntaxError, TimtinError, UsageError } from '../../../src/errors.js'
import { parseQuery, warningText } from '../../../src/search/query/index.js'
import { shape } from './shape.js'

/** Query, what it is read as, and the warnings: code and the part concerned. */
const CASES: readonly (readonly [query: string, shape: string, ...warnings: string[]])[] = [
  ['tin "tai nạn', 'tin "tai nạn', 'unclosed-quote "tai nạn'],
  ['a "" b', 'a "" b', 'empty-quotes ""'],
  ['(tai nạn', 'tai nạn', 'unclosed-bracket (tai nạn'],
  ['tai nạn) lao động', 'tai nạn) lao động', 'unopened-bracket )'],
  ['() a', 'a', 'empty-brackets ()'],
  ['tai nạn AND', 'tai nạn', 'stray-operator AND'],
  ['OR tai nạn', 'tai nạn', 'stray-operator OR'],
  ['tai nạn NOT', 'tai nạn', 'stray-operator NOT'],
  ['a OR AND b', '{+a | +b}', 'stray-operator OR'],
  ['VÀ ông nói', 'VÀ ông nói', 'stray-operator VÀ'],
  ['AND OR NOT', 'AND OR NOT', 'stray-operator AND', 'stray-operator OR', 'stray-operator NOT'],
  ['titel:mưa', 'titel:mưa', 'unknown-field titel → title'],
  ['tỉh:mưa', 'tỉh:mưa', 'unknown-field tỉh → province'],
  ['__proto__:x', '__proto__:x', 'unknown-field __proto__'],
  ['constructor:x', 'constructor:x', 'unknown-field constructor'],
  ['mưa title:', 'mưa title:', 'field-without-value title:'],
  ['ngày:abc', 'ngày:abc', 'bad-date abc'],
  ['ngày:"hôm nào đó"', '(phrase hôm nào đó)', 'bad-date "hôm nào đó"'],
  ['ngày:(abc)', 'abc', 'bad-date ngày:(abc)'],
  ['title:>a', 'title:>a', 'bad-range >a'],
  ['date:2024..2020', '(range date [2020-01-01, 2024-12-31])', 'reversed-range date:2024..2020'],
  ['lao~9', '(fuzzy lao 2)', 'number-out-of-range lao~9 → 2'],
  ['a^1000', '(×100 a)', 'number-out-of-range a^1000 → 100'],
  ['a^0', '(×0.01 a)', 'number-out-of-range a^0 → 0.01'],
  ['*', '*', 'lone-wildcard *'],
]

describe('warnings', () => {
  it.each(CASES)('%j', (query, expected, ...expectedWarnings) => {
    const { tree, warnings } = parseQuery(query, { now: '2024-07-09' })
    expect(shape(tree)).toBe(expected)
    const found = warnings.map(
      each =>
        `${each.code} ${query.slice(each.start, each.end)}${each.expected === undefined ? '' : ` → ${each.expected}`}`,
    )
    expect(found).toEqual(expectedWarnings)
  })

  it.each(CASES)('%j is an error when parsing is strict', (query, _, first) => {
    let caught: unknown
    try {
      parseQuery(query, { strict: true, now: '2024-07-09' })
    } catch (error) {
      caught = error
    }
    if (!(caught instanceof QuerySyntaxError)) throw new Error(`no syntax error but ${String(caught)}`)
    expect(caught).toBeInstanceOf(QueryError)
    expect(caught).toBeInstanceOf(TimtinError)
    expect(caught.code).toBe('BAD_QUERY')
    expect(`${caught.syntax} ${query.slice(caught.offset, caught.end)}`).toBe(first.split(' → ')[0])
    if (first.includes(' → ')) expect(caught.expected).toBe(first.split(' → ')[1])
  })

  it('are put in Vietnamese and English', () => {
    const [warning] = parseQuery('titel:mưa').warnings
    expect(warningText(warning)).toBe('Không có trường “titel”; đã tìm như từ thường. Có phải bạn muốn dùng “title”?')
    expect(warningText(warning, 'en')).toBe('there is no field "titel"; read as plain words; did you mean "title"?')
    expect(warning.message).toBe(warningText(warning, 'en'))
    expect(warningText({ code: 'unknown-field', start: 0, end: 1, got: '{expected}$&' }, 'en')).toContain(
      '"{expected}$&"',
    )
  })

  it('of wrong options are usage errors', () => {
    const wrong: readonly object[] = [
      { now: 'hôm qua' },
      { now: new Date(Number.NaN) },
      { fields: 'title' },
      { stict: true },
    ]
    for (const options of wrong) expect(() => parseQuery('a', options)).toThrow(UsageError)
  })
})
