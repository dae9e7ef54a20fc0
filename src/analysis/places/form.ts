import { detached } from '../../text/detached.js'
import { fold } from '../../text/fold.js'
import { canonical, marksAgree as wordsAgree } from '../../text/tone.js'
import { clean, toLower } from '../../text/unicode.js'

/** Forms of short words, which come again and again around names; emptied when full, so that it stays small. */
const known = new Map<string, string>()
const MOST_KNOWN = 4096
const LONGEST_KNOWN = 24

/** A name as the tables hold it: cleaned, lower case, tones placed one way, apostrophes dropped, words spaced singly. */
export function nameForm(name: string): string {
  if (name.length > LONGEST_KNOWN) return formOf(name)
  let form = known.get(name)
  if (form === undefined) {
    form = formOf(name)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(detached(name), detached(form))
  }
  return form
}

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
