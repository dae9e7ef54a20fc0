import { fold } from '../../text/fold.js'

/** Names longer than this are near to nothing. */
const LONGEST = 32

/**
 * The number of letters to put in, leave out or replace that make one name another; with `swaps`, neighbours exchanged are one
 * edit too.
 */
export function edits(a: string, b: string, swaps: boolean): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1))
      if (swaps && !same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    before = row
    row = next
  }
  return row[b.length]
}

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
