/** Words of a record. */
export const RECORD_WORDS = 3

/** Words that are kept in memory before they are spilled: 32 MB. */
const MOST_WORDS = 1 << 23

/** Room for so many records to begin with. */
const FIRST_RECORDS = 4096

/** Somewhere to put what does not stay in memory: a temporary file, where there are files. */
export interface Spill {
  /** Appends words, which the caller uses again afterwards. */
  append(words: Uint32Array): void
  /** All words in the order in which they came, in parts that are read one after the other. */
  read(): Iterable<Uint32Array>
  /** Nothing of it is needed any more. */
  close(): void
}

/** Makes a new, empty spill. */
export type MakeSpill = () => Spill

/** A growing list of records of three unsigned 32-bit numbers, spilled where it grows large and there is a spill. */
export class RecordLog {
  /** Number of records. */
  count = 0
  private words: Uint32Array
  private used = 0
  private spill: Spill | undefined

  constructor(
    private readonly makeSpill: MakeSpill | undefined,
    private readonly mostWords = MOST_WORDS,
  ) {
    const records = Math.min(FIRST_RECORDS, Math.max(1, Math.floor(mostWords / 2 / RECORD_WORDS)))
    this.words = new Uint32Array(RECORD_WORDS * records)
  }

  push(first: number, second: number, third: number): void {
    if (this.used + RECORD_WORDS > this.words.length) this.makeRoom()
    const { words, used } = this
    words[used] = first
    words[used + 1] = second
    words[used + 2] = third
    this.used = used + RECORD_WORDS
    this.count++
  }

  private makeRoom(): void {
    if (this.makeSpill && this.words.length * 2 > this.mostWords) {
      this.spill ??= this.makeSpill()
      this.spill.append(this.words.subarray(0, this.used))
      this.used = 0
      return
    }
    const larger = new Uint32Array(this.words.length * 2)
    larger.set(this.words)
    this.words = larger
  }

  /** All records in order, in parts of whole records. */
  *parts(): Generator<Uint32Array> {
    if (this.spill) yield* this.spill.read()
    yield this.words.subarray(0, this.used)
  }

  /** Forgets everything. */
  close(): void {
    this.spill?.close()
    this.spill = undefined
    this.words = new Uint32Array()
    this.used = 0
    this.count = 0
  }
}
