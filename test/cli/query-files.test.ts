import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profile } from '../../src/cli/latency.js'
import { readJudgements, readQueries } from '../../src/cli/query-files.js'
import { byKind, kindOf } from '../../src/cli/relevance.js'
import { InputError } from '../../src/index.js'

const TOPICS = `<top>
<num> Number: 301
<title> Nhà ở xã hội
cho công nhân
<desc> Description:
Chính sách nhà ở.
</top>
<top><num>302</num><title>Bão số 5</title></top>`

describe('queries', () => {
  it.each([
    [
      'NDJSON',
      '{"id":"a","text":"bão"}\n\n{"id":"b","text":"lũ","kind":"rare"}',
      [
        { id: 'a', text: 'bão' },
        { id: 'b', text: 'lũ', kind: 'rare' },
      ],
    ],
    [
      'a line each with a tab',
      'a\tnhà ở xã hội\nb\tlũ',
      [
        { id: 'a', text: 'nhà ở xã hội' },
        { id: 'b', text: 'lũ' },
      ],
    ],
    [
      'a line each',
      'nhà ở\nlũ\n',
      [
        { id: '1', text: 'nhà ở' },
        { id: '2', text: 'lũ' },
      ],
    ],
    [
      'TREC topics',
      TOPICS,
      [
        { id: '301', text: 'Nhà ở xã hội cho công nhân' },
        { id: '302', text: 'Bão số 5' },
      ],
    ],
  ])('are read from %s', (_, text, queries) => {
    expect(readQueries('q', text)).toEqual(queries)
  })

  it.each([
    ['nothing', '', 'EMPTY_INPUT'],
    ['JSON without id', '{"text":"bão"}', 'BAD_INPUT'],
    ['broken JSON', '{"id":', 'BAD_INPUT'],
    ['a topic without a number', '<top><title>Bão</top>', 'BAD_INPUT'],
  ])('that are %s are an error', (_, text, code) => {
    expect(() => readQueries('q', text)).toThrow(expect.objectContaining({ code }))
  })

  it('are of a kind by length and marks, unless they say', () => {
    const kinds = ['bão', 'bao', 'nhà ở', 'nha o xa hoi', 'nhà ở xã hội cho công nhân'].map(text =>
      kindOf({ id: '', text }),
    )
    expect(kinds).toEqual(['one word', 'one word, unmarked', 'short', 'short, unmarked', 'long'])
    expect([...byKind([{ id: '', text: 'bão', kind: 'weather' }]).keys()]).toEqual(['weather'])
  })

  it('throw nothing but InputError, whatever the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.string().map(text => `<top>${text}`),
        ),
        text => {
          for (const read of [readQueries, readJudgements]) {
            try {
              read('q', text)
            } catch (error) {
              expect(error).toBeInstanceOf(InputError)
            }
          }
        },
      ),
    )
  })
})

describe('judgements', () => {
  it.each([
    ['tabs', 'a\td1\t2\nb\td2'],
    ['TREC', 'a 0 d1 2\nb Q0 d2 1'],
    ['NDJSON', '{"query":"a","document":"d1","relevance":2}\n{"query":"b","document":"d2"}'],
  ])('are read from %s', (_, text) => {
    expect(readJudgements('q', text)).toEqual(
      new Map([
        ['a', new Map([['d1', 2]])],
        ['b', new Map([['d2', 1]])],
      ]),
    )
  })

  it.each(['a', 'a b c d e', 'a\tb\tmany', '{"query":"a"}', '{"query":"a","document":"b","relevance":"high"}'])(
    'refuse %s',
    text => {
      expect(() => readJudgements('q', text)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
    },
  )
})

it('times are summed up by nearest rank', () => {
  const timed = Array.from({ length: 100 }, (_, at) => ({ microseconds: 100 - at, hits: at % 2 }))
  expect(profile(timed)).toEqual({ queries: 100, answered: 50, p50: 50, p95: 95, p99: 99, max: 100, mean: 50.5 })
})
