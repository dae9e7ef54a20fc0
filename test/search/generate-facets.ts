import fc from 'fast-check'
import type { BuildOptions, Document, FacetOptions, Filter } from '../../src/index.js'

/** Facets of every kind, for `faceted`. */
export const FACETS = {
  facets: { province: 'province', date: 'date', category: 'keyword', views: 'number', score: 'number' },
  store: [],
} as const satisfies BuildOptions

/** Provinces that became one with others among them. */
const PROVINCES = ['Cần Thơ', 'Sóc Trăng', 'Hậu Giang', 'Trà Vinh', 'Vĩnh Long', 'Hà Nội', 'Đắk Lắk', 'Trường Sa Lớn']
const CATEGORIES = [
  'Ảnh',
  'An toàn giao thông',
  'Giáo dục',
  'Giao thông',
  'Đời sống',
  'Dân sinh',
  'Ăn uống',
  'Zalo',
  'ẩm thực',
]
const DATES = [
  '2019',
  '2020',
  '2020-01',
  '2020-12',
  '2020-12-28',
  '2020-12-31T23:30+07:00',
  '2020-12-31T18:30Z',
  '2021-01-01',
  '2021-01-03',
  '2021-01-04',
  '2021-03-31',
  '2021-04',
  '2024-02-29',
  '2024-12-30',
  '1975-04-30',
]
const VIEWS = [0, 1, 2, 3, 10, 200, -5, 70_000]
const SCORES = [0, 0.1, 0.25, 1.5, -2.75, 1e9, 5]

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })
const names = (all: readonly string[], most: number) =>
  fc.oneof(fc.constantFrom(...all), fc.uniqueArray(fc.constantFrom(...all), { maxLength: most }))

/** Documents that all hold `tin`, some of them more, with facets of every kind. */
export const faceted: fc.Arbitrary<Document[]> = fc
  .tuple(
    fc.array(
      fc.record({
        body: fc.constantFrom('tin', 'tin', 'tin tin tin', 'tin vui', 'tin tức hôm nay'),
        province: optional(names(PROVINCES, 3)),
        date: optional(fc.constantFrom(...DATES)),
        category: optional(names(CATEGORIES, 3)),
        views: optional(fc.constantFrom(...VIEWS)),
        score: optional(fc.constantFrom(...SCORES)),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    fc.boolean(),
  )
  .map(([shapes, single]) =>
    shapes.map((shape, at) => {
      const known = Object.entries(shape).filter(([, value]) => value !== undefined)
      // In half of the collections every document has one value at most.
      const values = known.map(([name, value]) => [name, single && Array.isArray(value) ? value.slice(0, 1) : value])
      return { ...Object.fromEntries(values), body: shape.body, id: `d${(at * 7919) % 1000}` }
    }),
  )

const sort = fc.constantFrom('count', 'name')
const limit = fc.nat(4)
const search = fc.constantFrom('giao', 'giáo', 'an', 'ăn', 'a', 'giao th', 'can tho', 'Sóc', 'h', '')
const dateEnds = fc.record({ from: fc.constantFrom(...DATES), to: fc.constantFrom(...DATES) }, { requiredKeys: [] })
const numberEnds = fc.oneof(
  fc.record({ from: fc.constantFrom(...VIEWS), to: fc.constantFrom(...VIEWS) }, { requiredKeys: [] }),
  fc.record({ above: fc.constantFrom(...SCORES), below: fc.constantFrom(...SCORES) }, { requiredKeys: [] }),
  fc.record({ from: fc.constantFrom(...SCORES), below: fc.constantFrom(...SCORES) }, { requiredKeys: [] }),
)
const named = <T extends object>(ends: fc.Arbitrary<T>) =>
  fc.array(
    fc.tuple(ends, fc.nat(9)).map(([range, number]) => ({ ...range, name: `khoảng ${number}` })),
    { maxLength: 4 },
  )
const interval = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'auto')

/** Requests of every kind. */
export const facetRequest: fc.Arbitrary<FacetOptions> = fc.oneof(
  fc.record({ field: fc.constant('category'), sort, limit, search }, { requiredKeys: ['field'] }),
  fc.record({ field: fc.constant('province'), sort, limit, search, tree: fc.boolean() }, { requiredKeys: ['field'] }),
  fc.record({ field: fc.constant('date'), interval }, { requiredKeys: ['field'] }),
  fc.record({ field: fc.constant('date'), ranges: named(dateEnds) }),
  fc.record({ field: fc.constantFrom('views', 'score'), sort, limit }, { requiredKeys: ['field'] }),
  fc.record({ field: fc.constantFrom('views', 'score'), ranges: named(numberEnds) }),
)

/** Filters over facets of every kind. */
export const facetFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      province: names([...PROVINCES], 3),
      date: fc.oneof(fc.constantFrom(...DATES, null), dateEnds, fc.array(dateEnds, { maxLength: 2 })),
      category: fc.array(fc.constantFrom(...CATEGORIES, null), { maxLength: 3 }),
      views: fc.oneof(fc.constantFrom(...VIEWS, null), numberEnds),
      score: fc.array(fc.oneof(fc.constantFrom(...SCORES, null), numberEnds), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map(made => ({ ...made }))
