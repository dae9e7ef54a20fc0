import { fold } from '../../text/fold.js'
import { clean, toLower } from '../../text/unicode.js'
import { type AbbreviationRow, abbreviationRows } from './data.js'
import { longFormWords, unmarkedWords } from './long-form.js'

/** One sense of an abbreviation. */
export interface Expansion {
  /** The abbreviation as it is properly written: `LĐLĐ`, `GD&ĐT`. */
  readonly abbreviation: string
  /** The long form as the index knows it: canonical lower-case words, single spaces, no punctuation. */
  readonly text: string
  /** The words of `text`. */
  readonly words: readonly string[]
  /** The long form for people, with the capitals and the punctuation of its source. */
  readonly display: string
  /** `union`, `law`, `sport` …; `learned` for those that documents define. */
  readonly domain: string
  /** Whether the abbreviation is known to have other senses. */
  readonly ambiguous: boolean
  /** How likely the sense is beside the others of the same abbreviation; 1 for the likeliest of the table. */
  readonly weight: number
}

interface RankedRow {
  readonly row: AbbreviationRow
  /** 1 for the likeliest sense of its abbreviation. */
  readonly weight: number
}

/** How well a typed abbreviation agrees with an entry; lower is better. */
const SAME = 0
const SAME_LETTERS = 1
const MARKS_LEFT_OUT = 2
/** A vowel mark is typed that the entry leaves out, as in NGƯT for NGUT: only where nothing else agrees. */
const MARKS_PUT_IN = 3
const DIFFERENT = 4

const NONE: readonly Expansion[] = []

/**
 * Abbreviations and their long forms, looked up both ways.
 *
 * An abbreviation is found however it is typed: without marks, capitals or punctuation (`ldld`, `L.Đ.L.Đ`, `GD-ĐT` for
 * `GD&ĐT`). A đ that was typed must be there, marks left out may be anything.
 */
export class AbbreviationTable implements Iterable<Expansion> {
  /** Rows by the key of their abbreviation, until the first look-up of that key makes senses of them. */
  readonly #rows = new Map<string, RankedRow[]>()
  readonly #byKey = new Map<string, Expansion[]>()
  readonly #byLongForm = new Map<string, Expansion[]>()
  /** The first two words of every long form, folded. */
  readonly #openings = new Set<string>()
  #longest = 0
  #size = 0
  #longFormsLoaded = false
  #pending: (() => Iterable<AbbreviationRow>) | undefined

  /** @param rows what gives the first rows, called at the first use; without it the table begins empty */
  constructor(rows?: () => Iterable<AbbreviationRow>) {
    this.#pending = rows
  }

  /** The number of words of the longest long form: how far a search for long forms has to look ahead. */
  get longest(): number {
    this.#loadLongForms()
    return this.#longest
  }

  /** The number of senses. */
  get size(): number {
    this.#loadLongForms()
    return this.#size
  }

  /** The look-up key of an abbreviation: folded, letters and digits only (`L.Đ.L.Đ` → ldld, `GD&ĐT` → gddt). */
  key(text: string): string {
    return lettersOf(fold(text))
  }

  /** Whether `expansions` gives anything for `abbreviation`. */
  has(abbreviation: string): boolean {
    return this.expansions(abbreviation).length > 0
  }

  /** Whether an entry has the letters of `abbreviation`, marks and case aside; quicker than `has`, which looks at these too. */
  knows(abbreviation: string): boolean {
    this.#load()
    const key = this.key(abbreviation)
    return this.#rows.has(key) || this.#byKey.has(key)
  }

  /**
   * The long forms that an abbreviation may stand for, best first: entries written just so, then entries of the same
   * letters, then entries whose marks were left out; within these by weight. One entry for each distinct long form.
   */
  expansions(abbreviation: string): readonly Expansion[] {
    const senses = this.#senses(this.key(abbreviation))
    if (senses === undefined) return NONE
    const typed = clean(abbreviation)
    const ranked = senses
      .map(sense => ({ sense, rank: agreement(typed, sense.abbreviation) }))
      .filter(({ rank }) => rank !== DIFFERENT)
      .sort((a, b) => a.rank - b.rank || b.sense.weight - a.sense.weight)
    if (ranked.length > 1 && ranked[0].rank < MARKS_PUT_IN) {
      while (ranked[ranked.length - 1].rank >= MARKS_PUT_IN) ranked.pop()
    }
    const seen = new Set<string>()
    const result: Expansion[] = []
    for (const { sense } of ranked) {
      if (seen.has(sense.text)) continue
      seen.add(sense.text)
      result.push(sense)
    }
    return result
  }

  /**
   * The abbreviations of a long form, the likeliest first (`uỷ ban nhân dân` → UBND). Words may be typed without their
   * marks when there are three or more; two such words could be too many other things.
   */
  contractions(longForm: string): readonly string[] {
    return this.contractionsOf(longFormWords(longForm))
  }

  /** The same for a long form that is already cut into canonical lower-case words. */
  contractionsOf(words: readonly string[]): readonly string[] {
    this.#loadLongForms()
    const senses = this.#byLongForm.get(fold(words.join(' ')))
    if (senses === undefined) return []
    const found = new Set<string>()
    for (const sense of senses) {
      const unmarked = unmarkedWords(words, sense.words)
      if (unmarked === 0 || (unmarked > 0 && words.length >= 3)) found.add(sense.abbreviation)
    }
    return [...found]
  }

  /** Whether some long form of two words or more begins with these two, whatever their marks; both are folded. */
  opensLongForm(first: string, second: string): boolean {
    this.#loadLongForms()
    return this.#openings.has(`${first} ${second}`)
  }

  /**
   * Adds a sense, or raises the weight of one that is known.
   *
   * @param weight how likely it is beside the senses of the table, whose likeliest has 1 (default 1); what is no
   *   finite number or below zero counts as 0
   */
  add(abbreviation: string, expansion: string, weight = 1): void {
    this.#loadLongForms()
    const display = clean(expansion)
    const finite = Number.isFinite(weight) ? Math.max(weight, 0) : 0
    this.#insert(clean(abbreviation), display, longFormWords(display), 'learned', false, finite)
  }

  /** All senses, those of one abbreviation together. */
  *[Symbol.iterator](): Iterator<Expansion> {
    this.#loadLongForms()
    for (const senses of this.#byKey.values()) yield* senses
  }

  /** Files the rows under their keys; most of them no query ever asks for. */
  #load(): void {
    const rows = this.#pending
    if (rows === undefined) return
    this.#pending = undefined
    let previous = ''
    let rank = 0
    for (const row of rows()) {
      rank = row[0] === previous ? rank + 1 : 1
      previous = row[0]
      const key = this.key(row[0])
      const others = this.#rows.get(key)
      if (others === undefined) this.#rows.set(key, [{ row, weight: 1 / rank }])
      else others.push({ row, weight: 1 / rank })
    }
  }

  /** The senses of a key. */
  #senses(key: string): readonly Expansion[] | undefined {
    this.#load()
    const rows = this.#rows.get(key)
    if (rows !== undefined) {
      this.#rows.delete(key)
      for (const { row, weight } of rows) {
        const [abbreviation, expansion, domain, ambiguous] = row
        // Rows are canonical already (a test sees to that), so that words need no more than cutting.
        this.#insert(abbreviation, expansion, toLower(expansion).split(/[ ,-]+/), domain, ambiguous, weight)
      }
    }
    return this.#byKey.get(key)
  }

  /** Makes senses of all rows, and files them under their long forms too. */
  #loadLongForms(): void {
    if (this.#longFormsLoaded) return
    this.#load()
    for (const key of [...this.#rows.keys()]) this.#senses(key)
    this.#longFormsLoaded = true
    for (const senses of this.#byKey.values()) for (const sense of senses) this.#fileLongForm(sense)
  }

  #fileLongForm(sense: Expansion): void {
    const folded = fold(sense.text)
    entry(this.#byLongForm, folded).push(sense)
    this.#openings.add(openingOf(folded))
    this.#longest = Math.max(this.#longest, sense.words.length)
    this.#size++
  }

  #insert(
    abbreviation: string,
    display: string,
    words: readonly string[],
    domain: string,
    ambiguous: boolean,
    weight: number,
  ): void {
    const key = this.key(abbreviation)
    if (key === '' || words.length === 0) return
    const text = words.join(' ')
    const senses = entry(this.#byKey, key)
    const known = senses.findIndex(sense => sense.text === text && sense.abbreviation === abbreviation)
    if (known >= 0) {
      const old = senses[known]
      if (weight <= old.weight) return
      senses[known] = { ...old, weight }
      if (!this.#longFormsLoaded) return
      const folded = entry(this.#byLongForm, fold(text))
      folded[folded.indexOf(old)] = senses[known]
      return
    }
    const sense: Expansion = { abbreviation, text, words, display, domain, ambiguous, weight }
    senses.push(sense)
    if (this.#longFormsLoaded) this.#fileLongForm(sense)
  }
}

/**
 * The table of our own rows, read at the first look-up. It is shared: whoever adds to a table makes his own with
 * `new AbbreviationTable(abbreviationRows)`.
 */
export const ABBREVIATIONS: AbbreviationTable = /* @__PURE__ */ new AbbreviationTable(abbreviationRows)

function entry(map: Map<string, Expansion[]>, key: string): Expansion[] {
  let list = map.get(key)
  if (list === undefined) {
    list = []
    map.set(key, list)
  }
  return list
}

/** How well `typed` agrees with the entry, both clean and of the same key. */
function agreement(typed: string, written: string): number {
  if (typed === written || typed.toUpperCase() === written.toUpperCase()) return SAME
  const a = letters(typed)
  const b = letters(written)
  if (a === b) return SAME_LETTERS
  // Letters that fold or capitalize to two (Æ, ŉ) stand in no abbreviation.
  if (a.length !== b.length) return DIFFERENT
  let rank = MARKS_LEFT_OUT
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i] || a[i] === fold(b[i]).toUpperCase()) continue
    if (a[i] === 'Đ') return DIFFERENT
    rank = MARKS_PUT_IN
  }
  return rank
}

function letters(text: string): string {
  return lettersOf(text.toUpperCase())
}

function lettersOf(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x30 || code > 0x7a || (code > 0x39 && code < 0x41) || (code > 0x5a && code < 0x61))
      return text.replace(/[^\p{L}\p{N}]+/gu, '')
  }
  return text
}

/** The first two words of a text. */
function openingOf(text: string): string {
  const second = text.indexOf(' ', text.indexOf(' ') + 1)
  return second < 0 ? text : text.slice(0, second)
}
