import { findLunarDates, resolveLunar } from '../analysis/dates/index.js'
import type { Article, DatePrecision, Document } from '../article.js'
import { type DateEvidence, publicationDate } from './date.js'
import type { DerivedDate } from './derived.js'
import { articleProvince, type DerivedPlaces, type PlaceEvidence } from './province.js'

/** What is known beside an article's own words. */
export interface DeriveOptions {
  /**
   * ISO date or date-time at which the page was fetched: "hôm qua" and "2 giờ trước" are counted from it, and no article is
   * later. Default: unknown, and such words date nothing.
   */
  readonly crawled?: string
}

/** The fields that are derived from an article's words. */
export type DerivedFields = Pick<
  Article,
  | 'date'
  | 'dateSource'
  | 'dateFrom'
  | 'datePrecision'
  | 'dateConfidence'
  | 'eventDates'
  | 'province'
  | 'provinceSource'
  | 'provinceFrom'
  | 'provinceConfidence'
  | 'provinces'
  | 'province2025'
  | 'province63'
  | 'district'
>

/** Date and province from all the evidence, and where the page contradicts itself. */
export function deriveFields(
  dates: DateEvidence,
  places: Omit<PlaceEvidence, 'date'>,
): { readonly fields: DerivedFields; readonly contradiction?: string } {
  const { date, contradiction } = publicationDate(dates)
  const province = articleProvince({ ...places, ...(date === undefined ? {} : { date: date.value }) })
  return {
    fields: {
      ...dateFields(date),
      ...eventFields(`${dates.title}\n${dates.body}`, date?.value),
      ...provinceFields(province),
    },
    ...(contradiction === undefined ? {} : { contradiction }),
  }
}

/** How fine an ISO date is: `2024` year, `2024-07` month, `2024-07-09` day, with a time behind it time. */
export function precisionOf(iso: string): DatePrecision {
  return iso.length > 10 ? 'time' : iso.length > 7 ? 'day' : iso.length > 4 ? 'month' : 'year'
}

function dateFields(date: DerivedDate | undefined): DerivedFields {
  if (date === undefined) return {}
  return {
    date: date.value,
    ...(date.source === undefined ? {} : { dateSource: date.source }),
    dateFrom: date.from,
    datePrecision: precisionOf(date.value),
    dateConfidence: date.confidence,
  }
}

/** Characters that are read for lunar days, and how many of them are kept. */
const lunarLength = 4000
const mostEvents = 10

function eventFields(text: string, date: string | undefined): DerivedFields {
  if (date === undefined || date.length < 10) return {}
  const days = new Set<string>()
  for (const mention of findLunarDates(text.slice(0, lunarLength))) {
    const day = resolveLunar(mention, date)
    if (day !== undefined) days.add(day)
  }
  return days.size === 0 ? {} : { eventDates: [...days].slice(0, mostEvents) }
}

function provinceFields(province: DerivedPlaces | undefined): DerivedFields {
  if (province === undefined) return {}
  return {
    province: province.value,
    ...(province.source === undefined ? {} : { provinceSource: province.source }),
    provinceFrom: province.kind,
    provinceConfidence: province.confidence,
    ...(province.all.length > 1 ? { provinces: province.all } : {}),
    province2025: province.name2025,
    ...(province.name63 === undefined ? {} : { province63: province.name63 }),
    ...(province.district === undefined ? {} : { district: province.district }),
  }
}

/**
 * A document with what its own words say of its date and province, where it has none: records of a CMS, lines of NDJSON.
 * What it states stays as it is, without a word on how sure it is.
 */
export function deriveDocument(document: Document, options: DeriveOptions = {}): Article {
  const { title = '', lead, body = '', url, source, date: stated, province } = document
  const text = lead === undefined ? body : `${lead}\n${body}`
  const date =
    stated === undefined
      ? publicationDate({
          title,
          paragraphs: text.split('\n'),
          body: text,
          stamps: [],
          ...(url === undefined ? {} : { url }),
          ...(options.crawled === undefined ? {} : { crawled: options.crawled }),
        }).date
      : undefined
  const day = stated ?? date?.value
  const places =
    province === undefined
      ? articleProvince({
          title,
          body: text,
          source: [source, url].filter(value => value !== undefined),
          site: '',
          ...(day === undefined ? {} : { date: day }),
        })
      : undefined
  return { ...document, ...dateFields(date), ...eventFields(`${title}\n${text}`, day), ...provinceFields(places) }
}
