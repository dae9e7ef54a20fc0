import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonical,
  canonicalNew,
  clean,
  hasMarks,
  marksAgree,
  preferredY,
  repair,
  sameUpToY,
  toLower,
  toneKey,
  toneOf,
} from '../../src/text/index.js'

type Table = readonly (readonly [string, string])[]

function table(name: string, run: (input: string) => string, rows: Table): void {
  describe(name, () => {
    for (const [input, expected] of rows) it(`${input} → ${expected}`, () => expect(run(input)).toBe(expected))
  })
}

table('canonical', canonical, [
  ['Hoà Bình', 'hòa bình'],
  ['KHOẺ', 'khỏe'],
  ['thuỷ lợi', 'thủy lợi'],
  ['vịêt', 'việt'],
  ['thuýên', 'thuyến'],
  ['tóan', 'toán'],
  ['qúa', 'quá'],
  ['cuả', 'của'],
  ['hôì', 'hồi'],
  ['nứơc', 'nước'],
  ['gíâc', 'giấc'],
  ['gìêng', 'giềng'],
  ['gỉai', 'giải'],
  ['quyểt', 'quyểt'],
  ['khúyu', 'khuýu'],
  ['rựơu', 'rượu'],
  ['hòà', 'hòa'],
  ['ngòai', 'ngoài'],
  // No syllables: cleaned, lower-cased, a tone in the only run of vowels placed by the same rules.
  ['Đắk', 'đắk'],
  ['ĐẮKLẮK', 'đắklắk'],
  ['Krông', 'krông'],
  ['tíeng', 'tiéng'],
  ['café', 'café'],
  ['Beyoncé', 'beyoncé'],
  ['hòá', 'hòá'],
  ['COVID-19', 'covid-19'],
  // A tone that slid onto a consonant.
  ['Viêṭ', 'việt'],
  ['ḅi', 'bị'],
  ['tiêng\u0301', 'tiếng'],
  ['hoi\u0309', 'hỏi'],
  ['niñõ', 'niñõ'],
  ['ṭṭa', 'ṭṭa'],
  ['strṭ', 'strṭ'],
  ['145/2020/NĐ-CP', '145/2020/nđ-cp'],
  ['', ''],
])

table('canonicalNew', canonicalNew, [
  ['hòa', 'hoà'],
  ['Khỏe', 'khoẻ'],
  ['thúy', 'thuý'],
  ['ủy ban', 'uỷ ban'],
  ['quý', 'quý'],
  ['hoàn', 'hoàn'],
  ['xóay', 'xoáy'],
])

table('repair', repair, [
  ['nưóc', 'nước'],
  ['đuợc', 'được'],
  ['thuờng', 'thường'],
  ['ngưòi lao động', 'người lao động'],
  ['truờng học', 'trường học'],
  // Syllables, foreign words and whatever no repair helps stay.
  ['thuở', 'thuở'],
  ['tóan', 'toán'],
  ['trump', 'trump'],
  ['uơxyz', 'uơxyz'],
])

table('toneKey', toneKey, [
  ['hoà', 'hoa1'],
  ['hòa', 'hoa1'],
  ['vịêt', 'viêt5'],
  ['Đường', 'đương1'],
  ['giếng', 'giêng4'],
  ['mả', 'ma2'],
  ['mã', 'ma3'],
  ['công đoàn cơ sở', 'công đoan1 cơ sơ2'],
  ['đắk', 'đăk4'],
  ['beyoncé', 'beyoncé'],
])

table('preferredY', preferredY, [
  ['lí do', 'lý do'],
  ['Kĩ thuật', 'Kỹ thuật'],
  ['KÌ THI', 'KỲ THI'],
  ['mĩ thuật', 'mỹ thuật'],
  ['thế kỉ', 'thế kỷ'],
  ['quí II', 'quý II'],
  ['Qui Nhơn', 'Quy Nhơn'],
  ['bác sỹ', 'bác sĩ'],
  ['mỳ', 'mì'],
  ['vỹ tuyến', 'vĩ tuyến'],
  ['tỉ đồng', 'tỉ đồng'],
  ['tỷ đồng', 'tỷ đồng'],
  ['công ty', 'công ty'],
  ['ti vi', 'ti vi'],
  ['thi đua', 'thi đua'],
  ['lì xì', 'lì xì'],
  ['tai tay lui luy', 'tai tay lui luy'],
  ['hy vọng', 'hy vọng'],
])

describe('sameUpToY', () => {
  const SAME = ['kĩ kỹ', 'lí lý', 'Mĩ Mỹ', 'quí quý', 'ti ty', 'vi vy', 'si sy', 'hòa hoà', 'hi hy']
  const DIFFERENT = ['tai tay', 'mai may', 'lui luy', 'thúi thúy', 'kĩ kỳ', 'thi thy', 'i y', 'hui huy', 'bi by']
  for (const pair of SAME)
    it(`${pair}: same`, () => expect(sameUpToY(pair.split(' ')[0], pair.split(' ')[1])).toBe(true))
  for (const pair of DIFFERENT)
    it(`${pair}: different`, () => expect(sameUpToY(pair.split(' ')[0], pair.split(' ')[1])).toBe(false))
})

describe('toneOf', () => {
  for (const [word, tone] of [
    ['ma', 0],
    ['mà', 1],
    ['mả', 2],
    ['mã', 3],
    ['má', 4],
    ['mạ', 5],
    ['HOÀ', 1],
    ['trump', 0],
  ] as const)
    it(word, () => expect(toneOf(word)).toBe(tone))
})

describe('marksAgree', () => {
  // Typed, written: what was typed must be there, what was left out may be anything.
  const AGREE =
    'duong đường, đuong đường, dương đường, dường đường, đương đường, đường đường, hoa hòa, tiéng tiếng, tiêng tiếng, ' +
    'thuòng thường, nuóc nước, viet viêt, cafe café, muller müller, daklak đăklăk, nguơi người'
  const DISAGREE =
    'đường dương, đường duong, đướng đường, hóa hòa, bán bạn, đa da, tân tần2, ăn ân, ân ăn, café cafe, lan làn2, má mạ'
  for (const pair of AGREE.split(', '))
    it(pair, () => expect(marksAgree(pair.split(' ')[0], pair.split(' ')[1])).toBe(true))
  for (const pair of DISAGREE.split(', '))
    it(`not ${pair}`, () => expect(marksAgree(pair.split(' ')[0], pair.split(' ')[1])).toBe(false))
})

describe('hasMarks', () => {
  for (const word of ['đi', 'ăn', 'má', 'café', 'chợ lớn']) it(word, () => expect(hasMarks(word)).toBe(true))
  for (const word of ['di', 'lao', '2024', '東京', 'москва', '“ma”', ''])
    it(`not ${word}`, () => expect(hasMarks(word)).toBe(false))
})

describe('whatever comes', () => {
  it('never throws and settles at once', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aáăộơngquigiđyt \u0301\u0323ṭḅ'), maxLength: 10 }),
      fc.constantFrom('__proto__', 'constructor', '\ud800', '\udc00'),
    )
    fc.assert(
      fc.property(text, text => {
        for (const rule of [canonical, canonicalNew, repair, toneKey, preferredY]) {
          const once = rule(text)
          if (rule !== toneKey) expect(rule(once)).toBe(once)
        }
        expect(canonical(text.normalize('NFD'))).toBe(canonical(text.normalize('NFC')))
        expect(canonical(toLower(clean(text)))).toBe(canonical(text))
        marksAgree(text, canonical(text))
        sameUpToY(text, text)
        toneOf(text)
      }),
      { numRuns: 20_000 },
    )
  })
})
