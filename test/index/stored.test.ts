import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoredReader, unpackValue } from '../../src/index/stored.js'
import { StoredWriter } from '../../src/index/stored-writer.js'
import { buildIndex, type Document, IndexBuilder, IndexFileError, InputError, openIndex } from '../../src/index.js'

/** A value that cannot be read. */
const thorny = {
  get name(): string {
    throw new Error('không đọc được')
  },
}

function circular(): unknown {
  const found: unknown[] = []
  found.push(found)
  return found
}

const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>(inner => [inner], 1)

describe('a value that cannot be stored', () => {
  it.each<readonly [string, unknown]>([
    ['a symbol', Symbol('tin')],
    ['a number beyond 64 bits', 10n ** 30n],
    ['a circle', circular()],
    ['a nest without end', nested(50_000)],
    ['what throws when it is read', thorny],
    ['a symbol deep inside', { tags: ['một', { hai: Symbol('hai') }] }],
  ])('%s is an error that names field and document', (_, value) => {
    const builder = new IndexBuilder({ store: ['title', 'extra'] })
    const first = { id: 'một', title: 'Tin một' }
    const last = { id: 'hai', title: 'Tin hai', extra: { tags: ['một'] } }
    builder.add(first)
    try {
      builder.add({ id: 'hai', title: 'Tin hai', extra: value })
      expect.fail('taken')
    } catch (error) {
      expect(error).toBeInstanceOf(InputError)
      expect(error).toMatchObject({ code: 'BAD_DOCUMENT', field: 'extra', got: 'hai' })
    }
    // The builder is as it was: the id is free, and nothing of the document is in the index.
    expect(builder.documents).toBe(1)
    builder.add(last)
    const fresh = new IndexBuilder({ store: ['title', 'extra'] })
    fresh.add(first)
    fresh.add(last)
    expect(Buffer.compare(builder.finish(), fresh.finish())).toBe(0)
  })

  it('does no harm in a field that is not stored', async () => {
    const document = { id: 'a', title: 'Tin', extra: circular() }
    const index = openIndex(await buildIndex([document], { store: ['title'] }))
    expect(index.document('a')).toEqual({ id: 'a', title: 'Tin' })
  })
})

describe('stored values', () => {
  it('come back as they were (property)', async () => {
    const values = fc.dictionary(
      fc.constantFrom('url', 'author', 'tags', 'views', 'lead'),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.array(fc.string({ unit: 'grapheme' })), fc.boolean()),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 8 }), async given => {
        const documents = given.map((fields, at): Document => ({ ...fields, lead: 'Tin', id: String(at) }))
        const store = ['url', 'author', 'tags', 'views', 'lead']
        const index = openIndex(await buildIndex(documents, { store }))
        for (const document of documents) expect(index.document(document.id)).toEqual(document)
      }),
      { numRuns: 60 },
    )
  })

  it('are read from any block, in any order', () => {
    const writer = new StoredWriter()
    const rows = Array.from({ length: 300 }, (_, at) => [`tin ${at}`, 'đường '.repeat((at % 50) * 8), at])
    for (const row of rows) writer.add(row)
    const { index, bytes, vocabulary } = writer.finish()
    expect(index.length).toBeGreaterThan(6)
    const reader = new StoredReader({ index, bytes, vocabulary }, rows.length, () => {})
    for (let step = 0; step < rows.length; step++) {
      const document = (step * 173) % rows.length
      expect(reader.values(document)).toEqual(rows[document])
    }
  })

  it('of a document that is not there, or of a broken block, are an error', () => {
    const writer = new StoredWriter()
    writer.add(['tin'])
    const { index, bytes, vocabulary } = writer.finish()
    const code = (run: () => unknown) => {
      try {
        return run()
      } catch (error) {
        return error instanceof IndexFileError ? [error.code, error.section] : error
      }
    }
    const damaged = ['INDEX_DAMAGED', 'stored']
    const open = (starts: Uint32Array, block: Uint8Array, documents: number) =>
      new StoredReader({ index: starts, bytes: block, vocabulary }, documents, () => {})
    expect(code(() => open(index, bytes, 1).values(0))).toEqual(['tin'])
    expect(code(() => open(index, bytes, 2).values(1))).toEqual(damaged)
    expect(code(() => open(index, bytes.subarray(0, 1), 1).values(0))).toEqual(damaged)
    expect(
      code(() =>
        open(
          index,
          bytes.map(byte => byte ^ 0x55),
          1,
        ).values(0),
      ),
    ).toEqual(damaged)
    expect(code(() => open(Uint32Array.of(0, 0, 0xffff_ffff), bytes, 1).values(0))).toEqual(damaged)
    expect(code(() => unpackValue(Uint8Array.of(0x92, 1), 'meta'))).toEqual(['INDEX_DAMAGED', 'meta'])
    expect(code(() => unpackValue(new Uint8Array(), 'meta'))).toEqual(['INDEX_DAMAGED', 'meta'])
  })

  it('named like what objects have pollute nothing', async () => {
    const extra: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')
    const index = openIndex(await buildIndex([{ id: 'a', title: 'Tin', extra }], { store: ['title', 'extra'] }))
    expect(index.document('a').title).toBe('Tin')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined()
  })
})

describe('ids', () => {
  it.each(['\ufefftin', '\ufeff', 'tin\u0000', ' ', '\n', '😀', 'é', 'e\u0301', '__proto__', 'x'.repeat(100_000)])(
    'come back as they were: %j',
    async id => {
      const index = openIndex(
        await buildIndex([
          { id: 'khác', body: 'tin' },
          { id, body: 'tin' },
        ]),
      )
      expect(index.search('tin').hits.map(hit => hit.id)).toContain(id)
      expect(index.document(id).id).toBe(id)
      expect(index.explain(id, 'tin').id).toBe(id)
      index.verify()
    },
  )

  it('that differ in normal form are different', async () => {
    const two = ['é', 'é'.normalize('NFD')]
    const index = openIndex(await buildIndex(two.map(id => ({ id, body: 'tin' }))))
    expect(
      index
        .search('tin')
        .hits.map(hit => hit.id)
        .sort(),
    ).toEqual([...two].sort())
  })
})
