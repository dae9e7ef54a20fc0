import { endOfHeaders, headersOf } from './header-lines.js'

/** An HTTP response as archives store it. */
export interface HttpMessage {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** Without the lengths of a chunked transfer; still packed where a Content-Encoding says so. */
  readonly body: Uint8Array
}

/** Reads a stored response; undefined when its headers have no end. */
export function readHttp(block: Uint8Array): HttpMessage | undefined {
  const end = endOfHeaders(block, 0)
  if (end < 0) return undefined
  const head = new TextDecoder('latin1').decode(block.subarray(0, end))
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? '0')
  const headers = headersOf(head.slice(head.indexOf('\n') + 1))
  const body = block.subarray(end)
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
  return { status, headers, body: chunked ? (unchunked(body) ?? body) : body }
}

/** Joins the chunks of a transfer (RFC 9112, section 7.1); undefined for a body that is stored without their lengths. */
function unchunked(body: Uint8Array): Uint8Array | undefined {
  const out = new Uint8Array(body.length)
  let length = 0
  let at = 0
  while (at < body.length) {
    const line = body.indexOf(10, at)
    if (line < 0 || line - at > 100) return length > 0 ? out.subarray(0, length) : undefined
    const size = /^\s*([0-9a-fA-F]{1,8})\s*(?:;|$)/.exec(new TextDecoder('latin1').decode(body.subarray(at, line)))?.[1]
    if (size === undefined) return length > 0 ? out.subarray(0, length) : undefined
    const count = Number.parseInt(size, 16)
    if (count === 0) break
    const chunk = body.subarray(line + 1, line + 1 + count)
    out.set(chunk, length)
    length += chunk.length
    at = line + 1 + count
    while (body[at] === 13 || body[at] === 10) at++
  }
  return out.subarray(0, length)
}
