/** Uses are counted up to here. */
const MOST_USES = 15
/** The part of the room that is freed when it is full. */
const FREED = 0.25

/** What a room asks of its caches. */
interface Resident {
  /** Adds up the bytes of entries by their uses. */
  addBytes(byUses: Float64Array): void
  /** Drops entries used no more than so often until so many bytes are free; returns how many are. */
  drop(most: number, wanted: number): number
}

interface Entry<V> {
  readonly value: V
  readonly bytes: number
  /** Since it came in, halved each time that room was made. */
  uses: number
}

/**
 * Room for several caches that together hold about so many bytes at most. When it is full the entries that were used least
 * go, and uses count half from then on: words that many queries share stay, however many rare ones come between.
 */
export class CacheRoom {
  private taken = 0
  private readonly caches: Resident[] = []

  constructor(private readonly bytes: number) {}

  /** @internal A cache says that it is there. */
  join(cache: Resident): void {
    this.caches.push(cache)
  }

  /** Lets all caches go, with all that is in them. */
  empty(): void {
    this.caches.length = 0
    this.taken = 0
  }

  /** @internal A cache has taken so many bytes more. */
  take(bytes: number): void {
    this.taken += bytes
    if (this.taken > this.bytes) this.makeRoom()
  }

  private makeRoom(): void {
    const byUses = new Float64Array(MOST_USES + 1)
    for (const cache of this.caches) cache.addBytes(byUses)
    const wanted = this.bytes * FREED
    let uses = 0
    let least = byUses[0]
    while (least < wanted && uses < MOST_USES) least += byUses[++uses]
    let freed = 0
    for (const cache of this.caches) freed += cache.drop(uses, wanted - freed)
    this.taken -= freed
  }
}

/** One cache of a room. */
export class Cache<K, V> implements Resident {
  private readonly entries = new Map<K, Entry<V>>()

  /** @param bytesOf about how much memory a value takes */
  constructor(
    private readonly room: CacheRoom,
    private readonly bytesOf: (value: V) => number,
  ) {
    room.join(this)
  }

  get(key: K): V | undefined {
    const entry = this.entries.get(key)
    if (entry === undefined) return undefined
    if (entry.uses < MOST_USES) entry.uses++
    return entry.value
  }

  set(key: K, value: V): void {
    const bytes = this.bytesOf(value)
    this.entries.set(key, { value, bytes, uses: 0 })
    this.room.take(bytes)
  }

  addBytes(byUses: Float64Array): void {
    for (const { bytes, uses } of this.entries.values()) byUses[uses] += bytes
  }

  drop(most: number, wanted: number): number {
    let freed = 0
    for (const [key, entry] of this.entries) {
      if (entry.uses <= most && freed < wanted) {
        this.entries.delete(key)
        freed += entry.bytes
      } else entry.uses >>>= 1
    }
    return freed
  }
}
