import type { Accents } from '../../src/index.js'
import { fold } from '../../src/text/fold.js'
import { stripTone } from '../../src/text/syllable.js'
import { marksAgree } from '../../src/text/tone.js'
import { foldOf, UNKNOWN } from './oracle-words.js'

/** A word of a text. */
export interface Token {
  readonly term: string
  /** Whether a clause begins with it. */
  readonly begins: boolean
  readonly start: number
  readonly end: number
}

/** What stands in one field of a document. */
export interface FieldText {
  /** Every term, what stands aside among them. */
  readonly terms: ReadonlySet<string>
  /** The terms one after another, without what stands aside. */
  readonly row: readonly Token[]
  /** All of it, as it stands in the text. */
  readonly tokens: readonly Token[]
}

/** A word of a phrase: the terms that answer it, and whether the phrase has a comma or the like before it. */
export interface PhraseTerms {
  readonly answers: ReadonlySet<string>
  readonly begins: boolean
}

/** The stretches of a row of words in which a phrase stands, as places in the row. */
export function occurrences(row: FieldText['row'], words: readonly PhraseTerms[], slop: number): [number, number][] {
  const found: [number, number][] = []
  row.forEach(({ term }, from) => {
    const stretch = row.slice(from, from + words.length + slop)
    if (stretch.length < words.length) return
    const stands =
      slop === 0
        ? words.every(
            ({ answers, begins }, at) => answers.has(stretch[at].term) && (at === 0 || begins || !stretch[at].begins),
          )
        : words.some(({ answers }) => answers.has(term)) &&
          assign(
            words,
            stretch.map(each => each.term),
          )
    if (stands) found.push([from, from + stretch.length])
  })
  return found
}

/** Whether each word can have one of the terms for itself, tried one after another. */
function assign([word, ...rest]: readonly PhraseTerms[], terms: readonly string[]): boolean {
  if (word === undefined) return true
  return terms.some((term, at) => word.answers.has(term) && assign(rest, terms.toSpliced(at, 1)))
}

/** A mark typed must agree, one left out may be anything (`auto`), or must be left out too (`strict`). */
export function begins(term: string, typed: string, accents: Accents): boolean {
  if (!foldOf(term).startsWith(fold(typed))) return false
  if (accents === 'ignore') return true
  if (term.startsWith(UNKNOWN)) return accents === 'auto'
  if (accents === 'strict')
    return (
      term.startsWith(typed) ||
      (stripTone(typed).tone !== 0 &&
        stripTone(typed).tone === stripTone(term).tone &&
        stripTone(term).base.startsWith(stripTone(typed).base))
    )
  const [own, whole] = [stripTone(typed), stripTone(term)]
  const letters = [...own.base].every((letter, at) => letter === fold(letter) || letter === whole.base[at])
  return term.startsWith(typed) || (letters && (own.tone === 0 || own.tone === whole.tone))
}

/** Letters put in, left out or exchanged. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + Number(a[i - 1] !== b[j - 1]))
  }
  return row[b.length]
}

export function agree(typed: string, term: string, accents: Accents): boolean {
  if (typed === term) return true
  if (accents === 'strict' || foldOf(typed) !== foldOf(term)) return false
  return accents === 'ignore' || typed.startsWith(UNKNOWN) || term.startsWith(UNKNOWN) || marksAgree(typed, term)
}
