import { median } from './statistics.js'

/**
 * Milliseconds of a fixed piece of work: integer arithmetic over an array of 4 MB, in an order that misses caches, as reading postings
 * does; median of nine. Latencies divided by it can be set beside those of another day or machine, roughly.
 */
export function calibrate(): number {
  const values = new Uint32Array(2 ** 20)
  const times: number[] = []
  for (let round = 0; round < 9; round++) {
    const began = performance.now()
    let at = 1
    for (let step = 0; step < 4_000_000; step++) {
      at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
      values[at >>> 12] += at & 255
    }
    times.push(performance.now() - began)
  }
  return median(times)
}
