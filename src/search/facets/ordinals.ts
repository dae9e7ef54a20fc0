import type { NumberColumn } from '../../index/number-column.js'

/**
 * For each document the numbers of its values, 0 for unknown: what counting reads. A keyword column is one as it stands;
 * those of periods, numbers and merged provinces are made when they are first asked for.
 */
export interface Ordinals {
  /** One more than the greatest number. */
  readonly size: number
  /** Empty when nothing is known. */
  readonly flat: Uint8Array | Uint16Array | Uint32Array
  /** For each document where its values begin in `flat`; empty when each has one. */
  readonly starts: Uint32Array
}

/** In how many of the documents listed each value stands. */
export function countOrdinals({ size, flat, starts }: Ordinals, lists: readonly Int32Array[]): Uint32Array {
  const counts = new Uint32Array(size)
  for (const documents of lists) {
    if (flat.length === 0) counts[0] += documents.length
    else if (starts.length === 0) for (let at = 0; at < documents.length; at++) counts[flat[documents[at]]]++
    else {
      for (let at = 0; at < documents.length; at++) {
        const end = starts[documents[at] + 1]
        for (let value = starts[documents[at]]; value < end; value++) counts[flat[value]]++
      }
    }
  }
  return counts
}

/** Ordinals of documents with one number each, NaN for none, and the distinct numbers in ascending order. */
export interface NumberOrdinals extends Ordinals {
  /** The number with the ordinal n stands at n − 1. */
  readonly numbers: Float64Array
}

/** Gives numbers their ordinals, the least first. */
export function ordinalsOf(numbers: Float64Array): NumberOrdinals {
  const distinct = new Set<number>()
  for (let at = 0; at < numbers.length; at++) if (!Number.isNaN(numbers[at])) distinct.add(numbers[at])
  const sorted = Float64Array.from(distinct).sort()
  const places = new Map<number, number>()
  for (let at = 0; at < sorted.length; at++) places.set(sorted[at], at + 1)
  const flat = sorted.length < 0x10000 ? new Uint16Array(numbers.length) : new Uint32Array(numbers.length)
  for (let at = 0; at < numbers.length; at++) flat[at] = places.get(numbers[at]) ?? 0
  return { size: sorted.length + 1, flat, starts: new Uint32Array(), numbers: sorted }
}

const ofColumns = new WeakMap<NumberColumn, NumberOrdinals>()

/** The ordinals of a column of numbers, made once. */
export function numberOrdinals(column: NumberColumn, documents: number): NumberOrdinals {
  let made = ofColumns.get(column)
  if (!made) {
    const numbers = new Float64Array(documents)
    for (let document = 0; document < documents; document++) numbers[document] = column.number(document)
    made = ordinalsOf(numbers)
    ofColumns.set(column, made)
  }
  return made
}
