import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextTokens, fold, restore, type SyllableStatistics } from '../../src/text/index.js'

/** Counts of a few sentences, as an index of them would have. */
class Counts implements SyllableStatistics {
  total = 0
  protected readonly counts = new Map<string, number>()
  private readonly byFolded = new Map<string, Set<string>>()

  constructor(texts: readonly string[], signs = true) {
    for (const text of texts) {
      const words = ['', ...contextTokens(text).map(({ word }) => word), ''].filter(
        word => signs || (word !== ',' && word !== '0' && word !== ''),
      )
      words.forEach((word, i) => {
        this.add(word)
        this.total++
        const spellings = this.byFolded.get(fold(word)) ?? new Set()
        this.byFolded.set(fold(word), spellings.add(word))
        if (i > 0) this.add(`${words[i - 1]} ${word}`)
        if (i > 1) this.add(`${words[i - 2]} ${words[i - 1]} ${word}`)
      })
    }
  }

  private add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  spellings(folded: string): readonly string[] {
    return [...(this.byFolded.get(folded) ?? [])]
  }

  count(word: string): number {
    return this.counts.get(word) ?? 0
  }

  pair(first: string, second: string): number {
    return this.counts.get(`${first} ${second}`) ?? 0
  }
}

class Triples extends Counts {
  triple(first: string, second: string, third: string): number {
    return this.counts.get(`${first} ${second} ${third}`) ?? 0
  }

  followers(first: string, second?: string): number {
    const prefix = second === undefined ? `${first} ` : `${first} ${second} `
    const length = second === undefined ? 2 : 3
    return [...this.counts.keys()].filter(key => key.startsWith(prefix) && key.split(' ').length === length).length
  }
}

const TEXTS = [
  'Liên đoàn Lao động tỉnh tổ chức hội nghị tổng kết hoạt động công đoàn năm 2019.',
  'Công đoàn cơ sở chăm lo đời sống cho đoàn viên, người lao động.',
  'Người dân bán hàng ở chợ, bạn bè đến mua rất đông.',
  'Tôi yêu Việt Nam. Anh ấy viết thư cho bạn.',
  'Đường sắt Bắc Nam chạy qua nhiều tỉnh, đường bộ cũng vậy.',
  'Cây dương liễu mọc ven đường.',
]

const plain = new Counts(TEXTS)
const triples = new Triples(TEXTS)
const wordsOnly = new Counts(TEXTS, false)

describe('restore', () => {
  for (const [name, statistics] of [
    ['pairs', plain],
    ['triples', triples],
    ['words and pairs without signs', wordsOnly],
  ] as const) {
    it(`puts marks back with ${name}`, () => {
      expect(restore('lien doan lao dong tinh', statistics).text).toBe('liên đoàn lao động tỉnh')
      expect(restore('nguoi dan ban hang o cho, ban be den mua.', statistics).text).toBe(
        'người dân bán hàng ở chợ, bạn bè đến mua.',
      )
      expect(restore('Toi yeu Viet Nam. Anh ay viet thu.', statistics).text).toBe('Tôi yêu Việt Nam. Anh ấy viết thư.')
    })
  }

  it('keeps case, numbers, punctuation and unknown words', () => {
    expect(restore('LIEN DOAN Lao Dong (2019): Trump', plain).text).toBe('LIÊN ĐOÀN Lao Động (2019): Trump')
  })

  it('keeps the marks that were typed', () => {
    expect(restore('dương', plain).text).toBe('dương')
    expect(restore('liên đoan', new Counts([...TEXTS, 'đoan'])).text).toBe('liên đoàn')
    expect(restore('đuong sat', plain).text).toBe('đường sắt')
    expect(restore('bạn hang', plain).text).toBe('bạn hàng')
    expect(restore('xyzạ', plain).syllables).toEqual([{ text: 'xyzạ', confidence: 1, start: 0, end: 4 }])
  })

  it('says where each word was and how sure it is', () => {
    const { syllables } = restore('cong doan, ban', plain)
    expect(syllables.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['công', 0, 4],
      ['đoàn', 5, 9],
      [syllables[2].text, 11, 14],
    ])
    expect(syllables[0].confidence).toBe(1)
    expect(syllables[2].confidence).toBeLessThan(1)
    expect(syllables[2].confidence).toBeGreaterThan(0.3)
  })

  it('reads NFD and unclean words', () => {
    expect(restore('du\u031bo\u031b\u0300ng sat', plain).text).toBe('đường sắt')
  })

  it('copes with no statistics at all', () => {
    const none: SyllableStatistics = { spellings: () => [], count: () => 0, pair: () => 0, total: 0 }
    expect(restore('lien doan', none).text).toBe('lien doan')
    expect(restore('', none)).toEqual({ text: '', syllables: [] })
  })

  it('cuts endless sentences', () => {
    const text = 'lien doan lao dong '.repeat(300).trim()
    const { syllables } = restore(text, triples)
    expect(syllables.length).toBe(1200)
    expect(new Set(syllables.map(syllable => syllable.text))).toEqual(new Set(['liên', 'đoàn', 'lao', 'động']))
  })

  it('never throws, changes marks only, and gives probabilities', () => {
    const piece = fc.oneof(
      fc.constantFrom('duong', 'đuong', 'ban', 'BẠN', 'hang', '2019', ',', '. ', ' ', 'dong', 'toi\u0302', '__proto__'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, three) => {
        const text = pieces.join(' ')
        const restored = restore(text, three ? triples : plain)
        for (const { confidence, start, end, text: word } of restored.syllables) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1 + 1e-9)
          expect(fold(word)).toBe(fold(text.slice(start, end)))
        }
        expect(restore(text, three ? triples : plain)).toEqual(restored)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('contextTokens', () => {
  it('tells words, numbers, punctuation and the edges of sentences', () => {
    const words = (text: string): string =>
      contextTokens(text)
        .map(({ word }) => (word === '' ? '|' : word))
        .join(' ')
    expect(words('Ngày 9.7, TP.HCM: “Công đoàn” họp…\nHết.')).toBe('ngày 0 , tp hcm | , công đoàn , họp | | hết |')
    expect(words('4.400 đồng/người')).toBe('0 đồng người')
  })
})
