import { describe, expect, it } from 'vitest'
import { articlesFromHtml } from '../../src/ingest/index.js'

const sentences = [
  'Sáng 12/3, LĐLĐ huyện Long Phú trao hai căn nhà mái ấm cho đoàn viên nghèo.',
  'Mỗi căn nhà trị giá 60 triệu đồng, trong đó quỹ Mái ấm Công đoàn hỗ trợ 40 triệu đồng.',
  'Chủ nhà bày tỏ niềm vui khi gia đình không còn cảnh dột nát mỗi mùa mưa bão.',
]

/** The pictures of a page with `inner` between its first and second paragraph. */
function images(inner: string, head = '', around: readonly [before: string, after: string] = ['', '']) {
  const [one, ...others] = sentences.map(sentence => `<p>${sentence}</p>`)
  const html = `<!doctype html><html><head>${head}</head><body>${around[0]}<h1>Hai mái ấm về với đoàn viên nghèo</h1>${one}${inner}${others.join('')}<p>Thu Hà</p>${around[1]}</body></html>`
  return articlesFromHtml('a.html', html).articles[0].images
}

describe('the pictures of an article', () => {
  it('come with the words under them', () => {
    expect(
      images(
        '<figure><img src="https://anh.example/1.jpg"><figcaption>Trao nhà. Ảnh: Thu Hà</figcaption></figure><p><img src="https://anh.example/2.jpg"></p><p>Ảnh: Căn nhà mới của gia đình</p><img src="https://anh.example/3.jpg">',
      ),
    ).toEqual([
      { url: 'https://anh.example/1.jpg', caption: 'Trao nhà. Ảnh: Thu Hà' },
      { url: 'https://anh.example/2.jpg', caption: 'Ảnh: Căn nhà mới của gia đình' },
      { url: 'https://anh.example/3.jpg' },
    ])
  })

  it('are those that load late, and absolute where the page says its address', () => {
    const canonical = '<link rel="canonical" href="https://bao.example/tin/mai-am.html">'
    expect(images('<img src="data:image/gif;base64,R0lG" data-src="/anh/1.jpg">', canonical)).toEqual([
      { url: 'https://bao.example/anh/1.jpg' },
    ])
    expect(images('<img src="/anh/1.jpg">')).toEqual([{ url: '/anh/1.jpg' }])
  })

  it('stand in a column that is called a sidebar and holds the article', () => {
    expect(images('<img src="/anh/1.jpg">', '', ['<div class="sidebar-1">', '</div>'])).toEqual([{ url: '/anh/1.jpg' }])
  })

  it('are no logos, signs, embedded data, nor pictures of other news', () => {
    const signs =
      '<img src="/logo.png"><img src="/a.svg"><img src="/p.jpg" width="1" height="1"><img src="data:image/png;base64,AA"><img alt="không có địa chỉ">'
    const others = '<div class="related"><img src="/khac.jpg"><p>Tin khác của huyện</p></div>'
    expect(images(signs, '', ['<header><img src="/dau-trang.jpg"></header>', others])).toBeUndefined()
  })

  it('are the one for sharing where the page shows none', () => {
    expect(images('', '<meta property="og:image" content="https://anh.example/chia-se.jpg">')).toEqual([
      { url: 'https://anh.example/chia-se.jpg' },
    ])
  })
})
