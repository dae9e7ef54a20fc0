import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions } from '../../src/index.js'
import { formatOfName, readInput } from '../../src/ingest/index.js'
import { fold } from '../../src/text/fold.js'
import { describeShared, sharedPath } from '../shared.js'

/** Ways to write one thing; each line must find one set of documents. */
const LINES: readonly (readonly string[])[] = [
  [
    'LĐLĐ',
    'ldld',
    'Liên đoàn Lao động',
    'lien doan lao dong',
    'Liên đoàn Lao động'.normalize('NFD'),
    'LIÊN ĐOÀN LAO ĐỘNG',
    'LDLD',
  ],
  ['CĐCS', 'cdcs', 'công đoàn cơ sở', 'cong doan co so'],
  ['CNVCLĐ', 'cnvcld', 'công nhân viên chức lao động', 'cong nhan vien chuc lao dong'],
  ['UBND', 'ubnd', 'ủy ban nhân dân', 'uỷ ban nhân dân', 'uy ban nhan dan', 'Ủy ban Nhân dân'.normalize('NFD')],
  ['Đắk Lắk', 'Dak Lak', 'Daklak', 'Đăk Lăk', 'đắc lắc', 'ĐắkLắk'],
]

function ids(index: SearchIndex, query: string, options: SearchOptions = {}): string[] {
  const { total, hits } = index.search(query, { limit: 1000, highlight: false, ...options })
  expect(hits).toHaveLength(total)
  return hits.map(hit => hit.id).sort()
}

describeShared('the seeds and the corpus', () => {
  let index: SearchIndex

  beforeAll(async () => {
    const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
    const documents = [sharedPath('seeds/'), corpus].flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .filter(name => formatOfName(name) !== undefined)
        .flatMap(name =>
          readInput(name, readFileSync(folder + name)).documents.map(article => ({
            ...article,
            id: `${name}#${article.id}`,
          })),
        ),
    )
    index = openIndex(await buildIndex(documents))
    expect(documents.length).toBeGreaterThan(50)
  })

  for (const [first, ...others] of LINES) {
    describe(`find the same documents for ${first}`, () => {
      for (const other of others) {
        it.each(['most', 'all', 'any'] as const)(`and ${other} (%s)`, match => {
          const expected = ids(index, first, { match })
          expect(expected.length).toBeGreaterThan(0)
          expect(ids(index, other, { match })).toEqual(expected)
        })
      }
      it('and all documents that hold its words are among them', () => {
        const long = others.find(way => way.includes(' ')) ?? first
        const found = new Set(ids(index, first))
        for (const id of ids(index, 'các', { match: 'any' })) {
          const { title, lead, body } = index.document(id)
          const text = fold([title, lead, body].filter(part => typeof part === 'string').join(' '))
          if (text.includes(` ${fold(long)} `)) expect([...found], `${id} holds ${long}`).toContain(id)
        }
      })
    })
  }

  it('put the best document first for each way of writing it', () => {
    for (const [first, ...others] of LINES.slice(0, 4)) {
      const best = index.search(first).hits[0].id
      for (const other of others.slice(0, 2))
        expect(
          index
            .search(other)
            .hits.map(hit => hit.id)
            .slice(0, 3),
        ).toContain(best)
    }
  })
})

describe('marks', () => {
  const documents = [
    { id: '1', body: 'Họ đương lúc bận rộn nhất trong năm.' },
    { id: '2', body: 'Cây dương xỉ mọc ven suối sau nhà.' },
    { id: '3', body: 'Con đường mới chạy qua hai xã.' },
  ]

  it('that were typed rank their word first', async () => {
    const index = openIndex(await buildIndex(documents))
    for (const query of ['đường', 'ĐƯỜNG', 'đường'.normalize('NFD')]) {
      const found = index.search(query).hits.map(hit => hit.id)
      expect([query, found[0]]).toEqual([query, '3'])
    }
    expect(index.search('dương').hits[0].id).toBe('2')
    expect(index.search('đương').hits[0].id).toBe('1')
  })

  it('that were left out may be any', async () => {
    const index = openIndex(await buildIndex(documents))
    expect(ids(index, 'duong')).toEqual(['1', '2', '3'])
    expect(ids(index, 'DUONG')).toEqual(['1', '2', '3'])
    expect(ids(index, 'duong', { accents: 'strict' })).toEqual([])
    expect(ids(index, 'đường', { accents: 'ignore' })).toEqual(['1', '2', '3'])
    expect(ids(index, 'đường', { accents: 'strict' })).toEqual(['3'])
  })

  it('of analyzer-cases.tsv, rule match', async () => {
    const index = openIndex(
      await buildIndex(
        [
          'bạn bè',
          'bàn ghế',
          'bán hàng',
          'đường sắt',
          'dương liễu',
          'Liên đoàn Lao động',
          'nước thủy triều',
          'nước thuỷ triều',
          'liên hoan',
        ].map(body => ({ id: body, body })),
      ),
    )
    const found = (query: string) => index.search(query).hits
    expect(found('bạn')[0].id).toBe('bạn bè')
    expect(found('đường')[0].id).toBe('đường sắt')
    expect(found('Liên đoan lao động')[0].id).toBe('Liên đoàn Lao động')
    const [one, other] = found('thuỷ')
    expect(new Set([one.id, other.id])).toEqual(new Set(['nước thủy triều', 'nước thuỷ triều']))
    expect(one.score).toBe(other.score)
    expect(found('thủy').map(hit => hit.score)).toEqual([one.score, other.score])
    expect(found('dđ')).toEqual([])
  })

  it('missing in a document cost a little, and it is found', async () => {
    const index = openIndex(
      await buildIndex([
        { id: 'without', body: 'Cong doan co so phat qua Tet cho nguoi lao dong' },
        { id: 'with', body: 'Công đoàn cơ sở phát quà Tết cho người lao động' },
      ]),
    )
    for (const query of ['công đoàn phát quà', 'quà Tết', 'người lao động']) {
      expect(index.search(query).hits.map(hit => hit.id)).toEqual(['with', 'without'])
    }
    expect(ids(index, 'cong doan phat qua')).toEqual(['with', 'without'])
  })

  it('of one kind may be typed without the others', async () => {
    const index = openIndex(await buildIndex(documents.concat({ id: '4', body: 'Đám cưới tưng bừng khắp xóm.' })))
    for (const half of ['con đuong mới', 'con dường mới', 'con duờng mới', 'con đường moi', 'con đuòng mới']) {
      expect([half, index.search(half, { match: 'any' }).hits[0].id]).toEqual([half, '3'])
    }
  })
})

describe('other spellings of one word', () => {
  it.each([
    ['kỹ thuật', 'kĩ thuật'],
    ['hòa bình', 'hoà bình'],
    ['145/2020/NĐ-CP', '145/2020/nđ-cp'],
    ['4.400 đoàn viên', '4400 đoàn viên'],
    ['TP. Buôn Ma Thuột', 'TP Buôn Mê Thuột'],
    ['ô tô', 'ôtô'],
    ['09/07', '9/7'],
  ])('%s and %s find each other', async (one, other) => {
    const index = openIndex(
      await buildIndex([
        { id: 'one', body: `Tin về ${one} hôm nay` },
        { id: 'other', body: `Tin về ${other} hôm nay` },
        { id: 'neither', body: 'Trời mưa từ sáng sớm' },
      ]),
    )
    expect(ids(index, one, { match: 'all' })).toEqual(['one', 'other'])
    expect(ids(index, other, { match: 'all' })).toEqual(['one', 'other'])
  })
})
