import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { IndexReader } from '../../../src/index/reader.js'
import { buildIndex } from '../../../src/index.js'
import { Suggester } from '../../../src/search/suggest/suggest.js'

const TEXTS: readonly (readonly [title: string, body: string])[] = [
  ['Công đoàn cơ sở chăm lo đoàn viên', 'Ban chấp hành công đoàn cơ sở họp bàn việc chăm lo đoàn viên.'],
  [
    'LĐLĐ tỉnh Sóc Trăng tổng kết năm 2019',
    'Liên đoàn Lao động tỉnh Sóc Trăng trao quà cho người lao động ở Sóc Trăng.',
  ],
  ['Tai nạn giao thông giảm', 'Số vụ tai nạn giao thông giảm, nhưng tai nạn lao động tăng ở Hà Nội.'],
  ['Giá vàng hôm nay lên', 'Sáng nay giá vàng trong nước và giá vàng thế giới cùng lên.'],
]

async function suggesterOf(store?: readonly string[]): Promise<Suggester> {
  const documents = TEXTS.flatMap(([title, body], at) =>
    Array.from({ length: 4 }, (_, copy) => ({ id: `${at}-${copy}`, title, body })),
  )
  return new Suggester(new IndexReader(await buildIndex(documents, store ? { store } : {})))
}

describe('suggestions', () => {
  let suggester: Suggester
  beforeAll(async () => {
    suggester = await suggesterOf()
  })
  const texts = (typed: string, limit = 8) => suggester.suggest(typed, { limit }).map(({ text }) => text)
  const small = (typed: string) => texts(typed).map(text => text.toLowerCase())

  it.each([
    ['cong doa', 'công đoàn'],
    ['công đoà', 'công đoàn'],
    ['cong đoa', 'công đoàn'],
    ['coong ddoafn', 'công đoàn'],
    ['cong doan co', 'công đoàn cơ sở'],
    ['tai nan giao', 'tai nạn giao thông'],
    ['gia va', 'giá vàng'],
    ['gia1 va', 'giá vàng'],
    ['tai nạn ', 'tai nạn giao thông'],
    ['sóc t', 'sóc trăng'],
    ['ldld tinh so', 'lđlđ tỉnh sóc trăng'],
  ])('"%s" may become "%s"', (typed, meant) => expect(small(typed).some(text => text.startsWith(meant))).toBe(true))

  it('never contradict a mark that was typed', () => {
    for (const text of small('gía')) expect(text).not.toMatch(/^gia /)
    expect(small('đ').every(text => text.includes('đ'))).toBe(true)
  })

  it('are places and abbreviations of the collection', () => {
    expect(suggester.suggest('soc')).toContainEqual({
      text: 'Sóc Trăng',
      pieces: [
        { text: 'Sóc', match: true },
        { text: ' Trăng', match: false },
      ],
      kind: 'place',
    })
    expect(suggester.suggest('ldl')[0]).toMatchObject({
      text: 'LĐLĐ',
      kind: 'abbreviation',
      meaning: 'liên đoàn lao động',
    })
    // Bình Dương is in no document.
    expect(texts('binh d')).toEqual([])
  })

  it('are titles, with the words typed in row marked', () => {
    expect(suggester.suggest('cong doan co').find(({ kind }) => kind === 'title')?.pieces).toEqual([
      { text: 'Công đoàn cơ', match: true },
      { text: ' sở chăm lo ', match: false },
      { text: 'đoàn', match: true },
      { text: ' viên', match: false },
    ])
    expect(suggester.suggest('giam tai nan').filter(({ kind }) => kind === 'title')).toEqual([])
  })

  it('keep to the limit, and say nothing twice or just what was typed', () => {
    for (const typed of ['c', 'cong', 'công đoàn', 't', 'tai nan ']) {
      for (const limit of [0, 1, 3, 8]) {
        const found = texts(typed, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found.map(text => text.toLowerCase())).size).toBe(found.length)
        expect(found).not.toContain(typed.trim())
      }
    }
  })

  it.each(['', '   ', '!?', 'zzzz', 'x'.repeat(100_000), '\u0301'])('of nothing are none: %s', typed =>
    expect(suggester.suggest(typed)).toEqual([]),
  )

  it('wrong options are named', () => {
    expect(() => suggester.suggest('c', { limit: -1 })).toThrow(/limit/)
    const misspelled: object = { limt: 3 }
    expect(() => suggester.suggest('c', misspelled)).toThrow(/limt/)
  })

  it('are text in pieces, whatever is typed', () => {
    const part = fc.constantFrom(
      'c',
      'co',
      'ô',
      'đ',
      'ng',
      ' ',
      '\u0301',
      'sóc',
      'tr',
      '1',
      'ldld',
      '-',
      '😀',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        for (const { text, pieces } of suggester.suggest(parts.join(''))) {
          expect(pieces.map(piece => piece.text).join('')).toBe(text)
          expect(pieces.every(piece => piece.text !== '')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('come from the lists alone where nothing is stored', async () => {
    const bare = await suggesterOf([])
    const found = bare.suggest('cong doa')
    expect(found[0].text).toMatch(/^công đoàn/)
    expect(found.every(({ kind }) => kind !== 'title')).toBe(true)
  })
})
