import type { Article, Document } from '../article.js'
import { type DateEvidence, publicationDate } from './date.js'
import type { Derived } from './derived.js'
import { articleProvince, type PlaceEvidence } from './province.js'

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
  'date' | 'dateSource' | 'dateConfidence' | 'province' | 'provinceSource' | 'provinceConfidence'
>

/** Date and province from all the evidence, and where the page contradicts itself. */
export function deriveFields(
  dates: DateEvidence,
  places: Omit<PlaceEvidence, 'date'>,
): { readonly fields: DerivedFields; readonly contradiction?: string } {
  const { date, contradiction } = publicationDate(dates)
  const province = articleProvince({ ...places, ...(date === undefined ? {} : { date: date.value }) })
  return {
    fields: { ...dateFields(date), ...provinceFields(province) },
    ...(contradiction === undefined ? {} : { contradiction }),
  }
}

function dateFields(date: Derived | undefined): DerivedFields {
  if (date === undefined) return {}
  return {
    date: date.value,
    dateConfidence: date.confidence,
    ...(date.source === undefined ? {} : { dateSource: date.source }),
  }
}

function provinceFields(province: Derived | undefined): DerivedFields {
  if (province === undefined) return {}
  return {
    province: province.value,
    provinceConfidence: province.confidence,
    ...(province.source === undefined ? {} : { provinceSource: province.source }),
  }
}

/**
 * A document with what its own words say of its date and province, where it has none: records of a CMS, lines of NDJSON.
 * What it states stays as it is.
 */
export function deriveDocument(document: Document, _options: DeriveOptions = {}): Article {
  const { title = '', lead, body = '' } = document
  const text = lead === undefined ? body : `${lead}\n${body}`
  const { fields } = deriveFields(
    {
      title,
      paragraphs: text.split('\n'),
      body: text,
      stamps: [],
      ...(document.date === undefined ? {} : { structured: document.date }),
    },
    { title, body: text, source: [document.source, document.url].filter(value => value !== undefined), site: '' },
  )
  const { province } = document
  return { ...document, ...fields, ...(province === undefined ? {} : { province }) }
}
