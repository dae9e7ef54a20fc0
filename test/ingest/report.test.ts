import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestPage, Report } from '../../src/ingest/index.js'

/** The tags of a report, in lower case. */
const tags = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name.toLowerCase())

const plain = new Report()
const usual = new Set(
  tags(
    plain.head() +
      plain.page({
        name: 'a.txt',
        articles: [
          { id: 'a', title: 'Tiêu đề', lead: 'Sapo', body: 'Chiều 9.7, ở Sóc Trăng', date: '2024-07-09', author: 'An' },
        ],
        notes: [{ reason: 'menu', line: 1, text: 'Trang chủ' }],
        errors: ['lỗi'],
      }) +
      plain.page({ name: 'b', articles: [{ id: 'b', body: '9.7 Đ.H', dateSource: '9.7', author: 'Đ.H' }], notes: [] }) +
      plain.foot(),
  ),
)
for (const name of ['i', 'mark', 'span']) usual.add(name)

describe('a report', () => {
  it('marks the evidence where it stands', () => {
    const page =
      'Công đoàn huyện Thạnh Trị tuyên dương 40 đoàn viên\n\nSáng 10/10/2023, LĐLĐ tỉnh Sóc Trăng tổ chức tuyên dương 40 đoàn viên giỏi việc nước.\nThu Hà'
    const html = new Report().page({ name: 'a.txt', ...ingestPage({ name: 'a.txt', text: page }) })
    expect(html).toContain('<mark class="date">Sáng 10/10/2023</mark>')
    expect(html).toContain('<mark class="place">LĐLĐ tỉnh Sóc Trăng</mark>')
  })

  it('says where the evidence does not stand in the article, and names its pictures', () => {
    const html = new Report().page({
      name: 'a',
      articles: [
        {
          id: 'a',
          body: 'Bà con góp công làm đường.',
          province: 'Sóc Trăng',
          provinceSource: '0299.3822339',
          provinceFrom: 'area-code',
          provinceConfidence: 0.8,
          images: [{ url: 'https://anh.example/1.jpg', caption: 'Làm đường' }],
        },
      ],
      notes: [{ reason: 'related', line: 3, text: 'Tin khác' }],
    })
    expect(html).toContain('area-code · “0299.3822339”, beside the text · 0.80')
    expect(html).toContain('https://anh.example/1.jpg — Làm đường')
    expect(html).toContain('<tr><td>3<td>other news<td>Tin khác')
  })

  it('counts at its end', () => {
    const report = new Report()
    report.page({ name: 'a', articles: [{ id: 'a', title: 'T', date: '2024', dateConfidence: 0.5 }], notes: [] })
    report.page({ name: 'b', articles: [], notes: [{ reason: 'no-text', line: 0, text: 'b' }], errors: ['e'] })
    const foot = report.foot()
    expect(foot).toContain('1 articles from 2 inputs, 1 errors.')
    expect(foot).toContain('<tr><td>date<td>1<td>100 %<td>1')
    expect(foot).toContain('<tr><td>no running text<td>1')
  })

  it('forbids scripts and loading', () => {
    expect(new Report().head()).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`)
  })

  it('is made of its own tags only, whatever the inputs hold', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '</style><svg onload=alert(1)>',
        "' onmouseover='x",
        '&lt;b&gt;',
        '\u202egnort',
        '<!--',
        ']]>',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const report = new Report()
        const html =
          report.head() +
          report.page({
            name: one,
            articles: [
              {
                id: two,
                title: three,
                lead: one,
                body: `${two}${three}`,
                author: one,
                dateSource: two,
                provinceSource: three,
                url: one,
                category: two,
              },
            ],
            notes: [{ reason: 'menu', line: 1, text: three }],
            errors: [one],
          }) +
          report.foot()
        for (const name of tags(html)) expect(usual.has(name), name).toBe(true)
        expect(html.match(/<mark class="(?!date"|place"|author")/)).toBeNull()
      }),
    )
  })
})
