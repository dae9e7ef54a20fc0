/** The value below which a share of the values lies, between neighbours by linear interpolation (Hyndman & Fan 1996, type 7). */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below)
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** A measurement repeated: its median with the lowest and the highest beside it. */
export interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

/** Sums repeated measurements up. */
export function spread(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) }
}

/** Random numbers from 0 to 1 out of a seed, the same on every machine (mulberry32, by Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The values in an order that depends on the seed alone (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = randomFrom(seed)
  const result = [...values]
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const value = result[at]
    result[at] = result[other]
    result[other] = value
  }
  return result
}
