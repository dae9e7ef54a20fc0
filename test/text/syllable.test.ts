import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonical,
  canonicalNew,
  decodeSyllable,
  fold,
  foldedRange,
  isSyllable,
  parseLoose,
  parseSyllable,
  printSyllable,
  type Syllable,
  syllableCode,
  type Tone,
} from '../../src/text/index.js'
import { bearsTone, plainLetter, syllableBases, tonedLetter } from '../../src/text/syllable.js'
import { describeShared, sharedPath } from '../shared.js'

/** Every syllable of the grammar. */
function* allSyllables(): Generator<Syllable> {
  for (const base of syllableBases().values())
    for (const tone of [0, 1, 2, 3, 4, 5] as const) if (bearsTone(base.coda, tone)) yield { ...base, tone }
}

const PARSED: readonly (readonly [string, string, string, string, string, Tone])[] = [
  ['ma', 'm', '', 'a', '', 0],
  ['nghiêng', 'ngh', '', 'iê', 'ng', 0],
  ['giếng', 'gi', '', 'iê', 'ng', 4],
  ['gì', 'gi', '', 'i', '', 1],
  ['già', 'gi', '', 'a', '', 1],
  ['giặt', 'gi', '', 'ă', 't', 5],
  ['quốc', 'q', 'u', 'ô', 'c', 4],
  ['quý', 'q', 'u', 'y', '', 4],
  ['quí', 'q', 'u', 'i', '', 4],
  ['hoa', 'h', 'o', 'a', '', 0],
  ['thuở', 'th', 'u', 'ơ', '', 2],
  ['khuya', 'kh', 'u', 'ya', '', 0],
  ['khuỷu', 'kh', 'u', 'y', 'u', 2],
  ['nguyễn', 'ng', 'u', 'yê', 'n', 3],
  ['yêu', '', '', 'yê', 'u', 0],
  ['xoong', 'x', '', 'oo', 'ng', 0],
  ['rượu', 'r', '', 'ươ', 'u', 5],
  ['của', 'c', '', 'ua', '', 2],
]

describe('parseSyllable', () => {
  for (const [word, onset, glide, nucleus, coda, tone] of PARSED)
    it(word, () => expect(parseSyllable(word)).toEqual({ onset, glide, nucleus, coda, tone }))

  it('takes any placement, style, case and spelling of the same syllable', () => {
    for (const word of ['hòa', 'hoà', 'HOÀ', 'Ho\u0300a', 'hòà', 'ho\u200bà'])
      expect(parseSyllable(word)).toEqual(parseSyllable('hòa'))
    expect(parseSyllable('ÐƯỢC')).toEqual(parseSyllable('được'))
    expect(parseSyllable('thuýên')).toEqual(parseSyllable('thuyến'))
  })

  const NONE =
    'mảc kà cê ngi ghà nghành đắk krông trump covid bạnn w strong bànk viet duoc cac cáchh hòá quu kuy cuy iêu giia yng  a1'
  for (const word of [...NONE.split(' '), '__proto__', 'constructor', 'nghiêngg', '\ud800'])
    it(`rejects ${word}`, () => {
      expect(isSyllable(word)).toBe(false)
      expect(syllableCode(word)).toBe(-1)
    })

  for (const word of 'oanh yêng uýt huýt quỵt khuếch gioăng moóc đoòng ỉa giã ngoẹo tuýp quới'.split(' '))
    it(`accepts ${word}`, () => expect(isSyllable(word)).toBe(true))
})

describe('the grammar', () => {
  it('has the size that the orthography has', () => {
    expect(syllableBases().size).toBeGreaterThan(3600)
    expect(syllableBases().size).toBeLessThan(4096)
    expect([...allSyllables()].length).toBeGreaterThan(17_000)
  })

  it('parses what it prints, in both styles, and prints what it parses', () => {
    for (const syllable of allSyllables()) {
      const old = printSyllable(syllable)
      const modern = printSyllable(syllable, 'new')
      expect(parseSyllable(old)).toEqual(syllable)
      expect(parseSyllable(modern)).toEqual(syllable)
      expect(canonical(modern)).toBe(old)
      expect(canonicalNew(old)).toBe(modern)
      expect(old.normalize('NFC')).toBe(old)
    }
  })

  it('finds a syllable wherever its tone mark was put', () => {
    for (const syllable of allSyllables()) {
      if (syllable.tone === 0) continue
      const base = printSyllable({ ...syllable, tone: 0 })
      for (let i = 0; i < base.length; i++) {
        const moved = base.slice(0, i) + tonedLetter(base[i], syllable.tone) + base.slice(i + 1)
        if (moved !== base) expect(parseSyllable(moved)).toEqual(syllable)
      }
    }
  })
})

describeShared('the dictionary of syllables', () => {
  // What is no syllable there: abbreviations, foreign words and a few obsolete or loose spellings.
  const outside =
    /^[A-Z]+$|^(HĐND|Telex|Tp|Unicode|basoi|email|gen|gip|gram|internet|intranet|ka|palăng|ping|quoàng|quoạng|quoắt|tivi|tout|têt|v|web|xit)$/

  it('parses, and prints again as it was', () => {
    const words = readFileSync(sharedPath('data/text/syllables.txt'), 'utf8').trim().split('\n')
    const missing = words.filter(word => !isSyllable(word))
    expect(missing.filter(word => !outside.test(word))).toEqual([])
    expect(words.length - missing.length).toBeGreaterThanOrEqual(6590)
    for (const word of words) {
      const parsed = parseSyllable(word)
      if (parsed === undefined) continue
      const styles = [printSyllable(parsed), printSyllable(parsed, 'new')]
      expect(styles).toContain(word.toLowerCase())
    }
  })
})

describe('syllableCode', () => {
  const codes = [...allSyllables()].map(syllable => ({
    word: printSyllable(syllable),
    code: syllableCode(printSyllable(syllable)),
  }))

  it('is injective, fits 15 bits and can be undone', () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
    for (const { word, code } of codes) {
      expect(code).toBeGreaterThanOrEqual(0)
      expect(code).toBeLessThan(32768)
      expect(decodeSyllable(code)).toBe(word)
    }
  })

  it('orders by folded form, base and tone, each folded form in one range', () => {
    const sorted = [...codes].sort((a, b) => a.code - b.code)
    let last = ''
    const seen = new Set<string>()
    for (const { word, code } of sorted) {
      const folded = fold(word)
      if (folded !== last) {
        expect(seen.has(folded)).toBe(false)
        expect(folded > last).toBe(true)
        seen.add(folded)
        last = folded
      }
      const range = foldedRange(folded)
      expect(range).toBeDefined()
      expect(code).toBeGreaterThanOrEqual(range?.[0] ?? Number.NaN)
      expect(code).toBeLessThan(range?.[1] ?? Number.NaN)
    }
  })

  it('decodes to nothing outside', () => {
    for (const code of [-1, 6, 7, 32767, 100_000, 1.5, Number.NaN]) {
      const word = decodeSyllable(code)
      if (word !== '') expect(isSyllable(word)).toBe(true)
    }
    expect(decodeSyllable(7)).toBe('')
    expect(decodeSyllable(100_000)).toBe('')
    for (const word of ['', 'xyz', 'đường', '__proto__']) expect(foldedRange(word)).toBeUndefined()
    const [start] = foldedRange('cap') ?? [0]
    expect(decodeSyllable(start)).toBe('')
  })

  it('counts at most 36 spellings of one folded form', () => {
    const [start, end] = foldedRange('dang') ?? [0, 0]
    const spellings: string[] = []
    for (let code = start; code < end; code++) if (decodeSyllable(code) !== '') spellings.push(decodeSyllable(code))
    expect(spellings.length).toBe(36)
    expect(spellings).toContain('đằng')
  })
})

describe('parseLoose', () => {
  const LOOSE: readonly (readonly [string, string])[] = [
    ['Đắk', 'đ-ă-k'],
    ['Krông', 'kr-ô-ng'],
    ['Pleiku', 'pl-ei- k-u-'],
    ['Kontum', 'k-o-n t-u-m'],
    ['ĐắkLắk', 'đ-ă-k l-ă-k'],
    ['Păh', 'p-ă-h'],
    ['Kuin', 'k-ui-n'],
    ['Ea', '-ea-'],
    ['nguyễn', 'ng-yê-n'],
  ]
  for (const [word, expected] of LOOSE)
    it(word, () =>
      expect(
        parseLoose(word)
          ?.map(({ onset, nucleus, coda }) => `${onset}-${nucleus}-${coda}`)
          .join(' '),
      ).toBe(expected),
    )
  for (const word of ['trump', 'covid', 'bạnn', 'strong', 'ronaldo', 'hòá', '', 'x'.repeat(20), 'krôngkrôngkrôngk'])
    it(`rejects ${word}`, () => expect(parseLoose(word)?.length ?? 0).toBe(0))
})

describe('whatever comes', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), word => {
        const parsed = parseSyllable(word)
        if (parsed !== undefined) expect(parseSyllable(printSyllable(parsed))).toEqual(parsed)
        expect(syllableCode(word) >= 0).toBe(parsed !== undefined)
        parseLoose(word)
        foldedRange(word)
      }),
      { numRuns: 20_000 },
    )
  })

  it('letters have their plain and toned forms', () => {
    expect([...'aắđứz'].map(plainLetter).join('')).toBe('aaduz')
    expect(tonedLetter('ê', 4)).toBe('ế')
    expect(tonedLetter('b', 4)).toBe('b')
  })
})
