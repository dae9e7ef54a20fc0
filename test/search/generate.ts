import fc from 'fast-check'
import type { Document, Filter, SearchOptions } from '../../src/index.js'
import { fold } from '../../src/text/fold.js'

/** Few words, so that they meet often: spellings of the same letters, abbreviations, numbers, names, question words. */
const WORDS = [
  'đường',
  'đương',
  'dương',
  'duong',
  'đuờng',
  'dường',
  'lao',
  'lão',
  'Lào',
  'động',
  'đông',
  'đồng',
  'dong',
  'liên',
  'lien',
  'đoàn',
  'đoan',
  'doan',
  'công',
  'cong',
  'cơ',
  'sở',
  'so',
  'kỹ',
  'kĩ',
  'ky',
  'lý',
  'lí',
  'hòa',
  'hoà',
  'thuỷ',
  'thủy',
  'nhân',
  'viên',
  'chức',
  'tỉnh',
  'gì',
  'nào',
  'bao',
  'nhiêu',
  'sao',
  'LĐLĐ',
  'ldld',
  'CĐCS',
  'cdcs',
  'CĐ',
  'UBND',
  'liên đoàn lao động',
  'công đoàn cơ sở',
  'GD&ĐT',
  'Đắk Lắk',
  'Daklak',
  'Đăk Lăk',
  '2024',
  '4.400',
  '07',
  '9.7',
  '145/2020/NĐ-CP',
  'Covid-19',
  'covid19',
  '145/2020/nd-cp',
  'LĐ-TB&XH',
  'TP.HCM',
  'Jong-un',
  'Москва',
  'ô tô',
  'oto',
  'a',
  'b',
  'không',
  'ko',
  'được',
  'dduwowngf',
  'laox',
  'dong65',
  'BCH',
  'Tổ Lúa Đường (TLĐ)',
  'TLĐ',
]
const GLUE = [' ', ' ', ' ', ' ', ' ', ' ', ', ', '. ', '-', '\n']
const PROVINCES = ['Sóc Trăng', 'Trà Vinh', 'Đắk Lắk', 'Hà Nội']
const DATES = [
  '2019',
  '2020',
  '2020-01',
  '2020-12',
  '2020-12-04',
  '2020-12-31T23:30+07:00',
  '2020-12-31T18:30Z',
  '2021-01-01',
  '2021-01-01T00:10+07:00',
  '2024-02-29',
  '2024-07-09T12:00',
]
const CATEGORIES = ['Công đoàn', 'Kinh tế', 'Xã hội']

/** What names places and dates of the documents; one is none. */
const NAMED = [
  'Hà Nội',
  'ha noi',
  'tỉnh Sóc Trăng',
  'trà vinh',
  'đắk lắk',
  '2020',
  'năm 2019',
  'tháng 12/2020',
  '31/12/2020',
  'quý 3/2024',
  'hôm qua',
  'huyện Kế Sách',
  '2000 đồng',
]

/** One word. */
export const word = fc.constantFrom(...WORDS)
/** Words, and one of eight a place or a date. */
export const named = fc.oneof({ weight: 7, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom(...NAMED) })
/** Words with what stands between them. */
export const phrase = (maxLength: number, minLength = 0, one = word) =>
  fc.array(fc.tuple(one, fc.constantFrom(...GLUE)), { minLength, maxLength }).map(parts => parts.flat().join(''))
/** As people write and type: with marks, without, decomposed, in capitals. */
export const typed = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(9))
    .map(([words, way]) =>
      way < 6 ? words : way === 6 ? words.normalize('NFD') : way === 7 ? words.toUpperCase() : fold(words),
    )

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const province = fc.oneof(
  fc.constantFrom(...PROVINCES),
  fc.uniqueArray(fc.constantFrom(...PROVINCES), { maxLength: 3 }),
)

const shape = fc.record({
  title: optional(phrase(4)),
  lead: optional(phrase(6)),
  body: phrase(14, 1),
  /** A tenth was typed without marks. */
  unmarked: fc.nat(9).map(number => number === 0),
  province: optional(province),
  date: optional(fc.constantFrom(...DATES)),
  category: optional(fc.constantFrom(...CATEGORIES)),
  /** How often the same text comes, so that scores tie. */
  copies: fc.nat(9).map(number => (number < 8 ? 1 : number - 6)),
})

/** Documents in which words, spellings, ties and missing facets are frequent. */
export function corpus(maxLength: number): fc.Arbitrary<Document[]> {
  return fc.array(shape, { minLength: 1, maxLength }).chain(shapes => {
    const documents = shapes.flatMap(({ copies, unmarked, ...fields }) => {
      const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
      const texts = ['title', 'lead', 'body'].flatMap(name =>
        typeof known[name] === 'string' ? [[name, known[name]]] : [],
      )
      const document = unmarked
        ? { ...known, ...Object.fromEntries(texts.map(([name, text]) => [name, fold(text)])) }
        : known
      return Array.from({ length: copies }, () => document)
    })
    // The order of ids is not the order of documents.
    return fc
      .shuffledSubarray([...documents.keys()], { minLength: documents.length })
      .map(order => documents.map((document, at) => ({ ...document, id: `d${order[at]}` })))
  })
}

/** Queries: words marked, unmarked, half-marked, abbreviated, repeated, and some that no document has. */
export const query = typed(
  fc
    .tuple(word, phrase(5, 0, named), fc.constantFrom('', '', '', ' quýt'))
    .map(([first, rest, last]) => `${first} ${rest}${last}`),
)

const dateFilter = fc.oneof(
  fc.constantFrom(...DATES, null),
  fc.array(fc.constantFrom(...DATES, null), { maxLength: 3 }),
  fc.record({ from: fc.constantFrom(...DATES), to: fc.constantFrom(...DATES) }, { requiredKeys: [] }),
)
const nameFilter = (names: readonly string[]) =>
  fc.oneof(fc.constantFrom(...names, null, 'không có'), fc.array(fc.constantFrom(...names, null), { maxLength: 3 }))

/** Filters over the three default facets. */
export const filter: fc.Arbitrary<Filter> = fc
  .record({ province: nameFilter(PROVINCES), date: dateFilter, category: nameFilter(CATEGORIES) }, { requiredKeys: [] })
  .map(made => ({ ...made }))

/** Constants of ranking at and between their ends. */
export const ranking = fc.record(
  {
    k1: fc.constantFrom(0, 0.5, 2),
    b: fc.constantFrom(0, 1),
    shortest: fc.constantFrom(0, 3, 100),
    floor: fc.constantFrom(0, 1),
    pairs: fc.constantFrom(0, 1),
    dependence: fc.constantFrom(0, 0.4, 1),
    unmarkedPairs: fc.constantFrom(0, 1),
    most: fc.constantFrom(1, 2),
    questionWords: fc.constantFrom(0.1, 1),
    unknownMarks: fc.constantFrom(0.1, 0.3, 1),
    otherY: fc.constantFrom(0.1, 0.3, 1),
    informal: fc.constantFrom(0.1, 1),
    understood: fc.constantFrom(0, 0.1, 0.5),
  },
  { requiredKeys: [] },
)

/** Search options of every kind. */
export const options: fc.Arbitrary<SearchOptions> = fc.record(
  {
    limit: fc.oneof(fc.constantFrom(0, 1, 3, 1000), fc.nat(20)),
    offset: fc.oneof(fc.constant(0), fc.nat(10)),
    filter,
    facets: fc.subarray(['province', 'date', 'category']),
    accents: fc.constantFrom('auto', 'strict', 'ignore'),
    match: fc.constantFrom('any', 'most', 'all'),
    highlight: fc.constant(false),
    understand: fc.boolean(),
    now: fc.constantFrom('2020-12-05', '2024-07-10'),
    ranking,
  },
  { requiredKeys: [] },
)

/** Searches for a few of the best in which slots may be left out: no facets are counted, and hits are few. */
export const bestFew: fc.Arbitrary<SearchOptions> = fc.record(
  {
    limit: fc.integer({ min: 1, max: 4 }),
    offset: fc.nat(2),
    filter: fc.oneof(fc.constant({}), filter),
    accents: fc.constantFrom('auto', 'ignore'),
    match: fc.constantFrom('any', 'most', 'all'),
    highlight: fc.constant(false),
    ranking,
  },
  { requiredKeys: ['limit', 'match'] },
)

/** What may be asked of any query, without filters and facets. */
export const fewOptions: fc.Arbitrary<SearchOptions> = fc.record(
  {
    limit: fc.constantFrom(1, 3, 1000),
    accents: fc.constantFrom('auto', 'strict', 'ignore'),
    match: fc.constantFrom('any', 'most', 'all'),
    ranking,
  },
  { requiredKeys: ['limit'] },
)
