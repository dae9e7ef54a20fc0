/**
 * How often a term stands in a document, with each occurrence counted at the weight of its field, is stored as one of 16
 * levels. The three that take the fewest bits are the commonest: once in the body, once in the opening or twice, three
 * times.
 */
export const LEVELS = Float32Array.of(1, 2, 3, 0.5, 1.5, 2.5, 3.5, 4, 5, 6, 7, 9, 12, 16, 24, 40)

/** A strong pair counts as if it stood three times in the body, any other as if once. */
export const STRONG_PAIR_FREQUENCY = 3
export const PAIR_FREQUENCY = 1

const order = Array.from(LEVELS.keys()).sort((a, b) => LEVELS[a] - LEVELS[b])

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
 * Numbers in one byte: 0 to 15 exactly, above with 4 significant bits, as small floating-point numbers. A byte stands for
 * the numbers from `floor(byte)` to just below `floor(byte + 1)`.
 */
function toByte(whole: number): number {
  if (whole < 16) return whole
  const exponent = 31 - Math.clz32(whole) - 3
  return exponent * 8 + (whole >>> exponent)
}

function floorOf(byte: number): number {
  if (byte < 16) return byte
  return ((byte & 7) + 8) * 2 ** ((byte >>> 3) - 1)
}

/** Document lengths are stored in one byte; the error stays below 6.3 %. */
export function lengthToByte(length: number): number {
  return Math.min(255, toByte(Math.min(Math.max(0, Math.round(length)), 0x3fff_ffff)))
}

/** The document length that a byte stands for: the middle of its range. */
export function byteToLength(byte: number): number {
  return byte < 16 ? byte : (floorOf(byte) + floorOf(byte + 1) - 1) / 2
}

/** Bytes of frequencies are below this: 2,048 occurrences and more count alike. */
export const FREQUENCY_BYTES = 112

/**
 * Weighted frequencies in memory, where those of several spellings add up: sixteenths in one byte, at least one. All levels
 * are exact, others rounded down by less than an eighth.
 */
export function frequencyToByte(frequency: number): number {
  return frequency < SMALL_FREQUENCY ? smallBytes[Math.round(frequency * 16)] : byteOf(Math.round(frequency * 16))
}

/** The frequency that a byte stands for. */
export function byteToFrequency(byte: number): number {
  return floorOf(byte) / 16
}

function byteOf(sixteenths: number): number {
  const least = Math.max(1, Math.min(sixteenths, 0x8000))
  // Never up: what answers a word with less than full weight is to stay below what answers it fully.
  return Math.min(FREQUENCY_BYTES - 1, toByte(least))
}

/** Nearly all frequencies are below. */
const SMALL_FREQUENCY = 64
const smallBytes = Uint8Array.from({ length: SMALL_FREQUENCY * 16 + 1 }, (_, sixteenths) => byteOf(sixteenths))
