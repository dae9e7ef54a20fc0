/**
 * The one place that asks the platform to normalize. Vietnamese itself is composed by our own tables; this serves the other
 * scripts. `timtin/normalize` plugs in another implementation where the platform has none.
 */

/** Returns the canonical composition (NFC) of a text. */
export type Normalizer = (text: string) => string

let normalizer: Normalizer = text => (typeof text.normalize === 'function' ? text.normalize('NFC') : text)

/** Puts another NFC in place of `String.prototype.normalize`, for runtimes built without it. */
export function setNormalizer(nfc: Normalizer): void {
  normalizer = nfc
}

/**
 * More marks on one letter than any script has; Unicode's stream-safe format allows 30. Normalizers sort such runs in
 * quadratic time, so they are left as they came.
 */
const MOST_MARKS = 63
const ENDLESS_MARKS = /(\p{M}{64,})/u

/** NFC of a text by the normalizer in use, but for endless runs of marks. */
export function nfc(text: string): string {
  if (text.length <= MOST_MARKS || !ENDLESS_MARKS.test(text)) return normalizer(text)
  // With the group in the pattern, every second piece is such a run.
  return text
    .split(ENDLESS_MARKS)
    .map((piece, i) => (i % 2 === 0 ? normalizer(piece) : piece))
    .join('')
}
