import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/ingest/formats/detect.js'
import { read, readInChunks, utf8 } from './read.js'

const TITLE = 'Mở đường liên xã ở Tân Hưng'
const FIRST = 'Chiều 22-5, xã làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn chiếu sáng.'
const SECOND = 'Bà con hiến hơn ba nghìn mét vuông đất để làm con đường này.'

describe('the format', () => {
  it.each<[string, string, string]>([
    ['a.txt', 'Tin trong ngày', 'text'],
    ['a.txt', '<!doctype html><html><p>Tin', 'html'],
    ['a', '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', 'feed'],
    ['a.html', '<rss version="2.0"><channel>', 'feed'],
    ['a.xml', '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "y">]><html><body><p>', 'html'],
    ['a.xml.gz', '<urlset><url>', 'feed'],
    ['a.json', '{"a":1}\n{"a":2}\n', 'ndjson'],
    ['a.ndjson', '[{"a":1}]', 'json'],
    ['a.json', '<html><body><h1>502 Bad Gateway', 'html'],
    ['a', '{\n "a": 1}', 'json'],
    ['a', '---\ntitle: Tin\n---\nBài', 'markdown'],
    ['a', 'WARC/1.0\r\n', 'warc'],
    ['a', 'id;title;body\n1;a;b', 'csv'],
    ['a', 'Hà Nội, Huế, Sài Gòn\nba thành phố', 'text'],
    ['a.txt', 'id,title\n', 'text'],
    ['https://bao.example/tin/a.htm', 'x', 'html'],
  ])('of %s beginning with %j is %s', (name, head, format) => {
    expect(formatOf(name, head)).toBe(format)
  })
})

describe('Markdown', () => {
  it('states in its front matter, and is HTML below', () => {
    const text = `---\ntitle: "${TITLE}"\ndate: 2020-05-22T15:40:00+07:00\nauthors:\n  - name: Thúy Kiều\ndescription: Đường nối hai xã.\ncategories: [Kinh tế, Xã hội]\n---\n\n# ${TITLE}\n\n${FIRST.slice(0, 20)}**${FIRST.slice(20, 30)}**${FIRST.slice(30)}\n\n- ${SECOND}\n`
    const { documents, errors, warnings } = read('bai/mo-duong.md', text)
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(documents).toEqual([
      expect.objectContaining({
        id: 'mo-duong',
        title: TITLE,
        lead: 'Đường nối hai xã.',
        body: `${FIRST}\n${SECOND}`,
        date: '2020-05-22T15:40+07:00',
        author: 'Thúy Kiều',
        category: 'Kinh tế',
      }),
    ])
  })

  it('without front matter is a page', () => {
    expect(read('a.md', `# ${TITLE}\n\n${FIRST}\n\n${SECOND}\n`).documents).toMatchObject([
      { title: TITLE, body: `${FIRST}\n${SECOND}` },
    ])
  })

  it('with broken front matter keeps its text', () => {
    const { documents, warnings } = read('a.md', `---\ntitle: "x\n  - y: [\n---\n# ${TITLE}\n\n${FIRST}\n\n${SECOND}\n`)
    expect(documents).toMatchObject([{ title: TITLE }])
    expect(warnings).toMatchObject([{ code: 'BAD_INPUT', file: 'a.md', line: 1 }])
  })

  it('with aliases that multiply is refused its front matter', () => {
    const lines = [
      'a: &a [x,x,x,x,x,x,x,x]',
      ...[...'bcdefghijk'].map((c, i) => `${c}: &${c} [${`*${'abcdefghijk'[i]},`.repeat(8)}x]`),
    ]
    const { documents, warnings } = read('a.md', `---\n${lines.join('\n')}\n---\n# ${TITLE}\n\n${FIRST}\n\n${SECOND}\n`)
    expect(documents).toHaveLength(1)
    expect(warnings).toHaveLength(1)
  })
})

describe('HTML that is not closed is read to its end, and told', () => {
  const page = (inside: string) =>
    `<html>\n<body>\n<h1>${TITLE}</h1>\n<p>${FIRST}</p>\n${inside}<p>${SECOND}</p>\n</body></html>`

  it.each([
    ['a comment', '<!-- quảng cáo ', /comment/],
    ['several comments', '<!-- một <!-- hai <!-- ', /comment/],
    ['a script', '<script>var a = 1; ', /<script>/],
    ['a style', '<style>p { color: red } ', /<style>/],
    ['a title', '<title>Tin ', /<title>/],
    ['a text area', '<textarea> ', /<textarea>/],
    ['a quotation mark', '<a href="x>', /<a>/],
  ])('%s', (_, inside, message) => {
    const { documents, warnings } = read('a.html', page(inside))
    expect(documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(SECOND) }])
    expect(warnings[0]).toMatchObject({
      code: 'BAD_INPUT',
      file: 'a.html',
      line: 5,
      message: expect.stringMatching(message),
    })
  })

  it('deep nesting', () => {
    const { documents, warnings } = read('a.html', page('<div>'.repeat(100_000)))
    expect(documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(SECOND) }])
    expect(warnings).toMatchObject([{ message: expect.stringContaining('nested deeper') }])
  })

  it('entities without an end stay as they are', () => {
    const { documents, warnings } = read(
      'a.html',
      page(`<p>Giá 5&nbsp triệu &amp ${'&'.repeat(5000)} &#99999999999; &${'x'.repeat(5000)}.</p>`),
    )
    expect(documents).toHaveLength(1)
    expect(warnings).toEqual([])
  })

  it('any soup of it in time', () => {
    const parts = [
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<a href="',
      '<p>',
      '"',
      '>',
      '<title>',
      "<b '",
      '<![CDATA[',
      ']]>',
      '<?',
      '</',
      'chữ ',
      '&lt',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), soup => {
        const { documents, errors } = read('a.html', `<html>${soup.join('')}`)
        expect(documents.length + errors.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a page without end', () => {
  it.each(['a.txt', 'a.html'])('%s comes in parts', async name => {
    const [open, close] = name === 'a.html' ? ['<p>', '</p>'] : ['', '']
    const paragraphs = Array.from(
      { length: 3000 },
      (_, at) => `${open}Đoạn thứ ${at} kể rằng bà con ${SECOND}${close}\n`,
    )
    const { documents, errors, warnings } = await readInChunks(name, utf8(paragraphs.join('')), 10_000, {
      maxRecordBytes: 100_000,
    })
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([{ code: 'BAD_INPUT', file: name, field: 'maxRecordBytes' }])
    expect(documents.map(({ id }) => id)).toEqual(documents.map((_, at) => (at === 0 ? 'a' : `${name}~${at + 1}`)))
    const text = documents.map(({ title = '', body = '' }) => `${title}\n${body}`).join('\n')
    for (let at = 0; at < 3000; at++) expect(text).toContain(`Đoạn thứ ${at} kể`)
  })
})

describe('gzip', () => {
  it('is known by content, and read to where it breaks', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `{"id":"d${at}","body":"Tin số ${(at * 7919) % 10_007}"}\n`,
    ).join('')
    const packed = gzipSync(lines)
    expect(read('x.ndjson', packed).documents).toHaveLength(20_000)
    const { documents, errors } = read('x.ndjson.gz', packed.subarray(0, packed.length >> 1))
    expect(documents.length).toBeGreaterThan(1000)
    expect(errors.at(-1)).toMatchObject({ code: 'BAD_INPUT', expected: 'gzip' })
  })

  it('that unpacks to more than the limit is stopped', () => {
    const bomb = gzipSync(new Uint8Array(80 * 2 ** 20).fill(32))
    expect(read('x.ndjson.gz', bomb).errors.at(-1)).toMatchObject({
      code: 'BAD_INPUT',
      field: 'maxUnpackedBytes',
      expected: expect.stringContaining('200 times'),
    })
    const { errors } = read('x.ndjson.gz', gzipSync('{"id":"a","body":"Tin"}\n'.repeat(1000)), {
      maxUnpackedBytes: 10_000,
    })
    expect(errors).toContainEqual(
      expect.objectContaining({ field: 'maxUnpackedBytes', expected: 'at most 10000 bytes' }),
    )
  })
})

it('an address that the browser left is the page’s, unless the page states one', () => {
  const saved = '<!-- saved from url=(0032)https://bao.example/tin/mo-duong -->'
  const page = (head: string) =>
    `<!DOCTYPE html>\n${saved}\n<html><head>${head}</head><body><h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`
  expect(read('a.html', page('')).documents[0].url).toBe('https://bao.example/tin/mo-duong')
  expect(read('a.html', page('<link rel="canonical" href="https://bao.example/chinh">')).documents[0].url).toBe(
    'https://bao.example/chinh',
  )
})
