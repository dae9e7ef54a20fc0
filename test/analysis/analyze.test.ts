import { describe, expect, it } from 'vitest'
import { analyze, type Token, type TokenKind } from '../../src/index.js'
import { fold } from '../../src/text/fold.js'

const NEWS =
  'Chiều 31/12/2020, LĐLĐ tỉnh Đắk Lắk tổng kết hoạt động theo Chỉ thị 05-CT/TW 😀. Năm qua, hơn 4.400 CNVCLĐ tại ' +
  'TP. Buôn Ma Thuột nhận quà, trị giá 1,5 tỉ đồng. Bạn đọc gọi 0262.3852386, viết thư về toasoan@congdoan.vn ' +
  'hoặc xem https://congdoan.vn/tin #TếtSumVầy @congdoan. Dịch Covid-19 đã lui.'

/** The words of a text that are of one kind, as written. */
function ofKind(kind: TokenKind, tokens: readonly Token[] = analyze(NEWS).tokens): string[] {
  return tokens.filter(token => token.kind === kind).map(token => token.text)
}

describe('the tokens of a paragraph of news', () => {
  it.each<readonly [TokenKind, string]>([
    ['date', 'Chiều|31|12|2020'],
    ['abbreviation', 'LĐLĐ|CNVCLĐ|TP'],
    ['document-number', '05|CT|TW'],
    ['emoji', '😀'],
    ['number', '4.400|1,5|19'],
    ['phone', '0262|3852386'],
    ['email', 'toasoan|congdoan|vn'],
    ['url', 'https|congdoan|vn|tin'],
    ['hashtag', 'TếtSumVầy'],
    ['mention', 'congdoan'],
    ['word', 'Đắk|Lắk|Covid'],
  ])('%s: %s', (kind, expected) => {
    expect(ofKind(kind).join('|')).toBe(expected)
  })

  it('are syllables otherwise', () => {
    expect(ofKind('syllable').join(' ')).toBe(
      'tỉnh tổng kết hoạt động theo Chỉ thị Năm qua hơn tại Buôn Ma Thuột nhận quà trị giá tỉ đồng Bạn đọc gọi viết ' +
        'thư về hoặc xem Dịch đã lui',
    )
  })

  it('are all there, in order, with their offsets, terms and folded terms', () => {
    const { tokens } = analyze(NEWS)
    let reached = 0
    for (const { text, term, folded, start, end, kind } of tokens) {
      expect(NEWS.slice(start, end)).toBe(text)
      expect(start).toBeGreaterThanOrEqual(reached)
      // Nothing but blanks and signs is left out.
      expect(NEWS.slice(reached, start)).not.toMatch(/[\p{L}\p{N}]/u)
      reached = end
      if (kind === 'number') expect(term).toBe(text.replace('.', ''))
      else if (kind !== 'document-number' && kind !== 'emoji') expect(term).toBe(text.toLowerCase())
      expect(folded).toBe(kind === 'emoji' ? text : fold(term))
    }
  })

  it('tell what stands for something else', () => {
    const { expansions } = analyze(NEWS)
    for (const { text, start, end } of expansions) expect(NEWS.slice(start, end)).toBe(text)
    expect(expansions.map(({ text, expansions: forms }) => [text, forms])).toEqual(
      expect.arrayContaining([
        ['LĐLĐ', ['liên đoàn lao động']],
        ['CNVCLĐ', ['công nhân viên chức lao động']],
        ['TP', ['thành phố']],
      ]),
    )
  })
})

describe('kinds', () => {
  it.each<readonly [string, TokenKind, string]>([
    ['Ngày 9/7 mưa to', 'date', 'Ngày|9|7'],
    ['Họp ngày 9 tháng 7 năm 2024.', 'date', 'ngày|9|tháng|7|năm|2024'],
    ['Nghị định 145/2020/NĐ-CP', 'document-number', '145|2020|NĐ|CP'],
    ['Luật 100/2015/QH13', 'document-number', '100|2015|QH13'],
    ['Gọi 0909 123 456 nhé', 'phone', '0909|123|456'],
    ['thư: a.b@x.vn', 'email', 'a|b|x|vn'],
    ['vào www.baocamau.vn đọc', 'url', 'www|baocamau|vn'],
    ['UBND, HĐND và TAND', 'abbreviation', 'UBND|HĐND|TAND'],
    ['UBND, HĐND và TAND', 'syllable', 'và'],
    ['tỉ số 2-1, tăng 19,5%', 'number', '2|1|19,5'],
    ['Tổng thống Putin đến Москва', 'word', 'Putin|Москва'],
    ['👨‍👩‍👧 vui 🇻🇳', 'emoji', '👨‍👩‍👧|🇻🇳'],
  ])('in "%s" of %s: %s', (text, kind, expected) => {
    expect(ofKind(kind, analyze(text).tokens).join('|')).toBe(expected)
  })

  it('of an abbreviation do not depend on whether its sense is known', () => {
    const { tokens, expansions } = analyze('CĐ họp')
    expect(tokens[0]).toMatchObject({ text: 'CĐ', term: 'cđ', folded: 'cd', kind: 'abbreviation' })
    // All senses, the likeliest first.
    expect(expansions).toHaveLength(1)
    expect(expansions[0].expansions.slice(0, 2)).toEqual(['công đoàn', 'cao đẳng'])
  })
})

describe('expansions', () => {
  it.each([
    ['Sở GD&ĐT họp', 'GD&ĐT = giáo dục và đào tạo'],
    ['Sở LĐ-TB&XH họp', 'LĐ-TB&XH = lao động thương binh và xã hội'],
    ['UBND xã họp', 'UBND = ủy ban nhân dân'],
    ['PCT UBND xã', 'PCT = phó chủ tịch|UBND = ủy ban nhân dân'],
    // What the document says itself goes before what is known, and holds before it is said too.
    ['Chi hội Phụ nữ (CHPN) ấp họp', 'CHPN = chi hội phụ nữ'],
    ['CHPN họp. Chi hội Phụ nữ (CHPN) ấp', 'CHPN = chi hội phụ nữ|CHPN = chi hội phụ nữ'],
    // Of several senses the one whose words stand in the text.
    ['Trường Cao đẳng Y tế. CĐ tuyển sinh', 'CĐ = cao đẳng'],
    ['Công đoàn ngành họp. CĐ tặng quà', 'CĐ = công đoàn'],
    // Other spellings of names, word by word where there are as many.
    ['về Đăk Lăk chơi', 'Đăk = đắk|Lăk = lắk'],
    ['về Daklak chơi', 'Daklak = đắk lắk'],
    ['đi ôtô', 'ôtô = ô tô'],
    // A text is no query: small letters are words.
    ['ldld họp', ''],
  ])('in "%s": %s', (text, expected) => {
    const { expansions } = analyze(text)
    for (const { text: written, start, end } of expansions) expect(text.slice(start, end)).toBe(written)
    expect(expansions.map(({ text: written, expansions: [form] }) => `${written} = ${form}`).join('|')).toBe(expected)
  })

  it('are none where nothing stands for anything', () => {
    expect(analyze('Trời hôm nay mưa to, nước dâng.').expansions).toEqual([])
    expect(analyze('').expansions).toEqual([])
    expect(analyze('XYZQ họp').expansions).toEqual([])
  })
})
