import { describe, expect, it } from 'vitest'
import { findDates, formatDate } from '../../src/analysis/dates/index.js'

const shown = (text: string): string =>
  findDates(text)
    .map(mention => `${formatDate(mention)} «${mention.text}»`)
    .join(' | ')

const FOUND: readonly (readonly [text: string, expected: string])[] = [
  // Stamps
  ['17:12, 04/12/2020', '2020-12-04T17:12 «17:12, 04/12/2020»'],
  ['29/12/2023 20:21', '2023-12-29T20:21 «29/12/2023 20:21»'],
  ['20/11/2019 | 10:30', '2019-11-20T10:30 «20/11/2019 | 10:30»'],
  ['12/03/2021 - 08:30', '2021-03-12T08:30 «12/03/2021 - 08:30»'],
  ['12-03-2021, lúc 8h30', '2021-03-12T08:30 «12-03-2021, lúc 8h30»'],
  ['12/3/2021 vào lúc 8 giờ', '2021-03-12T08:00 «12/3/2021 vào lúc 8 giờ»'],
  ['Cập nhật lúc 03:36 ngày 10/10/2015', '2015-10-10T03:36 «03:36 ngày 10/10/2015»'],
  ['Thứ sáu, ngày 26 tháng 04 năm 2024', '2024-04-26 «Thứ sáu, ngày 26 tháng 04 năm 2024»'],
  ['Thứ ba, 5/11/2024, 17:05 (GMT+7)', '2024-11-05T17:05+07:00 «Thứ ba, 5/11/2024, 17:05 (GMT+7)»'],
  ['05/08/2025 10:15 (GMT +7)', '2025-08-05T10:15+07:00 «05/08/2025 10:15 (GMT +7)»'],
  ['10:15 (GMT+7), 05/08/2025', '2025-08-05T10:15+07:00 «10:15 (GMT+7), 05/08/2025»'],
  ['05/08/2025 10:15 UTC+07:00', '2025-08-05T10:15+07:00 «05/08/2025 10:15 UTC+07:00»'],
  ['08:15 PM 12/3/2020', '2020-03-12T20:15 «08:15 PM 12/3/2020»'],
  ['12/3/2020 12:05:09 SA', '2020-03-12T00:05 «12/3/2020 12:05:09 SA»'],
  ['2021-03-12T08:30:00+07:00', '2021-03-12T08:30+07:00 «2021-03-12T08:30:00+07:00»'],
  ['2021-03-12T08:30:00Z', '2021-03-12T08:30Z «2021-03-12T08:30:00Z»'],
  ['2021-03-12', '2021-03-12 «2021-03-12»'],
  ['2021/03/12', '2021-03-12 «2021/03/12»'],
  // Days
  ['15/07/2024', '2024-07-15 «15/07/2024»'],
  ['15 / 07 / 2024', '2024-07-15 «15 / 07 / 2024»'],
  ['15.7.2024', '2024-07-15 «15.7.2024»'],
  ['ngày 5-3-2020', '2020-03-05 «ngày 5-3-2020»'],
  ['ngày 5/3/20', '2020-03-05 «ngày 5/3/20»'],
  ['ngày 5/3/75', '1975-03-05 «ngày 5/3/75»'],
  ['Thứ Hai, ngày 5 tháng 3 năm 2018', '2018-03-05 «Thứ Hai, ngày 5 tháng 3 năm 2018»'],
  ['ngày 5 tháng 3/2018', '2018-03-05 «ngày 5 tháng 3/2018»'],
  ['ngày 30 tháng Tư năm 1975', '1975-04-30 «ngày 30 tháng Tư năm 1975»'],
  ['ngày 9 tháng 5', '--05-09 «ngày 9 tháng 5»'],
  ['Hội nghị ngày 29/2', '--02-29 «ngày 29/2»'],
  // Parts of the day
  ['Sáng 9.7, tại hội trường', '--07-09 am «Sáng 9.7»'],
  ['Ngày 16.7, Hội nghị', '--07-16 «Ngày 16.7»'],
  ['Chiều 4-12, Công đoàn', '--12-04 pm «Chiều 4-12»'],
  ['Chiều ngày 08/01/2021', '2021-01-08 pm «Chiều ngày 08/01/2021»'],
  ['Chiều ngày 31/12, Liên đoàn', '--12-31 pm «Chiều ngày 31/12»'],
  ['tối thứ Bảy, 12/5', '--05-12 pm «tối thứ Bảy, 12/5»'],
  ['rạng sáng 1/5', '--05-01 am «rạng sáng 1/5»'],
  ['trưa 1-5', '--05-01 pm «trưa 1-5»'],
  ['đêm 30/4', '--04-30 pm «đêm 30/4»'],
  ['sáng Chủ nhật 12/5', '--05-12 am «sáng Chủ nhật 12/5»'],
  ['sáng nay, 6/11', '--11-06 am «sáng nay, 6/11»'],
  ['hôm qua (5/11)', '--11-05 «hôm qua (5/11)»'],
  ['sáng nay (ngày 6/11)', '--11-06 am «sáng nay (ngày 6/11)»'],
  // Times before days
  ['7h30 ngày 13/3', '--03-13T07:30 «7h30 ngày 13/3»'],
  ['7 giờ 30 phút ngày 13/3/2020', '2020-03-13T07:30 «7 giờ 30 phút ngày 13/3/2020»'],
  ['20g ngày 5-3', '--03-05T20:00 «20g ngày 5-3»'],
  ['lúc 2h chiều 13/3', '--03-13T14:00 «2h chiều 13/3»'],
  ['lúc 8 giờ tối 13/3', '--03-13T20:00 «8 giờ tối 13/3»'],
  ['19h15 9/11', '--11-09T19:15 «19h15 9/11»'],
  // Spans and lists
  ['từ 28/4 đến 2/5', '--04-28 «28/4» | --05-02 «2/5»'],
  ['từ ngày 7-11/6', '--06-07..--06-11 «ngày 7-11/6»'],
  ['từ ngày 7 đến ngày 11/6/2019', '2019-06-07..2019-06-11 «ngày 7 đến ngày 11/6/2019»'],
  ['ngày 7 - 11/6', '--06-07..--06-11 «ngày 7 - 11/6»'],
  ['ngày 12, 13 và 14/5', '--05-12..--05-14 «ngày 12, 13 và 14/5»'],
  ['các ngày 5, 6 tháng 7', '--07-05..--07-06 «ngày 5, 6 tháng 7»'],
  ['28/4-2/5/2019', '2019-04-28..2019-05-02 «28/4-2/5/2019»'],
  ['ngày 28/4 - 2/5', '--04-28..--05-02 «ngày 28/4 - 2/5»'],
  ['ngày 9/7, 10/7 và 11/7', '--07-09 «ngày 9/7» | --07-10 «10/7» | --07-11 «11/7»'],
  // Months, quarters, years
  ['tháng 7 năm 2024', '2024-07 «tháng 7 năm 2024»'],
  ['tháng 7/2024', '2024-07 «tháng 7/2024»'],
  ['tháng 12-2018', '2018-12 «tháng 12-2018»'],
  ['trong tháng 7', '--07 «tháng 7»'],
  ['tháng 7-8/2024', '2024-07..2024-08 «tháng 7-8/2024»'],
  ['từ 12/2017', '2017-12 «12/2017»'],
  ['tháng Tư', '--04 «tháng Tư»'],
  ['tháng mười hai năm 1972', '1972-12 «tháng mười hai năm 1972»'],
  ['quý I/2017', '2017-Q1 «quý I/2017»'],
  ['quý III năm 2023', '2023-Q3 «quý III năm 2023»'],
  ['Quý 2-2020', '2020-Q2 «Quý 2-2020»'],
  ['quí IV', '--Q4 «quí IV»'],
  ['6 tháng đầu năm 2024', '2024 «năm 2024»'],
  ['nhiệm kỳ 2018-2023', 'year-range 2018..2023 «2018-2023»'],
  ['nhiệm kỳ (2016 - 2021)', 'year-range 2016..2021 «2016 - 2021»'],
  ['giai đoạn 2018 – 2020', 'year-range 2018..2020 «2018 – 2020»'],
  ['mùa giải 2019/20', 'year-range 2019..2020 «2019/20»'],
  ['năm học 2019-2020', 'year-range 2019..2020 «2019-2020»'],
  // Relative
  ['hôm qua', 'relative -1 day «hôm qua»'],
  ['hôm nay', 'relative 0 day «hôm nay»'],
  ['hôm kia', 'relative -2 day «hôm kia»'],
  ['chiều hôm qua', 'relative -1 day pm «chiều hôm qua»'],
  ['tối qua', 'relative -1 day pm «tối qua»'],
  ['sáng nay', 'relative 0 day am «sáng nay»'],
  ['ngày mai', 'relative 1 day «ngày mai»'],
  ['sáng mai', 'relative 1 day am «sáng mai»'],
  ['ngày kia', 'relative 2 day «ngày kia»'],
  ['2 giờ trước', 'relative -2 hour «2 giờ trước»'],
  ['một tuần trước', 'relative -1 week «một tuần trước»'],
  ['30 phút trước', 'relative -30 minute «30 phút trước»'],
  // Without marks, in capitals, in NFD
  ['Chieu ngay 31/12', '--12-31 pm «Chieu ngay 31/12»'],
  ['thu hai, ngay 5 thang 3 nam 2018', '2018-03-05 «thu hai, ngay 5 thang 3 nam 2018»'],
  ['hom qua, 2 gio truoc', 'relative -1 day «hom qua» | relative -2 hour «2 gio truoc»'],
  ['quy I/2017', '2017-Q1 «quy I/2017»'],
  ['CHIỀU NGÀY 31/12', '--12-31 pm «CHIỀU NGÀY 31/12»'],
  ['nga\u0300y 31/12', '--12-31 «nga\u0300y 31/12»'],
]

const NONE: readonly string[] = [
  '51/57',
  '51/57 CĐCS',
  '24/24',
  '12/5',
  '3-2',
  '9.7',
  '4.400',
  '19,5 tỉ đồng',
  '99,2%',
  'tỉ số 3-2',
  'thắng 2-1',
  'đạt 9.7 điểm',
  'từ 1.5 triệu đồng',
  'từ 2-3 ngày',
  'đến 9.7%',
  '250 - 450.000 đồng',
  '31/02/2020',
  '29/2/2019',
  'ngày 30/2',
  'ngày 31/4',
  '32/1/2020',
  '1/13/2020',
  '145/2020/NĐ-CP',
  '145/2020/ND-CP',
  '100/2015/QH13',
  'số 12/2017/TT-BYT',
  'Nghị định 12/2017',
  '05-CT/TW',
  '19/HD-LĐLĐ',
  '0914 926 900',
  '0299.3822339',
  '02993.626252',
  '192.168.1.1',
  '1/2/3',
  '5/3km',
  'A5/6/2020',
  'Covid-19',
  'mùng 1 Tết',
  'mùng 5 tháng 5',
  'mồng 3 tháng 3',
  'rằm tháng 7',
  'Rằm tháng Giêng',
  'ngày 23 tháng Chạp',
  'ngày 10/3 âm lịch',
  'ngày 10/3 (âm lịch)',
  '3 ngày trước đó',
  '2 giờ trước khi mổ',
  'trong 5 tháng 3 người',
  'ba tháng ba ngày',
  'mỗi tháng hai lần',
  'năm tháng năm người',
  'quý 5',
  'quỹ 2',
  'quý ông',
  'hiện nay',
  'trải qua',
  'hoa mai',
  'tôi 9.7',
  'sang 9.7 ở phía đông thành phố',
]

describe('findDates', () => {
  it.each(FOUND)('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each(NONE)('finds no date in: %s', text => {
    expect(shown(text)).toBe('')
  })

  it('reads a sentence with several', () => {
    expect(
      shown('Sáng 9.7, LĐLĐ tỉnh sơ kết 6 tháng đầu năm 2024 theo Nghị định 145/2020/NĐ-CP; 51/57 CĐCS, tỉ số 3-2.'),
    ).toBe('--07-09 am «Sáng 9.7» | 2024 «năm 2024»')
  })

  it('gives the parts', () => {
    expect(findDates('Thứ sáu, ngày 26 tháng 04 năm 2024')[0]).toMatchObject({
      kind: 'date',
      year: 2024,
      month: 4,
      day: 26,
      weekday: 5,
      cue: 'ngày',
    })
    expect(findDates('tối 5/3, 20:15')[0]).toMatchObject({
      kind: 'date-time',
      partOfDay: 'evening',
      hour: 20,
      minute: 15,
    })
    expect(findDates('Chủ nhật, 12/5/2024')[0]).toMatchObject({ weekday: 7 })
  })
})
