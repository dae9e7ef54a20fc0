import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  areaCodeProvince,
  districtProvinces,
  districts,
  expand2025,
  hostProvince,
  PLACE_VARIANTS,
  PROVINCES,
  PROVINCES_2025,
  placeName,
  province2025,
  provinceByName,
  provinceOf,
  provincesOf2025,
  readingOn,
  relatedNames,
  spellings,
} from '../../src/analysis/places/index.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

describe('the provinces', () => {
  it('are 63 before the merger and 34 after, each of the 63 part of one of the 34', () => {
    expect(PROVINCES).toHaveLength(63)
    expect(PROVINCES_2025).toHaveLength(34)
    expect(new Set(PROVINCES.map(each => each.name)).size).toBe(63)
    expect(PROVINCES_2025.flatMap(each => each.from).sort()).toEqual(PROVINCES.map(each => each.name).sort())
  })

  it('leaves eleven unchanged', () => {
    const unchanged = PROVINCES_2025.filter(each => each.from.length === 1).map(each => each.name)
    expect(unchanged).toEqual([
      'Hà Nội',
      'Cao Bằng',
      'Điện Biên',
      'Lai Châu',
      'Sơn La',
      'Lạng Sơn',
      'Quảng Ninh',
      'Thanh Hóa',
      'Nghệ An',
      'Hà Tĩnh',
      'Huế',
    ])
  })

  it('keeps a name for the part that kept it', () => {
    for (const { name, from } of PROVINCES_2025) expect(from).toContain(name)
  })

  it('expands a province of today to its former parts', () => {
    expect(expand2025('Cần Thơ')).toEqual(['Cần Thơ', 'Hậu Giang', 'Sóc Trăng'])
    expect(provincesOf2025('Hồ Chí Minh')).toEqual(['Bình Dương', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'])
    expect(provincesOf2025('Sóc Trăng')).toEqual([])
    expect(expand2025('Sóc Trăng')).toEqual(['Sóc Trăng'])
    expect(province2025('constructor')).toBeUndefined()
  })

  it('reads a text by its date', () => {
    expect(readingOn('2025-06-30')).toBe('63')
    expect(readingOn('2025-07-01')).toBe('34')
    expect(readingOn('2026')).toBe('34')
    expect(readingOn(undefined)).toBe('63')
  })

  it('has one area code a province', () => {
    expect(new Set(PROVINCES.map(each => each.areaCode)).size).toBe(63)
    expect(areaCodeProvince('0299')).toBe('Sóc Trăng')
    expect(areaCodeProvince('299')).toBe('Sóc Trăng')
    expect(areaCodeProvince('+84262')).toBe('Đắk Lắk')
    expect(areaCodeProvince('024')).toBe('Hà Nội')
    expect(areaCodeProvince('028')).toBe('Hồ Chí Minh')
    expect(areaCodeProvince('0914')).toBeUndefined()
    expect(areaCodeProvince('079')).toBeUndefined()
    expect(areaCodeProvince('')).toBeUndefined()
  })
})

describeShared('the provinces beside the public lists', () => {
  it('agrees on codes, names and mergers', () => {
    if (!hasShared()) return
    const rows: { code: string; name: string; code2025: string; name2025: string }[] = JSON.parse(
      readFileSync(sharedPath('data/admin/provinces.json'), 'utf8'),
    )
    for (const row of rows) {
      const own = provinceByName(row.name)
      expect(own?.code, row.name).toBe(row.code)
      expect(own?.code2025, row.name).toBe(row.code2025)
      expect(provinceByName(row.name2025)?.name).toBe(own?.name2025)
    }
    expect(rows).toHaveLength(PROVINCES.length)
  })

  it('agrees on the districts', () => {
    if (!hasShared()) return
    const lines = readFileSync(sharedPath('data/admin/wards.tsv'), 'utf8').split('\n').slice(1)
    const named = new Set(lines.map(line => line.split('\t').slice(1, 3).join('\t')).filter(row => row.length > 1))
    expect(districts().filter(each => !each.former)).toHaveLength(named.size)
    for (const row of named) {
      const [district, province] = row.split('\t')
      expect(districtProvinces(district), row).toContain(provinceByName(province)?.name)
    }
  })
})

const SPELLINGS: readonly (readonly [name: string, ...spellings: string[]])[] = [
  [
    'Hồ Chí Minh',
    'TP.HCM',
    'TP. HCM',
    'TP HCM',
    'TPHCM',
    'Tp.HCM',
    'Tp Hồ Chí Minh',
    'TP. Hồ Chí Minh',
    'T.P. Hồ Chí Minh',
    'Thành phố Hồ Chí Minh',
    'thành phố hồ chí minh',
    'thanh pho ho chi minh',
    'TP-HCM',
    'Hồ Chí Minh',
    'HCM',
    'HCMC',
    'HCM City',
    'Ho Chi Minh City',
    'Hochiminh City',
    'Sài Gòn',
    'Saigon',
    'Sai Gon',
    'SÀI GÒN',
    'SG',
  ],
  ['Hà Nội', 'HN', 'Hanoi', 'Ha Noi', 'HÀ NỘI', 'hà nội', 'TP Hà Nội', 'Thủ đô Hà Nội', 'Thành phố Hà Nội', 'HàNội'],
  [
    'Đắk Lắk',
    'Đăk Lăk',
    'Đắc Lắc',
    'Đăk Lắk',
    'Đắk Lăk',
    'Đắc Lắk',
    'ĐắkLắk',
    'Daklak',
    'Dak Lak',
    'DakLak',
    'Dac Lac',
    'Đak Lak',
    'Darlac',
    'Ðắk Lắk',
    'tỉnh Đắk Lắk',
  ],
  ['Đắk Nông', 'Đăk Nông', 'Đắc Nông', 'Dak Nong', 'Daknong', 'ĐắkNông'],
  [
    'Bà Rịa - Vũng Tàu',
    'Bà Rịa-Vũng Tàu',
    'Bà Rịa – Vũng Tàu',
    'Bà Rịa — Vũng Tàu',
    'Bà Rịa Vũng Tàu',
    'BR-VT',
    'BRVT',
    'BR – VT',
    'Ba Ria - Vung Tau',
    'tỉnh BR-VT',
  ],
  [
    'Huế',
    'Thừa Thiên Huế',
    'Thừa Thiên - Huế',
    'Thừa Thiên-Huế',
    'TT-Huế',
    'TT Huế',
    'TT. Huế',
    'TTH',
    'Thua Thien Hue',
    'TP Huế',
    'Hue',
  ],
  ['Hòa Bình', 'Hoà Bình', 'HÒA BÌNH', 'hoa binh', 'Ho\u0300a Bi\u0300nh', 'Hòa  Bình', 'tỉnh Hoà Bình'],
  ['Thanh Hóa', 'Thanh Hoá', 'Thanh hóa'],
  ['Khánh Hòa', 'Khánh Hoà', 'Khanh Hoa'],
  ['Kon Tum', 'Kontum', 'KonTum', 'KON TUM'],
  ['Gia Lai', 'Gialai'],
  ['Bắc Kạn', 'Bắc Cạn', 'Bac Kan', 'Bac Can'],
  ['Sóc Trăng', 'Tỉnh Sóc Trăng', 'T\u1ec9nh S\u00f3c Tr\u0103ng', 'soc trang', 'SocTrang', 'Sóc Trang'],
  ['Cần Thơ', 'TP.Cần Thơ', 'TP Cần Thơ', 'Thành phố Cần Thơ', 'can tho'],
  ['Đà Nẵng', 'Danang', 'Da Nang', 'TP. Đà Nẵng', 'đà nẵng'],
]

describe('provinceByName', () => {
  for (const [name, ...all] of SPELLINGS) {
    it.each(all)(`%s is ${name}`, spelling => {
      expect(provinceByName(spelling)?.name).toBe(name)
    })
  }

  it.each(PROVINCES.map(each => each.name))('knows %s, without marks and in NFD too', name => {
    expect(provinceByName(name)).toBe(provinceOf(name))
    expect(provinceByName(name.normalize('NFD'))?.name).toBe(name)
    expect(provinceByName(name.toUpperCase())?.name).toBe(name)
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
    expect(provinceByName(plain)?.name).toBe(name)
    expect(provinceByName(`tỉnh ${name}`)?.name).toBe(name)
    expect(provinceByName(`TP.${name}`)?.name).toBe(name)
  })

  it.each([
    '',
    ' ',
    'tỉnh',
    'Quảng',
    'Quàng Nam',
    'Hóa Bình',
    'Hà Nôi Hà Nội',
    '__proto__',
    'x'.repeat(1000),
    'Bangkok',
  ])('knows no province %s', text => {
    expect(provinceByName(text)).toBeUndefined()
  })
})

describe('spellings', () => {
  it('gives true variants of one name, canonical first', () => {
    expect(spellings('Đắk Lắk')[0]).toBe('đắk lắk')
    for (const form of ['đăk lăk', 'đắc lắc', 'daklak', 'đắklắk']) expect(spellings('Đắk Lắk')).toContain(form)
    expect(spellings('Daklak')).toEqual(spellings('Đắk Lắk'))
    expect(spellings('Hồ Chí Minh')).toEqual(expect.arrayContaining(['tp hồ chí minh', 'tp hcm', 'tphcm']))
    expect(spellings('Hồ Chí Minh')).not.toContain('hồ chí minh')
    expect(spellings('Hồ Chí Minh')).not.toContain('sài gòn')
    expect(relatedNames('TP.HCM')).toContain('sài gòn')
    expect(spellings('Buôn Mê Thuột')).toEqual(spellings('Buôn Ma Thuột'))
    expect(spellings('Qui Nhơn')).toContain('quy nhơn')
    expect(spellings('Cần Thơ')).toEqual(['cần thơ'])
    expect(relatedNames('Lai Châu')).toEqual([])
  })

  it('has no form under two names', () => {
    const seen = new Map<string, string>()
    for (const { canonical, variants } of PLACE_VARIANTS) {
      for (const form of [canonical, ...variants]) {
        expect(form).toBe(form.toLowerCase().trim())
        expect(seen.get(form) ?? canonical, form).toBe(canonical)
        seen.set(form, canonical)
      }
    }
  })

  it.each([
    ['Ban Mê Thuột', 'Buôn Ma Thuột'],
    ['Buôn Mê Thuột', 'Buôn Ma Thuột'],
    ['buon ma thuot', 'Buôn Ma Thuột'],
    ['BMT', 'Buôn Ma Thuột'],
    ['Qui Nhơn', 'Quy Nhơn'],
    ['Plei Ku', 'Pleiku'],
    ['Bắc Cạn', 'Bắc Kạn'],
    ['Đăk Mil', 'Đắk Mil'],
    ['thị xã Ngã Năm', 'Ngã Năm'],
    ['Sapa', 'Sa Pa'],
  ])('%s is officially %s', (spelling, name) => {
    expect(placeName(spelling)).toBe(name)
  })
})

describe('districtProvinces', () => {
  it.each([
    ['huyện Châu Thành', 10],
    ['Châu Thành', 10],
    ['huyện Tân Phú', 1],
    ['quận Tân Phú', 1],
    ['Tân Phú', 2],
    ['Phong Điền', 2],
    ['Krông Ana', 1],
    ['Krông A Na', 1],
    ["Cư M'gar", 1],
    ['Cư M’gar', 1],
    ['quận 1', 1],
    ['thị xã Đông Triều', 1],
    ['huyện Từ Liêm', 1],
    ['huyện Không Có', 0],
    ['', 0],
  ])('%s: %i', (name, count) => {
    expect(districtProvinces(name)).toHaveLength(count)
  })

  it('tells huyện from quận', () => {
    expect(districtProvinces('huyện Tân Phú')).toEqual(['Đồng Nai'])
    expect(districtProvinces('quận Tân Phú')).toEqual(['Hồ Chí Minh'])
    expect(districtProvinces('huyện Quảng Ninh')).toEqual(['Quảng Bình'])
    expect(districtProvinces('huyen Krong Ana')).toEqual(['Đắk Lắk'])
  })
})

describe('hostProvince', () => {
  it.each([
    ['soctrang.gov.vn', 'Sóc Trăng'],
    ['www.soctrang.gov.vn', 'Sóc Trăng'],
    ['baosoctrang.org.vn', 'Sóc Trăng'],
    ['baodaklak.vn', 'Đắk Lắk'],
    ['sonnptnt.daklak.gov.vn', 'Đắk Lắk'],
    ['congdoansoctrang.org.vn', 'Sóc Trăng'],
    ['ldldtravinh.org.vn', 'Trà Vinh'],
    ['hochiminhcity.gov.vn', 'Hồ Chí Minh'],
    ['tphcm.gov.vn', 'Hồ Chí Minh'],
    ['hcmcpv.org.vn', 'Hồ Chí Minh'],
    ['baria-vungtau.gov.vn', 'Bà Rịa - Vũng Tàu'],
    ['baobariavungtau.com.vn', 'Bà Rịa - Vũng Tàu'],
    ['thuathienhue.gov.vn', 'Huế'],
    ['hue.gov.vn', 'Huế'],
    ['baothanhhoa.vn', 'Thanh Hóa'],
    ['baoquangninh.vn', 'Quảng Ninh'],
    ['baohaiduong.vn', 'Hải Dương'],
    ['HANOI.GOV.VN', 'Hà Nội'],
    ['baoapbac.vn', 'Tiền Giang'],
    ['stttt.bacgiang.gov.vn', 'Bắc Giang'],
  ])('%s is of %s', (host, province) => {
    expect(hostProvince(host)).toBe(province)
  })

  it.each([
    'vnexpress.net',
    'chinhphu.vn',
    'moet.gov.vn',
    'laodong.vn',
    'thuecuatoi.vn',
    'queue.com',
    'shue.vn',
    '',
    '...',
    'x'.repeat(400),
  ])('%s is of none', host => {
    expect(hostProvince(host)).toBeUndefined()
  })
})
