import type { DateFrom } from '../article.js'

/** A value that was derived, with the words that decided it. */
export interface Derived {
  readonly value: string
  /** The words on the page; absent for structured data. */
  readonly source?: string
  /** 0 to 1. */
  readonly confidence: number
}

/** A date that was derived, with the kind of evidence. */
export interface DerivedDate extends Derived {
  readonly from: DateFrom
}
