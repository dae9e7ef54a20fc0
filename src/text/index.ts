/**
 * The text layer of timtin: Vietnamese spelling as pure functions over strings. No data but the grammar, no dependencies,
 * no platform beyond ECMAScript.
 */
export { fold } from './fold.js'
export { informalReading, readInformal } from './informal.js'
export type { Tone } from './letters.js'
export { parseLoose } from './loose.js'
export { type Normalizer, setNormalizer } from './normalizer.js'
export {
  type ContextToken,
  contextTokens,
  type Restoration,
  type RestoredSyllable,
  restore,
} from './restore.js'
export type { SyllableStatistics } from './statistics.js'
export { isSyllable, parseSyllable, printSyllable, type Syllable } from './syllable.js'
export { decodeSyllable, foldedRange, syllableCode } from './syllable-code.js'
export {
  canonical,
  canonicalNew,
  hasMarks,
  marksAgree,
  preferredY,
  repair,
  sameUpToY,
  toneKey,
  toneOf,
} from './tone.js'
export type { ToneStyle } from './tone-placement.js'
export {
  decodeTelex,
  decodeTelexWord,
  decodeTyping,
  decodeViqr,
  decodeVni,
  decodeVniWord,
  type TypingMethod,
  type TypingReading,
} from './typing.js'
export { clean, isClean, toLower } from './unicode.js'
