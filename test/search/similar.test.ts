import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SimilarOptions, UsageError } from '../../src/index.js'

const DOCUMENTS = [
  {
    id: 'bão-1',
    title: 'Bão số 3 đổ bộ Quảng Ninh, nhiều nhà tốc mái',
    body: 'Bão số 3 gây gió giật mạnh, nhiều nhà dân ở Quảng Ninh bị tốc mái, cây xanh gãy đổ. Chính quyền sơ tán người dân.',
    province: 'Quảng Ninh',
  },
  {
    id: 'bão-2',
    title: 'Quảng Ninh khắc phục hậu quả bão số 3',
    body: 'Sau bão số 3, hàng nghìn nhà dân bị tốc mái được sửa chữa, cây xanh gãy đổ được dựng lại.',
    province: 'Quảng Ninh',
  },
  {
    id: 'bao-3',
    title: 'Nha dan toc mai vi bao so 3',
    body: 'Bao so 3 lam nhieu nha dan toc mai, cay xanh gay do khap noi, nguoi dan phai di so tan trong dem.',
  },
  {
    id: 'lương',
    title: 'Lương tối thiểu vùng tăng 6%',
    body: 'Hội đồng Tiền lương quốc gia chốt mức tăng lương tối thiểu vùng. Người dân và công nhân lao động vui mừng.',
    province: 'Hà Nội',
  },
  {
    id: 'ldld',
    title: 'LĐLĐ tỉnh trao nhà Mái ấm Công đoàn',
    body: 'LĐLĐ tỉnh trao nhà cho đoàn viên khó khăn. Công nhân lao động có nhà mới.',
  },
  {
    id: 'liên đoàn',
    title: 'Liên đoàn Lao động tỉnh chăm lo đoàn viên',
    body: 'Liên đoàn Lao động tỉnh tặng quà đoàn viên công đoàn khó khăn dịp Tết.',
  },
]

describe('similar', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(DOCUMENTS))
  })
  const ids = (id: string, options?: SimilarOptions) => index.similar(id, options).hits.map(hit => hit.id)

  it('finds what tells of the same, and not the document itself', () => {
    for (const { id } of DOCUMENTS) expect(ids(id)).not.toContain(id)
    expect(ids('bão-1')[0]).toBe('bão-2')
    expect(ids('bão-2')[0]).toBe('bão-1')
  })

  it('knows abbreviations by what they stand for', () => {
    expect(ids('ldld')[0]).toBe('liên đoàn')
    expect(ids('liên đoàn')[0]).toBe('ldld')
  })

  it('finds marked documents for an unmarked one', () => {
    expect(ids('bao-3').slice(0, 2).sort()).toEqual(['bão-1', 'bão-2'])
  })

  it('takes the options of a search, and counts without the document too', () => {
    const { total, hits, facets } = index.similar('bão-1', { limit: 1, facets: ['province'], match: 'any' })
    expect(hits).toHaveLength(1)
    expect(facets.province.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    expect(total).toBeLessThan(DOCUMENTS.length)
    expect(facets.province).toContainEqual({ value: 'Quảng Ninh', count: 1 })
    expect(ids('bão-1', { filter: { province: 'Hà Nội' }, match: 'any' })).toEqual(['lương'])
    expect(index.similar('bão-1', { words: 1 }).total).toBeLessThanOrEqual(
      index.similar('bão-1', { match: 'any' }).total,
    )
  })

  it('goes on page after page', () => {
    const all = ids('bão-1', { match: 'any' })
    const { hits, next } = index.similar('bão-1', { match: 'any', limit: 2 })
    const rest = index.similar('bão-1', { match: 'any', ...(next === undefined ? {} : { after: next }) })
    expect([...hits, ...rest.hits].map(({ id }) => id)).toEqual(all)
  })

  it('finds nothing beside a document alone', async () => {
    const alone = openIndex(await buildIndex([{ id: 'a', body: 'một tin vui' }]))
    expect(alone.similar('a')).toMatchObject({ total: 0, hits: [] })
  })

  it('says what is missing', async () => {
    const bare = openIndex(await buildIndex(DOCUMENTS, { store: ['url'] }))
    const thrown = (run: () => unknown): unknown => {
      try {
        run()
      } catch (error) {
        return error
      }
      return undefined
    }
    const stored = thrown(() => bare.similar('ldld'))
    expect(stored).toBeInstanceOf(UsageError)
    expect(stored).toMatchObject({ code: 'BAD_ARGUMENT', field: 'store', expected: ['title', 'lead', 'body'] })
    expect(thrown(() => index.similar('không có'))).toMatchObject({ code: 'BAD_ARGUMENT', field: 'id' })
    expect(thrown(() => index.similar('ldld', { words: 0 }))).toMatchObject({ code: 'BAD_ARGUMENT', field: 'words' })
    const wrong = Object.fromEntries([['limits', 3]])
    expect(thrown(() => index.similar('ldld', wrong))).toMatchObject({ code: 'UNKNOWN_OPTION', field: 'limits' })
    const nothing: unknown = null
    expect(thrown(() => index.similar('ldld', nothing as SimilarOptions))).toMatchObject({ code: 'BAD_ARGUMENT' })
  })
})
