/** A web address in its text. */
export interface WebAddress {
  readonly start: number
  readonly end: number
  /** In lower case, without user, port and path. */
  readonly host: string
}

/** Top-level domains by which an address is known that has neither scheme nor www. */
const TOP_LEVEL = /* @__PURE__ */ new Set('vn com net org edu gov info io tv asia xyz biz'.split(' '))

/** Bounds of RFC 5321 and RFC 1035: a local part has 64 units, a host 253. */
const MOST_LOCAL = 64
const MOST_HOST = 253
/** What is longer is data and no address; bounds the look-ahead. */
const MOST_URL = 2048

/** Punctuation that ends a sentence rather than an address. */
const FINAL = ".,;:!?'*_-…"

/** Reads a URL whose `www.` begins at `i`, or whose `://` does; nothing before `last` is taken. */
export function urlAt(text: string, i: number, last: number): WebAddress | undefined {
  if (text[i] !== ':') return startsWithWww(text, i) ? address(text, i, i) : undefined
  if (text[i + 1] !== '/' || text[i + 2] !== '/') return undefined
  for (const scheme of ['https', 'http', 'ftp']) {
    const start = i - scheme.length
    if (start >= last && text.slice(start, i).toLowerCase() === scheme) return address(text, start, i + 3)
  }
  return undefined
}

/** Reads an address without scheme by its last label: the dot at `i` stands before `vn`, `com`, `org` … */
export function domainAt(text: string, i: number, last: number): WebAddress | undefined {
  let end = i + 1
  while (end - i <= 5 && isLabelUnit(text.charCodeAt(end)) && text[end] !== '-') end++
  if (!TOP_LEVEL.has(text.slice(i + 1, end).toLowerCase())) return undefined
  if (isForeignUnit(text.charCodeAt(end)) || isLabelUnit(text.charCodeAt(end))) return undefined
  if (text[end] === '.' && isLabelUnit(text.charCodeAt(end + 1))) return undefined
  let start = i
  while (start > last && i - start < MOST_HOST && (isLabelUnit(text.charCodeAt(start - 1)) || text[start - 1] === '.'))
    start--
  if (start > 0 && (isForeignUnit(text.charCodeAt(start - 1)) || text[start - 1] === '@' || text[start - 1] === '_'))
    return undefined
  while (text[start] === '.' || text[start] === '-') start++
  // "ngày 20/10.VTV.vn": a number at the end of the sentence before
  const label = digitsEnd(text, start)
  if (label > start && text[label] === '.' && label < i) start = label + 1
  // a single letter before the dot is an initial: "A.Vn"
  return i - start > 1 && isHost(text.slice(start, end)) ? address(text, start, start) : undefined
}

/** Reads the e-mail address around the `@` at `at`. */
export function emailAt(text: string, at: number, last: number): { start: number; end: number } | undefined {
  let start = at
  while (start > last && at - start <= MOST_LOCAL && isLocalUnit(text.charCodeAt(start - 1))) start--
  while (text[start] === '.' || text[start] === '-') start++
  if (start >= at || at - start > MOST_LOCAL || text[at - 1] === '.') return undefined
  const end = hostEnd(text, at + 1)
  return isHost(text.slice(at + 1, end)) && !isForeignUnit(text.charCodeAt(end)) ? { start, end } : undefined
}

/** Whether a name ends as the hosts of e-mail do: what is left of ten***@gmail.com is no mention. */
export function endsInTopLevel(name: string): boolean {
  return TOP_LEVEL.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) && name.includes('.')
}

/** Units of e-mail names and mentions: ASCII letters and digits, `.`, `_`, `-`. */
export function isAddressUnit(code: number): boolean {
  return isLabelUnit(code) || code === 0x2e || code === 0x5f
}

/** The address from `start`, whose host begins at `from` (perhaps after user and password). */
function address(text: string, start: number, from: number): WebAddress | undefined {
  const end = urlEnd(text, from)
  const authority = text.slice(from, end).split(/[/?#]/, 1)[0]
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(':', 1)[0]
    .toLowerCase()
  return isHost(host) || (start !== from && host === 'localhost') ? { start, end, host } : undefined
}

/** The end of a URL: a blank or a quotation mark. Final punctuation stays outside, and a bracket that it does not open. */
function urlEnd(text: string, start: number): number {
  let end = start
  let round = 0
  let square = 0
  while (end - start < MOST_URL && isUrlUnit(text.charCodeAt(end))) {
    if (text[end] === '(') round++
    else if (text[end] === ')') round--
    else if (text[end] === '[') square++
    else if (text[end] === ']') square--
    end++
  }
  while (end > start) {
    const sign = text[end - 1]
    if (sign === ')' && round < 0) round++
    else if (sign === ']' && square < 0) square++
    else if (!FINAL.includes(sign)) break
    end--
  }
  return end
}

function hostEnd(text: string, start: number): number {
  let end = start
  while (
    end - start < MOST_HOST &&
    (isLabelUnit(text.charCodeAt(end)) || (text[end] === '.' && isLabelUnit(text.charCodeAt(end + 1))))
  )
    end++
  while (end > start && text[end - 1] === '-') end--
  return end
}

/** Two labels or more, none empty, the last of two letters or more; or an IPv4 address. */
function isHost(host: string): boolean {
  if (host.length > MOST_HOST) return false
  let label = 0
  let labels = 1
  for (let i = 0; i < host.length; i++) {
    if (host[i] === '.') {
      if (i === label) return false
      label = i + 1
      labels++
    } else if (!isLabelUnit(host.charCodeAt(i)) && host[i] !== '_') {
      return false
    }
  }
  if (labels < 2 || label === host.length) return false
  return isTopLevel(host, label) || (labels === 4 && host.split('.').every(part => Number(part) <= 255))
}

/** Whether the host ends in two letters or more, hyphens allowed (xn--…). */
function isTopLevel(host: string, start: number): boolean {
  for (let i = start; i < host.length; i++) {
    if (host[i] >= '0' && host[i] <= '9') return false
  }
  return host.length - start >= 2
}

function digitsEnd(text: string, start: number): number {
  let i = start
  while (text[i] >= '0' && text[i] <= '9') i++
  return i
}

function startsWithWww(text: string, i: number): boolean {
  return text.slice(i, i + 4).toLowerCase() === 'www.'
}

/** ASCII letters, digits and the hyphen. */
function isLabelUnit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x2d
  )
}

function isLocalUnit(code: number): boolean {
  return isAddressUnit(code) || code === 0x2b || code === 0x25
}

/** Letters and marks beyond ASCII: an address does not begin or end inside a Vietnamese word. */
function isForeignUnit(code: number): boolean {
  return code >= 0xc0 && code < 0x2000
}

/** Everything but blanks, controls, quotation marks and what never stands in a URL. */
function isUrlUnit(code: number): boolean {
  if (!(code > 0x20) || code === 0x22 || code === 0x3c || code === 0x3e || code === 0x5c || code === 0x60) return false
  if (code >= 0x7b && code <= 0xa0) return code === 0x7e
  return code < 0x2000 || code > 0x206f || code === 0x2013
}
