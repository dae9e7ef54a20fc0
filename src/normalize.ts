/**
 * For runtimes without ICU, where `String.prototype.normalize` is missing or gives its text back: `import 'timtin/normalize'`
 * is not enough there, call `installNormalizer()` once before anything else. Needs the package `unorm` beside timtin; its
 * tables weigh 37 kB compressed, which is why no other entry loads them.
 */
import unorm from 'unorm'
import { setNormalizer } from './text/normalizer.js'

/** ê in three code points, and what canonical composition makes of it together with the dot below. */
const DECOMPOSED = 'e\u0323\u0302'
const COMPOSED = '\u1ec7'

/** Whether a `String.prototype.normalize` is there and composes Vietnamese letters. */
export function normalizeWorks(normalize: unknown): boolean {
  if (typeof normalize !== 'function') return false
  try {
    return normalize.call(DECOMPOSED, 'NFC') === COMPOSED
  } catch {
    return false
  }
}

/**
 * Makes timtin normalize with unorm where the runtime cannot.
 *
 * @param force also where the runtime can: to compare, or to make results the same everywhere
 * @returns whether unorm is in use now
 */
export function installNormalizer(force = false): boolean {
  if (!force && normalizeWorks(String.prototype.normalize)) return false
  setNormalizer(text => unorm.nfc(text))
  return true
}
