import fc from 'fast-check'
import unorm from 'unorm'
import { describe, expect, it } from 'vitest'
import { clean, isClean, setNormalizer, toLower } from '../../src/text/index.js'

/** Input and its clean form; the inputs are escaped where the eye could not tell them apart. */
const CLEAN: readonly (readonly [string, string])[] = [
  // NFD, in the canonical order of marks and in every other.
  ['Vie\u0323\u0302t Nam', 'Việt Nam'],
  ['Vie\u0302\u0323t Nam', 'Việt Nam'],
  ['thu\u031bo\u031b\u0300ng', 'thường'],
  ['thu\u031bo\u0300\u031bng', 'thường'],
  ['a\u0300\u0306', 'ằ'],
  ['E\u0303\u0302', 'Ễ'],
  // Letters as Windows-1258 has them: shape composed, tone apart; and tone composed, shape apart.
  ['Viê\u0323t', 'Việt'],
  ['Viẹ\u0302t', 'Việt'],
  ['ó\u031b', 'ớ'],
  ['Ù\u031b', 'Ừ'],
  // Doubled and detached marks.
  ['tiê\u0301\u0301ng', 'tiếng'],
  ['tiế\u0301ng', 'tiếng'],
  ['tiê\u0302\u0301ng', 'tiếng'],
  ['Viê \u0323t', 'Việt'],
  ['tiê\u200b\u0301ng', 'tiếng'],
  // Two different tones are no spelling; nothing is lost.
  ['a\u0301\u0300', 'á\u0300'],
  // Stand-ins for đ.
  ['ÐẮK LẮK', 'ĐẮK LẮK'],
  ['ðồng', 'đồng'],
  ['Ɖoàn \u0256oàn', 'Đoàn đoàn'],
  ['d\u0335ồng D\u0336ồng đ\u0335\u0336i', 'đồng Đồng đi'],
  // What cannot be seen.
  ['ng\u00adười lao động', 'người lao động'],
  ['V\u200biệt\u2060', 'Việt'],
  ['\ufeffCông đoàn', 'Công đoàn'],
  ['c\u200cơ s\u200eở', 'cơ sở'],
  // Blanks.
  ['Liên\u00a0đoàn', 'Liên đoàn'],
  ['Liên \t \u3000đoàn', 'Liên đoàn'],
  ['một\u2028hai', 'một hai'],
  ['dòng một\ndòng hai', 'dòng một\ndòng hai'],
  // Disguised letters and digits.
  ['ＨＣＭ　２０２４', 'HCM 2024'],
  ['ﬁle, ﬀ, ﬃ, ﬆ', 'file, ff, ffi, st'],
  ['𝐇𝐚̀ 𝑁𝑜̣̂𝑖 𝟮𝟬𝟮𝟱', 'Hà Nội 2025'],
  ['𝑡ℎ𝑎𝑛ℎ', 'thanh'],
  ['m² CO₂ 10⁶', 'm2 CO2 106'],
  ['NĐ\u2011CP', 'NĐ-CP'],
  // Cyrillic and Greek letters in a Latin word.
  ['\u0422ổng L\u0410\u041e động', 'Tổng LAO động'],
  ['\u0391nh', 'Anh'],
  // Other scripts stay as they are, with their marks and joiners.
  ['Москва', 'Москва'],
  ['ВТО и НАТО', 'ВТО и НАТО'],
  ['ภาษาไทย ที่นี่', 'ภาษาไทย ที่นี่'],
  ['हिन्दी क्\u200dष', 'हिन्दी क्\u200dष'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['日本語 中文 한국어', '日本語 中文 한국어'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  // A word of two scripts that no look-alike explains.
  ['яbc', 'яbc'],
]

describe('clean', () => {
  for (const [input, expected] of CLEAN) {
    it(`${JSON.stringify(input)} → ${expected}`, () => {
      expect(clean(input)).toBe(expected)
      expect(clean(expected)).toBe(expected)
      expect(isClean(input)).toBe(input === expected)
    })
  }

  it('keeps an isolated mark', () => {
    expect(clean('\u0301')).toBe('\u0301')
    expect(clean(' \u0301a')).toBe(' \u0301a')
    expect(clean('x \u0301')).toBe('x \u0301')
    expect(clean('á \u0301')).toBe('á \u0301')
  })

  it('takes the longest replacements', () => {
    expect(clean('ﬃ'.repeat(5000))).toBe('ffi'.repeat(5000))
  })

  it('composes the letters of one script only', () => {
    // е with diaeresis is ё: the word is Cyrillic, not Latin in disguise.
    expect(clean('xе\u0308')).toBe('xё')
    expect(clean('xо\u0323')).toBe('xọ')
  })
})

const VOWELS = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

describe('clean composes every Vietnamese letter', () => {
  it('from its marks in any order, doubled or not', () => {
    for (const vowel of VOWELS) {
      for (const tone of TONES) {
        const letter = (vowel + tone).normalize('NFC')
        const [base, ...marks] = letter.normalize('NFD')
        for (const order of [marks, [...marks].reverse(), [...marks, ...marks]]) {
          expect(clean(base + order.join(''))).toBe(letter)
          expect(clean(`x${base}\u200b${order.join('\u00ad')}y`)).toBe(`x${letter}y`)
        }
      }
    }
  })
})

/** What cleaning changes on purpose; everything else must come out in NFC. */
const CHANGED = new RegExp(
  [
    '[\\t\\v\\f\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]',
    '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff]|\\u034f',
    '[ÐðƉ\\u0256\\u2010\\u2011]|\\u0340|\\u0341',
    '[²³¹⁰⁴-⁹₀-₉]|[\\uff01-\\uff5e]|[\\ufb00-\\ufb06]',
    '[ℂℊ-ℓℕℙ-ℝℤℨ\\u212a\\u212bℬℭℯ-ℱℳℴⅅ-ⅉ]|[\\u{1d400}-\\u{1d6a5}]|[\\u{1d7ce}-\\u{1d7ff}]',
  ].join('|'),
  'u',
)
const CONFUSABLE = /[\u0370-\u052f]/u

describe('clean against normalization', () => {
  it('agrees with the platform and unorm on every assigned code point', () => {
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const char = String.fromCodePoint(code)
      if (CHANGED.test(char) || !/\P{Cn}/u.test(char)) continue
      const nfc = char.normalize('NFC')
      if (clean(char) !== nfc || unorm.nfc(char) !== nfc) expect(`${code.toString(16)} ${clean(char)}`).toBe(nfc)
    }
  })

  it('agrees with the platform where a mark follows or a letter goes before', () => {
    for (let code = 0xc0; code < 0x3100; code++) {
      const char = String.fromCharCode(code)
      if (CHANGED.test(char) || CONFUSABLE.test(char) || !/\P{Cn}/u.test(char)) continue
      for (const text of [`z${char}`, `${char}\u0323\u0307`, `\u1100${char}`, `${char}\u11a8`, `${char}\u093c`]) {
        const nfc = text.normalize('NFC')
        if (clean(text) !== nfc) expect(clean(text)).toBe(nfc)
      }
    }
  })

  it('agrees with both on random text of many scripts', () => {
    const letter = fc.constantFrom(...'aâbđệỗưzéñüŝกิ่ำक़ाงعربيّ한글中が\u0316\u0307\u0308\u0327\u0345'.normalize('NFC'))
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), letters => {
        const text = letters.join('')
        expect(clean(text)).toBe(text.normalize('NFC'))
        expect(clean(text)).toBe(unorm.nfc(text))
        expect(clean(text.normalize('NFD'))).toBe(clean(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('is idempotent and never throws, whatever comes', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
      fc.constantFrom(
        'a',
        'o',
        'ê',
        'ạ',
        'd',
        ' ',
        '\u0301',
        '\u0302',
        '\u0323',
        '\u031b',
        '\u0308',
        '\u200d',
        '\u00ad',
      ),
      fc.constantFrom('е', 'о', 'А', 'я', 'Α', 'ά', '\ud835', '\udc00', 'ﬁ', 'Ａ', '\u0340', '__proto__'),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), units => {
        const once = clean(units.join(''))
        expect(clean(once)).toBe(once)
        expect(isClean(once)).toBe(true)
      }),
      { numRuns: 200_000 },
    )
  })

  it('leaves endless runs of marks as they are, in little time', () => {
    const run = '\u0301\u0316'.repeat(100_000)
    expect(clean(`e\u0323\u0302 a${run} क\u093c`)).toBe(`ệ a${run} ${'क\u093c'.normalize('NFC')}`)
    expect(clean(`a${run}`)).toBe(clean(clean(`a${run}`)))
  })

  it('asks the normalizer that was set', () => {
    setNormalizer(text => unorm.nfc(text))
    expect(clean('क\u093c')).toBe(unorm.nfc('क\u093c'))
    // A runtime without normalization still composes Vietnamese.
    setNormalizer(text => text)
    expect(clean('Vie\u0323\u0302t क\u093c')).toBe('Việt क\u093c')
    setNormalizer(text => text.normalize('NFC'))
  })
})

describe('toLower', () => {
  for (const [input, expected] of [
    ['LAO ĐỘNG', 'lao động'],
    ['ÐOÀN VIÊN', 'đoàn viên'],
    ['ðồng', 'đồng'],
    ['THỦY', 'thủy'],
    ['ISTANBUL', 'istanbul'],
    ['МОСКВА ΑΘΗΝΑ', 'москва αθηνα'],
    ['\u{10400}', '\u{10428}'],
    ['đã thường', 'đã thường'],
  ])
    it(`${input} → ${expected}`, () => expect(toLower(input)).toBe(expected))

  it('is the platform’s, but for eth', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(toLower(text)).toBe(text.toLowerCase().replaceAll('ð', 'đ'))
      }),
    )
    for (let code = 0; code < 0x10000; code++) {
      const char = String.fromCharCode(code)
      if (code !== 0xd0 && code !== 0xf0) expect(toLower(char)).toBe(char.toLowerCase())
    }
  })
})
