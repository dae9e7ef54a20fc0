/** What a date mention fixes: a day, a day with a time, a month, a quarter, a year, several years, or a distance from now. */
export type DateKind = 'date' | 'date-time' | 'month' | 'quarter' | 'year' | 'year-range' | 'relative'

/** rạng sáng · sáng · trưa · chiều · tối · đêm. */
export type PartOfDay = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

export type RelativeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** A date as a text gives it; what the text leaves out is absent. */
export interface DateMention {
  readonly kind: DateKind
  /** The words, with part of day, weekday and `ngày` in front and the time beside it: `Chiều 9.7`. */
  readonly text: string
  /** Offsets of `text` in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly year?: number
  /** 1 to 12. */
  readonly month?: number
  /** 1 to 31. */
  readonly day?: number
  /** 0 to 23; `2h chiều` is 14. */
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** 1 to 4. */
  readonly quarter?: number
  /** 1 Monday to 7 Sunday, as the text says it. */
  readonly weekday?: number
  readonly partOfDay?: PartOfDay
  /** Offset from UTC as `+07:00`. */
  readonly offset?: string
  /** The word that made a number a date, in lower case: `ngày`, `chiều`, `hôm`, `từ`, `tháng`, `năm`. */
  readonly cue?: string
  /** The end of a span that the words name: `ngày 7-11/6`, `nhiệm kỳ 2018-2023`. */
  readonly until?: { readonly year?: number; readonly month?: number; readonly day?: number }
  /** For `relative`: how many units from the moment of writing, negative for the past. */
  readonly amount?: number
  readonly unit?: RelativeUnit
}
