import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Analyzer } from '../../../src/analysis/analyzer.js'
import { IndexReader } from '../../../src/index/reader.js'
import { buildIndex } from '../../../src/index.js'
import { CacheRoom } from '../../../src/search/cache.js'
import { Corrector } from '../../../src/search/correct/correct.js'
import { Lexicon } from '../../../src/search/lexicon.js'
import { DEFAULT_RANKING, ImpactTable } from '../../../src/search/scoring.js'

const SENTENCES = [
  'Liên đoàn Lao động tỉnh Sóc Trăng thăm công nhân.',
  'Vụ tai nạn lao động xảy ra ở công trường.',
  'Công đoàn cơ sở chăm lo đoàn viên và người lao động.',
  'Người lao động nhận trợ cấp bảo hiểm xã hội.',
  'Đội tuyển bóng đá nữ vào chung kết.',
  'Giá xăng dầu tăng từ chiều nay.',
  'Bản đồ quy hoạch Đà Nẵng được công bố.',
  'Ronaldo ghi bàn cho đội tuyển Bồ Đào Nha trên Facebook.',
  'Nghị định 145/2020/NĐ-CP quy định về điều kiện lao động.',
  'Chú ong đốt cậu bé trong vườn nhãn.',
]

async function correctorOf(texts: readonly string[]): Promise<Corrector> {
  const documents = texts.flatMap((body, at) => Array.from({ length: 6 }, (_, copy) => ({ id: `${at}-${copy}`, body })))
  const reader = new IndexReader(await buildIndex(documents))
  const lists = new Lexicon(reader, new ImpactTable(DEFAULT_RANKING, reader.meta.averageLength), new CacheRoom(1 << 20))
  return new Corrector({ reader, lists, analyzer: new Analyzer() })
}

describe('a query is corrected', () => {
  let corrector: Corrector
  beforeAll(async () => {
    corrector = await correctorOf(SENTENCES)
  })
  const corrected = (text: string) => corrector.correct(text)?.text

  it.each([
    // One slip, with the marks of the rest put back and capitals of names.
    ['ldld soc trag', 'LĐLĐ Sóc Trăng'],
    ['tai nạn lao độg', 'tai nạn lao động'],
    ['tai nạn lao dộng', 'tai nạn lao động'],
    ['đà nẳng', 'Đà Nẵng'],
    ['bảo hiễm xã hội', 'bảo hiểm xã hội'],
    ['trợ cấp bảo hiểm sã hội', 'trợ cấp bảo hiểm xã hội'],
    ['bóng đáá nữ', 'bóng đá nữ'],
    ['bónng đá', 'bóng đá'],
    ['bogn đá', 'bóng đá'],
    ['nghười lao động', 'người lao động'],
    ['qui hoach', 'quy hoạch'],
    // Glued, split, a blank in the wrong place.
    ['laođộng', 'lao động'],
    ['lao độ ng', 'lao động'],
    ['côn gđoàn cơ sở', 'công đoàn cơ sở'],
    // Two slips in a long foreign word.
    ['facebok', 'Facebook'],
    ['ronnaldoo', 'Ronaldo'],
  ])('%s → %s', (typed, meant) => expect(corrected(typed)?.toLowerCase()).toBe(meant.toLowerCase()))

  it.each([
    ['cong doan co so', 'công đoàn cơ sở'],
    ['tai nan lao dong', 'tai nạn lao động'],
    ['xang dau tang', 'xăng dầu tăng'],
  ])('marks alone are put back: %s → %s', (typed, meant) => {
    expect(corrector.correct(typed)).toMatchObject({ text: meant, marksOnly: true, unknownWord: false })
  })

  it.each([
    'tai nạn lao động',
    'người lao động',
    'liên đoàn lao động tỉnh Sóc Trăng',
    'chú ong đốt',
    '145/2020/ND-CP',
    'nghị định 145/2020/NĐ-CP',
    '2020',
    'LĐLĐ',
    'ban@congdoan.vn',
    'title:cong',
    'Krishnamurthy',
    '',
    '   ',
    '"…" -',
  ])('and left alone where it is right, or nothing is known: %s', typed =>
    expect(corrector.correct(typed)).toBeUndefined(),
  )

  it('in pieces that make its text', () => {
    const offered = corrector.correct('ldld, soc trag!')
    expect(offered?.pieces).toEqual([
      { text: 'LĐLĐ', changed: true },
      { text: ', ', changed: false },
      { text: 'Sóc', changed: true },
      { text: ' ', changed: false },
      { text: 'Trăng', changed: true },
      { text: '!', changed: false },
    ])
    expect(offered?.pieces.map(({ text }) => text).join('')).toBe(offered?.text)
  })

  it('with the capitals that were typed', () => {
    expect(corrected('Tai Nạn lao độg')).toBe('Tai Nạn lao động')
    expect(corrected('TAI NẠN LAO ĐỘG')).toBe('TAI NẠN LAO ĐỘNG')
  })

  it('and says whether a word was in no document', () => {
    expect(corrector.correct('tai nạn lao độg')?.unknownWord).toBe(true)
    expect(corrector.correct('cong doan co so')?.unknownWord).toBe(false)
  })
})

describe('correction of whatever is typed', () => {
  let corrector: Corrector
  beforeAll(async () => {
    corrector = await correctorOf(SENTENCES)
  })

  it('neither throws nor loses what stands between words', () => {
    const words = fc.constantFrom(
      'lao',
      'độg',
      'cong',
      'la',
      'o',
      'ldld',
      '~',
      ' ',
      '  ',
      '\u0301',
      '😀',
      '__proto__',
      '"',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 20 }), parts => {
        const text = parts.join(' ')
        const offered = corrector.correct(text)
        if (offered) expect(offered.pieces.map(piece => piece.text).join('')).toBe(offered.text)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['one long word', 'a'.repeat(100_000)],
    ['many words', 'lao độg '.repeat(20_000)],
    ['marks alone', '\u0301'.repeat(10_000)],
  ])('bears %s', (_, text) => expect(() => corrector.correct(text)).not.toThrow())
})
