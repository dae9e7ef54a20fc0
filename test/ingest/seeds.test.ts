import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import { ingestPage } from '../../src/ingest/index.js'
import { describeShared, sharedPath } from '../shared.js'

/** What the seven articles of the five seed pages must hold; `undefined`: the field is absent. */
interface Expected {
  readonly id: string
  readonly title: string | undefined
  readonly date: string | undefined
  readonly dateSource: RegExp | undefined
  readonly province: string | undefined
  readonly provinceSource: RegExp | undefined
  readonly author: string
  readonly begins: string
  readonly ends: string
}

const expected: readonly Expected[] = [
  {
    id: '000_bfcbc2bb5e13386b',
    title: 'Liên đoàn Lao động tỉnh: Tổng kết hoạt động Công đoàn năm 2019 và triển khai nhiệm vụ năm 2020',
    date: '2019-12-31',
    dateSource: /ngày 31\/12$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng|soctrang/i,
    author: 'M.Linh',
    begins: 'Chiều ngày 31/12, Liên đoàn Lao động tỉnh tổ chức',
    ends: 'nhất là tổ chức chu đáo Tết sum vầy năm 2020.',
  },
  {
    id: '001_af14a31ec39e81e8',
    title: 'Trên 12 tỉ đồng chăm lo cho đoàn viên, người lao động ở Sóc Trăng',
    date: '2024-07-09',
    dateSource: /^Chiều 9\.7$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng/,
    author: 'PHƯƠNG ANH',
    begins: 'Chiều 9.7, Công đoàn Các khu công nghiệp tỉnh Sóc Trăng',
    ends: 'nhu cầu nhà ở xã hội trong đoàn viên, NLĐ.',
  },
  {
    id: '001_af14a31ec39e81e8-2',
    title: 'Nhiều mô hình hùn vốn hiệu quả cho đoàn viên tham gia',
    date: '2024-07-16',
    dateSource: /^Ngày 16\.7$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng|Thạnh Trị/,
    author: 'PHƯƠNG ANH',
    begins: 'Ngày 16.7, LĐLĐ huyện Thạnh Trị tổ chức',
    ends: 'hoạt động công đoàn năm học 2023 - 2024.',
  },
  {
    id: '001_af14a31ec39e81e8-3',
    title: 'Sóc Trăng thực hiện tốt các hoạt động vì sự tiến bộ của phụ nữ',
    date: undefined,
    dateSource: undefined,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng/,
    author: 'Đ.H',
    begins: 'Tiếp đoàn có Phó Chủ tịch UBND tỉnh Ngô Hùng',
    ends: 'tỉnh Sóc Trăng ngày càng đạt hiệu quả tốt hơn.',
  },
  {
    id: '002_8bf1c4242f03a4fe',
    title: 'Công đoàn Viên chức tỉnh tổng kết công tác năm 2020',
    date: '2020-12-04T17:12+07:00',
    dateSource: /^17:12, 04\/12\/2020$/,
    province: 'Đắk Lắk',
    provinceSource: /Krông Ana|Buôn Ma Thuột/,
    author: 'Nguyễn Xuân',
    begins: 'Chiều 4-12, Công đoàn Viên chức tỉnh đã tổ chức',
    ends: 'thành tích xuất sắc trong hoạt động công đoàn năm 2020.',
  },
  {
    id: '003_b9618afd88b7b93a',
    title:
      'Hội nghị sơ kết giữa nhiệm kỳ 2017-2022 và tổng kết phong trào CNVCLĐ, hoạt động Công đoàn thành phố năm 2020',
    date: '2021-01-08',
    dateSource: /ngày 08\/01\/2021$/,
    province: undefined,
    provinceSource: undefined,
    author: 'Bảo Dung - LĐLĐ thành phố',
    begins: 'Được sự thống nhất của Ban Thường vụ LĐLĐ tỉnh',
    ends: 'nhất là người lao động ở các doanh nghiệp...',
  },
  {
    id: '004_1e8de783f3fa0c7b',
    title: undefined,
    date: '2023-12-29T20:21+07:00',
    dateSource: /^29\/12\/2023 20:21$/,
    province: 'Trà Vinh',
    provinceSource: /Trà Vinh/,
    author: 'KIM LOAN',
    begins: 'Lãnh đạo LĐLĐ tỉnh chủ trì hội nghị.',
    ends: 'phong trào công nhân viên chức lao động và hoạt động công đoàn năm 2023.',
  },
]

/** Words of the pages that are in no article's text. */
const clutter = [
  'Thông báo',
  'Báo cáo - thống kê',
  'Videos',
  'lượt truy cập',
  '84771406',
  'Cơ quan chủ quản',
  'Đơn vị quản lý',
  'Giấy phép số',
  '22/9/2021',
  'banbientap',
  'Lê Duẩn',
  'Ghi rõ nguồn',
  'Các tin liên quan',
  'Ngày đăng',
  '---',
  'Mô hình Tổ xe ôm',
  'Cụm thi đua số 2',
  'Infographic',
  'Tuổi cao thì năng suất',
  'Nguồn: Báo Sóc Trăng online',
  'http://',
  'Multimedia',
  'Đọc Báo in',
  '17:12',
  '4234',
  '42354',
  '4324',
  'Ý kiến bạn đọc',
  '(Video)',
  'chính quyền số',
  'Site banner',
  '20:21',
  'Tin, ảnh',
  'Chiều ngày 19/11',
  'biến đổi khí hậu',
]

/** The same page as other tools would have saved it. */
const disguises: readonly (readonly [how: string, change: (text: string) => string])[] = [
  ['without blank lines', text => text.replace(/\n\s*\n/g, '\n')],
  ['with a blank line after every line', text => text.replace(/\n/g, '\n\n')],
  ['indented', text => text.replace(/^/gm, '    ')],
  ['with CRLF line ends', text => text.replace(/\n/g, '\r\n')],
  ['in NFD', text => text.normalize('NFD')],
  ['with no-break spaces', text => text.replace(/ /g, '\u00a0')],
  [
    'as HTML paragraphs',
    text =>
      `<html><body>${text
        .split('\n')
        .map(line => `<p>${line}</p>`)
        .join('')}</body></html>`,
  ],
  ['as HTML lines', text => `<html><body><div>${text.replaceAll('\n', '<br>')}</div></body></html>`],
]

describeShared('the five seed pages', () => {
  const articles: Article[] = []
  const notes = new Map<string, readonly { reason: string; text: string }[]>()
  const folder = sharedPath('seeds/')
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue
    const page = ingestPage({ name: folder + name, text: readFileSync(folder + name, 'utf8') })
    articles.push(...page.articles)
    notes.set(name.slice(0, 3), page.notes)
  }

  it('hold exactly seven articles', () => {
    expect(articles.map(article => article.id)).toEqual(expected.map(({ id }) => id))
  })

  for (const [i, want] of expected.entries()) {
    it(`${want.id}: every field`, () => {
      const article = articles[i]
      expect({ title: article.title, date: article.date, province: article.province, author: article.author }).toEqual({
        title: want.title,
        date: want.date,
        province: want.province,
        author: want.author,
      })
      if (want.dateSource === undefined) expect(article).not.toHaveProperty('dateSource')
      else expect(article.dateSource).toMatch(want.dateSource)
      if (want.provinceSource === undefined) expect(article).not.toHaveProperty('provinceSource')
      else expect(article.provinceSource).toMatch(want.provinceSource)
      expect(article.body?.startsWith(want.begins), article.body?.slice(0, 100)).toBe(true)
      expect(article.body?.endsWith(want.ends), article.body?.slice(-100)).toBe(true)
      expect(article).not.toHaveProperty('lead')
      for (const value of Object.values(article)) expect(value).not.toBeUndefined()
    })
  }

  it('leave their clutter in no body', () => {
    for (const article of articles) {
      for (const words of clutter) expect(article.body?.includes(words), `${article.id}: ${words}`).toBe(false)
      expect(article.body?.split('\n').at(-1)).not.toContain(article.author)
    }
  })

  it('name the source that a page names', () => {
    expect(articles[3].source).toBe('Báo Sóc Trăng online')
    expect(articles[3].url).toMatch(/^http:\/\/baosoctrang\.org\.vn\/.*-31837\.html$/)
  })

  it('note what was cut, with the reason', () => {
    const foreign = notes.get('004')?.filter(({ reason }) => reason === 'foreign-article')
    expect(foreign?.map(({ text }) => text.slice(0, 16))).toEqual(['Chiều ngày 19/11'])
    expect(notes.get('001')?.filter(({ reason }) => reason === 'related').length).toBe(17)
  })

  for (const [how, change] of disguises) {
    it(`say the same ${how}`, () => {
      const disguised: Article[] = []
      for (const name of readdirSync(folder).sort()) {
        if (name.endsWith('.txt'))
          disguised.push(...ingestPage({ name, text: change(readFileSync(folder + name, 'utf8')) }).articles)
      }
      expect(disguised).toEqual(articles)
    })
  }

  it('are seven articles as one file, too', () => {
    const names = readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .sort()
    for (const order of [names, names.toReversed()]) {
      const text = order.map(name => readFileSync(folder + name, 'utf8')).join('\n\n')
      const titles = ingestPage({ name: 'all.txt', text }).articles.map(({ title, author }) => [title, author])
      expect(titles).toHaveLength(7)
      expect(titles).toEqual(
        expect.arrayContaining(
          expected.filter(({ title }) => title !== undefined).map(({ title, author }) => [title, author]),
        ),
      )
    }
  })
})
