import { type Definition, findDefinitions } from './abbreviations/index.js'
import { ABBREVIATIONS, type AbbreviationTable } from './abbreviations/table.js'
import { type AmbiguousAbbreviation, Expander } from './expand.js'
import { Scanner } from './scan.js'
import { EXPANDED, TokenBuffer } from './tokens.js'
import { IS_MARKED, IS_SYLLABLE, Vocabulary, WordTable } from './words.js'

/** Changes whenever the same text would give other terms; an index says which version made it. */
export const ANALYZER_VERSION = 1

/** A document with fewer syllables says nothing about how it was typed. */
const MIN_SYLLABLES = 4
/** 86 % of the syllables of Vietnamese texts carry a mark; a text with fewer than this share was typed without. */
const UNMARKED_SHARE = 0.1

const NO_DEFINITIONS: ReadonlyMap<string, string> = new Map()

/**
 * Turns texts into term numbers with offsets, for the index writer and for queries alike. One analyzer belongs to one
 * vocabulary and is used again for text after text.
 */
export class Analyzer {
  readonly vocabulary = new Vocabulary()
  readonly words = new WordTable(this.vocabulary)
  private readonly raw = new TokenBuffer()
  private readonly scanner = new Scanner(this.words, this.raw)
  private readonly expander: Expander
  /** The tokens of the last document or query. */
  readonly tokens = new TokenBuffer()
  /** For each text of the last document, where its tokens begin in `tokens`; one more for the end. */
  readonly textStarts: number[] = []
  /** The abbreviations that the last document defines. */
  readonly definitions: Definition[] = []
  /** Words of the last document as written: without what was expanded or stands aside. */
  writtenWords = 0

  constructor(private readonly table: AbbreviationTable = ABBREVIATIONS) {
    this.expander = new Expander(this.words, table)
  }

  /**
   * Analyzes the texts of one document together: an abbreviation that one of them defines is known in all. Tokens of a
   * document that was typed without marks become terms of unknown marks, made by `unknown` from the term.
   */
  document(texts: readonly string[], unknown: (term: string) => string): void {
    this.words.trim()
    this.tokens.clear()
    this.textStarts.length = 0
    const definitions = this.definitionsIn(texts)
    this.writtenWords = 0
    let syllables = 0
    let marked = 0
    for (const text of texts) {
      this.textStarts.push(this.tokens.length)
      this.raw.clear()
      this.scanner.scan(text)
      this.writtenWords += this.scanner.written
      syllables += this.scanner.syllables
      marked += this.scanner.marked
      this.expander.expand(this.raw, 0, this.tokens, text, { definitions, query: false })
    }
    this.textStarts.push(this.tokens.length)
    if (syllables >= MIN_SYLLABLES && marked < syllables * UNMARKED_SHARE) this.markUnknown(unknown)
  }

  /** Analyzes a query; what could be read in several ways is returned. */
  query(text: string): readonly AmbiguousAbbreviation[] {
    this.words.trim()
    this.tokens.clear()
    this.raw.clear()
    this.scanner.scan(text)
    this.expander.expand(this.raw, 0, this.tokens, text, { definitions: NO_DEFINITIONS, query: true })
    return this.expander.ambiguous
  }

  private definitionsIn(texts: readonly string[]): ReadonlyMap<string, string> {
    this.definitions.length = 0
    let found: Map<string, string> | undefined
    for (const text of texts) {
      if (!text.includes('(') && !text.includes(' tắt là')) continue
      for (const definition of findDefinitions(text)) {
        const { abbreviation, expansion } = definition
        this.definitions.push(definition)
        found ??= new Map()
        const key = this.table.key(abbreviation)
        if (!found.has(key)) found.set(key, expansion)
      }
    }
    return found ?? NO_DEFINITIONS
  }

  private markUnknown(unknown: (term: string) => string): void {
    const { tokens, words, vocabulary } = this
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens.words[at]
      if (word < 0 || (tokens.flags[at] & EXPANDED) !== 0) continue
      if ((words.facts[word] & (IS_SYLLABLE | IS_MARKED)) === IS_SYLLABLE) {
        tokens.terms[at] = vocabulary.number(unknown(vocabulary.terms[tokens.terms[at]]))
      }
    }
  }
}
