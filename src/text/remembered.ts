import { detached } from './detached.js'

/**
 * `judge` with a memory: the pages of one site have menus, counters, imprints and printed dates in common, and one page asks
 * for its date lines several times. Texts longer than `longest` UTF-16 units are judged anew, and beyond `most` texts all are
 * forgotten. `judge` must depend on the text alone, and what it gives must not be changed.
 */
export function remembered<T>(judge: (text: string) => T, longest: number, most: number): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return text => {
    if (text.length > longest) return judge(text)
    const before = known.get(text)
    if (before !== undefined) return before.value
    const value = judge(text)
    if (known.size >= most) known.clear()
    known.set(detached(text), { value })
    return value
  }
}
