/** Header lines take no more bytes than this. */
export const longestHeader = 1 << 16

/** Behind the empty line that ends headers; -1 when there is none. */
export function endOfHeaders(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + longestHeader)
  for (let at = bytes.indexOf(10, from); at >= 0 && at < most; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return -1
}

/** `name: value` lines, names in lower case; a line that begins with a blank goes on with the one before. */
export function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>()
  let last = ''
  for (const line of text.split(/\r?\n/)) {
    const known = headers.get(last)
    if (/^[ \t]/.test(line) && known !== undefined) headers.set(last, `${known} ${line.trim()}`)
    const colon = line.indexOf(':')
    if (colon < 1 || /^[ \t]/.test(line)) continue
    last = line.slice(0, colon).trim().toLowerCase()
    if (!headers.has(last) && headers.size < 200) headers.set(last, line.slice(colon + 1).trim())
  }
  return headers
}
