import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Analyzer } from '../../src/analysis/analyzer.js'
import { IndexReader } from '../../src/index/reader.js'
import { buildIndex, type Document, openIndex } from '../../src/index.js'
import { Bounds } from '../../src/search/bounds.js'
import { slotShares } from '../../src/search/evaluate.js'
import { Explainer } from '../../src/search/explain.js'
import { openPlan } from '../../src/search/lists.js'
import type { Accents } from '../../src/search/marks.js'
import { readRanking } from '../../src/search/options.js'
import { planQuery } from '../../src/search/plan.js'
import { ImpactTable, type Ranking, SCORE_UNIT } from '../../src/search/scoring.js'
import { corpus, query, ranking } from './generate.js'

/** How far each bound lies above the most that its word or pair adds to any document; below 0 is wrong. */
function slack(reader: IndexReader, text: string, accents: Accents, given: Partial<Ranking>): number[] {
  const constants = readRanking(given)
  const impacts = new ImpactTable(constants, reader.meta.averageLength)
  const plan = openPlan(planQuery(text, new Analyzer(), reader, accents, constants), reader, constants)
  const shares = slotShares(plan.slots, reader.documents, 'most')
  const explainer = new Explainer(reader, impacts)
  const nameOf = (slot: number) => plan.slots[slot].slot.word
  const most = new Map<string, number>()
  for (let document = 0; document < reader.documents; document++) {
    for (const { query: name, score } of explainer.explain(document, plan, shares).parts) {
      most.set(name, Math.max(most.get(name) ?? 0, Math.round(score / SCORE_UNIT)))
    }
  }
  return new Bounds(reader, impacts).units(plan).map(({ slot, pair, bound }) => {
    const name = slot >= 0 ? nameOf(slot) : `${nameOf(plan.pairs[pair].left)} ${nameOf(plan.pairs[pair].right)}`
    return bound - (most.get(name) ?? 0)
  })
}

describe('the bound of a word or pair', () => {
  it('is not passed in any document (property)', async () => {
    const asked = fc.array(fc.tuple(query, fc.constantFrom('auto', 'strict', 'ignore'), ranking), {
      minLength: 3,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(corpus(20), asked, async (documents, queries) => {
        const reader = new IndexReader(await buildIndex(documents, { store: [] }))
        for (const [text, accents, given] of queries) {
          for (const left of slack(reader, text, accents, given)) expect(left).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 60, seed: 20_260_107 },
    )
  })
})

describe('pruning', () => {
  /**
   * Many spellings of one word, most of them at less than full weight: a document that holds several of them has more
   * than its best spelling gives.
   */
  const SPELLINGS = ['đường', 'đương', 'dường', 'dưỡng', 'dương', 'đượng', 'duong', 'đưỡng']
  const documents: Document[] = Array.from({ length: 4000 }, (_, at) => ({
    id: `d${(at * 1237) % 4000}`,
    body: [
      ...SPELLINGS.filter((_, bit) => (at >> bit) & 1 && at % 3 !== 0),
      at % 5 === 0 ? 'liên' : 'xã',
      at % 7 === 0 ? 'đoàn' : 'ấp',
      ...Array.from({ length: at % 40 }, () => 'lúa'),
    ].join(', '),
  }))

  it.each(['duong liên', 'duong', 'dưong liên đoàn', 'lien doan duong', 'xa duong ap', 'đuong đoan'])(
    'of weighted unions leaves the best of "%s" as they are',
    async text => {
      const index = openIndex(await buildIndex(documents, { store: [] }))
      for (const accents of ['auto', 'ignore'] as const) {
        for (const match of ['any', 'most'] as const) {
          // With facets to count nothing is left out.
          const all = index.search(text, { accents, match, limit: 50, facets: ['date'] })
          for (const limit of [1, 3, 10, 50]) {
            const few = index.search(text, { accents, match, limit })
            expect(few.hits.map(({ id, score }) => ({ id, score }))).toEqual(
              all.hits.slice(0, limit).map(({ id, score }) => ({ id, score })),
            )
            expect(few.total).toBe(all.total)
          }
        }
      }
    },
  )
})
