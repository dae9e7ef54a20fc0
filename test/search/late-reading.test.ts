import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions } from '../../src/index.js'
import { SAMPLE } from '../index/sample.js'

/** Common and rare words, marked and not, several spellings, pairs. */
const QUERIES = [
  'công đoàn cơ sở',
  'lúa',
  'ldld tinh',
  'duong lien xa',
  'hoc sinh',
  'tin số 7',
  'Tết đồng',
  'nghị định',
]
const OPTIONS: readonly SearchOptions[] = [{}, { limit: 1, match: 'any' }, { limit: 3, accents: 'ignore' }]

describe('what is worked out when it is first read', () => {
  let index: SearchIndex
  beforeAll(async () => {
    const many = Array.from({ length: 100 }, (_, round) => SAMPLE.map(item => ({ ...item, id: `${item.id}-${round}` })))
    index = openIndex(await buildIndex(many.flat()))
  })

  const text = (result: ReturnType<SearchIndex['search']>) =>
    JSON.stringify({ total: result.total, hits: result.hits.map(({ highlights, document }) => [highlights, document]) })

  it('is the same after other searches', () => {
    const asked = QUERIES.flatMap(query => OPTIONS.map(options => [query, options] as const))
    const right = asked.map(([query, options]) => text(index.search(query, options)))
    const late = asked.map(([query, options]) => index.search(query, options))
    expect(late.map(text)).toEqual(right)
  })

  it('is the total that counting facets gives', () => {
    for (const query of QUERIES) {
      for (const options of OPTIONS) {
        expect(index.search(query, options).total).toBe(index.search(query, { ...options, facets: ['date'] }).total)
      }
    }
  })
})
