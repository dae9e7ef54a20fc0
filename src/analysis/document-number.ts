import { fold } from '../text/fold.js'

/**
 * Numbers of decrees, circulars and letters: `145/2020/NĐ-CP`, `100/2015/QH13`, `35/NQ-CP`, `05-CT/TW`. They are indexed in
 * parts and, under the term made here, as one whole that does not care for đ, case or the kind of dash.
 */
const MAX_LENGTH = 40

/** The kinds of document that are recognized when typed in small letters (Decree 30/2020/NĐ-CP, appendix III). */
const KINDS = new Set(
  'nd qd nq ct tt ttlt hd kh tb bc cv ttr gp gpdt gcn pl lct qh qh10 qh11 qh12 qh13 qh14 qh15 ubtvqh vbhn ttg tw tu ubnd hdnd'.split(
    ' ',
  ),
)

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isSeparator(unit: number): boolean {
  return unit === 0x2f || unit === 0x2d || unit === 0x2010 || unit === 0x2011 || unit === 0x2013 || unit === 0x26
}

/** Letters of any alphabet come above 0x80 or in A-Z and a-z; marks of NFD text count with their letter. */
function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x2000)
}

/** The end of a document number whose first digit stands at `start`, or -1. */
export function documentNumberEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_LENGTH)
  let at = start
  while (at < limit && isDigit(text.charCodeAt(at))) at++
  let end = -1
  let kindSeen = false
  while (at + 1 < limit && isSeparator(text.charCodeAt(at))) {
    const from = at + 1
    at = from
    while (at < limit && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++
    const part = text.slice(from, at)
    if (part === '') break
    if (isDigit(part.charCodeAt(0))) {
      // Only a year may stand between the number and its kind: 51/57 and 12/05/2020 are none.
      if (kindSeen || part.length !== 4) break
      continue
    }
    if (!kindSeen && !isKind(part)) break
    if (kindSeen && part !== part.toUpperCase() && !KINDS.has(fold(part)) && part.length > 5) break
    kindSeen = true
    end = at
  }
  return kindSeen ? end : -1
}

function isKind(part: string): boolean {
  if (KINDS.has(fold(part))) return true
  const letters = part.replace(/[0-9]/g, '')
  return letters.length >= 2 && letters.normalize('NFC').length <= 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** The one term for all ways of writing a document number. */
export function documentNumberTerm(written: string): string {
  return fold(written).replace(/[\u2010\u2011\u2013]/g, '-')
}
