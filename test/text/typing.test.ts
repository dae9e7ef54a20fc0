import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeTelex,
  decodeTelexWord,
  decodeTyping,
  decodeViqr,
  decodeVni,
  decodeVniWord,
  printSyllable,
} from '../../src/text/index.js'
import { bearsTone, syllableBases } from '../../src/text/syllable.js'

type Table = readonly (readonly [string, string])[]

function table(name: string, run: (input: string) => string, rows: Table): void {
  describe(name, () => {
    for (const [input, expected] of rows) it(`${input} → ${expected}`, () => expect(run(input)).toBe(expected))
  })
}

table('decodeTelex', decodeTelex, [
  ['lieen ddoanf lao ddoongj', 'liên đoàn lao động'],
  // Tone and shape keys wherever people type them.
  ['ddoongj ddojong doodngj doongjd dongojd', 'động động động động động'],
  ['nguoiwf nguwowif nguwoif nguowif ngwowif', 'người người người người người'],
  ['dduwowcj dduowjc duowcdj dwdowcj', 'được được được được'],
  ['toans toasn tosan', 'toán toán toán'],
  ['hoaf hofa', 'hòa hòa'],
  ['thuowr huow quow', 'thuở huơ quơ'],
  ['luuw luwu muaw muwa', 'lưu lưu mưa mưa'],
  ['hoawcj hoacwj quangwj', 'hoặc hoặc quặng'],
  ['tw ddwowcj', 'tư được'],
  ['xooong', 'xoong'],
  ['ngoeos khuyur nguyeenx', 'ngoéo khuỷu nguyễn'],
  ['bansz banss banfs', 'ban banss bán'],
  ['TIEENGS VIEETJ', 'tiếng việt'],
  // A tone left out, highland names, abbreviations with đ.
  ['vieet nam', 'viêt nam'],
  ['ddawks lawks kroong', 'đắk lắk krông'],
  ['LDDLDD hddnd', 'lđlđ hđnd'],
  // No keys of Telex, or no syllable.
  ['lao cong', 'lao cong'],
  ['books proof strong zoom xyz internet', 'books proof strong zoom xyz internet'],
  ['việt nam 2024', 'việt nam 2024'],
  ['sssssssssssssss', 'sssssssssssssss'],
])

table('decodeVni', decodeVni, [
  ['lie6n d9oa2n lao d9o65ng', 'liên đoàn lao động'],
  ['lien6 d9oan2 dong965 dong569', 'liên đoàn động động'],
  ['nguoi72 nguo72i ngu7o72i', 'người người người'],
  ['d9uoc75 ruou75 luu7 thuo73 hoa8c5', 'được rượu lưu thuở hoặc'],
  ['THUY3 LOI75', 'thủy lợi'],
  ['ban10 ban1', 'ban bán'],
  ['viet6 nam', 'viêt nam'],
  ['d9a81k la81k', 'đắk lắk'],
  ['ld9ld9 hd9nd', 'lđlđ hđnd'],
  ['u23 covid19 b52 h2o 2024 145/2020/nd9-cp qh13', 'u23 covid19 b52 h2o 2024 145/2020/nđ-cp qh13'],
])

table('decodeViqr', decodeViqr, [
  ['Lie^n ddoa`n Lao ddo^.ng', 'Liên đoàn Lao động'],
  ['NGU+O+`I LAO DDO^.NG', 'NGƯỜI LAO ĐỘNG'],
  ['ngu*o*`i', 'người'],
  ["Ba.n co' khoe? kho^ng?", 'Bạn có khỏe không?'],
  ['Ddi dda^u?', 'Đi đâu?'],
  ['Ha` No^.i. La` dda^y.', 'Hà Nội. Là đây.'],
  ["DDa('k La('k", 'Đắk Lắk'],
  ['thuy? thu?y', 'thủy thủy'],
  // A backslash keeps a sign; foreign words and plain punctuation stay.
  ['ba\\.n', 'ba.n'],
  ['the~xyz email@a.vn', 'the~xyz email@a.vn'],
  ['a+b=c', 'a+b=c'],
  ['việt. nam?', 'việt. nam?'],
  ['mo^?.', 'mổ.'],
  ['stro^ng', 'stro^ng'],
  ['stra.', 'stra.'],
  ['đâ.u', 'đậu'],
])

/** What each key writes, in the order of the tones: level, huyền, hỏi, ngã, sắc, nặng. */
const METHODS = [
  { decode: decodeTelex, shapes: ['aw', 'aa', 'ee', 'oo', 'ow', 'uw', 'dd'], tones: ['', 'f', 'r', 'x', 's', 'j'] },
  { decode: decodeVni, shapes: ['a8', 'a6', 'e6', 'o6', 'o7', 'u7', 'd9'], tones: ['', '2', '3', '4', '1', '5'] },
  { decode: decodeViqr, shapes: ['a(', 'a^', 'e^', 'o^', 'o+', 'u+', 'dd'], tones: ['', '`', '?', '~', "'", '.'] },
]
const SHAPED = 'ăâêôơưđ'

describe('every syllable of the grammar', () => {
  for (const { decode, shapes, tones } of METHODS) {
    it(`comes back from ${decode.name}`, () => {
      const wrong: string[] = []
      for (const [base, syllable] of syllableBases()) {
        // Telex needs a third o for oo, and nobody types ôô.
        if (syllable.nucleus === 'oo' || syllable.nucleus === 'ôô') continue
        for (const tone of [0, 1, 2, 3, 4, 5] as const) {
          if (!bearsTone(syllable.coda, tone)) continue
          const word = printSyllable({ ...syllable, tone })
          const letters = Array.from(base, letter => shapes[SHAPED.indexOf(letter)] ?? letter)
          // The tone after the letter that bears it, and after the word.
          const place = [...word].findIndex((letter, i) => letter !== base[i])
          const inside = letters.map((keys, i) => (i === place ? keys + tones[tone] : keys)).join('')
          const typed = decode === decodeViqr ? [inside] : [inside, letters.join('') + tones[tone]]
          for (const keys of typed) if (decode(keys) !== word) wrong.push(`${keys} → ${decode(keys)}, not ${word}`)
        }
      }
      expect(wrong).toEqual([])
    })
  }
})

describe('single words', () => {
  it('are undefined when they are no typing', () => {
    for (const word of ['', 'a', 'lao', 'strong', '__proto__', 'xyzxyzxyzxyzxyz']) {
      expect(decodeTelexWord(word)).toBeUndefined()
      expect(decodeVniWord(word)).toBeUndefined()
    }
    expect(decodeTelexWord('coong')).toBe('công')
    expect(decodeVniWord('co6ng')).toBe('công')
    expect(decodeVniWord('2024')).toBeUndefined()
    expect(decodeVniWord('nd99')).toBeUndefined()
  })
})

describe('decodeTyping', () => {
  it('offers readings and never replaces the plain one', () => {
    for (const word of ['has', 'see', 'bus', 'max', 'six', 'too']) {
      const readings = decodeTyping(word)
      expect(readings[0]).toEqual({ method: 'plain', text: word })
      expect(readings.map(({ method }) => method)).toEqual(['plain', 'telex'])
    }
    expect(decodeTyping('lie6n d9oa2n')).toEqual([
      { method: 'plain', text: 'lie6n d9oa2n' },
      { method: 'vni', text: 'liên đoàn' },
    ])
    expect(decodeTyping('lie^n ddoa`n')).toContainEqual({ method: 'viqr', text: 'liên đoàn' })
  })

  it('has nothing to offer for plain and for marked text', () => {
    for (const text of ['lao cong', 'Liên đoàn has', 'cao bang?', '', '2024', '東京'])
      expect(decodeTyping(text)).toEqual([{ method: 'plain', text }])
  })

  it('never throws, whatever comes', () => {
    const keys = fc.string({ unit: fc.constantFrom(..."aeioudwsfrxjz123456789^(+`?~'. đ\\"), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(keys, fc.string({ unit: 'binary' })), text => {
        expect(decodeTyping(text)[0].text).toBe(text)
        decodeViqr(text)
      }),
      { numRuns: 5000 },
    )
  })

  it('takes time in proportion to the text', () => {
    // Each word branches as often as words can; the pruning of impossible letters keeps it small.
    const text = 'aoaoaoaoaoao wwwwwwwwwwww uouowwwdddd a6o7a8e6u7o7 '.repeat(2000)
    expect(decodeTelex(text).length).toBeLessThanOrEqual(text.length)
    expect(decodeVni(text).length).toBeLessThanOrEqual(text.length)
    expect(decodeTyping(text)).toEqual([{ method: 'plain', text }])
  })
})
