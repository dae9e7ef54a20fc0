import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { encodeTerms, foldedForm, sortTerms, TermDictionary, UNKNOWN_MARKS } from '../../src/index/terms.js'
import { canonical } from '../../src/text/tone.js'

/** Where lists begin that are 1, 128, 3, 128, 5 … bytes long. */
function listsOf(terms: readonly string[]): number[] {
  let at = 7
  return [at, ...terms.map((_, ordinal) => (at += ordinal % 2 === 0 ? ordinal + 1 : 128))]
}

function dictionaryOf(terms: readonly string[]): {
  readonly sorted: readonly string[]
  readonly dictionary: TermDictionary
} {
  const { sorted } = sortTerms(terms)
  return { sorted, dictionary: new TermDictionary(encodeTerms(sorted, listsOf(sorted)), sorted.length) }
}

/** All that a dictionary can be asked gives what was put in. */
function expectInverse(given: readonly string[]): void {
  const terms = [...new Set(given)]
  const { sorted, ordinalOf } = sortTerms(terms)
  expect([...sorted].sort()).toEqual([...terms].sort())
  terms.forEach((term, at) => {
    expect(sorted[ordinalOf[at]]).toBe(term)
  })
  const lists = listsOf(sorted)
  const dictionary = new TermDictionary(encodeTerms(sorted, lists), sorted.length)
  sorted.forEach((term, ordinal) => {
    expect(dictionary.ordinal(term)).toBe(ordinal)
    expect(dictionary.term(ordinal)).toBe(term)
    const group = dictionary.group(foldedForm(term))
    expect(group?.folded).toBe(foldedForm(term))
    expect(group?.spellings).toEqual(sorted.filter(other => foldedForm(other) === foldedForm(term)))
    expect(sorted[group?.first ?? -1]).toBe(group?.spellings[0])
    const first = group?.first ?? -1
    expect(group?.lists).toEqual(lists.slice(first, first + (group?.spellings.length ?? 0) + 1))
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

  it('with tables that nobody wrote gives a typed error or some answer, and ends (property)', () => {
    const words = Array.from({ length: 200 }, (_, at) => `x${at}`)
    const { sorted } = sortTerms(words)
    const written = encodeTerms(sorted, listsOf(sorted))
    const change = fc.record({ blocks: fc.boolean(), at: fc.nat(), to: fc.oneof(fc.nat(300), fc.nat()) })
    const ask = (terms: Uint8Array, blocks: Uint32Array) => {
      const dictionary = new TermDictionary({ terms, blocks }, sorted.length)
      for (const word of ['x0', 'x77', 'a', 'z', '']) dictionary.ordinal(word)
      dictionary.term(100)
      let groups = 0
      for (const { spellings, lists } of dictionary.all()) {
        groups++
        expect(lists).toHaveLength(spellings.length + 1)
      }
      expect(groups).toBeLessThan(terms.length)
    }
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
        const terms = written.terms.slice()
        const blocks = written.blocks.slice()
        for (const { blocks: inBlocks, at, to } of changes) {
          if (inBlocks) blocks[at % blocks.length] = to
          else terms[at % terms.length] = to
        }
        try {
          ask(terms, blocks)
        } catch (error) {
          if (!(error instanceof IndexFileError)) throw error
        }
      }),
      { numRuns: 500 },
    )
    // Blocks that begin where an earlier one does would be read over and over.
    for (const column of [0, 1, 2]) {
      const back = written.blocks.slice()
      back[3 + column] = back[column]
      expect(() => ask(written.terms, back)).toThrow(IndexFileError)
    }
  })
})
