import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ABBREVIATIONS,
  AbbreviationTable,
  abbreviationRows,
  expandText,
  findLongForms,
  looksAbbreviated,
  resolve,
} from '../../src/analysis/abbreviations/index.js'

describe('key', () => {
  it.each([
    ['LĐLĐ', 'ldld'],
    ['L.Đ.L.Đ', 'ldld'],
    ['lđlđ', 'ldld'],
    ['LÐLÐ', 'ldld'],
    ['GD&ĐT', 'gddt'],
    ['GD-ĐT', 'gddt'],
    ['LĐ-TB&XH', 'ldtbxh'],
    ['TƯLĐTT', 'tuldtt'],
    ['Đ/c', 'dc'],
    ['', ''],
    ['…', ''],
  ])('%s → %s', (text, key) => {
    expect(ABBREVIATIONS.key(text)).toBe(key)
  })
})

describe('expansions', () => {
  const senses = (text: string) => ABBREVIATIONS.expansions(text).map(sense => sense.text)

  it.each([
    ['LĐLĐ', ['liên đoàn lao động']],
    ['L.Đ.L.Đ.', ['liên đoàn lao động']],
    ['LÐLÐ', ['liên đoàn lao động']],
    ['cnvc-ld', ['công nhân viên chức lao động']],
    ['cnvcld', ['công nhân viên chức lao động']],
    ['GD&ĐT', ['giáo dục và đào tạo', 'giáo dục đào tạo']],
    ['GD-ĐT', ['giáo dục đào tạo', 'giáo dục và đào tạo']],
    ['gddt', ['giáo dục và đào tạo', 'giáo dục đào tạo']],
    ['LĐ-TB&XH', ['lao động thương binh và xã hội']],
    ['TP.HCM', ['thành phố hồ chí minh']],
    ['TP HCM', ['thành phố hồ chí minh']],
    ['tphcm', ['thành phố hồ chí minh']],
    ['TƯ', ['trung ương']],
    ['TU', ['tỉnh ủy', 'thành ủy', 'trung ương']],
    ['ĐH', ['đại hội', 'đại học']],
    ['dh', ['đại hội', 'đại học']],
    ['HĐ', ['hợp đồng', 'hội đồng', 'hoạt động']],
    ['HD', ['hướng dẫn', 'hợp đồng', 'hội đồng', 'hoạt động']],
    ['NOXH', ['nhà ở xã hội']],
    ['NƠXH', ['nhà ở xã hội']],
    ['PCCC', ['phòng cháy chữa cháy']],
    ['KCN', ['khu công nghiệp']],
    ['WHO', ['tổ chức y tế thế giới']],
    ['ĐN', []],
    ['ĐHTN', []],
    ['XYZ', []],
    ['', []],
    ['__proto__', []],
  ])('%s → %j', (text, expected) => {
    expect(senses(text)).toEqual(expected)
  })

  it('does not take a typed đ for a d', () => {
    expect(senses('ĐN')).toEqual([])
    expect(senses('DN')).toEqual(['doanh nghiệp'])
  })

  it('takes a vowel mark that the entry leaves out only where nothing else agrees', () => {
    const table = new AbbreviationTable()
    table.add('NGUT', 'nhà giáo ưu tú')
    expect(table.expansions('NGƯT').map(({ text }) => text)).toEqual(['nhà giáo ưu tú'])
    expect(senses('TƯ')).toEqual(['trung ương'])
  })

  it('says what people write, with capitals', () => {
    expect(ABBREVIATIONS.expansions('ldtbxh')[0].display).toBe('lao động thương binh và xã hội')
    expect(ABBREVIATIONS.expansions('mttq')[0]).toMatchObject({
      abbreviation: 'MTTQ',
      display: 'Mặt trận Tổ quốc',
      domain: 'organisation',
    })
  })
})

describe('contractions', () => {
  it.each([
    ['liên đoàn lao động', ['LĐLĐ']],
    ['Liên đoàn Lao động', ['LĐLĐ']],
    ['lien doan lao dong', ['LĐLĐ']],
    ['liên doan lao đong', ['LĐLĐ']],
    ['Liên đoan lao động', ['LĐLĐ']],
    ['uỷ ban nhân dân', ['UBND']],
    ['ủy ban nhân dân', ['UBND']],
    ['công đoàn', ['CĐ']],
    ['cong doan', []],
    ['kinh tế - xã hội', ['KT-XH', 'KTXH']],
    ['nhà ở xã hội', ['NƠXH', 'NOXH']],
    ['liên đoán lao động', []],
    ['liên đoàn', ['LĐ']],
    ['đoàn', []],
    ['', []],
  ])('%s → %j', (text, expected) => {
    expect(ABBREVIATIONS.contractions(text)).toEqual(expected)
  })

  it('reads a long form in decomposed letters', () => {
    expect(ABBREVIATIONS.contractions('liên đoàn lao động'.normalize('NFD'))).toEqual(['LĐLĐ'])
  })
})

describe('a table of one’s own', () => {
  it('begins empty, learns, and keeps the larger weight', () => {
    const table = new AbbreviationTable()
    expect([...table]).toEqual([])
    expect(table.size).toBe(0)
    table.add('CĐCS', 'Công đoàn cơ sở', 0.5)
    table.add('CĐCS', 'công đoàn cơ sở', 3)
    table.add('CĐCS', 'công đoàn cơ sở', 2)
    table.add('CĐCS', 'chuyên đề cơ sở')
    table.add('', 'không có gì')
    table.add('KG', '')
    expect(table.size).toBe(2)
    expect(table.longest).toBe(4)
    expect(table.expansions('cdcs')).toMatchObject([
      { text: 'công đoàn cơ sở', weight: 3, domain: 'learned' },
      { text: 'chuyên đề cơ sở', weight: 1 },
    ])
    expect(table.contractions('công đoàn cơ sở')).toEqual(['CĐCS'])
    expect(table.has('CĐCS')).toBe(true)
    expect(table.has('KG')).toBe(false)
  })

  it('takes learned senses beside those of the table, and ignores weights that are no numbers', () => {
    const table = new AbbreviationTable(abbreviationRows)
    const before = table.size
    table.add('CĐCS', 'chuyên đề cơ sở', Number.NaN)
    table.add('LĐLĐ', 'liên đoàn lao động', 2)
    expect(table.size).toBe(before + 1)
    expect(table.expansions('CĐCS').map(({ text, weight }) => [text, weight])).toEqual([
      ['công đoàn cơ sở', 1],
      ['chuyên đề cơ sở', 0],
    ])
    expect(table.expansions('LĐLĐ')[0].weight).toBe(2)
    expect(table.contractions('liên đoàn lao động')).toEqual(['LĐLĐ'])
  })

  it('gives all senses', () => {
    expect([...ABBREVIATIONS].length).toBe(ABBREVIATIONS.size)
    expect(ABBREVIATIONS.size).toBe(abbreviationRows().length)
  })
})

describe('expandText', () => {
  it.each([
    ['Tổng LĐLĐ Việt Nam', 'tổng liên đoàn lao động việt nam'],
    ['PCT UBND', 'phó chủ tịch ủy ban nhân dân'],
    ['"Chủ tịch LĐLĐ tỉnh"', 'chủ tịch liên đoàn lao động tỉnh'],
    ['ldld soc trang', 'liên đoàn lao động soc trang'],
    ['Sở GD&ĐT TP.HCM', 'sở giáo dục và đào tạo thành phố hồ chí minh'],
    ['CĐCS-NĐ trực thuộc', 'công đoàn cơ sở nghiệp đoàn trực thuộc'],
    ['CĐCS-UBND', 'công đoàn cơ sở ủy ban nhân dân'],
    ['BCĐ PCTT-TKCN', 'ban chỉ đạo phòng chống thiên tai tìm kiếm cứu nạn'],
    ['CĐ cơ sở', 'cđ cơ sở'],
    ['ca sĩ', 'ca sĩ'],
    ['CA SĨ HÁT', 'ca sĩ hát'],
    ['LĐLĐ TỈNH SÓC TRĂNG', 'liên đoàn lao động tỉnh sóc trăng'],
    ['CA tỉnh', 'công an tỉnh'],
    ['Trump gặp Putin', 'trump gặp putin'],
    ['thuỷ lợi', 'thủy lợi'],
    ['', ''],
    ['…!', ''],
  ])('%s → %s', (text, expected) => {
    expect(expandText(text)).toBe(expected)
  })

  it('settles an ambiguous abbreviation by its context', () => {
    const has = (words: readonly string[]) => words.join(' ') === 'cao đẳng'
    expect(expandText('Trường CĐ nghề', { has })).toBe('trường cao đẳng nghề')
  })

  it('takes any text and keeps words that are no abbreviations', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        expect(typeof expandText(text)).toBe('string')
      }),
    )
  })
})

describe('looksAbbreviated', () => {
  it.each([
    ['LĐLĐ', false, true],
    ['ldld', false, true],
    ['TP', false, true],
    ['CA', false, true],
    ['CA', true, false],
    ['LĐLĐ', true, true],
    ['Lao', false, false],
    ['lao', false, false],
    ['T', false, false],
    ['ThS', false, true],
  ])('%s in capitals %s: %s', (word, shouting, expected) => {
    expect(looksAbbreviated(word, shouting)).toBe(expected)
  })
})

describe('findLongForms', () => {
  const words = 'chủ tịch liên đoàn lao động tỉnh sóc trăng'.split(' ')

  it('takes the longest at each place', () => {
    expect(findLongForms(words)).toEqual([
      { start: 0, end: 2, abbreviations: ['CT'] },
      { start: 2, end: 6, abbreviations: ['LĐLĐ'] },
    ])
  })

  it('gives those inside others when asked', () => {
    expect(findLongForms(words, ABBREVIATIONS, true).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 6],
      [2, 4],
      [4, 6],
    ])
  })

  it('finds none in nothing', () => {
    expect(findLongForms([])).toEqual([])
    expect(findLongForms(['một', 'hai'])).toEqual([])
  })
})

describe('resolve', () => {
  it('takes the only sense', () => {
    expect(resolve('LĐLĐ')).toMatchObject({ expansion: { text: 'liên đoàn lao động' }, by: 'only' })
    expect(resolve('GD&ĐT')).toMatchObject({ expansion: { text: 'giáo dục và đào tạo' }, by: 'only' })
  })

  it('follows the document’s own definition, known or not', () => {
    expect(resolve('CĐ', { definition: 'cổ đông' })).toMatchObject({
      expansion: { text: 'cổ đông', domain: 'economy' },
      by: 'definition',
    })
    expect(resolve('CĐ', { definition: 'Chuyên đề' })).toMatchObject({
      expansion: { text: 'chuyên đề', domain: 'learned' },
      by: 'definition',
    })
    expect(resolve('QWX', { definition: 'quân với xe' })).toMatchObject({
      expansion: { words: ['quân', 'với', 'xe'] },
      by: 'definition',
    })
    expect(resolve('LĐLĐ', { definition: '…' })).toMatchObject({ by: 'only' })
  })

  it('looks for the words of the senses in the document', () => {
    const standing = (...senses: string[]) => ({ has: (words: readonly string[]) => senses.includes(words.join(' ')) })
    expect(resolve('CĐ', standing('cao đẳng'))).toMatchObject({ expansion: { text: 'cao đẳng' }, by: 'context' })
    const shared = resolve('CĐ', standing('cao đẳng', 'cổ đông'))
    expect(shared.expansion).toBeUndefined()
    expect(shared.shares.map(({ expansion }) => expansion.text)).toEqual(['cao đẳng', 'cổ đông'])
  })

  it('shares the weight otherwise', () => {
    const { expansion, shares, by } = resolve('CĐ')
    expect(expansion).toBeUndefined()
    expect(by).toBeUndefined()
    expect(shares.length).toBe(4)
    expect(shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
    expect(shares[0].weight).toBeGreaterThan(shares[3].weight)
  })

  it('never settles an abbreviation with unlisted senses by itself', () => {
    expect(resolve('QC').expansion).toBeUndefined()
    expect(resolve('BĐ').shares.length).toBe(2)
  })

  it('tells HD from HĐ in marked text only', () => {
    expect(resolve('HD', { marked: true })).toMatchObject({ expansion: { text: 'hướng dẫn' }, by: 'only' })
    expect(resolve('HD').shares.map(({ expansion }) => expansion.text)).toEqual([
      'hướng dẫn',
      'hợp đồng',
      'hội đồng',
      'hoạt động',
    ])
    const { shares } = resolve('HD')
    expect(shares[0].weight).toBeGreaterThan(shares[1].weight)
  })

  it('knows nothing of what it does not know', () => {
    expect(resolve('XYZ')).toEqual({ expansion: undefined, shares: [], by: undefined })
    expect(resolve('XYZ', { marked: true })).toEqual({ expansion: undefined, shares: [], by: undefined })
    expect(resolve('LĐLĐ', { table: new AbbreviationTable() }).shares).toEqual([])
  })
})
