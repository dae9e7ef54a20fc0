import type { Groups } from './collapse.js'
import { badCursor, type CursorPosition } from './cursor.js'
import type { Matches } from './matches.js'
import type { SortOrder } from './sort.js'
import { TopK } from './top-k.js'

/** Which of all matches are wanted, and in what order. */
export interface PageRequest {
  readonly offset: number
  readonly limit: number
  readonly order: SortOrder
  /** Only what comes after this place. */
  readonly after: CursorPosition | undefined
  /** Only the first of each group. */
  readonly groups: Groups | undefined
}

/** A document of a page. */
export interface Placed {
  readonly document: number
  /** Score units. */
  readonly score: number
  /** The other matches of its group, where matches are grouped. */
  readonly collapsed?: number
}

/** A page of matches. */
export interface Page {
  readonly found: readonly Placed[]
  /** Whether more come after it. */
  readonly more: boolean
  /** Groups among all matches, those of one document too, where matches are grouped. */
  readonly groups?: number
}

/** Picks a page of the matches. */
export function pageOf(matches: Matches, request: PageRequest, idOf: (document: number) => string): Page {
  const { documents, scores, count } = matches
  const { offset, limit, order, after, groups } = request
  const keys = new Int32Array(count)
  for (let at = 0; at < count; at++) keys[at] = order.key(documents[at], scores[at])
  const first = groups && firstOfGroups(matches, keys, groups, idOf)
  const top = new TopK(Math.min(count, offset + limit), at => idOf(documents[at]))
  const afterKey = after && order.keyOf(after.value)
  if (after && afterKey === undefined) throw badCursor('a cursor of this order', after.value)
  let candidates = 0
  let total = 0
  for (let at = 0; at < count; at++) {
    if (first && first.places[at] === 0) continue
    total++
    const key = keys[at]
    if (after && afterKey !== undefined && (key > afterKey || (key === afterKey && idOf(documents[at]) <= after.id)))
      continue
    candidates++
    if (key >= top.threshold) top.offer(at, key)
  }
  const found = top
    .drain()
    .slice(offset)
    .map(({ document: at }): Placed => {
      const placed = { document: documents[at], score: scores[at] }
      return first ? { ...placed, collapsed: first.places[at] - 1 } : placed
    })
  return { found, more: candidates > offset + found.length, ...(first ? { groups: total } : {}) }
}

/** For each match how many its group has, where it is the first of them; 0 where it is not. */
function firstOfGroups(
  { documents, count }: Matches,
  keys: Int32Array,
  { numbers, size }: Groups,
  idOf: (document: number) => string,
): { readonly places: Int32Array } {
  const best = new Int32Array(size).fill(-1)
  const sizes = new Int32Array(size)
  const places = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const group = numbers[documents[at]]
    if (group === 0) {
      places[at] = 1
      continue
    }
    sizes[group]++
    const known = best[group]
    const better =
      known < 0 || keys[at] > keys[known] || (keys[at] === keys[known] && idOf(documents[at]) < idOf(documents[known]))
    if (better) best[group] = at
  }
  for (let group = 1; group < size; group++) if (best[group] >= 0) places[best[group]] = sizes[group]
  return { places }
}
