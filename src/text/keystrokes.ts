/**
 * What the keys of Vietnamese input methods do to a syllable that is being typed, whatever the method: shapes, stroke and
 * tone. The functions give every result that a key may mean; the decoder keeps the one that ends in a syllable.
 */
import { vowelLetter } from './letters.js'
import { parseLoose } from './loose.js'
import { parseCanonical, printSyllable, stripTone, syllableBases } from './syllable.js'
import { repair } from './tone.js'
import { placeTone } from './tone-placement.js'

/** A syllable being typed: letters with shapes but no tone, and the tone. */
export interface Typed {
  readonly letters: string
  readonly tone: number
}

/** How far a decoded word may be from a syllable. */
export type Strictness = 'syllable' | 'toneless' | 'loose'

/** Whether a vowel stands among the letters. */
export function hasVowel(letters: string): boolean {
  for (let i = 0; i < letters.length; i++) if (vowelLetter(letters.charCodeAt(i)) >= 0) return true
  return false
}

const CIRCUMFLEX = new Map([
  ['a', 'â'],
  ['ă', 'â'],
  ['e', 'ê'],
  ['o', 'ô'],
  ['ơ', 'ô'],
])

/** The letters with a circumflex on one of their vowels (on `vowel` only, where it is given). */
export function withCircumflex(letters: string, vowel = ''): string[] {
  const out: string[] = []
  for (let i = letters.length - 1; i >= 0; i--) {
    const shaped = CIRCUMFLEX.get(letters[i])
    if (shaped !== undefined && (vowel === '' || vowel === letters[i])) out.push(put(letters, i, shaped))
  }
  return out
}

/** The letters with a breve on a. */
export function withBreve(letters: string): string[] {
  const at = Math.max(letters.lastIndexOf('a'), letters.lastIndexOf('â'))
  return at < 0 ? [] : [put(letters, at, 'ă')]
}

/** The letters with a horn: on both of uo first, then on one of the vowels. */
export function withHorn(letters: string): string[] {
  const out: string[] = []
  for (const pair of ['uo', 'ưo', 'uô']) {
    const at = letters.lastIndexOf(pair)
    if (at >= 0) out.push(`${letters.slice(0, at)}ươ${letters.slice(at + 2)}`)
  }
  for (let i = letters.length - 1; i >= 0; i--)
    if (letters[i] === 'o' || letters[i] === 'ô') out.push(put(letters, i, 'ơ'))
  for (let i = 0; i < letters.length; i++) if (letters[i] === 'u') out.push(put(letters, i, 'ư'))
  return out
}

/** The letters with the stroke of đ, if they begin with d. */
export function withStroke(letters: string): string[] {
  return letters[0] === 'd' ? [`đ${letters.slice(1)}`] : []
}

function put(letters: string, at: number, letter: string): string {
  return letters.slice(0, at) + letter + letters.slice(at + 1)
}

/** The word that finished keys stand for, canonical; undefined if it is not as near to a syllable as asked. */
export function finish({ letters, tone }: Typed, strictness: Strictness): string | undefined {
  const word = repair(placeTone(letters, tone, 'old'))
  const parsed = parseCanonical(word)
  if (parsed !== undefined) return printSyllable(parsed)
  if (strictness === 'toneless') return tone === 0 && syllableBases().has(stripTone(word).base) ? word : undefined
  return strictness === 'loose' && parseLoose(word) !== undefined ? word : undefined
}
