import { fold } from '../../text/fold.js'
import { remembered } from '../../text/remembered.js'
import { canonical, marksAgree as wordsAgree } from '../../text/tone.js'
import { clean, toLower } from '../../text/unicode.js'

/**
 * A name as the tables hold it: cleaned, lower case, tones placed one way, apostrophes dropped, words spaced singly. Short words,
 * which come again and again around names, are remembered.
 */
export const nameForm = remembered(formOf, 24, 8192)

function formOf(name: string): string {
  const words = toLower(clean(name))
    .replace(/['’‘ʼ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return canonical(words.filter(word => word !== '').join(' '))
}

/** A form without any marks: `đắk lắk` → `dak lak`. */
export function unmarked(form: string): string {
  return fold(form)
}

/** Whether a typed form could be the stored one with marks left out. Both in the shape `nameForm` gives; spaces are ignored. */
export function marksAgree(typed: string, stored: string): boolean {
  return wordsAgree(typed.replace(/ /g, ''), stored.replace(/ /g, ''))
}
