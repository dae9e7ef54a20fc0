import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  ABBREVIATIONS,
  abbreviationRows,
  findDefinitions,
  longFormWords,
} from '../../src/analysis/abbreviations/index.js'
import { isSyllable } from '../../src/text/syllable.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

/** Words of long forms that are no Vietnamese syllables: names from abroad. */
const FOREIGN = new Set(['olympic'])

const rows = abbreviationRows()

describe('the rows of the table', () => {
  it('are at least 350 abbreviations of every field', () => {
    expect(new Set(rows.map(([abbreviation]) => abbreviation)).size).toBeGreaterThan(900)
    expect(new Set(rows.map(([, , domain]) => domain)).size).toBeGreaterThan(15)
  })

  it('do not repeat a sense', () => {
    const senses = rows.map(([abbreviation, expansion]) => `${abbreviation}=${longFormWords(expansion).join(' ')}`)
    expect(senses.filter((sense, i) => senses.indexOf(sense) !== i)).toEqual([])
  })

  it('give one sense for each abbreviation that is not marked ambiguous', () => {
    const plain = rows.filter(([, , , ambiguous]) => !ambiguous).map(([abbreviation]) => abbreviation)
    const marked = new Set(rows.filter(([, , , ambiguous]) => ambiguous).map(([abbreviation]) => abbreviation))
    expect(plain.filter((abbreviation, i) => plain.indexOf(abbreviation) !== i || marked.has(abbreviation))).toEqual([])
  })

  it('are written in clean NFC without stray blanks', () => {
    for (const [abbreviation, expansion] of rows) {
      expect(abbreviation).toMatch(/^[\p{L}&\-/]+$/u)
      expect(expansion).toMatch(/^\p{L}+(?:[ ,-]+\p{L}+)*$/u)
      expect(expansion).toBe(expansion.normalize('NFC').replace(/\s+/g, ' '))
    }
  })

  it('hold only words that are Vietnamese syllables', () => {
    const words = rows.flatMap(([, expansion]) => longFormWords(expansion))
    expect([...new Set(words)].filter(word => !isSyllable(word) && !FOREIGN.has(word))).toEqual([])
  })

  it('have the initials of their long form, except those listed as irregular', () => {
    const misfits = rows.filter(([abbreviation, expansion, , , irregular]) => {
      const aligned = findDefinitions(`${expansion} (${abbreviation})`).some(
        found => found.abbreviation === abbreviation && found.expansion === expansion,
      )
      return aligned === irregular && abbreviation.length > 1
    })
    expect(misfits).toEqual([])
  })

  it('are found by the abbreviation and by the long form', () => {
    const lost = rows.filter(
      ([abbreviation, expansion]) =>
        !ABBREVIATIONS.expansions(abbreviation).some(({ text }) => text === longFormWords(expansion).join(' ')) ||
        !ABBREVIATIONS.contractions(expansion).includes(abbreviation),
    )
    expect(lost).toEqual([])
  })

  it('are found typed without marks, capitals and punctuation', () => {
    const lost = rows.filter(
      ([abbreviation, expansion]) =>
        !ABBREVIATIONS.expansions(ABBREVIATIONS.key(abbreviation)).some(
          ({ text }) => text === longFormWords(expansion).join(' '),
        ),
    )
    expect(lost).toEqual([])
  })
})

describeShared('the shared table of abbreviations', () => {
  const lines = hasShared() ? readFileSync(sharedPath('data/abbreviations.tsv'), 'utf8').trim().split('\n') : []
  /** Not taken over: a term of one program, never seen in news. */
  const leftOut = new Set(['ĐVCĐ=đơn vị chuyển đổi'])
  const rows = lines.slice(1).map(line => line.split('\t'))

  it('has no sense that ours lacks', () => {
    const lacking = rows
      .filter(
        ([abbreviation, long]) =>
          !ABBREVIATIONS.expansions(abbreviation).some(({ text }) => text === longFormWords(long).join(' ')),
      )
      .map(([abbreviation, long]) => `${abbreviation}=${long}`)
    expect(lacking.filter(row => !leftOut.has(row))).toEqual([])
  })
})
