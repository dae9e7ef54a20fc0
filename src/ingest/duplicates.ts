import { WordReader } from '../analysis/places/words.js'
import type { Document } from '../article.js'
import { detached } from '../text/detached.js'
import { fillSketch, mix, SKETCH_SIZE, sharedMembers } from './similarity-sketch.js'

/** Options of `DuplicateFinder`. */
export interface DuplicateOptions {
  /** So many texts are remembered, the latest; some 500 bytes each. At least 1. Default 200 000. */
  readonly capacity?: number
  /** Share of three-word runs that two texts must have in common, 0 to 1. Default 0.8. */
  readonly similarity?: number
}

/**
 * How the values of a sketch are gathered into bands: two texts meet where all rows of a band are equal, at four fifths in common
 * in 998 of 1,000 cases.
 */
const ROWS = 6
const BANDS = SKETCH_SIZE / ROWS
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
  private readonly sketch = new Uint32Array(SKETCH_SIZE)
  private readonly runs = new Uint32Array(MOST_WORDS)

  constructor(options: DuplicateOptions = {}) {
    this.capacity = Math.max(1, Math.min(0x400000, Math.floor(options.capacity ?? 200_000)))
    this.similarity = options.similarity ?? 0.8
    const buckets = 2 ** Math.ceil(Math.log2(this.capacity))
    this.tableMask = buckets - 1
    this.tables = new Int32Array(buckets * BANDS)
    this.sketches = new Uint8Array(this.capacity * SKETCH_SIZE)
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
    if (words.count === 0) return undefined
    const whole = wholeOf(words)
    const numbers = numbersOf(words)
    const title = titleOf(document.title ?? '')
    const short = words.count < LEAST_WORDS
    if (!short) this.fill(words)
    const slots = short ? [mix(whole) & this.tableMask] : this.slots()
    let best = -1
    let most = 0
    for (const slot of slots) {
      const seen = this.tables[slot] - 1
      if (seen < 0 || this.count - seen > this.capacity) continue
      const at = seen % this.capacity
      const shared =
        this.wholes[at] === whole ? 1 : short ? 0 : sharedMembers(this.sketch, this.sketches, at * SKETCH_SIZE)
      const fewest = Math.min(words.count, this.words[at])
      const longest = Math.max(words.count, this.words[at])
      const least = fewest < SHORT_WORDS ? Math.max(SHORT_SIMILARITY, this.similarity) : this.similarity
      if (shared < least || shared <= most || longest > 1.5 * fewest + 10) continue
      const other = this.titles.subarray(at * TITLE_WORDS, (at + 1) * TITLE_WORDS)
      if (fewest < SHORT_WORDS && !akin(title, other)) continue
      if (shared < 1 && !sameNumbers(numbers, this.numbers.subarray(at * NUMBERS, (at + 1) * NUMBERS))) continue
      best = at
      most = shared
    }
    if (best >= 0) return this.ids[best]
    this.remember(document.id, words.count, whole, numbers, title, slots)
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
    this.ids[at] = detached(id)
    for (let i = 0; i < SKETCH_SIZE; i++) this.sketches[at * SKETCH_SIZE + i] = this.sketch[i]
    this.numbers.set(numbers, at * NUMBERS)
    this.titles.set(title, at * TITLE_WORDS)
    this.words[at] = words
    this.wholes[at] = whole
    this.count++
    for (const slot of slots) this.tables[slot] = this.count
  }

  private fill({ hashes, count }: Words): void {
    const { runs } = this
    const most = count - RUN + 1
    for (let i = 0; i < most; i++) runs[i] = mix(mix(mix(hashes[i]) ^ hashes[i + 1]) ^ hashes[i + 2])
    fillSketch(this.sketch, runs, most)
  }

  /** Where a text of this sketch stands in the tables. */
  private slots(): number[] {
    const slots: number[] = []
    for (let band = 0; band < BANDS; band++) {
      let hash = band
      for (let row = 0; row < ROWS; row++) hash = mix(hash ^ this.sketch[band * ROWS + row])
      slots.push(band * (this.tableMask + 1) + (hash & this.tableMask))
    }
    return slots
  }
}

/** The words that are compared, by hashes of their unmarked lower-case letters. */
interface Words {
  readonly hashes: Uint32Array
  /** 1 for words that begin with a digit. */
  readonly numbers: Uint8Array
  count: number
}

const emptyWords = (): Words => ({ hashes: new Uint32Array(MOST_WORDS), numbers: new Uint8Array(MOST_WORDS), count: 0 })
const read = emptyWords()
const headline = emptyWords()

function addWords(words: Words, text: string): void {
  const reader = new WordReader(text)
  for (let at = 0; words.count < MOST_WORDS && reader.next(at); at = reader.end) {
    const first = text.charCodeAt(reader.start)
    words.hashes[words.count] = reader.hash
    words.numbers[words.count++] = first >= 0x30 && first <= 0x39 ? 1 : 0
  }
}

/** The words of a document, valid until the next are read. */
function wordsOf({ title = '', lead = '', body = '' }: Document): Words {
  read.count = 0
  addWords(read, lead)
  addWords(read, body)
  if (read.count < LEAST_WORDS) {
    read.count = 0
    for (const part of [title, lead, body]) addWords(read, part)
  }
  return read
}

function wholeOf({ hashes, count }: Words): number {
  let hash = count
  for (let i = 0; i < count; i++) hash = mix(hash ^ hashes[i])
  return hash
}

/** Between the parts of a headline, of which one may be a column's or a site's: "Toàn cảnh 17h: …", "Lỗ thủng | Phim ngắn 2026". */
const PART = 1

/** Hashes of the words of a headline in their order, odd those of numbers, even the others, its parts apart; 0 where it ends. */
function titleOf(title: string): Uint16Array {
  const hashes: number[] = []
  for (const part of title.split(/[|:]/)) {
    headline.count = 0
    addWords(headline, part)
    if (headline.count === 0) continue
    if (hashes.length > 0) hashes.push(PART)
    for (let i = 0; i < headline.count; i++)
      hashes.push((mix(headline.hashes[i]) & 0x7ffe) | 0x8000 | headline.numbers[i])
  }
  const padded = new Uint16Array(TITLE_WORDS)
  padded.set(hashes.slice(0, TITLE_WORDS))
  return padded
}

/** The words of a headline's parts. */
function partsOf(title: Uint16Array): number[][] {
  const parts: number[][] = [[]]
  for (const value of title) {
    if (value === PART) parts.push([])
    else if (value !== 0) parts.at(-1)?.push(value)
  }
  return parts
}

/**
 * Whether two headlines have words in common beside parts that are the same, and not numbers each of its own: "Chuyên đề 2" and
 * "Chuyên đề 4".
 */
function akin(a: Uint16Array, b: Uint16Array): boolean {
  const [ours, theirs] = [partsOf(a), partsOf(b)]
  const keys = [ours, theirs].map(parts => new Set(parts.map(String)))
  const one = new Set(ours.filter(part => !keys[1].has(String(part))).flat())
  const other = new Set(theirs.filter(part => !keys[0].has(String(part))).flat())
  if (one.size === 0 || other.size === 0) return true
  let both = 0
  for (const value of one) if (other.has(value)) both++
  const unlike = [one, other].every((title, i) => {
    const against = [other, one][i]
    return [...title].some(value => value % 2 === 1 && !against.has(value))
  })
  return !unlike && both >= LEAST_TITLE * (one.size + other.size - both)
}

/** The smallest hashes of the different numbers among the words, 0xffffffff where there are fewer. */
function numbersOf(words: Words): Uint32Array {
  const found = new Set<number>()
  for (let i = 0; i < words.count; i++) if (words.numbers[i] === 1) found.add(mix(words.hashes[i]) >>> 0)
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
