/**
 * How often a term stands in a document, with each occurrence counted at the weight of its field, is stored as one of 16
 * levels. The three that take two bits are the commonest: once in the body, once in the opening or twice, three times.
 */
export const LEVELS = Float32Array.of(1, 2, 3, 0.5, 1.5, 2.5, 3.5, 4, 5, 6, 7, 9, 12, 16, 24, 40)

/** A strong pair counts as if it stood three times in the body, any other as if once; both are levels. */
export const STRONG_PAIR_LEVEL = 2
export const PAIR_LEVEL = 0

const order = Array.from(LEVELS.keys()).sort((a, b) => LEVELS[a] - LEVELS[b])

/** The levels from the highest frequency down. */
export const LEVELS_DESCENDING: readonly number[] = [...order].reverse()

/** The level whose value is nearest (by ratio) to a weighted frequency. */
export function levelOf(frequency: number): number {
  for (let at = 1; at < order.length; at++) {
    const below = LEVELS[order[at - 1]]
    const above = LEVELS[order[at]]
    if (frequency * frequency < below * above) return order[at - 1]
  }
  return order[order.length - 1]
}

/**
 * Document lengths are stored in one byte: 0 to 15 exactly, above with 4 significant bits, as small floating-point
 * numbers (the error stays below 6.3 %).
 */
export function lengthToByte(length: number): number {
  const whole = Math.min(Math.max(0, Math.round(length)), 0x3fff_ffff)
  if (whole < 16) return whole
  const exponent = 31 - Math.clz32(whole) - 3
  return Math.min(255, exponent * 8 + (whole >>> exponent))
}

/** The document length that a byte stands for: the middle of its range. */
export function byteToLength(byte: number): number {
  if (byte < 16) return byte
  const exponent = (byte >>> 3) - 1
  const mantissa = (byte & 7) + 8
  return (mantissa + 0.5) * 2 ** exponent - 0.5
}
