import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BuildOptions,
  buildIndex,
  type Document,
  type ErrorFacts,
  IndexBuilder,
  IndexFileError,
  InputError,
  openIndex,
  QueryError,
  type SearchIndex,
  type SearchOptions,
  TimtinError,
  UsageError,
} from '../../src/index.js'
import { SAMPLE } from './sample.js'

type Facts = ErrorFacts & { readonly code: string }

/** The error that something throws, whenever it does. */
async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}

async function expectError(run: () => unknown, kind: typeof TimtinError, facts: Partial<Facts>): Promise<void> {
  const error = await errorOf(run)
  expect(error).toBeInstanceOf(kind)
  expect(error).toBeInstanceOf(TimtinError)
  expect(error).toMatchObject(facts)
  expect((error as Error).name).toBe(kind.name)
  expect((error as Error).message.length).toBeGreaterThan(10)
}

/** Values of wrong types, as callers without types pass them. */
const wrong = <T>(value: unknown) => value as T
const build = (document: unknown, options?: BuildOptions) => buildIndex([wrong<Document>(document)], options)

describe('a document that cannot be indexed', () => {
  it.each<readonly [string, unknown, Partial<Facts>]>([
    ['null', null, { code: 'BAD_DOCUMENT' }],
    ['a string', 'tin', { code: 'BAD_DOCUMENT' }],
    ['no id', { body: 'tin' }, { code: 'BAD_DOCUMENT', field: 'id' }],
    ['an empty id', { id: '', body: 'tin' }, { code: 'BAD_DOCUMENT', field: 'id', got: '' }],
    ['half a character in the id', { id: 'tin-\ud83d', body: 'tin' }, { code: 'BAD_DOCUMENT', field: 'id' }],
    ['a number as id', { id: 7, body: 'tin' }, { code: 'BAD_DOCUMENT', field: 'id', got: 7 }],
    ['no text', { id: 'a' }, { code: 'BAD_DOCUMENT', got: 'a' }],
    ['blank text', { id: 'a', title: ' ', body: '\n\t' }, { code: 'BAD_DOCUMENT', got: 'a' }],
    ['a number as text', { id: 'a', body: 5 }, { code: 'BAD_DOCUMENT', field: 'body', got: 5 }],
    ['an object as text', { id: 'a', body: {} }, { code: 'BAD_DOCUMENT', field: 'body' }],
    ['numbers as paragraphs', { id: 'a', body: ['một', 2] }, { code: 'BAD_DOCUMENT', field: 'body' }],
    [
      'a date that is none',
      { id: 'a', body: 'tin', date: '31/12/2020' },
      { code: 'BAD_DOCUMENT', field: 'date', got: '31/12/2020' },
    ],
    [
      'an impossible date',
      { id: 'a', body: 'tin', date: '2023-02-29' },
      { code: 'BAD_DOCUMENT', field: 'date', got: '2023-02-29' },
    ],
    ['a number as date', { id: 'a', body: 'tin', date: 2020 }, { code: 'BAD_DOCUMENT', field: 'date', got: 2020 }],
    ['a number as facet', { id: 'a', body: 'tin', province: 79 }, { code: 'BAD_DOCUMENT', field: 'province', got: 79 }],
    [
      'a number among facets',
      { id: 'a', body: 'tin', province: ['Cà Mau', 96] },
      { code: 'BAD_DOCUMENT', field: 'province', got: 96 },
    ],
  ])('%s', async (_, document, facts) => {
    await expectError(() => build(document), InputError, facts)
  })

  it('says which id came twice', async () => {
    const twice = [SAMPLE[0], SAMPLE[1], { id: SAMPLE[0].id, body: 'khác' }]
    await expectError(() => buildIndex(twice), InputError, { code: 'DUPLICATE_ID', got: SAMPLE[0].id })
  })

  it('leaves the builder as it was', async () => {
    const builder = new IndexBuilder()
    for (const document of SAMPLE) {
      builder.add(document)
      for (const bad of [
        document,
        { id: 'x' },
        { id: 'x', body: 5 },
        { id: 'x', body: 'tin', date: 'hôm qua' },
        { id: 'x', body: 'tin', province: 5 },
        null,
      ]) {
        await expectError(() => builder.add(wrong<Document>(bad)), InputError, {})
      }
    }
    expect(builder.documents).toBe(SAMPLE.length)
    expect(Buffer.compare(builder.finish(), await buildIndex(SAMPLE))).toBe(0)
  })

  it('is refused once the builder is finished', async () => {
    const builder = new IndexBuilder()
    for (const document of SAMPLE) builder.add(document)
    const bytes = builder.finish()
    const facts = { code: 'BAD_ARGUMENT', field: 'builder' } as const
    await expectError(() => builder.add({ id: 'mới', body: 'tin' }), UsageError, facts)
    await expectError(() => builder.finish(), UsageError, facts)
    expect(openIndex(bytes).search('công đoàn').total).toBeGreaterThan(0)
  })

  it('may have nothing in fields that are not needed', async () => {
    const document = { id: 'a', title: null, lead: undefined, body: 'tin', date: null, province: [], category: '' }
    const index = openIndex(await build(document))
    expect(index.search('tin').total).toBe(1)
    expect(index.facets(['date', 'province', 'category'])).toEqual({
      date: [{ value: null, count: 1 }],
      province: [{ value: null, count: 1 }],
      category: [{ value: null, count: 1 }],
    })
  })
})

describe('no documents', () => {
  it('are an error', async () => {
    await expectError(() => buildIndex([]), InputError, { code: 'EMPTY_INPUT' })
    await expectError(() => new IndexBuilder().finish(), InputError, { code: 'EMPTY_INPUT' })
  })

  it.each([[null], [undefined], [5], ['[]'], [{}]])('%j is no list of documents', async given => {
    await expectError(() => buildIndex(wrong<Document[]>(given)), UsageError, {
      code: 'BAD_ARGUMENT',
      field: 'documents',
    })
  })
})

describe('a build option', () => {
  it.each<readonly [string, unknown, Partial<Facts>]>([
    ['that does not exist', { stor: [] }, { code: 'UNKNOWN_OPTION', got: 'stor' }],
    ['without a field', { fields: {} }, { code: 'BAD_ARGUMENT', field: 'fields' }],
    ['of weight 0', { fields: { body: 0 } }, { code: 'BAD_ARGUMENT', field: 'fields.body', got: 0 }],
    ['of a weight below 0', { fields: { body: -1 } }, { code: 'BAD_ARGUMENT', field: 'fields.body', got: -1 }],
    ['of a weight that is no number', { fields: { body: Number.NaN } }, { code: 'BAD_ARGUMENT', field: 'fields.body' }],
    [
      'of a kind of facet that does not exist',
      { facets: { date: 'dates' } },
      { code: 'BAD_ARGUMENT', field: 'facets.date', got: 'dates' },
    ],
    ['that is null', null, { code: 'BAD_ARGUMENT', got: null }],
    ['that is a string', 'fields', { code: 'BAD_ARGUMENT', got: 'fields' }],
    ['storing no list', { store: 'title' }, { code: 'BAD_ARGUMENT', field: 'store', got: 'title' }],
    ['storing by an object', { store: { title: true } }, { code: 'BAD_ARGUMENT', field: 'store' }],
    ['reporting to what is no function', { onProgress: 'log' }, { code: 'BAD_ARGUMENT', field: 'onProgress' }],
    ['stopping by what is no signal', { signal: {} }, { code: 'BAD_ARGUMENT', field: 'signal' }],
    ['storing what is no name', { store: [5] }, { code: 'BAD_ARGUMENT', field: 'store' }],
    ['of a lead boost below 1', { leadBoost: 0.5 }, { code: 'BAD_ARGUMENT', field: 'leadBoost', got: 0.5 }],
  ])('%s', async (_, options, facts) => {
    await expectError(() => buildIndex(SAMPLE, wrong<BuildOptions>(options)), UsageError, facts)
  })

  it('that does not exist is told with the nearest that does', async () => {
    const error = await errorOf(() => buildIndex(SAMPLE, wrong<BuildOptions>({ feilds: {} })))
    expect(String(error)).toContain('"fields"')
    expect(error).toHaveProperty('expected', expect.arrayContaining(['fields']))
  })

  it('that does not exist is told with three names at most', async () => {
    const index = openIndex(await buildIndex(SAMPLE, { facets: { date: 'date' } }))
    expect(await errorOf(() => index.search('tin', wrong<SearchOptions>({ ofset: 3 })))).toMatchObject({
      expected: ['offset', expect.any(String), expect.any(String)],
    })
    expect(await errorOf(() => index.facets(['dates']))).toMatchObject({ expected: ['date'] })
    const none = openIndex(await buildIndex(SAMPLE, { facets: {} }))
    expect(await errorOf(() => none.facets(['date']))).toMatchObject({ code: 'UNKNOWN_OPTION', expected: [] })
  })

  it('reports progress up to all documents', async () => {
    const seen: number[] = []
    await buildIndex(SAMPLE, { onProgress: ({ documents, bytes }) => seen.push(documents, bytes) })
    expect(seen[seen.length - 2]).toBe(30)
    expect(seen[seen.length - 1]).toBeGreaterThan(1000)
  })

  it('can stop the build', async () => {
    const reason = new Error('đủ rồi')
    await expect(buildIndex(SAMPLE, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('a search', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(SAMPLE))
  })

  it.each([[''], [' \n'], ['?'], ['…!'], ['\u200b\u00ad'], ['()']])('for %j has no word', async query => {
    await expectError(() => index.search(query), QueryError, { code: 'EMPTY_QUERY', got: query })
  })

  it.each([[undefined], [null], [5], [{}], [['đường']]])('for %j is no query', async query => {
    await expectError(() => index.search(wrong<string>(query)), UsageError, { code: 'BAD_ARGUMENT', field: 'query' })
  })

  it.each<readonly [string, unknown, Partial<Facts>]>([
    ['no options', null, { code: 'BAD_ARGUMENT', got: null }],
    ['a number for options', 5, { code: 'BAD_ARGUMENT', got: 5 }],
    ['no constants', { ranking: null }, { code: 'BAD_ARGUMENT', got: null }],
    ['no filter', { filter: null }, { code: 'BAD_ARGUMENT', field: 'filter', got: null }],
    ['an unknown option', { limits: 5 }, { code: 'UNKNOWN_OPTION', got: 'limits' }],
    ['a limit below zero', { limit: -1 }, { code: 'BAD_ARGUMENT', field: 'limit', got: -1 }],
    ['a limit that is not whole', { limit: 1.5 }, { code: 'BAD_ARGUMENT', field: 'limit', got: 1.5 }],
    ['a limit that is no number', { limit: '10' }, { code: 'BAD_ARGUMENT', field: 'limit', got: '10' }],
    ['an endless limit', { limit: Number.POSITIVE_INFINITY }, { code: 'BAD_ARGUMENT', field: 'limit' }],
    ['an offset below zero', { offset: -1 }, { code: 'BAD_ARGUMENT', field: 'offset', got: -1 }],
    ['an unknown facet', { facets: ['provinces'] }, { code: 'UNKNOWN_OPTION', field: 'provinces', got: 'provinces' }],
    ['facets that are no list', { facets: 'date' }, { code: 'BAD_ARGUMENT', field: 'facets' }],
    [
      'a filter by an unknown facet',
      { filter: { author: 'PV' } },
      { code: 'UNKNOWN_OPTION', field: 'author', got: 'author' },
    ],
    ['a filter that is no object', { filter: 'date' }, { code: 'BAD_ARGUMENT', field: 'filter' }],
    ['a filter by a number', { filter: { category: 5 } }, { code: 'BAD_ARGUMENT', field: 'filter.category' }],
    [
      'a filter by a date that is none',
      { filter: { date: '31/12' } },
      { code: 'BAD_ARGUMENT', field: 'filter.date', got: '31/12' },
    ],
    [
      'a range from a date that is none',
      { filter: { date: { from: 'hôm qua' } } },
      { code: 'BAD_ARGUMENT', field: 'filter.date.from', got: 'hôm qua' },
    ],
    ['a range with an unknown end', { filter: { date: { form: '2020' } } }, { code: 'UNKNOWN_OPTION', got: 'form' }],
    ['an unknown way to read marks', { accents: 'none' }, { code: 'BAD_ARGUMENT', field: 'accents', got: 'none' }],
    ['an unknown match', { match: 'some' }, { code: 'BAD_ARGUMENT', field: 'match', got: 'some' }],
    [
      'a highlight that is neither true nor false',
      { highlight: 'yes' },
      { code: 'BAD_ARGUMENT', field: 'highlight', got: 'yes' },
    ],
    ['an unknown constant', { ranking: { k2: 1 } }, { code: 'UNKNOWN_OPTION', got: 'k2' }],
    ['a constant below 0', { ranking: { b: -0.1 } }, { code: 'BAD_ARGUMENT', field: 'ranking.b', got: -0.1 }],
    ...['questionWords', 'unknownMarks', 'otherY'].map(
      name => [`no ${name}`, { ranking: { [name]: 0 } }, { code: 'BAD_ARGUMENT', field: `ranking.${name}` }] as const,
    ),
    ['a constant that is no number', { ranking: { k1: Number.NaN } }, { code: 'BAD_ARGUMENT', field: 'ranking.k1' }],
  ])('with %s is refused', async (_, options, facts) => {
    await expectError(() => index.search('công đoàn', wrong<SearchOptions>(options)), UsageError, facts)
  })

  it.each([
    [{ facets: ['provnce'] }, 'province'],
    [{ filter: { categori: 'x' } }, 'category'],
    [{ limti: 3 }, 'limit'],
  ])('with a misspelt name %j is told the nearest', async (options, nearest) => {
    const error = await errorOf(() => index.search('công đoàn', wrong<SearchOptions>(options)))
    expect(String(error)).toContain(`"${nearest}"`)
    expect(error).toHaveProperty('expected', expect.arrayContaining([nearest]))
  })

  it('answers again after each refusal', async () => {
    const before = index.search('công đoàn', { facets: ['date'] })
    await errorOf(() => index.search('công đoàn', { facets: ['nope'] }))
    await errorOf(() => index.search(''))
    const after = index.search('công đoàn', { facets: ['date'] })
    expect([after.total, after.hits.map(hit => hit.id), after.facets]).toEqual([
      before.total,
      before.hits.map(hit => hit.id),
      before.facets,
    ])
  })

  it('may ask for nothing', () => {
    const { total, hits } = index.search('công đoàn', { limit: 0 })
    expect(hits).toEqual([])
    expect(total).toBe(index.search('công đoàn').total)
    expect(index.search('công đoàn', { offset: 1_000_000 }).hits).toEqual([])
    expect(index.search('công đoàn', { limit: 2 ** 40 }).hits).toHaveLength(total)
    expect(index.search('quýt hồng').total).toBe(0)
  })

  it('takes undefined for an option that is left out', () => {
    const { total } = index.search(
      'công đoàn',
      wrong<SearchOptions>({ limit: undefined, filter: undefined, facets: undefined }),
    )
    expect(total).toBe(index.search('công đoàn').total)
  })

  it('takes long and strange queries', () => {
    for (const query of [
      'công đoàn '.repeat(20_000),
      'ă'.repeat(100_000),
      '\ud800 tin',
      '__proto__ constructor',
      '🇻🇳 tin',
      Array.from({ length: 5000 }, (_, at) => `từ${at}`).join(' '),
    ]) {
      expect(() => index.search(query).total).not.toThrow()
    }
  })

  it('of a document that is not there is refused', async () => {
    await expectError(() => index.explain('không có', 'tin'), UsageError, {
      code: 'BAD_ARGUMENT',
      field: 'id',
      got: 'không có',
    })
    await expectError(() => index.document('không có'), UsageError, {
      code: 'BAD_ARGUMENT',
      field: 'id',
      got: 'không có',
    })
    await expectError(() => index.facets(['nope']), UsageError, { code: 'UNKNOWN_OPTION', got: 'nope' })
  })
})

describe('what is no index', () => {
  it.each([[undefined], [null], ['TIMTIN'], [[1, 2]], [new ArrayBuffer(64)]])('%j is a wrong argument', async bytes => {
    await expectError(() => openIndex(wrong<Uint8Array>(bytes)), UsageError, { code: 'BAD_ARGUMENT', field: 'bytes' })
  })

  it('is told from an index', async () => {
    const text = new TextEncoder().encode('<!doctype html><title>Báo</title>')
    await expectError(() => openIndex(text), IndexFileError, { code: 'NOT_AN_INDEX', offset: 0, got: '<!doctyp' })
  })
})
