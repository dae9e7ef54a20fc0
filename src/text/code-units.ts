const CHUNK = 8192

/** The string of the first `length` UTF-16 units; lone surrogates come through as they are. */
export function stringOf(units: Uint16Array, length: number): string {
  if (length <= CHUNK) return chunk(units, 0, length)
  let out = ''
  for (let i = 0; i < length; i += CHUNK) out += chunk(units, i, Math.min(length, i + CHUNK))
  return out
}

function chunk(units: Uint16Array, start: number, end: number): string {
  // Several times as fast as spreading the units.
  return Reflect.apply(String.fromCharCode, null, units.subarray(start, end))
}

/** The same string for keeping: a slice of a long text would keep the whole text alive in V8. */
export function copyOf(text: string): string {
  return stringOf(
    Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
    text.length,
  )
}
