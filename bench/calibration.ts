import { Bench } from 'tinybench'

const STEPS = 4_000_000

/**
 * Milliseconds of a fixed piece of work: integer arithmetic over an array of 4 MB, in an order that misses caches, as reading postings
 * does; median of nine. Latencies divided by it can be set beside those of another day or machine, roughly.
 */
export async function calibrate(): Promise<number> {
  const values = new Uint32Array(2 ** 20)
  const bench = new Bench({ time: 0, iterations: 9, warmupTime: 0, warmupIterations: 2, throws: true })
  bench.add('loop', () => loop(values))
  const [task] = await bench.run()
  const { result } = task
  if (!('latency' in result)) throw new Error(`calibration ended ${result.state}`)
  return result.latency.p50
}

function loop(values: Uint32Array): void {
  let at = 1
  for (let step = 0; step < STEPS; step++) {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    values[at >>> 12] += at & 255
  }
}
