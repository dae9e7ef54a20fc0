import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildIndex, openIndex, parseQuery, placeValueLength } from '../../src/index.js'

const page = readFileSync(new URL('../../docs/tim-kiem.md', import.meta.url), 'utf8')
const queries = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, query]) => query),
)

describe('the page for people who search', () => {
  it.each(queries)('%s is read without a warning', query => {
    expect(parseQuery(query, { valueLength: placeValueLength, now: '2024-07-09' }).warnings).toEqual([])
  })

  const documents = {
    accident: {
      title: 'Tai nạn lao động ở Bình Dương',
      body: 'Hỗ trợ nhà ở, hỗ trợ thêm cho công nhân.',
      date: '2020-04-12',
    },
    union: { title: 'LĐLĐ tỉnh Sóc Trăng họp', body: 'Bàn về Nghị định 145/2020/NĐ-CP.', province: 'Sóc Trăng' },
    road: { title: 'Đường mới', body: 'Tai nạn giao thông giảm. Xe Honda chạy êm.', date: '2024-07-08' },
    name: { title: 'Dương tính', body: 'Nghỉ học, nhà trẻ đóng cửa.', category: 'Công đoàn' },
  }

  it.each([
    ['tai nan lao dong', 'accident', 'name'],
    ['ldld soc trang', 'union', 'road'],
    ['145/2020/NĐ-CP', 'union', 'accident'],
    ['ho tro nha o', 'accident', 'union'],
    ['đường', 'road', 'name'],
    ['duong', 'name', 'union'],
    ['dduwowngf', 'road', 'name'],
    ['"lien doan lao dong"', 'union', 'accident'],
    ['"hỗ trợ công nhân"~3', 'accident', 'union'],
    ['tai nạn -"giao thông"', 'accident', 'road'],
    ['tai nạn VÀ bình dương', 'accident', 'road'],
    ['"nhà trẻ" HOẶC "mẫu giáo"', 'name', 'road'],
    ['tỉnh:Sóc Trăng', 'union', 'accident'],
    ['tinh:soc trang', 'union', 'accident'],
    ['chuyên_mục:"Công đoàn"', 'name', 'union'],
    ['năm:2020 tai nạn', 'accident', 'road'],
    ['ngày:hôm qua', 'road', 'accident'],
    ['ngh*', 'name', 'accident'],
    ['Hoda~1', 'road', 'union'],
  ])('%s finds what the page says', async (query, found, other) => {
    const index = openIndex(await buildIndex(Object.entries(documents).map(([id, document]) => ({ id, ...document }))))
    const ids = index.search(query, { now: '2024-07-09' }).hits.map(({ id }) => id)
    expect(ids).toContain(found)
    expect(ids).not.toContain(other)
  })
})
