import { provinceOf, provincesOf2025 } from '../../src/analysis/places/index.js'
import type { Document, FacetBucket, FacetKind, FacetOptions, Filter, FilterValue } from '../../src/index.js'
import { fold } from '../../src/text/fold.js'
import { endOf, inVietnam, startOf } from './oracle-dates.js'

const DAY = 86_400_000
const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const vietnamese = new Intl.Collator('vi')

interface Ends {
  readonly from?: unknown
  readonly to?: unknown
  readonly above?: unknown
  readonly below?: unknown
}

function count<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
}

/** The distinct values of a facet of a document. */
export function valuesOf(document: Document, facet: string): string[] {
  const value = document[facet]
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(list.filter((item): item is string => typeof item === 'string' && item !== ''))]
}

/** Filters and counts facets document by document, from their own fields. */
export class OracleFacets {
  constructor(private readonly kinds: ReadonlyMap<string, FacetKind>) {}

  /** Whether a document passes a filter; the part of the filter that is about `but` is left out. */
  passes(document: Document, filter: Filter, but?: string): boolean {
    return Object.entries(filter).every(([facet, value]) => facet === but || this.passesOne(document, facet, value))
  }

  private passesOne(document: Document, facet: string, value: FilterValue): boolean {
    const wanted: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (this.kinds.get(facet) === 'number') {
      const number = document[facet]
      return wanted.some(item =>
        typeof number !== 'number' || item === null
          ? typeof number !== 'number' && item === null
          : numberInside(number, typeof item === 'number' ? { from: item, to: item } : (item as Ends)),
      )
    }
    const own = valuesOf(document, facet)
    if (this.kinds.get(facet) !== 'date')
      return wanted.some(item => (item === null ? own.length === 0 : own.includes(String(item))))
    const [date] = own
    if (date === undefined) return wanted.includes(null)
    return wanted.some(item => {
      if (item === null) return false
      return dateInside(date, typeof item === 'string' ? { from: item, to: item } : (item as Ends))
    })
  }

  /** The buckets of a facet over some documents. */
  buckets(given: FacetOptions, documents: readonly Document[]): FacetBucket[] {
    const { field, ranges } = given
    const kind = this.kinds.get(field)
    const has = (document: Document) =>
      kind === 'number' ? typeof document[field] === 'number' : valuesOf(document, field).length > 0
    const known = documents.filter(has)
    const unknown = known.length < documents.length ? [{ value: null, count: documents.length - known.length }] : []
    if (ranges) {
      const counted = ranges.map(range => {
        const { name, ...ends } = range
        const inside = known.filter(document => this.passesOne(document, field, ends)).length
        return { value: name ?? '', count: inside, filter: ends }
      })
      return [...counted, ...unknown]
    }
    if (kind === 'date') return this.dates(given, known, unknown)
    if (kind === 'number') return [...ordered(count(known.map(document => Number(document[field]))), given), ...unknown]
    const rest = given.search === undefined ? unknown : []
    if (given.tree) return [...tree(given, known), ...rest]
    const all = count(known.flatMap(document => valuesOf(document, field)))
    return [
      ...ordered(
        all.filter(([value]) => isFound(value, given.search)),
        given,
      ),
      ...rest,
    ]
  }

  private dates({ field, interval }: FacetOptions, known: readonly Document[], unknown: FacetBucket[]): FacetBucket[] {
    const dates = known.map(document => inVietnam(valuesOf(document, field)[0]))
    if (!interval) return [...yearsAndMonths(dates), ...unknown]
    const period = interval === 'auto' ? automatic(dates) : interval
    const periods = dates.map(date => periodOf(date, period))
    const without = periods.filter(each => each === undefined).length + (unknown[0]?.count ?? 0)
    const named = count(periods.filter((each): each is string => each !== undefined)).sort(([a], [b]) =>
      byCodeUnits(a, b),
    )
    return [
      ...named.map(([value, number]) => ({ value, count: number, ...(filterOf(value) ?? {}) })),
      ...(without > 0 ? [{ value: null, count: without }] : []),
    ]
  }
}

function numberInside(number: number, { from, to, above, below }: Ends): boolean {
  if (from !== undefined && number < Number(from)) return false
  if (to !== undefined && number > Number(to)) return false
  if (above !== undefined && number <= Number(above)) return false
  return below === undefined || number < Number(below)
}

/** A document is inside a span with the whole of its date: a year is in no month. */
function dateInside(date: string, { from, to }: Ends): boolean {
  return (
    (from === undefined || startOf(date) >= startOf(String(from))) &&
    (to === undefined || endOf(date) <= endOf(String(to)))
  )
}

function ordered<T extends string | number>(counted: [T, number][], { sort, limit }: FacetOptions): FacetBucket[] {
  const byValue = (a: T, b: T): number =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : sort === 'name'
        ? vietnamese.compare(String(a), String(b)) || byCodeUnits(String(a), String(b))
        : byCodeUnits(String(a), String(b))
  counted.sort(([a, many], [b, few]) => (sort === 'name' ? 0 : few - many) || byValue(a, b))
  return counted.slice(0, limit).map(([value, number]) => ({ value, count: number }))
}

/** Whether some words of a name in a row begin with, or are, the words typed; the marks typed must be there. */
function isFound(name: string, search: string | undefined): boolean {
  if (search === undefined) return true
  const words = name.toLowerCase().split(/[\s/,.-]+/)
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const fits = (word: string, typed: string, last: boolean) =>
    (last ? fold(word).startsWith(fold(typed)) : fold(word) === fold(typed)) &&
    [...typed].every((letter, at) => letter === fold(letter) || letter === word[at])
  return words.some((_, from) =>
    wanted.every((typed, at) => fits(words[from + at] ?? '', typed, at === wanted.length - 1)),
  )
}

/** The 34 provinces, each with those of the 63 that it was made of. */
function tree({ field, search, ...options }: FacetOptions, known: readonly Document[]): FacetBucket[] {
  const values = [...new Set(known.flatMap(document => valuesOf(document, field)))]
  const top = [...new Set(values.map(value => provinceOf(value)?.name2025 ?? value))]
  const made = top.flatMap((name): [string, number, FacetBucket][] => {
    const parts = provinceOf(name) ? provincesOf2025(name) : [name]
    const below = parts.flatMap((part): [string, number][] => {
      const holders = known.filter(document => valuesOf(document, field).includes(part)).length
      return holders > 0 && (isFound(name, search) || isFound(part, search)) ? [[part, holders]] : []
    })
    if (below.length === 0) return []
    const holders = known.filter(document => valuesOf(document, field).some(value => parts.includes(value))).length
    const sorted = ordered(below, { field, ...(options.sort ? { sort: options.sort } : {}) })
    const bucket = { value: name, count: holders, ...(provinceOf(name) ? { children: sorted, filter: parts } : {}) }
    return [[name, holders, bucket]]
  })
  const order = ordered(
    made.map(([name, holders]) => [name, holders]),
    { field, ...options },
  )
  return order.flatMap(({ value }) => made.filter(([name]) => name === value).map(([, , bucket]) => bucket))
}

function yearsAndMonths(dates: readonly string[]): FacetBucket[] {
  const years = count(dates.map(date => date.slice(0, 4))).sort(([a], [b]) => byCodeUnits(a, b))
  return years.map(([year, number]) => {
    const ofYear = dates.filter(date => date.startsWith(year))
    const months = count(ofYear.filter(date => date.length > 4).map(date => date.slice(0, 7)))
    const named: FacetBucket[] = months
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([value, some]) => ({ value, count: some }))
    const without = ofYear.filter(date => date.length === 4).length
    return { value: year, count: number, months: without > 0 ? [...named, { value: null, count: without }] : named }
  })
}

/** The finest interval that makes a readable list of the days from the first to the last. */
function automatic(dates: readonly string[]): 'day' | 'week' | 'month' | 'quarter' | 'year' {
  const days = (Math.max(...dates.map(endOf)) - Math.min(...dates.map(startOf))) / DAY
  if (!(days > 0)) return 'year'
  return days <= 31 ? 'day' : days <= 280 ? 'week' : days <= 1098 ? 'month' : days <= 3660 ? 'quarter' : 'year'
}

/** The period of a date as Vietnam's calendar has it; undefined where it is too coarse. */
function periodOf(date: string, interval: 'day' | 'week' | 'month' | 'quarter' | 'year'): string | undefined {
  const [year, month, day] = date.split('-')
  if (interval === 'year') return year
  if (month === undefined) return undefined
  if (interval === 'month') return `${year}-${month}`
  if (interval === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`
  if (day === undefined) return undefined
  return interval === 'day' ? date : isoWeek(date)
}

/** The week counted from the Monday on or before 4 January, by going from day to day. */
function isoWeek(date: string): string {
  const monday = (time: number) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY
  const own = monday(Date.parse(date))
  const year = [1, 0, -1]
    .map(more => Number(date.slice(0, 4)) + more)
    .find(each => monday(Date.parse(`${each}-01-04`)) <= own)
  const first = monday(Date.parse(`${year}-01-04`))
  return `${year}-W${String(Math.round((own - first) / DAY / 7) + 1).padStart(2, '0')}`
}

/** What a week or a quarter is filtered by. */
function filterOf(period: string): { readonly filter: FilterValue } | undefined {
  const quarter = /^(\d+)-Q(\d)$/.exec(period)
  if (quarter) {
    const month = (number: number) => `${quarter[1]}-${String(number).padStart(2, '0')}`
    const last = Number(quarter[2]) * 3
    return { filter: { from: month(last - 2), to: month(last) } }
  }
  const week = /^(\d+)-W(\d+)$/.exec(period)
  if (!week) return undefined
  for (let time = Date.parse(`${Number(week[1]) - 1}-12-28`); ; time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10)
    if (isoWeek(day) === period)
      return { filter: { from: day, to: new Date(time + 6 * DAY).toISOString().slice(0, 10) } }
  }
}
