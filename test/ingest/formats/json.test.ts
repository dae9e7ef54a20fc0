import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, readInChunks, utf8 } from './read.js'

const ids = (input: { readonly documents: readonly { readonly id: string }[] }) => input.documents.map(({ id }) => id)

describe('JSON', () => {
  it.each<[string, string, string[]]>([
    ['a list', '[{"id":"a","body":"Một"},\n {"id":"b","body":"Hai"}]', ['a', 'b']],
    ['values one after another', '{"id":"a",\n"body":"Một"}\n{"id":"b",\n"body":"Hai"}', ['a', 'b']],
    [
      'an object around a list',
      '{"total":2,"data":{"posts":[{"id":"a","body":"Một"},{"id":"b","body":"Hai"}]}}',
      ['a', 'b'],
    ],
    ['brackets in strings', '[{"id":"a","body":"]}\\"[{"},{"id":"b","body":"\\\\"}]', ['a', 'b']],
    ['commas too many', '[{"id":"a","body":"Một"},,{"id":"b","body":"Hai"},]', ['a', 'b']],
  ])('of %s', (_, text, expected) => {
    const input = read('x.json', text)
    expect(input.errors).toEqual([])
    expect(ids(input)).toEqual(expected)
  })

  it('that is broken costs the broken element only', () => {
    const text =
      '[\n{"id":"a","body":"Một"},\n{"id":"b" "body":"Hai"},\n{"id":"c","body":"Ba\n},\n{"id":"d","body":"Bốn"},\n7,\n{"id":"e","body":"Năm"}\n]'
    const input = read('x.json', text)
    expect(ids(input)).toEqual(['a', 'd', 'e'])
    expect(input.errors.map(({ code, line }) => [code, line])).toEqual([
      ['BAD_INPUT', 3],
      ['BAD_INPUT', 4],
      ['BAD_DOCUMENT', 7],
    ])
  })

  it('that is not closed keeps what it has', () => {
    const input = read('x.json', '[{"id":"a","body":"Một"},\n')
    expect(ids(input)).toEqual(['a'])
    expect(input.errors).toMatchObject([{ code: 'BAD_INPUT', expected: ']' }])
  })

  it('leaves out an element beyond the limit and goes on', async () => {
    const text = `[{"id":"a","body":"Một"},{"id":"b","body":"${'dài '.repeat(100_000)}"},{"id":"c","body":"Ba"}]`
    const input = await readInChunks('x.json', utf8(text), 50_000, { maxRecordBytes: 100_000 })
    expect(ids(input)).toEqual(['a', 'c'])
    expect(input.errors).toMatchObject([{ code: 'BAD_INPUT', line: 1, field: 'maxRecordBytes' }])
  })

  it('nested without end is an error, not the end', () => {
    const input = read('x.json', `[{"id":"a","body":"Một"},${'[{"a":'.repeat(200_000)}`)
    expect(ids(input)).toEqual(['a'])
    expect(input.errors).toHaveLength(1)
  })

  it('of any documents comes back whatever the chunks', async () => {
    const document = fc.record({ id: fc.uuid(), body: fc.string({ unit: 'binary' }).map(text => `x${text}`) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 2),
        fc.integer({ min: 1, max: 50 }),
        async (documents, indent, size) => {
          const bytes = utf8(JSON.stringify(documents, null, indent))
          const decoded = documents.map(({ id, body }) => ({ id, body: new TextDecoder().decode(utf8(body)) }))
          const { documents: found } = await readInChunks('x.json', bytes, size)
          expect(found.map(({ id, body }) => ({ id, body }))).toEqual(decoded)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('NDJSON', () => {
  it('leaves out a line beyond the limit and goes on', async () => {
    const lines = [
      '{"id":"a","body":"Một"}',
      `{"id":"b","body":"${'x'.repeat(500_000)}"}`,
      '{"id":"c","body":"Ba"}',
      '{',
    ]
    const input = await readInChunks('x.ndjson', utf8(lines.join('\n')), 50_000, { maxRecordBytes: 100_000 })
    expect(ids(input)).toEqual(['a', 'c'])
    expect(input.errors.map(({ line }) => line)).toEqual([2, 4])
  })

  it('with a binary line loses that line', () => {
    const bytes = Uint8Array.from([
      ...utf8('{"id":"a","body":"Một"}\n'.padEnd(1 << 21, ' ')),
      ...utf8('\n'),
      0,
      1,
      10,
      ...utf8('{"id":"b","body":"Hai"}\n'),
    ])
    return readInChunks('x.ndjson', bytes, 1 << 16).then(input => {
      expect(ids(input)).toEqual(['a', 'b'])
      expect(input.errors).toMatchObject([{ code: 'BAD_INPUT', line: 3 }])
    })
  })
})

describe('maps', () => {
  it('lead into objects and lists', () => {
    const post = {
      _id: 7,
      title: { rendered: 'Tết &amp; “sum vầy”' },
      content: { rendered: '<p>Đoàn viên nhận quà.</p><p>Ai cũng vui.</p>' },
      published: 1577787120,
      authors: [{ name: 'Thu Hà' }, { name: 'Thạch Sơn' }],
      'meta.url': 'https://bao.example/7',
      likes: 3,
    }
    const { documents, errors } = read('x.json', JSON.stringify([post]), {
      map: {
        id: '_id',
        title: 'title.rendered',
        body: 'content.rendered',
        date: 'published',
        author: 'authors',
        url: 'meta.url',
      },
    })
    expect(errors).toEqual([])
    expect(documents).toEqual([
      {
        id: '7',
        title: 'Tết & “sum vầy”',
        body: 'Đoàn viên nhận quà.\nAi cũng vui.',
        date: '2019-12-31T17:12+07:00',
        author: 'Thu Hà, Thạch Sơn',
        url: 'https://bao.example/7',
        likes: 3,
      },
    ])
  })

  it.each(['', 'a.', '__proto__', 'a.constructor', 'a..b'])('refuse the way "%s"', way => {
    expect(() => read('x.json', '{}', { map: { title: way } })).toThrow(
      expect.objectContaining({ code: 'BAD_ARGUMENT', field: 'map' }),
    )
  })

  it('derive date and province where none is mapped', () => {
    const line = JSON.stringify({ n: 'a', t: 'Chiều 9/7/2024, LĐLĐ tỉnh Sóc Trăng họp bàn việc chăm lo đoàn viên.' })
    expect(read('x.ndjson', line, { map: { id: 'n', body: 't' } }).documents).toMatchObject([{ province: 'Sóc Trăng' }])
    const own = '{"id":"a","body":"LĐLĐ tỉnh Sóc Trăng họp."}'
    expect(read('x.ndjson', own).documents[0].province).toBeUndefined()
    expect(read('x.ndjson', own, { derive: true }).documents[0].province).toBe('Sóc Trăng')
  })
})
