import { copyOf } from '../text/code-units.js'
import { fold } from '../text/fold.js'
import { isSyllable } from '../text/syllable.js'
import { resolve } from './abbreviations/resolve.js'
import { ABBREVIATIONS, type AbbreviationTable, type Expansion } from './abbreviations/table.js'
import { StandingWords } from './standing-words.js'
import { ASIDE, BREAK, EXPANDED, LITERAL, type TokenBuffer } from './tokens.js'
import { spellingVariants, type Variant } from './variants.js'
import { IS_MARKED, IS_NUMBER, IS_UPPER, type WordTable } from './words.js'

/** Parts of a compound abbreviation: LĐ-TB&XH has three. */
const MAX_PARTS = 4
/** Shorter long forms typed without marks could be too many other things: "cong doan" is also công đoạn. */
const MIN_RESTORED_WORDS = 3
/** No long form has more words than this; asking the table for its longest would load it. */
const MAX_LONG_FORM = 16

/** So many compounds and senses are remembered, a bound on memory for hostile input. */
const MAX_KNOWN = 1 << 16

/** How many senses a word has; 0 when that was not asked yet. */
const NONE = 1
const ONE = 2
const SEVERAL = 3

/** An abbreviation in a query that could be read in several ways. */
export interface AmbiguousAbbreviation {
  /** The token of the abbreviation in the expanded tokens. */
  readonly token: number
  /** Its readings, as term numbers, with their share of the weight. */
  readonly readings: readonly { readonly terms: readonly number[]; readonly weight: number }[]
}

/** How a text is expanded. */
export interface ExpandOptions {
  /** Abbreviations that the document itself defines, by their key, with the long form as written. */
  readonly definitions: ReadonlyMap<string, string>
  /**
   * Whether the text is a query: abbreviations may be typed in small letters, and a long form that was typed without
   * marks gets them.
   */
  readonly query: boolean
}

/**
 * Rewrites tokens so that every way of writing one thing gives the same neighbours: the syllables of what an abbreviation
 * stands for take its place (they share its offsets and the abbreviation steps aside), and spelling variants of names
 * become the canonical one. Documents and queries go through the same rules, which is why LĐLĐ, ldld and
 * "liên đoàn lao động" find the same documents, inside phrases too.
 */
export class Expander {
  private readonly variants: ReadonlyMap<number, readonly Variant[]>
  /** By term number, 1 for those that end a variant; they are among the first numbers of the vocabulary. */
  private readonly variantEnds: Uint8Array
  /** What is known of words that were taken for abbreviations, by word number; and of compounds, by how they are written. */
  private known = new Uint8Array(1 << 11)
  private readonly onlySenses = new Map<number, Expansion>()
  private readonly knownCompounds = new Map<string, Expansion | null>()
  private generation = 0
  /** The same where the text at hand decides. */
  private readonly settled = new Map<number, Expansion | null>()
  private readonly settledCompounds = new Map<string, Expansion | null>()
  /** The words of a sense as term numbers. */
  private readonly numbers = new Map<Expansion, readonly number[]>()
  /** Which words stand in the text, once it was asked. */
  private readonly standing: StandingWords
  private source!: TokenBuffer
  private target!: TokenBuffer
  private options!: ExpandOptions
  /** Ambiguous abbreviations that nothing settled, of the last text expanded. */
  ambiguous: AmbiguousAbbreviation[] = []

  constructor(
    private readonly words: WordTable,
    private readonly table: AbbreviationTable = ABBREVIATIONS,
  ) {
    this.standing = new StandingWords(words.vocabulary)
    this.variants = spellingVariants(words.vocabulary)
    this.variantEnds = new Uint8Array(words.vocabulary.terms.length)
    for (const term of this.variants.keys()) this.variantEnds[term] = 1
  }

  /** Appends the tokens of `source` from `from` on to `target`, expanded; `text` is what their offsets point into. */
  expand(source: TokenBuffer, from: number, target: TokenBuffer, text: string, options: ExpandOptions): void {
    this.source = source
    this.target = target
    this.options = options
    this.ambiguous = []
    this.forget()
    const { facts } = this.words
    const { variantEnds } = this
    target.reserve(source.length - from)
    const wanted = options.query ? 0 : IS_UPPER
    for (let at = from; at < source.length; ) {
      const word = source.words[at]
      const bits = word < 0 ? IS_NUMBER : facts[word]
      if ((bits & wanted) === wanted && (bits & IS_NUMBER) === 0 && (source.flags[at] & (ASIDE | LITERAL)) === 0) {
        const taken = this.abbreviation(at, text)
        if (taken > 0) {
          at += taken
          continue
        }
      }
      const term = source.terms[at]
      target.push(word, term, source.starts[at], source.ends[at], source.flags[at])
      if (term < variantEnds.length && variantEnds[term] !== 0) this.rewriteVariant()
      at++
    }
    if (options.query) this.restoreLongForms()
  }

  /** Drops what held for the text before, and what takes too much room. */
  private forget(): void {
    if (this.settled.size > 0) this.settled.clear()
    if (this.settledCompounds.size > 0) this.settledCompounds.clear()
    this.standing.reset()
    if (this.generation !== this.words.generation) {
      this.generation = this.words.generation
      this.known.fill(0)
      this.onlySenses.clear()
    }
    if (this.knownCompounds.size > MAX_KNOWN) this.knownCompounds.clear()
    if (this.numbers.size > MAX_KNOWN) this.numbers.clear()
  }

  /** Expands an abbreviation of one or more parts that begins at a token; returns how many tokens it took, or 0. */
  private abbreviation(at: number, text: string): number {
    const ends = [at]
    for (let next = this.nextPart(at, text); next > 0 && ends.length < MAX_PARTS; next = this.nextPart(next, text))
      ends.push(next)
    for (let parts = ends.length; parts > 1; parts--) {
      const end = ends[parts - 1]
      const compound = this.compoundSense(text.slice(this.source.starts[at], this.source.ends[end]))
      if (compound) {
        this.put(at, end, compound)
        return end - at + 1
      }
    }
    const sense = this.senseOf(at, text)
    if (!sense) {
      if (this.options.query) this.noteAmbiguous(this.surface(at, text))
      return 0
    }
    this.put(at, at, sense)
    return 1
  }

  /** The token that goes on a compound (GD&ĐT, LĐ-TB&XH) with nothing but a sign between, or 0. */
  private nextPart(at: number, text: string): number {
    const { source, words } = this
    let next = at + 1
    // The joined form of hyphenated parts comes behind them.
    while (next < source.length && (source.flags[next] & ASIDE) !== 0) next++
    if (next >= source.length || source.words[next] < 0 || (source.flags[next] & LITERAL) !== 0) return 0
    if (source.starts[next] !== source.ends[at] + 1) return 0
    const sign = text[source.ends[at]]
    if (sign !== '-' && sign !== '&' && sign !== '–' && sign !== '.') return 0
    const upper = words.facts[source.words[next]] & IS_UPPER
    return upper !== 0 || this.options.query || source.ends[next] - source.starts[next] <= 2 ? next : 0
  }

  private compoundSense(surface: string): Expansion | undefined {
    if (this.options.definitions.size > 0) {
      let defined = this.settledCompounds.get(surface)
      if (defined === undefined) {
        defined = this.defined(surface) ?? null
        this.settledCompounds.set(surface, defined)
      }
      if (defined) return defined
    }
    let sense = this.knownCompounds.get(surface)
    if (sense === undefined) {
      sense = this.onlySense(surface) ?? null
      this.knownCompounds.set(copyOf(surface), sense)
    }
    return sense ?? undefined
  }

  private surface(at: number, text: string): string {
    return text.slice(this.source.starts[at], this.source.ends[at])
  }

  private senseOf(at: number, text: string): Expansion | undefined {
    const word = this.source.words[at]
    const known = this.known[word] || this.lookUp(at, text)
    if (known === NONE && this.options.definitions.size === 0) return undefined
    const only = known === ONE ? this.onlySenses.get(word) : undefined
    if (known === ONE && this.options.definitions.size === 0) return only
    let sense = this.settled.get(word)
    if (sense === undefined) {
      const surface = this.surface(at, text)
      sense = this.defined(surface) ?? (known === SEVERAL ? this.settledByContext(surface) : undefined) ?? null
      this.settled.set(word, sense)
    }
    return sense ?? only
  }

  private lookUp(at: number, text: string): number {
    const word = this.source.words[at]
    if (word >= this.known.length) {
      const known = new Uint8Array(2 ** Math.ceil(Math.log2(word + 1)))
      known.set(this.known)
      this.known = known
    }
    // Most words in capitals are no abbreviations; the term is small letters already, which saves folding them.
    let found = NONE
    if (this.table.knows(this.words.vocabulary.terms[this.source.terms[at]])) {
      const surface = this.surface(at, text)
      const only = this.onlySense(surface)
      if (only) this.onlySenses.set(word, only)
      found = only ? ONE : this.isOpen(surface) ? SEVERAL : NONE
    }
    this.known[word] = found
    return found
  }

  /** The sense that the document itself defines. */
  private defined(surface: string): Expansion | undefined {
    const definition = this.options.definitions.get(this.table.key(surface))
    return definition === undefined ? undefined : resolve(surface, { definition, table: this.table }).expansion
  }

  private onlySense(surface: string): Expansion | undefined {
    // A small word that is also a syllable (tu, cho) is that syllable.
    if (surface !== surface.toUpperCase() && isSyllable(surface)) return undefined
    const resolution = resolve(surface, { table: this.table })
    return resolution.by === 'only' ? resolution.expansion : undefined
  }

  /** Whether the text around may settle what an abbreviation stands for. */
  private isOpen(surface: string): boolean {
    return surface === surface.toUpperCase() && this.table.has(surface)
  }

  private settledByContext(surface: string): Expansion | undefined {
    const has = (words: readonly string[]) => this.standing.has(words, this.source)
    const resolution = resolve(surface, { table: this.table, has })
    return resolution.by === 'context' ? resolution.expansion : undefined
  }

  private noteAmbiguous(surface: string): void {
    if (surface !== surface.toUpperCase() && isSyllable(surface)) return
    const { shares } = resolve(surface, { table: this.table })
    if (shares.length === 0) return
    this.ambiguous.push({
      token: this.target.length,
      readings: shares.map(({ expansion, weight }) => ({ terms: this.numbersOf(expansion), weight })),
    })
  }

  private numbersOf(sense: Expansion): readonly number[] {
    let numbers = this.numbers.get(sense)
    if (!numbers) {
      numbers = sense.words.map(word => this.words.vocabulary.number(word))
      this.numbers.set(sense, numbers)
    }
    return numbers
  }

  /** Writes the parts of an abbreviation, from one token to another, aside and the syllables it stands for in their place. */
  private put(at: number, last: number, sense: Expansion): void {
    const { source, target, words } = this
    const start = source.starts[at]
    const end = source.ends[last]
    for (let part = at; part <= last; part++) {
      if (source.words[part] >= 0)
        target.push(source.words[part], source.terms[part], source.starts[part], source.ends[part], ASIDE)
    }
    if (last > at) {
      const joined = sense.abbreviation.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
      target.push(-1, words.vocabulary.number(joined), start, end, ASIDE)
    }
    let flags = EXPANDED | (source.flags[at] & BREAK)
    for (const term of this.numbersOf(sense)) {
      target.push(-1, term, start, end, flags)
      flags = EXPANDED
    }
  }

  /** Rewrites the tokens at the end of the target when they spell a name in a variant way. */
  private rewriteVariant(): void {
    const { target } = this
    const last = target.length - 1
    for (const { from, to } of this.variants.get(target.terms[last]) ?? []) {
      const first = last - from.length + 1
      if (first < 0 || !this.endsWith(first, from)) continue
      const start = target.starts[first]
      const end = target.ends[last]
      const aligned = from.length === to.length
      const flags = EXPANDED | (target.flags[first] & BREAK)
      const spans = from.map((_, at) => [target.starts[first + at], target.ends[first + at]] as const)
      for (let at = first; at <= last; at++) target.flags[at] = ASIDE
      to.forEach((term, at) => {
        target.push(-1, term, aligned ? spans[at][0] : start, aligned ? spans[at][1] : end, at === 0 ? flags : EXPANDED)
      })
      return
    }
  }

  private endsWith(first: number, terms: readonly number[]): boolean {
    const { target } = this
    for (let at = 0; at < terms.length; at++) {
      if (target.terms[first + at] !== terms[at] || (target.flags[first + at] & (ASIDE | EXPANDED)) !== 0) return false
      if (at > 0 && (target.flags[first + at] & BREAK) !== 0) return false
    }
    return true
  }

  /**
   * Gives its marks to a long form of three words or more that was typed without any ("lien doan lao dong"). They were not typed, so
   * they say nothing of whether the other words lost theirs.
   */
  private restoreLongForms(): void {
    const { target, words, table } = this
    const { terms } = words.vocabulary
    const plain = (at: number) =>
      at < target.length &&
      (target.flags[at] & (ASIDE | EXPANDED)) === 0 &&
      target.words[at] >= 0 &&
      (words.facts[target.words[at]] & (IS_MARKED | IS_NUMBER)) === 0
    const folded = (at: number) => fold(terms[target.terms[at]])
    for (let at = 0; at < target.length; at++) {
      let most = 0
      while (most < MAX_LONG_FORM && plain(at + most)) most++
      if (most < MIN_RESTORED_WORDS || !table.opensLongForm(folded(at), folded(at + 1))) continue
      most = Math.min(most, table.longest)
      for (let count = most; count >= MIN_RESTORED_WORDS; count--) {
        const typed = Array.from({ length: count }, (_, offset) => terms[target.terms[at + offset]])
        const marked = this.longFormOf(typed)
        if (!marked) continue
        marked.forEach((word, offset) => {
          target.terms[at + offset] = words.vocabulary.number(word)
          target.flags[at + offset] |= EXPANDED
        })
        at += count - 1
        break
      }
    }
  }

  /** The one long form that folds to these words. */
  private longFormOf(typed: readonly string[]): readonly string[] | undefined {
    const found = new Map<string, readonly string[]>()
    const wanted = typed.map(fold).join(' ')
    for (const abbreviation of this.table.contractionsOf(typed)) {
      for (const sense of this.table.expansions(abbreviation)) {
        if (sense.words.map(fold).join(' ') === wanted) found.set(sense.text, sense.words)
      }
    }
    return found.size === 1 ? [...found.values()][0] : undefined
  }
}
