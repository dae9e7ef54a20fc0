/**
 * Telex: aa ee oo circumflex, w breve or horn, dd stroke, s f r x j the tones, z no tone. Shape and tone keys may come
 * anywhere after their letter, as the usual keyboards allow (ddoongj, ddojong, doodngj).
 */
import { decodeKeys, hasVowel, type Typed, withBreve, withCircumflex, withHorn, withStroke } from './keystrokes.js'
import { clean, toLower } from './unicode.js'
import { mapWords } from './words.js'

const TONE_KEYS = ' frxsj'
/** No syllable takes more keys: seven letters, three shapes, a stroke, a tone, and one correction. */
const MOST_KEYS = 13

/** Decodes every word of a text that Telex keys make a syllable of; the rest stays. The result is clean and lower-case. */
export function decodeTelex(text: string): string {
  return mapWords(toLower(clean(text)), word => decodeTelexWord(word) ?? word)
}

/** The syllable that one lower-case word is in Telex; undefined when it is none or has no Telex keys. */
export function decodeTelexWord(keys: string): string | undefined {
  if (keys.length < 2 || keys.length > MOST_KEYS) return undefined
  if (!hasVowel(keys) && !keys.includes('w')) return keys.includes('dd') ? keys.replaceAll('dd', 'đ') : undefined
  const decoded = decodeKeys(keys, meaningOf)
  if (decoded === undefined || decoded.word === keys) return undefined
  return decoded.loose && !isHighland(decoded.word) ? undefined : decoded.word
}

/** Loose readings count only where the spelling is that of the highlands: `books` is no Telex. */
function isHighland(word: string): boolean {
  return word.startsWith('kr') || /[ăằẳẵắặ]k$/.test(word)
}

/** Everything that a key can mean, the likeliest first. */
function meaningOf(key: string, typed: Typed): Typed[] {
  const { letters, tone } = typed
  const shaped = (all: string[]): Typed[] => all.map(changed => ({ letters: changed, tone }))
  const literal: Typed = { letters: letters + key, tone }
  const last = letters[letters.length - 1]
  switch (key) {
    case 's':
    case 'f':
    case 'r':
    case 'x':
    case 'j': {
      if (!hasVowel(letters)) return [literal]
      const own = TONE_KEYS.indexOf(key)
      return own === tone ? [] : [{ letters, tone: own }]
    }
    case 'z':
      return tone > 0 ? [{ letters, tone: 0 }] : []
    case 'w':
      return shaped([...withHorn(letters), ...withBreve(letters), ...(hasVowel(letters) ? [] : [`${letters}ư`])])
    case 'a':
    case 'e':
    case 'o':
      if (last === key) return shaped(withCircumflex(letters, key))
      // A third key takes the circumflex back: xooong is xoong.
      if (last === (key === 'a' ? 'â' : key === 'e' ? 'ê' : 'ô')) return shaped([letters.slice(0, -1) + key + key])
      return [literal, ...shaped(withCircumflex(letters, key))]
    case 'd':
      return letters[0] === 'd' ? shaped(withStroke(letters)) : [literal]
    default:
      return [literal]
  }
}
