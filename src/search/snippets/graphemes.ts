/** Texts are cut between characters as people see them (extended grapheme clusters, Unicode UAX #29), never inside one. */

/** So many units around a place are looked at; longer characters exist in no writing. */
const REACH = 64

let segmenter: Intl.Segmenter | undefined

/** The beginning of the character that a place is inside of; the place itself when it is between two. */
export function characterStart(text: string, at: number): number {
  return isBetween(text, at) ? at : around(text, at)[0]
}

/** The end of the character that a place is inside of; the place itself when it is between two. */
export function characterEnd(text: string, at: number): number {
  return isBetween(text, at) ? at : around(text, at)[1]
}

/** Latin letters, digits and signs, Vietnamese ones among them, stand for themselves: nearly all places are decided here. */
function isBetween(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  return before !== 0x0d && isSimple(before) && isSimple(text.charCodeAt(at))
}

function isSimple(unit: number): boolean {
  return (unit < 0x300 && unit !== 0xad && unit !== 0xa9 && unit !== 0xae) || (unit >= 0x1e00 && unit < 0x1f00)
}

function around(text: string, at: number): readonly [start: number, end: number] {
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('vi', { granularity: 'grapheme' }) : undefined
  if (!segmenter) return extended(text, at)
  let from = Math.max(0, at - REACH)
  // A beginning of the part that is one of the text too.
  while (from < at && from > 0 && !(isSimple(text.charCodeAt(from - 1)) && isSimple(text.charCodeAt(from)))) from++
  const part = segmenter.segment(text.slice(from, at + REACH)).containing(at - from)
  if (!part || part.index + from === at) return [at, at]
  return [from + part.index, from + part.index + part.segment.length]
}

/** Without the platform's segmentation: combining marks, joiners and the second half of a surrogate pair go with what is before. */
function extended(text: string, at: number): readonly [start: number, end: number] {
  const goesOn = (place: number) =>
    /^(?:\p{M}|\u200d|[\ufe00-\ufe0f]|[\udc00-\udfff])/u.test(text.slice(place, place + 1))
  let start = at
  while (start > 0 && (goesOn(start) || text[start - 1] === '\u200d')) start--
  let end = at
  if (start < at) while (end < text.length && (goesOn(end) || text[end - 1] === '\u200d')) end++
  return [start, end]
}
