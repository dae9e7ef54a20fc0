import { fold } from '../../text/fold.js'
import { canonical, hasMarks, marksAgree } from '../../text/tone.js'

/** Longer texts are no names; what follows is not looked at. */
const LONGEST = 200

/** The words of a name: runs of letters, marks and digits, canonical. */
function wordsOf(text: string): string[] {
  return canonical(text.slice(0, LONGEST)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/**
 * Tells which names have words, one after the other, that are the words typed; the last may be only begun. Case says
 * nothing. Marks left out may be any (`giao` is in Giáo dục), marks typed must agree (`giáo` is not in Giao thông). Without
 * any word all names do.
 */
export function valueMatcher(typed: string): (name: string) => boolean {
  const wanted = wordsOf(typed).map(word => ({ word, folded: fold(word), marked: hasMarks(word) }))
  const last = wanted.length - 1
  return name => {
    const words = wordsOf(name)
    for (let from = 0; from + last < words.length; from++) {
      if (wanted.every(({ word, folded, marked }, at) => isWord(words[from + at], word, folded, marked, at === last)))
        return true
    }
    return wanted.length === 0
  }
}

function isWord(written: string, typed: string, folded: string, marked: boolean, begun: boolean): boolean {
  const letters = fold(written)
  if (letters === folded) return !marked || marksAgree(typed, written)
  if (!begun || !letters.startsWith(folded)) return false
  return !marked || beginsWith(typed, written)
}

/** Whether each mark typed is on the same letter of a longer word: giá begins giáo and giát, not giảm. */
function beginsWith(typed: string, written: string): boolean {
  const start = written.slice(0, typed.length)
  return fold(start) === fold(typed) && marksAgree(typed, start)
}
