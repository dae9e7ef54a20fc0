/**
 * A document as timtin indexes it: any object with a string `id` and some text. The fields named here have a meaning by
 * default; others can be stored, searched or used as facets by naming them in the build options.
 */
export interface Document {
  readonly id: string
  readonly title?: string
  /** The standfirst: the paragraph under the headline. */
  readonly lead?: string
  readonly body?: string
  /** ISO 8601 date or date-time: `2024`, `2024-07`, `2024-07-09`, `2020-12-04T17:12+07:00`. */
  readonly date?: string
  /** Province by its official name, or several. */
  readonly province?: string | readonly string[]
  readonly author?: string
  readonly source?: string
  readonly url?: string
  readonly category?: string
  readonly [field: string]: unknown
}

/** What decided a derived field: data that the page states, its date line, an event that it tells of, its address. */
export type DateFrom = 'structured' | 'stamp' | 'event' | 'url'

/** How fine a date is. */
export type DatePrecision = 'time' | 'day' | 'month' | 'year'

/** A picture of an article. */
export interface ArticleImage {
  /** Absolute where the page says its own address; else as the page writes it. */
  readonly url: string
  /** The words under it, credit included. */
  readonly caption?: string
}

/** A document that ingest derived from a page, with the evidence for what it derived. */
export interface Article extends Document {
  /** The words on the page that decided `date`. Absent when `date` is absent or came as structured data. */
  readonly dateSource?: string
  /** What kind of evidence decided `date`. */
  readonly dateFrom?: DateFrom
  /** How fine `date` is. */
  readonly datePrecision?: DatePrecision
  /** How likely `date` is right, 0 to 1; an `event` date may lie some days before publication. */
  readonly dateConfidence?: number
  /** Days (ISO) that the news names by the lunar calendar, resolved near `date`: days of events, never of publication. */
  readonly eventDates?: readonly string[]
  /** The words on the page that decided `province`. */
  readonly provinceSource?: string
  /** How the words name the province, the strongest first: see `PlaceKind`. Absent when the document stated it. */
  readonly provinceFrom?: string
  /** How likely `province` is right, 0 to 1. */
  readonly provinceConfidence?: number
  /** All provinces that the news concerns, the main one first; absent where `province` is the only one. */
  readonly provinces?: readonly string[]
  /**
   * The province among the 34 since 1 July 2025, whatever the date: the parent of `province`, so that a facet of this field
   * holds old Sóc Trăng and Hậu Giang under Cần Thơ.
   */
  readonly province2025?: string
  /** The province among the 63 before that day, where the words say which; tells old Đắk Lắk from the new one. */
  readonly province63?: string
  /** The district-level unit that the words name, without its kind. */
  readonly district?: string
  /** The pictures between headline and end, in their order; one that the page names for sharing where it shows none. */
  readonly images?: readonly ArticleImage[]
  /** The id of the article that this one is a near-duplicate of: the first of them that was read. */
  readonly duplicateOf?: string
}
