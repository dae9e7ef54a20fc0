import { describe, expect, it } from 'vitest'
import { read, readInChunks, utf8 } from './read.js'

const BODY =
  '<p>Sáng 22/5/2020, xã Tân Hưng làm lễ thông xe con đường dài 6 km.</p><p>Bà con hiến hơn 3.000 m² đất làm đường &amp; kè.</p>'

const rss = (items: string, channel = '<title>Báo Ven Sông</title>') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>${channel}\n<image><url>https://bao.example/logo.png</url></image>\n${items}\n</channel></rss>`

const item = (n: number, inside = '') => `<item>
  <title><![CDATA[Mở đường về xã số ${n}]]></title>
  <link>https://www.bao.example/tin/mo-duong-${n}.html</link>
  <pubDate>Fri, 22 May 2020 15:40:00 +0700</pubDate>
  <dc:creator>Thúy Kiều</dc:creator>
  <category>Kinh tế</category>
  <description>Con đường nối hai xã vùng sâu.</description>
  <content:encoded><![CDATA[${BODY}]]></content:encoded>${inside}
</item>`

describe('RSS', () => {
  it('gives every entry with what it states', () => {
    const { documents, errors, warnings } = read('tin.xml', rss(item(1) + item(2)))
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({
      id: 'bao.example/tin/mo-duong-1',
      title: 'Mở đường về xã số 1',
      lead: 'Con đường nối hai xã vùng sâu.',
      body: 'Sáng 22/5/2020, xã Tân Hưng làm lễ thông xe con đường dài 6 km.\nBà con hiến hơn 3.000 m² đất làm đường & kè.',
      date: '2020-05-22T15:40+07:00',
      dateFrom: 'structured',
      datePrecision: 'time',
      author: 'Thúy Kiều',
      source: 'Báo Ven Sông',
      category: 'Kinh tế',
      url: 'https://www.bao.example/tin/mo-duong-1.html',
    })
  })

  it('reads summaries with markup, entities written twice, and addresses of authors', () => {
    const { documents } = read(
      'tin.rss',
      rss(`<item><title>Giá lúa &amp;quot;nhảy múa&amp;quot; &amp;amp; nỗi lo</title><guid isPermaLink="true">https://bao.example/lua</guid>
        <author>toasoan@bao.example (Thạch Sơn)</author>
        <description>&lt;a href="https://bao.example/lua"&gt;&lt;img src="a.jpg"&gt;&lt;/a&gt;&lt;/br&gt;Giá lúa ở Sóc Trăng tăng 200 đồng/kg.</description></item>`),
    )
    expect(documents).toMatchObject([
      {
        title: 'Giá lúa "nhảy múa" & nỗi lo',
        author: 'Thạch Sơn',
        body: 'Giá lúa ở Sóc Trăng tăng 200 đồng/kg.',
        url: 'https://bao.example/lua',
        province: 'Sóc Trăng',
      },
    ])
  })

  it('takes no name of a section for the paper', () => {
    const { documents } = read('tin.xml', rss(item(1), '<title>Thời sự - Báo Ven Sông RSS</title>'))
    expect(documents[0].source).toBeUndefined()
  })

  it('keeps everything of a feed that is cut in the middle, and says where', () => {
    const whole = rss(item(1) + item(2) + item(3))
    const cut = whole.slice(0, whole.lastIndexOf('Bà con'))
    const { documents, errors, warnings } = read('tin.xml', cut)
    expect(errors).toEqual([])
    expect(documents.map(({ title }) => title)).toEqual([1, 2, 3].map(n => `Mở đường về xã số ${n}`))
    expect(documents[2].body).toBe('Sáng 22/5/2020, xã Tân Hưng làm lễ thông xe con đường dài 6 km.')
    expect(warnings.map(({ code, file, line }) => [code, file, line])).toEqual(
      expect.arrayContaining([['BAD_INPUT', 'tin.xml', 21]]),
    )
  })

  it('goes on behind a CDATA section that is never closed', () => {
    const broken = item(1).replace(/\]\]><\/content:encoded>/, '</content:encoded>')
    for (const text of [rss(broken + item(2) + item(3)), rss(item(2) + item(3) + broken)]) {
      const { documents, warnings } = read('tin.xml', text)
      expect(documents.map(({ title }) => title)).toEqual(
        expect.arrayContaining([2, 3].map(n => `Mở đường về xã số ${n}`)),
      )
      expect(documents).toHaveLength(3)
      expect(warnings.length).toBeGreaterThan(0)
    }
  })

  it('goes on behind a comment that is never closed, and an entry that is not', () => {
    const { documents } = read('tin.xml', rss(`${item(1)}<!-- hết chỗ ${item(2)}${item(3)}`))
    expect(documents).toHaveLength(3)
    const open = read('tin.xml', rss(item(1).replace('</item>', '') + item(2)))
    expect(open.documents.map(({ id }) => id)).toEqual(['bao.example/tin/mo-duong-1', 'bao.example/tin/mo-duong-2'])
  })

  it('reads the same in chunks of any size', async () => {
    const bytes = utf8(rss(item(1) + item(2)))
    const whole = read('tin.xml', bytes).documents
    for (const size of [1, 7, 64, 1000]) expect((await readInChunks('tin.xml', bytes, size)).documents).toEqual(whole)
  })

  it('says when there is nothing in it, or no feed', () => {
    expect(read('tin.xml', rss('')).errors).toMatchObject([{ code: 'EMPTY_INPUT', file: 'tin.xml' }])
    expect(read('tin.xml', '<?xml version="1.0"?><note><to>Hà</to></note>').errors).toMatchObject([
      { code: 'BAD_INPUT' },
    ])
  })

  it('in an old code is decoded by its label and content', () => {
    const text = rss(item(1)).replace('utf-8', 'windows-1258')
    const bytes = Uint8Array.from([...windows1258(text)])
    const { documents } = read('tin.xml', bytes)
    expect(documents[0]).toMatchObject({ title: 'Mở đường về xã số 1', author: 'Thúy Kiều' })
  })
})

/** Bytes of Windows-1258, for the letters that occur here. */
function* windows1258(text: string): Generator<number> {
  const marks = new Map([
    ['\u0300', 0xcc],
    ['\u0301', 0xec],
    ['\u0309', 0xd2],
    ['\u0303', 0xde],
    ['\u0323', 0xf2],
  ])
  const letters = new Map([
    ['đ', 0xf0],
    ['Đ', 0xd0],
    ['ư', 0xfd],
    ['Ư', 0xdd],
    ['ơ', 0xf5],
    ['Ơ', 0xd5],
    ['ă', 0xe3],
    ['Ă', 0xc3],
    ['²', 0xb2],
  ])
  for (const char of text.normalize('NFC')) {
    const parts = char.normalize('NFD')
    const tone = [...parts].find(part => marks.has(part))
    const base = [...parts]
      .filter(part => part !== tone)
      .join('')
      .normalize('NFC')
    yield letters.get(base) ?? base.charCodeAt(0)
    if (tone !== undefined) yield marks.get(tone) ?? 0
  }
}

describe('Atom', () => {
  it('reads links, persons, categories and xhtml', () => {
    const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Công đoàn Đất Mũi</title>
      <entry><title type="html">Tặng nhà &lt;b&gt;Mái ấm&lt;/b&gt;</title><id>tag:congdoan.example,2024:7</id>
      <link rel="self" href="https://congdoan.example/api/7"/><link rel="alternate" href="https://congdoan.example/tin/7"/>
      <published>2024-03-12T01:00:00Z</published><updated>2024-03-14T01:00:00Z</updated>
      <author><name>Thu Hà</name><email>ha@congdoan.example</email></author><category term="mai-am" label="Mái ấm"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>LĐLĐ huyện trao hai căn nhà &lt;40 m².</p><p>Mỗi căn trị giá <b>60 triệu</b> đồng.</p></div></content>
      <source><title>Báo Dải Ngân</title></source></entry></feed>`
    const { documents, errors } = read('tin.atom', feed)
    expect(errors).toEqual([])
    expect(documents).toMatchObject([
      {
        id: 'congdoan.example/tin/7',
        title: 'Tặng nhà Mái ấm',
        body: 'LĐLĐ huyện trao hai căn nhà <40 m².\nMỗi căn trị giá 60 triệu đồng.',
        date: '2024-03-12T08:00+07:00',
        author: 'Thu Hà',
        category: 'Mái ấm',
        source: 'Báo Dải Ngân',
        url: 'https://congdoan.example/tin/7',
      },
    ])
  })
})

it('RSS 1.0 has its items beside the channel', () => {
  const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Báo Ven Sông</title></channel>
    <item rdf:about="https://bao.example/1"><title>Mùa lũ về</title><link>https://bao.example/1</link>
    <description>Nước về chậm.</description><dc:date>2021-09-01T07:00:00+07:00</dc:date></item></rdf:RDF>`
  expect(read('tin.rdf', feed).documents).toMatchObject([
    { title: 'Mùa lũ về', body: 'Nước về chậm.', date: '2021-09-01T07:00+07:00', source: 'Báo Ven Sông' },
  ])
})

describe('WordPress exports', () => {
  const post = (id: number, type: string, status: string, content: string) => `<item><title>Bài ${id}</title>
    <link>https://cd.example/?p=${id}</link><dc:creator><![CDATA[thuha]]></dc:creator>
    <content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>${id}</wp:post_id><wp:post_date>2019-12-31 17:12:05</wp:post_date><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status>
    <category domain="post_tag" nicename="tet"><![CDATA[Tết]]></category><category domain="category" nicename="tin"><![CDATA[Tin công đoàn]]></category>
    <wp:postmeta><wp:meta_key>_title</wp:meta_key><wp:meta_value>không phải tiêu đề</wp:meta_value></wp:postmeta>
    <wp:comment><wp:comment_author>Bạn đọc</wp:comment_author><wp:comment_content>Hay quá!</wp:comment_content></wp:comment></item>`
  const wxr = (
    items: string,
  ) => `<?xml version="1.0" encoding="UTF-8" ?><!-- generator="WordPress/6.4" --><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>Công đoàn Khu công nghiệp</title><wp:author><wp:author_login><![CDATA[thuha]]></wp:author_login><wp:author_display_name><![CDATA[Thu Hà]]></wp:author_display_name></wp:author>${items}</channel></rss>`

  it('give published posts and pages, with paragraphs of either editor', () => {
    const classic =
      'Đoạn một của bài viết,\nxuống dòng.\n\n[caption id="a" align="center"]<img src="a.jpg"> Ảnh: Thu Hà[/caption]\n\nĐoạn hai [gallery ids="1,2"] của bài viết.'
    const blocks =
      '<!-- wp:paragraph --><p>Đoạn một.</p><!-- /wp:paragraph --><!-- wp:list --><ul><li>Mục một.</li></ul><!-- /wp:list -->'
    const { documents, errors } = read(
      'xuat.xml',
      wxr(
        post(1, 'post', 'publish', classic) +
          post(2, 'attachment', 'inherit', 'tệp') +
          post(3, 'post', 'draft', 'nháp') +
          post(4, 'page', 'publish', blocks),
      ),
    )
    expect(errors).toEqual([])
    expect(documents.map(({ id }) => id)).toEqual(['1', '4'])
    expect(documents[0]).toMatchObject({
      title: 'Bài 1',
      date: '2019-12-31T17:12+07:00',
      author: 'Thu Hà',
      category: 'Tin công đoàn',
      source: 'Công đoàn Khu công nghiệp',
      url: 'https://cd.example/?p=1',
    })
    expect(documents[0].body).toMatch(/^Đoạn một của bài viết,\s?xuống dòng\.\n/)
    expect(documents[0].body).toMatch(/Đoạn hai của bài viết\.$/)
    expect(documents[1].body).toBe('Đoạn một.\nMục một.')
  })
})
