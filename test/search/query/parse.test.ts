import { describe, expect, it } from 'vitest'
import { isPlain, type ParseOptions, parseQuery, placeValueLength } from '../../../src/search/query/index.js'
import { parserOf } from '../../../src/search/query/parse.js'
import { numbersFrom } from './random-query.js'
import { shape } from './shape.js'

const NOW: ParseOptions = { now: '2024-07-09' }
const shapeOf = (query: string, options: ParseOptions = NOW) => shape(parseQuery(query, options).tree)

describe('plain words', () => {
  it.each([
    'tai nạn lao động',
    'Hà Nội: mưa lớn',
    'Hà Nội:mưa lớn',
    'Việt Nam:phát triển',
    'Bộ GD&ĐT (MOET) nói gì?',
    'Cát Linh - Hà Đông',
    'Thủ tướng – Chính phủ',
    'Covid-19 ở GD-ĐT, 145/2020/NĐ-CP',
    'tp.hcm 17:30 http://a.vn/b:c',
    'màn hình 15" giá rẻ',
    '+84 28 3829 5555',
    'C++ và C#',
    'CÔNG ĐOÀN VÀ NGƯỜI LAO ĐỘNG',
    'KHÔNG GIAN SỐNG',
    'KHÔNG đeo khẩu trang',
    'có phải đóng BHXH KHÔNG',
    'và hoặc không and or not',
    '.* (.*)+$',
    '^_^ ~ :)'.replace(')', ''),
    'ông ấy nói a\nb',
    '',
  ])('%j stays as it is', query => {
    const { tree, warnings } = parseQuery(query, NOW)
    expect(tree).toEqual({ type: 'words', text: query, start: 0, end: query.length })
    expect(isPlain(tree)).toBe(true)
    expect(warnings).toEqual([])
  })

  it.each([
    ['  tai nạn\n', 'tai nạn'],
    ['(tai nạn)', 'tai nạn'],
    ['((tai nạn))', 'tai nạn'],
    ['\\"tai\\" \\AND a\\:b \\-c', '"tai" AND a:b -c'],
    ['a\\', 'a\\'],
  ])('%j is %j', (query, words) => expect(shapeOf(query)).toBe(words))

  it('has the places of words in the query', () => {
    expect(parseQuery('  "tai nạn" Sóc  Trăng ').tree).toMatchObject({
      clauses: [
        { occur: 'should', node: { type: 'phrase', start: 2, end: 11 } },
        { occur: 'should', node: { type: 'words', start: 12, end: 22 } },
      ],
    })
  })
})

it('the short way for plain words is the long one', () => {
  const random = numbersFrom(20_260_901)
  const pieces = 'tai nạn KHÔ VÀ AN NOT à a\u0300 VA\u0300 . , ? 1/2 \n \u0000 \ufeff # đ'.split(' ')
  for (let at = 0; at < 2000; at++) {
    let query = ''
    for (let count = random(6); count > 0; count--) query += pieces[random(pieces.length)] + ' '.repeat(random(3))
    expect(parseQuery(query, NOW).tree).toEqual(parserOf(query, NOW).parse())
  }
})

describe('phrases', () => {
  it.each([
    ['"liên đoàn lao động"', '(phrase liên đoàn lao động)'],
    ['“liên đoàn” «lao động» „tỉnh“', '{(phrase liên đoàn) | (phrase lao động) | (phrase tỉnh)}'],
    ['“liên đoàn"', '(phrase liên đoàn)'],
    ['"công đoàn cơ sở"~3', '(phrase công đoàn cơ sở ~3)'],
    ['"công đoàn"~2^1.5', '(×1.5 (phrase công đoàn ~2))'],
    ['"a OR (b" c', '{(phrase a OR (b) | c}'],
    ['"nói \\"không\\""', '(phrase nói "không")'],
    ['tin "a" "b"', '{tin | (phrase a) | (phrase b)}'],
  ])('%s', (query, expected) => expect(shapeOf(query)).toBe(expected))
})

describe('operators', () => {
  it.each([
    ['+Covid-19 -vaccine tiêm', '{+Covid-19 | -vaccine | tiêm}'],
    ['−xe "a"', '{-xe | (phrase a)}'],
    ['-"xe máy" tai nạn', '{-(phrase xe máy) | tai nạn}'],
    ['tai nạn AND bình dương', '{+tai nạn | +bình dương}'],
    ['tai nạn OR bình dương', '(or tai nạn | bình dương)'],
    ['a AND b OR c AND d', '(or {+a | +b} | {+c | +d})'],
    ['a AND (b OR c)', '{+a | +(or b | c)}'],
    ['tai nạn NOT xe máy', '{tai nạn | -xe máy}'],
    ['tai nạn AND NOT xe máy', '{+tai nạn | -xe máy}'],
    ['NOT xe máy', '{-xe máy}'],
    ['a OR NOT b', '(or a | {-b})'],
    ['tai nạn VÀ bình dương', '{+tai nạn | +bình dương}'],
    ['tai nạn HOẶC bình dương', '(or tai nạn | bình dương)'],
    ['tai nạn KHÔNG xe máy', '{tai nạn | -xe máy}'],
    ['tai nạn VÀ KHÔNG xe máy', '{+tai nạn | -xe máy}'],
    ['"CÔNG ĐOÀN" VÀ "LAO ĐỘNG"', '{+(phrase CÔNG ĐOÀN) | +(phrase LAO ĐỘNG)}'],
    ['BHXH AND BHYT', '{+BHXH | +BHYT}'],
    ['BHXH AND NOT BHYT', '{+BHXH | -BHYT}'],
    ['a "x" AND b', '{+{a | (phrase x)} | +b}'],
    ['+a AND b', '{+a | +b}'],
    ['((a OR b) OR c)', '(or (or a | b) | c)'],
    ['(a -b) c', '{{a | -b} | c}'],
  ])('%s', (query, expected) => {
    expect(shapeOf(query)).toBe(expected)
    expect(shapeOf(query.normalize('NFD')).normalize('NFC')).toBe(expected)
    expect(parseQuery(query, NOW).warnings).toEqual([])
  })
})

describe('fields', () => {
  it.each([
    ['title:mưa', '(title: mưa)'],
    ['TITLE:mưa', '(title: mưa)'],
    ['tiêu_đề:mưa lớn', '{(title: mưa) | lớn}'],
    ['tieu_de:mưa', '(title: mưa)'],
    ['tiêu đề:mưa', '(title: mưa)'],
    ['lead:a', '(lead: a)'],
    ['nội_dung:a', '(body: a)'],
    ['tác_giả:"Nguyễn Văn A"', '(author: (phrase Nguyễn Văn A))'],
    ['bài của tác giả:Lan', '{bài của | (author: Lan)}'],
    ['-tác giả:Lan x', '{-(author: Lan) | x}'],
    ['tỉnh:Sóc Trăng tai nạn', '{(province: Sóc Trăng) | tai nạn}'],
    ['tinh:hue', '(province: hue)'],
    ['huyện:"Kế Sách"', '(district: (phrase Kế Sách))'],
    ['quận:1', '(district: 1)'],
    ['chuyên mục:x', '(category: x)'],
    ['nguồn:laodong.vn', '(source: laodong.vn)'],
    ['title:(a OR "b c")', '(title: (or a | (phrase b c)))'],
    ['+title:a -body:b', '{+(title: a) | -(body: b)}'],
    ['title:* -author:*', '{(exists title) | -(exists author)}'],
    ['title:công*', '(title: (prefix công))'],
    ['title:"a b"~2^3', '(title: (×3 (phrase a b ~2)))'],
    ['nắm:2020', 'nắm:2020'],
    ['title: mưa', 'title: mưa'],
  ])('%s', (query, expected) => {
    expect(shapeOf(query)).toBe(expected)
    expect(shapeOf(query.normalize('NFD')).normalize('NFC')).toBe(expected)
  })

  it('are those that are given', () => {
    const fields = ['title', 'views', 'ngày_họp']
    expect(shapeOf('views:10..20', { fields })).toBe('(range views [10, 20])')
    expect(shapeOf('body:a', { fields })).toBe('body:a')
    expect(shapeOf('ngay_hop:2023', { fields, dateFields: ['ngày_họp'] })).toBe(
      '(range ngày_họp [2023-01-01, 2023-12-31])',
    )
  })

  it('ask how far a value reaches', () => {
    const valueLength = (_: string, text: string) => (text.startsWith('sóc trăng') ? 9 : 0)
    expect(shapeOf('tỉnh:sóc trăng tai nạn', { valueLength })).toBe('{(province: sóc trăng) | tai nạn}')
    expect(shapeOf('tỉnh:sóc trăngg', { valueLength })).toBe('{(province: sóc) | trăngg}')
  })
})

describe('placeValueLength', () => {
  it.each([
    ['tỉnh:sóc trăng tai nạn', '{(province: sóc trăng) | tai nạn}'],
    ['tỉnh:tp hồ chí minh, mưa', '{(province: tp hồ chí minh) | , mưa}'],
    ['tinh:daklak ca phe', '{(province: daklak) | ca phe}'],
    ['huyện:kế sách lũ', '{(district: kế sách) | lũ}'],
    ['-tỉnh:thừa thiên huế x', '{-(province: thừa thiên huế) | x}'],
    ['tỉnh:không có', '{(province: không) | có}'],
    ['title:sóc trăng', '{(title: sóc) | trăng}'],
  ])('%s', (query, expected) => {
    expect(shapeOf(query, { ...NOW, valueLength: placeValueLength })).toBe(expected)
    expect(shapeOf(query.normalize('NFD'), { ...NOW, valueLength: placeValueLength }).normalize('NFC')).toBe(expected)
  })
})

describe('ranges', () => {
  it.each([
    ['date:2024-01..2024-06', '[2024-01-01, 2024-06-30]'],
    ['date:>=2023', '[2023-01-01, ]'],
    ['date:>2023', '[2024-01-01, ]'],
    ['date:<2023', '[, 2022-12-31]'],
    ['date:≤2023-05', '[, 2023-05-31]'],
    ['date:2023..', '[2023-01-01, ]'],
    ['date:..2023', '[, 2023-12-31]'],
    ['date:2023…2024', '[2023-01-01, 2024-12-31]'],
    ['ngày:>= 2023', '[2023-01-01, ]'],
    ['năm:2020', '[2020-01-01, 2020-12-31]'],
    ['nam:2020..2022', '[2020-01-01, 2022-12-31]'],
    ['ngày:quý 3/2023', '[2023-07-01, 2023-09-30]'],
    ['ngày:"quý 3/2023"', '[2023-07-01, 2023-09-30]'],
    ['quý:3/2023', '[2023-07-01, 2023-09-30]'],
    ['ngày:quý 1/2023..quý 3/2023', '[2023-01-01, 2023-09-30]'],
    ['ngày:"tháng 7/2024"', '[2024-07-01, 2024-07-31]'],
    ['tháng:7/2024', '[2024-07-01, 2024-07-31]'],
    ['ngày:12/04/2020', '[2020-04-12, 2020-04-12]'],
    ['ngày:hôm qua', '[2024-07-08, 2024-07-08]'],
    ['ngay:hom qua', '[2024-07-08, 2024-07-08]'],
    ['ngày:tuần trước', '[2024-07-01, 2024-07-07]'],
    ['ngày:tháng trước', '[2024-06-01, 2024-06-30]'],
    ['ngày:năm ngoái', '[2023-01-01, 2023-12-31]'],
    ['ngày:(quý 3/2023)', '[2023-07-01, 2023-09-30]'],
  ])('%s', (query, bounds) => {
    expect(shapeOf(query)).toBe(`(range date ${bounds})`)
    expect(shapeOf(`${query} tai nạn`)).toBe(`{(range date ${bounds}) | tai nạn}`)
  })

  it('stand in groups', () => {
    expect(shapeOf('ngày:(2022 OR quý 3/2023)')).toBe(
      '(or (range date [2022-01-01, 2022-12-31]) | (range date [2023-07-01, 2023-09-30]))',
    )
    expect(shapeOf('-năm:2020^2 lũ')).toBe('{-(×2 (range date [2020-01-01, 2020-12-31])) | lũ}')
  })

  it.each([
    ['views:100..200', '[100, 200]'],
    ['views:>100', ']100, ]'],
    ['views:<=1.500.000', '[, 1500000]'],
    ['views:>1,5..<2.5', ']1.5, 2.5['],
    ['views:-3..', '[-3, ]'],
  ])('%s', (query, bounds) => expect(shapeOf(query, { fields: ['views'] })).toBe(`(range views ${bounds})`))
})

describe('words with signs behind', () => {
  it.each([
    ['công đo*', '{công | (prefix đo)}'],
    ['lao~ động~2', '{(fuzzy lao 1) | (fuzzy động 2)}'],
    ['tai nạn^2', '{tai | (×2 nạn)}'],
    ['(tai nạn)^1,5', '(×1.5 tai nạn)'],
    ['"tai nạn"^2 (a OR b)^3', '{(×2 (phrase tai nạn)) | (×3 (or a | b))}'],
    ['đo*^2 lao~1^0.5', '{(×2 (prefix đo)) | (×0.5 (fuzzy lao 1))}'],
    ['a\\* b\\^2', 'a* b^2'],
  ])('%s', (query, expected) => expect(shapeOf(query)).toBe(expected))
})
