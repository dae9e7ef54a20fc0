import { expect, it } from 'vitest'
import { understandPlaces } from '../../../src/search/query/index.js'

const understood = (text: string) =>
  understandPlaces(text, { now: '2024-07-09' }).map(each =>
    each.kind === 'date'
      ? `${each.text} = ${each.from}..${each.to}`
      : `${each.text} = ${each.district === undefined ? '' : `${each.district}, `}${each.province}`,
  )

it.each([
  ['tai nạn lao động bình dương 2023', 'bình dương = Bình Dương', '2023 = 2023-01-01..2023-12-31'],
  ['tai nan lao dong binh duong 2023', 'binh duong = Bình Dương', '2023 = 2023-01-01..2023-12-31'],
  ['Tai nạn lao động bình dương', 'bình dương = Bình Dương'],
  ['Lũ lụt Bình Định', 'Bình Định = Bình Định'],
  ['hà giang hà nội', 'hà giang = Hà Giang', 'hà nội = Hà Nội'],
  ['mưa lớn tphcm hôm qua', 'tphcm = Hồ Chí Minh', 'hôm qua = 2024-07-08..2024-07-08'],
  ['huyện kế sách', 'huyện kế sách = Kế Sách, Sóc Trăng'],
  ['festival huế', 'huế = Huế'],
  ['vàng SJC hà nội', 'hà nội = Hà Nội'],
  ['lũ quét Hòa Bình', 'Hòa Bình = Hòa Bình'],
  ['tỉnh hòa bình', 'tỉnh hòa bình = Hòa Bình'],
  ['hòa bình'],
  ['hoa binh'],
  ['HÒA BÌNH THẾ GIỚI'],
  ['thái bình dương'],
  ['sinh vật hải dương'],
  ['cao bằng tòa nhà'],
  ['hue'],
  ['đường phố đẹp'],
  ['chị hà giang'],
  ['2000 đồng'],
  [''],
])('%s', (text, ...expected) => expect(understood(text)).toEqual(expected))

it('says where the words stand, with the province of today', () => {
  expect(understandPlaces('mưa bình dương', { offset: 10, now: '2024-07-09' })).toEqual([
    { kind: 'province', text: 'bình dương', start: 14, end: 24, province: 'Bình Dương', province2025: 'Hồ Chí Minh' },
  ])
})

it('looks at the beginning of what nobody types', () => {
  expect(understandPlaces('hà nội '.repeat(100_000)).length).toBeLessThan(200)
})
