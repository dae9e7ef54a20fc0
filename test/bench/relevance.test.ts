import { expect, it } from 'vitest'
import { collections, loadCollection } from '../../bench/collections.js'
import { measure } from '../../src/cli/relevance.js'
import { fold } from '../../src/text/fold.js'
import { describeShared, sharedPath } from '../shared.js'

describeShared('relevance on XQuAD-vi', () => {
  it('is at least 96.0 nDCG@10 with all marks, and 95.0 without any', async () => {
    const [source] = collections([sharedPath('data/eval/xquad-vi')])
    const { index, queries, judgements } = await loadCollection(source)
    const full = measure(index, queries, judgements)
    const none = measure(
      index,
      queries.map(({ id, text }) => ({ id, text: fold(text) })),
      judgements,
    )
    expect(full.queries).toBe(1190)
    expect(full.ndcg10).toBeGreaterThanOrEqual(0.96)
    expect(none.ndcg10).toBeGreaterThanOrEqual(0.95)
  })
})
