import { ABBREVIATIONS, type AbbreviationTable } from '../../analysis/abbreviations/index.js'
import { UsageError } from '../../errors.js'
import type { IndexReader } from '../../index/reader.js'
import { badOption, rejectUnknown } from '../../index/settings.js'
import { fold } from '../../text/fold.js'
import { isSyllable } from '../../text/syllable.js'
import { canonical } from '../../text/tone.js'
import { toLower } from '../../text/unicode.js'
import { NameCasing } from '../name-casing.js'
import type { Piece } from '../pieces.js'
import { TextSample } from '../text-sample.js'
import { type IndexTerm, WordStatistics } from '../word-statistics.js'
import { PhraseTable } from './phrase-table.js'
import { PhraseGrower } from './phrases.js'
import { highlightTitle, piecesOf } from './pieces.js'
import { type Completion, completionsOf, isMarked, readWords, spellingsOf, type WordsRead } from './readings.js'
import { type ShortForm, shortForms } from './short-forms.js'
import { TitleFinder } from './titles.js'
import { readTyped, type TypedText, type TypedWord } from './typed-text.js'
import { TermTexts } from './vocabulary.js'

/** What a suggestion is taken from. */
export type SuggestionKind = 'phrase' | 'title' | 'place' | 'abbreviation'

/** Something that a text being typed may become. */
export interface Suggestion {
  /** The whole text, with its marks. */
  readonly text: string
  /** The same in pieces; what was typed of it is a match. */
  readonly pieces: readonly Piece[]
  readonly kind: SuggestionKind
  /** What an abbreviation stands for. */
  readonly meaning?: string
}

/** Options of `suggest`. */
export interface SuggestOptions {
  /** Number of suggestions, 0 to 100. Default 8. */
  readonly limit?: number
}

/** Titles among so many suggestions: one of three. */
const TITLE_SHARE = 1 / 3
/** What scores so much less than the best is not shown. */
const MOST_BEHIND = 6
/** What is taken from completions that never stand behind the words before. */
const UNSEEN = 6
/** What an abbreviation and a place are worth beside a phrase of as many documents. */
const SHORT_FORM = 1
const WHOLE_SHORT_FORM = 3
const PLACE = 1
const MOST_LIMIT = 100
/** Words that are carried on to phrases, and those that never stand behind the words before among them. */
const MOST_STARTS = 16
const FEW = 3

/** A word that the text being typed may go on with. */
interface Start extends Completion {
  readonly reading: WordsRead
  /** Letters of it that were typed. */
  readonly letters: number
  readonly penalty: number
  readonly score: number
}

interface Ranked {
  /** Makes the suggestion; only those that are shown are made. */
  readonly make: () => Suggestion
  readonly score: number
}

/**
 * Suggests what a text being typed may become: phrases, places, abbreviations and titles of one collection. What is needed of
 * the index is read into memory at the first call (see `PhraseTable`).
 */
export class Suggester {
  private readonly table: PhraseTable
  private readonly texts: TermTexts
  private readonly statistics: WordStatistics
  private readonly casing: NameCasing
  private readonly grower: PhraseGrower
  private readonly titles: TitleFinder
  private readonly foldedPlaces = new Map<string, string>()
  private readonly shorts: readonly ShortForm[]

  constructor(
    reader: IndexReader,
    private readonly abbreviations: AbbreviationTable = ABBREVIATIONS,
  ) {
    const table = PhraseTable.of(reader)
    this.table = table
    this.texts = new TermTexts(reader.terms)
    this.statistics = new WordStatistics(reader, (left, right) => table.pair(left.ordinal, right.ordinal))
    this.casing = NameCasing.of(reader)
    this.grower = new PhraseGrower(table, this.texts, TextSample.of(reader), this.statistics)
    this.titles = new TitleFinder(reader)
    this.shorts = shortForms(abbreviations, words => this.together(words))
  }

  /**
   * The best completions of a text being typed, from one character on; marks may be missing, in part or wholly, or still be
   * the keys of Telex or VNI. A blank at the end asks for the next word.
   *
   * @throws UsageError for a wrong option
   */
  suggest(text: string, options: SuggestOptions = {}): Suggestion[] {
    if (typeof text !== 'string')
      throw new UsageError('BAD_ARGUMENT', 'the text should be a string', { field: 'text', got: typeof text })
    rejectUnknown(options, ['limit'], 'suggest option')
    const { limit = 8 } = options
    if (!Number.isInteger(limit) || limit < 0 || limit > MOST_LIMIT)
      throw badOption('limit', `a whole number from 0 to ${MOST_LIMIT}`, limit)
    const typed = readTyped(text)
    if (limit === 0 || (typed.words.length === 0 && !typed.prefix)) return []
    const ranked = [...this.phrases(typed), ...this.places(typed), ...this.shortForms(typed)]
    ranked.sort((a, b) => b.score - a.score)
    const least = (ranked[0]?.score ?? 0) - MOST_BEHIND
    const worthy = ranked.filter(({ score }) => score >= least)
    const titles = typed.head === '' ? this.titleSuggestions(typed) : []
    const phrases = distinct(made(worthy), text, limit)
    const room = Math.max(Math.floor(limit * TITLE_SHARE), limit - phrases.length)
    const ending = distinct(titles, text, room)
    return distinct([...phrases.slice(0, limit - ending.length), ...ending], text, limit)
  }

  private phrases(typed: TypedText): Ranked[] {
    const { table, texts } = this
    const readings = readWords(typed.words, word => this.abbreviation(word), this.statistics)
    const best = readings[0]?.score ?? 0
    const starts: Start[] = []
    for (const reading of readings) {
      const penalty = best - reading.score
      const behind = reading.last?.ordinal
      // Nothing is known of what stands behind a word that no document holds.
      if (behind === undefined && typed.words.length > 0) continue
      for (const prefix of this.prefixes(typed)) {
        const letters = prefix?.folded.length ?? 0
        const add = (penalty: number) => (completion: Completion) => {
          const score = Math.log(completion.documents) - penalty
          starts.push({ ...completion, reading, letters, penalty, score })
        }
        completionsOf(prefix, behind, table, texts).forEach(add(penalty))
        if (behind !== undefined && prefix)
          completionsOf(prefix, undefined, table, texts)
            .slice(0, FEW)
            .forEach(add(penalty + UNSEEN))
      }
    }
    starts.sort((a, b) => b.score - a.score)
    const found: Ranked[] = []
    for (const start of starts.slice(0, MOST_STARTS)) {
      if (start.score < starts[0].score - MOST_BEHIND) break
      this.grow(typed, start, found)
    }
    return found
  }

  /** What is being typed, as it stands; where no word begins so, as keys of an input method. */
  private prefixes({ prefix }: TypedText): (TypedWord['letters'] | undefined)[] {
    if (!prefix) return [undefined]
    const { letters, decoded } = prefix
    const [low, high] = this.texts.range(letters.folded)
    if (!decoded) return [letters]
    return low === high ? [decoded] : [letters, decoded]
  }

  private grow({ head }: TypedText, { reading, letters, term, documents, penalty }: Start, found: Ranked[]): void {
    const before = reading.terms.slice(-2)
    for (const { terms, score } of this.grower.grow([...before, term], documents, penalty)) {
      const make = (): Suggestion => {
        const behind = terms.slice(before.length).map(added => this.texts.text(added).word)
        const words = this.casing.write([...reading.words, ...behind])
        return { ...piecesOf(head, words, reading.words.length, letters), kind: 'phrase' }
      }
      found.push({ make, score })
    }
  }

  private places({ head, words, prefix }: TypedText): Ranked[] {
    if (head !== '' || (!prefix && words.length === 0)) return []
    const typed = fold([...words, ...(prefix ? [prefix] : [])].map(({ text }) => canonical(text)).join(' '))
    const found: Ranked[] = []
    for (const [form, name] of this.casing.places) {
      if (!this.folded(form).startsWith(typed) || !this.agrees(typed, words, prefix, form)) continue
      const documents = this.together(form.split(' '))
      if (documents === 0) continue
      const last = prefix?.letters.folded.length ?? 0
      const make = (): Suggestion => ({ ...piecesOf('', name.split(' '), words.length, last), kind: 'place' })
      found.push({ make, score: Math.log(documents) + PLACE })
    }
    return found
  }

  private folded(form: string): string {
    const known = this.foldedPlaces.get(form)
    if (known !== undefined) return known
    const folded = fold(form)
    this.foldedPlaces.set(form, folded)
    return folded
  }

  /** Whether the marks typed so far are those of a name. */
  private agrees(typed: string, words: readonly TypedWord[], prefix: TypedWord | undefined, form: string): boolean {
    if (
      words.every(({ letters }) => letters.word === letters.folded) &&
      prefix?.letters.word === prefix?.letters.folded
    )
      return true
    const parts = form.split(' ')
    const spelled = (word: TypedWord, at: number) =>
      spellingsOf(word, this.statistics).some(({ word }) => word === parts[at])
    if (typed.length === 0 || !words.every(spelled)) return false
    if (!prefix) return true
    const term = this.term(parts[words.length] ?? '')
    return term !== undefined && this.texts.mayBecome(prefix.letters, term.ordinal)
  }

  private term(word: string): IndexTerm | undefined {
    return this.statistics.terms(fold(word)).find(term => term.word === word)
  }

  /** In about how many documents words stand side by side. */
  private together(words: readonly string[]): number {
    const terms = words.map(word => this.term(word))
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]
      const before = terms[at - 1]
      if (!term) return 0
      least = Math.min(least, before ? this.table.pair(before.ordinal, term.ordinal) : term.documents)
    }
    return least
  }

  private shortForms({ head, words, prefix }: TypedText): Ranked[] {
    if (head !== '' || words.length > 0 || !prefix || prefix.letters.folded.length < 2) return []
    const key = this.abbreviations.key(prefix.text)
    return this.shorts.flatMap(({ key: own, abbreviation, meaning, documents }): Ranked[] => {
      if (!own.startsWith(key)) return []
      const score = Math.log(documents) + (own === key ? WHOLE_SHORT_FORM : SHORT_FORM)
      const make = (): Suggestion => {
        return { ...piecesOf('', [abbreviation], 0, key.length), kind: 'abbreviation', meaning }
      }
      return [{ make, score }]
    })
  }

  private abbreviation({ text }: TypedWord): { written: string; terms: readonly IndexTerm[] } | undefined {
    if (isSyllable(text)) return undefined
    const [best] = this.abbreviations.expansions(text)
    if (!best || (fold(text) !== toLower(text) && toLower(text) !== toLower(best.abbreviation))) return undefined
    if (this.together(best.words) === 0) return undefined
    return { written: best.abbreviation, terms: best.words.flatMap(word => this.term(word) ?? []) }
  }

  private titleSuggestions(typed: TypedText): Suggestion[] {
    const { words, prefix } = typed
    if (!this.titles.hasTitles || (words.length === 0 && (prefix?.letters.folded.length ?? 0) < 2)) return []
    const { table, texts } = this
    const slots = words.map(word => spellingsOf(word, this.statistics).map(({ ordinal }) => table.titles(ordinal)))
    if (prefix) {
      const last = this.prefixes(typed).flatMap(letters => {
        if (!letters) return []
        if (isMarked(letters))
          return completionsOf(letters, undefined, table, texts).map(({ term }) => table.titles(term))
        return [table.titles(...texts.range(letters.folded))]
      })
      slots.push(last)
    }
    const found = this.titles.find(slots).map(title => highlightTitle(title, words, prefix))
    // Whoever types a row of words means them side by side.
    return found
      .filter(({ inRow }) => inRow === slots.length)
      .map(({ text, pieces }) => ({ text, pieces, kind: 'title' }))
  }
}

function* made(ranked: readonly Ranked[]): Generator<Suggestion> {
  for (const { make } of ranked) yield make()
}

/** The first of each text, leaving out what says no more than was typed. */
function distinct(suggestions: Iterable<Suggestion>, typed: string, limit: number): Suggestion[] {
  const seen = new Set<string>([typed.trim()])
  const found: Suggestion[] = []
  for (const suggestion of suggestions) {
    if (found.length >= limit) break
    const key = toLower(suggestion.text)
    if (seen.has(key)) continue
    seen.add(key)
    found.push(suggestion)
  }
  return found
}
