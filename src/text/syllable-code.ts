/**
 * Syllables as numbers of 15 bits: place of the base among all bases of the grammar, sorted by folded form and then by
 * spelling, times eight, plus the tone. So the spellings of one folded form are one contiguous range, ranges stand in
 * alphabetical order, and no dictionary is stored: the order follows from the grammar.
 */
import { foldUnit } from './fold.js'
import type { Tone } from './letters.js'
import { bearsTone, parseSyllable, printSyllable, type Syllable, syllableBases } from './syllable.js'

interface Order {
  readonly bases: readonly Syllable[]
  readonly places: ReadonlyMap<string, number>
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
}

let order: Order | undefined

function foldBase(base: string): string {
  let folded = ''
  for (let i = 0; i < base.length; i++) folded += String.fromCharCode(foldUnit(base.charCodeAt(i)))
  return folded
}

function computeOrder(): Order {
  const rows = [...syllableBases()].map(([spelling, syllable]) => ({ spelling, syllable, folded: foldBase(spelling) }))
  rows.sort((a, b) => compare(a.folded, b.folded) || compare(a.spelling, b.spelling))
  const places = new Map<string, number>()
  const ranges = new Map<string, [number, number]>()
  rows.forEach(({ spelling, folded }, place) => {
    places.set(spelling, place)
    const range = ranges.get(folded)
    if (range === undefined) ranges.set(folded, [place * 8, place * 8 + 8])
    else range[1] = place * 8 + 8
  })
  return { bases: rows.map(row => row.syllable), places, ranges }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The code of a word, 0 to 32,767; -1 for whatever is no syllable of the strict grammar. All spellings of a syllable share it. */
export function syllableCode(word: string): number {
  const syllable = parseSyllable(word)
  if (syllable === undefined) return -1
  order ??= computeOrder()
  const base = printSyllable({ ...syllable, tone: 0 })
  return (order.places.get(base) ?? 0) * 8 + syllable.tone
}

/** The syllable of a code in canonical spelling (lower-case NFC, old-style tone); '' for a number that is no code. */
export function decodeSyllable(code: number): string {
  order ??= computeOrder()
  const tone = code & 7
  const base = order.bases[code >> 3]
  if (base === undefined || tone > 5 || !bearsTone(base.coda, tone)) return ''
  return printSyllable({ ...base, tone: tone as Tone })
}

/**
 * The half-open range of codes of all syllables that fold to `folded` (lower-case, without marks); undefined when none does.
 * Not every number inside is a code: gaps stand for tones that a base does not take.
 */
export function foldedRange(folded: string): readonly [number, number] | undefined {
  order ??= computeOrder()
  return order.ranges.get(folded)
}
