import type { Document } from '../../src/index.js'
import { fold } from '../../src/text/fold.js'

/** What the oracle reads documents and queries into. */
export interface Read {
  readonly id: string
  readonly source: Document
  readonly levels: ReadonlyMap<string, number>
  /** The weighted frequency of each two neighbours. */
  readonly pairs: ReadonlyMap<string, number>
  readonly lengthByte: number
}

/** A word of a query. */
export interface Typed {
  readonly token: number
  readonly word: string
  readonly flags: number
  readonly free: boolean
  readonly syllable: boolean
}

export interface Answer {
  readonly term: string
  readonly weight: number
}

export interface Slot {
  readonly word: string
  weight: number
  /** Stands beside its own parts in the query, and nowhere by itself: it is never asked for. */
  aside: boolean
  /** For a word that only a reading of an abbreviation has: that abbreviation, and the part of its share. */
  readonly instead?: { readonly abbreviation: Slot; readonly part: number }
  readonly answers: readonly Answer[]
}

export interface Plan {
  readonly slots: Slot[]
  readonly pairs: { readonly left: Slot; readonly right: Slot; weight: number }[]
  readonly pairWeight: number
}

export const UNKNOWN = '~'
export const syllablesOf = (typed: readonly Typed[]) => typed.filter(({ syllable }) => syllable).map(({ word }) => word)
export const foldOf = (term: string) => fold(term.startsWith(UNKNOWN) ? term.slice(1) : term)
export const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** kĩ for kỹ and kỹ for kĩ, after h k l m qu s t v. */
export function otherLetter(word: string): string | undefined {
  const found = /^(h|k|l|m|qu|s|t|v)([iìỉĩíị]|[yỳỷỹýỵ])$/.exec(word)
  if (!found) return undefined
  const [, onset, vowel] = found
  const i = 'iìỉĩíị'.indexOf(vowel)
  return onset + (i >= 0 ? 'yỳỷỹýỵ'[i] : 'iìỉĩíị'['yỳỷỹýỵ'.indexOf(vowel)])
}
