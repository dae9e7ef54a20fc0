import { describe, expect, it } from 'vitest'
import { ingestPage } from '../../src/ingest/index.js'

/** Sentences to build pages from. */
const s = {
  one: 'Sáng 12/3/2024, LĐLĐ huyện Long Phú trao hai căn nhà mái ấm cho đoàn viên nghèo.',
  two: 'Mỗi căn nhà trị giá 60 triệu đồng, trong đó quỹ Mái ấm Công đoàn hỗ trợ 40 triệu đồng.',
  three: 'Chủ nhà bày tỏ niềm vui khi gia đình không còn cảnh dột nát mỗi mùa mưa bão.',
  four: 'Năm nay, huyện phấn đấu xây thêm mười căn nhà cho đoàn viên ở các xã ven biển.',
  five: 'Ngày 15/3/2024, xã Tân Thạnh khánh thành con đường bê tông dài hai cây số.',
  six: 'Bà con hiến hơn ba nghìn mét vuông đất và góp hàng trăm ngày công để làm đường.',
  seven: 'Học trò trong ấp từ nay đến trường không còn phải lội sình mỗi khi triều lên.',
}
const titleA = 'Hai mái ấm công đoàn về với đoàn viên nghèo'
const titleB = 'Xã Tân Thạnh có con đường bê tông mới'

/** Headline, signature and text of every article of a page. */
function read(...lines: readonly string[]) {
  const { articles } = ingestPage({ name: 'trang.txt', text: lines.join('\n') })
  return articles.map(({ title, author, body }) => ({ title, author, body: body?.split('\n') }))
}

describe('where an article begins and ends', () => {
  const articleA = { title: titleA, author: 'Thu Hà', body: [s.one, s.two, s.three] }
  const articleB = { title: titleB, author: 'Minh Trí', body: [s.five, s.six, s.seven] }

  it('two signed articles follow each other', () => {
    expect(read(titleA, s.one, s.two, s.three, 'Thu Hà', titleB, s.five, s.six, s.seven, 'Minh Trí')).toEqual([
      articleA,
      articleB,
    ])
  })

  it('two articles have their date lines under or above the headlines', () => {
    expect(
      read(titleA, '12/03/2024 08:00', s.one, s.two, s.three, titleB, '15/03/2024 09:00', s.five, s.six, s.seven),
    ).toMatchObject([
      { title: titleA, body: articleA.body },
      { title: titleB, body: articleB.body },
    ])
    const { articles } = ingestPage({
      name: 'a',
      text: [
        '12/03/2024 08:00',
        titleA,
        s.one,
        s.two,
        'Thu Hà',
        '15/03/2024 09:00',
        titleB,
        s.five,
        s.six,
        'Minh Trí',
      ].join('\n'),
    })
    expect(articles.map(({ title, date }) => [title, date])).toEqual([
      [titleA, '2024-03-12T08:00+07:00'],
      [titleB, '2024-03-15T09:00+07:00'],
    ])
  })

  it('a table of related news stands between them', () => {
    expect(
      read(
        titleA,
        s.one,
        s.two,
        s.three,
        'Thu Hà',
        'Các tin liên quan | Ngày đăng |',
        '---|---|',
        'Hội thi nấu ăn của nữ công | 10/03/2024 |',
        'Tập huấn an toàn | 09/03/2024 |',
        '',
        titleB,
        s.five,
        s.six,
        s.seven,
        'Minh Trí',
      ),
    ).toEqual([articleA, articleB])
  })

  it('a list of related news inside a text is cut and the text goes on', () => {
    expect(
      read(
        titleA,
        s.one,
        'Tin liên quan',
        '• Hội thi nấu ăn của nữ công',
        '• Tập huấn an toàn lao động',
        s.two,
        s.three,
        'Thu Hà',
      ),
    ).toEqual([articleA])
    expect(read(titleA, s.one, s.two, '>> Xem thêm: Hội thi nấu ăn của nữ công', s.three, 'Thu Hà')).toEqual([articleA])
  })

  it('the beginning of a foreign article at the end is cut, with and without its headline', () => {
    expect(read(titleA, s.one, s.two, s.three, 'Tin, ảnh: THU HÀ', s.five)).toEqual([{ ...articleA, author: 'THU HÀ' }])
    expect(read(titleA, s.one, s.two, s.three, 'Thu Hà', s.five)).toEqual([articleA])
    expect(read(titleA, s.one, s.two, s.three, 'Thu Hà', titleB, s.five)).toEqual([articleA])
    expect(read(titleA, s.one, s.two, s.three, 'Thu Hà', s.six)).toEqual([articleA])
  })

  it('the end of a foreign article at the beginning is cut', () => {
    expect(read(s.seven, 'Minh Trí', titleA, s.one, s.two, s.three, 'Thu Hà')).toEqual([articleA])
  })

  it('readers’ comments and teasers are cut', () => {
    expect(
      read(
        titleA,
        s.one,
        s.two,
        s.three,
        'Thu Hà',
        'Ý kiến bạn đọc',
        'Tư Sóc - 13/03/2024 09:10',
        'Mong huyện làm thêm nhiều nhà như vậy cho bà con.',
        '(Video) Mùa nước nổi ở đầu nguồn',
        'Theo chân những ghe lưới đi dọc biên giới để thấy mùa nước nổi năm nay.',
      ),
    ).toEqual([articleA])
    expect(
      read(
        titleA,
        s.one,
        s.two,
        s.three,
        'Thu Hà',
        'Hội thi nấu ăn của nữ công',
        'Tập huấn an toàn lao động cho công nhân',
      ),
    ).toEqual([articleA])
  })

  it('a signature under the standfirst ends nothing', () => {
    expect(read(titleA, s.two, 'Bài và ảnh: Thu Hà', s.one, s.three, s.four)).toEqual([
      { title: titleA, author: 'Thu Hà', body: [s.two, s.one, s.three, s.four] },
    ])
  })

  it('names and short lines in capitals amid the text are headings', () => {
    expect(read(titleA, s.one, 'Lê Văn Tám', s.two, 'Trần Thị Sáu', s.three, s.four, 'Thu Hà')).toEqual([
      { title: titleA, author: 'Thu Hà', body: [s.one, 'Lê Văn Tám', s.two, 'Trần Thị Sáu', s.three, s.four] },
    ])
    expect(read(titleA, s.one, 'KHÓ KHĂN', s.two, 'NIỀM VUI', s.three, s.four, 'Thu Hà')).toEqual([
      { title: titleA, author: 'Thu Hà', body: [s.one, 'KHÓ KHĂN', s.two, 'NIỀM VUI', s.three, s.four] },
    ])
  })

  it('an unsigned article ends before menus, counters and imprint', () => {
    expect(
      read(
        titleA,
        s.one,
        s.two,
        s.three,
        'Thông báo',
        'Videos',
        'lượt truy cập',
        '• Tất cả: 84771406',
        'Cơ quan chủ quản: UBND huyện - Điện thoại: 0299.300.000',
      ),
    ).toEqual([{ title: titleA, author: undefined, body: [s.one, s.two, s.three] }])
  })

  it('subheadings, captions and list items stay', () => {
    const lines = [
      s.one,
      'Những căn nhà đầu tiên',
      s.two,
      'Lãnh đạo huyện trao bảng tượng trưng. Ảnh: Thu Hà',
      s.three,
      'Danh sách được hỗ trợ gồm:',
      '- Bà Lê Thị Mười, xã Long Đức',
      '- Ông Trần Văn Út, xã Tân Hưng',
    ]
    expect(read(titleA, ...lines, 'Thu Hà')).toEqual([{ title: titleA, author: 'Thu Hà', body: lines }])
  })
})

describe('headlines', () => {
  const titles: readonly (readonly [what: string, lines: readonly string[], title: string | undefined])[] = [
    [
      'after menus and a masthead',
      ['Trang tin Công đoàn Long Phú', 'Trang chủ | Tin tức | Liên hệ', '', titleA, '08:00, 12/03/2024'],
      titleA,
    ],
    ['after a breadcrumb', ['Trang chủ » Tin tức » Công đoàn', '12/03/2024 08:00', titleA], titleA],
    [
      'with a question mark',
      ['Vì sao đoàn viên nghèo vẫn chờ mái ấm công đoàn?'],
      'Vì sao đoàn viên nghèo vẫn chờ mái ấm công đoàn?',
    ],
    ['with a quotation', ['“Có nhà mới, tôi yên tâm làm việc ở xưởng”'], '“Có nhà mới, tôi yên tâm làm việc ở xưởng”'],
    [
      'in capitals',
      ['TRAO HAI MÁI ẤM CHO ĐOÀN VIÊN NGHÈO HUYỆN LONG PHÚ'],
      'TRAO HAI MÁI ẤM CHO ĐOÀN VIÊN NGHÈO HUYỆN LONG PHÚ',
    ],
    [
      'broken over two lines',
      ['Hai mái ấm công đoàn về với đoàn viên nghèo', 'ở các xã ven biển Long Phú'],
      'Hai mái ấm công đoàn về với đoàn viên nghèo ở các xã ven biển Long Phú',
    ],
    ['that a caption is not', ['12/03/2024 08:00', 'Quang cảnh buổi trao nhà'], undefined],
    [
      'that a caption with a person is not',
      ['12/03/2024 08:00', 'Đồng chí Lê Văn Tám trao bảng tượng trưng tại hội nghị'],
      undefined,
    ],
    ['that no line is', ['12/03/2024 08:00', 'Lãnh đạo LĐLĐ huyện chủ trì buổi trao nhà.'], undefined],
    ['that a counter is not', ['4234', 'Hôm nay: 12'], undefined],
  ]
  for (const [what, above, title] of titles) {
    it(what, () => {
      expect(read(...above, s.one, s.two, s.three, 'Thu Hà').map(article => article.title)).toEqual([title])
    })
  }
})

describe('forms of plain pages', () => {
  it('paragraphs broken at a fixed width are made whole', () => {
    const wrap = (text: string) => text.replace(/(.{30,44}) /g, '$1\n')
    const long = `${s.one} ${s.two} ${s.three}`
    const more = `${s.four} ${s.six} ${s.seven}`
    expect(read(titleA, '', wrap(long), '', wrap(more), '', 'Thu Hà')).toEqual([
      { title: titleA, author: 'Thu Hà', body: [long, more] },
    ])
  })

  it('odd spaces, invisible characters and NFD are cleaned', () => {
    const odd = `\ufeff${titleA}\n\u00a0\u00a0${s.one.replaceAll(' ', '\u00a0')}\n${s.two.replace('nhà', 'nh\u200bà')}\r\n${s.three.normalize('NFD')}\nThu Hà`
    expect(read(odd)).toEqual([{ title: titleA, author: 'Thu Hà', body: [s.one, s.two, s.three] }])
  })

  it('an article of one sentence is an article, a page of menus is none', () => {
    expect(read(titleA, s.one)).toEqual([{ title: titleA, author: undefined, body: [s.one] }])
    expect(read('Trang chủ', 'Liên hệ', 'Tất cả: 12')).toEqual([])
    expect(read('')).toEqual([])
  })

  it('ids come from the name', () => {
    const id = (name: string) => ingestPage({ name, text: `${titleA}\n${s.one}` }).articles[0].id
    expect(
      [
        'a/b/001_x.txt',
        'C:\\tin\\bai.html',
        'https://bao.example.vn/tin/mai-am-31.html?x=1#y',
        'ten.v2.txt',
        '.txt',
        '',
      ].map(id),
    ).toEqual(['001_x', 'bai', 'mai-am-31', 'ten.v2', '.txt', 'page'])
  })
})
