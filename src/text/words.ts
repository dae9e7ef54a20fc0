/** Splitting text into runs of Latin letters and whatever stands between, for rules that work word by word. */
import { isLatin } from './letters.js'

/** Replaces each word (run of Latin letters and their marks) of a text by what `change` makes of it. */
export function mapWords(text: string, change: (word: string) => string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; ) {
    if (!isLatin(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    while (i < text.length && inWord(text.charCodeAt(i))) i++
    const word = text.slice(start, i)
    const changed = change(word)
    if (word.length === text.length) return changed
    if (changed !== word) {
      out += text.slice(from, start) + changed
      from = i
    }
  }
  return from === 0 ? text : out + text.slice(from)
}

function inWord(code: number): boolean {
  return isLatin(code) || (code >= 0x300 && code < 0x370)
}
