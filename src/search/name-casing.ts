import { PROVINCES } from '../analysis/places/provinces.js'
import { KeywordColumn } from '../index/columns.js'
import type { IndexReader } from '../index/reader.js'
import { canonical } from '../text/tone.js'
import { TextSample } from './text-sample.js'

const known = new WeakMap<IndexReader, NameCasing>()
/** No name that is looked for has more words. */
const LONGEST = 6

/** Which words are written with a capital: those of provinces, and of names as the stored texts have them. */
export class NameCasing {
  /** Names of places, by their canonical words. */
  readonly places: ReadonlyMap<string, string>

  private constructor(private readonly reader: IndexReader) {
    const places = new Map(PROVINCES.map(({ name }) => [canonical(name), name]))
    const column = reader.column('province')
    if (column instanceof KeywordColumn) for (const name of column.head.values) places.set(canonical(name), name)
    this.places = places
  }

  /** The names of an index. */
  static of(reader: IndexReader): NameCasing {
    let casing = known.get(reader)
    if (!casing) {
      casing = new NameCasing(reader)
      known.set(reader, casing)
    }
    return casing
  }

  /** For each of some canonical words side by side whether it has a capital. */
  names(words: readonly string[]): boolean[] {
    const sample = TextSample.of(this.reader)
    const capital = words.map(word => sample.isName(word))
    for (let at = 0; at + 1 < words.length; at++) {
      if (sample.isName(words[at], words[at + 1])) capital.fill(true, at, at + 2)
      for (let count = Math.min(LONGEST, words.length - at); count > 1; count--) {
        if (!this.places.has(words.slice(at, at + count).join(' '))) continue
        capital.fill(true, at, at + count)
        break
      }
    }
    return capital
  }

  /** Words side by side as one text, with the capitals of names. */
  write(words: readonly string[]): string[] {
    const capital = this.names(words)
    return words.map((word, at) => (capital[at] ? capitalize(word) : word))
  }
}

/** The word with a capital in front. */
export function capitalize(word: string): string {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}
