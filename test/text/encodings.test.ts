import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes, decodeLegacy, detectEncoding, type LegacyEncoding } from '../../src/text/encodings/index.js'
import { TONED_CAPITALS, TONED_VOWELS } from '../../src/text/letters.js'

const SENTENCES = [
  'Liên đoàn Lao động tỉnh tổ chức hội nghị tổng kết hoạt động công đoàn năm 2019.',
  'Người lao động được hỗ trợ tiền thuê nhà, mỗi người một triệu đồng.',
  'Sáng nay mưa lớn, nhiều tuyến đường ở huyện ngập sâu, học sinh phải nghỉ học.',
  'Quỹ nhà ở xã hội sẽ giúp công nhân sớm ổn định cuộc sống, yên tâm sản xuất.',
  'Đồng bào các dân tộc Tây Nguyên vui hội mùa xuân giữa buôn làng rực rỡ cờ hoa.',
]

/** The text in mojibake, with its encoding and what it says. */
const MOJIBAKE: readonly (readonly [string, LegacyEncoding, string])[] = [
  ['TiÕng ViÖt rÊt hay', 'tcvn3', 'Tiếng Việt rất hay'],
  ['c«ng ®oµn c¬ së', 'tcvn3', 'công đoàn cơ sở'],
  ['CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM', 'tcvn3', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['UBND tØnh Sãc Tr¨ng', 'tcvn3', 'UBND tỉnh Sóc Trăng'],
  // One telling word among plain syllables.
  ['ViÖt Nam', 'tcvn3', 'Việt Nam'],
  ['lao ®éng', 'tcvn3', 'lao động'],
  ['Vieät Nam', 'vni', 'Việt Nam'],
  // TCVN3 that went through a VNI converter on its way.
  ['mét sè ®iỊu cđa Bé Lao ®éng', 'tcvn3', 'một số điều của Bộ Lao động'],
  // The micro sign as the Greek letter.
  ['Hμ Néi vμ c¸c tØnh', 'tcvn3', 'Hà Nội và các tỉnh'],
  ['Tieáng Vieät raát hay', 'vni', 'Tiếng Việt rất hay'],
  ['Lieân ñoaøn Lao ñoäng', 'vni', 'Liên đoàn Lao động'],
  ['COÄNG HOØA XAÕ HOÄI', 'vni', 'CỘNG HÒA XÃ HỘI'],
  ['ngöôøi lao ñoäng ôû tænh', 'vni', 'người lao động ở tỉnh'],
  ['Tiêìng Viêòt râìt hay', 'windows-1258', 'Tiếng Việt rất hay'],
  ['Viá»‡t Nam', 'utf-8-misread', 'Việt Nam'],
  ['Tiáº¿ng Viá»‡t lÃ\u00a0 gÃ¬', 'utf-8-misread', 'Tiếng Việt là gì'],
  ['Viá»\u0087t Nam Ä\u0091á»\u0093ng', 'utf-8-misread', 'Việt Nam đồng'],
  ['ViÃ¡Â»â€¡t Nam', 'utf-8-misread-twice', 'Việt Nam'],
]

describe('decodeLegacy', () => {
  for (const [input, encoding, expected] of MOJIBAKE) {
    it(`${input} is ${encoding}`, () => {
      const decoded = decodeLegacy(input)
      expect(decoded.encoding).toBe(encoding)
      expect(decoded.text).toBe(expected)
      expect(decoded.confidence).toBeGreaterThanOrEqual(0.5)
    })
  }

  it('takes a space after Ã for the no-break space that it was', () => {
    expect(decodeLegacy('HÃ  Ná»™i vÃ  Huáº¿').text).toBe('Hà Nội và Huế')
  })

  const CLEAN = [
    ...SENTENCES,
    'CÔNG ĐOÀN ĐÃ KÝ “THỎA ƯỚC LAO ĐỘNG TẬP THỂ”, ĐÃ”',
    'hoà bình, thuỷ lợi, Nguyễn Văn A',
    'Đắk Lắk, Krông Ana',
    'café Müller déjà vu très bien',
    'Größe für Straße, schöne Grüße',
    '¿Dónde está el año que viene, señor?',
    'São Paulo é uma cidade não pequena',
    'Société Générale, Élysée',
    'på hang',
    'µm',
    'Windows® XP',
    '5 µm',
    '30ºC, ½ m², 5 µm, © 2024 ®',
    'Москва, Αθήνα, 東京, กรุงเทพ',
    'plain ASCII text',
    'né',
    '',
    '\ud800 __proto__',
  ]
  for (const text of CLEAN)
    it(`never touches ${text.slice(0, 30)}`, () => {
      expect(decodeLegacy(text)).toEqual({ text, confidence: 0 })
      expect(detectEncoding(text)).toBeUndefined()
    })

  it('decodes the lines that need it and leaves the others', () => {
    const menu = `${SENTENCES.join(' ')}\n`.repeat(3)
    const { text, encoding } = decodeLegacy(`${menu}mét sè ®iÒu cña luËt lao ®éng ®­îc söa ®æi\n${menu}`)
    expect(text).toBe(`${menu}một số điều của luật lao động được sửa đổi\n${menu}`)
    expect(encoding).toBe('tcvn3')
  })

  it('decodes from an encoding that is named, sure or not', () => {
    expect(decodeLegacy('®', 'tcvn3')).toEqual({ text: 'đ', encoding: 'tcvn3', confidence: 1 })
    expect(decodeLegacy('\u0002\u0005\u0006\u0014\u0019\u001e', 'viscii').text).toBe('ẲẴẪỶỸỴ')
    expect(decodeLegacy('n¡m', 'vps').text).toBe('nắm')
    expect(decodeLegacy('oâ', 'vni').text).toBe('ô')
    expect(decodeLegacy('aZ', 'vni').text).toBe('aZ')
  })
})

/** Everything that one or two characters of mojibake can stand for, to encode sentences with. */
function inverse(encoding: LegacyEncoding): Map<string, string> {
  const western: string[] = []
  const cp1252 = new TextDecoder('windows-1252')
  for (let byte = 0x80; byte < 0x100; byte++) western.push(cp1252.decode(Uint8Array.of(byte)))
  const inverted = new Map<string, string>()
  const letters = TONED_VOWELS + TONED_CAPITALS
  const put = (source: string): void => {
    const { text } = decodeLegacy(source, encoding)
    // VNI pairs of mixed case are decoded too, but nobody wrote them; a letter that is its own mark is none by itself.
    const mixed = source.toLowerCase() !== source && source.toUpperCase() !== source
    if (encoding === 'vni' && (mixed || (source === text && !'ìíÌÍ'.includes(text)))) return
    if (text.length === 1 && (letters.includes(text) || 'đĐ'.includes(text)) && !inverted.has(text))
      inverted.set(text, source)
  }
  for (const char of western) put(char)
  for (const first of [...'aeiouyAEIOUY', ...western]) for (const second of western) put(first + second)
  return inverted
}

function misread(text: string): string {
  const cp1252 = new TextDecoder('windows-1252')
  return cp1252.decode(new TextEncoder().encode(text))
}

describe('every old code', () => {
  for (const encoding of ['tcvn3', 'vni', 'vps', 'viscii', 'windows-1258'] as const) {
    it(`${encoding}: whole sentences are recognised and come back`, () => {
      const letters = inverse(encoding)
      for (const sentence of SENTENCES) {
        const encoded = Array.from(sentence, char => letters.get(char) ?? char).join('')
        expect(encoded).not.toBe(sentence)
        const decoded = decodeLegacy(encoded)
        expect(decoded.encoding).toBe(encoding)
        expect(decoded.text).toBe(sentence)
        expect(decoded.confidence).toBeGreaterThan(0.7)
      }
    })
  }

  it('misread UTF-8, once and twice', () => {
    for (const sentence of SENTENCES) {
      expect(decodeLegacy(misread(sentence))).toMatchObject({ text: sentence, encoding: 'utf-8-misread' })
      expect(decodeLegacy(misread(misread(sentence)))).toMatchObject({
        text: sentence,
        encoding: 'utf-8-misread-twice',
      })
    }
  })
})

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' '), byte => Number.parseInt(byte, 16))
}

describe('decodeBytes', () => {
  it('reads UTF-8, with and without a byte-order mark', () => {
    for (const text of [...SENTENCES, 'plain', '😀 đ'])
      expect(decodeBytes(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8', confidence: 1 })
    expect(decodeBytes(bytes('ef bb bf 61'))).toEqual({ text: 'a', encoding: 'utf-8', confidence: 1 })
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', confidence: 1 })
  })

  it('repairs misread text inside UTF-8', () => {
    expect(decodeBytes(new TextEncoder().encode(misread(SENTENCES[0])))).toMatchObject({
      text: SENTENCES[0],
      encoding: 'utf-8-misread',
    })
  })

  it('reads UTF-16 by its byte-order mark', () => {
    expect(decodeBytes(bytes('ff fe 11 01 69 00'))).toEqual({ text: 'đi', encoding: 'utf-16', confidence: 1 })
    expect(decodeBytes(bytes('fe ff 01 11 00 69'))).toEqual({ text: 'đi', encoding: 'utf-16', confidence: 1 })
  })

  it('reads Windows-1258 and what is nothing better as Windows-1252', () => {
    expect(decodeBytes(bytes('54 69 ea ec 6e 67 20 56 69 ea f2 74'))).toMatchObject({
      text: 'Tiếng Việt',
      encoding: 'windows-1258',
    })
    expect(decodeBytes(bytes('d0 e3 ec 6b 20 4c e3 ec 6b')).text).toBe('Đắk Lắk')
    expect(decodeBytes(bytes('63 61 66 e9'))).toEqual({ text: 'café', encoding: 'windows-1252', confidence: 0 })
    expect(decodeBytes(bytes('80 93 9f'))).toEqual({ text: '€“Ÿ', encoding: 'windows-1252', confidence: 0 })
    expect(decodeBytes(bytes('ae'), 'tcvn3')).toEqual({ text: 'đ', encoding: 'tcvn3', confidence: 1 })
  })

  it('rejects broken and overlong UTF-8', () => {
    for (const broken of ['c3', 'c3 28', 'ff', 'e1 bb', '80', 'c0 80', 'f5 80 80 80'])
      expect(decodeBytes(bytes(broken)).encoding).not.toBe('utf-8')
    // Sequences that no character has are kept as they are read.
    for (const odd of ['e0 80 80', 'ed a0 80', 'f4 bf bf bf'])
      expect(decodeBytes(bytes(odd)).text.length).toBeGreaterThan(0)
  })
})

describe('whatever comes', () => {
  it('never throws and settles', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aeÃ¡º»®µ¸ñö áà\nvi') }))
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 40 }), (text, raw) => {
        const { confidence, encoding, text: decoded } = decodeLegacy(text)
        if (encoding === undefined) expect(decoded).toBe(text)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        decodeBytes(raw)
      }),
      { numRuns: 3000 },
    )
  })
})
