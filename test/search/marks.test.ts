import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions } from '../../src/index.js'
import { chanceOfMissingMarks } from '../../src/search/marks.js'

interface Counts {
  readonly exact: number
  readonly fuller: number
}

const chance = (words: Readonly<Record<string, Counts>>) =>
  chanceOfMissingMarks(Object.keys(words), word => words[word] ?? { exact: 0, fuller: 0 })

describe('the chance that marks were left out', () => {
  it('is 1 when no word has a mark', () => {
    expect(chance({ lien: { exact: 9, fuller: 0 }, doan: { exact: 9, fuller: 0 } })).toBe(1)
    expect(chance({})).toBe(1)
  })

  it('is large when a word is hardly one, and is one with more marks', () => {
    const liên = { exact: 900, fuller: 0 }
    expect(chance({ liên, doan: { exact: 1, fuller: 5000 } })).toBeGreaterThan(0.9)
    // Marked words are half-marked words too.
    expect(chance({ liên, đoan: { exact: 1, fuller: 5000 } })).toBeGreaterThan(0.9)
    expect(chance({ dường: { exact: 0, fuller: 3000 } })).toBeGreaterThan(0.9)
  })

  it('is 0 when all words are what they are', () => {
    expect(chance({ ban: { exact: 4000, fuller: 3000 }, chấp: { exact: 900, fuller: 0 } })).toBe(0)
    expect(chance({ đường: { exact: 5000, fuller: 0 } })).toBe(0)
    expect(chance({ đường: { exact: 0, fuller: 0 } })).toBe(0)
  })

  it('follows the rule of Bayes, to the nearest quarter', () => {
    // Odds 15 to 85; half of the words of such a query lost marks, so each counts 1/2 + 1/2 × fuller / exact.
    const odds = (0.15 / 0.85) * (0.5 + (0.5 * 10) / (2 + 0.5)) * 0.5
    expect(chance({ đoan: { exact: 2, fuller: 10 }, liên: { exact: 8, fuller: 0 } })).toBe(
      Math.round((4 * odds) / (1 + odds)) / 4,
    )
  })

  it('grows with the fuller spellings and falls with the exact one (property)', () => {
    const counts = fc.record({ exact: fc.nat(1000), fuller: fc.nat(100_000) })
    fc.assert(
      fc.property(counts, counts, fc.nat(1000), ({ exact, fuller }, other, more) => {
        const found = chance({ đoan: { exact, fuller }, lao: other })
        expect([0, 0.25, 0.5, 0.75, 1]).toContain(found)
        expect(chance({ đoan: { exact, fuller: fuller + more }, lao: other })).toBeGreaterThanOrEqual(found)
        expect(chance({ đoan: { exact: exact + more, fuller }, lao: other })).toBeLessThanOrEqual(found)
        expect(chance({ lao: other, đoan: { exact, fuller } })).toBe(found)
      }),
    )
  })
})

describe('half-marked words', () => {
  const BODIES = {
    đường: 'Con đường mới chạy qua hai xã.',
    dương: 'Cây dương xỉ mọc ven suối sau nhà.',
    đương: 'Họ đương lúc bận rộn nhất trong năm.',
    dưỡng: 'Trại dưỡng lão đón khách.',
    liên: 'Liên đoàn Lao động tỉnh họp bàn.',
    hoan: 'Buổi liên hoan đông vui.',
  }
  let index: SearchIndex
  beforeAll(async () => {
    const documents = Array.from({ length: 30 }, (_, at) =>
      Object.entries(BODIES).map(([word, body]) => ({ id: `${word}-${at}`, body })),
    )
    index = openIndex(await buildIndex(documents.flat()))
  })

  /** The words whose documents a query finds, in order of rank. */
  function found(query: string, options: SearchOptions = {}): string[] {
    const { hits } = index.search(query, { limit: 1000, highlight: false, ...options })
    return [...new Set(hits.map(hit => hit.id.split('-')[0]))]
  }

  it.each([
    ['đường', ['đường']],
    ['ĐƯỜNG', ['đường']],
    ['dường', ['đường']],
    ['duờng', ['đường']],
    ['đuờng', ['đường']],
    ['đuòng', ['đường']],
    ['duòng', ['đường']],
    ['con đuong', ['đường']],
    ['con đường', ['đường']],
    ['con duờng', ['đường']],
    ['con dường', ['đường']],
    ['con đưong', ['đường']],
    ['Liên đoan lao động', ['liên']],
    ['liên đoan', ['liên']],
    ['liên doan', ['liên']],
    ['liên doàn', ['liên']],
    ['lien đoàn', ['liên']],
  ])('%s finds what it may be', (query, words) => {
    for (const match of ['most', 'all'] as const) expect(found(query, { match })).toEqual(words)
    expect(found(query.normalize('NFD'))).toEqual(words)
  })

  it.each([
    ['đuong', ['đương', 'đường']],
    ['đưong', ['đương', 'đường']],
    ['duong', ['dương', 'dưỡng', 'đương', 'đường']],
    ['dưong', ['dương', 'dưỡng', 'đương', 'đường']],
    ['dưỡng', ['dưỡng']],
    ['duõng', ['dưỡng']],
  ])('%s may be any of %j', (query, words) => {
    expect(found(query).sort()).toEqual(words)
  })

  it('rank the word that was typed first', () => {
    expect(found('dương')[0]).toBe('dương')
    expect(found('đương')[0]).toBe('đương')
    expect(found('dưỡng')).toEqual(['dưỡng'])
  })

  it('find nothing else under strict, and everything under ignore', () => {
    for (const query of ['dường', 'đuong', 'đuòng']) {
      expect(found(query, { accents: 'strict' })).toEqual([])
      expect(found(query, { accents: 'ignore' }).sort()).toEqual(['dương', 'dưỡng', 'đương', 'đường'])
    }
  })
})
