import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeTerms, sortTerms, TermDictionary } from '../../src/index/terms.js'
import { FoldedForms } from '../../src/search/folded-forms.js'
import { fuzzyForms } from '../../src/search/fuzzy.js'

function dictionaryOf(terms: readonly string[]): TermDictionary {
  const { sorted } = sortTerms([...new Set(terms)])
  return new TermDictionary(
    encodeTerms(
      sorted,
      Uint32Array.from({ length: sorted.length + 1 }, (_, at) => at),
    ),
    sorted.length,
  )
}

/** Edits between two words, from the definition; with `swaps` two neighbours exchanged are one. */
function distance(a: string, b: string, swaps: boolean): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    rows.push([i])
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same)
      if (swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1)
    }
  }
  return rows[a.length][b.length]
}

describe('folded forms', () => {
  const forms = FoldedForms.of(dictionaryOf(['lao', 'lào', 'láo', 'động', 'dong', 'đông', 'la', 'long', 'facebook']))

  it('know their number, form and spellings', () => {
    expect(forms.size).toBe(5)
    expect(Array.from({ length: 5 }, (_, at) => forms.form(at))).toEqual(['dong', 'facebook', 'la', 'lao', 'long'])
    expect(['dong', 'lao', 'lon', ''].map(form => forms.number(form))).toEqual([0, 3, -1, -1])
    expect(forms.formOf(forms.firsts[3] + 2)).toBe(3)
  })

  it.each([
    ['l', 2, 5],
    ['la', 2, 4],
    ['x', 5, 5],
    ['', 0, 5],
  ])('with the prefix "%s" are from %i to %i', (prefix, from, to) =>
    expect(forms.withPrefix(prefix)).toEqual([from, to]),
  )

  it.each([
    ['lo', 1, false, ['la', 'lao']],
    ['alo', 1, true, ['lao']],
    ['facebok', 1, false, ['facebook']],
    ['fcebok', 2, false, ['facebook']],
    ['lao', 0, false, ['lao']],
  ])('near "%s" within %i', (word, most, swaps, near) => {
    expect(forms.within(word, most, swaps).map(({ form }) => forms.form(form))).toEqual(near)
  })

  it('near a word are those of the definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g'), minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
        word,
        fc.nat(3),
        fc.boolean(),
        (terms, typed, most, swaps) => {
          const known = FoldedForms.of(dictionaryOf(terms))
          const found = known.within(typed, most, swaps).map(({ form, distance }) => [known.form(form), distance])
          const expected = terms
            .map(term => [term, distance(typed, term, swaps)] as const)
            .filter(([, away]) => away <= most)
          expect(new Map(found as [string, number][])).toEqual(new Map(expected))
        },
      ),
    )
  })

  it('are groups for the query language', () => {
    const dictionary = dictionaryOf(['lao', 'lào', 'la'])
    expect(fuzzyForms(dictionary, 'lo', 1).map(({ group, distance }) => [group.folded, distance])).toEqual([
      ['la', 1],
      ['lao', 1],
    ])
  })

  it('are not looked for in endless words', () => expect(forms.within('a'.repeat(1_000_000), 2)).toEqual([]))
})
