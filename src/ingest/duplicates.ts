import type { Document } from '../article.js'
import { fold } from '../text/fold.js'

/** Options of `DuplicateFinder`. */
export interface DuplicateOptions {
  /** So many texts are remembered, the latest; some 500 bytes each. At least 1. Default 200 000. */
  readonly capacity?: number
  /** Share of three-word runs that two texts must have in common, 0 to 1. Default 0.8. */
  readonly similarity?: number
}

/** Values of a sketch, and how they are gathered into bands: two texts meet where all rows of a band are equal. */
const SIZE = 128
const ROWS = 4
const BANDS = SIZE / ROWS
/** Words of one run, and of a text that is read: republished news differs at its end, if anywhere. */
const RUN = 3
const MOST_WORDS = 600
/** Shorter texts are compared whole: their runs are too few to estimate from. */
const LEAST_WORDS = 20
/** Texts up to here must agree more: one name changed makes another story of a template. */
const SHORT_WORDS = 80
const SHORT_SIMILARITY = 0.88
/** Words of a headline that are compared, and the share that must be in common where the text is short. */
const TITLE_WORDS = 24
const LEAST_TITLE = 0.22
/** Numbers of a text that are compared: the prices and draws of another day come in the same words. */
const NUMBERS = 8
const LEAST_NUMBERS = 0.7

/** Finds near-duplicates among texts as they come, in bounded memory. */
export class DuplicateFinder {
  private readonly capacity: number
  private readonly similarity: number
  private readonly tableMask: number
  /** For every band the latest text of each bucket, plus one; 0 for none. Later texts push earlier ones out. */
  private readonly tables: Int32Array
  /** The low bytes of the sketches, then the numbers; a ring. */
  private readonly sketches: Uint8Array
  private readonly numbers: Uint32Array
  private readonly titles: Uint16Array
  private readonly words: Uint16Array
  private readonly wholes: Int32Array
  private readonly ids: string[] = []
  private count = 0
  private readonly sketch = new Uint32Array(SIZE)

  constructor(options: DuplicateOptions = {}) {
    this.capacity = Math.max(1, Math.min(0x400000, Math.floor(options.capacity ?? 200_000)))
    this.similarity = options.similarity ?? 0.8
    const buckets = 2 ** Math.ceil(Math.log2(this.capacity))
    this.tableMask = buckets - 1
    this.tables = new Int32Array(buckets * BANDS)
    this.sketches = new Uint8Array(this.capacity * SIZE)
    this.numbers = new Uint32Array(this.capacity * NUMBERS)
    this.titles = new Uint16Array(this.capacity * TITLE_WORDS)
    this.words = new Uint16Array(this.capacity)
    this.wholes = new Int32Array(this.capacity)
  }

  /**
   * The id of the text that this one repeats, undefined where it is new; new ones are remembered. Compared are lead and
   * body, without case, marks and punctuation, since papers put their own headline above; under a short text the headline
   * must be akin, since columns come under the same summary every day. Two stories of one event in other words are no duplicates, nor are two days of one price list.
   */
  add(document: Document): string | undefined {
    const words = wordsOf(document)
    if (words.length === 0) return undefined
    const whole = hashOf(words, 0, words.length)
    const numbers = numbersOf(words)
    const title = titleOf(document.title ?? '')
    this.fill(words)
    const slots = this.slots(words.length < LEAST_WORDS ? whole : undefined)
    let best = -1
    let most = 0
    for (const slot of slots) {
      const seen = this.tables[slot] - 1
      if (seen < 0 || this.count - seen > this.capacity) continue
      const at = seen % this.capacity
      const shared = this.wholes[at] === whole ? 1 : words.length < LEAST_WORDS ? 0 : this.sharedWith(at)
      const fewest = Math.min(words.length, this.words[at])
      const longest = Math.max(words.length, this.words[at])
      const least = fewest < SHORT_WORDS ? Math.max(SHORT_SIMILARITY, this.similarity) : this.similarity
      if (shared < least || shared <= most || longest > 1.5 * fewest + 10) continue
      const other = this.titles.subarray(at * TITLE_WORDS, (at + 1) * TITLE_WORDS)
      if (fewest < SHORT_WORDS && !akin(title, other)) continue
      if (shared < 1 && !sameNumbers(numbers, this.numbers.subarray(at * NUMBERS, (at + 1) * NUMBERS))) continue
      best = at
      most = shared
    }
    if (best >= 0) return this.ids[best]
    this.remember(document.id, words.length, whole, numbers, title, slots)
    return undefined
  }

  private remember(
    id: string,
    words: number,
    whole: number,
    numbers: Uint32Array,
    title: Uint16Array,
    slots: readonly number[],
  ): void {
    const at = this.count % this.capacity
    this.ids[at] = id
    for (let i = 0; i < SIZE; i++) this.sketches[at * SIZE + i] = this.sketch[i]
    this.numbers.set(numbers, at * NUMBERS)
    this.titles.set(title, at * TITLE_WORDS)
    this.words[at] = words
    this.wholes[at] = whole
    this.count++
    for (const slot of slots) this.tables[slot] = this.count
  }

  /** The smallest value of each of the hash functions over all runs of words. */
  private fill(words: readonly string[]): void {
    const { sketch } = this
    sketch.fill(0xffffffff)
    for (let start = 0; start + RUN <= words.length; start++) {
      const hash = hashOf(words, start, start + RUN)
      for (let i = 0; i < SIZE; i++) {
        // Odd multipliers make permutations of the 32-bit numbers.
        const value = Math.imul(hash ^ SEEDS[i], MULTIPLIERS[i]) >>> 0
        if (value < sketch[i]) sketch[i] = value
      }
    }
    for (let i = 0; i < SIZE; i++) sketch[i] = mix(sketch[i]) >>> 0
  }

  /** Where a text of this sketch stands in the tables; with `whole` the one place of a short text. */
  private slots(whole: number | undefined): number[] {
    if (whole !== undefined) return [mix(whole) & this.tableMask]
    const slots: number[] = []
    for (let band = 0; band < BANDS; band++) {
      let hash = band
      for (let row = 0; row < ROWS; row++) hash = mix(hash ^ this.sketch[band * ROWS + row])
      slots.push(band * (this.tableMask + 1) + (hash & this.tableMask))
    }
    return slots
  }

  /** The share of runs in common, estimated from the sketches; equal bytes come about by chance once in 256. */
  private sharedWith(at: number): number {
    let equal = 0
    for (let i = 0; i < SIZE; i++) if (this.sketches[at * SIZE + i] === (this.sketch[i] & 0xff)) equal++
    return Math.max(0, (equal / SIZE - 1 / 256) / (1 - 1 / 256))
  }
}

const SEEDS = new Int32Array(SIZE)
const MULTIPLIERS = new Int32Array(SIZE)
for (let i = 0; i < SIZE; i++) {
  SEEDS[i] = mix(i + 1)
  MULTIPLIERS[i] = mix(i + 0x1000) | 1
}

/** The finalizer of MurmurHash3: every bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hashOf(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = from; at < to; at++) {
    const word = words[at]
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    hash = Math.imul(hash ^ 0x20, 0x01000193)
  }
  return mix(hash)
}

/** The words that are compared, folded. */
function wordsOf({ title = '', lead = '', body = '' }: Document): string[] {
  const text = cut(`${lead} ${body}`)
  return text.length >= LEAST_WORDS ? text : cut(`${title} ${lead} ${body}`)
}

function cut(text: string): string[] {
  const words = fold(text.slice(0, MOST_WORDS * 8)).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, MOST_WORDS)
}

/** Hashes of the words of a headline, odd those of numbers, even the others; 0 where there are fewer. */
function titleOf(title: string): Uint16Array {
  const hashes = new Set<number>()
  for (const word of cut(title))
    hashes.add(((hashOf([word], 0, 1) & 0x7ffe) | 0x8000 | (/^\d/.test(word) ? 1 : 0)) >>> 0)
  const padded = new Uint16Array(TITLE_WORDS)
  padded.set([...hashes].slice(0, TITLE_WORDS))
  return padded
}

/** Whether two headlines have words in common, and not numbers each of its own: "Chuyên đề 2" and "Chuyên đề 4". */
function akin(a: Uint16Array, b: Uint16Array): boolean {
  const [one, other] = [a, b].map(title => new Set([...title].filter(value => value !== 0)))
  if (one.size === 0 || other.size === 0) return true
  const both = [...one].filter(value => other.has(value))
  const numbers = [one, other].map(title => [...title].filter(value => value % 2 === 1))
  if (
    numbers.every(found => found.length > 0) &&
    numbers[0].some(value => !other.has(value)) &&
    numbers[1].some(value => !one.has(value))
  )
    return false
  return both.length >= LEAST_TITLE * (one.size + other.size - both.length)
}

/** The smallest hashes of the different numbers among the words, 0xffffffff where there are fewer. */
function numbersOf(words: readonly string[]): Uint32Array {
  const found = new Set<number>()
  for (const word of words) if (/^\d/.test(word)) found.add(hashOf([word], 0, 1) >>> 0)
  const smallest = Uint32Array.from(found).sort().subarray(0, NUMBERS)
  const padded = new Uint32Array(NUMBERS).fill(0xffffffff)
  padded.set(smallest)
  return padded
}

/** Whether two texts name the same numbers, by the smallest hashes of all that they name. */
function sameNumbers(a: Uint32Array, b: Uint32Array): boolean {
  const both = new Set([...a].filter(value => value !== 0xffffffff && b.includes(value)))
  const all = [...new Set([...a, ...b])].filter(value => value !== 0xffffffff).sort((x, y) => x - y)
  const considered = all.slice(0, NUMBERS)
  if (considered.length === 0) return true
  return considered.filter(value => both.has(value)).length >= LEAST_NUMBERS * considered.length
}
