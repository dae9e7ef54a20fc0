import { vowelLetter } from '../../text/letters.js'
import { canonical } from '../../text/tone.js'
import { decodeTelexWord, decodeVniWord } from '../../text/typing.js'
import { lettersOf, type TypedLetters } from '../correct/channel.js'

/** A text that somebody is typing. */
export interface TypedText {
  /** The words that are finished, the last few of them. */
  readonly words: readonly TypedWord[]
  /** The word being typed; undefined behind a blank. */
  readonly prefix: TypedWord | undefined
  /** What stands before the words, as it was typed. */
  readonly head: string
}

/** A word in a text being typed. */
export interface TypedWord {
  readonly text: string
  readonly letters: TypedLetters
  /** The same read as keys of an input method that is off or half through; undefined where that is no reading. */
  readonly decoded: TypedLetters | undefined
}

/** So many finished words are looked at. */
const MOST_WORDS = 6
/** Nothing longer is looked at; who types so much wants no suggestions. */
const MOST_UNITS = 200
const WORD = /[\p{L}\p{M}\p{N}]+(?:[&.-][\p{L}\p{M}\p{N}]+)*/gu

/** Cuts a text being typed into words. */
export function readTyped(text: string): TypedText {
  if (text.length > MOST_UNITS) return { words: [], prefix: undefined, head: text }
  const matches = [...text.matchAll(WORD)]
  const last = matches[matches.length - 1]
  const open = last !== undefined && last.index + last[0].length === text.length
  const finished = open ? matches.slice(0, -1) : matches
  const kept = finished.slice(-MOST_WORDS)
  const start = (kept[0] ?? (open ? last : undefined))?.index ?? text.length
  return {
    words: kept.map(([word]) => ({ text: word, letters: lettersOf(canonical(word)), decoded: decodedWord(word) })),
    prefix: open
      ? { text: last[0], letters: lettersOf(canonical(last[0])), decoded: decodedPrefix(last[0]) }
      : undefined,
    head: text.slice(0, start),
  }
}

function decodedWord(word: string): TypedLetters | undefined {
  const small = canonical(word)
  const decoded = decodeTelexWord(small) ?? decodeVniWord(small)
  return decoded === undefined || decoded === small ? undefined : lettersOf(canonical(decoded))
}

const TELEX_TONES = 'frxsj'
const VNI_TONES = '23415'
const SHAPED: ReadonlyMap<string, string> = new Map([
  ['aa', 'â'],
  ['aw', 'ă'],
  ['ee', 'ê'],
  ['oo', 'ô'],
  ['ow', 'ơ'],
  ['uw', 'ư'],
  ['dd', 'đ'],
  ['a6', 'â'],
  ['a8', 'ă'],
  ['e6', 'ê'],
  ['o6', 'ô'],
  ['o7', 'ơ'],
  ['u7', 'ư'],
  ['d9', 'đ'],
])

/** The beginning of a syllable in raw Telex or VNI, which need not be a syllable yet: tiees, ddoa, tie61. */
function decodedPrefix(word: string): TypedLetters | undefined {
  const whole = decodedWord(word)
  if (whole) return whole
  const small = canonical(word)
  let base = ''
  let tone = 0
  for (let at = 0; at < small.length; at++) {
    const letter = small[at]
    const shaped = base === '' ? undefined : SHAPED.get(base[base.length - 1] + letter)
    const own = Math.max(TELEX_TONES.indexOf(letter), VNI_TONES.indexOf(letter)) + 1
    if (shaped !== undefined) base = base.slice(0, -1) + shaped
    // Behind a vowel these keys are tones; c, ch, n, … may still follow.
    else if (own > 0 && tone === 0 && vowelLetter(base.charCodeAt(base.length - 1)) >= 0) tone = own
    else base += letter
  }
  if (base === small) return undefined
  const letters = lettersOf(base)
  return { ...letters, tone }
}
