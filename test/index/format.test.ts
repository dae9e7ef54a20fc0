import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBits } from '../../src/index/bits.js'
import { buildIndex } from '../../src/index/builder.js'
import { frequencyToByte } from '../../src/index/frequency.js'
import { IndexReader } from '../../src/index/reader.js'
import { openIndex } from '../../src/index.js'
import { SMALL_DOCUMENTS } from '../fixtures/format-1/documents.js'
import { EXAMPLE_DOCUMENTS, EXAMPLE_OPTIONS } from '../fixtures/format-1/example.js'
import {
  LEVEL_CODES,
  type List,
  type Pair,
  type Posting,
  readIds,
  readList,
  readSections,
  readStored,
  readTerms,
  u32s,
  unpack,
} from './format-reader.js'
import { randomOf } from './random.js'

const text = readFileSync(new URL('../../FORMAT.md', import.meta.url), 'utf8')
const SMALL = new URL('../fixtures/format-1/small.timtin', import.meta.url)

/** The frequencies that FORMAT.md gives for the levels. */
const LEVELS = [1, 2, 3, 0.5, 1.5, 2.5, 3.5, 4, 5, 6, 7, 9, 12, 16, 24, 40]

function fenced(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``).exec(text)
  return found?.[1] ?? expect.fail(`FORMAT.md has no ${language}`)
}

/** A whole file as the reader of the grammar sees it. */
function decode(file: Uint8Array) {
  const sections = readSections(file)
  const section = (name: string) => sections.get(name) ?? expect.fail(`no section ${name}`)
  const meta = unpack(section('meta'))[0] as Map<string, unknown>
  const documents = meta.get('documents') as number
  const fields = ((meta.get('settings') as Map<string, unknown>).get('fields') as unknown[]).length
  const dictionary = readTerms(section('terms'), u32s(section('blocks')))
  const terms = dictionary.map(({ spelling }) => spelling)
  expect(terms.length).toBe(meta.get('terms'))
  const postings = section('postings')
  expect(postings.length).toBe(Math.ceil(dictionary[terms.length - 1].end / 4) * 4)
  const lists = dictionary.map(({ start, end }) =>
    readList(postings.subarray(start, end), documents, fields, terms.length),
  )
  const ids = readIds(section('ids'), u32s(section('idstarts')))
  expect(ids.length).toBe(documents)
  return {
    sections,
    section,
    meta,
    documents,
    dictionary,
    terms,
    lists,
    ids,
    stored: sections.has('stored') ? readStored(sections, documents) : [],
  }
}

/** A list as timtin's own reader gives it: frequencies as bytes, places in memory. */
function listOf(reader: IndexReader, start: number, end: number) {
  const words = reader.postingWords
  const list = reader.readPostings(start, end)
  const documents = new Int32Array(list.documents.size)
  list.documents.copyTo(documents)
  const inFields = reader.meta.settings.fields.map((_, field) => reader.inField(list, field))
  const postings = [...documents].map((document, at) => ({
    document,
    frequency: list.frequencies[at],
    fields: inFields.map(inField => inField[at] === 1),
  }))
  const directory = reader.pairsOf(list)
  const room = new Int32Array(reader.documents)
  const pairs = [...directory.keys].map((key, pair): Pair => {
    const strongAt = directory.positions(pair, room)
    const size = directory.sizes[pair]
    return {
      other: key >> 1,
      otherFirst: (key & 1) === 1,
      positions: [...room.subarray(0, size)],
      strong: Array.from({ length: size }, (_, at) => readBits(words, strongAt + at, 1)),
    }
  })
  return { postings, pairs }
}

/** The same list as the reader of the grammar gives it. */
function asBytes({ postings, pairs }: List) {
  const withBytes = ({ document, level, fields }: Posting) => ({
    document,
    frequency: frequencyToByte(LEVELS[level]),
    fields,
  })
  return { postings: postings.map(withBytes), pairs }
}

function expectSameAsReader(file: Uint8Array): ReturnType<typeof decode> {
  const found = decode(file)
  const reader = new IndexReader(file)
  reader.verify()
  expect([...reader.terms.all()].flatMap(group => group.spellings)).toEqual(found.terms)
  found.lists.forEach((list, ordinal) => {
    const { start, end } = found.dictionary[ordinal]
    expect(asBytes(list)).toEqual(listOf(reader, start, end))
    expect(list.postings.length).toBe(reader.frequency(start))
  })
  expect(found.ids).toEqual(found.ids.map((_, document) => reader.id(document)))
  return found
}

/** What titles say by themselves: how often each word, and each two side by side in a clause, stand in each of them. */
function countWords(titles: readonly string[]): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>()
  titles.forEach((title, document) => {
    for (const clause of title.toLowerCase().split(/[,;] /)) {
      const words = clause.split(' ')
      for (const key of [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]) {
        const inDocuments = counts.get(key) ?? new Map<number, number>()
        counts.set(key, inDocuments.set(document, (inDocuments.get(document) ?? 0) + 1))
      }
    }
  })
  return counts
}

/** Compares all lists and pairs with what the titles say, every pair with the term that should own it. */
function expectSameAsTitles({ terms, lists }: ReturnType<typeof decode>, titles: readonly string[]): void {
  const found = new Map<string, Map<number, number>>()
  lists.forEach(({ postings, pairs }, ordinal) => {
    found.set(terms[ordinal], new Map(postings.map(({ document, level }) => [document, LEVELS[level]])))
    for (const { other, otherFirst, positions, strong } of pairs) {
      const sizes = [postings.length, lists[other].postings.length]
      expect(sizes[0] < sizes[1] || (sizes[0] === sizes[1] && ordinal <= other)).toBe(true)
      const key = otherFirst ? `${terms[other]} ${terms[ordinal]}` : `${terms[ordinal]} ${terms[other]}`
      found.set(key, new Map(positions.map((position, at) => [postings[position].document, strong[at]])))
    }
  })
  const wanted = countWords(titles)
  for (const [key, inDocuments] of wanted) {
    if (key.includes(' ')) for (const [document, count] of inDocuments) inDocuments.set(document, count >= 1.5 ? 1 : 0)
  }
  expect(found).toEqual(wanted)
}

function numberOf(bits: string): number {
  return [...bits].reduce((sum, bit, at) => sum + Number(bit) * 2 ** at, 0)
}

describe('the worked example of FORMAT.md', () => {
  const hex = fenced('hex').replace(/\s/g, '')
  const file = Uint8Array.from(Buffer.from(hex, 'hex'))
  const titles = EXAMPLE_DOCUMENTS.map(({ title }) => title)

  it('is what timtin writes today', async () => {
    expect(Buffer.from(await buildIndex(EXAMPLE_DOCUMENTS, EXAMPLE_OPTIONS)).toString('hex')).toBe(hex)
  })

  it('has its sections where the text says', () => {
    const places = [...readSections(file)].map(([name, bytes]) => `${name} ${bytes.byteOffset}+${bytes.length}`)
    expect(text.replace(/\s+/g, ' ')).toContain(`${places.join(', ')}.`)
  })

  it('can be read by the grammar alone, with the same result', () => {
    const found = expectSameAsReader(file)
    expectSameAsTitles(found, titles)
    expect(text.replace(/\s+/g, ' ')).toContain(`from ordinal 0: ${found.terms.join(', ')}.`)
    expect(found.ids).toEqual(['a', 'b', 'c'])
    expect(found.stored).toEqual(titles.map(title => [title]))
    expect([...found.section('lengths')]).toEqual(titles.map(title => title.split(' ').length))
    expect(unpack(found.section('abbrevs'))).toEqual([[]])
    expect(found.meta.get('analyzer')).toBe(1)
    expect(found.meta.get('settings')).toEqual(
      new Map<string, unknown>([
        ['fields', [['title', 1]]],
        [
          'facets',
          [
            ['province', 'province'],
            ['date', 'date'],
          ],
        ],
        ['store', ['title']],
        ['leadBoost', 1],
      ]),
    )
  })

  it('has its facets in columns', () => {
    const { section, meta, documents } = decode(file)
    const [[, province], [, date]] = meta.get('columns') as [
      [string, Map<string, unknown>],
      [string, Map<string, unknown>],
    ]
    const values = province.get('values') as string[]
    const names = section('column0')
    const starts = u32s(names.subarray(0, (documents + 1) * 4))
    const numbers = names.subarray((documents + 1) * 4)
    expect(province.get('several')).toBe(true)
    expect(
      starts.slice(1).map((end, at) => [...numbers.subarray(starts[at], end)].map(number => values[number - 1])),
    ).toEqual([['Hà Nội'], ['Hà Nội', 'Huế'], [undefined]])
    expect(date.get('known')).toBe(true)
    const dates = section('column1')
    const view = new DataView(dates.buffer, dates.byteOffset, dates.length)
    const minutes = [0, 1, 2].map(document => new Date(view.getInt32(document * 4, true) * 60000).toISOString())
    expect(minutes).toEqual(['2024-09-06T17:00:00.000Z', '2022-12-31T17:00:00.000Z', '2024-09-07T23:30:00.000Z'])
    expect([...dates.subarray(12)]).toEqual([3, 1, 4])
  })

  it('has the bits that are explained', () => {
    const { section } = decode(file)
    const bytes = section('postings').subarray(4, 10)
    expect(text).toContain(
      Buffer.from(bytes)
        .toString('hex')
        .toUpperCase()
        .replace(/..(?=.)/g, '$& '),
    )
    const lines = fenced('bits')
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/))
    const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0').split('').reverse().join('')).join('')
    expect(lines.map(([code]) => code).join('')).toBe(bits)
    for (const [code, kind, value] of lines) {
      const zeros = code.indexOf('1')
      if (kind === 'fixed') expect(`${code} ${value}`).toBe(`${code} ${numberOf(code)}`)
      else if (kind === 'level') expect([code, LEVEL_CODES.get(code)]).toEqual([code, Number(value)])
      else if (kind === 'unary') expect([code.length, Number(value)]).toEqual([zeros + 1, zeros])
      else expect([code.length, Number(value)]).toEqual([2 * zeros + 1, 2 ** zeros + numberOf(code.slice(zeros + 1))])
    }
  })
})

describe('a larger index', () => {
  const SYLLABLES =
    'biển bờ cá cầu chợ cửa đảo đất đồng đường đèn gạo gió giếng gốm hồ hương khói làng lúa mây mía mũi muối nắng ngói núi nước phố rừng ruộng sóng sông suối thuyền tôm trăng vườn xóm đò'.split(
      ' ',
    )
  const random = randomOf(20241)
  const titles = Array.from({ length: 1200 }, () => {
    const words = SYLLABLES.flatMap((word, at) => (random() < ((at + 1) / SYLLABLES.length) ** 3 * 0.95 ? [word] : []))
    if (random() < 0.3) words.push(...words.slice(0, 4), ...words.slice(-9), ...words.slice(-5), ...words.slice(-2))
    for (let at = words.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[words[at], words[other]] = [words[other], words[at]]
    }
    return words.length > 0 ? words.join(' ') : 'sông'
  })
  const documents = titles.map((title, at) => ({ id: `so-${at}`, title }))

  it('can be read by the grammar too: dense and sparse lists, groups of pairs, positions', async () => {
    const file = await buildIndex(documents, { fields: { title: 1 }, leadBoost: 1, store: ['title'], facets: {} })
    const found = expectSameAsReader(file)
    expectSameAsTitles(found, titles)
    expect(found.stored).toEqual(titles.map(title => [title]))
    expect(u32s(found.section('storedix')).length).toBeGreaterThan(3)
    const forms = found.lists.flatMap(list => [...list.forms])
    expect(forms).toEqual(expect.arrayContaining(['groups', 'positions, all', 'positions, one', 'positions, several']))
    expect(forms).toEqual(expect.arrayContaining(['list, parameter 0', 'list, parameter 5']))
    const levels = found.lists.flatMap(({ postings }) => postings.map(({ level }) => level))
    expect([...new Set(levels)]).toEqual(expect.arrayContaining([0, 1, 2, 7]))

    const lengths = found.section('lengths')
    titles.forEach((title, document) => {
      const byte = lengths[document]
      const words = title.split(' ').length
      const exponent = Math.max(0, (byte >> 3) - 1)
      const least = byte < 16 ? byte : ((byte & 7) + 8) * 2 ** exponent
      expect(words >= least && words < least + 2 ** exponent).toBe(true)
    })
  })

  it('of several fields says which of them have a term', async () => {
    const inFields = titles.map((title, at) => ({
      id: `so-${at}`,
      title: at % 5 === 0 ? title : '',
      lead: at % 3 === 0 ? `${titles[(at + 1) % titles.length]}` : '',
      body: at % 5 === 0 && at % 7 !== 0 ? '' : titles[(at + 2) % titles.length],
    }))
    const file = await buildIndex(inFields, { store: [], facets: {} })
    const found = decode(file)
    const forms = found.lists.flatMap(list => [...list.forms])
    expect(forms).toEqual(expect.arrayContaining(['field, those', 'field, others', 'field, those, none']))
    const reader = new IndexReader(file)
    found.lists.forEach((list, ordinal) => {
      const { start, end } = found.dictionary[ordinal]
      expect(asBytes(list)).toEqual(listOf(reader, start, end))
      for (const { document, fields } of list.postings) {
        const { title, lead, body } = inFields[document]
        const expected = [title, lead, body].map(text => text.split(' ').includes(found.terms[ordinal]))
        expect(fields).toEqual(expected)
      }
    })
  })
})

describe('the file of format 1 that every version opens', () => {
  const file = Uint8Array.from(readFileSync(SMALL))
  const index = openIndex(file)

  it('is the one that was made', () => {
    expect(createHash('sha256').update(file).digest('hex')).toBe(
      'bdc9630b1e646cad331c6d5633925e8544afbb8f759a749ad9285f0d3e2f85f3',
    )
    index.verify()
    expect(index.info()).toMatchObject({ formatVersion: 1, analyzerVersion: 1, documents: 6 })
  })

  it('is read by the grammar', () => {
    const { stored, ids } = expectSameAsReader(file)
    expect(ids).toEqual(SMALL_DOCUMENTS.map(({ id }) => id))
    const names = index.info().store
    expect(stored.map(values => new Map(names.map((name, at) => [name, values[at]])))).toEqual(
      SMALL_DOCUMENTS.map(
        document =>
          new Map(names.map(name => [name, new Map<string, unknown>(Object.entries(document)).get(name) ?? null])),
      ),
    )
  })

  it.each([
    ['bão số 3', ['bao-1']],
    ['bao so 3', ['bao-1']],
    ['nước', ['quy-3', 'lu-2']],
    ['nước sông Hồng', ['lu-2']],
    ['QNSNT', ['quy-3']],
    ['má', ['ma-5']],
    ['"đội bóng"', ['bong-4']],
    ['hà nội', ['bong-4', 'lu-2']],
    ['cà phê Đắk Lắk', ['khong-dau-6']],
  ])('answers %s', (query, ids) => {
    const { hits, total } = index.search(query)
    expect(hits.map(({ id }) => id)).toEqual(ids)
    expect(total).toBe(ids.length)
  })

  it('gives its facets, documents, highlights and abbreviations', () => {
    const { hits, facets } = index.search('hà nội', { facets: ['province', 'date'] })
    expect(facets).toEqual({
      province: [
        { value: 'Hà Nội', count: 2 },
        { value: 'Đà Nẵng', count: 1 },
      ],
      date: [
        { value: '2023', count: 1, months: [{ value: '2023-05', count: 1 }] },
        { value: '2024', count: 1, months: [{ value: '2024-09', count: 1 }] },
      ],
    })
    expect(hits[0].highlights.title).toEqual([
      { text: 'Đội bóng ', match: false },
      { text: 'Hà Nội', match: true },
      { text: ' thắng đậm', match: false },
    ])
    for (const document of SMALL_DOCUMENTS) expect(index.document(document.id)).toEqual(document)
    expect(index.search('hà nội', { filter: { province: 'Đà Nẵng' } }).hits.map(({ id }) => id)).toEqual(['bong-4'])
    expect(index.abbreviations()).toEqual([
      { abbreviation: 'QNSNT', expansion: 'Quỹ Nước sạch nông thôn', documents: 1 },
    ])
    const counts = index.facets(['category']).category.map(({ value, count }) => [value, count])
    expect(counts).toEqual([
      ['thời tiết', 2],
      ['xã hội', 2],
      ['kinh tế', 1],
      ['thể thao', 1],
    ])
  })
})
