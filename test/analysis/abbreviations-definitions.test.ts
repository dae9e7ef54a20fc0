import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDefinitions, Learner } from '../../src/analysis/abbreviations/index.js'
import { clean } from '../../src/text/unicode.js'

const pairs = (text: string) =>
  findDefinitions(text).map(({ abbreviation, expansion }) => `${abbreviation}=${expansion}`)

describe('findDefinitions', () => {
  it.each([
    // long form (short form)
    ['Các công đoàn cơ sở (CĐCS) trong tỉnh', 'CĐCS=công đoàn cơ sở'],
    ['chăm lo cho người lao động (NLĐ) và đoàn viên', 'NLĐ=người lao động'],
    ['Liên đoàn Lao động (LĐLĐ) tỉnh Sóc Trăng', 'LĐLĐ=Liên đoàn Lao động'],
    ['LIÊN ĐOÀN LAO ĐỘNG (LĐLĐ) TỈNH', 'LĐLĐ=LIÊN ĐOÀN LAO ĐỘNG'],
    ['bảo hiểm xã hội(BHXH)', 'BHXH=bảo hiểm xã hội'],
    ['bảo hiểm xã hội ( BHXH )', 'BHXH=bảo hiểm xã hội'],
    ['cán bộ, công chức, viên chức (CBCCVC)', 'CBCCVC=cán bộ, công chức, viên chức'],
    ['Hội Liên hiệp Phụ nữ (LHPN) tỉnh Trà Vinh', 'LHPN=Liên hiệp Phụ nữ'],
    ['“nhà ở xã hội” (“NƠXH”)', 'NƠXH=nhà ở xã hội'],
    ['nhà ở xã hội (NOXH)', 'NOXH=nhà ở xã hội'],
    ['thỏa ước lao động tập thể (TƯLĐTT)', 'TƯLĐTT=thỏa ước lao động tập thể'],
    ['thoả ước lao động tập thể (TULĐTT)', 'TULĐTT=thoả ước lao động tập thể'],
    ['nghệ sĩ ưu tú (NSUT)', 'NSUT=nghệ sĩ ưu tú'],
    ['Quân khu 7 (QK7)', 'QK7=Quân khu 7'],
    ['Ban Quản lý dự án 85 (BQLDA 85)', 'BQLDA 85=Ban Quản lý dự án 85'],
    ['Kết quả của Ngân hàng (NH)', 'NH=Ngân hàng'],
    ['Bệnh Viện (BV) Chợ Rẫy', 'BV=Bệnh Viện'],
    // "và", hyphens, several parts
    ['Sở Giáo dục và Đào tạo (GD&ĐT)', 'GD&ĐT=Giáo dục và Đào tạo'],
    ['Sở Giáo dục và Đào tạo (GD-ĐT)', 'GD-ĐT=Giáo dục và Đào tạo'],
    ['Sở Giáo dục và Đào tạo (GDĐT)', 'GDĐT=Giáo dục và Đào tạo'],
    ['Giáo dục & Đào tạo (GD&ĐT)', 'GD&ĐT=Giáo dục & Đào tạo'],
    ['Bộ Lao động - Thương binh và Xã hội (LĐ-TB&XH)', 'LĐ-TB&XH=Lao động - Thương binh và Xã hội'],
    ['Bộ Nông nghiệp và Phát triển nông thôn (NN & PTNT)', 'NN & PTNT=Nông nghiệp và Phát triển nông thôn'],
    [
      'phòng cháy, chữa cháy và cứu nạn, cứu hộ (PCCC và CNCH)',
      'PCCC và CNCH=phòng cháy, chữa cháy và cứu nạn, cứu hộ',
    ],
    ['phát triển kinh tế – xã hội (KT-XH)', 'KT-XH=kinh tế – xã hội'],
    ['Hội đồng Bảo an Liên hợp quốc (HĐBA LHQ)', 'HĐBA LHQ=Hội đồng Bảo an Liên hợp quốc'],
    ['đồng chí (Đ/c) Nguyễn Văn An', 'Đ/c=đồng chí'],
    // short form (long form)
    ['LĐLĐ (Liên đoàn Lao động) tỉnh', 'LĐLĐ=Liên đoàn Lao động'],
    ['HĐBA LHQ (Hội đồng Bảo an Liên hợp quốc)', 'HĐBA LHQ=Hội đồng Bảo an Liên hợp quốc'],
    ['GD&ĐT (giáo dục và đào tạo)', 'GD&ĐT=giáo dục và đào tạo'],
    ['“CĐCS” (“công đoàn cơ sở”)', 'CĐCS=công đoàn cơ sở'],
    ['CĐCS (tức công đoàn cơ sở)', 'CĐCS=công đoàn cơ sở'],
    ['CĐCS (viết tắt của công đoàn cơ sở)', 'CĐCS=công đoàn cơ sở'],
    // lead-ins
    ['Ủy ban nhân dân (viết tắt là UBND)', 'UBND=Ủy ban nhân dân'],
    ['Ủy ban nhân dân (sau đây gọi tắt là UBND)', 'UBND=Ủy ban nhân dân'],
    ['Hợp tác xã (sau đây gọi là “HTX”)', 'HTX=Hợp tác xã'],
    ['người lao động (sau đây gọi chung là NLĐ)', 'NLĐ=người lao động'],
    ['Hợp tác xã (viết tắt: HTX; thành lập năm 2001)', 'HTX=Hợp tác xã'],
    ['Liên đoàn Lao động, gọi tắt là LĐLĐ, được thành lập', 'LĐLĐ=Liên đoàn Lao động'],
    ['Liên đoàn Lao động, sau đây gọi là LĐLĐ.', 'LĐLĐ=Liên đoàn Lao động'],
    ['Công đoàn cơ sở được viết tắt là “CĐCS”.', 'CĐCS=Công đoàn cơ sở'],
    ['CĐCS là viết tắt của công đoàn cơ sở.', 'CĐCS=công đoàn cơ sở'],
    ['“CĐCS” là chữ viết tắt của cụm từ “công đoàn cơ sở”', 'CĐCS=công đoàn cơ sở'],
    ['“Công đoàn cơ sở” sau đây được viết tắt là CĐCS', 'CĐCS=Công đoàn cơ sở'],
    ['GD&ĐT là viết tắt của giáo dục và đào tạo.', 'GD&ĐT=giáo dục và đào tạo'],
    // đ, eth, no marks at all, other languages
    ['Ðoàn viên công đoàn (ĐVCĐ)', 'ĐVCĐ=Đoàn viên công đoàn'],
    ['Đoàn viên công đoàn (ÐVCÐ)', 'ĐVCĐ=Đoàn viên công đoàn'],
    ['lien doan lao dong (LDLD)', 'LDLD=lien doan lao dong'],
    ['lien doan lao dong (LĐLĐ)', 'LĐLĐ=lien doan lao dong'],
    ['World Health Organization (WHO)', 'WHO=World Health Organization'],
  ])('%s: %s', (text, expected) => {
    expect(pairs(text)).toEqual([expected])
  })

  it.each([
    'nhiệm kỳ 2023 - 2028” (Dự án)',
    'người lao động (Ảnh: PV)',
    'Tổ chức Y tế thế giới (WHO)',
    'Cục Điều tra Liên bang Mỹ (FBI)',
    'Sở Giao thông Vận tải (TP.HCM)',
    'quận Bình Tân (TP. HCM)',
    'Đại hội đại biểu (ĐHDB)',
    'Liên đoàn lao động (LDLD)',
    'Dân quân tự vệ (ĐQTV)',
    'Tổng hợp: Trần Huyền (t/h)',
    'Tin bão số 3. Thanh Hà (TH)',
    'Bão tan.\nThanh Hà (TH)\nTin khác',
    'Bão tan\n\nThanh Hà (TH)',
    'Bình Định. Đức Dũng (TTXVN)',
    'công đoàn. Cơ sở (CĐCS)',
    'công đoàn "cơ sở" ngành (CĐCS)',
    'công đoàn cơ sở\n(CĐCS',
    'công đoàn cơ sở (CĐCS\n)',
    'công đoàn cơ sở (là (CĐCS',
    'cơ sở (CĐCS)',
    '(CĐCS)',
    'Công ty TNHH (CTT)',
    'ông Nguyễn A (NA1B2C)',
    'người lao động (2NLĐ)',
    'người (N)',
    'CĐCS (công đoàn cơ sở tỉnh)',
    'CĐCS (công đoàn: cơ sở)',
    'ABC (một)',
    'abc (anh bạn cũ)',
    'sau đây gọi là Dự án',
    'Kế hoạch này, sau đây gọi là DA lớn',
    'là viết tắt của công đoàn',
    'nó là viết tắt của công đoàn cơ sở',
    'CĐCS là viết tắt của công đoàn',
    'chữ viết tắt của . công đoàn',
    'tắt là ',
    '',
    '()',
    '(((((',
    'V A (VA)',
  ])('finds none in %j', text => {
    expect(pairs(text)).toEqual([])
  })

  it('finds several in the order of the text, each once', () => {
    const text = 'công đoàn cơ sở (CĐCS), người lao động (sau đây gọi tắt là NLĐ); UBND (Ủy ban nhân dân)'
    expect(pairs(text)).toEqual(['CĐCS=công đoàn cơ sở', 'NLĐ=người lao động', 'UBND=Ủy ban nhân dân'])
  })

  it('tells where the long form stands', () => {
    const text = 'Ngày 5/3, công đoàn cơ sở (CĐCS) họp'
    const [{ start, end }] = findDefinitions(text)
    expect(text.slice(start, end)).toBe('công đoàn cơ sở')
  })

  it('reads decomposed letters', () => {
    for (const text of [
      'công đoàn cơ sở (CĐCS)',
      'Liên đoàn Lao động, gọi tắt là LĐLĐ',
      'CĐCS là viết tắt của công đoàn cơ sở',
    ]) {
      expect(pairs(text.normalize('NFD'))).toEqual(pairs(text))
      expect(pairs(text).length).toBe(1)
    }
  })

  it('takes any text; the long form is the slice, cleaned', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'công ',
      'đoàn ',
      'cơ sở ',
      'CĐCS',
      ' ',
      '-',
      'ắt là ',
      'ắt của ',
      'và ',
      '“',
      'Ð',
      '.',
      '\u0301',
      'gọi t',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        for (const { abbreviation, expansion, start, end } of findDefinitions(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(clean(text.slice(start, end))).toBe(expansion)
          expect(abbreviation.length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('Learner', () => {
  const learn = (...texts: string[]) => {
    const learner = new Learner()
    for (const text of texts) learner.add(findDefinitions(text))
    return learner
  }

  it('counts documents, not places', () => {
    const learner = learn('công đoàn cơ sở (CĐCS) và công đoàn cơ sở (CĐCS)', 'Công đoàn cơ sở (CĐCS)')
    expect(learner.learned()).toEqual([{ abbreviation: 'CĐCS', expansion: 'công đoàn cơ sở', documents: 2 }])
  })

  it('settles spellings and misspellings by majority', () => {
    const learner = learn(
      'Liên hợp quốc (LHQ)',
      'Liên hợp quốc (LHQ)',
      'Liên hơp quốc (LHQ)',
      'Liên hiệp quốc (LHQ)',
      'giáo dục - đào tạo (GD-ĐT)',
      'giáo dục và đào tạo (GD&ĐT)',
      'giáo dục và đào tạo (GD&ĐT)',
      'tai nạn giao thông (TNGT)',
      'tai nạn giao thôngg (TNGT)',
    )
    expect(learner.learned()).toEqual([
      { abbreviation: 'LHQ', expansion: 'Liên hợp quốc', documents: 3 },
      { abbreviation: 'GD&ĐT', expansion: 'giáo dục và đào tạo', documents: 3 },
      { abbreviation: 'TNGT', expansion: 'tai nạn giao thông', documents: 2 },
      { abbreviation: 'LHQ', expansion: 'Liên hiệp quốc', documents: 1 },
    ])
    expect(learner.learned(2).length).toBe(3)
  })

  it('keeps a second sense only beside one that is not far more frequent', () => {
    const many = Array.from({ length: 20 }, () => 'cao đẳng (CĐ)')
    expect(learn(...many, 'cổ đông (CĐ)').learned()).toEqual([
      { abbreviation: 'CĐ', expansion: 'cao đẳng', documents: 20 },
    ])
    expect(learn(...many, 'cổ đông (CĐ)', 'cổ đông (CĐ)').learned().length).toBe(2)
    expect(learn('một hai ba (MHB)', 'một hai ba bốn (MHBB)').learned().length).toBe(2)
  })

  it('does not trip over names of object properties, or over nothing', () => {
    const learner = new Learner()
    learner.add([{ abbreviation: '__proto__', expansion: 'constructor', start: 0, end: 0 }])
    learner.add([{ abbreviation: '', expansion: '', start: 0, end: 0 }])
    expect(learner.learned()).toEqual([{ abbreviation: '__proto__', expansion: 'constructor', documents: 1 }])
  })
})
