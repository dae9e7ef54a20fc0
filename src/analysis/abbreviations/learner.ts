import { fold } from '../../text/fold.js'
import { toLower } from '../../text/unicode.js'
import type { Definition } from './definitions.js'
import { longFormWords } from './long-form.js'

/** A sense of an abbreviation that documents define. */
export interface LearnedAbbreviation {
  /** The abbreviation in its commonest spelling. */
  readonly abbreviation: string
  /** The long form in its commonest spelling, as documents write it. */
  readonly expansion: string
  /** In how many documents it is defined so, misspellings of the long form among them. */
  readonly documents: number
}

/** The spellings of one abbreviation: what they have in common is their letters. */
interface Entry {
  readonly abbreviations: Map<string, number>
  /** By canonical long form. */
  readonly longForms: Map<string, LongFormCount>
}

interface LongFormCount {
  readonly words: readonly string[]
  /** As written, with counts. */
  readonly written: Map<string, number>
  documents: number
}

/** A sense defined once stays out beside one that is defined this many times as often. */
const MOST_UNEVEN = 10

/**
 * Collects the definitions of many documents and settles each abbreviation by majority. Long forms that differ by a
 * misspelling (liên hơp quốc, tại nạn giao thông) are counted with the commonest spelling.
 */
export class Learner {
  readonly #entries = new Map<string, Entry>()

  /** Takes the definitions of one document; one given several times there counts once. */
  add(definitions: readonly Definition[]): void {
    const seen = new Set<string>()
    for (const { abbreviation, expansion } of definitions) {
      const key = toLower(abbreviation).replace(/[^\p{L}\p{N}]+/gu, '')
      const words = longFormWords(expansion)
      const text = words.join(' ')
      if (key === '' || text === '' || seen.has(`${key}=${text}`)) continue
      seen.add(`${key}=${text}`)
      const entry = getOrAdd(this.#entries, key, () => ({ abbreviations: new Map(), longForms: new Map() }))
      const longForm = getOrAdd(entry.longForms, text, () => ({ words, written: new Map(), documents: 0 }))
      longForm.documents++
      count(entry.abbreviations, abbreviation)
      count(longForm.written, expansion)
    }
  }

  /**
   * What was learned, the most often defined first.
   *
   * @param fewest leaves out what fewer documents define (default 1)
   */
  learned(fewest = 1): LearnedAbbreviation[] {
    const result: LearnedAbbreviation[] = []
    for (const { abbreviations, longForms } of this.#entries.values()) {
      const abbreviation = commonest(abbreviations)
      const senses = mergeSpellings([...longForms.values()].sort((a, b) => b.documents - a.documents))
      for (const { written, documents } of senses) {
        if (documents < fewest || documents * MOST_UNEVEN < senses[0].documents) continue
        result.push({ abbreviation, expansion: commonest(written), documents })
      }
    }
    return result.sort((a, b) => b.documents - a.documents)
  }
}

/** Counts misspellings with the commonest form that they are near to; the list is sorted by count. */
function mergeSpellings(forms: readonly LongFormCount[]): LongFormCount[] {
  const senses: LongFormCount[] = []
  for (const form of forms) {
    const sense = senses.find(({ words }) => isMisspelling(form.words, words))
    if (sense === undefined) senses.push({ ...form })
    else sense.documents += form.documents
  }
  return senses
}

/** Whether two long forms differ only in marks, in "và", or by one letter of one word. */
function isMisspelling(words: readonly string[], others: readonly string[]): boolean {
  const a = words.filter(word => word !== 'và').map(fold)
  const b = others.filter(word => word !== 'và').map(fold)
  if (a.length !== b.length) return false
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : [i]))
  return differing.length === 0 || (differing.length === 1 && oneEditApart(a[differing[0]], b[differing[0]]))
}

function oneEditApart(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1)
}

function commonest(counts: ReadonlyMap<string, number>): string {
  let best = ''
  let most = 0
  for (const [text, n] of counts) {
    if (n > most) {
      best = text
      most = n
    }
  }
  return best
}
