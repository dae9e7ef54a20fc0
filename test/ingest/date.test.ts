import { describe, expect, it } from 'vitest'
import { ingestPage } from '../../src/ingest/index.js'
import { normalizeIso } from '../../src/ingest/iso.js'
import { readStamp } from '../../src/ingest/stamp.js'

const rest =
  'Đến dự có lãnh đạo huyện cùng đông đảo đoàn viên, người lao động trên địa bàn.\nHội nghị biểu dương nhiều tập thể có thành tích tốt.\nThu Hà'

/** The date of a page of a headline, an opening sentence and a few more. */
function dateOf(title: string, opening: string, above = '', below = ''): string | undefined {
  const { articles } = ingestPage({
    name: 'a.txt',
    text: [above, title, below, opening, rest].filter(line => line !== '').join('\n'),
  })
  expect(articles).toHaveLength(1)
  return articles[0].date
}

describe('date lines', () => {
  const stamps: readonly (readonly [line: string, date: string | undefined])[] = [
    ['17:12, 04/12/2020', '2020-12-04T17:12+07:00'],
    ['29/12/2023 20:21', '2023-12-29T20:21+07:00'],
    ['Cập nhật lúc 03:36 ngày 10/10/2015', '2015-10-10T03:36+07:00'],
    ['05/08/2025 10:15 (GMT+7)', '2025-08-05T10:15+07:00'],
    ['Thứ sáu, ngày 26 tháng 04 năm 2024', '2024-04-26'],
    ['Thứ ba, 12/03/2024 | 08:30', '2024-03-12T08:30+07:00'],
    ['Ngày đăng: 04/07/2016 - Lượt xem: 1.532', '2016-07-04'],
    ['Đăng lúc: 12/06/2026 09:40 | Xem với cỡ chữ: A A A', '2026-06-12T09:40+07:00'],
    ['Thời sự | 16/05/2023, 16:50', '2023-05-16T16:50+07:00'],
    ['Nguyễn Đông - 12:00 12/3/2020', '2020-03-12T12:00+07:00'],
    ['15/07/2024', '2024-07-15'],
    ['Sóc Trăng, ngày 5 tháng 3 năm 2018', '2018-03-05'],
    ['Danh sách ủng hộ tuần 2 tháng 11 năm 2016', undefined],
    ['Chiều 9.7', undefined],
    ['Hội nghị diễn ra ngày 12/3/2020 tại hội trường huyện', undefined],
    ['31/02/2020', undefined],
    ['51/57', undefined],
    ['2016 - 2021', undefined],
    ['0299.3822339', undefined],
  ]
  for (const [line, date] of stamps) {
    it(`${line} → ${date ?? 'none'}`, () => {
      expect(readStamp(line)?.date).toBe(date)
    })
  }
})

describe('the day of publication', () => {
  const title = 'Công đoàn huyện Long Phú khen thưởng đoàn viên giỏi'
  const opening = 'Sáng 10/10, LĐLĐ huyện Long Phú tổ chức tuyên dương 40 đoàn viên giỏi việc nước.'

  it('is the stamp beside the headline, not today’s date in the header', () => {
    const banner = 'Thứ sáu, ngày 26 tháng 04 năm 2024'
    expect(dateOf(title, opening, `${banner}\n${banner}`, 'Cập nhật lúc 03:36 ngày 10/10/2015')).toBe(
      '2015-10-10T03:36+07:00',
    )
    expect(dateOf(title, opening, banner, '10/10/2015')).toBe('2015-10-10')
    expect(dateOf(title, opening, `${banner}\nTrang chủ | Liên hệ`)).toBeUndefined()
    expect(dateOf(title, opening, '', banner)).toBe('2024-04-26')
  })

  it('prefers the day it was posted to the day it was updated', () => {
    expect(dateOf(title, opening, '', 'Đăng lúc: 08:00 10/10/2015\nCập nhật: 09:30 12/10/2015')).toBe(
      '2015-10-10T08:00+07:00',
    )
  })

  it('is not a date of related news, of the licence, of a decree', () => {
    const text = [
      title,
      'Thực hiện Hướng dẫn số 19/HD-LĐLĐ, ngày 12/6/2020 của LĐLĐ tỉnh, huyện đã xét chọn 40 đoàn viên giỏi.',
      rest,
      'Các tin liên quan | Ngày đăng |',
      'Tập huấn cán bộ | 15/07/2024 |',
      'Giấy phép số 01/GP-STTTT cấp ngày 22/9/2021.',
    ].join('\n')
    expect(ingestPage({ name: 'a', text }).articles.map(({ date }) => date)).toEqual([undefined])
  })

  const events: readonly (readonly [opening: string, date: string | undefined, title?: string])[] = [
    ['Chiều ngày 08/01/2021, LĐLĐ thành phố tổ chức hội nghị sơ kết giữa nhiệm kỳ.', '2021-01-08'],
    ['Chiều 9.7, công đoàn sơ kết hoạt động 6 tháng đầu năm 2024, bàn nhiệm vụ 6 tháng cuối năm.', '2024-07-09'],
    ['Sáng 5/7, công đoàn sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023.', '2023-07-05'],
    ['Ngày 05/01, LĐLĐ huyện tổng kết hoạt động năm 2021 và triển khai nhiệm vụ năm 2022.', '2022-01-05'],
    ['Ngày 28/12, LĐLĐ huyện tổng kết hoạt động năm 2021 và triển khai nhiệm vụ năm 2022.', '2021-12-28'],
    ['Sáng 20-1, Ủy ban MTTQ huyện tổ chức hội nghị tổng kết công tác năm 2022 với 80 đại biểu.', '2023-01-20'],
    ['Sáng 12/4, công đoàn rút kinh nghiệm hoạt động quý I/2017 với các cơ sở trực thuộc.', '2017-04-12'],
    ['Sáng 25.6, nghiệp đoàn tổng kết một năm hoạt động (6.2018 - 6.2019) tại nhà văn hóa xã.', '2019-06-25'],
    ['Ngày 14.10, LĐLĐ tỉnh họp sau hơn ba tháng vận hành chính quyền hai cấp (từ 1.7.2025).', '2025-10-14'],
    ['Sáng 16/3, Đại hội Công đoàn xã lần thứ X, nhiệm kỳ 2023 - 2028 khai mạc với 90 đại biểu.', '2023-03-16'],
    ['Sáng 5/9, hơn 300 học trò xã đảo dự lễ khai giảng năm học 2023 - 2024 trong ngôi trường mới.', '2023-09-05'],
    ['Ngày 20/6, huyện mở hội thi mừng 95 năm Công đoàn Việt Nam (28/7/1929 - 28/7/2024).', '2024-06-20'],
    ['Trong hai ngày 22 và 23/10/2022, xã mở ngày hội giã bánh dày lần thứ ba với mười sáu đội.', '2022-10-23'],
    ['Sáng 9.7, công đoàn thăm hỏi đoàn viên bị tai nạn lao động ở hai phân xưởng.', undefined],
    ['Từ ngày 1/7/2024, lương tối thiểu vùng tăng bình quân 6% so với mức đang áp dụng.', undefined],
    ['Ngày 11/12/2025, huyện sẽ khánh thành cây cầu nối hai xã ven sông, theo thông báo mới.', undefined],
    ['Doanh nghiệp phải trả lương tháng mười ba trước ngày 31/12/2024, theo thỏa ước đã ký.', undefined],
    ['Ông Bảy sinh ngày 2/9/1945 ở một xã ven biển, nay vẫn khỏe và còn đi lưới mỗi ngày.', undefined],
    ['Giá lúa 9.7 triệu đồng một tấn là mức cao nhất mười năm qua, theo các hợp tác xã trong huyện.', undefined],
  ]
  for (const [sentence, date, headline = title] of events) {
    it(`${sentence.slice(0, 48)}… → ${date ?? 'none'}`, () => {
      expect(dateOf(headline, sentence)).toBe(date)
    })
  }

  it('takes the year from the headline', () => {
    expect(
      dateOf(
        'Tổng kết hoạt động Công đoàn năm 2019 và triển khai nhiệm vụ năm 2020',
        'Chiều ngày 31/12, LĐLĐ tỉnh tổ chức hội nghị ban chấp hành mở rộng.',
      ),
    ).toBe('2019-12-31')
  })
})

describe('ISO dates of structured data', () => {
  const dates: readonly (readonly [given: string, date: string | undefined])[] = [
    ['2020-12-04T17:12:00+07:00', '2020-12-04T17:12+07:00'],
    ['2020-12-04T10:12:30.123Z', '2020-12-04T17:12+07:00'],
    ['2020-12-31T20:00:00Z', '2021-01-01T03:00+07:00'],
    ['2020-12-04 17:12', '2020-12-04T17:12+07:00'],
    ['2020-12-04', '2020-12-04'],
    ['04/12/2020 17:12', '2020-12-04T17:12+07:00'],
    ['2020-13-04', undefined],
    ['2021-02-30', undefined],
    ['1970', undefined],
    ['hôm qua', undefined],
    ['', undefined],
  ]
  for (const [given, date] of dates) {
    it(`${given} → ${date ?? 'none'}`, () => {
      expect(normalizeIso(given)).toBe(date)
    })
  }
})
