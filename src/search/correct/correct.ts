import { ABBREVIATIONS, type AbbreviationTable } from '../../analysis/abbreviations/index.js'
import type { Analyzer } from '../../analysis/analyzer.js'
import type { IndexReader } from '../../index/reader.js'
import { isSyllable } from '../../text/syllable.js'
import { FoldedForms } from '../folded-forms.js'
import { chanceOfMissingMarks } from '../marks.js'
import { NameCasing } from '../name-casing.js'
import { type IndexTerm, pairsIn, WordStatistics } from '../word-statistics.js'
import { type Candidate, CandidateFinder } from './candidates.js'
import type { TypedLetters } from './channel.js'
import { type Arc, arcOf, decode, type Reading } from './decode.js'
import { type FoundDocument, favourFound } from './evidence.js'
import { type QueryWord, queryWords } from './query-words.js'
import { type PairDocumentSource, Triples } from './triples.js'
import { type WrittenCorrection, writeCorrection } from './write.js'

/** A word in no more than this part of the documents is rare, and may be a slip. */
const RARE = 1 / 2000
/** A common word that stands beside its neighbours in fewer of the documents may be a slip too. */
const COMPANY = 1 / 4000
/** How much likelier a reading with slips must be than the query as typed, as a logarithm, by what is known of the word. */
const MARGINS = { unknown: 2.2, rare: 3.5, common: 8 } as const
/** A word that the index knows gives way only to one that stands beside its neighbour in so many documents. */
const LEAST_TOGETHER = 2
/** Slips that are not worth it are left out and the query is read again, so often. */
const MOST_ROUNDS = 4
/** The least part of all readings that marks put in must have. */
const LEAST_SHARE = 0.3
/** The same for a word by itself. */
const LEAST_SHARE_ALONE = 0.5
/** What an unknown word costs: that there is one, and each of its letters. */
const UNKNOWN = 5.5
const UNKNOWN_NAME = 3
const UNKNOWN_LETTER = 2.8
/** Words of a query from which on the documents that it finds tell more than chance. */
const FEWEST_WORDS = 3
/** From this chance on that marks were left out, any word may lack its own. */
const PROBABLY_MISSING = 0.75
/** Cost of leaving all marks out of a word, in a query that has marks and probably none left out. */
const RARELY_MISSING = 6.5

/** What a query was probably meant to be. */
export interface Correction extends WrittenCorrection {
  /** Whether a word was replaced that no document holds, so that the query as typed finds nothing for it. */
  readonly unknownWord: boolean
}

/** Longer texts are not corrected, nor are more slips in one query: nobody typed them, and they would take long. */
const LONGEST = 500
const MOST_DOUBTS = 8

/** What correction reads. */
export interface CorrectorOptions {
  readonly reader: IndexReader
  /** Terms with their documents and pairs; a `Lexicon` keeps them. */
  readonly lists: PairDocumentSource
  /** For queries. */
  readonly analyzer: Analyzer
  /** The best documents for some words as they were typed, the best first; some ten are enough. Default: none. */
  readonly best?: (words: string) => readonly FoundDocument[]
  /** The abbreviations that queries know. */
  readonly abbreviations?: AbbreviationTable
}

/**
 * Corrects queries by what stands in an index: a slip is taken back where the word as typed is unknown, rare or never stands
 * beside its neighbours, and another is much likelier there.
 */
export class Corrector {
  private readonly statistics: WordStatistics
  private readonly casing: NameCasing
  private readonly triples: Triples

  constructor(private readonly options: CorrectorOptions) {
    this.statistics = new WordStatistics(options.reader, pairsIn(options.lists))
    this.casing = NameCasing.of(options.reader)
    this.triples = new Triples(options.lists, options.reader.documents)
  }

  /** What a query was probably meant to be; undefined when it is right as typed, or nothing else is likely enough. */
  correct(text: string): Correction | undefined {
    const { statistics, casing } = this
    const { analyzer, abbreviations = ABBREVIATIONS, reader, lists, best } = this.options
    if (text.length > LONGEST) return undefined
    const words = queryWords(text, analyzer, statistics, abbreviations)
    if (words.length === 0) return undefined
    const chance = this.chanceOfMissingMarks(words)
    const missing = chance === 1 ? 0 : Math.min(RARELY_MISSING, -Math.log(chance / 2))
    const finder = new CandidateFinder(statistics, FoldedForms.of(reader.terms), missing)
    const arcs = words.map((word, at) => asTyped(word, at, finder, chance >= PROBABLY_MISSING, statistics))
    const triples = chance >= PROBABLY_MISSING ? this.triples : undefined
    if (triples && best && words.length >= FEWEST_WORDS) favourFound(arcs, best(text), lists)
    const typed = decode(arcs, statistics, triples)
    const doubts = this.doubts(words, typed)
    const reading = doubts.some(({ doubted }) => doubted)
      ? this.edited(words, arcs, typed, doubts, finder, triples)
      : typed
    if (reading === typed && typed.share < (words.length === 1 ? LEAST_SHARE_ALONE : LEAST_SHARE)) return undefined
    const written = writeCorrection(text, words, reading.arcs, casing)
    return written && { ...written, unknownWord: takesUnknown(reading, typed, doubts) }
  }

  private chanceOfMissingMarks(words: readonly QueryWord[]): number {
    const plain = words.flatMap(({ typed, syllable }) => (typed && syllable ? [typed.word] : []))
    return chanceOfMissingMarks(plain, word => this.statistics.frequenciesOf(word))
  }

  /** Which words may be slips. */
  private doubts(words: readonly QueryWord[], { arcs }: Reading): Doubt[] {
    const { statistics } = this
    const rare = statistics.documents * RARE
    const company = Math.max(1, statistics.documents * COMPANY)
    let left = MOST_DOUBTS
    return words.map(({ typed, apart }, at): Doubt => {
      const term = arcs[at].terms[0]
      if (!typed || left === 0) return { doubted: false, standing: 'common', documents: 0 }
      const documents = term?.documents ?? 0
      if (documents <= rare) {
        left--
        return { doubted: true, standing: documents === 0 ? 'unknown' : 'rare', documents }
      }
      const before = apart ? undefined : arcs[at - 1]?.last
      const after = at + 1 < words.length && !words[at + 1].apart ? arcs[at + 1].first : undefined
      const alone =
        (before !== undefined || after !== undefined) &&
        !this.beside(before, term, company) &&
        !this.beside(term, after, company)
      if (alone) left--
      return { doubted: alone, standing: 'common', documents }
    })
  }

  /** The likeliest reading with slips taken back, each of which is worth it by itself; or the reading without any. */
  private edited(
    words: readonly QueryWord[],
    typedArcs: readonly (readonly Arc[])[],
    typed: Reading,
    doubts: readonly Doubt[],
    finder: CandidateFinder,
    triples: Triples | undefined,
  ): Reading {
    const { statistics } = this
    const arcs = words.map((_, at) => [...typedArcs[at], ...this.slips(words, at, typed, doubts, finder)])
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const reading = decode(arcs, statistics, triples)
      const weak = reading.arcs.flatMap((arc, place) => {
        const at = place === 0 ? 0 : reading.arcs[place - 1].to
        if (typedArcs[at].includes(arc)) return []
        const without = arcs.map((own, other) => (other >= at && other < arc.to ? typedArcs[other] : own))
        const gain = reading.score - decode(without, statistics, triples).score
        return gain < this.margin(reading, place, doubts.slice(at, arc.to)) ? [{ at, arc }] : []
      })
      if (weak.length === 0) return reading
      for (const { at, arc } of weak) arcs[at].splice(arcs[at].indexOf(arc), 1)
    }
    return typed
  }

  /** The slips that may have been made in a word, or between it and the next. */
  private slips(
    words: readonly QueryWord[],
    at: number,
    reading: Reading,
    doubts: readonly Doubt[],
    finder: CandidateFinder,
  ): Arc[] {
    const { typed, apart } = words[at]
    const { doubted, standing, documents } = doubts[at]
    const arcs: Arc[] = []
    if (!typed) return arcs
    const add = (candidates: readonly Candidate[], to: number) => {
      for (const candidate of candidates) if (candidate.cost > 0) arcs.push(arcOf(candidate, to, !apart))
    }
    if (doubted) {
      // A common word that lacks marks is found as it is.
      if (standing !== 'common') add(finder.plain(typed), at + 1)
      add(finder.edited(typed, documents), at + 1)
      add(finder.split(typed.word), at + 1)
    }
    const next = words[at + 1]
    const loose = doubted || doubts[at + 1]?.doubted === true
    if (next?.typed && !next.apart && loose && !this.beside(reading.arcs[at].last, reading.arcs[at + 1].first, 1)) {
      add(finder.joined(typed, next.typed), at + 2)
    }
    return arcs
  }

  /** How much likelier than the words as typed a slip taken back must be. */
  private margin({ arcs }: Reading, place: number, doubts: readonly Doubt[]): number {
    const { first, last, terms } = arcs[place]
    if (doubts.some(({ standing }) => standing === 'unknown')) return MARGINS.unknown
    const supported =
      terms.length > 1 || this.beside(arcs[place - 1]?.last, first) || this.beside(last, arcs[place + 1]?.first)
    if (!supported) return Number.POSITIVE_INFINITY
    return doubts.some(({ standing }) => standing === 'rare') ? MARGINS.rare : MARGINS.common
  }

  private beside(left: IndexTerm | undefined, right: IndexTerm | undefined, least = LEAST_TOGETHER): boolean {
    return left !== undefined && right !== undefined && this.statistics.pair(left, right) >= least
  }
}

interface Doubt {
  readonly doubted: boolean
  readonly standing: 'unknown' | 'rare' | 'common'
  /** How many documents hold the word as typed. */
  readonly documents: number
}

/** Whether the reading takes another word for one that the index does not know. */
function takesUnknown(reading: Reading, typed: Reading, doubts: readonly Doubt[]): boolean {
  let at = 0
  for (const { to, terms } of reading === typed ? [] : reading.arcs) {
    if (terms.length > 0 && doubts.slice(at, to).some(({ standing }) => standing === 'unknown')) return true
    at = to
  }
  return false
}

/** The ways to read a word without a slip. */
function asTyped(
  word: QueryWord,
  at: number,
  finder: CandidateFinder,
  missing: boolean,
  statistics: WordStatistics,
): Arc[] {
  const { typed, first, last, apart } = word
  const to = at + 1
  if (!typed) return [{ to, terms: [], first, last, cost: 0, beside: !apart }]
  const arcs = (missing ? finder.plain(typed) : finder.exact(typed)).map(candidate => arcOf(candidate, to, !apart))
  return arcs.length > 0 ? arcs : [unknown(word, typed, to, statistics)]
}

/** A word that the index does not know. A syllable may be missing from a small collection; other words are names, or slips. */
function unknown({ capitalized, apart }: QueryWord, typed: TypedLetters, to: number, statistics: WordStatistics): Arc {
  const foreign = (capitalized ? UNKNOWN_NAME : UNKNOWN) + UNKNOWN_LETTER * typed.word.length
  const cost = isSyllable(typed.word) ? Math.min(foreign, statistics.costOfUnseen) : foreign
  return { to, terms: [], first: undefined, last: undefined, cost, beside: !apart }
}
