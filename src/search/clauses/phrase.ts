import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, BREAK } from '../../analysis/tokens.js'
import type { IndexReader } from '../../index/reader.js'
import { unknownTerm } from '../../index/terms.js'
import { addDocument, type DocumentBits, DocumentMatch, noDocuments } from '../document-match.js'
import type { Lexicon, Word } from '../lexicon.js'
import type { Accents, Spelling } from '../marks.js'
import { missingMarks, readWords } from '../typed-words.js'
import { eachOccurrence, type FieldWords, type PhraseWord } from './phrase-text.js'

/** A word of a phrase with its lists. */
interface LookedUp extends PhraseWord {
  readonly word: Word
}

/** A phrase ready to be looked for in texts. */
export interface Phrase {
  readonly words: readonly PhraseWord[]
  readonly slop: number
  /** The number of the only field that it may stand in, -1 for any. */
  readonly field: number
}

/** What the words of a phrase are looked up and looked for with. */
export interface PhraseContext {
  readonly reader: IndexReader
  readonly lexicon: Lexicon
  readonly queryAnalyzer: Analyzer
  readonly analyzer: Analyzer
  readonly accents: Accents
  /** Looked at before each text that is read. */
  readonly signal: AbortSignal | undefined
  /** The words of the searched fields of a stored document; undefined when they are not all stored. */
  readonly words: (document: number) => readonly FieldWords[] | undefined
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
): { readonly match: DocumentMatch; readonly phrase: Phrase } | undefined {
  const words = phraseWords(text, context)
  const phrase: Phrase = { words, slop, field }
  const { documents } = context.reader
  if (words.length === 0) return undefined
  const bits = words.map(({ word }) => wordBits(word, field, context))
  let maybe = bits.reduce(and)
  if (words.length === 1) return { match: DocumentMatch.known(maybe), phrase }
  let sure = noDocuments(documents)
  if (slop > 0 && words.length === 2 && field < 0) {
    // Neighbours in either order have no other word among them.
    const [left, right] = words
    sure = or(pairDocuments(left.word, right.word, context).sure, pairDocuments(right.word, left.word, context).sure)
  }
  if (slop === 0) {
    for (let at = 1; at < words.length; at++) {
      if (words[at].afterBreak) continue
      const pair = pairDocuments(words[at - 1].word, words[at].word, context)
      maybe = and(maybe, pair.maybe)
      if (words.length === 2 && field < 0) sure = pair.sure
    }
  }
  const test = (document: number) => {
    context.signal?.throwIfAborted()
    const fields = context.words(document)
    return fields === undefined || standsIn(fields, phrase)
  }
  return { match: new DocumentMatch(sure, maybe, test), phrase }
}

function phraseWords(text: string, { queryAnalyzer, lexicon, accents }: PhraseContext): LookedUp[] {
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

function or(a: DocumentBits, b: DocumentBits): DocumentBits {
  return a.map((word, at) => word | b[at])
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

/** The words of one field of what an analyzer read last, with the numbers of their tokens. */
export function fieldWords(analyzer: Analyzer, field: number): FieldWords & { readonly tokens: readonly number[] } {
  const { tokens, textStarts, vocabulary } = analyzer
  const terms: string[] = []
  const breaks: boolean[] = []
  const numbers: number[] = []
  for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
    if ((tokens.flags[at] & ASIDE) !== 0) continue
    terms.push(vocabulary.terms[tokens.terms[at]])
    breaks.push((tokens.flags[at] & BREAK) !== 0)
    numbers.push(at)
  }
  return { terms, breaks, tokens: numbers }
}

/** The words of each field of a document. */
export function documentWords(texts: readonly string[], analyzer: Analyzer): FieldWords[] {
  analyzer.document(texts, unknownTerm)
  return texts.map((_, field) => fieldWords(analyzer, field))
}

/** Whether a phrase stands in one of the fields of a document, or in the one that is asked. */
function standsIn(fields: readonly FieldWords[], { words, slop, field }: Phrase): boolean {
  let found = false
  for (let at = 0; at < fields.length && !found; at++) {
    if (field >= 0 && field !== at) continue
    eachOccurrence(fields[at], words, slop, () => {
      found = true
      return true
    })
  }
  return found
}
