import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentNumberKey, findEntities } from '../../src/analysis/entities.js'

const short = (text: string) => findEntities(text).map(({ kind, value }) => `${kind} ${value}`)

describe('document numbers', () => {
  it.each([
    ['145/2020/NĐ-CP', '145/2020/nđ-cp'],
    ['145/2020/ND-CP', '145/2020/nđ-cp'],
    ['145/2020/nd-cp', '145/2020/nđ-cp'],
    ['145/2020/NÐ-CP', '145/2020/nđ-cp'],
    ['145/2020/NĐ–CP', '145/2020/nđ-cp'],
    ['145/2020/NĐ - CP', '145/2020/nđ-cp'],
    ['145/2020/NĐ-CP'.normalize('NFD'), '145/2020/nđ-cp'],
    ['100/2015/QH13', '100/2015/qh13'],
    ['35/NQ-CP', '35/nq-cp'],
    ['1234/QĐ-TTg', '1234/qđ-ttg'],
    ['1234/QD-TTg', '1234/qđ-ttg'],
    ['19/HD-LĐLĐ', '19/hd-lđlđ'],
    ['19/HD-LDLD', '19/hd-lđlđ'],
    ['01/GP-STTTT', '01/gp-stttt'],
    ['05-CT/TW', '05-ct/tw'],
    ['05-ct/tw', '05-ct/tw'],
    ['09-NQ/TW', '09-nq/tw'],
    ['05-CT/TƯ', '05-ct/tw'],
    ['05-CT/TU', '05-ct/tu'],
    ['30-CTr/TU', '30-ctr/tu'],
    ['188-QĐ/TW', '188-qđ/tw'],
    ['12/NQ-ĐCT', '12/nq-đct'],
    ['12/NQ-DCT', '12/nq-đct'],
    ['05/DA-UBND', '05/đa-ubnd'],
    ['02/2017/TT-BYT', '02/2017/tt-byt'],
    ['12/2019/TTLT-BYT-BTC', '12/2019/ttlt-byt-btc'],
    ['07/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP', '07/2022/ttlt-vksndtc-tandtc-bca-bqp'],
    ['1111/LDTBXH-BHXH', '1111/lđtbxh-bhxh'],
    ['88/QD-SGDDT', '88/qđ-sgdđt'],
    ['15a/2020/TT-BYT', '15a/2020/tt-byt'],
    ['43/CP', '43/cp'],
    ['12/KH', '12/kh'],
    ['239/UBND-TH', '239/ubnd-th'],
  ])('%s → %s', (text, value) => {
    const [found, ...others] = findEntities(`Theo số ${text}, ngày`)
    expect(found).toMatchObject({ kind: 'document-number', text, value })
    expect(others).toEqual([])
  })

  it('come with their parts', () => {
    expect(findEntities('145/2020/ND-CP')[0].parts).toEqual(['145', '2020', 'nđ', 'cp'])
    expect(findEntities('05-CT/TW')[0].parts).toEqual(['05', 'ct', 'tw'])
  })

  it.each([
    '51/57',
    '15/07/2024',
    '9/7',
    '24/24 giờ',
    'quý III/2023',
    '3-1',
    '4-4-2',
    '10/A',
    '10/người',
    '200.000 đồng/người',
    '100 m2/hộ',
    '5-7 triệu',
    '60-70 HS/lớp',
    '3-tt',
    '12/QL-1',
    '1234567/QĐ-UBND',
    'a145/2020/NĐ-CP',
    '1/2/3/NĐ',
    '12/2020/',
    '2017/2018',
  ])('are none in %s', text => {
    expect(short(text)).toEqual([])
  })
})

describe('documentNumberKey', () => {
  it.each([
    '145/2020/NĐ-CP',
    '145/2020/ND-CP',
    '145/2020/nđ-cp',
    '145/2020/NÐ-CP',
    '145/2020/NĐ–CP',
    '145 / 2020 / NĐ - CP',
    '145/2020/NĐ-CP'.normalize('NFD'),
  ])('%s', text => {
    expect(documentNumberKey(text)).toBe('145/2020/nd-cp')
  })

  it('takes TƯ for TW, but not TU', () => {
    expect(documentNumberKey('05-CT/TƯ')).toBe('05-ct/tw')
    expect(documentNumberKey('05-CT/TU')).toBe('05-ct/tu')
  })

  it('is the same for the value that was found', () => {
    expect(documentNumberKey(findEntities('19/HD-LDLD')[0].value)).toBe('19/hd-ldld')
  })
})

describe('phone numbers', () => {
  it.each([
    ['0299.3822339', '02993822339'],
    ['02993.626252', '02993626252'],
    ['0914 926 900', '0914926900'],
    ['0914.926.900', '0914926900'],
    ['0914-926-900', '0914926900'],
    ['0914926900', '0914926900'],
    ['0914\u00a0926\u00a0900', '0914926900'],
    ['(0299) 3822339', '02993822339'],
    ['(028)38290708', '02838290708'],
    ['02838290708', '02838290708'],
    ['0299 - 3822339', '02993822339'],
    ['+84 914 926 900', '0914926900'],
    ['+84914926900', '0914926900'],
    ['+84 (0)299 3822339', '02993822339'],
    ['+84 0914 926 900', '0914926900'],
    ['(+84) 914 926 900', '0914926900'],
    ['(+84 299) 3822339', '02993822339'],
    ['(84-299) 3822339', '02993822339'],
    ['(84) 299 3822339', '02993822339'],
    ['+84 4 3822 1234', '0438221234'],
    ['028.3.8290708', '02838290708'],
    ['(0299) 3.822.339', '02993822339'],
    ['01234 567 890', '01234567890'],
    ['04 3822 1234', '0438221234'],
    ['1900 6017', '19006017'],
    ['1900.6017', '19006017'],
    ['18001091', '18001091'],
    ['1900 545 464', '1900545464'],
  ])('%s → %s', (text, value) => {
    expect(findEntities(`ĐT: ${text}.`)).toMatchObject([{ kind: 'phone', text, value }])
  })

  it('end before a number that follows', () => {
    expect(findEntities('0914 926 900 15 người')[0].text).toBe('0914 926 900')
    expect(findEntities('(0299 3822339')[0].text).toBe('0299 3822339')
    expect(short('0914926900, 0299 3822339')).toEqual(['phone 0914926900', 'phone 02993822339'])
  })

  it.each([
    '09.07.2024 10 giờ',
    '01 02 2020 10',
    '0914 926',
    '0014 926 900',
    '0914 926 9000 1234 5678',
    '091492690012345',
    '0914926900a',
    '0 914 926 900',
    '0914 92 6 900',
    '(+1) 914 926 900',
    '(84914926900)',
    '07-17-21-29-40-44',
    '02 - 08 - 12 - 14 - 16 - 26',
    '+1 914 926 900',
    '+84',
    '1901 6017',
    '19 006017',
    'A0914926900',
    '12.0914926900',
    '1.900.500 đồng',
  ])('are none in %s', text => {
    expect(short(text)).toEqual([])
  })
})

describe('e-mail and web addresses', () => {
  it.each([
    ['banbientap@soctrang.gov.vn', 'email', 'soctrang.gov.vn'],
    ['Toa.Soan+tin@Bao-Moi.vn', 'email', 'bao-moi.vn'],
    ['http://baosoctrang.org.vn/trong-tinh/soc-trang-thuc-hien-31837.html', 'url', 'baosoctrang.org.vn'],
    ['HTTPS://VnExpress.net', 'url', 'vnexpress.net'],
    ['https://vi.wikipedia.org/wiki/A_(B)', 'url', 'vi.wikipedia.org'],
    ['https://abc.vn/x[1]', 'url', 'abc.vn'],
    ['https://ten:matma@abc.vn:8080/x?y=1#z', 'url', 'abc.vn'],
    ['http://192.168.1.10/x', 'url', '192.168.1.10'],
    ['http://localhost:3000/x', 'url', 'localhost'],
    ['ftp://abc.vn', 'url', 'abc.vn'],
    ['www.congdoan.vn', 'url', 'www.congdoan.vn'],
    ['WWW.congdoan.vn/tin-tuc', 'url', 'www.congdoan.vn'],
    ['congdoan.vn', 'url', 'congdoan.vn'],
    ['laodong.com.vn/cong-doan', 'url', 'laodong.com.vn'],
    ['Zing.vn', 'url', 'zing.vn'],
  ])('%s', (text, kind, host) => {
    for (const around of [`${text}`, `(${text})`, `Xem ${text}.`, `“${text}”, và`]) {
      expect(findEntities(around)).toMatchObject([{ kind, text, host }])
    }
  })

  it('keep an e-mail in lower case, in two parts', () => {
    expect(findEntities('A.B@C.vn')[0]).toMatchObject({ value: 'a.b@c.vn', parts: ['a.b', 'c.vn'] })
    expect(findEntities('https://A.vn/X')[0]).toMatchObject({ value: 'https://A.vn/X', parts: ['a', 'vn'] })
  })

  it('begin after a number that ends the sentence before', () => {
    expect(short('ngày 20/10.VTV.vn')).toEqual(['url VTV.vn'])
    expect(short('123.vn')).toEqual(['url 123.vn'])
  })

  it('leave a bracket outside that the address does not open', () => {
    expect(findEntities('[https://abc.vn/x]).')[0].text).toBe('https://abc.vn/x')
  })

  it.each([
    'Hà Nội.Ngày',
    'TP.HCM',
    'A.Vn',
    'nhà.vn',
    'nha.vnà',
    'tin.vn2',
    'tin.vn.2',
    'a..vn',
    'http://',
    'http:/abc',
    'gopher://abc.vx',
    'http://abc',
    'http://999.1.1.1',
    'www.',
    'wwww',
    'xwww.abc',
    '_ab.vn',
    'giá: 5',
    'a@b',
    '@',
    'a.@b.vn',
    '.@b.vn',
    'a@b.vnà',
    'a@b..vn',
    `${'a'.repeat(70)}@b.vn`,
  ])('are none in %s', text => {
    expect(short(text).filter(found => !found.startsWith('mention'))).toEqual([])
  })

  it('end at 2,048 units and never before the address before', () => {
    expect(findEntities(`http://abc.vn/${'x'.repeat(3000)}`)[0].end).toBeLessThan(2100)
    expect(short('a@b.vn@c.vn')).toEqual(['email a@b.vn'])
  })
})

describe('hashtags, mentions and emoji', () => {
  it.each([
    ['#CôngĐoàn2024 vui', ['hashtag côngđoàn2024']],
    ['#cong_doan', ['hashtag cong_doan']],
    ['#thuỷ', ['hashtag thủy']],
    ['#1', []],
    ['#', []],
    ['a#b', []],
    ['&#b', []],
    [`#${'a'.repeat(101)}`, []],
    ['@vff_official.', ['mention vff_official']],
    ['@A.B', ['mention a.b']],
    ['@a', []],
    ['ten***@gmail.com', []],
    ['@tênđây', []],
    [`@${'a'.repeat(31)}`, []],
    ['Vui 😀!', ['emoji 😀']],
    ['👍🏽👍', ['emoji 👍🏽', 'emoji 👍']],
    ['🇻🇳🇻', ['emoji 🇻🇳']],
    ['❤️ ❤', ['emoji ❤️']],
    ['👨‍👩‍👧', ['emoji 👨‍👩‍👧']],
    ['😀\u200d', ['emoji 😀']],
    ['© ™ ↔ … – “”', []],
    ['☎ ☎️', ['emoji ☎️']],
    ['日本 ไทย', []],
    ['\ud83d', []],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })
})

describe('findEntities', () => {
  it('finds everything of a line in its order', () => {
    const text = 'NĐ 145/2020/NĐ-CP, ĐT 0299.3822339, thư a@b.vn, xem http://c.vn/d (@ban #tin 😀)'
    expect(findEntities(text).map(({ kind }) => kind)).toEqual([
      'document-number',
      'phone',
      'email',
      'url',
      'mention',
      'hashtag',
      'emoji',
    ])
  })

  it('takes any text; texts are the slices, inside and not overlapping', () => {
    const piece = fc.constantFrom(
      '@',
      '#',
      '.',
      '/',
      '-',
      'http://',
      'www.',
      'abc',
      '.vn',
      '0914',
      '926',
      ' ',
      '145/2020/',
      'NĐ',
      '(',
      ')',
      '+84',
      '😀',
      '\u200d',
      '\ufe0f',
      '🇻',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, text: slice, value } of findEntities(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(slice).toBe(text.slice(start, end))
          expect(value).not.toBe('')
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        expect(typeof documentNumberKey(text)).toBe('string')
      }),
      { numRuns: 3000 },
    )
  })
})
