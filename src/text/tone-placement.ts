/**
 * Where the tone mark stands. The rules look at the letters only, so that they serve foreign and half-marked words as well as
 * syllables.
 */
import { TONED_VOWELS, vowelLetter } from './letters.js'

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

/** The index of the letter that bears the tone; -1 in a word without vowels. */
export function tonePosition(base: string, style: ToneStyle): number {
  let end = base.length
  while (end > 0 && vowelLetter(base.charCodeAt(end - 1)) < 0) end--
  if (end === 0) return -1
  let start = end - 1
  while (start > 0 && vowelLetter(base.charCodeAt(start - 1)) >= 0) start--
  // The u of qu and the i of gi belong to the onset when another vowel follows.
  if (start > 0 && end - start > 1 && belongsToOnset(base, start)) start++

  // ê and ơ bear it before all others, then â ă ô, then ư.
  const last = (letters: string): number => {
    for (let i = end - 1; i >= start; i--) if (letters.includes(base[i])) return i
    return -1
  }
  for (const letters of ['êơ', 'âăô', 'ư']) {
    const at = last(letters)
    if (at >= 0) return at
  }
  const vowels = end - start
  if (vowels === 1) return start
  if (vowels > 2) return start + 1
  if (end < base.length) return start + 1
  const pair = base.slice(start)
  return style === 'new' && (pair === 'oa' || pair === 'oe' || pair === 'uy') ? start + 1 : start
}

function belongsToOnset(base: string, start: number): boolean {
  const before = base[start - 1]
  return (base[start] === 'u' && before === 'q') || (base[start] === 'i' && before === 'g')
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
