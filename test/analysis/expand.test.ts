import { describe, expect, it } from 'vitest'
import { Analyzer } from '../../src/analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED } from '../../src/analysis/tokens.js'

/** The terms that are neighbours of one another, in order. */
function neighbours({ tokens, vocabulary }: Analyzer): string {
  return terms({ tokens, vocabulary }, flags => (flags & ASIDE) === 0)
}

/** The terms that stand aside, in order. */
function asides({ tokens, vocabulary }: Analyzer): string {
  return terms({ tokens, vocabulary }, flags => (flags & ASIDE) !== 0)
}

function terms({ tokens, vocabulary }: Pick<Analyzer, 'tokens' | 'vocabulary'>, wanted: (flags: number) => boolean) {
  const found: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (wanted(tokens.flags[at])) found.push(vocabulary.terms[tokens.terms[at]])
  }
  return found.join(' ')
}

function query(text: string): Analyzer {
  const analyzer = new Analyzer()
  analyzer.query(text)
  return analyzer
}

function document(...texts: readonly string[]): Analyzer {
  const analyzer = new Analyzer()
  analyzer.document(texts, term => `~${term}`)
  return analyzer
}

/** The readings of what a query leaves open. */
function readings(text: string): string[][] {
  const analyzer = new Analyzer()
  return analyzer
    .query(text)
    .map(({ readings: found }) =>
      found.map(({ terms: numbers }) => numbers.map(number => analyzer.vocabulary.terms[number]).join(' ')),
    )
}

describe('a query', () => {
  it.each([
    // Abbreviations in capitals, in small letters, without marks.
    ['LĐLĐ', 'liên đoàn lao động'],
    ['lđlđ', 'liên đoàn lao động'],
    ['LDLD', 'liên đoàn lao động'],
    ['ldld', 'liên đoàn lao động'],
    ['L.Đ.L.Đ', 'liên đoàn lao động'],
    ['ldld Sóc Trăng', 'liên đoàn lao động sóc trăng'],
    ['họp CĐCS', 'họp công đoàn cơ sở'],
    ['cdcs', 'công đoàn cơ sở'],
    ['cnvcld', 'công nhân viên chức lao động'],
    ['pct ubnd xã', 'phó chủ tịch ủy ban nhân dân xã'],
    ['HĐND', 'hội đồng nhân dân'],
    // Compounds.
    ['Sở GD&ĐT', 'sở giáo dục và đào tạo'],
    ['sở gd&đt', 'sở giáo dục và đào tạo'],
    ['LĐ-TB&XH', 'lao động thương binh và xã hội'],
    ['TP.HCM', 'thành phố hồ chí minh'],
    ['tphcm', 'thành phố hồ chí minh'],
    ['tp hcm', 'thành phố hồ chí minh'],
    ['TP. Huế', 'thành phố huế'],
    // Spellings of names and loanwords.
    ['Daklak', 'đắk lắk'],
    ['Đăk Lăk', 'đắk lắk'],
    ['Đắc Lắc', 'đắk lắk'],
    ['dak lak', 'đắk lắk'],
    ['Đắk Lắk', 'đắk lắk'],
    ['đi oto', 'đi ô tô'],
    ['ôtô con', 'ô tô con'],
    // Long forms typed without marks get them, from three words on.
    ['lien doan lao dong', 'liên đoàn lao động'],
    ['LIEN DOAN LAO DONG tinh', 'liên đoàn lao động tinh'],
    ['cong doan co so', 'công đoàn cơ sở'],
    ['uy ban nhan dan xa', 'ủy ban nhân dân xa'],
    ['cong nhan vien chuc lao dong', 'công nhân viên chức lao động'],
    ['lien doan', 'lien doan'],
    ['cong doan', 'cong doan'],
    // With some marks they stay as they are: what was left out is the search's to find.
    ['liên doan lao dong', 'liên doan lao dong'],
    // What is a word, or nothing known, is what it is.
    ['tu cho co', 'tu cho co'],
    ['xyzq', 'xyzq'],
    ['Nga-Mỹ', 'nga mỹ'],
  ])('%s asks for %s', (text, expected) => {
    expect(neighbours(query(text))).toBe(expected)
    expect(neighbours(query(text.normalize('NFD')))).toBe(expected)
  })

  it.each([
    ['LĐLĐ tỉnh', 'lđlđ'],
    ['ldld', 'ldld'],
    ['GD&ĐT', 'gd đt gdđt'],
    ['LĐ-TB&XH', 'lđ tb xh lđtbxh'],
    ['TP.HCM', 'tp hcm tphcm'],
    ['Daklak', 'daklak'],
    ['Covid-19', 'covid19'],
    ['Kim Jong-un', 'jongun'],
    ['145/2020/NĐ-CP', '145/2020/nd-cp'],
    ['145/2020/nđ-cp', '145/2020/nd-cp'],
    ['145/2020/NĐ – CP', '145/2020/nd-cp'],
    ['Luật 100/2015/QH13', '100/2015/qh13'],
    ['lao động', ''],
  ])('%s has beside it: %s', (text, expected) => {
    expect(asides(query(text))).toBe(expected)
  })

  it.each([
    ['CĐ', ['công đoàn', 'cao đẳng']],
    ['cđ', ['công đoàn', 'cao đẳng']],
    ['cd', ['công đoàn', 'cao đẳng']],
    ['BCH', ['ban chấp hành', 'bộ chỉ huy']],
  ])('%s may be several things', (text, likeliest) => {
    const [found] = readings(text)
    expect(found.slice(0, likeliest.length)).toEqual(likeliest)
    expect(neighbours(query(text))).toBe(text.toLowerCase())
  })

  it('tells where what is open stands, with weights that add up to 1', () => {
    const analyzer = new Analyzer()
    const [open, ...others] = analyzer.query('họp BCH ldld')
    expect(others).toEqual([])
    const { tokens, vocabulary } = analyzer
    expect(vocabulary.terms[tokens.terms[open.token]]).toBe('bch')
    expect(open.readings.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
    for (const { weight } of open.readings) expect(weight).toBeGreaterThan(0)
  })

  it.each([
    ['CĐ công đoàn', 'công đoàn công đoàn'],
    ['công đoàn CĐ', 'công đoàn công đoàn'],
    ['CĐ cao đẳng', 'cao đẳng cao đẳng'],
    ['trường cao đẳng CĐ', 'trường cao đẳng cao đẳng'],
    // With two of its senses in the text it stays open.
    ['CĐ công đoàn cao đẳng', 'cđ công đoàn cao đẳng'],
  ])('%s: the words around settle it', (text, expected) => {
    expect(neighbours(query(text))).toBe(expected)
    expect(readings(text)).toHaveLength(expected.startsWith('cđ') ? 1 : 0)
  })
})

describe('a document', () => {
  it.each([
    ['Đại hội LĐLĐ tỉnh', 'đại hội liên đoàn lao động tỉnh'],
    ['Đại hội CĐCS', 'đại hội công đoàn cơ sở'],
    ['về Daklak', 'về đắk lắk'],
    // Small letters are words, and nothing gets marks.
    ['ldld ubnd', 'ldld ubnd'],
    // Its own definitions, wherever they stand.
    ['Chi hội Phụ nữ (CHPN) ấp. CHPN họp', 'chi hội phụ nữ chi hội phụ nữ ấp chi hội phụ nữ họp'],
    ['CHPN họp', 'chpn họp'],
    ['Cao đẳng (CĐ) và công đoàn. CĐ dạy', 'cao đẳng cao đẳng và công đoàn cao đẳng dạy'],
    // Of several senses the one whose words stand in it.
    ['Trường cao đẳng nghề. CĐ dạy', 'trường cao đẳng nghề cao đẳng dạy'],
    ['Công đoàn ngành. CĐ tặng', 'công đoàn ngành công đoàn tặng'],
    ['Công đoàn trường cao đẳng. CĐ tặng', 'công đoàn trường cao đẳng cđ tặng'],
    ['CĐ tặng', 'cđ tặng'],
  ])('%s says %s', (text, expected) => {
    expect(neighbours(document(text))).toBe(expected)
    expect(neighbours(document(text.normalize('NFD')))).toBe(expected)
  })

  it('has its definitions in all its texts, and the next one does not', () => {
    const analyzer = new Analyzer()
    const read = (...texts: readonly string[]) => {
      analyzer.document(texts, term => `~${term}`)
      return neighbours(analyzer)
    }
    expect(read('CHPN họp', 'Chi hội Phụ nữ (CHPN)')).toBe('chi hội phụ nữ họp chi hội phụ nữ chi hội phụ nữ')
    expect(analyzer.textStarts).toEqual([0, 6, 15])
    expect(analyzer.textStarts[2]).toBe(analyzer.tokens.length)
    expect(read('CHPN họp')).toBe('chpn họp')
    expect(read('Cao đẳng nghề', 'CĐ dạy')).toBe('cao đẳng nghề cđ dạy')
  })

  it('typed without marks has terms of unknown marks, but for what it abbreviates', () => {
    expect(neighbours(document('Cong doan co so tang qua Tet', 'LDLD huyen'))).toBe(
      '~cong ~doan ~co ~so ~tang ~qua ~tet liên đoàn lao động ~huyen',
    )
    // A few words say nothing about how it was typed; some marks are enough.
    expect(neighbours(document('Tin cho ban'))).toBe('tin cho ban')
    expect(neighbours(document('Công doan co so tang qua Tet'))).toBe('công doan co so tang qua tet')
  })

  it('counts what was written', () => {
    expect(document('Đại hội LĐLĐ tỉnh', 'Sở GD&ĐT, ca Covid-19').writtenWords).toBe(4 + 6)
    expect(document('').writtenWords).toBe(0)
  })
})

describe('the offsets of what is expanded', () => {
  function spans({ tokens }: Analyzer, text: string): string[] {
    return Array.from({ length: tokens.length }, (_, at) => text.slice(tokens.starts[at], tokens.ends[at]))
  }

  it.each([
    ['họp LĐLĐ tỉnh', 'họp|LĐLĐ|LĐLĐ|LĐLĐ|LĐLĐ|LĐLĐ|tỉnh'],
    ['Sở GD&ĐT', 'Sở|GD|ĐT|GD&ĐT|GD&ĐT|GD&ĐT|GD&ĐT|GD&ĐT|GD&ĐT'],
    ['về Đăk Lăk', 'về|Đăk|Lăk|Đăk|Lăk'],
    ['về Daklak', 'về|Daklak|Daklak|Daklak'],
    ['số 145/2020/NĐ-CP', 'số|145|2020|NĐ|CP|145/2020/NĐ-CP'],
    ['ca Covid-19', 'ca|Covid|19|Covid-19'],
  ])('in "%s" are those of what stands there', (text, expected) => {
    expect(spans(document(text), text).join('|')).toBe(expected)
  })

  it('keep the break before what was replaced, and have none inside', () => {
    const { tokens } = document('Trời mưa. LĐLĐ tỉnh họp. Daklak vui')
    const breaks = Array.from({ length: tokens.length }, (_, at) => at).filter(at => (tokens.flags[at] & BREAK) !== 0)
    expect(breaks.map(at => (tokens.flags[at] & EXPANDED) !== 0)).toEqual([false, true, true])
    for (const at of breaks) expect(tokens.flags[at] & ASIDE).toBe(0)
  })
})
