import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, BREAK } from '../../analysis/tokens.js'
import { foldedForm } from '../../index/terms.js'
import { marksAgree } from '../../text/tone.js'
import type { Accents } from '../marks.js'
import { readWords, type TypedWord } from '../typed-words.js'
import type { SynonymRule } from './rules.js'

/** An expression in a query and what is looked for beside it. */
export interface FoundSynonym {
  /** The first and the last (exclusive) of its words in the row. */
  readonly from: number
  readonly to: number
  readonly ways: readonly string[]
}

interface Source {
  readonly words: readonly string[]
  readonly ways: string[]
}

/** So many ways to put the expressions of one query are looked for, those of the first expressions first. */
const MOST_WAYS = 128

/** Finds the expressions of a list of synonyms in queries. */
export class SynonymFinder {
  /** By the folded form of the first word, the longest first; made when a query first needs it. */
  private sources: ReadonlyMap<string, readonly Source[]> | undefined

  constructor(
    private readonly rules: readonly SynonymRule[],
    private readonly analyzer: Analyzer,
  ) {}

  /**
   * The expressions in the row of a query's words, from left to right, each the longest that begins there: its words side by side,
   * marks read as words of the index are.
   */
  find(row: readonly TypedWord[], accents: Accents): FoundSynonym[] {
    this.sources ??= this.read()
    const found: FoundSynonym[] = []
    let left = MOST_WAYS
    for (let at = 0; at < row.length && left > 0; ) {
      const all = this.sources.get(foldedForm(row[at].word)) ?? []
      const longest = all.find(({ words }) => standsAt(row, at, words, accents))?.words.length ?? 0
      if (longest === 0) {
        at++
        continue
      }
      const same = all.filter(({ words }) => words.length === longest && standsAt(row, at, words, accents))
      const ways = [...new Set(same.flatMap(source => source.ways))].slice(0, left)
      left -= ways.length
      found.push({ from: at, to: at + longest, ways })
      at += longest
    }
    return found
  }

  private read(): Map<string, Source[]> {
    const byWords = new Map<string, Source>()
    const sources = new Map<string, Source[]>()
    for (const { sources: texts, targets } of this.rules) {
      for (const text of texts) {
        const words = rowOf(text, this.analyzer).map(({ word }) => word)
        if (words.length === 0) continue
        const key = words.join(' ')
        let source = byWords.get(key)
        if (!source) {
          source = { words, ways: [] }
          byWords.set(key, source)
          const first = foldedForm(words[0])
          sources.set(first, [...(sources.get(first) ?? []), source])
        }
        source.ways.push(...targets.filter(way => way !== text))
      }
    }
    for (const list of sources.values()) list.sort((a, b) => b.words.length - a.words.length)
    return sources
  }
}

/** The words of a query that have neighbours: without what stands aside. */
export function rowOf(text: string, analyzer: Analyzer): TypedWord[] {
  return readWords(text, analyzer).typed.filter(({ flags }) => (flags & ASIDE) === 0)
}

function standsAt(row: readonly TypedWord[], from: number, words: readonly string[], accents: Accents): boolean {
  if (from + words.length > row.length) return false
  for (let at = 0; at < words.length; at++) {
    const { word, flags } = row[from + at]
    if (at > 0 && (flags & BREAK) !== 0) return false
    if (word === words[at]) continue
    if (accents === 'strict' || foldedForm(word) !== foldedForm(words[at])) return false
    if (accents === 'auto' && !marksAgree(word, words[at])) return false
  }
  return true
}
