import { fold } from '../../text/fold.js'
import { initial, type ShortForm } from './short-form.js'

/** A word of a text by its UTF-16 offsets. */
export interface WordSpan {
  readonly start: number
  readonly end: number
}

/** How far to look for the words of a long form, in UTF-16 units a word; keeps the work around a bracket bounded. */
const UNITS_A_WORD = 24

/** The words before `position`, nearest last, up to `most` of them and to the beginning of the sentence or bracket. */
export function wordsBefore(text: string, position: number, most: number): WordSpan[] {
  const words: WordSpan[] = []
  const from = Math.max(0, position - most * UNITS_A_WORD)
  let i = position
  while (i > from && isClosing(text.charCodeAt(i - 1))) i--
  while (i > from && words.length < most) {
    const code = text.charCodeAt(i - 1)
    if (isWordUnit(code)) {
      const end = i
      while (i > from && isWordUnit(text.charCodeAt(i - 1))) i--
      // a word that goes on beyond the bound would show a wrong initial
      if (i === from && i > 0 && isWordUnit(text.charCodeAt(i - 1))) break
      words.push({ start: i, end })
    } else if (isSeparator(code)) {
      i--
    } else {
      break
    }
  }
  return words.reverse()
}

/** The words from `start` to `end`, at most `most`; undefined when something other than words and separators is between. */
export function wordsBetween(text: string, start: number, end: number, most: number): WordSpan[] | undefined {
  const words: WordSpan[] = []
  let i = start
  while (i < end) {
    const code = text.charCodeAt(i)
    if (isWordUnit(code)) {
      const from = i
      while (i < end && isWordUnit(text.charCodeAt(i))) i++
      if (words.length === most) return undefined
      words.push({ start: from, end: i })
    } else if (isSeparator(code)) {
      i++
    } else {
      return undefined
    }
  }
  return words
}

/** The words from `start` on, up to `most` of them and to the end of the sentence or bracket. */
export function wordsFrom(text: string, start: number, most: number): WordSpan[] {
  const words: WordSpan[] = []
  const to = Math.min(text.length, start + most * UNITS_A_WORD)
  let i = start
  while (i < to && words.length < most) {
    const code = text.charCodeAt(i)
    if (isWordUnit(code)) {
      const from = i
      while (i < to && isWordUnit(text.charCodeAt(i))) i++
      words.push({ start: from, end: i })
    } else if (isSeparator(code)) {
      i++
    } else {
      break
    }
  }
  return words
}

/**
 * Holds the letters of a short form against the initials of the last words, from the right. Every word has its letter;
 * only "và" may be left out. đ agrees with d alone when the words have no marks at all, or write đ as eth. Gives the index
 * of the first word of the long form, or -1.
 */
export function alignInitials(text: string, words: readonly WordSpan[], short: ShortForm): number {
  let word = words.length - 1
  let ands = short.ands
  const lenient = words.length > 0 && writesPlainD(text, words[0].start, words[words.length - 1].end)
  for (let i = short.letters.length - 1; i >= 0; ) {
    if (word < 0) return -1
    if (agrees(text, words[word], short.letters[i], lenient)) i--
    else if (ands > 0 && word < words.length - 1 && isAnd(text, words[word])) ands--
    else return -1
    word--
  }
  return word + 1
}

function agrees(text: string, word: WordSpan, letter: string, lenient: boolean): boolean {
  const first = text.charCodeAt(word.start)
  if (first >= 0x30 && first <= 0x39) return text.slice(word.start, word.end) === letter
  const own = initial(first)
  return own === letter || (lenient && (own === 'đ' ? 'd' : own) === (letter === 'đ' ? 'd' : letter))
}

function isAnd(text: string, word: WordSpan): boolean {
  return word.end - word.start <= 3 && fold(text.slice(word.start, word.end)) === 'va'
}

/** Whether the text between the offsets has no marks at all, or has an eth where Vietnamese has đ. */
function writesPlainD(text: string, start: number, end: number): boolean {
  let plain = true
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xd0 || code === 0xf0) return true
    if (code > 0x7f && isWordUnit(code)) plain = false
  }
  return plain
}

/** Letters, digits and combining marks of the scripts that short forms are made of. */
export function isWordUnit(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
  return (
    (code >= 0xc0 && code < 0x370 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x1e00 && code < 0x1f00) ||
    code === 0xad ||
    code === 0x200b
  )
}

function isSeparator(code: number): boolean {
  // space - , / & + no-break space, en dash, em dash, non-breaking hyphen, tab
  return (
    code === 0x20 ||
    code === 0x2d ||
    code === 0x2c ||
    code === 0x2f ||
    code === 0x26 ||
    code === 0xa0 ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2011 ||
    code === 0x09 ||
    code === 0x2b
  )
}

function isClosing(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xbb
  )
}
