import type { Analyzer } from '../analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED } from '../analysis/tokens.js'
import { UsageError } from '../errors.js'
import type { IndexReader } from '../index/reader.js'
import { badOption, LEAD_WORDS, leadWeightOf } from '../index/settings.js'
import { UNKNOWN_MARKS, unknownTerm } from '../index/terms.js'
import type { SearchOptions } from './options.js'
import type { QueryInput } from './query/index.js'
import { inverseDocumentFrequency } from './scoring.js'
import { frequenciesOf } from './spellings.js'
import { searchedTexts } from './stored-text.js'

/** Options of `similar`: those of a search, and how much of the document is asked for. */
export interface SimilarOptions extends SearchOptions {
  /** So many of the document's weightiest words are searched for, 1 to 200. More takes longer. Default 25. */
  readonly words?: number
}

const DEFAULT_WORDS = 25
const MOST_WORDS = 200
/** Checks and takes out the options that a search does not have. */
export function readSimilarOptions(given: SimilarOptions): {
  readonly words: number
  readonly options: SearchOptions
} {
  if (given === null || typeof given !== 'object') throw badOption('options', 'an object', given)
  const { words = DEFAULT_WORDS, ...options } = given
  if (!Number.isInteger(words) || words < 1 || words > MOST_WORDS)
    throw badOption('words', `a whole number from 1 to ${MOST_WORDS}`, words)
  return { words, options }
}

/**
 * The weightiest words of a stored document as a query, in their order, so that words side by side are so in the query too. A
 * word weighs its frequency, by the weights of fields and openings as in the index, times its inverse document frequency.
 *
 * @throws UsageError when no searched field is stored
 */
export function similarQuery(document: number, words: number, reader: IndexReader, analyzer: Analyzer): QueryInput {
  const { fields, store } = reader.meta.settings
  const names = fields.map(([name]) => name)
  if (!names.some(name => store.includes(name))) {
    throw new UsageError('BAD_ARGUMENT', 'similar reads the text of a document, and the index has none stored', {
      field: 'store',
      expected: names,
      got: store,
    })
  }
  analyzer.document(searchedTexts(document, reader), unknownTerm)
  const chosen = weightiest(termFrequencies(analyzer, reader), words, reader)
  return { words: textOf(analyzer, chosen) }
}

/** How often each term stands in the document that the analyzer holds, by the weights of fields. */
function termFrequencies(analyzer: Analyzer, { meta }: IndexReader): Map<string, number> {
  const { tokens, textStarts, vocabulary } = analyzer
  const { settings } = meta
  const frequencies = new Map<string, number>()
  settings.fields.forEach(([, weight], field) => {
    const leadWeight = leadWeightOf(weight, settings)
    let written = 0
    for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
      const flags = tokens.flags[at]
      const counted = written < LEAD_WORDS ? leadWeight : weight
      if ((flags & EXPANDED) === 0) written++
      if ((flags & ASIDE) !== 0) continue
      const term = vocabulary.terms[tokens.terms[at]]
      frequencies.set(term, (frequencies.get(term) ?? 0) + counted)
    }
  })
  return frequencies
}

/** The terms that weigh most; those of no other document only where there are no others. */
function weightiest(frequencies: ReadonlyMap<string, number>, words: number, reader: IndexReader): ReadonlySet<string> {
  const weighed = [...frequencies].map(([term, frequency]) => {
    const documents = frequenciesOf(term, reader).exact
    const weight = frequency * inverseDocumentFrequency(reader.documents, documents)
    return { term, weight, shared: documents > 1 }
  })
  const shared = weighed.filter(term => term.shared)
  const candidates = shared.length > 0 ? shared : weighed
  candidates.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  return new Set(candidates.slice(0, words).map(({ term }) => term))
}

/** The chosen terms wherever they stand, with a comma where they are not side by side. */
function textOf({ tokens, textStarts, vocabulary }: Analyzer, chosen: ReadonlySet<string>): string {
  let text = ''
  let side = false
  for (let at = 0; at < tokens.length; at++) {
    const flags = tokens.flags[at]
    if (textStarts.includes(at)) side = false
    if ((flags & ASIDE) !== 0) continue
    const term = vocabulary.terms[tokens.terms[at]]
    if (!chosen.has(term)) {
      side = false
      continue
    }
    if (text !== '') text += side && (flags & BREAK) === 0 ? ' ' : ', '
    text += term.startsWith(UNKNOWN_MARKS) ? term.slice(1) : term
    side = true
  }
  return text
}
