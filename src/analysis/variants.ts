import { fold } from '../text/fold.js'
import { PLACE_VARIANTS } from './places/spellings.js'
import type { Vocabulary } from './words.js'

/** Everyday loanwords with more than one spelling, canonical form first (counts in Vietnamese news of 2016 to 2026). */
const LOANWORDS: readonly (readonly string[])[] = [
  ['ô tô', 'ôtô', 'oto'],
  ['mô tô', 'môtô'],
  ['ki lô mét', 'kilômét', 'kilomet'],
  ['in tơ nét', 'internet'],
]

/** A spelling to be rewritten: both sides as term numbers. */
export interface Variant {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/**
 * True spelling variants of one name (Đăk Lăk, Đắc Lắc, Daklak → đắk lắk), keyed by the term of their last word, so that
 * a tokenizer finds them by looking back. Names of several words are known unmarked too ("dak lak").
 */
export function spellingVariants(vocabulary: Vocabulary): ReadonlyMap<number, readonly Variant[]> {
  const byLast = new Map<number, Variant[]>()
  const numbers = (text: string) => text.split(' ').map(word => vocabulary.number(word))
  const add = (spelling: string, canonical: string) => {
    if (spelling === canonical) return
    const from = numbers(spelling)
    const last = from[from.length - 1]
    const known = byLast.get(last) ?? []
    if (known.some(variant => variant.from.join() === from.join())) return
    known.push({ from, to: numbers(canonical) })
    // The longest first, so that "thừa thiên huế" is not taken for "huế".
    known.sort((a, b) => b.from.length - a.from.length)
    byLast.set(last, known)
  }
  for (const { canonical, variants } of PLACE_VARIANTS) {
    const full = canonical.startsWith('tp ') ? `thành phố ${canonical.slice(3)}` : canonical
    for (const variant of variants) add(variant, full)
    for (const spelling of [full, ...variants]) if (spelling.includes(' ')) add(fold(spelling), full)
  }
  for (const [canonical, ...variants] of LOANWORDS) for (const variant of variants) add(variant, canonical)
  return byLast
}
