import { edits } from '../../text/edit-distance.js'
import { fold } from '../../text/fold.js'

/** Names longer than this are near to nothing. */
const LONGEST = 32

/**
 * The name that was probably meant: the nearest of the known ones without regard to case and marks, at most one edit away
 * for names of up to 4 letters and two for longer ones; undefined when none is that near.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined
  const typed = fold(name)
  let best: string | undefined
  let fewest = typed.length > 4 ? 3 : typed.length > 2 ? 2 : 1
  for (const each of known) {
    if (each.length > LONGEST) continue
    const distance = edits(typed, fold(each), true)
    if (distance < fewest) {
      fewest = distance
      best = each
    }
  }
  return best
}
