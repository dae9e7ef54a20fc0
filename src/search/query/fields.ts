import { fold } from '../../text/fold.js'
import { marksAgree } from '../../text/tone.js'
import { clean } from '../../text/unicode.js'
import { nearest } from './nearest.js'

/** The fields that queries know when nothing else is said. */
export const QUERY_FIELDS: readonly string[] = 'title lead body author province district category source date'.split(
  ' ',
)

/** Those of them whose values are dates. */
export const DATE_FIELDS: readonly string[] = ['date']

/** Other names of the fields; a word before the value for `năm:2020` and the like, which stand for a date. */
const ALIASES: readonly (readonly [field: string, names: string])[] = [
  ['title', 'tiêu đề|tựa đề|tựa'],
  ['lead', 'sapo|tóm tắt|mở đầu'],
  ['body', 'nội dung|thân bài'],
  ['author', 'tác giả'],
  ['province', 'tỉnh|tỉnh thành|thành phố'],
  ['district', 'huyện|quận|quận huyện|thị xã'],
  ['category', 'chuyên mục|mục'],
  ['source', 'nguồn|báo'],
  ['date', 'ngày'],
]
const UNITS: readonly string[] = ['năm', 'quý', 'quí', 'tháng']

/** A field as it was named. */
export interface FieldName {
  readonly field: string
  /** For `năm:`, `quý:` and `tháng:` the word that belongs before the value. */
  readonly unit?: string
}

interface Named extends FieldName {
  /** As it is written with all marks, without blanks. */
  readonly written: string
}

const GAPS = /[\s_-]/g

/** Finds fields by the names that people type: any case, marks left out, `_`, `-` or nothing between the words. */
export class FieldNames {
  private readonly exact = new Map<string, FieldName>()
  private readonly byLetters = new Map<string, Named[]>()

  constructor(private readonly known: readonly string[] = QUERY_FIELDS) {
    for (const field of known) {
      this.exact.set(field, { field })
      this.add(field, { field })
    }
    for (const [field, names] of ALIASES)
      if (known.includes(field)) for (const name of names.split('|')) this.add(name, { field })
    if (known.includes('date')) for (const unit of UNITS) this.add(unit, { field: 'date', unit })
  }

  private add(name: string, meant: FieldName): void {
    const written = name.replace(GAPS, '').toLowerCase()
    const key = fold(written)
    const list = this.byLetters.get(key) ?? []
    this.byLetters.set(key, [...list, { ...meant, written }])
  }

  /** The field that a name means; undefined when it means none, or a mark contradicts (nắm is not năm). */
  find(name: string): FieldName | undefined {
    if (name.length > 40) return undefined
    const exact = this.exact.get(name)
    if (exact) return exact
    const typed = clean(name).replace(GAPS, '').toLowerCase()
    // Not -date, where a dash and a blank go before.
    if (!/^\p{L}/u.test(name)) return undefined
    return this.byLetters.get(fold(typed))?.find(({ written }) => marksAgree(typed, written))
  }

  /** The known name, or the Vietnamese one, that was probably meant; undefined when none is near. */
  nearest(name: string): string | undefined {
    const found = nearest(name.replace(GAPS, ''), [
      ...this.known,
      ...[...this.byLetters.values()].flat().map(each => each.written),
    ])
    return found === undefined ? undefined : (this.find(found)?.field ?? found)
  }
}
