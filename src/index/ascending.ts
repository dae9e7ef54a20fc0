import { type BitWriter, readBits } from './bits.js'
import { damaged } from './damage.js'

/**
 * Ascending numbers as Rice codes (Rice & Plaunt 1971) of the gaps between them: within a few hundredths of a bit of the
 * best that can be done for numbers without pattern. A parameter of 0 is a bitmap that ends with its last number, so dense
 * lists need no form of their own.
 */
export const MAX_PARAMETER = 30

/** The parameter that suits `count` numbers below `universe` that lie anywhere: log2 of the mean gap times ln 2. */
export function expectedParameter(count: number, universe: number): number {
  return Math.max(0, 31 - Math.clz32(Math.max(1, Math.floor(((universe - count) * Math.LN2) / count))))
}

/** The bits that the numbers take with a parameter. */
export function ascendingBits(numbers: Uint32Array, count: number, parameter: number): number {
  let bits = count * (parameter + 1)
  for (let at = 0, next = 0; at < count; at++) {
    bits += (numbers[at] - next) >>> parameter
    next = numbers[at] + 1
  }
  return bits
}

/** The parameter that takes the fewest bits for just these numbers. */
export function bestParameter(numbers: Uint32Array, count: number, universe: number): number {
  let best = expectedParameter(count, universe)
  let least = ascendingBits(numbers, count, best)
  for (const step of [-1, 1]) {
    for (let other = best + step; other >= 0 && other <= MAX_PARAMETER; other += step) {
      const bits = ascendingBits(numbers, count, other)
      if (bits >= least) break
      least = bits
      best = other
    }
  }
  return best
}

/** Appends the first `count` of ascending numbers. */
export function writeAscending(out: BitWriter, numbers: Uint32Array, count: number, parameter: number): void {
  for (let at = 0, next = 0; at < count; at++) {
    const gap = numbers[at] - next
    out.writeUnary(gap >>> parameter)
    out.write(gap, parameter)
    next = numbers[at] + 1
  }
}

/**
 * Reads `count` ascending numbers below `universe` that begin at bit `at` into `out`; returns the bit after them.
 *
 * @throws IndexFileError when a number is not below `universe`
 */
export function readAscending(
  words: Uint32Array,
  at: number,
  parameter: number,
  count: number,
  universe: number,
  out: Int32Array,
): number {
  const mask = (1 << parameter) - 1
  // So many zeros that the shift would overflow go the slow way: whatever the bits, the numbers ascend.
  const most = 1 << Math.min(5, 31 - parameter)
  let bit = at
  let number = -1
  for (let place = 0; place < count; place++) {
    const word = bit >>> 5
    const shift = bit & 31
    let window = words[word] >>> shift
    if (shift !== 0) window |= words[word + 1] << (32 - shift)
    const zeros = 31 - Math.clz32(window & -window)
    if (window !== 0 && zeros < most) {
      bit += zeros + 1
      const rest = zeros + 1 + parameter <= 32 ? ((window >>> zeros) >>> 1) & mask : readBits(words, bit, parameter)
      number += 1 + (zeros << parameter) + rest
      bit += parameter
    } else {
      const many = zerosAt(words, bit, universe - number)
      number += 1 + many * 2 ** parameter + readBits(words, bit + many + 1, parameter)
      bit += many + 1 + parameter
    }
    if (!(number < universe)) throw damaged('postings', `a number below ${universe}`, number)
    out[place] = number
  }
  return bit
}

/** Zero bits before the next one; no more than a little above `most` are looked at. */
function zerosAt(words: Uint32Array, at: number, most: number): number {
  const end = Math.min(words.length * 32, at + most + 64)
  for (let bit = at; bit < end; bit += 32 - (bit & 31)) {
    const rest = words[bit >>> 5] >>> (bit & 31)
    if (rest !== 0) return bit - at + 31 - Math.clz32(rest & -rest)
  }
  return most + 64
}
