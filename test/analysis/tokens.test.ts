import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, type Token } from '../../src/index.js'

const terms = (text: string) => analyze(text).tokens.map(token => token.term)

/** What must hold of the tokens of every text. */
function expectSound(text: string, tokens: readonly Token[]): void {
  let reached = 0
  for (const token of tokens) {
    if (token.start < reached)
      expect.fail(`the token "${token.text}" begins at ${token.start}, inside the one before it`)
    if (token.end <= token.start || token.end > text.length)
      expect.fail(`the token "${token.text}" ends at ${token.end}`)
    if (text.slice(token.start, token.end) !== token.text)
      expect.fail(`"${token.text}" is not what stands at ${token.start}`)
    if (token.term === '') expect.fail(`the token "${token.text}" has an empty term`)
    reached = token.end
  }
}

describe('words', () => {
  it.each([
    // Tone in one place, whatever the writing.
    ['hoà bình, thuỷ lợi, khoẻ mạnh', 'hòa|bình|thủy|lợi|khỏe|mạnh'],
    ['vịêt nam', 'việt|nam'],
    // Decomposed, and the tone typed before the shape.
    ['Tie\u0302\u0301ng Vie\u0323\u0302t', 'tiếng|việt'],
    ['a\u0301\u0302m', 'ấm'],
    // Letters that look like others.
    ['\u0110ảng \u00d0ảng \u0189ảng', 'đảng|đảng|đảng'],
    // Invisible characters are part of the word.
    ['đ\u00adại h\u200bọc', 'đại|học'],
    ['\ufeffCông đoàn', 'công|đoàn'],
    // Signs between words separate, glued or not.
    ['mới...Nhằm', 'mới|nhằm'],
    ['TP.HCM', 'tp|hcm'],
    ['M.Linh', 'm|linh'],
    ['và/hoặc', 'và|hoặc'],
    ['Nga-Mỹ', 'nga|mỹ'],
    ['"Việt Nam", (tốt); hay!', 'việt|nam|tốt|hay'],
    ['một\u00a0hai\tba\nbốn', 'một|hai|ba|bốn'],
    ['một—hai–ba', 'một|hai|ba'],
    // Capitals say nothing.
    ['CÔNG ĐOÀN Công Đoàn công đoàn', 'công|đoàn|công|đoàn|công|đoàn'],
    ['İstanbul', 'i\u0307stanbul'],
    // Other scripts.
    ['Москва', 'москва'],
    ['北京', '北|京'],
    ['', ''],
    ['... !!! ???', ''],
  ])('%j', (text, expected) => {
    expect(terms(text).join('|')).toBe(expected.normalize('NFC'))
    expectSound(text, analyze(text).tokens)
  })
})

describe('numbers', () => {
  it.each([
    // Dots group thousands, a comma is the decimal sign.
    ['4.400 đồng', '4400|đồng'],
    ['1.234.567', '1234567'],
    ['19,5 tỉ đồng', '19,5|tỉ|đồng'],
    ['100', '100'],
    ['2026', '2026'],
    ['năm 2019-2020', 'năm|2019|2020'],
    ['51/57 phiếu', '51|57|phiếu'],
    ['99,2%', '99,2'],
    // A dot that groups nothing separates: this is the ninth of July.
    ['Chiều 9.7', 'chiều|9|7'],
    // Days and months are written with a zero or without.
    ['09/07', '9|7'],
    ['0299', '0299'],
    ['5G', '5g'],
    ['A4', 'a4'],
    ['12km', '12km'],
  ])('%j', (text, expected) => {
    expect(terms(text).join('|')).toBe(expected)
  })

  it('of a decree are the same with and without marks', () => {
    for (const text of ['145/2020/NĐ-CP', '145/2020/nđ-cp']) expect(terms(text)).toEqual(['145', '2020', 'nđ', 'cp'])
    for (const text of ['Nghị định 145/2020/NĐ-CP', 'số 05-CT/TW', '100/2015/QH13']) {
      const kinds = analyze(text).tokens.map(token => token.kind)
      expect(kinds[kinds.length - 1]).toBe('document-number')
    }
  })
})

describe('the tokens of any text', () => {
  const vietnamese = fc.constantFrom(
    'Liên',
    'đoàn',
    'Lao',
    'động',
    'LĐLĐ',
    'ldld',
    'CĐCS',
    'hoà',
    'vịêt',
    'công đoàn cơ sở (CĐCS)',
    '145/2020/NĐ-CP',
    '4.400',
    '19,5',
    '9.7',
    'TP.HCM',
    'Covid-19',
    'Jong-un',
    'GD&ĐT',
    'LĐ-TB&XH',
    'Đăk Lăk',
    'Daklak',
    'a@b.vn',
    'https://x.vn/đ?q=1',
    '0299.3822339',
    '#tag',
    '@ten',
    '😀',
    '👨‍👩‍👧',
    'ngày 31/12/2020',
    '\u200b',
    '\u00ad',
    'ô tô',
    'TP. Hồ Chí Minh',
    'İ',
    'ﬁ',
    'ǆ',
    '\ud800',
    '\udc00',
    '__proto__',
    '{}',
  )
  const glue = fc.constantFrom(' ', '', '\n', '. ', ', ', '-', '&', '/', '(', ')', '.', '…', '\u00a0')
  const mixed = fc.array(fc.tuple(vietnamese, glue), { maxLength: 25 }).map(parts => parts.flat().join(''))
  const anything = fc.oneof(
    mixed,
    mixed.map(text => text.normalize('NFD')),
    mixed.map(text => text.normalize('NFKD').toUpperCase()),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map(units => String.fromCharCode(...units)),
  )

  it('lie in order in the text as given (property)', () => {
    fc.assert(
      fc.property(anything, text => {
        const { tokens, expansions } = analyze(text)
        expectSound(text, tokens)
        for (const { text: surface, start, end, expansions: forms } of expansions) {
          expect(text.slice(start, end)).toBe(surface)
          expect(forms.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('have the same terms composed and decomposed (property)', () => {
    fc.assert(
      fc.property(mixed, text => {
        expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')))
      }),
      { numRuns: 500 },
    )
  })

  it('fold to what is left without marks', () => {
    const text = 'Liên đoàn Lao động tỉnh Đắk Lắk'
    expect(analyze(text).tokens.map(token => token.folded)).toEqual([
      'lien',
      'doan',
      'lao',
      'dong',
      'tinh',
      'dak',
      'lak',
    ])
  })

  it.each([
    ['a word of a million letters', 'ă'.repeat(1_000_000)],
    ['a million marks', `a${'\u0301'.repeat(1_000_000)}`],
    ['a million digits', '1'.repeat(1_000_000)],
    ['a million zero-width spaces', '\u200b'.repeat(1_000_000)],
    ['hyphens without end', 'a-'.repeat(300_000)],
    ['dots without end', 'a.'.repeat(300_000)],
    ['thousands without end', '1.000'.repeat(200_000)],
    ['slashes without end', '1/'.repeat(300_000)],
    ['signs of compounds without end', 'LĐ&'.repeat(150_000)],
    ['opening brackets', '('.repeat(1_000_000)],
    ['definitions without end', 'công đoàn (CĐ) '.repeat(20_000)],
    ['an open abbreviation without end', 'CĐ '.repeat(40_000)],
    ['open abbreviations without end', 'CĐ BCH TT HĐ DN '.repeat(20_000)],
    ['an abbreviation that is settled at the end', `${'CĐ '.repeat(40_000)}công đoàn`],
    ['dates without end', 'ngày 9 tháng '.repeat(50_000)],
    ['lone surrogates', '\ud83d'.repeat(100_000)],
  ])('of hostile texts come back: %s', (_, text) => {
    expectSound(text, analyze(text).tokens)
  })

  it.each([
    ['pairs of surrogates', '𠮷'.repeat(300)],
    ['letters and a pair at the cut', `${'a'.repeat(79)}𝒳${'b'.repeat(50)}`],
    ['marked letters and a pair at the cut', `${'ế'.repeat(79)}𝒳ế`],
    ['pairs of three bytes more', `a${'𝒳'.repeat(100)}`],
    ['four letters of four bytes', '𐐀'.repeat(90)],
  ])('keep pairs of surrogates whole: %s', (_, text) => {
    for (const { term, folded } of analyze(text).tokens) {
      expect(term).not.toMatch(/\p{Surrogate}/u)
      expect(folded).not.toMatch(/\p{Surrogate}/u)
      expect(new TextEncoder().encode(term).length).toBeLessThanOrEqual(255)
    }
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'hold %s like any word',
    name => {
      expect(analyze(`${name} ${name}`).tokens.length % 2).toBe(0)
      expect(analyze(`Chi hội (${name.toUpperCase()}) ${name}`).tokens.length).toBeGreaterThan(2)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )
})
