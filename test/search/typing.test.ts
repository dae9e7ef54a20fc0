import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { rawTelex, rawVni } from '../../bench/raw-keys.js'
import { typedAs } from '../../bench/ways-of-typing.js'
import { buildIndex, openIndex, type SearchIndex } from '../../src/index.js'
import { describeShared, sharedPath } from '../shared.js'

const folder = sharedPath('data/eval/xquad-vi/')
const read = (name: string) =>
  readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: string; text: string })

describeShared('the first answer of XQuAD-vi questions is the same however they are typed', () => {
  let index: SearchIndex
  let questions: { id: string; text: string }[]
  beforeAll(async () => {
    index = openIndex(await buildIndex(read('docs.ndjson')))
    questions = read('queries.ndjson')
  })
  const first = (query: string) => index.search(query, { limit: 1, highlight: false }).hits[0]?.id
  const share = (change: (query: string) => string) =>
    questions.filter(({ text }) => first(text) === first(change(text))).length / questions.length

  it('in NFD: all', () => {
    expect(share(query => query.normalize('NFD'))).toBe(1)
  })
  it('with tones in the other style: all', () => {
    expect(share(query => typedAs(query, 'tone'))).toBe(1)
  })
  it('in raw Telex: 99 % or more', () => {
    expect(share(rawTelex)).toBeGreaterThanOrEqual(0.99)
  })
  it('in raw VNI: 99 % or more', () => {
    expect(share(rawVni)).toBeGreaterThanOrEqual(0.99)
  })
})
