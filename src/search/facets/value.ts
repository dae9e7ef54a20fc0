/** A value of a facet: a name, or a number of a number facet; `null` stands for documents in which it is unknown. */
export type FacetValue = string | number | null

/** A span of dates, both ends inclusive; each is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a date-time. */
export interface DateRange {
  readonly from?: string
  readonly to?: string
}

/** A span of numbers: `from` and `to` are in it, `above` and `below` are not. At most one of each side. */
export interface NumberRange {
  readonly from?: number
  readonly to?: number
  readonly above?: number
  readonly below?: number
}

/** One thing that a facet may hold: a value or, for dates and numbers, a range. */
export type FilterItem = FacetValue | DateRange | NumberRange

/** What a facet must hold: one of several values or ranges, for dates also a year, month or day; `null` is unknown. */
export type FilterValue = FilterItem | readonly FilterItem[]

/** Filters by facet; a document must pass all of them. */
export type Filter = Readonly<Record<string, FilterValue>>

/** A value of a facet with the number of matching documents that have it; `null` is the bucket of the unknown. */
export interface FacetBucket {
  readonly value: FacetValue
  readonly count: number
  /** For a year of a date facet, its months (`2024-07`), and `null` for dates without one. */
  readonly months?: readonly FacetBucket[]
  /** For one of the 34 provinces of today in a tree, those of the 63 that it was made of. */
  readonly children?: readonly FacetBucket[]
  /** What to filter by for these documents, where `value` itself does not say it: ranges, weeks, quarters, trees. */
  readonly filter?: FilterValue
}

/** The least and the greatest value of a number or date facet over the matching documents. */
export interface FacetStats {
  /** Documents that have a value. */
  readonly count: number
  /** For dates the first day (`2019-01-31`, in Vietnam) of the earliest; null when no document has a value. */
  readonly min: number | string | null
  /** For dates the last day of the latest. */
  readonly max: number | string | null
}

/** How the periods of a date histogram are cut, in Vietnam; `auto` goes by the time that the documents span. */
export type Interval = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'auto'

/** A range to count, with the name of its bucket. */
export type CountedRange = (DateRange | NumberRange) & { readonly name?: string }

/** A facet to count, with how. Which options go with it depends on its kind. */
export interface FacetOptions {
  readonly field: string
  /** The key of the result, for a second facet of one field. Default: the field. */
  readonly name?: string
  /**
   * Keyword, province and number facets: the commonest first (default), or in the order of the Vietnamese alphabet (of
   * numbers: the least first). The unknown come last.
   */
  readonly sort?: 'count' | 'name'
  /** Keyword, province and number facets: at most so many values, from 0, beside the unknown. Default all. */
  readonly limit?: number
  /**
   * Keyword and province facets: only values in which words begin so, one after the other; marks that are left out may be
   * any (`giao` finds Giáo dục and Giao thông), marks that are typed must agree.
   */
  readonly search?: string
  /** Province facets: the 34 provinces since 1 July 2025 with those of the 63 before in `children`. Default false. */
  readonly tree?: boolean
  /**
   * Date facets: a flat list of periods from the earliest on, `2024-07-09`, `2024-W28` (ISO 8601, from Monday), `2024-07`,
   * `2024-Q3`, `2024`; those without documents are left out. A date too coarse for the interval is among the unknown.
   * Default: years with their months.
   */
  readonly interval?: Interval
  /** Date and number facets: these ranges in their order, which may overlap, instead of values. A date must be inside as a whole. */
  readonly ranges?: readonly CountedRange[]
}

/** A facet to count: its name, or more about it. */
export type FacetRequest = string | FacetOptions
