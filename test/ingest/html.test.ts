import { describe, expect, it } from 'vitest'
import { articlesFromHtml } from '../../src/ingest/index.js'

const first = 'Sáng 12/3, LĐLĐ huyện Long Phú khánh thành hai căn nhà mái ấm cho đoàn viên nghèo.'
const second = 'Mỗi căn nhà trị giá 60 triệu đồng, trong đó quỹ Mái ấm Công đoàn hỗ trợ 40 triệu đồng.'
const third = 'Chủ nhà bày tỏ niềm vui khi gia đình không còn cảnh dột nát mỗi mùa mưa bão.'
const title = 'Hai mái ấm công đoàn về với đoàn viên nghèo Long Phú'
const body = `<p>${first}</p><p>${second}</p><p>${third}</p>`
const page = (inner: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${inner}</body></html>`

/** The one article of a page. */
function only(html: string) {
  const { articles } = articlesFromHtml('long-phu.html', html)
  expect(articles).toHaveLength(1)
  return articles[0]
}

describe('the text of an HTML page', () => {
  const clutter: readonly (readonly [what: string, html: string])[] = [
    ['script and style', '<script>var a = "Trang lạ <p>không phải chữ</p>"</script><style>.p{color:red}</style>'],
    ['comments of the source', '<!-- <p>Trang lạ trong chú thích.</p> -->'],
    ['nav', '<nav><ul><li><a href="/">Trang lạ</a></li></ul></nav>'],
    ['aside', '<aside><p>Trang lạ: giá vàng hôm nay tăng mạnh ở nhiều nơi.</p></aside>'],
    ['footer', '<footer><p>Trang lạ. Địa chỉ ở đâu đó trong tỉnh nhà.</p></footer>'],
    ['roles', '<div role="navigation">Trang lạ</div><div role="contentinfo">Trang lạ</div>'],
    [
      'class names',
      '<div class="box-related"><p>Trang lạ đưa tin về mùa lúa.</p></div><div id="fb-comments">Trang lạ</div>',
    ],
    ['hidden elements', '<div style="display: none">Trang lạ</div><div hidden>Trang lạ</div>'],
    [
      'forms and buttons',
      '<button>Trang lạ</button><select><option>Trang lạ</option></select><textarea>Trang lạ</textarea>',
    ],
    [
      'lists of links',
      '<ul><li><a href="/1">Trang lạ có tin mùa gặt</a></li><li><a href="/2">Trang lạ có tin bão</a></li></ul>',
    ],
    [
      'embedded frames',
      '<iframe src="x">Trang lạ</iframe><noscript>Trang lạ</noscript><svg><text>Trang lạ</text></svg>',
    ],
  ]
  for (const [what, html] of clutter) {
    it(`leaves out ${what}`, () => {
      for (const inner of [`${html}<h1>${title}</h1>${body}`, `<h1>${title}</h1>${body}${html}`]) {
        const article = only(page(inner))
        expect(article.title).toBe(title)
        expect(article.body).toBe([first, second, third].join('\n'))
      }
    })
  }

  it('decodes entities, joins inline elements, takes source line ends for spaces', () => {
    const article = only(
      page(
        `<h1>Nh&agrave; m&#7899;i&nbsp;ở <em>Long</em>\n Phú</h1><p>Ng&agrave;y <b>kh&aacute;nh</b>\nth&agrave;nh, c&oacute; <a href="#">LĐLĐ</a> huyện đến dự.</p>${body}`,
      ),
    )
    expect(article.title).toBe('Nhà mới ở Long Phú')
    expect(article.body?.split('\n')[0]).toBe('Ngày khánh thành, có LĐLĐ huyện đến dự.')
  })

  it('takes line breaks for paragraphs, but not inside a sentence', () => {
    const article = only(
      page(
        `<h1>${title}</h1><div>${first}<br><br>${second}<br>${third.slice(0, 20)}<br>${third.slice(20).trim()}</div>`,
      ),
    )
    expect(article.body).toBe([first, second, third].join('\n'))
  })

  it('keeps captions and subheadings, sets the standfirst apart', () => {
    const article = only(
      page(
        `<article><h1>${title}</h1><p class="sapo">${third}</p><p>${first}</p><figure><img src="a.jpg"><figcaption>Lễ trao nhà. Ảnh: Thu Hà</figcaption></figure><h2>Tiếng cười trong căn nhà mới</h2><p>${second}</p><p class="author">Thu Hà</p></article>`,
      ),
    )
    expect(article.lead).toBe(third)
    expect(article.body).toBe([first, 'Lễ trao nhà. Ảnh: Thu Hà', 'Tiếng cười trong căn nhà mới', second].join('\n'))
    expect(article.author).toBe('Thu Hà')
  })

  it('finds several articles on one page', () => {
    const { articles } = articlesFromHtml(
      'hai-tin.html',
      page(
        `<article><h1>${title}</h1><p>${first}</p><p>${second}</p></article><article><h1>Xã Tân Thạnh có đường bê tông mới</h1><p>${third}</p><p>${second}</p></article>`,
      ),
    )
    expect(articles.map(({ id, title: name }) => [id, name])).toEqual([
      ['hai-tin', title],
      ['hai-tin-2', 'Xã Tân Thạnh có đường bê tông mới'],
    ])
  })
})

describe('structured data', () => {
  const ld = (fields: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...fields })}</script>`

  it('reads JSON-LD, also inside a graph', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: title,
      datePublished: '2024-03-12T01:30:00Z',
      author: [{ '@type': 'Person', name: 'Thu Hà' }],
      publisher: { name: 'Báo Ven Sông' },
      articleSection: 'Công đoàn',
    }
    for (const head of [
      ld(data),
      ld({ '@graph': [{ '@type': 'WebPage' }, data] }),
      `<script type="application/ld+json">{ hỏng</script>${ld(data)}`,
    ]) {
      expect(only(page(`<h1>${title}</h1>${body}`, head))).toMatchObject({
        title,
        date: '2024-03-12T08:30+07:00',
        author: 'Thu Hà',
        source: 'Báo Ven Sông',
        category: 'Công đoàn',
      })
    }
  })

  it('reads Open Graph, meta and canonical', () => {
    const head = `<title>${title} | Báo Ven Sông</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="Báo Ven Sông"><meta property="article:published_time" content="2024-03-12 08:30"><meta name="author" content="Thu Hà"><link rel="canonical" href="https://bao.example.vn/hai-mai-am.html">`
    expect(only(page(`<h1>${title}</h1>${body}`, head))).toMatchObject({
      title,
      date: '2024-03-12T08:30+07:00',
      author: 'Thu Hà',
      url: 'https://bao.example.vn/hai-mai-am.html',
    })
  })

  it('takes the headline from the data where the page shows none, without the name of the site', () => {
    const article = only(
      page(
        body,
        `<meta property="og:title" content="${title} - Báo Ven Sông"><meta property="og:site_name" content="Báo Ven Sông">`,
      ),
    )
    expect(article.title).toBe(title)
  })

  it('reads the date of a time element', () => {
    expect(only(page(`<h1>${title}</h1><time datetime="2024-03-13T06:00:00+07:00">hôm qua</time>${body}`)).date).toBe(
      '2024-03-13T06:00+07:00',
    )
  })

  it('believes the page where it contradicts the data, and notes it', () => {
    const { articles, notes } = articlesFromHtml(
      'a.html',
      page(
        `<h1>${title}</h1><div>Đăng lúc: 12/03/2024 14:05</div>${body}`,
        ld({
          '@type': 'NewsArticle',
          headline: 'Trang chủ báo điện tử Ven Sông',
          datePublished: '2026-01-01T00:00:00+07:00',
        }),
      ),
    )
    expect(articles[0]).toMatchObject({ title, date: '2024-03-12T14:05+07:00' })
    expect(notes.filter(({ reason }) => reason === 'contradiction')).toHaveLength(2)
  })

  it('ignores authors that are the site, software or an address', () => {
    for (const name of ['Báo Ven Sông', 'admin', 'https://facebook.com/bao', 'toasoan@example.vn']) {
      const head = `<meta property="og:site_name" content="Báo Ven Sông"><meta name="author" content="${name}">`
      expect(only(page(`<h1>${title}</h1>${body}<p>Nguyễn Xuân</p>`, head)).author).toBe('Nguyễn Xuân')
    }
  })

  it('reads no key that an object inherits', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"Tin giả"},"constructor":{"name":"x"}}</script>'
    expect(only(page(`<h1>${title}</h1>${body}`, head)).title).toBe(title)
  })
})

describe('HTML that is no HTML', () => {
  const broken: readonly (readonly [what: string, html: string])[] = [
    ['nothing closed', `<html><body><div><h1>${title}<p>${first}<p>${second}<p>${third}`],
    [
      'all closed twice',
      `</div></p><h1>${title}</h1></h1></div><p>${first}</p></p><p>${second}</p></b></i><p>${third}</p></body></body>`,
    ],
    ['upper case', `<HTML><BODY><H1>${title}</H1><P>${first}<P>${second}<P>${third}</BODY></HTML>`],
    [
      'tables for layout',
      `<table><tr><td>Trang chủ<td><h1>${title}</h1><p>${first}<p>${second}<p>${third}<td>Quảng cáo</table>`,
    ],
  ]
  for (const [what, html] of broken) {
    it(`reads a page with ${what}`, () => {
      const article = only(html)
      expect(article.title).toBe(title)
      expect(article.body).toBe([first, second, third].join('\n'))
    })
  }

  it('cuts a comment, a tag or a script that never ends', () => {
    for (const open of ['<!-- ', '<p class="', '<script>', '<style>', '<title>', '<![CDATA[']) {
      const { articles } = articlesFromHtml('a.html', page(`<h1>${title}</h1>${body}${open}${'x<p>'.repeat(1000)}`))
      expect(articles[0]?.title).toBe(title)
    }
  })

  it('reads a megabyte of open elements, closed ones, and of end tags without beginnings', () => {
    const many = 200_000
    for (const html of [
      '<div>'.repeat(many),
      `${'<div>'.repeat(many)}${'</b>'.repeat(many)}`,
      '</p>'.repeat(many),
      '<table><tr><td>'.repeat(many / 4),
      '<b>'.repeat(many),
      '&'.repeat(many * 5),
      '<a href="'.repeat(many / 2),
    ]) {
      expect(articlesFromHtml('a.html', `${html}<h1>${title}</h1>${body}`).articles.length).toBeLessThan(2)
    }
    expect(articlesFromHtml('a.html', `${'<div>'.repeat(many)}<h1>${title}</h1>${body}`).articles).toMatchObject([
      { title },
    ])
  })
})
