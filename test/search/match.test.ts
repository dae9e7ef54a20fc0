import { describe, expect, it } from 'vitest'
import { buildIndex, type Match, openIndex } from '../../src/index.js'

/** The numbers of the documents found, ascending. */
async function found(bodies: readonly string[], query: string, match: Match): Promise<number[]> {
  const index = openIndex(await buildIndex(bodies.map((body, at) => ({ id: String(at), body }))))
  const { total, hits } = index.search(query, { match, limit: 1000 })
  expect(hits).toHaveLength(total)
  return hits.map(hit => Number(hit.id)).sort((a, b) => a - b)
}

const MATCHES = ['any', 'most', 'all'] as const

describe('how much of a query a document must hold', () => {
  const WORDS = ['lúa', 'gạo', 'cá', 'tôm', 'dừa', 'mía', 'bưởi', 'cam']

  /** For each number of words, documents that hold so many of the first `count`, all words equally often. */
  function bodies(count: number): string[] {
    const held = Array.from({ length: count }, (_, size) =>
      Array.from({ length: count }, (_, first) =>
        Array.from({ length: size + 1 }, (_, next) => WORDS[(first + next) % count]).join(', '),
      ),
    )
    return held.flat()
  }

  it.each([
    // One, both of two, two of four, two of a long question.
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [8, 2],
  ])('of %i words at least %i under most', async (count, least) => {
    const query = WORDS.slice(0, count).join(' ')
    const given = bodies(count)
    const sizes = (numbers: readonly number[]) => [...new Set(numbers.map(number => given[number].split(', ').length))]
    const most = await found(given, query, 'most')
    expect(sizes(most)).toEqual(Array.from({ length: count - least + 1 }, (_, at) => least + at))
    expect(most).toHaveLength((count - least + 1) * count)
    expect(sizes(await found(given, query, 'all'))).toEqual([count])
    expect(await found(given, query, 'any')).toHaveLength(given.length)
  })

  it('asks under most for nothing that no document has', async () => {
    const given = ['lúa gạo', 'lúa', 'cá']
    expect(await found(given, 'lúa gạo quýt măng', 'most')).toEqual([0])
    expect(await found(given, 'lúa quýt măng', 'most')).toEqual([0, 1])
    expect(await found(given, 'lúa quýt', 'all')).toEqual([])
    expect(await found(given, 'lúa quýt', 'any')).toEqual([0, 1])
    for (const match of MATCHES) expect(await found(given, 'quýt', match)).toEqual([])
  })

  it('counts a word once, however often it is typed', async () => {
    for (const match of MATCHES) {
      expect(await found(['lúa gạo', 'gạo'], 'lúa lúa lúa', match)).toEqual([0])
      expect(await found(['lúa gạo', 'gạo'], 'lúa gạo lúa', match)).toEqual(match === 'any' ? [0, 1] : [0])
    }
  })
})

describe('what stands beside its parts is not asked for', () => {
  const COVID = ['Ca covid 19 đầu tiên', 'Ca Covid-19 đầu tiên', 'Tin về covid', 'Số 19']
  it.each(['Covid-19', 'covid-19', 'COVID-19', 'covid 19', 'Covid 19'])('%s finds covid 19 under all', async query => {
    expect(await found(COVID, query, 'all')).toEqual([0, 1])
    expect(await found(COVID, query, 'most')).toEqual([0, 1])
    expect(await found(COVID, query, 'any')).toEqual([0, 1, 2, 3])
  })

  it('finds the joined form in hyphenated ones', async () => {
    for (const match of MATCHES) expect(await found(['Covid-19', 'Covid19', 'covid'], 'covid19', match)).toEqual([0, 1])
  })

  it.each(['145/2020/NĐ-CP', '145/2020/nđ-cp', '145/2020/NĐ – CP', '145 2020 nđ cp'])(
    '%s finds its parts under all',
    async query => {
      const given = ['Theo 145/2020/NĐ-CP', 'Số 145 năm 2020, nđ của cp', 'Số 145', 'Theo 146/2020/NĐ-CP']
      expect(await found(given, query, 'all')).toEqual([0, 1])
    },
  )

  it.each(['LĐLĐ tỉnh', 'ldld tỉnh', 'liên đoàn lao động tỉnh'])(
    '%s finds both writings of an abbreviation under all',
    async query => {
      const given = ['LĐLĐ tỉnh họp', 'Liên đoàn Lao động tỉnh họp', 'LĐLĐ huyện họp', 'Tỉnh họp']
      expect(await found(given, query, 'all')).toEqual([0, 1])
    },
  )
})
