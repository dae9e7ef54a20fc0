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

/** A document that ingest derived from a page, with the evidence for what it derived. */
export interface Article extends Document {
  /** The words on the page that decided `date`. Absent when `date` is absent or came as structured data. */
  readonly dateSource?: string
  /** How likely `date` is right, 0 to 1. */
  readonly dateConfidence?: number
  /** The words on the page that decided `province`. */
  readonly provinceSource?: string
  /** How likely `province` is right, 0 to 1. */
  readonly provinceConfidence?: number
}
