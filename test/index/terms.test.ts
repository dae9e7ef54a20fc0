import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeTerms, foldedForm, sortTerms, TermDictionary, UNKNOWN_MARKS } from '../../src/index/terms.js'
import { canonical } from '../../src/text/tone.js'

function dictionaryOf(terms: readonly string[]): {
  readonly sorted: readonly string[]
  readonly dictionary: TermDictionary
} {
  const { sorted } = sortTerms(terms)
  return { sorted, dictionary: new TermDictionary(encodeTerms(sorted), sorted.length) }
}

/** All that a dictionary can be asked gives what was put in. */
function expectInverse(given: readonly string[]): void {
  const terms = [...new Set(given)]
  const { sorted, ordinalOf } = sortTerms(terms)
  expect([...sorted].sort()).toEqual([...terms].sort())
  terms.forEach((term, at) => {
    expect(sorted[ordinalOf[at]]).toBe(term)
  })
  const dictionary = new TermDictionary(encodeTerms(sorted), sorted.length)
  sorted.forEach((term, ordinal) => {
    expect(dictionary.ordinal(term)).toBe(ordinal)
    expect(dictionary.term(ordinal)).toBe(term)
    const group = dictionary.group(foldedForm(term))
    expect(group?.folded).toBe(foldedForm(term))
    expect(group?.spellings).toEqual(sorted.filter(other => foldedForm(other) === foldedForm(term)))
    expect(sorted[group?.first ?? -1]).toBe(group?.spellings[0])
  })
  const groups = [...dictionary.all()]
  expect(groups.flatMap(group => group.spellings)).toEqual(sorted)
  const folds = groups.map(group => group.folded)
  expect(new Set(folds).size).toBe(folds.length)
}

const VOWELS = [...'aăâeêioôơuưyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ']
const syllable = fc
  .tuple(
    fc.constantFrom('', 'b', 'd', 'đ', 'ng', 'th', 'tr'),
    fc.constantFrom(...VOWELS),
    fc.constantFrom('', 'n', 'ng', 'c'),
  )
  .map(parts => canonical(parts.join('')))
const word = fc.oneof(
  { weight: 4, arbitrary: syllable },
  { weight: 2, arbitrary: syllable.map(term => UNKNOWN_MARKS + foldedForm(term)) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9]{1,12}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9]{1,4}(,[0-9]{1,2})?$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'москва',
      'ελλάδα',
      '北',
      '京',
      'القاهرة',
      'ไทย',
      '𐌰𐌱',
      'naïve',
      'œuvre',
      'straße',
      '__proto__',
      'constructor',
    ),
  },
)

describe('the term dictionary', () => {
  it('finds every term, group and ordinal again (property)', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), words => expectInverse(words)),
      { numRuns: 60 },
    )
  })

  it('holds many spellings of one folded form', () => {
    const spellings = VOWELS.map(vowel => canonical(`đ${vowel}ng`)).concat(
      VOWELS.map(vowel => canonical(`d${vowel}ng`)),
    )
    expectInverse([...spellings, '~dang', '~dong', 'dan', 'dangs', 'do'])
    const made = Array.from({ length: 300 }, (_, at) => `x${'\u0331'.repeat(at % 20)}\u0323${'\u0332'.repeat(at)}`)
    expectInverse([...made.filter(term => new TextEncoder().encode(term).length <= 255), 'y'])
  })

  it('holds one term, and terms as long as terms get', () => {
    expectInverse(['a'])
    expectInverse(['a'.repeat(255), 'a'.repeat(254), `${'a'.repeat(254)}b`, 'ả'.repeat(80), 'đ'.repeat(80)])
  })

  it('knows nothing that was not put in (property)', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), word, (words, other) => {
        fc.pre(!words.includes(other))
        const { dictionary } = dictionaryOf([...new Set(words)])
        expect(dictionary.ordinal(other)).toBe(-1)
        if (words.every(known => foldedForm(known) !== foldedForm(other))) {
          expect(dictionary.group(foldedForm(other))).toBeUndefined()
        }
      }),
      { numRuns: 100 },
    )
  })

  it('lists the folded forms with a prefix in order (property)', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), word, fc.nat(4), (words, other, length) => {
        const { sorted, dictionary } = dictionaryOf([...new Set(words)])
        const prefix = foldedForm(other).slice(0, length)
        fc.pre(!/[\ud800-\udfff]/.test(prefix))
        const folds = [...new Set(sorted.map(foldedForm))]
        expect([...dictionary.withPrefix(prefix)].map(group => group.folded)).toEqual(
          folds.filter(fold => fold.startsWith(prefix)),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('puts words typed without marks beside their spellings', () => {
    const { dictionary } = dictionaryOf(['đường', 'dương', '~duong', 'đương', 'duong', 'dung'])
    expect(dictionary.group('duong')?.spellings).toEqual(
      expect.arrayContaining(['đường', 'dương', '~duong', 'đương', 'duong']),
    )
    expect(dictionary.group('duong')?.spellings).toHaveLength(5)
  })
})
