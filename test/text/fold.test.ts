import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold } from '../../src/text/index.js'

const FOLDED: readonly (readonly [string, string])[] = [
  ['Liên đoàn Lao động', 'lien doan lao dong'],
  ['ĐƯỜNG ÐƯỜNG', 'duong duong'],
  ['Huyện ủy Krông Ana', 'huyen uy krong ana'],
  ['Vie\u0323\u0302t Nam', 'viet nam'],
  ['café, Müller, señor, Čapek, Łódź', 'cafe, muller, senor, capek, lodz'],
  ['Ærø Œuvre Straße Þór ĳs', 'aero oeuvre strasse thor ijs'],
  ['ẞ ẠẢẤẦẨẪẬẮẰẲẴẶ', 'ss aaaaaaaaaaaa'],
  ['1.450 đoàn viên', '1.450 doan vien'],
  // A mark that no letter takes in goes too, but only on Latin letters.
  ['x\u0301y', 'xy'],
  ['\u0301', '\u0301'],
  ['Москва Ёлка', 'москва ёлка'],
  ['ภาษาไทย ที่นี่', 'ภาษาไทย ที่นี่'],
  ['Ａ１', 'a1'],
  ['\u0256a', 'da'],
  ['Ə Ʊ', 'ə ʊ'],
]

describe('fold', () => {
  for (const [input, expected] of FOLDED) it(`${input} → ${expected}`, () => expect(fold(input)).toBe(expected))

  it('folds long texts as it folds short ones', () => {
    for (const [input, expected] of FOLDED) {
      const blanks = '. '.repeat(40)
      expect(fold(blanks + input)).toBe(clean(blanks) + expected)
    }
    expect(fold(`${'a'.repeat(60)}\u0000Đ`)).toBe(`${'a'.repeat(60)}\u0000d`)
    expect(fold('\u0000Đ')).toBe('\u0000d')
  })

  it('removes whatever decomposition removes from Latin letters', () => {
    for (let code = 0xc0; code < 0x1f00; code++) {
      const char = String.fromCharCode(code)
      if (!/^\p{Script=Latin}$/u.test(char)) continue
      const plain = char.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
      if (/^[a-z]+$/.test(plain)) expect(`${char} ${fold(char)}`).toBe(`${char} ${plain}`)
    }
  })

  it('is idempotent and never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aáĐợ̛Æß \u00ad') }))
    fc.assert(
      fc.property(text, text => {
        const folded = fold(text)
        expect(fold(folded)).toBe(folded)
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
      { numRuns: 5000 },
    )
  })
})
