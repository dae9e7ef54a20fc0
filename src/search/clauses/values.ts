import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, EXPANDED } from '../../analysis/tokens.js'
import { type Column, DateColumn, type KeywordColumn } from '../../index/columns.js'
import { NumberColumn } from '../../index/number-column.js'
import { facetValue } from '../../index/provinces.js'
import type { IndexReader } from '../../index/reader.js'
import { foldedForm, UNKNOWN_MARKS, unknownTerm } from '../../index/terms.js'
import { edits } from '../../text/edit-distance.js'
import { fold } from '../../text/fold.js'
import { canonical, marksAgree } from '../../text/tone.js'
import { allDocuments, DocumentMatch, noDocuments } from '../document-match.js'
import type { Accents } from '../marks.js'
import type { FuzzyNode, PhraseNode, PrefixNode, WordsNode } from '../query/tree.js'
import { textsOf } from '../stored-text.js'
import { beginsWith } from './expansions.js'

/** The words of a value as terms, abbreviations both as written and written out. */
function termsOf(text: string, analyzer: Analyzer): string[] {
  analyzer.document([text], unknownTerm)
  const { tokens, vocabulary } = analyzer
  const terms: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    // The whole of a document number stands beside its parts.
    if ((tokens.flags[at] & ASIDE) !== 0 && (tokens.flags[at] & EXPANDED) === 0 && tokens.words[at] < 0) continue
    terms.push(vocabulary.terms[tokens.terms[at]])
  }
  return terms
}

/** Whether a word typed answers a word of a value: the lattice of marks, without the statistics of an index. */
function agrees(typed: string, term: string, accents: Accents): boolean {
  if (typed === term) return true
  if (accents === 'strict' || foldedForm(typed) !== foldedForm(term)) return false
  return (
    accents === 'ignore' || typed.startsWith(UNKNOWN_MARKS) || term.startsWith(UNKNOWN_MARKS) || marksAgree(typed, term)
  )
}

/** Whether the words wanted stand side by side among the terms. */
function holds(terms: readonly string[], wanted: readonly string[], accents: Accents): boolean {
  for (let start = 0; start + wanted.length <= terms.length; start++) {
    let at = 0
    while (at < wanted.length && agrees(wanted[at], terms[start + at], accents)) at++
    if (at === wanted.length) return wanted.length > 0
  }
  return false
}

/** What a value of a field is asked for. */
export type ValueNode = WordsNode | PhraseNode | PrefixNode | FuzzyNode

/**
 * Tells whether a value answers a node: it holds the words side by side, or a word with the prefix, or one that few edits
 * away.
 */
function valueTest(node: ValueNode, analyzer: Analyzer, accents: Accents): (value: string) => boolean {
  if (node.type === 'prefix' || node.type === 'fuzzy') {
    const typed = canonical(node.text)
    const answers = (term: string) =>
      node.type === 'prefix'
        ? beginsWith(term, typed, accents)
        : edits(fold(typed), foldedForm(term), false) <= node.distance
    return value => termsOf(value, analyzer).some(answers)
  }
  const words = termsOf(node.text, analyzer)
  return value => holds(termsOf(value, analyzer), words, accents)
}

/**
 * The documents with a value in a keyword column that answers a node (see `valueTest`). Words that are a value as they stand
 * mean this value alone; a province is known by any of its names.
 */
export function columnMatch(
  node: ValueNode,
  column: KeywordColumn,
  reader: IndexReader,
  analyzer: Analyzer,
  accents: Accents,
): DocumentMatch {
  const wanted = new Uint8Array(column.size)
  const { values, kind } = column.head
  const whole = node.type === 'words' || node.type === 'phrase' ? values.indexOf(facetValue(node.text, kind)) : -1
  if (whole >= 0) wanted[whole + 1] = 1
  else {
    const answers = valueTest(node, analyzer, accents)
    values.forEach((value, at) => {
      if (answers(value)) wanted[at + 1] = 1
    })
  }
  return DocumentMatch.where(reader.documents, document => column.has(document, wanted))
}

/** The documents whose stored field answers a node (see `valueTest`); read when a document is asked about. */
export function storedMatch(
  node: ValueNode,
  field: string,
  reader: IndexReader,
  analyzer: Analyzer,
  accents: Accents,
): DocumentMatch {
  const answers = valueTest(node, analyzer, accents)
  return new DocumentMatch(noDocuments(reader.documents), allDocuments(reader.documents), document =>
    textsOf(reader.stored(document).get(field)).some(answers),
  )
}

/** The documents that have something in a column or a stored field. */
export function existsMatch(field: string, reader: IndexReader): DocumentMatch {
  const column = reader.column(field)
  if (!column) {
    return new DocumentMatch(noDocuments(reader.documents), allDocuments(reader.documents), document =>
      textsOf(reader.stored(document).get(field)).some(text => text !== ''),
    )
  }
  return DocumentMatch.where(reader.documents, document => isKnown(column, document))
}

function isKnown(column: Column, document: number): boolean {
  if (column instanceof DateColumn) return column.isKnown(document)
  if (column instanceof NumberColumn) return !Number.isNaN(column.number(document))
  let known = false
  column.each(document, value => {
    known ||= value > 0
  })
  return known
}
