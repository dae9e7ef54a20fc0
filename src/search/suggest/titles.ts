import { DateColumn } from '../../index/columns.js'
import type { IndexReader } from '../../index/reader.js'

/** Titles that are kept as text. */
const MOST_KEPT = 2048
/** Titles that are read for one suggestion. */
const MOST_READ = 10

/** Finds titles by the words in them. */
export class TitleFinder {
  private readonly marks: Uint8Array
  private readonly kept = new Map<number, string>()
  private readonly dates: DateColumn | undefined

  constructor(private readonly reader: IndexReader) {
    this.marks = new Uint8Array(reader.documents)
    const { columns, settings } = reader.meta
    const dated = columns.find(([, head]) => head.kind === 'date')
    const column = dated && settings.store.includes('title') ? reader.column(dated[0]) : undefined
    this.dates = column instanceof DateColumn && column.minutes.length > 0 ? column : undefined
  }

  /** Whether there are titles to suggest. */
  get hasTitles(): boolean {
    return this.reader.meta.settings.store.includes('title')
  }

  /**
   * The newest titles that hold a term of every slot; where dates are unknown, those of the last documents.
   *
   * @param slots for each word typed the documents whose titles hold a term that it may be
   */
  find(slots: readonly (readonly Uint32Array[])[]): string[] {
    const { marks, dates } = this
    const touched: number[] = []
    slots.forEach((lists, slot) => {
      for (const list of lists) {
        for (const document of list) {
          if (marks[document] !== slot) continue
          if (slot === 0) touched.push(document)
          marks[document] = slot + 1
        }
      }
    })
    const newest: { document: number; age: number }[] = []
    for (const document of touched) {
      const whole = marks[document] === slots.length
      marks[document] = 0
      if (!whole) continue
      const age = dates && dates.precisions[document] > 0 ? dates.minutes[document] : 0
      const last = newest[MOST_READ - 1]
      if (last && (age < last.age || (age === last.age && document < last.document))) continue
      newest.push({ document, age })
      newest.sort((a, b) => b.age - a.age || b.document - a.document)
      newest.length = Math.min(newest.length, MOST_READ)
    }
    return newest.flatMap(({ document }) => this.title(document) ?? [])
  }

  private title(document: number): string | undefined {
    const known = this.kept.get(document)
    if (known !== undefined) return known
    const title = this.reader.stored(document).get('title')
    if (typeof title !== 'string') return undefined
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(document, title)
    return title
  }
}
