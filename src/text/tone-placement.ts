/**
 * Where the tone mark stands. The rules look at the letters only, so that they serve foreign and half-marked words as well as
 * syllables.
 */
import { TONED_VOWELS, VOWELS, vowelLetter } from './letters.js'

/** The place of the tone in open oa, oe, uy: 'old' hòa khỏe thúy (the press), 'new' hoà khoẻ thuý (school books). */
export type ToneStyle = 'old' | 'new'

/**
 * Puts a tone (0 to 5) on a clean lower-case word without tone. The vowels that count are the last run of vowel letters;
 * a word without vowels stays as it is.
 */
export function placeTone(base: string, tone: number, style: ToneStyle): string {
  if (tone === 0) return base
  const at = tonePosition(base, style)
  if (at < 0) return base
  return base.slice(0, at) + TONED_VOWELS[vowelLetter(base.charCodeAt(at)) + tone] + base.slice(at + 1)
}

/** By vowel number (a ă â e ê i o ô ơ u ư y): ê and ơ bear the tone before all others, then ă â ô, then ư. */
const PRECEDENCE = [0, 2, 2, 0, 3, 0, 0, 2, 3, 0, 1, 0]

/** The index of the letter that bears the tone, or should, whatever tones stand there; -1 in a word without vowels. */
export function tonePosition(base: string, style: ToneStyle): number {
  let end = base.length
  while (end > 0 && vowelLetter(base.charCodeAt(end - 1)) < 0) end--
  if (end === 0) return -1
  let start = end - 1
  while (start > 0 && vowelLetter(base.charCodeAt(start - 1)) >= 0) start--
  // The u of qu and the i of gi belong to the onset when another vowel follows.
  if (start > 0 && end - start > 1 && belongsToOnset(base, start)) start++

  let bearer = -1
  let highest = 1
  for (let i = start; i < end; i++) {
    const precedence = PRECEDENCE[vowelNumber(base, i)]
    if (precedence < highest) continue
    bearer = i
    highest = precedence
  }
  if (bearer >= 0) return bearer
  const vowels = end - start
  if (vowels === 1) return start
  if (vowels > 2) return start + 1
  if (end < base.length) return start + 1
  return style === 'new' && isNewStylePair(vowelNumber(base, start), vowelNumber(base, start + 1)) ? start + 1 : start
}

/** The place in `VOWELS` of the vowel at `i`. */
function vowelNumber(base: string, i: number): number {
  return Math.trunc(vowelLetter(base.charCodeAt(i)) / 6)
}

/** oa, oe, uy. */
function isNewStylePair(first: number, second: number): boolean {
  return first === O ? second === A || second === E : first === U && second === Y
}

const A = VOWELS.indexOf('a')
const E = VOWELS.indexOf('e')
const I = VOWELS.indexOf('i')
const O = VOWELS.indexOf('o')
const U = VOWELS.indexOf('u')
const Y = VOWELS.indexOf('y')

function belongsToOnset(base: string, start: number): boolean {
  const before = base[start - 1]
  const vowel = vowelNumber(base, start)
  return (vowel === U && before === 'q') || (vowel === I && before === 'g')
}

/** How many runs of vowel letters a clean lower-case word has: one in a syllable, the u of qu and the i of gi included. */
export function vowelRuns(word: string): number {
  let runs = 0
  let inside = false
  for (let i = 0; i < word.length; i++) {
    const vowel = vowelLetter(word.charCodeAt(i)) >= 0
    if (vowel && !inside) runs++
    inside = vowel
  }
  return runs
}
