import { describe, expect, it } from 'vitest'
import { deriveDocument, ingestPage } from '../../src/ingest/index.js'

describe('a record', () => {
  const record = {
    id: '1',
    title: 'Long Phú khen thưởng đoàn viên giỏi',
    body: 'Chiều 9/7, LĐLĐ huyện Long Phú, tỉnh Sóc Trăng sơ kết hoạt động công đoàn 6 tháng đầu năm 2024.',
  }

  it('is dated and placed by its own words, with how sure that is', () => {
    expect(deriveDocument(record)).toMatchObject({
      date: '2024-07-09',
      dateFrom: 'event',
      datePrecision: 'day',
      dateSource: 'Chiều 9/7',
      province: 'Sóc Trăng',
      province63: 'Sóc Trăng',
      province2025: 'Cần Thơ',
      provinceFrom: 'explicit',
      district: 'Long Phú',
    })
  })

  it('keeps what it states', () => {
    const stated = deriveDocument({ ...record, date: '2024-07-10', province: 'Bạc Liêu' })
    expect(stated.date).toBe('2024-07-10')
    expect(stated.province).toBe('Bạc Liêu')
    expect(stated).not.toHaveProperty('dateConfidence')
    expect(stated).not.toHaveProperty('provinceConfidence')
  })

  it('has the day that its address has', () => {
    const body = 'Bà con trong ấp góp công làm cầu, sau hai tháng thì xong.'
    const dateOf = (url: string) => deriveDocument({ id: '1', title: 'Cầu mới', body, url }).date
    expect(dateOf('https://bao.example.vn/2020/12/04/cau-moi.html')).toBe('2020-12-04')
    expect(dateOf('https://bao.example.vn/cau-moi-20250903104904906.htm')).toBe('2025-09-03')
    expect(dateOf('https://bao.example.vn/cau-moi-185250903104904906.htm')).toBeUndefined()
    expect(dateOf('https://bao.example.vn/2020/13/04/cau-moi.html')).toBeUndefined()
  })

  it('counts from the time of the crawl, and is never later', () => {
    const body = 'Hôm qua, xã tổ chức lễ ra quân làm thủy lợi.'
    expect(deriveDocument({ id: '1', title: 'Ra quân', body }).date).toBeUndefined()
    expect(deriveDocument({ id: '1', title: 'Ra quân', body }, { crawled: '2024-03-02T08:00:00+07:00' }).date).toBe(
      '2024-03-01',
    )
    expect(deriveDocument(record, { crawled: '2024-07-01' }).date).toBeUndefined()
  })

  it('tells the days of the lunar calendar as days of events', () => {
    const feast = deriveDocument({
      id: '1',
      title: 'Lễ hội',
      body: 'Rằm tháng Giêng, làng mở hội vật.',
      date: '2024-02-20',
    })
    expect(feast.eventDates).toEqual(['2024-02-24'])
  })
})

describe('both readings of provinces', () => {
  const at = (date: string, words: string) => deriveDocument({ id: '1', title: 'Tin', body: words, date })

  it('tell Đắk Lắk before July 2025 from the one after', () => {
    const words = 'UBND tỉnh Đắk Lắk họp bàn việc trồng rừng.'
    expect(at('2024-05-01', words)).toMatchObject({
      province: 'Đắk Lắk',
      province63: 'Đắk Lắk',
      province2025: 'Đắk Lắk',
    })
    expect(at('2026-05-01', words)).toMatchObject({ province: 'Đắk Lắk', province2025: 'Đắk Lắk' })
    expect(at('2026-05-01', words)).not.toHaveProperty('province63')
  })

  it('put old Sóc Trăng and Hậu Giang under Cần Thơ', () => {
    for (const name of ['Sóc Trăng', 'Hậu Giang', 'Cần Thơ'])
      expect(at('2020-05-01', `UBND tỉnh ${name} họp.`).province2025).toBe('Cần Thơ')
    expect(at('2026-05-01', 'UBND TP Cần Thơ họp.').province2025).toBe('Cần Thơ')
  })

  it('name several where the news concerns several', () => {
    const both = at('2024-05-01', 'Tỉnh Bến Tre và tỉnh Trà Vinh ký kết phối hợp phòng chống hạn mặn.')
    expect(both.provinces).toEqual(['Bến Tre', 'Trà Vinh'])
    const listed = at('2024-05-01', 'Khách du lịch dịp lễ dồn về Quy Nhơn, Vũng Tàu, Đà Lạt.')
    expect(listed.provinces).toEqual(['Bình Định', 'Bà Rịa - Vũng Tàu', 'Lâm Đồng'])
  })

  const where: readonly (readonly [words: string, province: string])[] = [
    // Near to is not in.
    ['Khu nghỉ dưỡng Vũng Tàu chỉ cách sân bay Quốc tế Long Thành 45 phút đi xe.', 'Bà Rịa - Vũng Tàu'],
    ['Thị xã Sa Pa là điểm đến gần Hà Nội được nhiều gia đình chọn.', 'Lào Cai'],
    // Where people live and come from weighs less than where it happened.
    ['Nhóm người (quê ở làng Hạ, huyện Nghi Xuân, tỉnh Hà Tĩnh) bị bắt tại tỉnh Bình Dương.', 'Bình Dương'],
    ['Xe khách chở đoàn người gặp nạn trên cung đường Hà Giang Loop.', 'Hà Giang'],
    ['Vòng 3 V-League: chủ nhà Ninh Bình tiếp CLB Hải Phòng, HLV hai đội cùng tự tin.', 'Ninh Bình'],
  ]
  for (const [words, province] of where)
    it(`find the place: ${words}`, () => expect(at('2024-05-01', words).province).toBe(province))

  const none: readonly string[] = [
    'Hai bên mong muốn hòa bình và hợp tác.',
    'CLB Hà Nội thắng Hải Phòng 2-0 ở vòng 12 V-League, HLV đội khách tiếc nuối.',
    'Lúc 7 giờ, tâm bão cách Nghệ An khoảng 410 km, cách bắc Quảng Trị khoảng 340 km về phía đông.',
    'Trận derby TP.HCM ở V-League hứa hẹn nảy lửa, HLV hai đội giấu bài.',
    'Vườn quốc gia Cát Tiên nằm trên đất của ba tỉnh.',
    'Bão Ba Vì hướng ra khơi, không ảnh hưởng đất liền.',
    'Bài báo đăng trên tạp chí Q1 của tác giả trẻ.',
    'Ông Trần Hữu Đông Triều nhận quyết định nghỉ hưu. Đông Triều cảm ơn đồng nghiệp.',
  ]
  for (const words of none) it(`say nothing: ${words}`, () => expect(at('2024-05-01', words).province).toBeUndefined())
})

describe('days of running text', () => {
  const day = (title: string, body: string) => {
    const { date, dateSource } = deriveDocument({ id: '1', title, body })
    return [date, dateSource]
  }
  const cases: readonly (readonly [what: string, title: string, body: string, date: string | undefined])[] = [
    [
      'take their year from a day in full within a fortnight',
      'Trao vé xe cho công nhân về quê',
      'Chiều 19/1, công đoàn khu công nghiệp trao 300 vé xe cho công nhân. Xe chạy từ ngày 23/1/2022.',
      '2022-01-19',
    ],
    [
      'take it from the address of a picture',
      'Cháy kho phế liệu',
      'Sáng nay (29/11), một kho phế liệu bốc cháy. https://anh.bao.example/2016/11/29/kho-phe-lieu.jpg',
      '2016-11-29',
    ],
    [
      'stand in headlines',
      'Giá cà phê hôm nay 29.8.2025: Nhích nhẹ',
      'Giá thu mua tăng 200 đồng một ký.',
      '2025-08-29',
    ],
    [
      'may be typed without marks',
      'Hoi thao',
      'Ngay 10/2/2012, Lien doan Lao dong tinh to chuc hoi thao.',
      '2012-02-10',
    ],
    [
      'have no year from the number of a house',
      'Khai trương cửa hàng',
      'Tối 27/11, cửa hàng khai trương. Địa chỉ: hẻm 9/12/21 đường Trần Phú.',
      undefined,
    ],
    [
      'have no year from a name in a headline that is to come',
      'Vé dự giải năm 2030',
      'Ngày 12/7, ban tổ chức họp báo.',
      undefined,
    ],
  ]
  for (const [what, title, body, date] of cases) it(what, () => expect(day(title, body)[0]).toBe(date))

  it('have the year of the other articles on their page', () => {
    const { articles } = ingestPage({
      name: 'a',
      text: [
        'Trang tin Gom Tin',
        '',
        'Thủ đô có thêm bốn mươi điểm uống nước miễn phí',
        'Từ ngày 12/6/2019, công nhân quét rác có thể ghé các quán nước vỉa hè uống nước mát miễn phí.',
        'Mỗi điểm dán một tấm biển xanh. Chủ quán không lấy tiền, bù lại được quét trước cửa sạch hơn mỗi sáng.',
        'Hạnh Chi',
        '',
        'Ngày hội hiến máu ở cảng cá đông hơn mọi năm',
        'Sáng 16/6, hơn 400 người xếp hàng hiến máu dưới mái kho lạnh của cảng, nhóm máu O đông nhất.',
        'Ban tổ chức thu được 362 đơn vị. Mỗi người được tặng một chiếc áo mưa dày mang về.',
        'Minh Thi',
      ].join('\n'),
    })
    expect(articles.map(({ date }) => date)).toEqual([undefined, '2019-06-16'])
  })

  it('are a month where the head of an issue names no day', () => {
    const page = (opening: string) =>
      ingestPage({
        name: 'a',
        text: `BẢN TIN CÔNG ĐOÀN\nSố 3 - tháng 2 năm 2012\n\nHội thảo tuyển dụng lao động sau Tết\n${opening}\nCác doanh nghiệp thống nhất không tranh lao động của nhau bằng mọi giá.`,
      }).articles[0]
    expect(page('Bốn mươi doanh nghiệp dự hội thảo kinh nghiệm tuyển dụng sau Tết.')).toMatchObject({
      title: 'Hội thảo tuyển dụng lao động sau Tết',
      date: '2012-02',
      datePrecision: 'month',
      dateFrom: 'stamp',
    })
    expect(page('Sáng 10/2, bốn mươi doanh nghiệp dự hội thảo kinh nghiệm tuyển dụng.')).toMatchObject({
      date: '2012-02-10',
      datePrecision: 'day',
    })
  })
})

describe('pages', () => {
  const page = (stamp: string) =>
    ingestPage({
      name: 'a',
      text: `Công đoàn xã thăm hỏi ngư dân sau bão\n${stamp}\n\nĐoàn đến từng nhà, trao quà và hỏi thăm bà con.\nBà con phấn khởi, hẹn ra khơi khi biển lặng.`,
    }).articles[0]

  const stamps: readonly (readonly [line: string, date: string, author?: string])[] = [
    ["08:35' 16/11/2011", '2011-11-16T08:35+07:00'],
    ['Bài: Đỗ Phan Anh · Ảnh: Trung Kiên · 16 tháng 5, 2017 · 6 phút đọc', '2017-05-16', 'Đỗ Phan Anh'],
    ['Hoạt động công đoàn | Thứ ba, 23/3/2010, 08:15', '2010-03-23T08:15+07:00'],
    ['Đăng ngày 26 Tháng Mười, 2010 bởi Hải Yến', '2010-10-26', 'Hải Yến'],
  ]
  for (const [line, date, author] of stamps)
    it(`are dated by ${line}`, () => {
      const article = page(line)
      expect(article.date).toBe(date)
      expect(article.author).toBe(author)
    })
})
