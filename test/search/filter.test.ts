import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, type FilterValue, openIndex, type SearchIndex } from '../../src/index.js'

/** Dates as precise as documents have them; the id says which. */
const DATES: readonly (readonly [id: string, date: string | undefined])[] = [
  ['year', '2020'],
  ['month', '2020-12'],
  ['day', '2020-12-31'],
  // Half an hour before midnight in Vietnam.
  ['minute', '2020-12-31T23:30+07:00'],
  // The first of January there.
  ['zulu', '2020-12-31T18:30Z'],
  ['next', '2021'],
  ['leap', '2024-02-29'],
  ['none', undefined],
]

describe('a filter by date holds a document whose date lies inside it as a whole', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(
      await buildIndex(DATES.map(([id, date]) => ({ id, body: 'tin', ...(date === undefined ? {} : { date }) }))),
    )
  })

  it.each<readonly [string, FilterValue, readonly string[]]>([
    ['a year', '2020', ['year', 'month', 'day', 'minute']],
    ['the next year', '2021', ['zulu', 'next']],
    // A year is in no month, a month on no day, a day at no minute.
    ['a month', '2020-12', ['month', 'day', 'minute']],
    ['a month without any', '2020-01', []],
    ['a day', '2020-12-31', ['day', 'minute']],
    ['the day of another zone', '2021-01-01', ['zulu']],
    ['a minute', '2020-12-31T23:30+07:00', ['minute']],
    ['the same minute elsewhere', '2020-12-31T16:30Z', ['minute']],
    ['the minute before', '2020-12-31T23:29', []],
    ['a range of years', { from: '2020', to: '2021' }, ['year', 'month', 'day', 'minute', 'zulu', 'next']],
    ['from a month on', { from: '2020-12' }, ['month', 'day', 'minute', 'zulu', 'next', 'leap']],
    ['from within a month', { from: '2020-12-15' }, ['day', 'minute', 'zulu', 'next', 'leap']],
    ['to the end of a day', { to: '2020-12-31' }, ['year', 'month', 'day', 'minute']],
    ['to the day before', { to: '2020-12-30' }, []],
    ['a range of days', { from: '2020-12-31', to: '2021-01-01' }, ['day', 'minute', 'zulu']],
    ['a range of minutes', { from: '2020-12-31T23:00', to: '2020-12-31T23:30' }, ['minute']],
    ['an empty range', { from: '2021', to: '2020' }, []],
    ['any date', {}, ['year', 'month', 'day', 'minute', 'zulu', 'next', 'leap']],
    ['the unknown', null, ['none']],
    ['one of several', ['2020-12-31', '2024', null], ['day', 'minute', 'leap', 'none']],
    // Each of several is asked for itself: they are not joined to one span.
    ['two halves of a year', ['2020-12', '2021-01'], ['month', 'day', 'minute', 'zulu']],
    ['none of none', [], []],
  ])('%s', (_, date, expected) => {
    const { total, hits } = index.search('tin', { filter: { date }, limit: 100 })
    expect(hits.map(hit => hit.id).sort()).toEqual([...expected].sort())
    expect(total).toBe(expected.length)
  })
})

describe('a filter by names', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(
      await buildIndex([
        { id: 'one', body: 'tin', province: 'Cà Mau', category: 'Đời sống' },
        { id: 'two', body: 'tin', province: ['Cà Mau', 'TP.HCM'], category: ' Công đoàn ' },
        { id: 'none', body: 'tin', province: [], category: '' },
      ]),
    )
  })

  it.each<readonly [string, Readonly<Record<string, FilterValue>>, readonly string[]]>([
    ['a province', { province: 'Cà Mau' }, ['one', 'two']],
    ['a province by another name', { province: 'Thành phố Hồ Chí Minh' }, ['two']],
    ['a province without marks', { province: 'ca mau' }, ['one', 'two']],
    ['a province decomposed', { province: 'Cà Mau'.normalize('NFD') }, ['one', 'two']],
    ['several', { province: ['TP. Hồ Chí Minh', null] }, ['two', 'none']],
    ['the unknown', { province: null }, ['none']],
    ['a keyword, without the blanks around it', { category: 'Công đoàn' }, ['two']],
    ['a keyword just as it is written', { category: 'công đoàn' }, []],
    ['two facets', { province: 'Cà Mau', category: ['Đời sống', null] }, ['one']],
    ['a name that is not there', { category: 'Thể thao' }, []],
    ['an empty list', { category: [] }, []],
    ['nothing', {}, ['one', 'two', 'none']],
  ])('%s', (_, filter, expected) => {
    const { total, hits } = index.search('tin', { filter })
    expect(hits.map(hit => hit.id).sort()).toEqual([...expected].sort())
    expect(total).toBe(expected.length)
  })
})
