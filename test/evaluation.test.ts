import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { buildIndex, type Document, openIndex, type SearchIndex } from '../src/index.js'
import { fold } from '../src/text/fold.js'
import { describeShared, sharedPath } from './shared.js'

interface Line extends Document {
  readonly text?: string
}

function lines(path: string): Line[] {
  return readFileSync(sharedPath(path), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

/** Mean nDCG at 10, in percent (Järvelin & Kekäläinen 2002), of queries with one relevant document each. */
function ndcg(
  index: SearchIndex,
  queries: readonly Line[],
  relevant: ReadonlyMap<string, string>,
  typed: (text: string) => string,
): number {
  let sum = 0
  for (const { id, text } of queries) {
    const { hits } = index.search(typed(text ?? ''), { limit: 10, highlight: false })
    const rank = hits.findIndex(hit => hit.id === relevant.get(id))
    if (rank >= 0) sum += 1 / Math.log2(rank + 2)
  }
  return (100 * sum) / queries.length
}

describeShared('nDCG@10 on XQuAD-vi', () => {
  const folder = 'data/eval/xquad-vi'
  let index: SearchIndex
  let queries: readonly Line[]
  let relevant: ReadonlyMap<string, string>

  beforeAll(async () => {
    index = openIndex(await buildIndex(lines(`${folder}/docs.ndjson`), { store: [] }))
    queries = lines(`${folder}/queries.ndjson`)
    const pairs = readFileSync(sharedPath(`${folder}/qrels.tsv`), 'utf8')
      .trim()
      .split('\n')
    relevant = new Map(pairs.map(line => [line.split('\t')[0], line.split('\t')[1]]))
    expect(relevant.size).toBe(queries.length)
  })

  it('is at least 96.0 with full marks', () => {
    expect(ndcg(index, queries, relevant, text => text)).toBeGreaterThanOrEqual(96)
  })

  it('is at least 95.0 without marks', () => {
    expect(ndcg(index, queries, relevant, fold)).toBeGreaterThanOrEqual(95)
  })

  it('is the same decomposed and in capitals', () => {
    const plain = ndcg(index, queries, relevant, text => text)
    expect(ndcg(index, queries, relevant, text => text.normalize('NFD'))).toBeCloseTo(plain, 9)
  })
})
