import { fold } from '../../text/fold.js'

/** Sentence ends: a full stop, question or exclamation mark or ellipsis, closing quotation marks and brackets, a blank. */

const ENDS = '.!?…'
const CLOSING = '"\'”’»)]'
/** A word has a vowel; TP, ThS, GS, Q and other words without one are abbreviations, and their full stop ends no sentence. */
const VOWEL = /[aeiouy]/
/** A lone digit or two at the beginning of a line number it. */
const NUMBERED = /(?:^|\n)\s*\d{1,2}$/

/**
 * The places where sentences begin, 0 first, in ascending order. A line is never part of two sentences.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Letters, digits and most signs.
    if (unit > 0x3f && unit !== 0x2026) continue
    if (unit === 0x0a) take(starts, text, at + 1)
    else if (unit > 0x20 && ENDS.includes(text[at])) {
      let end = at + 1
      while (end < text.length && (ENDS.includes(text[end]) || CLOSING.includes(text[end]))) end++
      if (end < text.length && isBlank(text, end) && !(text[at] === '.' && end === at + 1 && isShort(text, at)))
        take(starts, text, end)
      at = end - 1
    }
  }
  return starts
}

/** A sentence begins with the first that is no blank. */
function take(starts: number[], text: string, from: number): void {
  let start = from
  while (start < text.length && isBlank(text, start)) start++
  if (start < text.length && start > starts[starts.length - 1]) starts.push(start)
}

/** Whether the full stop at a place ends a shortened word or the number of a line. */
function isShort(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at)
  const word = /\p{L}+$/u.exec(before)?.[0] ?? ''
  if (word === '') return NUMBERED.test(before)
  return word.length <= 4 && (word.length === 1 || !VOWEL.test(fold(word)))
}

/** Whether a blank of any kind stands at a place. */
export function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000 || unit === 0x202f
}
