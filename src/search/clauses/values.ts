import type { Analyzer } from '../../analysis/analyzer.js'
import { ASIDE, EXPANDED } from '../../analysis/tokens.js'
import { DateColumn, type KeywordColumn } from '../../index/columns.js'
import { NumberColumn } from '../../index/number-column.js'
import { facetValue } from '../../index/provinces.js'
import type { IndexReader } from '../../index/reader.js'
import { foldedForm, UNKNOWN_MARKS } from '../../index/terms.js'
import { marksAgree } from '../../text/tone.js'
import { addDocument, allDocuments, DocumentMatch, noDocuments } from '../document-match.js'
import type { Accents } from '../marks.js'

type Column = KeywordColumn | DateColumn | NumberColumn

const unknownTerm = (term: string) => UNKNOWN_MARKS + term

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

/**
 * The documents whose value in a keyword column holds the words of `text` side by side; a province is known by any of its
 * names.
 */
export function columnMatch(
  text: string,
  column: KeywordColumn,
  reader: IndexReader,
  analyzer: Analyzer,
  accents: Accents,
): DocumentMatch {
  const wanted = new Uint8Array(column.size)
  const exact = column.head.values.indexOf(facetValue(text, column.head.kind))
  if (exact >= 0) wanted[exact + 1] = 1
  else {
    const words = termsOf(text, analyzer)
    column.head.values.forEach((value, at) => {
      if (holds(termsOf(value, analyzer), words, accents)) wanted[at + 1] = 1
    })
  }
  const bits = noDocuments(reader.documents)
  for (let document = 0; document < reader.documents; document++)
    if (column.has(document, wanted)) addDocument(bits, document)
  return DocumentMatch.known(bits)
}

/** The documents whose stored field holds the words of `text` side by side; read when a document is asked about. */
export function storedMatch(
  text: string,
  field: string,
  reader: IndexReader,
  analyzer: Analyzer,
  accents: Accents,
): DocumentMatch {
  const words = termsOf(text, analyzer)
  return new DocumentMatch(noDocuments(reader.documents), allDocuments(reader.documents), document =>
    textsOf(reader.stored(document).get(field)).some(value => holds(termsOf(value, analyzer), words, accents)),
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
  const bits = noDocuments(reader.documents)
  for (let document = 0; document < reader.documents; document++)
    if (isKnown(column, document)) addDocument(bits, document)
  return DocumentMatch.known(bits)
}

function isKnown(column: Column, document: number): boolean {
  if (column instanceof DateColumn) return column.precisions.length > 0 && column.precisions[document] > 0
  if (column instanceof NumberColumn) return !Number.isNaN(column.number(document))
  let known = false
  column.each(document, value => {
    known ||= value > 0
  })
  return known
}

/** A stored value as texts. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
