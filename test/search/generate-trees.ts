import fc from 'fast-check'
import type { Document } from '../../src/index.js'
import type { QueryInput } from '../../src/search/query/index.js'
import { named, phrase, typed, word } from './generate.js'

/** A query that is settled once there are documents to take phrases from. */
export type Recipe = (documents: readonly Document[]) => QueryInput

/** What clauses ask for beside words: authors are stored, views a column of numbers. */
export const CLAUSE_SETTINGS = {
  facets: { province: 'province', date: 'date', category: 'keyword', views: 'number' },
  store: ['title', 'lead', 'body', 'author'],
} as const
/** The fields that queries over such documents know. */
export const CLAUSE_FIELDS = {
  fields: ['title', 'lead', 'body', 'province', 'date', 'category', 'views', 'author'],
  dateFields: ['date'],
  now: '2024-07-09',
} as const

const AUTHORS = ['Nguyễn Văn Đông', 'Lê Thị Hoà', 'Trần Đường', undefined]

/** Adds authors and views, some unknown. */
export function withColumns(documents: readonly Document[]): Document[] {
  return documents.map((document, at) => {
    const author = AUTHORS[at % AUTHORS.length]
    return { ...document, ...(author ? { author } : {}), ...(at % 3 === 2 ? {} : { views: (at * 7) % 11 }) }
  })
}

/** Some words in a row of some document, or any. */
const phraseText: fc.Arbitrary<(documents: readonly Document[]) => string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 })).map(([which, from, count]) => {
      return (documents: readonly Document[]) => {
        const { body, title } = documents[which % documents.length]
        const words = (from % 3 === 0 && typeof title === 'string' && title !== '' ? title : String(body))
          .split(/[ \n]+/)
          .filter(each => each !== '')
        const start = from % Math.max(1, words.length - count + 1)
        return words.slice(start, start + count).join(' ')
      }
    }),
  },
  { weight: 1, arbitrary: phrase(3, 1).map(text => () => text) },
)

const oneWord = fc.oneof(
  word,
  fc.constantFrom('đuo', 'đư', 'la', 'l', 'hoà', 'thu', 'Cov', '14', 'lieen', 'đoan', 'dongs'),
)
/** A prefix or misspelling needs one letter or digit. */
const leaf: fc.Arbitrary<Recipe> = fc.oneof(
  {
    weight: 4,
    arbitrary: typed(phrase(3, 1, named)).map(
      (words): Recipe =>
        () => ({ words }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(phraseText, fc.constantFrom(0, 0, 0, 1, 2, 5)).map(
      ([text, slop]): Recipe =>
        documents => ({ phrase: text(documents), slop }),
    ),
  },
  {
    weight: 1,
    arbitrary: oneWord.map(
      (prefix): Recipe =>
        () => ({ prefix: prefix.slice(0, 3) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(oneWord, fc.constantFrom(1, 2)).map(
      ([fuzzy, distance]): Recipe =>
        () => ({ fuzzy, distance: distance === 1 ? 1 : 2 }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('title', 'lead', 'body', 'province', 'date', 'category', 'views', 'author').map(
      (exists): Recipe =>
        () => ({ exists }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(11), fc.nat(11), fc.boolean(), fc.boolean(), fc.nat(2)).map(
      ([a, b, includeFrom, includeTo, open]): Recipe =>
        () => ({
          range: {
            field: 'views',
            ...(open === 1 ? {} : { from: Math.min(a, b), includeFrom }),
            ...(open === 2 ? {} : { to: Math.max(a, b) + 1, includeTo }),
          },
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<QueryInput>(
        { range: { field: 'date', from: '2020', to: '2020' } },
        { range: { field: 'date', from: '2020-12' } },
        { range: { field: 'date', to: '2020-12-31' } },
        { range: { field: 'date', from: '2019', to: 'tháng 1/2021' } },
      )
      .map(
        (range): Recipe =>
          () =>
            range,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<QueryInput>(
        { field: 'category', query: { words: 'Công đoàn' } },
        { field: 'category', query: { words: 'kinh te' } },
        { field: 'category', query: { prefix: 'xa' } },
        { field: 'category', query: { fuzzy: 'kimh', distance: 1 } },
        { field: 'category', query: { most: [{ phrase: 'hội' }, { not: { phrase: 'kinh tế' } }] } },
        { field: 'province', query: { words: 'soc trang' } },
        { field: 'province', query: { or: [{ words: 'Đắk Lắk' }, { words: 'trà vinh' }] } },
        { field: 'author', query: { words: 'hòa' } },
        { field: 'author', query: { phrase: 'nguyễn văn' } },
        { field: 'author', query: { prefix: 'đươ' } },
      )
      .map(
        (query): Recipe =>
          () =>
            query,
      ),
  },
)

function wrap(inner: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> {
  const several = fc.array(inner, { minLength: 1, maxLength: 4 })
  const list = (name: 'and' | 'or' | 'most') =>
    several.map(
      (parts): Recipe =>
        documents => {
          const made = parts.map(part => part(documents))
          return name === 'and' ? { and: made } : name === 'or' ? { or: made } : { most: made }
        },
    )
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: list('and') },
    { weight: 2, arbitrary: list('or') },
    { weight: 4, arbitrary: list('most') },
    {
      weight: 1,
      arbitrary: inner.map(
        (part): Recipe =>
          documents => ({ not: part(documents) }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(inner, fc.constantFrom(0.3, 2, 10)).map(
        ([part, boost]): Recipe =>
          documents => ({ boost, query: part(documents) }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(inner, fc.constantFrom('title', 'lead', 'body')).map(
        ([part, field]): Recipe =>
          documents => ({ field, query: part(documents) }),
      ),
    },
  )
}

/** Trees of every kind of node, up to four deep. */
export const recipe: fc.Arbitrary<Recipe> = wrap(wrap(wrap(leaf)))
