/**
 * What the keys of Vietnamese input methods do to a syllable that is being typed, whatever the method: shapes, stroke and
 * tone. The functions give every result that a key may mean; the decoder keeps the one that ends in a syllable.
 */
import { vowelLetter } from './letters.js'
import { parseLoose } from './loose.js'
import { parseCanonical, printSyllable, syllableBases } from './syllable.js'
import { repair } from './tone.js'
import { placeTone, vowelRuns } from './tone-placement.js'

/** A syllable being typed: letters with shapes but no tone, and the tone. */
export interface Typed {
  readonly letters: string
  readonly tone: number
}

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

/** The most letters of a syllable, and the most vowels among them (giươu). */
const MOST_LETTERS = 7
const MOST_VOWELS = 4

/** Everything that a key can mean after what was typed before, the likeliest first. */
export type KeyMeaning = (key: string, typed: Typed) => Typed[]

/**
 * Decodes one word: the first way to read its keys that makes a syllable; failing that, one that makes a syllable whose tone
 * was left out (vieet); failing that, a word of the loose grammar. Undefined when there is none.
 */
export function decodeKeys(keys: string, meaning: KeyMeaning): { word: string; loose: boolean } | undefined {
  let toneless: string | undefined
  let loose: string | undefined
  const tried = new Set<string>()
  const read = (at: number, typed: Typed): string | undefined => {
    if (at === keys.length) {
      const word = repair(placeTone(typed.letters, typed.tone, 'old'))
      const parsed = parseCanonical(word)
      if (parsed !== undefined) return printSyllable(parsed)
      if (typed.tone === 0 && syllableBases().has(word)) toneless ??= word
      else if (loose === undefined && parseLoose(word) !== undefined) loose = word
      return undefined
    }
    for (const next of meaning(keys[at], typed)) {
      // What can no more become a syllable, or was looked at before, need not be followed.
      const { letters, tone } = next
      const state = `${at} ${letters} ${tone}`
      if (tried.has(state) || letters.length > MOST_LETTERS || !possible(letters)) continue
      tried.add(state)
      const word = read(at + 1, next)
      if (word !== undefined) return word
    }
    return undefined
  }
  const word = read(0, { letters: '', tone: 0 }) ?? toneless
  if (word !== undefined) return { word, loose: false }
  return loose === undefined ? undefined : { word: loose, loose: true }
}

/** Whether the vowels stand together and are not too many. */
function possible(letters: string): boolean {
  let vowels = 0
  for (let i = 0; i < letters.length; i++) if (vowelLetter(letters.charCodeAt(i)) >= 0) vowels++
  return vowels <= MOST_VOWELS && vowelRuns(letters) < 2
}
