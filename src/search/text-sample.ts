import { HASH_START, hashUnit } from '../analysis/words.js'
import type { IndexReader } from '../index/reader.js'
import { firstFrom } from './../index/sorted.js'
import { isSyllable } from '../text/syllable.js'
import { canonical } from '../text/tone.js'
import { clean, toLower } from '../text/unicode.js'
import { GrowingNumbers } from './growing-numbers.js'

/** Documents that are read, evenly spaced over the collection, and UTF-16 units of their text at most. */
const MOST_DOCUMENTS = 600
const MOST_UNITS = 1_000_000
/** So often at least something stands in the sample that is to count. */
const LEAST = 2
/** The part of its occurrences that a name has capitals in. */
const NAME_SHARE = 0.6
const WORD = /[\p{L}\p{M}\p{N}]+/gu

const known = new WeakMap<IndexReader, TextSample>()

/** What is known of a surface form. */
interface Form {
  readonly hash: number
  /** Begins with a capital and goes on in small letters. */
  readonly capital: boolean
  readonly syllable: boolean
}

/**
 * What the stored texts of a few hundred documents show that an index does not hold: which words are written with capitals,
 * and which three words follow one another. Words are kept as hashes of 32 bits. Nothing is known where nothing is stored.
 */
export class TextSample {
  /** Sorted hashes of names of two words, of names of one, and of three words in a row. */
  private readonly names: Uint32Array
  private readonly triples: Uint32Array
  /** Whether there was any text. */
  readonly hasText: boolean

  private constructor(reader: IndexReader) {
    const counter = new Counter()
    const { documents } = reader
    const step = Math.max(1, documents / MOST_DOCUMENTS)
    let units = 0
    for (let at = 0; at < documents && units < MOST_UNITS; at += step) {
      const stored = reader.stored(Math.floor(at))
      for (const [field] of reader.meta.settings.fields) {
        const text = stored.get(field)
        if (typeof text !== 'string') continue
        counter.add(text.slice(0, MOST_UNITS))
        units += text.length
      }
    }
    this.hasText = units > 0
    this.names = counter.names()
    this.triples = counter.commonTriples()
  }

  /** The sample of an index; the first call reads it. */
  static of(reader: IndexReader): TextSample {
    let sample = known.get(reader)
    if (!sample) {
      sample = new TextSample(reader)
      known.set(reader, sample)
    }
    return sample
  }

  /** Whether a canonical word that is no syllable is a name (Facebook), or two words side by side are (Xuân Phúc). */
  isName(first: string, second?: string): boolean {
    return holds(this.names, second === undefined ? wordHash(first) : joined(wordHash(first), wordHash(second)))
  }

  /** Whether three canonical words were seen in a row more than once. */
  follows(first: string, second: string, third: string): boolean {
    return holds(this.triples, joined(joined(wordHash(first), wordHash(second)), wordHash(third)))
  }
}

/** Collects words of texts. */
class Counter {
  private readonly forms = new Map<string, Form>()
  private readonly capitals = new Map<number, number>()
  private readonly words = new GrowingNumbers()
  private readonly pairs = new GrowingNumbers()
  private readonly triples = new GrowingNumbers()

  add(text: string): void {
    let before: Form | undefined
    let first: number | undefined
    let end = 0
    for (const match of text.matchAll(WORD)) {
      const form = this.form(match[0])
      const beside = match.index === end + 1 && text[end] === ' '
      end = match.index + match[0].length
      if (!beside || !before) {
        // The first word of a sentence has a capital whatever it is.
        before = form
        first = undefined
        continue
      }
      const pair = joined(before.hash, form.hash)
      this.pairs.add(pair)
      if (before.capital && form.capital) this.count(pair)
      if (!form.syllable) {
        this.words.add(form.hash)
        if (form.capital) this.count(form.hash)
      }
      if (first !== undefined) this.triples.add(joined(first, form.hash))
      first = pair
      before = form
    }
  }

  private count(hash: number): void {
    this.capitals.set(hash, (this.capitals.get(hash) ?? 0) + 1)
  }

  private form(surface: string): Form {
    const known = this.forms.get(surface)
    if (known) return known
    const cleaned = clean(surface)
    const small = toLower(cleaned)
    const capital = cleaned[0] !== small[0] && cleaned.slice(1) === small.slice(1)
    const form = { hash: wordHash(canonical(cleaned)), capital, syllable: isSyllable(small) }
    this.forms.set(surface, form)
    return form
  }

  names(): Uint32Array {
    const pairs = this.pairs.taken().sort()
    const words = this.words.taken().sort()
    const names: number[] = []
    for (const [hash, count] of this.capitals) {
      const all = Math.max(countIn(pairs, hash), countIn(words, hash))
      if (count >= LEAST && count >= all * NAME_SHARE) names.push(hash)
    }
    return Uint32Array.from(names).sort()
  }

  commonTriples(): Uint32Array {
    const all = this.triples.taken().sort()
    let kept = 0
    for (let at = 0; at + LEAST <= all.length; at++) {
      if (all[at] === all[at + LEAST - 1] && (kept === 0 || all[kept - 1] !== all[at])) all[kept++] = all[at]
    }
    return all.slice(0, kept)
  }
}

function wordHash(word: string): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) hash = hashUnit(hash, word.charCodeAt(at))
  return hash >>> 0
}

function joined(left: number, right: number): number {
  return (Math.imul(left ^ (left >>> 15), 0x9e3779b1) + Math.imul(right ^ (right >>> 13), 0x85ebca6b)) >>> 0
}

function holds(sorted: Uint32Array, hash: number): boolean {
  return sorted[firstFrom(sorted, hash)] === hash
}

function countIn(sorted: Uint32Array, hash: number): number {
  const from = firstFrom(sorted, hash)
  let to = from
  while (sorted[to] === hash) to++
  return to - from
}
