/** Where an id was seen first: file and line as numbers of the caller's. */
export interface SeenAt {
  readonly file: number
  /** 0 for none. */
  readonly line: number
}

const FIRST_SLOTS = 1 << 12

/**
 * Remembers which ids have been seen, in some 30 bytes each whatever their length: 64 bits of hash in an open table, with the
 * place beside. Two different ids among ten million share a hash with a chance of three in a million.
 *
 *   slot   hash high | hash low | file + 1 | line
 */
export class IdTable {
  private slots = FIRST_SLOTS
  private table = new Uint32Array(FIRST_SLOTS * 4)
  private count = 0

  /** The number of ids. */
  get size(): number {
    return this.count
  }

  /** Where the id was seen before; undefined when it is new, and then it is remembered. */
  add(id: string, at: SeenAt): SeenAt | undefined {
    if (this.count * 3 > this.slots * 2) this.grow()
    const [high, low] = hashOf(id)
    const slot = this.find(high, low)
    if (this.table[slot + 2] !== 0) return { file: this.table[slot + 2] - 1, line: this.table[slot + 3] }
    this.table.set([high, low, at.file + 1, at.line], slot)
    this.count++
    return undefined
  }

  private find(high: number, low: number): number {
    let slot = low & (this.slots - 1)
    for (;;) {
      const at = slot * 4
      if (this.table[at + 2] === 0 || (this.table[at] === high && this.table[at + 1] === low)) return at
      slot = (slot + 1) & (this.slots - 1)
    }
  }

  private grow(): void {
    const old = this.table
    this.slots *= 2
    this.table = new Uint32Array(this.slots * 4)
    for (let at = 0; at < old.length; at += 4)
      if (old[at + 2] !== 0) this.table.set(old.subarray(at, at + 4), this.find(old[at], old[at + 1]))
  }
}

/** Two mixed 32-bit hashes of the code units (MurmurHash3's finalizer). */
function hashOf(text: string): [number, number] {
  let a = 0x9e3779b9
  let b = 0x85ebca6b ^ text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0xcc9e2d51)
    a ^= a >>> 15
    b = Math.imul(b + unit, 0x1b873593)
    b ^= b >>> 13
  }
  return [mixed(a), mixed(b)]
}

function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
