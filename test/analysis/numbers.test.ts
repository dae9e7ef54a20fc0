import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers, readNumber } from '../../src/analysis/numbers.js'

/** A reading in short: `12`, `5..7`, `51:57` for a ratio, with the unit behind. */
function short(text: string): string {
  const reading = readNumber(text)
  if (reading === undefined) return 'none'
  const { kind, value, to, unit } = reading
  const numbers = to === undefined ? `${value}` : `${value}${kind === 'ratio' ? ':' : '..'}${to}`
  return unit === undefined ? numbers : `${numbers} ${unit}`
}

describe('readNumber', () => {
  it.each([
    // groups and decimals
    ['4.400', '4400'],
    ['1.450 đoàn viên', '1450'],
    ['1.234.567', '1234567'],
    ['1.234.567,89', '1234567.89'],
    ['19,5', '19.5'],
    ['3,14159', '3.14159'],
    ['0,5', '0.5'],
    ['0.500', '0.5'],
    ['12.5', '12.5'],
    ['1,234,567', '1234567'],
    ['1,234,567.8', '1234567.8'],
    ['07 tập thể', '7'],
    ['2024', '2024'],
    ['12.345 người', '12345'],
    ['1234.567', '1234.567'],
    // multipliers
    ['19,5 tỉ đồng', '19500000000 đồng'],
    ['19,5 tỷ đồng', '19500000000 đồng'],
    ['600 triệu đồng', '600000000 đồng'],
    ['15 nghìn đồng', '15000 đồng'],
    ['15 ngàn đồng', '15000 đồng'],
    ['3 vạn dân', '30000'],
    ['5 trăm triệu đồng', '500000000 đồng'],
    ['100 nghìn tỉ đồng', '100000000000000 đồng'],
    ['1,1 triệu', '1100000'],
    ['2 triệu rưỡi', '2500000'],
    ['1 tỉ rưỡi đồng', '1500000000 đồng'],
    ['1 tỉ 500 triệu đồng', '1500000000 đồng'],
    ['2 triệu 300 nghìn đồng', '2300000 đồng'],
    ['1 tỉ 2 triệu 300 nghìn đồng', '1002300000 đồng'],
    ['1 tỉ 12 người', '1000000000'],
    ['1 triệu 2 tỉ', '1000000'],
    ['500k', '500000'],
    ['500K', '500000'],
    ['5tr', '5000000'],
    ['1tr2', '1200000'],
    ['1tr250', '1250000'],
    ['5 tr đồng', '5000000 đồng'],
    ['5 tr 30', '5'],
    ['12 TRIỆU ĐỒNG', '12000000 đồng'],
    ['5 Triệu Sơn', '5'],
    ['3 tỉ lệ', '3'],
    ['5 tỷ phú', '5'],
    ['9999999999 triệu tỉ tỉ tỉ', '9.999999999e+24'],
    // money
    ['50.000đ', '50000 đồng'],
    ['50.000 VNĐ', '50000 đồng'],
    ['25.000 đồng/kg', '25000 đồng'],
    ['1,5 triệu USD', '1500000 usd'],
    ['$500', '500 usd'],
    ['$ 500 triệu', '500000000 usd'],
    ['US$ 2,5 tỉ', '2500000000 usd'],
    ['20 $', '20 usd'],
    ['3 triệu đô la Mỹ', '3000000 usd'],
    ['3 triệu đô-la', '3000000 usd'],
    ['3 triệu đô', '3000000 usd'],
    ['200 euro', '200 eur'],
    ['500 yên', '500 jpy'],
    ['2 triệu nhân dân tệ', '2000000 cny'],
    ['3 đồng chí', '3'],
    ['12 đồng phạm', '12'],
    ['5 Đ', '5'],
    ['500 triệu đồng chủ yếu', '500000000 đồng'],
    ['300 bảng', '300'],
    ['300 bảng Anh', '300 gbp'],
    // per cent, measures
    ['99,2%', '99.2 %'],
    ['99,2 %', '99.2 %'],
    ['3‰', '3 ‰'],
    ['38,5°C', '38.5 °c'],
    ['-5 độ C', '-5 °c'],
    ['4 độ', '4'],
    ['200m²', '200 m2'],
    ['200 m2', '200 m2'],
    ['200 mét vuông', '200 m2'],
    ['1.200 ha lúa', '1200 ha'],
    ['15 km', '15 km'],
    ['20 tấn', '20 tấn'],
    ['(-3)', '-3'],
    ['+1,5%', '1.5 %'],
    ['−2%', '-2 %'],
    // ranges
    ['250 - 450.000 đồng', '250000..450000 đồng'],
    ['250 – 450.000 đồng', '250000..450000 đồng'],
    ['250.000 - 450.000 đồng', '250000..450000 đồng'],
    ['500 - 1.000 người', '500..1000'],
    ['5-7 triệu đồng', '5000000..7000000 đồng'],
    ['1,2-1,5 tỉ đồng', '1200000000..1500000000 đồng'],
    ['từ 3 đến 5 triệu đồng', '3000000..5000000 đồng'],
    ['từ 3 tới 5 triệu đồng', '3000000..5000000 đồng'],
    ['5 triệu - 7 triệu đồng', '5000000..7000000 đồng'],
    ['800 triệu - 1 tỉ đồng', '800000000..1000000000 đồng'],
    ['500 - 1,5 triệu', '500..1500000'],
    ['10-15%', '10..15 %'],
    ['10% - 15%', '10..15 %'],
    ['10% - 15 km', '10 %'],
    ['3-1', '3'],
    ['3 đếnn 5', '3'],
    ['2016-2021', '2016'],
    ['5 - 8/3', '5'],
    ['5 - x', '5'],
    ['5 - 123456789012345678', '5'],
    // ratios
    ['51/57', '51:57'],
    ['5/xã', '5'],
    ['51/57a', 'none'],
    ['3/1,5', 'none'],
    // no numbers
    ['15/07/2024', 'none'],
    ['04.12.2020', 'none'],
    ['1.2.3', 'none'],
    ['17:12', 'none'],
    ['7h30', 'none'],
    ['4x4', 'none'],
    ['5đội', 'none'],
    ['Covid-19', 'none'],
    ['QH13', 'none'],
    ['v1.2', 'none'],
    ['145/2020/NĐ-CP', 'none'],
    ['123456789012345678', 'none'],
    ['1.234.567.890.123.456', 'none'],
    ['không có', 'none'],
    ['', 'none'],
  ])('%s → %s', (text, expected) => {
    expect(short(text)).toBe(expected)
    expect(short(text.normalize('NFD'))).toBe(expected)
  })
})

describe('findNumbers', () => {
  const spans = (text: string) => findNumbers(text).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['Hơn 1.200 tỉ đồng, tăng 15,3% so với năm 2023.', ['1.200 tỉ đồng', '15,3%', '2023']],
    ['hỗ trợ 250 - 450.000 đồng/người cho 12 người', ['250 - 450.000 đồng', '12']],
    ['nhiệm kỳ 2018-2023', ['2018', '2023']],
    ['ngày 15/07/2024 có 3 đội', ['3']],
    ['tỉ số 3-1', ['3', '1']],
    ['tháng 9-2016', ['9', '2016']],
    ['ngày 7-6-2017', ['7', '6', '2017']],
    ['sơ đồ 3-4-5', ['3', '4', '5']],
    ['2 - 2.000 người', ['2 - 2.000']],
    ['Nghị định 145/2020/NĐ-CP', []],
    ['lúc 7h30 có 2 xe', ['2']],
    ['a:5,6 b', ['5,6']],
    ['1$ 2', ['1$', '2']],
    ['3 -2', ['3', '-2']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(spans(text)).toEqual(expected)
  })

  it('calls money, per cents and ratios by their names', () => {
    expect(findNumbers('5 đồng 6% 7/8 9 km 10').map(({ kind }) => kind)).toEqual([
      'money',
      'percent',
      'ratio',
      'number',
      'number',
    ])
  })

  it('takes any text; spans are inside and do not overlap, values are numbers', () => {
    const piece = fc.constantFrom(
      '1',
      '23',
      '456',
      '.',
      ',',
      '/',
      '-',
      ' ',
      ' tỉ',
      ' triệu',
      ' rưỡi',
      'k',
      'tr',
      '%',
      ' đồng',
      '$',
      ' đến ',
      ':',
      '000',
      '\u0301',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, value, to } of findNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(Number.isFinite(value) && Number.isFinite(to ?? 0)).toBe(true)
          last = end
        }
      }),
      { numRuns: 3000 },
    )
  })
})
