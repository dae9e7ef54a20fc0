import { describe, expect, it } from 'vitest'
import { findPlaces, inferProvince, inferProvinces, type PlaceKind } from '../../src/analysis/places/index.js'

/** Mentions as `province kind`. */
const found = (text: string): string[] => findPlaces(text).map(({ province, kind }) => `${province} ${kind}`)

const KINDS: readonly (readonly [text: string, province: string, kind: PlaceKind, words: string])[] = [
  ['Lễ hội diễn ra tại tỉnh Sóc Trăng.', 'Sóc Trăng', 'explicit', 'tỉnh Sóc Trăng'],
  ['Hội nghị ở TP. Cần Thơ sáng nay', 'Cần Thơ', 'explicit', 'TP. Cần Thơ'],
  ['Kẹt xe tại TP.HCM', 'Hồ Chí Minh', 'explicit', 'TP.HCM'],
  ['Kẹt xe tại thành phố Hồ Chí Minh', 'Hồ Chí Minh', 'explicit', 'thành phố Hồ Chí Minh'],
  ['Chủ tịch UBND tỉnh Sóc Trăng', 'Sóc Trăng', 'agency', 'UBND tỉnh Sóc Trăng'],
  ['Chủ tịch LĐLĐ tỉnh Trà Vinh phát biểu', 'Trà Vinh', 'agency', 'LĐLĐ tỉnh Trà Vinh'],
  ['Công an Đồng Nai vào cuộc', 'Đồng Nai', 'agency', 'Công an Đồng Nai'],
  ['Sở Giáo dục và Đào tạo Hà Nội thông báo', 'Hà Nội', 'agency', 'Sở Giáo dục và Đào tạo Hà Nội'],
  ['Cổng thông tin điện tử tỉnh Sóc Trăng', 'Sóc Trăng', 'portal', 'Cổng thông tin điện tử tỉnh Sóc Trăng'],
  ['Cổng thông tin điện tử Trà Vinh', 'Trà Vinh', 'portal', 'Cổng thông tin điện tử Trà Vinh'],
  ['Nguồn: http://baosoctrang.org.vn/trong-tinh/tin-31837.html', 'Sóc Trăng', 'host', 'baosoctrang.org.vn'],
  ['Email: banbientap@soctrang.gov.vn', 'Sóc Trăng', 'email', 'banbientap@soctrang.gov.vn'],
  ['phonghanhchinh-soctrang@chinhphu.vn', 'Sóc Trăng', 'email', 'phonghanhchinh-soctrang@chinhphu.vn'],
  ['Điện thoại: 0299.3822339', 'Sóc Trăng', 'area-code', '0299.3822339'],
  ['Điện thoại: 02993.626252', 'Sóc Trăng', 'area-code', '02993.626252'],
  ['ĐT: (0299) 3822 339', 'Sóc Trăng', 'area-code', '0299) 3822 339'],
  ['ĐT: +84 299 3822339', 'Sóc Trăng', 'area-code', '84 299 3822339'],
  ['ĐT: 028 3829 7643', 'Hồ Chí Minh', 'area-code', '028 3829 7643'],
  ['nông dân huyện Krông Ana được mùa', 'Đắk Lắk', 'district', 'huyện Krông Ana'],
  ['tại thị xã Ngã Năm', 'Sóc Trăng', 'district', 'thị xã Ngã Năm'],
  ['tại TX Ngã Năm', 'Sóc Trăng', 'district', 'TX Ngã Năm'],
  ['LĐLĐ huyện Tiểu Cần', 'Trà Vinh', 'district', 'huyện Tiểu Cần'],
  ['tại Buôn Mê Thuột', 'Đắk Lắk', 'district', 'Buôn Mê Thuột'],
  ['tại quận 1', 'Hồ Chí Minh', 'district', 'quận 1'],
  ['ở Q.Bình Thạnh', 'Hồ Chí Minh', 'district', 'Q.Bình Thạnh'],
  ['đến Pleiku', 'Gia Lai', 'district', 'Pleiku'],
  ['Mưa lớn ở Quảng Nam', 'Quảng Nam', 'bare', 'Quảng Nam'],
  ['Sở Y tế khẳng định Hà Nội an toàn', 'Hà Nội', 'bare', 'Hà Nội'],
  ['Công an Long Thành điều tra', 'Đồng Nai', 'district', 'Công an Long Thành'],
  ['TAND cấp cao tại TP Đà Nẵng', 'Đà Nẵng', 'explicit', 'TP Đà Nẵng'],
  ['anh Tuấn quê Nghệ An', 'Nghệ An', 'bare', 'Nghệ An'],
  ['công nhân quê Long Thành', 'Đồng Nai', 'district', 'Long Thành'],
  ['đội bóng tỉnh Nam Định', 'Nam Định', 'bare', 'tỉnh Nam Định'],
  ['Cục Thuế TP Hà Nội', 'Hà Nội', 'agency', 'Cục Thuế TP Hà Nội'],
  [
    'Sở Xây dựng và Phát triển nông thôn tỉnh Cà Mau',
    'Cà Mau',
    'agency',
    'Sở Xây dựng và Phát triển nông thôn tỉnh Cà Mau',
  ],
  ['ở BR-VT', 'Bà Rịa - Vũng Tàu', 'bare', 'BR-VT'],
  ['tại thành phố Cao Lãnh', 'Đồng Tháp', 'district', 'thành phố Cao Lãnh'],
  ['Theo Báo Đắk Lắk', 'Đắk Lắk', 'newspaper', 'Báo Đắk Lắk'],
  ['huyen Krong Ana', 'Đắk Lắk', 'district', 'huyen Krong Ana'],
  ['tinh soc trang', 'Sóc Trăng', 'explicit', 'tinh soc trang'],
  ['ti\u0309nh So\u0301c Tra\u0306ng', 'Sóc Trăng', 'explicit', 'ti\u0309nh So\u0301c Tra\u0306ng'],
]

const NONE: readonly string[] = [
  'LĐLĐ tỉnh',
  'Liên đoàn Lao động thành phố',
  'Hòa Bình lập lại',
  'khát vọng hòa bình',
  'giải Nobel Hòa Bình',
  'Nguyễn Hòa Bình',
  'Phó thủ tướng Nguyễn Hòa Bình phát biểu',
  'ông Thái Bình',
  'chị Huế',
  'bà Nguyễn Thị Huế',
  'Trần Hà Giang',
  'đường Hà Nội',
  'phố Huế',
  'đường Điện Biên Phủ',
  'ngã tư Bình Phước',
  'cầu Bình Phước',
  'sông Hậu Giang',
  'sông Đồng Nai',
  'phường Sóc Trăng',
  'xã Hòa Bình',
  'khách sạn Sài Gòn',
  'ngân hàng Sài Gòn',
  'Vĩnh Long Bank',
  'châu Á - Thái Bình Dương',
  'vùng biển tây Thái Bình Dương',
  'Viện Hải dương học',
  'Việt Nam Định hướng phát triển',
  'núi cao bằng trời',
  'Chủ tịch Hồ Chí Minh',
  'tư tưởng Hồ Chí Minh',
  'Đoàn TNCS Hồ Chí Minh',
  'sân bay Tân Sơn Nhất',
  'Tran Quang Nam đoạt giải ở Việt',
  'huyện Châu Thành',
  'số 0914 926 900',
  'https://vnexpress.net/soc-trang-thuc-hien.html',
  'cao tốc Bắc Giang - Lạng Sơn',
  'bác ái và Sẻ chia',
  'Cơ quan chủ quản: Sở Văn hóa',
  'tỉnh Long Thành',
  'quận Hà Nội',
  'Báo Long Thành',
  'Công an Hồ Chí Minh',
  'Công an hòa bình nhé',
  'CLB Long Thành',
  'Công an Tân Sơn Nhất',
  'Khu nghỉ dưỡng Đông Hải Resort',
  'thành phố hòa bình của Thế giới',
  'Hà Nội Bank',
  'tuyến tàu TP.HCM - Nha Trang',
  'điện thoại 0299.38223',
  'điện thoại 02001234567',
  'abc@gmail.com',
  'soctrang.gov.vn.example',
  'TRAN LE THUY, NGUYEN VAN LAM',
]

describe('findPlaces', () => {
  it.each(KINDS)('%s', (text, province, kind, words) => {
    const [mention, ...others] = findPlaces(text)
    expect(others).toEqual([])
    expect(mention).toMatchObject({ province, kind, text: words })
    expect(text.slice(mention.start, mention.end)).toBe(words)
  })

  it.each(NONE)('finds no place in: %s', text => {
    expect(found(text)).toEqual([])
  })

  it('reads Quảng Ninh the district and Quảng Ninh the province', () => {
    expect(found('huyện Quảng Ninh')).toEqual(['Quảng Bình district'])
    expect(found('tỉnh Quảng Ninh')).toEqual(['Quảng Ninh explicit'])
  })

  it('tells Long Thành from Long An, and a province that begins in the middle of a district', () => {
    expect(found('huyện Long Thành')).toEqual(['Đồng Nai district'])
    expect(found('khu Đông Bắc Hà Nội')).toEqual(['Hà Nội bare'])
  })

  it('carries a kind through a list', () => {
    expect(found('các tỉnh Trà Vinh, Bến Tre và Vĩnh Long')).toEqual([
      'Trà Vinh explicit',
      'Bến Tre explicit',
      'Vĩnh Long explicit',
    ])
    expect(found('các huyện Mỹ Tú, Kế Sách, Long Phú')).toEqual([
      'Sóc Trăng district',
      'Sóc Trăng district',
      'Sóc Trăng district',
    ])
  })

  it('settles a shared district by the province right after, or by the only candidate that is named', () => {
    expect(found('huyện Châu Thành, tỉnh Tiền Giang')).toEqual(['Tiền Giang district', 'Tiền Giang explicit'])
    expect(found('huyện Châu Thành (Long An)')).toEqual(['Long An district', 'Long An bare'])
    expect(found('Tỉnh Sóc Trăng hỗ trợ nông dân. Tại huyện Châu Thành, lúa chín.')).toEqual([
      'Sóc Trăng explicit',
      'Sóc Trăng district',
    ])
    expect(found('Tỉnh Sóc Trăng và tỉnh Trà Vinh. Tại huyện Châu Thành')).toEqual([
      'Sóc Trăng explicit',
      'Trà Vinh explicit',
    ])
  })

  it('lets the text decide between units that were of another kind', () => {
    expect(found('huyện Phong Điền')).toEqual(['Cần Thơ district'])
    expect(found('huyện Phong Điền, tỉnh Thừa Thiên Huế')).toEqual(['Huế district', 'Huế explicit'])
    expect(found('Tỉnh Thừa Thiên Huế mưa to. Ở huyện Phong Điền nước lên.')).toEqual(['Huế explicit', 'Huế district'])
  })

  it('knows a district by its new province', () => {
    expect(found('đảo Phú Quốc (An Giang)')).toEqual(['Kiên Giang district', 'An Giang bare'])
    expect(found('huyện Châu Thành, Cần Thơ')).toEqual(['Cần Thơ bare'])
  })

  it('keeps a person a person', () => {
    expect(found('Nguyễn Trần Hải Dương thắng giải. Hải Dương nói rất vui.')).toEqual([])
  })

  it('takes a football club for less than a place', () => {
    expect(findPlaces('CLB Hà Nội thắng đậm')[0].confidence).toBeLessThan(0.5)
    expect(findPlaces('trận gặp Công An Hà Nội')[0].confidence).toBeLessThan(0.5)
  })

  it('gives the district', () => {
    expect(findPlaces('LĐLĐ huyện Duyên Hải')[0].district).toBe('Duyên Hải')
  })
})

describe('inferProvince', () => {
  it('weighs explicit over bare, the lead over the rest', () => {
    const text = 'Hội nghị tại tỉnh Sóc Trăng\nĐoàn từ Hà Nội vào dự.'
    expect(inferProvince(text)).toMatchObject({ province: 'Sóc Trăng', kind: 'explicit', source: 'tỉnh Sóc Trăng' })
    expect(inferProvinces(text).map(each => each.province)).toEqual(['Sóc Trăng', 'Hà Nội'])
  })

  it('is less sure when provinces compete', () => {
    const alone = inferProvince('tỉnh Sóc Trăng')?.confidence ?? 0
    const both = inferProvince('tỉnh Sóc Trăng và tỉnh Trà Vinh')?.confidence ?? 0
    expect(alone).toBeGreaterThanOrEqual(0.9)
    expect(both).toBeLessThan(0.8)
  })

  it('reads the address of the page', () => {
    expect(inferProvince('Đại hội công đoàn', { url: 'https://baosoctrang.org.vn/tin/1.html' })).toMatchObject({
      province: 'Sóc Trăng',
      kind: 'host',
      source: 'baosoctrang.org.vn',
      start: 0,
      end: 0,
    })
    expect(inferProvince('Đại hội công đoàn', { url: 'https://vnexpress.net/x' })).toBeUndefined()
    expect(inferProvince('Tỉnh Cà Mau họp', { url: 'baosoctrang.org.vn' })?.province).toBe('Cà Mau')
    expect(inferProvince('', { url: ':::' })).toBeUndefined()
  })

  it('reads names by the date of the text', () => {
    const text = 'Thành phố Cần Thơ họp báo'
    expect(inferProvince(text)).toMatchObject({ province: 'Cần Thơ', reading: '63' })
    expect(inferProvince(text, { date: '2024-01-05' })).toMatchObject({ reading: '63' })
    expect(inferProvince(text, { date: '2025-09-01' })).toMatchObject({ reading: '34', province2025: 'Cần Thơ' })
    expect(inferProvince('Tỉnh Cao Bằng họp báo', { date: '2025-09-01' })).toMatchObject({ reading: '63' })
    expect(inferProvince('Ở đảo Phú Quốc (An Giang)', { date: '2026-01-01' })).toMatchObject({
      province: 'Kiên Giang',
      province2025: 'An Giang',
      reading: '63',
    })
  })

  it('joins a part with its whole in the new reading', () => {
    const text = 'Tuy Hòa ngập sâu. Tuy Hòa thuộc Phú Yên cũ. Tỉnh Đắk Lắk họp.'
    expect(inferProvinces(text, { date: '2025-12-01' }).map(each => each.province)).toEqual(['Phú Yên'])
    expect(inferProvinces(text).map(each => each.province)).toEqual(['Phú Yên', 'Đắk Lắk'])
    const several = 'Tỉnh Hậu Giang, tỉnh Sóc Trăng và thành phố Cần Thơ hợp nhất'
    expect(inferProvinces(several, { date: '2025-12-01' })).toHaveLength(3)
  })

  it('keeps the strongest words as the source', () => {
    const text = 'Cà Mau đón khách. Chủ tịch UBND tỉnh Cà Mau phát biểu. Khách đến Cà Mau đông.'
    expect(inferProvince(text)).toMatchObject({ source: 'UBND tỉnh Cà Mau', mentions: 3 })
  })

  it('honours the threshold', () => {
    expect(inferProvince('CLB Hà Nội', { threshold: 0.9 })).toBeUndefined()
    expect(inferProvinces('')).toEqual([])
  })
})
