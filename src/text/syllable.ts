/** Syllables of the strict grammar: taking a written word apart and writing it again. */
import { ONSETS, rimesAfter } from './grammar.js'
import { PLAIN_VOWELS, TONED_VOWELS, type Tone, VOWELS, vowelLetter } from './letters.js'
import { placeTone, type ToneStyle } from './tone-placement.js'
import { clean, toLower } from './unicode.js'

/** A syllable in its written parts, lower-case and without tone marks: giếng is gi + iê + ng with tone 4. */
export interface Syllable {
  /** The onset as written: '', 'b', … 'ngh', 'gi', 'q'. */
  readonly onset: string
  /** The rounding glide: '', 'o' (hoa) or 'u' (huy, qua). */
  readonly glide: string
  /** The vowel: one or two letters (a, iê, ươ, ya, …). */
  readonly nucleus: string
  /** The end, a consonant or a semivowel: '', 'n', 'ch', 'i', 'u', … */
  readonly coda: string
  /** 0 level, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng. */
  readonly tone: Tone
}

/** A word without tone marks, and the tone it bore; `tone` is -1 where two different tones were written. */
export interface Toneless {
  readonly base: string
  readonly tone: number
}

/** Every base (syllable without tone) by its spelling. */
let bases: Map<string, Syllable> | undefined

/** All bases of the grammar, each with tone 0, by their spelling without tone. */
export function syllableBases(): ReadonlyMap<string, Syllable> {
  if (bases === undefined) {
    bases = new Map()
    for (const onset of ONSETS) {
      for (const { glide, nucleus, coda } of rimesAfter(onset)) {
        const syllable: Syllable = { onset, glide, nucleus, coda, tone: 0 }
        bases.set(spell(syllable), syllable)
      }
    }
  }
  return bases
}

/** Takes the tone off a clean lower-case word; vowel shapes stay (việt → viêt, tone 5). */
export function stripTone(word: string): Toneless {
  let base = ''
  let from = 0
  let tone = 0
  for (let i = 0; i < word.length; i++) {
    const letter = vowelLetter(word.charCodeAt(i))
    const own = letter % 6
    if (own <= 0) continue
    base += word.slice(from, i) + VOWELS[(letter - own) / 6]
    from = i + 1
    tone = tone === 0 || tone === own ? own : -1
  }
  return from === 0 ? { base: word, tone } : { base: base + word.slice(from), tone }
}

/**
 * Parses one word by the strict grammar. Takes any case, any tone placement and style (hoà, vịêt, qúa) and unclean
 * spellings; gives undefined for whatever is no Vietnamese syllable, among them c ch p t without sắc or nặng.
 */
export function parseSyllable(word: string): Syllable | undefined {
  return parseCanonical(toLower(clean(word)))
}

/** `parseSyllable` for a word that is clean and lower-case already. */
export function parseCanonical(word: string): Syllable | undefined {
  // The longest syllable has seven letters; a tone may be written twice, but letters are not.
  if (word.length === 0 || word.length > 7) return undefined
  const { base, tone } = stripTone(word)
  const found = syllableBases().get(base)
  if (found === undefined || tone < 0 || !bearsTone(found.coda, tone)) return undefined
  return tone === 0 ? found : { ...found, tone: tone as Tone }
}

/** Whether a word is a syllable of the strict grammar; see `parseSyllable`. */
export function isSyllable(word: string): boolean {
  return parseSyllable(word) !== undefined
}

/**
 * Writes a syllable, lower-case NFC. The style says where the tone of open oa, oe, uy stands: 'old' (hòa, khỏe, thủy;
 * the default and the canonical form) or 'new' (hoà, khoẻ, thuỷ).
 */
export function printSyllable(syllable: Syllable, style: ToneStyle = 'old'): string {
  return placeTone(spell(syllable), syllable.tone, style)
}

/** Whether a rime with this coda takes a tone: the stops c ch p t take only sắc and nặng. */
export function bearsTone(coda: string, tone: number): boolean {
  return tone >= 4 || !(coda === 'c' || coda === 'ch' || coda === 'p' || coda === 't')
}

function spell({ onset, glide, nucleus, coda }: Syllable): string {
  const merged = onset === 'gi' && nucleus[0] === 'i' && glide === ''
  return (merged ? 'g' : onset) + glide + nucleus + coda
}

/** The base letter of a clean lower-case vowel or đ; other letters stay. */
export function plainLetter(char: string): string {
  const letter = vowelLetter(char.charCodeAt(0))
  return letter < 0 ? (char === 'đ' ? 'd' : char) : PLAIN_VOWELS[Math.trunc(letter / 6)]
}

/** The toned form of a vowel without tone; other letters stay. */
export function tonedLetter(char: string, tone: number): string {
  const letter = vowelLetter(char.charCodeAt(0))
  return letter < 0 ? char : TONED_VOWELS[letter - (letter % 6) + tone]
}
