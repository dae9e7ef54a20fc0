/**
 * Fast similarity sketching (S. Dahlgaard, M. B. T. Knudsen, M. Thorup, FOCS 2017): a set of hashes becomes `SKETCH_SIZE` numbers
 * of which two sets share, on the average, as large a part as of their union: |A ∩ B| / |A ∪ B|.
 *
 *   round 1   every hash falls into one bin, the smallest of a bin stays      | 7 |   | 3 | 9 |   | …
 *   round 2   thrown again otherwise, for the bins that are empty yet         | 7 | 5 | 3 | 9 | 8 | …
 *
 * A bin is decided in the first round that fills it, by the smallest hash of both sets together: it is equal exactly where
 * that hash is in both. MinHash with as many functions says the same at a hundred times the work; sets of a few members get
 * more rounds, so that their estimates are as good.
 */

/** Values of a sketch. */
export const SKETCH_SIZE = 126

/** Rounds after which a bin is filled by itself: sets of one or two members would need hundreds. */
const ROUNDS = 128

const round = new Uint8Array(SKETCH_SIZE)

/** Writes the sketch of the first `count` hashes into `sketch`; all zeros for none. The order and repetitions do not matter. */
export function fillSketch(sketch: Uint32Array, hashes: Uint32Array, count: number): void {
  sketch.fill(count === 0 ? 0 : 0xffffffff)
  if (count === 0) return
  round.fill(0)
  let empty = SKETCH_SIZE
  for (let turn = 1; turn <= ROUNDS && empty > 0; turn++) {
    const seed = mix(turn)
    for (let i = 0; i < count; i++) {
      const thrown = mix(hashes[i] ^ seed)
      const bin = ((thrown >>> 16) * SKETCH_SIZE) >>> 16
      if (round[bin] !== 0 && round[bin] !== turn) continue
      if (round[bin] === 0) {
        round[bin] = turn
        empty--
      }
      // The low half, which has not chosen the bin, decides which is the smallest.
      const value = ((thrown << 16) | (thrown >>> 16)) >>> 0
      if (value < sketch[bin]) sketch[bin] = value
    }
  }
  for (let bin = 0; bin < SKETCH_SIZE; bin++) {
    if (round[bin] === 0)
      for (let i = 0; i < count; i++) {
        const value = mix(hashes[i] ^ mix(ROUNDS + 1 + bin)) >>> 0
        if (value < sketch[bin]) sketch[bin] = value
      }
    // Values of different rounds must not meet.
    sketch[bin] = mix(sketch[bin] ^ Math.imul(round[bin], 0x9e3779b1)) >>> 0
  }
}

/**
 * The share of members in common, 0 to 1, of a sketch and of another that is kept by its low bytes at `at` in `kept`: equal bytes
 * come about by chance once in 256.
 */
export function sharedMembers(sketch: Uint32Array, kept: Uint8Array, at: number): number {
  let equal = 0
  for (let i = 0; i < SKETCH_SIZE; i++) if (kept[at + i] === (sketch[i] & 0xff)) equal++
  return Math.max(0, (equal / SKETCH_SIZE - 1 / 256) / (1 - 1 / 256))
}

/** The finalizer of MurmurHash3: every bit of the input changes half of the output's. */
export function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
