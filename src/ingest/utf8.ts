/** How long the well-formed UTF-8 sequence at `i` is, by Unicode 15, table 3-7; 0 when there is none. */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]
  if (lead < 0x80) return 1
  const more =
    lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
  if (more === 0 || i + more >= bytes.length) return 0
  const second = bytes[i + 1]
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let k = 2; k <= more; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return 0
  return more + 1
}

/** Offset of the first byte that does not continue a well-formed UTF-8 sequence; the length when all do. */
export function firstBadByte(bytes: Uint8Array, from = 0): number {
  let i = from
  while (i < bytes.length) {
    const length = sequenceAt(bytes, i)
    if (length === 0) return i
    i += length
  }
  return bytes.length
}

/** How many well-formed sequences of two bytes and more there are, and how many bytes belong to none. */
export function sequencesIn(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceAt(bytes, i)
    if (length > 1) good++
    else if (length === 0) bad++
    i += Math.max(1, length)
  }
  return { good, bad }
}

/** Where a block of bytes can be cut without parting a sequence: `end`, or up to three bytes before it. */
export function characterEnd(bytes: Uint8Array, end: number): number {
  for (let i = end - 1; i >= 0 && i >= end - 3; i--) {
    if ((bytes[i] & 0xc0) === 0x80) continue
    const length = bytes[i] >= 0xf0 ? 4 : bytes[i] >= 0xe0 ? 3 : bytes[i] >= 0xc0 ? 2 : 1
    return i + length > end ? i : end
  }
  return end
}
