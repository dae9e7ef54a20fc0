import { expectedParameter, readAscending, writeAscending } from './ascending.js'
import { BitCursor, BitWriter } from './bits.js'
import { damaged } from './damage.js'

/** More searched fields than this cannot be told apart. */
export const MAX_FIELDS = 16

/**
 * Which fields of its documents a term stands in. For each field the positions in the posting list of the documents that
 * have the term there, or of those that have not, whichever are fewer: nearly all have it in the body, few in the title.
 * With one field there is nothing to tell apart, and nothing is written.
 *
 * @param masks for each posting the fields, field 0 as the lowest bit
 */
export function encodeFields(out: BitWriter, masks: Uint16Array, size: number, fieldCount: number): void {
  if (fieldCount < 2) return
  if (size === 1) {
    out.write(masks[0], fieldCount)
    return
  }
  const body = new BitWriter()
  for (let field = 0; field < fieldCount; field++) {
    let inside = 0
    for (let at = 0; at < size; at++) inside += (masks[at] >>> field) & 1
    const listed = inside * 2 > size ? 0 : 1
    const positions = new Uint32Array(listed === 1 ? inside : size - inside)
    for (let at = 0, next = 0; at < size; at++) if (((masks[at] >>> field) & 1) === listed) positions[next++] = at
    body.write(listed, 1)
    body.writeGamma(positions.length + 1)
    if (positions.length > 0)
      writeAscending(body, positions, positions.length, expectedParameter(positions.length, size))
  }
  out.writeGamma(body.bits)
  out.append(body)
}

/** Where the fields of a list begin and end, in bits. */
export interface FieldsPlace {
  readonly at: number
  readonly end: number
}

/** Finds the fields that begin at bit `at`, behind the postings of a list. */
export function fieldsPlace(words: Uint32Array, at: number, size: number, fieldCount: number): FieldsPlace {
  if (fieldCount < 2) return { at, end: at }
  if (size === 1) return { at, end: at + fieldCount }
  const cursor = new BitCursor(words, at)
  const bits = cursor.readGamma()
  return { at: cursor.at, end: cursor.at + bits }
}

/**
 * For each posting 1 when the term stands in the field, else 0.
 *
 * @throws IndexFileError when the bits do not hold together
 */
export function readField(
  words: Uint32Array,
  { at, end }: FieldsPlace,
  size: number,
  field: number,
  fieldCount: number,
): Uint8Array {
  const inField = new Uint8Array(size)
  if (fieldCount < 2) return inField.fill(1)
  const cursor = new BitCursor(words, at)
  if (size === 1) {
    inField[0] = (cursor.read(fieldCount) >>> field) & 1
    return inField
  }
  const positions = new Int32Array(size)
  for (let before = 0; ; before++) {
    const listed = cursor.read(1)
    const count = cursor.readGamma() - 1
    if (count > size || cursor.at > end) throw damaged('postings', `at most ${size} positions of a field`, count)
    if (count > 0) cursor.at = readAscending(words, cursor.at, expectedParameter(count, size), count, size, positions)
    if (before < field) continue
    inField.fill(1 - listed)
    for (let place = 0; place < count; place++) inField[positions[place]] = listed
    return inField
  }
}
