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

/** NFC of a text by the normalizer in use. */
export function nfc(text: string): string {
  return normalizer(text)
}
