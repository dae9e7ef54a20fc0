import { fold } from '../text/fold.js'
import { ONSETS, rimesAfter } from '../text/grammar.js'

let onsets: ReadonlySet<string> | undefined
let rimes: ReadonlySet<string> | undefined
const MAX_ONSET = 3

/**
 * Whether a folded word has the shape of a Vietnamese syllable: an onset and a rime, whether they go together or not. Unlike
 * the strict grammar this also holds for syllables with marks left out (diem, doan), and it needs a table of some hundred
 * strings instead of all syllables.
 */
export function hasSyllableShape(folded: string): boolean {
  onsets ??= new Set(ONSETS.map(fold))
  rimes ??= new Set(
    [...rimesAfter(''), ...rimesAfter('q'), ...rimesAfter('h')].map(rime =>
      fold(rime.glide + rime.nucleus + rime.coda),
    ),
  )
  for (let length = Math.min(MAX_ONSET, folded.length - 1); length >= 0; length--) {
    if (onsets.has(folded.slice(0, length)) && rimes.has(folded.slice(length))) return true
  }
  // The i of gi is that of the rime: gi, gin, giet.
  return folded.startsWith('gi') && rimes.has(folded.slice(1))
}
