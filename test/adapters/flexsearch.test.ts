import fc from 'fast-check'
import { Document, Index } from 'flexsearch'
import { describe, expect, it } from 'vitest'
import { vietnameseEncoder } from '../../src/adapters/flexsearch.js'

const texts: readonly (readonly [id: number, text: string])[] = [
  [1, 'Con đường liên xã đã thông xe'],
  [2, 'Ông đương nhiệm chủ tịch công đoàn'],
  [3, 'Hải Dương được mùa vải thiều'],
  [4, 'LĐLĐ tỉnh Đắk Lắk họp ngày 15/10/2026'],
  [5, 'Liên đoàn Lao động tỉnh Sóc Trăng thưởng 15.000 suất quà'],
  [6, 'Hoà bình và thuỷ lợi ở Daklak'],
  [7, 'Nghị định 100/2019/NĐ-CP về xử phạt, 10 điều'],
  [8, 'Hội thi bàn tay vàng ở Huế năm 2019'],
]

function indexOf(accents: 'auto' | 'ignore' = 'auto'): Index {
  const index = new Index({ tokenize: 'strict', encoder: vietnameseEncoder({ accents }) })
  for (const [id, text] of texts) index.add(id, text)
  return index
}

const sorted = (found: unknown) => (found as number[]).map(Number).sort((a, b) => a - b)

describe('vietnameseEncoder in a FlexSearch Index', () => {
  const index = indexOf()
  it.each([
    ['đường', [1]],
    ['đương', [2]],
    ['duong', [1, 2, 3]],
    ['ĐƯỜNG'.normalize('NFD'), [1]],
    ['LĐLĐ', [4, 5]],
    ['ldld', [4, 5]],
    ['liên đoàn lao động', [4, 5]],
    ['lien doan lao dong', [4, 5]],
    ['Liên đoàn Lao động'.normalize('NFD'), [4, 5]],
    ['ldld soc trang', [5]],
    ['hòa bình', [6]],
    ['hoà bình', [6]],
    ['thủy lợi', [6]],
    ['Đăk Lăk', [4, 6]],
    ['dak lak', [4, 6]],
    ['15.000', [5]],
    ['15000', [5]],
    ['2026', [4]],
    ['202', []],
    ['100/2019/NĐ-CP', [7]],
    ['100', [7]],
    ['10', [4, 7]],
    ['2019', [7, 8]],
    ['vắng mặt', []],
    ['', []],
  ])('%s', (query, expected) => {
    expect(sorted(index.search(query))).toEqual(expected)
  })

  it('finds đường for dương when marks are ignored', () => {
    expect(sorted(indexOf('ignore').search('đường'))).toEqual([1, 2, 3])
  })

  it('lets context search work when marks are ignored', () => {
    const encoder = vietnameseEncoder({ accents: 'ignore' })
    const withContext = new Index({ tokenize: 'strict', context: true, encoder })
    for (const [id, text] of texts) withContext.add(id, text)
    expect(sorted(withContext.search('ban tay vang'))).toEqual([8])
  })

  it('is more than FlexSearch finds by itself', () => {
    const plain = new Index({ tokenize: 'strict' })
    for (const [id, text] of texts) plain.add(id, text)
    expect(plain.search('duong')).not.toContain(1)
    expect(plain.search('ldld')).toEqual([])
  })
})

it('serves the fields of a FlexSearch Document', () => {
  const encoder = vietnameseEncoder()
  const documents = new Document({
    document: {
      id: 'id',
      index: [
        { field: 'title', tokenize: 'strict', encoder },
        { field: 'body', tokenize: 'strict', encoder },
      ],
    },
  })
  documents.add({ id: 1, title: 'Mở đường mới', body: 'LĐLĐ tỉnh góp tiền' })
  documents.add({ id: 2, title: 'Đương đầu với bão', body: 'Người dân ở lại' })
  expect(documents.search('đường')).toEqual([{ field: 'title', result: [1] }])
  expect(documents.search('ldld')).toEqual([{ field: 'body', result: [1] }])
  expect(documents.search('duong')).toEqual([{ field: 'title', result: [2, 1] }])
})

describe('the encoder itself', () => {
  it('gives each word as written and without marks', () => {
    expect(vietnameseEncoder()('Đường hoà 2026')).toEqual(['đường', 'duong', 'hòa', 'hoa', '2026'])
  })

  it('gives the same for every normal form, and never throws', () => {
    const encode = vietnameseEncoder()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(encode(text).every(word => word.length > 0)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...texts.map(([, text]) => text)), text => {
        expect(encode(text.normalize('NFD'))).toEqual(encode(text))
      }),
    )
  })
})
