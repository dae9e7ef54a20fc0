/**
 * VNI: the digits 1 to 5 are the tones sắc, huyền, hỏi, ngã, nặng, 6 circumflex, 7 horn, 8 breve, 9 stroke, 0 no tone;
 * each may come anywhere after its letter (lie6n, lien6, d9oan2).
 */
import { decodeKeys, hasVowel, type Typed, withBreve, withCircumflex, withHorn, withStroke } from './keystrokes.js'
import { isLatin } from './letters.js'
import { clean, toLower } from './unicode.js'

/** The tone (1 huyền … 5 nặng) of each digit from 1 to 5. */
const TONE_OF_DIGIT = [0, 4, 1, 2, 3, 5]
const MOST_KEYS = 13

/** Decodes every word of a text that VNI digits make a syllable of; the rest stays. The result is clean and lower-case. */
export function decodeVni(text: string): string {
  const settled = toLower(clean(text))
  let out = ''
  let from = 0
  for (let i = 0; i < settled.length; ) {
    const start = i
    while (i < settled.length && inWord(settled.charCodeAt(i))) i++
    if (i === start) {
      i++
      continue
    }
    const decoded = decodeVniWord(settled.slice(start, i))
    if (decoded === undefined) continue
    out += settled.slice(from, start) + decoded
    from = i
  }
  return out + settled.slice(from)
}

/** The syllable that one lower-case word is in VNI; undefined when it is none or has no digits. */
export function decodeVniWord(keys: string): string | undefined {
  if (keys.length < 2 || keys.length > MOST_KEYS || isDigit(keys.charCodeAt(0)) || !hasDigit(keys)) return undefined
  if (!hasVowel(keys)) {
    const struck = keys.replaceAll('d9', 'đ')
    return hasDigit(struck) ? undefined : struck
  }
  return decodeKeys(keys, meaningOf)?.word
}

function meaningOf(key: string, { letters, tone }: Typed): Typed[] {
  const shaped = (all: string[]): Typed[] => all.map(changed => ({ letters: changed, tone }))
  switch (key) {
    case '6':
      return shaped(withCircumflex(letters))
    case '7':
      return shaped(withHorn(letters))
    case '8':
      return shaped(withBreve(letters))
    case '9':
      return shaped(withStroke(letters))
    case '0':
      return tone > 0 ? [{ letters, tone: 0 }] : []
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
      // A second tone is no typing but a number: u23.
      return tone > 0 || !hasVowel(letters) ? [] : [{ letters, tone: TONE_OF_DIGIT[Number(key)] }]
    default:
      return [{ letters: letters + key, tone }]
  }
}

function inWord(code: number): boolean {
  return isLatin(code) || isDigit(code)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) return true
  return false
}
