import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSketch, mix, SKETCH_SIZE, sharedMembers } from '../../src/ingest/similarity-sketch.js'

function sketchOf(members: readonly number[]): Uint32Array {
  const sketch = new Uint32Array(SKETCH_SIZE)
  fillSketch(sketch, Uint32Array.from(members), members.length)
  return sketch
}

const estimate = (a: readonly number[], b: readonly number[]) =>
  sharedMembers(
    sketchOf(a),
    Uint8Array.from(sketchOf(b), value => value & 0xff),
    0,
  )

/** Two sets of `size` members in all, of which `both` are in both, and no other set of the test has. */
function sets(size: number, both: number, trial: number): [number[], number[]] {
  const member = (i: number) => mix(trial * 10_007 + i)
  const shared = Array.from({ length: both }, (_, i) => member(i))
  const single = Array.from({ length: size - both }, (_, i) => member(both + i))
  const half = single.length >> 1
  return [
    [...shared, ...single.slice(0, half)],
    [...shared, ...single.slice(half)],
  ]
}

describe('similarity sketches', () => {
  // The mean of 400 estimates with a deviation of sqrt(J (1 - J) / 126) each lies within 0.01 of J, four deviations off.
  it.each([
    [600, 0.95],
    [600, 0.8],
    [600, 0.5],
    [600, 0.05],
    [120, 0.8],
    [60, 0.9],
    [20, 0.8],
    [20, 0.5],
    [4, 0.5],
  ])('of sets with %i members in all estimate that %f are shared', (size, share) => {
    let sum = 0
    let squares = 0
    const trials = 400
    for (let trial = 0; trial < trials; trial++) {
      const deviation = estimate(...sets(size, Math.round(size * share), trial)) - share
      sum += deviation
      squares += deviation ** 2
    }
    expect(Math.abs(sum / trials)).toBeLessThan(0.01)
    // No worse than independent hash functions, but for chance.
    expect(Math.sqrt(squares / trials)).toBeLessThan(
      1.2 * Math.sqrt((share * (1 - share)) / SKETCH_SIZE + 1 / 256 / 126),
    )
  })

  it('are the same for the same set in any order, however often its members come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 300 }),
        members => {
          const again = [...members].reverse()
          expect(estimate(members, again)).toBe(1)
          expect(estimate(members, [...members, ...again])).toBe(1)
        },
      ),
    )
  })

  it('of sets without a common member have next to nothing in common', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 1000 }), (size, trial) => {
        expect(estimate(...sets(2 * size, 0, trial))).toBeLessThan(0.08)
      }),
    )
  })

  it('of nothing are zeros', () => {
    expect([...sketchOf([])].every(value => value === 0)).toBe(true)
  })
})
