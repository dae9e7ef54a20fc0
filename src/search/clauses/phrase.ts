import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, BREAK } from '../../analysis/tokens.js'
import type { IndexReader } from '../../index/reader.js'
import { UNKNOWN_MARKS } from '../../index/terms.js'
import { addDocument, type DocumentBits, DocumentMatch, noDocuments } from '../document-match.js'
import type { Lexicon, Word } from '../lexicon.js'
import type { Accents, Spelling } from '../marks.js'
import { missingMarks, readWords } from '../typed-words.js'

const unknownTerm = (term: string) => UNKNOWN_MARKS + term

/** A phrase ready to be looked for. */
interface PhraseWord {
  readonly word: Word
  /** The terms that answer it. */
  readonly terms: ReadonlySet<string>
  /** Whether the phrase itself has a clause end before it (a comma, a bracket), so that texts may have one there too. */
  readonly afterBreak: boolean
}

/** What the words of a phrase are looked up and looked for with. */
export interface PhraseContext {
  readonly reader: IndexReader
  readonly lexicon: Lexicon
  readonly queryAnalyzer: Analyzer
  readonly analyzer: Analyzer
  readonly accents: Accents
  /** The searched fields of a stored document, those that the phrase may stand in. */
  readonly texts: (document: number) => readonly string[] | undefined
}

/**
 * The documents that hold a phrase: its words side by side in one clause of one field, or with a slop all of them, in any
 * order, with at most so many other words among them. Undefined when the phrase has no words.
 *
 * Two words side by side are a pair of the index, which knows its documents but for pairs of a single document in large
 * collections. Longer phrases, and those with a slop, are read in the texts of the documents that hold all their pairs or
 * words; without stored texts those documents are all taken to match.
 *
 * @param field the number of the field, -1 for any
 */
export function phraseMatch(
  text: string,
  slop: number,
  field: number,
  context: PhraseContext,
): DocumentMatch | undefined {
  const words = phraseWords(text, context)
  const { documents } = context.reader
  if (words.length === 0) return undefined
  const bits = words.map(({ word }) => wordBits(word, field, context))
  let maybe = bits.reduce(and)
  if (words.length === 1) return DocumentMatch.known(maybe)
  let sure = noDocuments(documents)
  if (slop === 0) {
    for (let at = 1; at < words.length; at++) {
      if (words[at].afterBreak) continue
      const pair = pairDocuments(words[at - 1].word, words[at].word, context)
      maybe = and(maybe, pair.maybe)
      if (words.length === 2 && field < 0) sure = pair.sure
    }
  }
  const test = (document: number) => {
    const texts = context.texts(document)
    return texts === undefined || standsIn(texts, words, slop, context.analyzer)
  }
  return new DocumentMatch(sure, maybe, test)
}

function phraseWords(text: string, { queryAnalyzer, lexicon, accents }: PhraseContext): PhraseWord[] {
  const { typed } = readWords(text, queryAnalyzer)
  const missing = missingMarks(typed, accents, lexicon)
  return typed
    .filter(({ flags }) => (flags & ASIDE) === 0)
    .map(({ word, asTyped, flags }) => {
      const answers = lexicon.word(word, accents, asTyped ? missing : 0, asTyped)
      const terms = new Set(answers.spellings.map(({ term }) => term))
      return { word: answers, terms, afterBreak: (flags & BREAK) !== 0 }
    })
}

function wordBits(word: Word, field: number, { reader, lexicon }: PhraseContext): DocumentBits {
  const bits = noDocuments(reader.documents)
  const list = field < 0 ? lexicon.list(word) : lexicon.listInField(word, field)
  if (list) addAll(bits, list.documents.toNumbers())
  return bits
}

function addAll(bits: DocumentBits, numbers: ArrayLike<number>): void {
  for (let at = 0; at < numbers.length; at++) addDocument(bits, numbers[at])
}

function and(a: DocumentBits, b: DocumentBits): DocumentBits {
  return a.map((word, at) => word & b[at])
}

/** Where two words surely stand side by side, and where they may. */
function pairDocuments(
  left: Word,
  right: Word,
  { reader, lexicon }: PhraseContext,
): { readonly sure: DocumentBits; readonly maybe: DocumentBits } {
  const sure = noDocuments(reader.documents)
  const list = lexicon.pairList(left, right)
  if (list) addAll(sure, list.documents.toNumbers())
  if (reader.hasAllPairs) return { sure, maybe: sure }
  // A pair that is not in the index may stand in one document that has both words.
  const known = new Set<string>()
  for (const { owner, other, otherFirst } of lexicon.pairHits(left, right)) {
    known.add(otherFirst ? `${other.ordinal} ${owner.ordinal}` : `${owner.ordinal} ${other.ordinal}`)
  }
  const maybe = sure.slice()
  const bitsOf = (spelling: Spelling) => {
    const bits = noDocuments(reader.documents)
    addAll(bits, lexicon.term(spelling).postings.documents.toNumbers())
    return bits
  }
  const rights = right.spellings.map(bitsOf)
  for (const first of left.spellings) {
    const leftBits = bitsOf(first)
    right.spellings.forEach((second, at) => {
      if (known.has(`${first.ordinal} ${second.ordinal}`)) return
      for (let word = 0; word < maybe.length; word++) maybe[word] |= leftBits[word] & rights[at][word]
    })
  }
  return { sure, maybe }
}

/** Whether a phrase stands in one of the texts. */
function standsIn(texts: readonly string[], words: readonly PhraseWord[], slop: number, analyzer: Analyzer): boolean {
  analyzer.document(texts, unknownTerm)
  const { tokens, textStarts, vocabulary } = analyzer
  for (let field = 0; field < texts.length; field++) {
    const terms: string[] = []
    const breaks: boolean[] = []
    for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
      if ((tokens.flags[at] & ASIDE) !== 0) continue
      terms.push(vocabulary.terms[tokens.terms[at]])
      breaks.push((tokens.flags[at] & BREAK) !== 0)
    }
    if (slop === 0 ? sideBySide(terms, breaks, words) : within(terms, words, slop)) return true
  }
  return false
}

function sideBySide(terms: readonly string[], breaks: readonly boolean[], words: readonly PhraseWord[]): boolean {
  for (let start = 0; start + words.length <= terms.length; start++) {
    let at = 0
    while (at < words.length && words[at].terms.has(terms[start + at])) {
      if (at > 0 && breaks[start + at] && !words[at].afterBreak) break
      at++
    }
    if (at === words.length) return true
  }
  return false
}

/** Whether some stretch of the text with `slop` words more than the phrase has holds each of its words at a place of its own. */
function within(terms: readonly string[], words: readonly PhraseWord[], slop: number): boolean {
  const width = words.length + slop
  for (let start = 0; start + words.length <= terms.length; start++) {
    if (!words.some(word => word.terms.has(terms[start]))) continue
    if (canPlace(terms.slice(start, start + width), words)) return true
  }
  return false
}

/** Whether each word finds a place of its own: augmenting paths (Kuhn 1955), since one term may answer several words. */
function canPlace(terms: readonly string[], words: readonly PhraseWord[]): boolean {
  const takenBy = new Array<number>(terms.length).fill(-1)
  const place = (word: number, tried: Set<number>): boolean => {
    for (let at = 0; at < terms.length; at++) {
      if (tried.has(at) || !words[word].terms.has(terms[at])) continue
      tried.add(at)
      if (takenBy[at] < 0 || place(takenBy[at], tried)) {
        takenBy[at] = word
        return true
      }
    }
    return false
  }
  return words.every((_, word) => place(word, new Set()))
}
