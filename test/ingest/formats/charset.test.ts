import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/ingest/decode.js'
import { characterEnd, firstBadByte, sequencesIn } from '../../../src/ingest/utf8.js'
import { read, utf8 } from './read.js'

const TITLE = 'Công đoàn huyện Long Phú trao mái ấm cho đoàn viên nghèo'
const TEXT =
  'Sáng nay, Liên đoàn Lao động huyện trao hai căn nhà cho đoàn viên có hoàn cảnh khó khăn. Mỗi căn trị giá sáu mươi triệu đồng, do công đoàn các cấp đóng góp.'

/** TCVN3 by its table in the standard: the byte of each small letter. */
const TCVN3 = new Map([
  ...Object.entries({
    ă: 0xa8,
    â: 0xa9,
    ê: 0xaa,
    ô: 0xab,
    ơ: 0xac,
    ư: 0xad,
    đ: 0xae,
    à: 0xb5,
    ả: 0xb6,
    ã: 0xb7,
    á: 0xb8,
    ạ: 0xb9,
    ằ: 0xbb,
    ẳ: 0xbc,
    ẵ: 0xbd,
    ắ: 0xbe,
    ặ: 0xc6,
    ầ: 0xc7,
    ẩ: 0xc8,
    ẫ: 0xc9,
    ấ: 0xca,
    ậ: 0xcb,
    è: 0xcc,
    ẻ: 0xce,
    ẽ: 0xcf,
    é: 0xd0,
    ẹ: 0xd1,
    ề: 0xd2,
    ể: 0xd3,
    ễ: 0xd4,
    ế: 0xd5,
    ệ: 0xd6,
    ì: 0xd7,
    ỉ: 0xd8,
    ĩ: 0xdc,
    í: 0xdd,
    ị: 0xde,
    ò: 0xdf,
    ỏ: 0xe1,
    õ: 0xe2,
    ó: 0xe3,
    ọ: 0xe4,
    ồ: 0xe5,
    ổ: 0xe6,
    ỗ: 0xe7,
    ố: 0xe8,
    ộ: 0xe9,
    ờ: 0xea,
    ở: 0xeb,
    ỡ: 0xec,
    ớ: 0xed,
    ợ: 0xee,
    ù: 0xef,
    ủ: 0xf1,
    ũ: 0xf2,
    ú: 0xf3,
    ụ: 0xf4,
    ừ: 0xf5,
    ử: 0xf6,
    ữ: 0xf7,
    ứ: 0xf8,
    ự: 0xf9,
    ỳ: 0xfa,
    ỷ: 0xfb,
    ỹ: 0xfc,
    ý: 0xfd,
    ỵ: 0xfe,
    Đ: 0xa7,
    Ô: 0xa4,
  }),
])
const tcvn3 = (text: string) => Uint8Array.from(text.normalize('NFC'), char => TCVN3.get(char) ?? char.charCodeAt(0))
const page = (head: string, text = TEXT) =>
  `<html><head>${head}<title>${TITLE}</title></head><body><h1>${TITLE}</h1><p>${text}</p><p>Đoàn viên phấn khởi nhận nhà mới và cảm ơn công đoàn.</p></body></html>`

describe('the charset of a page', () => {
  it.each([
    ['without a label', ''],
    ['with a wrong label', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ['labelled UTF-8', '<meta charset="utf-8">'],
    ['with its own label', '<meta charset="x-viet-tcvn5712">'],
  ])('TCVN3 %s', (_, head) => {
    const { documents, errors } = read('a.html', tcvn3(page(head)))
    expect(errors).toEqual([])
    expect(documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(TEXT) }])
  })

  it('TCVN3 stored as entities', () => {
    const bytes = tcvn3(page(''))
    const text = Array.from(bytes, byte => (byte < 0x80 ? String.fromCharCode(byte) : `&#${byte};`)).join('')
    expect(read('a.html', text).documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(TEXT) }])
  })

  it('UTF-8 whatever the label says, with a warning and its place', () => {
    const { documents, warnings } = read('a.html', `\n${page('<meta charset="windows-1252">')}`)
    expect(documents).toMatchObject([{ title: TITLE }])
    expect(warnings).toMatchObject([{ code: 'BAD_INPUT', file: 'a.html', line: 2, got: 'windows-1252' }])
  })

  it('UTF-8 that was misread and stored again', () => {
    const text = new TextDecoder('windows-1252').decode(utf8(page('<meta charset="utf-8">')))
    const { documents, warnings } = read('a.html', text)
    expect(documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(TEXT) }])
    expect(warnings).toMatchObject([{ got: 'utf-8-misread' }])
  })

  it.each([
    ['with a mark', true],
    ['without', false],
  ])('UTF-16 %s', (_, mark) => {
    const text = `${mark ? '\ufeff' : ''}${page('')}`
    const bytes = new Uint8Array(text.length * 2)
    for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 * i)
    expect(read('a.html', bytes).documents).toMatchObject([{ title: TITLE }])
  })

  it('Western, where nothing else fits', () => {
    const { documents, warnings } = read(
      'a.txt',
      Uint8Array.from('Tr\xe0 Vinh m\xf9a n\xf3ng, l\xfaa ch\xe1y', c => c.charCodeAt(0)),
    )
    expect(documents).toMatchObject([{ body: 'Trà Vinh mùa nóng, lúa cháy' }])
    expect(warnings).toMatchObject([{ got: 'windows-1252', offset: 2, line: 1 }])
  })

  it('another that the page names', () => {
    const head = utf8('<html><head><meta charset="gb2312"></head><body><p>')
    const bytes = Uint8Array.from([
      ...head,
      0xd6,
      0xd0,
      0xb9,
      0xfa,
      ...utf8('. Sang hom nay, hoi nghi khai mac tai thu do.</p></body></html>'),
    ])
    expect(decodeText('a.html', bytes)).toMatchObject({ encoding: 'gbk', text: expect.stringContaining('中国') })
  })

  it('two in one page: lines of either are read', () => {
    const lines = [
      utf8(`${TITLE}\n`),
      tcvn3(`${TEXT}\n`),
      utf8('Đoàn viên phấn khởi nhận nhà mới và cảm ơn công đoàn.\n'.repeat(9)),
    ]
    const { documents, warnings } = read('a.txt', Uint8Array.from(lines.flatMap(line => [...line])))
    expect(documents).toMatchObject([{ title: TITLE, body: expect.stringContaining(TEXT) }])
    expect(warnings).toMatchObject([{ got: 'mixed encodings', line: 2 }])
  })

  it('a byte that is in none is shown as such, and told with its place', () => {
    const { documents, warnings } = read(
      'a.txt',
      Uint8Array.from([...utf8('Hội\nHội '), 0xff, ...utf8('nghị công đoàn huyện.')]),
    )
    expect(documents[0].body).toContain('Hội \ufffdnghị')
    expect(warnings).toMatchObject([{ code: 'BAD_INPUT', file: 'a.txt', line: 2, offset: 12 }])
  })

  it('is left alone in languages that have such letters', () => {
    for (const text of [
      'Größe über alles? Öl, Äpfel und Bäume für Köln',
      'garçon naïve où ça, être à la forêt, Noël',
      'mañana, niño, Ñandú y corazón ¿qué? ¡sí!',
    ])
      expect(decodeText('a', utf8(text))).toEqual({ text, encoding: 'utf-8' })
  })
})

describe('UTF-8 sequences', () => {
  it('are found where the platform decoder finds them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const { bad } = sequencesIn(bytes)
        expect(bad === 0).toBe(firstBadByte(bytes) === bytes.length)
        const end = characterEnd(bytes, bytes.length)
        expect(bytes.length - end).toBeLessThan(4)
      }),
      { numRuns: 1000 },
    )
  })

  it('are never cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.nat(), (text, at) => {
        const bytes = utf8(text)
        const end = characterEnd(bytes, at % (bytes.length + 1))
        expect(firstBadByte(bytes.subarray(0, end))).toBe(end)
      }),
      { numRuns: 1000 },
    )
  })

  it('any bytes decode or are refused with a typed error', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.constantFrom('tcvn', 'utf-8', 'x', 'gbk', 'utf-16')),
        (bytes, label) => {
          try {
            expect(typeof decodeText('a', bytes, label ?? undefined).text).toBe('string')
          } catch (error) {
            expect(error).toMatchObject({ code: 'BAD_INPUT', file: 'a' })
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
