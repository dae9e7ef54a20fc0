/**
 * The loose grammar: place names of the Central Highlands and the North-West in their own spelling (Krông, Đắk, Pleiku, Chư
 * Păh, Ea Kar), which the strict grammar rejects and which are no foreign words either. Onset clusters and a few more codas
 * and vowels; up to three syllables in one word.
 */

import { type Tone, vowelLetter } from './letters.js'
import { parseCanonical, type Syllable, stripTone, syllableBases } from './syllable.js'
import { clean, toLower } from './unicode.js'

const LOOSE_ONSETS =
  'kr kl kb pr pl br bl đr dr gr gl chr hr hl ml mr mn ng nh ch kh ph th tr gh đ b c d g h j k l m n p r s t v x'.split(
    ' ',
  )
const LOOSE_NUCLEI = 'uôi ươi uoa iê uô ươ ei ia ua ưa oa uê ea ui uy a ă â e ê i o ô ơ u ư y'.split(' ')
const LOOSE_CODAS = ['ng', 'nh', 'ch', 'k', 'h', 'l', 'r', 'c', 'm', 'n', 'p', 't', 'i', 'y', 'o', 'u', '']

/**
 * Parses a word by the loose grammar: its syllables in order (one for đắk or krông, two for pleiku), or undefined for a
 * word that is foreign even so (trump, covid). Words of the strict grammar parse as they do there. Any case, unclean too.
 */
export function parseLoose(word: string): readonly Syllable[] | undefined {
  const settled = toLower(clean(word))
  const strict = parseCanonical(settled)
  if (strict !== undefined) return [strict]
  return settled.length > 15 ? undefined : parts(settled, 3)
}

function parts(word: string, most: number): Syllable[] | undefined {
  if (word === '') return []
  if (most === 0) return undefined
  // The longest first part wins; a strict syllable may be one, for glued names such as kontum.
  for (let end = Math.min(word.length, 7); end > 0; end--) {
    // The next part begins with its onset, so that pleiku is plei and ku.
    if (end < word.length && vowelLetter(word.charCodeAt(end)) >= 0) continue
    const first = looseSyllable(word.slice(0, end), end === word.length && most === 3)
    if (first === undefined) continue
    const rest = parts(word.slice(end), most - 1)
    if (rest !== undefined) return [first, ...rest]
  }
  return undefined
}

/** One syllable; the codas h, l and r count only in a word that stands alone, or half the world's names would pass. */
function looseSyllable(part: string, alone: boolean): Syllable | undefined {
  const { base, tone } = stripTone(part)
  if (tone < 0) return undefined
  const strict = syllableBases().get(base)
  if (strict !== undefined && strict.onset !== '') return { ...strict, tone: tone as Tone }
  for (const onset of ['', ...LOOSE_ONSETS]) {
    if (!base.startsWith(onset)) continue
    for (const nucleus of LOOSE_NUCLEI) {
      if (!base.startsWith(nucleus, onset.length)) continue
      const coda = base.slice(onset.length + nucleus.length)
      if (LOOSE_CODAS.includes(coda) && (alone || !'hlr'.includes(coda) || coda === ''))
        return { onset, glide: '', nucleus, coda, tone: tone as Tone }
    }
  }
  return undefined
}
