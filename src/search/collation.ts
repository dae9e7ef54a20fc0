import type { KeywordColumn } from '../index/columns.js'
import { fold } from '../text/fold.js'

let compareWords: ((a: string, b: string) => number) | undefined

/**
 * The order of the Vietnamese alphabet (a ă â b c d đ e ê …, tones only between equal letters), as `Intl.Collator` has it.
 * Where a runtime knows no Vietnamese: by the letters without marks. Strings that count alike follow their code units.
 */
export function compareVietnamese(a: string, b: string): number {
  compareWords ??= collator()
  return compareWords(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

function collator(): (a: string, b: string) => number {
  if (typeof Intl === 'object' && Intl.Collator?.supportedLocalesOf('vi').length > 0) {
    return new Intl.Collator('vi').compare
  }
  return (a, b) => {
    const [left, right] = [fold(a), fold(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }
}

/** The values of a keyword column in the order of the Vietnamese alphabet. */
export interface CollatedValues {
  readonly names: readonly string[]
  /** For each value number its place among the names, plus one; 0 for unknown. */
  readonly ranks: Int32Array
}

const collated = new WeakMap<KeywordColumn, CollatedValues>()

/** Collates the values of a column, once. */
export function collatedValues(column: KeywordColumn): CollatedValues {
  const known = collated.get(column)
  if (known) return known
  const { values } = column.head
  const order = [...values.keys()].sort((a, b) => compareVietnamese(values[a], values[b]))
  const ranks = new Int32Array(values.length + 1)
  order.forEach((value, rank) => {
    ranks[value + 1] = rank + 1
  })
  const made = { names: order.map(value => values[value]), ranks }
  collated.set(column, made)
  return made
}
