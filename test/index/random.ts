/** Numbers from a seed (mulberry32), so that a failing test fails again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `size` different numbers below `universe`, ascending. */
export function randomSet(random: () => number, size: number, universe: number): Uint32Array {
  const chosen = new Set<number>()
  // The smaller side is drawn, so that nearly full sets are quick too.
  const draw = size * 2 > universe ? universe - size : size
  while (chosen.size < draw) chosen.add(Math.floor(random() * universe))
  const wanted = draw === size
  const members: number[] = []
  for (let at = 0; at < universe; at++) if (chosen.has(at) === wanted) members.push(at)
  return Uint32Array.from(members)
}
