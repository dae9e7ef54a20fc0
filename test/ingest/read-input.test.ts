import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { formatOfName, readInput } from '../../src/ingest/index.js'
import { firstBadByte } from '../../src/ingest/utf8.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...utf8(part)] : [...part])))

const page = [
  'Công đoàn huyện Long Phú trao mái ấm cho đoàn viên',
  'Sáng 12/3/2024, LĐLĐ huyện Long Phú (Sóc Trăng) trao hai căn nhà mái ấm cho đoàn viên có hoàn cảnh khó khăn.',
  'Mỗi căn trị giá 60 triệu đồng, trong đó quỹ Mái ấm Công đoàn hỗ trợ 40 triệu đồng.',
  'Thu Hà',
].join('\n')

/** The one error of an input that yields nothing else. */
function onlyError(name: string, bytes: Uint8Array): InputError {
  const { documents, errors } = readInput(name, bytes)
  expect(documents).toEqual([])
  expect(errors).toHaveLength(1)
  expect(errors[0]).toBeInstanceOf(InputError)
  expect(errors[0].file).toBe(name)
  return errors[0]
}

describe('an input is read by its name and content', () => {
  it('reads plain pages, with or without a byte order mark', () => {
    for (const bytes of [utf8(page), bytesOf([0xef, 0xbb, 0xbf], page)]) {
      const { documents, errors } = readInput('trang/long-phu.txt', bytes)
      expect(errors).toEqual([])
      expect(documents).toMatchObject([
        { id: 'long-phu', title: page.split('\n')[0], date: '2024-03-12', province: 'Sóc Trăng', author: 'Thu Hà' },
      ])
    }
  })

  it('reads HTML under any name', () => {
    const html = `<!DOCTYPE html><html><body>${page
      .split('\n')
      .map(line => `<p>${line}</p>`)
      .join('')}</body></html>`
    for (const name of ['a.html', 'a.HTM', 'a.txt', 'a']) {
      expect(readInput(name, utf8(html)).documents).toMatchObject([
        { id: 'a', title: page.split('\n')[0], author: 'Thu Hà' },
      ])
    }
  })

  it('reads NDJSON, arrays and single objects', () => {
    const one = {
      id: 'a',
      title: 'Tết sum vầy',
      body: 'Đoàn viên nhận quà.',
      province: ['Sóc Trăng', 'Hậu Giang'],
      likes: 3,
    }
    const two = { id: 7, body: 'Công nhân trở lại xưởng.', lead: null }
    const read = [one, { id: '7', body: two.body }]
    expect(readInput('x.ndjson', utf8(`${JSON.stringify(one)}\n\n${JSON.stringify(two)}\n`)).documents).toEqual(read)
    expect(readInput('x.jsonl', utf8(`${JSON.stringify(one)}\r\n${JSON.stringify(two)}`)).documents).toEqual(read)
    expect(readInput('x.json', utf8(JSON.stringify([one, two], null, 2))).documents).toEqual(read)
    expect(readInput('x.json', utf8(JSON.stringify(one, null, 2))).documents).toEqual([one])
    expect(readInput('x', utf8(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`)).documents).toEqual(read)
    expect(readInput('x', utf8(JSON.stringify([one, two]))).documents).toEqual(read)
  })

  it('reads the two JSON formats under each other’s ending', () => {
    const lines = '{"id":"a","body":"Một."}\n{"id":"b","body":"Hai."}\n'
    const array = '[{"id":"a","body":"Một."},{"id":"b","body":"Hai."}]'
    for (const [name, text] of [
      ['x.json', lines],
      ['x.ndjson', array],
    ] as const) {
      const { documents, errors } = readInput(name, utf8(text))
      expect(errors).toEqual([])
      expect(documents.map(({ id }) => id)).toEqual(['a', 'b'])
    }
  })

  it('knows the formats by the ending', () => {
    expect(['a.txt', 'b.HTML', 'c.ndjson', 'd.jsonl', 'e.json', 'f.pdf', 'g'].map(formatOfName)).toEqual([
      'text',
      'html',
      'ndjson',
      'ndjson',
      'json',
      undefined,
      undefined,
    ])
  })
})

describe('bad input', () => {
  it('names the line of broken JSON and keeps the other lines', () => {
    const { documents, errors } = readInput(
      'tin.ndjson',
      utf8('{"id":"a","body":"Một."}\n{"id":"b","bo\n{"id":"c","body":"Ba."}\n'),
    )
    expect(documents.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(errors).toMatchObject([{ code: 'BAD_INPUT', file: 'tin.ndjson', line: 2 }])
  })

  it('names line and field of wrong types, missing ids and missing text', () => {
    const lines = [
      '{"id":"a","title":5,"body":"Một."}',
      '{"body":"Hai."}',
      '{"id":{},"body":"Ba."}',
      '{"id":"d"}',
      '[1]',
      '"e"',
      '{"id":"f","body":"Sáu.","province":[1]}',
      '{"id":"g","body":"Bảy.","date":2024}',
      '{"id":"","body":"Tám."}',
      '{"id":"i","body":"Chín."}',
    ]
    const { documents, errors } = readInput('tin.ndjson', utf8(lines.join('\n')))
    expect(documents.map(({ id }) => id)).toEqual(['i'])
    expect(errors.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['BAD_DOCUMENT', 1, 'title'],
      ['BAD_DOCUMENT', 2, 'id'],
      ['BAD_DOCUMENT', 3, 'id'],
      ['BAD_DOCUMENT', 4, 'body'],
      ['BAD_DOCUMENT', 5, 'document'],
      ['BAD_DOCUMENT', 6, 'document'],
      ['BAD_DOCUMENT', 7, 'province'],
      ['BAD_DOCUMENT', 8, 'date'],
      ['BAD_DOCUMENT', 9, 'id'],
    ])
  })

  it('names the line of a bad element of an array', () => {
    const { documents, errors } = readInput(
      'tin.json',
      utf8('[\n  {"id":"a","body":"[{Một}]"},\n  {"id":"b",\n   "body":7},\n  3\n]'),
    )
    expect(documents.map(({ id }) => id)).toEqual(['a'])
    expect(errors.map(({ line, field }) => [line, field])).toEqual([
      [3, 'body'],
      [5, 'document'],
    ])
  })

  it('keeps what stands before and behind a broken element of an array', () => {
    const { documents, errors } = readInput(
      'tin.json',
      utf8('[{"id":"a","body":"Một."},\n{"id":"b","body":"Hai},\n{"id":"c","body":"Ba."},\n{"id":'),
    )
    expect(documents.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(errors.map(({ code, line }) => [code, line])).toEqual([
      ['BAD_INPUT', 2],
      ['BAD_INPUT', 4],
    ])
  })

  it('refuses binary files', () => {
    expect(onlyError('a.txt', bytesOf('abc', [0], 'def'))).toMatchObject({
      code: 'BAD_INPUT',
      got: 'binary',
      offset: 3,
    })
    expect(onlyError('a.pdf', utf8('%PDF-1.7 ...'))).toMatchObject({ code: 'BAD_INPUT', got: 'a PDF file' })
    expect(onlyError('a.docx', bytesOf([0x50, 0x4b, 3, 4, 20]))).toMatchObject({ code: 'BAD_INPUT' })
    expect(onlyError('a', bytesOf(Array.from({ length: 100 }, (_, i) => 1 + (i % 8))))).toMatchObject({ got: 'binary' })
  })

  it('says that a file is empty or holds no article', () => {
    for (const text of ['', ' \n\t\n', '\ufeff'])
      expect(onlyError('a.txt', utf8(text))).toMatchObject({ code: 'EMPTY_INPUT' })
    expect(onlyError('a.json', utf8('[]'))).toMatchObject({ code: 'EMPTY_INPUT' })
    expect(onlyError('a.html', utf8('<html><body><nav>Trang chủ</nav></body></html>'))).toMatchObject({
      code: 'BAD_DOCUMENT',
      field: 'body',
    })
  })

  it('pollutes no prototype', () => {
    const line =
      '{"id":"a","body":"Một.","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":1}'
    const { documents, errors } = readInput('a.ndjson', utf8(line))
    expect(errors).toEqual([])
    expect(documents).toEqual([{ id: 'a', body: 'Một.' }])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(documents[0])).toBe(Object.prototype)
  })

  it('never throws, whatever the bytes and the name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.html', 'a.ndjson', 'a.json', 'a', ''),
        (bytes, name) => {
          const { documents, errors } = readInput(name, bytes)
          expect(documents.length + errors.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('finds the first bad byte where the platform decoder stops as well', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const at = firstBadByte(bytes)
        const decoder = () => new TextDecoder('utf-8', { fatal: true })
        if (at === bytes.length) expect(() => decoder().decode(bytes)).not.toThrow()
        else {
          expect(() => decoder().decode(bytes)).toThrow()
          expect(() => decoder().decode(bytes.subarray(0, at))).not.toThrow()
        }
      }),
      { numRuns: 2000 },
    )
  })
})
