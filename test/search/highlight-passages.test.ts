import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type Piece, type SearchIndex, type SearchOptions } from '../../src/index.js'
import type { QueryInput } from '../../src/search/query/index.js'
import { sentenceStarts } from '../../src/search/snippets/sentences.js'
import { CLAUSE_SETTINGS } from './generate-trees.js'

/** The pieces as a text in which matches stand in square brackets. */
function marked(pieces: readonly Piece[] | undefined): string {
  return (pieces ?? []).map(({ text, match }) => (match ? `[${text}]` : text)).join('')
}

const ARTICLE = {
  id: 'a',
  title: 'LĐLĐ tỉnh họp',
  lead: 'Liên đoàn Lao động tỉnh Sóc Trăng họp bàn.',
  body:
    'Sáng nay trời mưa. Chủ tịch Liên đoàn Lao động tỉnh nói về tai nạn lao động. Ông cho biết TP. Cần Thơ có ba vụ. ' +
    'Các sở cùng vào cuộc. Nông dân được mùa lúa. Giá gạo tăng nhẹ trong tuần. Lúa hè thu đã trổ bông trên đồng. ' +
    'Cuối buổi, đoàn viên hỏi về lương. Kết luận, lao động nữ được ưu tiên nhà ở.',
  author: 'Trần Lao Động',
  category: 'Công đoàn',
}

describe('highlights of composed queries', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex([ARTICLE], CLAUSE_SETTINGS))
  })

  it.each<[QueryInput, string, string]>([
    // A phrase is one piece, written out or short; its words elsewhere are not marked.
    ['"liên đoàn lao động"', '[LĐLĐ] tỉnh họp', '[Liên đoàn Lao động] tỉnh Sóc Trăng họp bàn.'],
    ['"lien doan lao dong"', '[LĐLĐ] tỉnh họp', '[Liên đoàn Lao động] tỉnh Sóc Trăng họp bàn.'],
    ['"động tỉnh họp"', '[LĐLĐ tỉnh họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng họp bàn.'],
    ['"lao tỉnh"~2 họp', '[LĐLĐ tỉnh họp]', 'Liên đoàn [Lao] động [tỉnh] Sóc Trăng [họp] bàn.'],
    // What must not be there is not marked, nor are other fields.
    ['họp -"nông dân nữ" -quýt', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng [họp] bàn.'],
    ['title:họp', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng họp bàn.'],
    ['title:họp lead:bàn', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng họp [bàn].'],
    ['lead:"tỉnh sóc trăng" tỉnh', 'LĐLĐ [tỉnh] họp', 'Liên đoàn Lao động [tỉnh Sóc Trăng] họp bàn.'],
    ['author:lao họp', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng [họp] bàn.'],
    // Beginnings and spellings.
    ['tr* họp', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc [Trăng họp] bàn.'],
    ['hop~1', 'LĐLĐ tỉnh [họp]', 'Liên đoàn Lao động tỉnh Sóc Trăng [họp] bàn.'],
    [
      { or: [{ phrase: 'sóc trăng' }, { words: 'quýt' }] },
      'LĐLĐ tỉnh họp',
      'Liên đoàn Lao động tỉnh [Sóc Trăng] họp bàn.',
    ],
  ])('%j', (query, title, lead) => {
    const whole = index.highlight('a', query)
    expect([marked(whole.title), marked(whole.lead)]).toEqual([title, lead])
  })

  it('show a document as a whole, whether it matches or not', () => {
    const whole = index.highlight('a', '+quýt lúa', { highlight: false })
    expect(Object.keys(whole)).toEqual(['title', 'lead', 'body'])
    for (const field of ['title', 'lead', 'body'] as const)
      expect(whole[field].map(({ text }) => text).join('')).toBe(ARTICLE[field])
    expect(whole.body.filter(({ match }) => match).map(({ text }) => text)).toEqual(['lúa', 'Lúa'])
    expect(() => index.highlight('b', 'lúa')).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }))
    expect(() => index.highlight('a', '')).toThrow(expect.objectContaining({ code: 'EMPTY_QUERY' }))
  })

  const body = (query: string, highlight: SearchOptions['highlight']) =>
    marked(index.search(query, highlight === undefined ? {} : { highlight }).hits[0]?.highlights.body)

  it.each([
    ['tai nạn lao động', { length: 90 }, '… Chủ tịch Liên đoàn [Lao động] tỉnh nói về [tai nạn lao động]. …'],
    ['được mùa', { length: 60 }, '… Nông dân [được mùa] lúa. Giá gạo tăng nhẹ trong tuần. …'],
    // The full stop of TP. ends no sentence.
    ['cần thơ', { length: 60 }, '… Ông cho biết TP. [Cần Thơ] có ba vụ. Các sở cùng vào cuộc. …'],
    [
      'trời mưa, nhà ở, hè thu',
      { length: 60, fragments: 3 },
      'Sáng nay [trời mưa]. Chủ tịch Liên đoàn Lao động tỉnh nói về … Lúa [hè thu] đã trổ bông trên đồng. … Kết luận, lao động nữ được ưu tiên [nhà ở].',
    ],
    [
      'trời mưa, hè thu',
      { length: 60, fragments: 3 },
      'Sáng nay [trời mưa]. Chủ tịch Liên đoàn Lao động tỉnh nói về … Lúa [hè thu] đã trổ bông trên đồng. …',
    ],
    ['họp', { length: 40 }, 'Sáng nay trời mưa. Chủ tịch Liên đoàn …'],
  ])('cuts passages of %j by %j', (query, highlight, expected) => {
    expect(body(query, highlight)).toBe(expected)
  })

  it.each<[object, string]>([
    [{ fragments: 0 }, 'highlight.fragments'],
    [{ fragments: 4 }, 'highlight.fragments'],
    [{ length: 39 }, 'highlight.length'],
    [{ length: Number.NaN }, 'highlight.length'],
    [{ lenght: 60 }, 'lenght'],
  ])('refuse %j', (highlight, field) => {
    expect(() => index.search('họp', { highlight })).toThrow(expect.objectContaining({ field }))
  })

  it('never cut a character, a match or a passage longer than they may be (property)', async () => {
    const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })
    const part = fc.constantFrom(
      ...[
        'mưa',
        'to',
        'mưa'.normalize('NFD'),
        'nắng',
        'gió',
        '👨‍👩‍👧',
        '🇻🇳',
        '👍🏽',
        'e\u0301\u0323\u0302',
        '𝐚',
        'क्षि',
        '\r\n',
        '한글',
        'ư'.normalize('NFD'),
      ],
      ...['. ', '! ', ', ', ' ', ' ', ' ', ' ', '\n', '… ', '', 'x'.repeat(50)],
    )
    const text = fc.array(part, { minLength: 1, maxLength: 120 }).map(parts => `mưa ${parts.join('')}`)
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(40, 50, 90),
        async (body, fragments, length) => {
          const one = openIndex(await buildIndex([{ id: 'a', body }]))
          const characters = [...segmenter.segment(body)].map(({ segment }) => segment)
          const starts = new Set<number>([body.length])
          let at = 0
          for (const character of characters) {
            starts.add(at)
            at += character.length
          }
          for (const query of ['mưa', '"mưa to"', 'gió* -nắng', 'mua']) {
            const [hit] = one.search(query, { match: 'any', highlight: { fragments, length } }).hits
            if (!hit) continue
            const pieces = hit.highlights.body
            let from = 0
            for (const piece of pieces) {
              if (!piece.match && /^ ?… ?$/.test(piece.text) && body.indexOf(piece.text, from) !== from) continue
              // Each piece stands in the text between characters.
              let place = body.indexOf(piece.text, from)
              while (place >= 0 && !(starts.has(place) && starts.has(place + piece.text.length)))
                place = body.indexOf(piece.text, place + 1)
              if (place < 0) expect.fail(`${JSON.stringify(piece.text)} of ${JSON.stringify(body)} by ${query}`)
              from = place
            }
          }
        },
      ),
      { numRuns: 150, seed: 5 },
    )
  })
})

describe('sentences', () => {
  it.each([
    ['Một. Hai! Ba? Bốn… Năm', ['Một. ', 'Hai! ', 'Ba? ', 'Bốn… ', 'Năm']],
    ['Ông nói: "Mưa to." Rồi đi. (Hết.) Xong', ['Ông nói: "Mưa to." ', 'Rồi đi. ', '(Hết.) ', 'Xong']],
    ['Ở TP. Cần Thơ, GS. Trần A. Bình, Q. 5 và TS. Lê', ['Ở TP. Cần Thơ, GS. Trần A. Bình, Q. 5 và TS. Lê']],
    ['Năm 2019. Giá 4.400 đồng. Hết', ['Năm 2019. ', 'Giá 4.400 đồng. ', 'Hết']],
    ['Dòng một\nDòng hai\n\n1. Dòng ba', ['Dòng một\n', 'Dòng hai\n\n', '1. Dòng ba']],
    ['', ['']],
    ['. . .', ['. ', '. ', '.']],
  ])('%j', (text, expected) => {
    const starts = sentenceStarts(text)
    expect(starts.map((start, at) => text.slice(start, starts[at + 1]))).toEqual(expected)
  })
})
