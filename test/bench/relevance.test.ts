import { expect, it } from 'vitest'
import { collections, loadCollection } from '../../bench/collections.js'
import { answersOf, measure } from '../../src/cli/relevance.js'
import { fold } from '../../src/text/fold.js'
import { describeShared, sharedPath } from '../shared.js'

describeShared('relevance on XQuAD-vi', () => {
  it('is at least 96.0 nDCG@10 with all marks, and 95.0 without any', async () => {
    const [source] = collections([sharedPath('data/eval/xquad-vi')])
    const { index, queries, judgements } = await loadCollection(source)
    const full = measure(queries, judgements, answersOf(index))
    const unmarked = queries.map(({ id, text }) => ({ id, text: fold(text) }))
    const none = measure(unmarked, judgements, answersOf(index))
    expect(full.queries).toBe(1190)
    expect(full.ndcg10).toBeGreaterThanOrEqual(0.96)
    expect(none.ndcg10).toBeGreaterThanOrEqual(0.95)
  })
})
