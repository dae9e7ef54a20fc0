import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions, titleOf } from '../../src/index.js'

async function open(...bodies: readonly string[]): Promise<SearchIndex> {
  return openIndex(await buildIndex(bodies.map((body, at) => ({ id: String(at), body }))))
}

function found(index: SearchIndex, query: string, options: SearchOptions = {}): string[] {
  const { hits } = index.search(query, { limit: 100, ...options })
  return hits.map(hit => hit.id).sort()
}

describe('a word that stands beside its parts and by itself', () => {
  it('is asked for, wherever it stands', async () => {
    const index = await open('ca Covid 19 mới', 'ca Covid19, Covid-19 mới')
    for (const query of ['covid19 Covid-19', 'Covid-19 covid19']) {
      expect(found(index, query, { match: 'all' })).toEqual(['1'])
    }
  })
})

describe('an explanation', () => {
  it('misses only what is asked for', async () => {
    const index = await open('ca Covid 19 mới', 'CĐ họp')
    expect(index.explain('0', 'Covid-19').missing).toEqual([])
    expect(index.explain('1', 'CĐ họp').missing).toEqual([])
  })
})

describe('what an abbreviation may stand for', () => {
  const rain = Array.from({ length: 20 }, () => 'trời mưa')

  it('makes up for no other word under all', async () => {
    const index = await open('CĐ, công đoàn, cao đẳng họp', 'CĐ họp mưa', ...rain)
    expect(found(index, 'CĐ họp mưa', { match: 'all' })).toEqual(['1'])
  })

  it('counts as often as the abbreviation is typed', async () => {
    const index = await open('CĐ họp', 'công đoàn họp', 'xã họp', 'xã')
    const weight = (query: string) => index.explain('1', query).parts.find(part => part.query === 'đoàn')?.weight ?? 0
    expect(weight('CĐ CĐ họp')).toBeCloseTo(2 * weight('CĐ họp'), 9)
  })

  it('is found when no document has the abbreviation', async () => {
    const index = await open('Công đoàn ngành họp', 'Trời mưa to')
    for (const match of ['any', 'most'] as const) expect(found(index, 'CĐ', { match })).toEqual(['0'])
  })
})

describe('compounds of abbreviations', () => {
  it('in small letters are what they are in capitals', async () => {
    const index = await open('Sở LĐ-TB&XH họp', 'Sở lao động thương binh và xã hội họp', 'Sở GD-ĐT họp')
    for (const query of ['LĐ-TB&XH', 'lđ-tb&xh', 'ld-tb&xh']) {
      expect([query, found(index, query, { match: 'all' })]).toEqual([query, ['0', '1']])
    }
    for (const query of ['GD-ĐT', 'gd-đt'])
      expect([query, found(index, query, { match: 'all' })]).toEqual([query, ['2']])
  })
})

describe('constants of ranking at their ends', () => {
  it('give scores that grow with the query', async () => {
    const index = await open('quýt hồng ngọt', ...Array.from({ length: 3000 }, () => 'lúa'))
    const scores = [1, 10, 60, 100, 160, 300, 600].map(times => {
      const { hits } = index.search('quýt hồng ngọt '.repeat(times), { ranking: { floor: 100 } })
      return hits[0]?.score ?? 0
    })
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(scores[6]).toBeGreaterThan(scores[0] * 500)
  })
})

describe('a title cut short', () => {
  it('keeps pairs of surrogates whole', () => {
    expect(titleOf({ body: `x${'😀'.repeat(200)}` })).not.toMatch(/\p{Surrogate}/u)
  })
})
