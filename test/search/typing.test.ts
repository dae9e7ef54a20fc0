import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex } from '../../src/index.js'
import { canonicalNew } from '../../src/text/tone.js'
import { describeShared, sharedPath } from '../shared.js'

const folder = sharedPath('data/eval/xquad-vi/')
const read = (name: string) =>
  readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: string; text: string })

const TONES = '\u0300\u0309\u0303\u0301\u0323'

/** The keys of a word: shapes where they stand, the tone at the end, as most people type. */
function keysOf(
  word: string,
  tones: string,
  circumflex: (letter: string) => string,
  breve: string,
  horn: string,
  stroke: string,
) {
  let keys = ''
  let tone = ''
  for (const unit of word.normalize('NFD').toLowerCase()) {
    const at = TONES.indexOf(unit)
    if (at >= 0) tone = tones[at]
    else if (unit === '\u0302') keys += circumflex(keys[keys.length - 1])
    else if (unit === '\u0306') keys += breve
    else if (unit === '\u031b') keys += horn
    else keys += unit === 'đ' ? stroke : unit
  }
  return keys + tone
}

const telex = (word: string) => keysOf(word, 'frxsj', letter => letter, 'w', 'w', 'dd')
const vni = (word: string) => keysOf(word, '23415', () => '6', '8', '7', 'd9')
const markedWords = (query: string, change: (word: string) => string) =>
  query.replace(/[\p{L}\p{M}]+/gu, word => (/[^\0-\x7f]/.test(word) ? change(word) : word))

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
  it('with tones in the new style: all', () => {
    expect(share(query => markedWords(query, word => (word === word.toLowerCase() ? canonicalNew(word) : word)))).toBe(
      1,
    )
  })
  it('in raw Telex: 99 % or more', () => {
    expect(share(query => markedWords(query, telex))).toBeGreaterThanOrEqual(0.99)
  })
  it('in raw VNI: 99 % or more', () => {
    expect(share(query => markedWords(query, vni))).toBeGreaterThanOrEqual(0.99)
  })
})
