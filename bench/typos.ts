import { fold } from '../src/text/fold.js'
import { TONED_VOWELS, vowelLetter } from '../src/text/letters.js'
import { canonical } from '../src/text/tone.js'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Onsets that are said alike somewhere. */
const ONSETS = ['s x', 'x s', 'ch tr', 'tr ch', 'd gi', 'gi d', 'r d', 'l n', 'n l'].map(pair => pair.split(' '))
const CODAS = ['n ng', 'ng n', 't c'].map(pair => pair.split(' '))
const TRIES = 20

/**
 * A text with one slip in one of its words: a wrong tone, an onset or coda that sounds alike, a letter left out, doubled,
 * swapped with the next or taken from the key beside it. The text itself where no word takes one.
 */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].filter(([word]) => word.length > 1 && word !== word.toUpperCase())
  if (words.length === 0) return text
  const { 0: word, index } = words[Math.floor(random() * words.length)]
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const slip = slipIn(word, random)
    if (canonical(slip) !== canonical(word)) return text.slice(0, index) + slip + text.slice(index + word.length)
  }
  return text
}

function slipIn(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length)
  const put = (letters: string, length = 1) => word.slice(0, at) + letters + word.slice(at + length)
  switch (Math.floor(random() * 7)) {
    case 0:
      return withTone(word, random)
    case 1: {
      const fitting = ONSETS.filter(([from]) => word.startsWith(from))
      if (fitting.length === 0) return word
      const [from, to] = fitting[Math.floor(random() * fitting.length)]
      return to + word.slice(from.length)
    }
    case 2: {
      const coda = CODAS.find(([from]) => word.endsWith(from))
      return coda ? word.slice(0, -coda[0].length) + coda[1] : word
    }
    case 3:
      return word.length > 2 && at > 0 ? put('') : word
    case 4:
      return put(word[at] + word[at])
    case 5:
      return at + 1 < word.length ? put(word[at + 1] + word[at], 2) : word
    default: {
      const letter = fold(word[at])
      const row = ROWS.find(keys => keys.includes(letter)) ?? ''
      const beside = row[row.indexOf(letter) + (random() < 0.5 ? 1 : -1)]
      return beside === undefined ? word : put(beside)
    }
  }
}

function withTone(word: string, random: () => number): string {
  for (let at = 0; at < word.length; at++) {
    const letter = vowelLetter(word.charCodeAt(at))
    const tone = letter % 6
    if (tone <= 0 || word[at] !== TONED_VOWELS[letter]) continue
    const other = 1 + ((tone + Math.floor(random() * 4)) % 5)
    return word.slice(0, at) + TONED_VOWELS[letter - tone + other] + word.slice(at + 1)
  }
  return word
}
