import { beforeAll, describe, expect, it } from 'vitest'
import {
  buildIndex,
  type Document,
  openIndex,
  type SearchIndex,
  type SearchOptions,
  UsageError,
} from '../../../src/index.js'

const documents: Document[] = [
  { id: 'grab', title: 'Grab tăng giá cước', body: 'Tài xế phản đối.' },
  { id: 'xe-om', title: 'Xe ôm công nghệ tăng giá', body: 'Khách than đắt.' },
  { id: 'xe-cong-nghe', title: 'Tài xế xe công nghệ', body: 'Họ chạy cả đêm.' },
  { id: 'cong-nghe', title: 'Công nghệ mới', body: 'Xe điện. Ôm hoa.' },
  { id: 'o-to', title: 'Ô tô cháy trên cao tốc', body: 'Không ai bị thương.' },
  { id: 'xe-hoi', title: 'Triển lãm xe hơi', body: 'Nhiều mẫu mới.' },
  { id: 'ldld', title: 'LĐLĐ tỉnh họp', body: 'Bàn việc quý này.' },
  { id: 'nghiep-doan', title: 'Nghiệp đoàn tỉnh họp', body: 'Bàn việc tháng này.' },
]
const SYNONYMS = [
  'xe ôm công nghệ, xe công nghệ => grab',
  'ô tô, xe hơi',
  'grab => xe ôm công nghệ',
  'liên đoàn lao động => nghiệp đoàn',
]

describe('synonyms', () => {
  let bytes: Uint8Array
  let index: SearchIndex
  beforeAll(async () => {
    bytes = await buildIndex(documents)
    index = openIndex(bytes, { synonyms: SYNONYMS })
  })
  const ids = (query: string, options: SearchOptions = {}) => index.search(query, options).hits.map(({ id }) => id)
  const found = (query: string, options: SearchOptions = {}) => ids(query, options).sort().join(' ')

  it.each([
    // One way: each of the left finds grab; grab finds what its own entry says, and not xe công nghệ.
    ['xe công nghệ', 'all', 'cong-nghe grab xe-cong-nghe xe-om'],
    ['xe ôm công nghệ', 'all', 'cong-nghe grab xe-om'],
    ['grab', 'all', 'grab xe-om'],
    ['grab', 'most', 'grab xe-om'],
    ['grab', 'any', 'grab xe-om'],
    ['grab tăng giá', 'all', 'grab xe-om'],
    // Both ways.
    ['ô tô', 'all', 'o-to xe-hoi'],
    ['xe hơi', 'all', 'o-to xe-hoi'],
    // By the rules of marks: those typed must agree.
    ['xe om cong nghe', 'all', 'cong-nghe grab xe-om'],
    ['o to', 'all', 'o-to xe-hoi'],
    ['ộ tô', 'all', ''],
    // What abbreviations stand for.
    ['ldld tỉnh', 'all', 'ldld nghiep-doan'],
    // Not across a comma, not within a phrase.
    ['xe, hơi', 'all', 'xe-hoi'],
    ['"xe hơi"', 'all', 'xe-hoi'],
    // In fields, in brackets, after signs.
    ['title:(grab)', 'all', 'grab xe-om'],
    ['body:(grab)', 'all', ''],
    ['+grab +giá', 'all', 'grab xe-om'],
    ['họp -(xe hơi)', 'all', 'ldld nghiep-doan'],
    ['(mẫu mới) -"ô tô"', 'all', 'xe-hoi'],
    ['-(ô tô) mới', 'all', 'cong-nghe'],
  ] as const)('%s (%s) finds %s', (query, match, expected) =>
    expect(found(query, { match, autoCorrect: false })).toBe(expected),
  )

  it('put the words themselves first', () => {
    expect(ids('ô tô')[0]).toBe('o-to')
    expect(ids('xe hơi')[0]).toBe('xe-hoi')
    expect(ids('xe ôm công nghệ', { match: 'all' })[0]).toBe('xe-om')
  })

  it('leave the scores of documents without a synonym as they are', () => {
    const plain = openIndex(bytes).search('ô tô cháy').hits
    const hit = index.search('ô tô cháy').hits.find(({ id }) => id === 'o-to')
    expect(hit?.score).toBe(plain.find(({ id }) => id === 'o-to')?.score)
  })

  it('find nothing new where they are not asked for', () => {
    const plain = openIndex(bytes)
    for (const query of ['tăng giá', 'công nghệ mới', '"xe công nghệ"'])
      expect(ids(query), query).toEqual(plain.search(query).hits.map(({ id }) => id))
  })

  it('are marked as one piece, and only where they stand as such', () => {
    const matches = (query: string, id: string) => {
      const { title = [], body = [] } = index.highlight(id, query)
      return [...title, ...body].filter(({ match }) => match).map(({ text }) => text)
    }
    expect(matches('grab', 'xe-om')).toEqual(['Xe ôm công nghệ'])
    expect(matches('grab', 'cong-nghe')).toEqual([])
    expect(matches('xe hoi', 'o-to')).toEqual(['Ô tô'])
    const [hit] = index.search('ô tô').hits.filter(({ id }) => id === 'xe-hoi')
    expect(hit.highlights.title.filter(({ match }) => match).map(({ text }) => text)).toEqual(['xe hơi'])
  })

  it('are shown by explain, with what they stand for', () => {
    const { parts, score } = index.explain('xe-hoi', 'Ô tô')
    expect(parts.filter(({ kind }) => kind === 'word').map(({ query, synonymOf }) => [query, synonymOf])).toEqual(
      expect.arrayContaining([
        ['hơi', 'Ô tô'],
        ['xe', 'Ô tô'],
      ]),
    )
    expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
  })

  it('are found where the index lacks what was typed', async () => {
    const other = openIndex(bytes, { synonyms: ['máy kéo, xe hơi', 'be => grab'] })
    expect(other.search('máy kéo', { match: 'all' }).hits.map(({ id }) => id)).toEqual(['xe-hoi'])
    expect(other.search('máy kéo').hits.map(({ id }) => id)).toEqual(['xe-hoi'])
    expect(other.search('be').hits.map(({ id }) => id)).toEqual(['grab'])
  })

  it('take no long time over a query full of them', () => {
    const many = openIndex(bytes, { synonyms: Array.from({ length: 60 }, (_, at) => `xe => tài xế ${at}, grab ${at}`) })
    expect(many.search('xe '.repeat(3000)).hits.length).toBeGreaterThan(0)
  })
})

describe('a list of synonyms that is none', () => {
  it.each([
    ['ô tô', 'two expressions'],
    ['', 'a word in every'],
    [',', 'a word in every'],
    ['ô tô, ', 'a word in every'],
    ['=> grab', 'a word in every'],
    ['grab =>', 'a word in every'],
    ['a => b => c', 'one =>'],
    [`a, ${'b'.repeat(300)}`, 'no expression of more'],
    [Array.from({ length: 100 }, (_, at) => `a${at}`).join(), '64 expressions'],
  ])('"%s" is refused, with its number', async (entry, expected) => {
    const bytes = await buildIndex([{ id: '1', body: 'một' }])
    expect(() => openIndex(bytes, { synonyms: ['ô tô, xe hơi', entry] })).toThrow(
      expect.objectContaining({
        code: 'BAD_ARGUMENT',
        field: 'synonyms[1]',
        got: entry,
        expected: expect.stringContaining(expected),
      }),
    )
  })

  it('anything else than a list of strings is refused', async () => {
    const bytes = await buildIndex([{ id: '1', body: 'một' }])
    for (const given of ['{"synonyms":"a, b"}', '{"synonyms":[1]}', '{"synonims":[]}', 'null', '{"synonyms":null}'])
      expect(() => openIndex(bytes, JSON.parse(given)), given).toThrow(UsageError)
  })
})
