import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex } from '../../src/index.js'

/** So few documents that no statistics say which marks were left out. */
describe('a long form typed without marks among words typed without marks', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(
      await buildIndex([
        { id: 'short', title: 'LĐLĐ tỉnh họp' },
        { id: 'long', title: 'Liên đoàn Lao động tỉnh Sóc Trăng thăm công nhân' },
        { id: 'other', title: 'Tính toán lại' },
      ]),
    )
  })
  const ids = (query: string) =>
    index
      .search(query, { match: 'all', autoCorrect: false })
      .hits.map(({ id }) => id)
      .sort()
      .join(' ')

  it.each([
    ['"lien doan lao dong tinh"', 'long short'],
    ['"lien doan lao dong tinh soc trang"', 'long'],
    ['lien doan lao dong tinh', 'long short'],
    ['lien doan lao dong tham cong nhan', 'long'],
    ['ldld tinh', 'long short'],
    // What has its marks says that the rest has them too.
    ['"liên đoàn lao động tinh"', ''],
  ])('%s finds %s', (query, expected) => expect(ids(query)).toBe(expected))
})
