import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex } from '../../../src/index.js'
import { corpus, fewOptions, query } from '../generate.js'
import { type NaiveRule, SynonymOracle } from '../oracle-synonyms.js'

const CASES = Number(process.env.TIMTIN_LONG_CASES ?? 120)

/** Entries with what they mean; some have an expression that no document has, or words that others have too. */
const ENTRIES: readonly (readonly [string, readonly NaiveRule[]])[] = [
  ['đường => lao động', [[['đường'], ['lao động']]]],
  [
    'liên đoàn lao động, công đoàn cơ sở',
    [
      [
        ['liên đoàn lao động', 'công đoàn cơ sở'],
        ['liên đoàn lao động', 'công đoàn cơ sở'],
      ],
    ],
  ],
  ['công, cơ sở => kỹ', [[['công', 'cơ sở'], ['kỹ']]]],
  ['quýt => công nhân viên', [[['quýt'], ['công nhân viên']]]],
  [
    'lao động, đông đồng, quýt hồng',
    [
      [
        ['lao động', 'đông đồng', 'quýt hồng'],
        ['lao động', 'đông đồng', 'quýt hồng'],
      ],
    ],
  ],
  [
    'ô tô, Đắk Lắk',
    [
      [
        ['ô tô', 'Đắk Lắk'],
        ['ô tô', 'Đắk Lắk'],
      ],
    ],
  ],
  ['viên => đoàn viên, viên chức', [[['viên'], ['đoàn viên', 'viên chức']]]],
  ['động => Covid-19', [[['động'], ['Covid-19']]]],
]

describe('synonyms find what an engine without an index finds', () => {
  it('for plain queries of every kind', async () => {
    const cases = fc.tuple(
      corpus(24),
      fc.subarray([...ENTRIES], { minLength: 1 }),
      fc.array(fc.tuple(query, fewOptions), { minLength: 5, maxLength: 5 }),
    )
    let changed = 0
    await fc.assert(
      fc.asyncProperty(cases, async ([documents, chosen, queries]) => {
        const bytes = await buildIndex(documents)
        const index = openIndex(bytes, { synonyms: chosen.map(([entry]) => entry) })
        const plain = openIndex(bytes)
        const oracle = new SynonymOracle(
          documents,
          {},
          chosen.flatMap(([, rules]) => rules),
        )
        for (const [text, given] of queries) {
          const full = { ...given, autoCorrect: false, highlight: false }
          const { total, hits } = index.search(text, full)
          const short = hits.map(({ id, score }) => ({ id, score }))
          const about = `${text} with ${JSON.stringify(given)}`
          const expected = oracle.searchSynonyms(text, given)
          expect({ total, hits: short }, about).toEqual({ total: expected.total, hits: expected.hits })
          if (total !== plain.search(text, full).total) changed++
          for (const { id, score } of hits.slice(0, 2)) {
            const { score: whole, parts } = index.explain(id, text, full)
            expect(whole, about).toBeCloseTo(score, 9)
            expect(
              parts.reduce((sum, part) => sum + part.score, 0),
              about,
            ).toBeCloseTo(score, 9)
          }
        }
      }),
      { numRuns: CASES, seed: 20_261_124 },
    )
    expect(changed).toBeGreaterThan(CASES / 4)
  }, 3_600_000)
})
