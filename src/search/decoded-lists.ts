import type { OpenList } from './lists.js'

/** Room for the lists of one query, as a multiple of the number of documents. */
const ROOM = 4

/**
 * Posting lists of the current query that are read more than once (for their own sake and for the pairs that they own),
 * decoded one behind the other. Lists that find no room are decoded each time.
 */
export class DecodedLists {
  readonly documents: Int32Array
  readonly levels: Uint8Array
  private used = 0
  private run = 0

  constructor(documents: number) {
    // The last part stays free for lists that find no room, and for what is decoded in passing.
    this.documents = new Int32Array(documents * (ROOM + 1))
    this.levels = new Uint8Array(documents * (ROOM + 1))
    this.spare = documents * ROOM
  }

  /** Where a list begins that found no room. */
  private readonly spare: number

  /** Forgets all lists. */
  clear(): void {
    this.used = 0
    this.run++
  }

  /** Whether a list is decoded. */
  has(list: OpenList): boolean {
    return list.decodedIn === this.run
  }

  /** Where the list begins in `documents` and `levels`, decoded now if it was not. */
  begin(list: OpenList): number {
    if (this.has(list)) return list.decodedAt
    const { size } = list.postings
    const fits = this.used + size <= this.spare
    const at = fits ? this.used : this.spare
    list.postings.decode(this.documents.subarray(at), this.levels.subarray(at))
    if (fits) {
      list.decodedAt = at
      list.decodedIn = this.run
      this.used += size
    }
    return at
  }
}
