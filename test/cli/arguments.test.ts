import { describe, expect, it } from 'vitest'
import { facetRequests, readFacetKinds, readFilter, readWeights, spreadFilters } from '../../src/cli/arguments.js'
import { duration, progressLine, size } from '../../src/cli/progress.js'
import { readJudgements, readQueries } from '../../src/cli/query-files.js'
import { answersOf, measure } from '../../src/cli/relevance.js'
import { oneLine } from '../../src/cli/terminal.js'
import { buildIndex, openIndex } from '../../src/index.js'

const KINDS = { province: 'province', date: 'date', topic: 'keyword', views: 'number' }

describe('filters', () => {
  it.each([
    [['province=Huế'], { province: 'Huế' }],
    [['province=Huế', 'province=Trà Vinh'], { province: ['Huế', 'Trà Vinh'] }],
    [['province=unknown'], { province: null }],
    [['province=unknown', 'province=Huế'], { province: [null, 'Huế'] }],
    [['date=2019-01..2019-12'], { date: { from: '2019-01', to: '2019-12' } }],
    [['date=2019..'], { date: { from: '2019' } }],
    [['date=..2019-06-30'], { date: { to: '2019-06-30' } }],
    [['date=2019', 'topic=a=b'], { date: '2019', topic: 'a=b' }],
    [['topic=1..2'], { topic: '1..2' }],
    [['date=2019..2020', 'date=2022'], { date: [{ from: '2019', to: '2020' }, '2022'] }],
    [['views=5'], { views: 5 }],
    [['views=-1.5..10', 'views=unknown'], { views: [{ from: -1.5, to: 10 }, null] }],
    [['__proto__=x'], Object.fromEntries([['__proto__', 'x']])],
  ])('%j', (flags, expected) => {
    expect(readFilter(flags, KINDS)).toEqual(expected)
  })

  it.each([['province'], ['=Huế'], ['']])('refuses %j', flag => {
    expect(() => readFilter([flag], KINDS)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }))
  })

  it.each([['views=many'], ['views=1..x'], ['views=']])('refuses %j of a number facet', flag => {
    expect(() => readFilter([flag], KINDS)).toThrow(
      expect.objectContaining({ code: 'BAD_ARGUMENT', field: 'filter.views' }),
    )
  })

  it.each([
    ['--filter a=1 b=2 c=3', '--filter a=1 --filter b=2 --filter c=3'],
    ['--filter a=1 news.timtin x=y', '--filter a=1 news.timtin x=y'],
    ['--filter a=1 b=2 --json c=3', '--filter a=1 --filter b=2 --json c=3'],
    ['--filter=a=1 b=2', '--filter=a=1 --filter b=2'],
    ['--filter a=1 --filter b=2', '--filter a=1 --filter b=2'],
    ['x=1 y=2', 'x=1 y=2'],
    ['-- --filter a=1 b=2', '-- --filter a=1 b=2'],
  ])('%s', (typed, spread) => {
    expect(spreadFilters(typed.split(' '))).toEqual(spread.split(' '))
  })
})

describe('options of facets', () => {
  it('go to the facets that have them', () => {
    const flags = { facetSort: 'name', facetLimit: '3', facetSearch: 'giao', interval: 'month', tree: true }
    expect(facetRequests(['province', 'date', 'topic', 'views', 'unheard'], flags, KINDS)).toEqual([
      { field: 'province', sort: 'name', limit: 3, search: 'giao', tree: true },
      { field: 'date', interval: 'month' },
      { field: 'topic', sort: 'name', limit: 3, search: 'giao' },
      { field: 'views', sort: 'name', limit: 3 },
      { field: 'unheard' },
    ])
    expect(facetRequests(['date'], {}, KINDS)).toEqual([{ field: 'date' }])
    expect(() => facetRequests(['date'], { facetLimit: 'x' }, KINDS)).toThrow(
      expect.objectContaining({ field: 'facet-limit' }),
    )
  })
})

describe('build options', () => {
  it('reads weights and facet kinds', () => {
    expect(readWeights(['title=3', 'lead=1.5', 'body'])).toEqual({ title: 3, lead: 1.5, body: 1 })
    expect(readFacetKinds(['province', 'date', 'topic', 'day=date'])).toEqual({
      province: 'province',
      date: 'date',
      topic: 'keyword',
      day: 'date',
    })
    for (const wrong of ['title=', 'title=x', '=2', 'title=1=2']) expect(() => readWeights([wrong])).toThrow(/--fields/)
  })
})

describe('words for people', () => {
  it.each([
    [0.42, '0.4 ms'],
    [85.4, '85 ms'],
    [1400, '1.4 s'],
    [59_000, '59 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })

  it.each([
    [512, '512 bytes'],
    [84_200, '84 kB'],
    [3_210_000, '3.2 MB'],
    [2_340_000_000, '2.34 GB'],
  ])('%d bytes is %s', (bytes, words) => {
    expect(size(bytes)).toBe(words)
  })

  it('shows progress with rate and time left', () => {
    const progress = { documents: 12_000, file: 1, files: 1, bytes: 25, totalBytes: 100 }
    expect(progressLine('indexing', progress, 4000)).toBe(
      'indexing  12,000 documents · 25 % · 3,000 a second · 12 s left',
    )
  })

  it('keeps control characters of documents off the terminal', () => {
    expect(oneLine('Tin\u001b[2J\r\nmới\u0085 \u202a')).toBe('Tin [2J mới \u202a')
  })
})

describe('relevance', async () => {
  const index = openIndex(
    await buildIndex([
      { id: 'a', body: 'bão đổ bộ' },
      { id: 'b', body: 'bão tan, bão lũ' },
      { id: 'c', body: 'mùa vải' },
    ]),
  )

  it('is what the definitions say', () => {
    const order = index.search('bão').hits.map(({ id }) => id)
    expect(order).toHaveLength(2)
    const judgements = new Map([['q', new Map([[order[1], 1]])]])
    expect(measure([{ id: 'q', text: 'bão' }], judgements, answersOf(index))).toEqual({
      queries: 1,
      ndcg10: 1 / Math.log2(3),
      mrr: 0.5,
      p1: 0,
    })
    const graded = new Map([
      [
        'q',
        new Map([
          [order[0], 1],
          [order[1], 2],
          ['c', 0],
        ]),
      ],
    ])
    const ideal = 2 + 1 / Math.log2(3)
    expect(measure([{ id: 'q', text: 'bão' }], graded, answersOf(index)).ndcg10).toBeCloseTo(
      (1 + 2 / Math.log2(3)) / ideal,
      12,
    )
  })

  it('reads its files, and says which line is wrong', () => {
    expect(readQueries('q', '{"id":"1","text":"bão"}\n\n')).toEqual([{ id: '1', text: 'bão' }])
    expect(readJudgements('r', '1\ta\t1\n1 Q0 b 0\n2\tc\n')).toEqual(
      new Map([
        [
          '1',
          new Map([
            ['a', 1],
            ['b', 0],
          ]),
        ],
        ['2', new Map([['c', 1]])],
      ]),
    )
    expect(() => readQueries('q', '\n{"id":1,"text":"x"}')).toThrow(/^q:2: /)
    expect(() => readJudgements('r', '1\ta\tx')).toThrow(/^r:1: /)
    expect(() => readJudgements('r', '')).toThrow(expect.objectContaining({ code: 'EMPTY_INPUT' }))
  })
})
