import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, printQuery, type QueryInput, toTree } from '../../../src/search/query/index.js'
import { numbersFrom, placesHold, randomQuery, withoutPlaces } from './random-query.js'

const OPTIONS = { now: '2024-07-09', fields: ['title', 'lead', 'body', 'author', 'province', 'date', 'views'] }
const again = (query: string) => withoutPlaces(parseQuery(query, OPTIONS).tree)

describe('printQuery', () => {
  it.each([
    ['tai nạn AND bình dương OR đồng nai', '+(tai nạn) +(bình dương) OR đồng nai'],
    ['tiêu đề:mưa -“lũ quét”~2', 'title:(mưa) -"lũ quét"~2'],
    ['năm:2020', 'date:2020-01-01..2020-12-31'],
    ['Hà Nội: 17:30 (sáng)', 'Hà Nội: 17:30 \\(sáng\\)'],
  ])('%s → %s', (query, printed) => {
    const { tree } = parseQuery(query, OPTIONS)
    expect(printQuery(tree)).toBe(printed)
    expect(again(printed)).toEqual(withoutPlaces(tree))
  })

  const syllable = fc.constantFrom(
    ...'tai nạn Sóc Trăng LĐLĐ AND VÀ KHÔNG Covid-19 a:b title:x -c +d "e ( ) \\ * ^2 ~1 17:30 .. > đo* tác giả:'.split(
      ' ',
    ),
  )
  const text = fc.oneof(
    fc.array(syllable, { minLength: 1, maxLength: 5 }).map(words => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const word = fc.oneof(syllable, fc.string({ unit: 'grapheme', maxLength: 6 })).map(each => `${each}a`)
  const field = fc.constantFrom(...OPTIONS.fields.filter(name => name !== 'date'))
  const day = fc.constantFrom('2020', '2021-05', '2022-02-28')
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const inputs = fc.letrec<{ input: QueryInput; leaf: QueryInput; node: QueryInput }>(tie => ({
    leaf: fc.oneof(
      fc.record({ words: text }),
      fc.record({ phrase: text, slop: fc.nat(100) }),
      fc.record({ prefix: word }),
      fc.record({ fuzzy: word, distance: fc.constantFrom<1 | 2>(1, 2) }),
      fc.record({ exists: field }),
      fc.tuple(day, fc.option(day)).map(([a, b]) => {
        const [from, to] = [a, b ?? a].sort()
        return { range: b === null ? { field: 'date', from } : { field: 'date', from, to } }
      }),
      fc.tuple(number, number, fc.boolean(), fc.boolean()).map(([a, b, includeFrom, includeTo]) => ({
        range: { field: 'views', from: Math.min(a, b), to: Math.max(a, b), includeFrom, includeTo },
      })),
    ),
    node: fc.oneof(
      fc.record({ and: fc.array(tie('input'), { maxLength: 4 }) }),
      fc.record({ or: fc.array(tie('input'), { maxLength: 4 }) }),
      fc.record({ most: fc.array(tie('input'), { maxLength: 4 }) }),
      fc.record({ not: tie('input') }),
      fc.record({ field, query: tie('input') }),
      fc.record({ boost: fc.double({ min: 0.01, max: 100, noNaN: true }), query: tie('input') }),
    ),
    input: fc.oneof({ maxDepth: 5, depthSize: 'medium' }, tie('leaf'), tie('node')),
  }))

  it('writes every tree so that it is read as the same', () => {
    fc.assert(
      fc.property(inputs.input, input => {
        const tree = toTree(input, OPTIONS)
        expect(again(printQuery(tree))).toEqual(withoutPlaces(tree))
      }),
      { numRuns: 2000 },
    )
  })

  it('writes what was read of anything so that it is read as the same', () => {
    const random = numbersFrom(20_260_725)
    for (let at = 0; at < 3000; at++) {
      const query = randomQuery(random)
      const { tree, warnings } = parseQuery(query, OPTIONS)
      if (JSON.stringify(again(printQuery(tree))) !== JSON.stringify(withoutPlaces(tree)))
        expect.fail(`another tree: ${JSON.stringify(query)} → ${JSON.stringify(printQuery(tree))}`)
      if (!placesHold(tree, 0, query.length)) expect.fail(`wrong places: ${JSON.stringify(query)}`)
      if (warnings.some(({ start, end }) => start > end || end > query.length)) expect.fail(`warnings: ${query}`)
    }
  })
})
