/**
 * Text typed for an input method that was switched off. A reading is offered beside the plain text, never put in its place:
 * plain words (has, see, bus, max, six, too) are Telex for something else too.
 */
import { decodeTelex } from './telex.js'
import { hasMarks } from './tone.js'
import { clean, toLower } from './unicode.js'
import { decodeViqr } from './viqr.js'
import { decodeVni } from './vni.js'

export { decodeTelex, decodeTelexWord } from './telex.js'
export { decodeViqr } from './viqr.js'
export { decodeVni, decodeVniWord } from './vni.js'

/** How a reading was made: as it stands, or by one of three input methods. */
export type TypingMethod = 'plain' | 'telex' | 'vni' | 'viqr'

/** One way to read what was typed. */
export interface TypingReading {
  readonly method: TypingMethod
  /** The whole text in this reading. */
  readonly text: string
}

/** Longer text is no query, and nobody types so much without looking. */
const LONGEST_QUERY = 1000

/**
 * All readings of a typed text, the plain one first and unchanged; then those of Telex, VNI and VIQR that differ from it.
 * Text with Vietnamese marks in it has only the plain one, since its input method was on; so has text of
 * more than 1,000 characters, which is no query.
 */
export function decodeTyping(text: string): TypingReading[] {
  const readings: TypingReading[] = [{ method: 'plain', text }]
  if (text.length > LONGEST_QUERY) return readings
  const settled = clean(text)
  if (hasMarks(toLower(settled))) return readings
  const lower = toLower(settled)
  const telex = decodeTelex(settled)
  if (telex !== lower) readings.push({ method: 'telex', text: telex })
  const vni = decodeVni(settled)
  if (vni !== lower) readings.push({ method: 'vni', text: vni })
  // Quotes, full stops and question marks alone are punctuation.
  if (/[\^(+*`~]|dd/i.test(settled)) {
    const viqr = decodeViqr(settled)
    if (viqr !== settled) readings.push({ method: 'viqr', text: viqr })
  }
  return readings
}
