import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { TextDecoding, TextEncoding, trainVocabulary } from '../../src/index/text-codec.js'
import { packTokens, TokenList } from '../../src/index/token-list.js'

const SAMPLE = [
  'Chiều 9.7, Công đoàn Các khu công nghiệp tỉnh tổ chức hội nghị. Công đoàn các cấp tặng 4.400 phần quà.',
  'Công đoàn cơ sở tặng quà; công đoàn tỉnh tặng quà. Hội nghị tổ chức chiều nay.',
]

function decodingOf(vocabulary: readonly string[]): TextDecoding {
  return new TextDecoding(new TokenList(packTokens(vocabulary), () => {}))
}

function roundTrip(text: string, sample: readonly string[] = SAMPLE): string {
  const vocabulary = trainVocabulary(sample)
  return decodingOf(vocabulary).decode(new TextEncoding(vocabulary).encode(text))
}

describe('texts as codes of words', () => {
  it.each([
    [''],
    [' '],
    ['  '],
    ['Công đoàn'],
    [' Công  đoàn '],
    ['500k và 7h30, 4.400'],
    ['a1b2 c3'],
    ['một\nhai\n\nba '],
    ['😀 tặng 😀😀quà'],
    ['中文 và 日本語'],
    ['x'.repeat(2000)],
    ['ệ'.repeat(700)],
    ['!'.repeat(1000)],
    ['Vie\u0302\u0323t Nam'],
  ])('come back as they were: %j', text => {
    expect(roundTrip(text)).toBe(text)
  })

  it('come back as they were (property)', () => {
    const word = fc.constantFrom('công', 'đoàn', 'tặng', 'quà', '4', '400', ' ', ' ', '  ', '. ', '\n', '😀', 'k')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map(words => words.join('')),
    )
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (value, sample) => {
        const all = [...sample, ...sample, ...sample]
        expect(roundTrip(value, all)).toBe(value)
      }),
      { numRuns: 500 },
    )
  })

  it('the vocabulary does not depend on the order of equally common words', () => {
    const texts = ['b a c', 'a c b', 'c b a']
    expect(trainVocabulary(texts)).toEqual(trainVocabulary([...texts].reverse()))
  })

  it('codes that no text has are refused', () => {
    const decoding = decodingOf(['công'])
    expect(() => decoding.decode(Uint8Array.of(7))).toThrow(IndexFileError)
    expect(() => decoding.decode(Uint8Array.of(255, 9, 65))).toThrow(IndexFileError)
    expect(() => decoding.decode(Uint8Array.of(255))).toThrow(IndexFileError)
  })
})
