/**
 * VIQR (RFC 1456): the marks follow their letter as ASCII signs: ^ circumflex, ( breve, + or * horn, dd for đ, and the tones
 * ` ? ~ ' . in the order huyền, hỏi, ngã, sắc, nặng. A backslash keeps the next sign as it is.
 */
import { isLatin, TONED_CAPITALS, TONED_VOWELS, vowelLetter } from './letters.js'
import { parseLoose } from './loose.js'
import { parseCanonical, printSyllable, stripTone } from './syllable.js'
import { tonePosition } from './tone-placement.js'
import { clean, toLower } from './unicode.js'

const TONE_SIGNS = " `?~'."

/** Vowel numbers (places in VOWELS) that a shape sign makes of plain vowels. */
const SHAPES = new Map([
  ['a^', 2],
  ['a(', 1],
  ['e^', 4],
  ['o^', 7],
  ['o+', 8],
  ['o*', 8],
  ['u+', 10],
  ['u*', 10],
])

/**
 * Decodes every word of a text that VIQR signs make a syllable of. Case is kept, and the signs ? ' . count as tones only on
 * the letter where a tone may stand, since they are punctuation everywhere else.
 */
export function decodeViqr(text: string): string {
  const source = clean(text)
  let out = ''
  for (let i = 0; i < source.length; ) {
    if (!isLatin(source.charCodeAt(i))) {
      // An escaped sign stays a sign.
      const escaped = source[i] === '\\' && i + 1 < source.length && "^(+*`?~'.d".includes(source[i + 1].toLowerCase())
      out += escaped ? source[i + 1] : source[i]
      i += escaped ? 2 : 1
      continue
    }
    const { end, word } = readWord(source, i)
    out += word
    i = end
  }
  return out
}

/** Reads one word with its signs from `start`: the decoded word and where it ends. */
function readWord(source: string, start: number): { end: number; word: string } {
  let letters = ''
  let tone = 0
  let toneAt = -1
  let signs = 0
  let i = start
  for (; i < source.length; i++) {
    const char = source[i]
    const last = letters.length - 1
    if (char === 'd' || char === 'D') {
      if (last >= 0 && toLower(letters[last]) === 'd') {
        letters = letters.slice(0, last) + (letters[last] === 'd' ? 'đ' : 'Đ')
        signs++
      } else letters += char
      continue
    }
    if (isLatin(source.charCodeAt(i))) {
      letters += char
      continue
    }
    const shape = SHAPES.get(toLower(letters[last]) + char)
    if (shape !== undefined) {
      const set = toLower(letters[last]) === letters[last] ? TONED_VOWELS : TONED_CAPITALS
      letters = letters.slice(0, last) + set[shape * 6]
      signs++
      continue
    }
    const own = TONE_SIGNS.indexOf(char)
    if (own < 1 || tone > 0 || vowelLetter(letters.charCodeAt(last)) < 0) break
    tone = own
    toneAt = last
    signs++
  }
  if (signs === 0) return { end: i, word: letters }
  const word = settle(letters, tone, toneAt)
  if (word !== undefined) return { end: i, word }
  // The last sign may be punctuation after a word that needs none of it.
  if (toneAt === letters.length - 1 && ".?'".includes(source[i - 1])) {
    const bare = signs === 1 ? letters : settle(letters, 0, -1)
    if (bare !== undefined) return { end: i - 1, word: bare }
  }
  return { end: i, word: source.slice(start, i) }
}

/** The word with its tone where it belongs, in the case in which it was typed; undefined when it is no syllable. */
function settle(letters: string, tone: number, toneAt: number): string | undefined {
  const lower = toLower(letters)
  const { base, tone: own } = stripTone(lower)
  if (own !== 0 || (tone > 0 && toneAt !== tonePosition(base, 'old') && toneAt !== tonePosition(base, 'new')))
    return undefined
  const toned =
    tone === 0
      ? lower
      : lower.slice(0, toneAt) + TONED_VOWELS[vowelLetter(lower.charCodeAt(toneAt)) + tone] + lower.slice(toneAt + 1)
  const parsed = parseCanonical(toned)
  const word = parsed === undefined ? (parseLoose(toned) === undefined ? undefined : toned) : printSyllable(parsed)
  if (word === undefined) return undefined
  let cased = ''
  for (let i = 0; i < word.length; i++) cased += letters[i] === lower[i] ? word[i] : word[i].toUpperCase()
  return cased
}
