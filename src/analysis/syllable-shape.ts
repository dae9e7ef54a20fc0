import { foldUnit } from '../text/fold.js'
import { ONSETS, rimesAfter } from '../text/grammar.js'

const MAX_ONSET = 3
const MAX_RIME = 5
const LETTERS = 27

/** Folded letters as the digits of a number, so that parts of a word are looked up without making strings of them. */
type Packed = number
const GI: Packed = 7 * LETTERS + 9

/** A bit for each of a e i o u y, a the lowest. */
const VOWELS = 0x1104111

let onsets: ReadonlySet<Packed> | undefined
let rimes: ReadonlySet<Packed> | undefined

/**
 * Whether a canonical word has the shape of a Vietnamese syllable: an onset and a rime, whether they go together or not.
 * Unlike the strict grammar this also holds for syllables with marks left out (diem, doan), and it needs a table of some
 * hundred numbers instead of all syllables.
 */
export function hasSyllableShape(word: string): boolean {
  if (word.length > MAX_ONSET + MAX_RIME) return false
  onsets ??= new Set(ONSETS.map(onset => packed(onset, 0, onset.length)))
  rimes ??= new Set(
    [...rimesAfter(''), ...rimesAfter('q'), ...rimesAfter('h')]
      .map(rime => rime.glide + rime.nucleus + rime.coda)
      .map(rime => packed(rime, 0, rime.length)),
  )
  for (let length = Math.min(MAX_ONSET, word.length - 1); length >= 0; length--) {
    if (!startsRime(word.charCodeAt(length))) continue
    if (onsets.has(packed(word, 0, length)) && rimes.has(packed(word, length, word.length))) return true
  }
  // The i of gi is that of the rime: gi, gin, giet.
  return word.length > 1 && packed(word, 0, 2) === GI && rimes.has(packed(word, 1, word.length))
}

/** Whether a unit is a vowel, with any marks; looked at first, since it settles most questions. */
function startsRime(unit: number): boolean {
  const folded = foldUnit(unit)
  return folded > 0x60 && folded < 0x7b && ((VOWELS >> (folded - 0x61)) & 1) === 1
}

/** The letters from `start` to `end`; NaN, which no table holds, where one is none of a to z with marks. */
function packed(word: string, start: number, end: number): Packed {
  let number = 0
  for (let at = start; at < end; at++) {
    const letter = foldUnit(word.charCodeAt(at)) - 0x60
    if (letter < 1 || letter >= LETTERS) return Number.NaN
    number = number * LETTERS + letter
  }
  return number
}
