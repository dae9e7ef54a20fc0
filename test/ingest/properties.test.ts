import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestPage } from '../../src/ingest/index.js'

/** Lines that the rules know, to be thrown together in any order. */
const lines = [
  'Trang chủ | Giới thiệu | Liên hệ',
  'Công đoàn huyện Mỹ Tú chăm lo Tết cho đoàn viên',
  'Chiều 9.7, LĐLĐ huyện Mỹ Tú tổ chức hội nghị sơ kết 6 tháng đầu năm 2024 với 120 đại biểu.',
  'Đoàn viên phấn khởi nhận quà và mong năm sau lại được về dự ngày hội của công nhân.',
  '17:12, 04/12/2020',
  'Thứ sáu, ngày 26 tháng 04 năm 2024',
  'PHƯƠNG ANH',
  'Nguyễn Xuân',
  'Tin, ảnh: KIM LOAN',
  'Nguồn: Báo Sóc Trăng online',
  'Các tin liên quan | Ngày đăng |',
  'Mô hình Tổ xe ôm phòng chống tội phạm | 15/07/2024 |',
  '---|---|',
  'Ý kiến bạn đọc',
  'Tất cả: 84771406',
  '4234',
  'Cơ quan chủ quản: UBND tỉnh Sóc Trăng - Điện thoại: 0299.3822339',
  '• Hôm nay: 12',
  'Ảnh: Thu Hà',
  '',
  ' ',
]
const tags = [
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<h1>',
  '</h1>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<a href="#">',
  '</a>',
  '<br>',
  '<li>',
  '<nav>',
  '</nav>',
  '<article>',
  '</article>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '&nbsp;',
  '&lt;',
  '&#0;',
  '&#xd800;',
  '<',
  '>',
  '"',
]

const plainSoup = fc
  .array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 40 })
  .map(parts => parts.join('\n'))
const htmlSoup = fc
  .array(fc.oneof(fc.constantFrom(...tags), fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 60,
  })
  .map(parts => `<html>${parts.join('')}`)

describe('any page', () => {
  for (const [what, soup] of [
    ['plain', plainSoup],
    ['HTML', htmlSoup],
  ] as const) {
    it(`${what}: gives well-formed articles and never throws`, () => {
      fc.assert(
        fc.property(soup, text => {
          const { articles, notes } = ingestPage({ name: 'soup.txt', text })
          articles.forEach((article, i) => {
            expect(article.id).toBe(i === 0 ? 'soup' : `soup-${i + 1}`)
            expect(`${article.title ?? ''}${article.lead ?? ''}${article.body ?? ''}`).not.toBe('')
            for (const [key, value] of Object.entries(article)) {
              expect(Array.isArray(value) ? 'list' : typeof value).toBe(
                key.endsWith('Confidence') ? 'number' : key === 'provinces' || key === 'eventDates' ? 'list' : 'string',
              )
              expect(value).not.toBe('')
            }
            if (article.date !== undefined) expect(article.date).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?$/)
            if (article.date === undefined) expect(article.dateSource).toBeUndefined()
            if (article.province === undefined) expect(article.provinceSource).toBeUndefined()
          })
          for (const { text: words } of notes) expect(words.length).toBeLessThanOrEqual(200)
        }),
        { numRuns: 500 },
      )
    })
  }

  it('reads the same from NFD and with CRLF line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 25 }), parts => {
        const text = parts.join('\n')
        const { articles } = ingestPage({ name: 'a', text })
        expect(ingestPage({ name: 'a', text: text.normalize('NFD') }).articles).toEqual(articles)
        expect(ingestPage({ name: 'a', text: text.replaceAll('\n', '\r\n') }).articles).toEqual(articles)
      }),
    )
  })

  /** Work grows with the text: counted in steps of the engine's own clock it would be flaky, so only that it ends at all. */
  const long = 30_000
  const endless: readonly (readonly [what: string, text: string])[] = [
    ['one line of a megabyte', 'ngày 9.7 năm 2024 '.repeat(60_000)],
    ['one word of a megabyte', 'a'.repeat(1_000_000)],
    ['names', 'Nguyễn Xuân\n'.repeat(long)],
    ['headlines', 'Công đoàn huyện Mỹ Tú chăm lo Tết cho đoàn viên\n'.repeat(long)],
    ['paragraphs', 'Đoàn viên phấn khởi nhận quà và mong năm sau lại được về dự ngày hội.\n'.repeat(long)],
    ['signed paragraphs', 'Đoàn viên phấn khởi nhận quà và mong năm sau lại được về.\nPHƯƠNG ANH\n'.repeat(long)],
    ['stamps', '17:12, 04/12/2020\n'.repeat(long)],
    ['headings of lists', 'Các tin liên quan\n'.repeat(long)],
    ['table rows', 'Mô hình Tổ xe ôm | 15/07/2024 |\n'.repeat(long)],
    ['imprint', 'Cơ quan chủ quản: UBND tỉnh Sóc Trăng\n'.repeat(long)],
    ['torn lines', 'hội nghị bàn về nhiều việc,\n'.repeat(long)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['rules', '-'.repeat(200_000)],
    ['menus', 'Trang chủThời sựKinh tế'.repeat(20_000)],
    ['years', 'năm 2019 '.repeat(60_000)],
    ['digits', '1'.repeat(500_000)],
  ]
  for (const [what, text] of endless) {
    it(`ends on ${what}`, () => {
      expect(ingestPage({ name: 'a', text: `${text}\n` }).notes.length).toBeGreaterThanOrEqual(0)
    })
  }
})
