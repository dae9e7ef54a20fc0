import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type Piece, type SearchIndex, toHtml } from '../../src/index.js'
import { SAMPLE } from '../index/sample.js'
import { query } from './generate.js'

/** The pieces as a text in which matches stand in square brackets. */
function marked(pieces: readonly Piece[] | undefined): string {
  return (pieces ?? []).map(({ text, match }) => (match ? `[${text}]` : text)).join('')
}

async function title(text: string, asked: string): Promise<string> {
  const index = openIndex(await buildIndex([{ id: 'a', title: text }]))
  return marked(index.search(asked, { match: 'any' }).hits[0]?.highlights.title)
}

/** The pieces put together are the text, or a part of it with ellipses where it was cut. */
function expectPart(pieces: readonly Piece[], text: string): void {
  for (const piece of pieces) expect(piece.text).not.toBe('')
  const whole = pieces.map(piece => piece.text).join('')
  if (whole === text) return
  const part = whole.replace(/^… /, '').replace(/ …$/, '')
  if (!text.includes(part)) expect.fail(`"${whole}" is no part of "${text}"`)
  if (!whole.startsWith('… ')) expect(text.startsWith(part)).toBe(true)
  if (!whole.endsWith(' …')) expect(text.endsWith(part)).toBe(true)
  for (const piece of pieces) if (piece.match) expect(piece.text).not.toContain('…')
}

describe('highlights', () => {
  it.each([
    ['Liên đoàn Lao động tỉnh Sóc Trăng', 'liên đoàn lao động', '[Liên đoàn Lao động] tỉnh Sóc Trăng'],
    // Without marks, in capitals, decomposed on either side.
    ['Liên đoàn Lao động tỉnh Sóc Trăng', 'lien doan lao dong', '[Liên đoàn Lao động] tỉnh Sóc Trăng'],
    ['Liên đoàn Lao động tỉnh Sóc Trăng', 'SOC TRANG', 'Liên đoàn Lao động tỉnh [Sóc Trăng]'],
    ['Đường về thôn Đông', 'duong dong', '[Đường] về thôn [Đông]'],
    ['Lễ hội đua ghe ngo'.normalize('NFD'), 'lễ hội', `[${'Lễ hội'.normalize('NFD')}] đua ghe ngo`.normalize('NFD')],
    ['Lễ hội đua ghe ngo', 'lễ hội'.normalize('NFD'), '[Lễ hội] đua ghe ngo'],
    // Abbreviations both ways, one piece.
    ['Đại hội LĐLĐ tỉnh', 'liên đoàn lao động', 'Đại hội [LĐLĐ] tỉnh'],
    ['Đại hội LĐLĐ tỉnh', 'ldld', 'Đại hội [LĐLĐ] tỉnh'],
    ['Đại hội Liên đoàn Lao động tỉnh', 'ldld', 'Đại hội [Liên đoàn Lao động] tỉnh'],
    ['Đại hội Liên đoàn Lao động tỉnh', 'LĐLĐ', 'Đại hội [Liên đoàn Lao động] tỉnh'],
    ['Chủ tịch UBND xã', 'uỷ ban nhân dân', 'Chủ tịch [UBND] xã'],
    // Other spellings of names and tones.
    ['Cà phê Đăk Lăk được giá', 'Đắk Lắk', 'Cà phê [Đăk Lăk] được giá'],
    ['Cà phê Daklak được giá', 'đắk lắk', 'Cà phê [Daklak] được giá'],
    ['Vì hoà bình', 'hòa bình', 'Vì [hoà bình]'],
    ['Thi kĩ năng nghề', 'kỹ năng', 'Thi [kĩ năng] nghề'],
    // Numbers and signs.
    ['Có 4.400 đoàn viên', '4400', 'Có [4.400] đoàn viên'],
    // The whole number of a document is one piece, its parts asked for alone are pieces of their own.
    ['Theo Nghị định 145/2020/NĐ-CP mới', '145/2020/NĐ-CP', 'Theo Nghị định [145/2020/NĐ-CP] mới'],
    ['Theo Nghị định 145/2020/NĐ-CP mới', '145/2020/nđ-cp', 'Theo Nghị định [145/2020/NĐ-CP] mới'],
    ['Theo Nghị định 145/2020/NĐ-CP mới', 'nghị định 145/2020/NĐ-CP', 'Theo [Nghị định 145/2020/NĐ-CP] mới'],
    ['Theo Chỉ thị 05-CT/TW, số 6', '05-CT/TW', 'Theo Chỉ thị [05-CT/TW], số 6'],
    ['Luật số 100/2015/QH13.', '100/2015/QH13', 'Luật số [100/2015/QH13].'],
    ['Theo Chỉ thị 05-CT/TW, số 6', '05', 'Theo Chỉ thị [05]-CT/TW, số 6'],
    ['Ca Covid-19 mới', 'covid19', 'Ca [Covid-19] mới'],
    ['Ca Covid-19 mới', 'Covid-19', 'Ca [Covid-19] mới'],
    // Compounds of abbreviations too.
    ['Sở GD&ĐT tỉnh', 'giáo dục và đào tạo', 'Sở [GD&ĐT] tỉnh'],
    ['Sở LĐ-TB&XH tỉnh', 'lao động thương binh và xã hội', 'Sở [LĐ-TB&XH] tỉnh'],
    ['Về TP.HCM ăn Tết', 'thành phố Hồ Chí Minh', 'Về [TP.HCM] ăn Tết'],
    ['Tin "nóng": bão, lũ!', 'bão lũ', 'Tin "nóng": [bão], [lũ]!'],
    // Marks that were typed must agree.
    ['Đường xa, dương liễu, đương thời', 'đường', '[Đường] xa, dương liễu, đương thời'],
    // Invisible characters stay where they are.
    ['Đ\u00ADại h\u200Bội', 'dai hoi', '[Đ\u00ADại h\u200Bội]'],
    ['Một hai 😀 ba', 'ba', 'Một hai 😀 [ba]'],
  ])('%j asked for %j', async (text, asked, expected) => {
    expect(await title(text, asked)).toBe(expected)
  })

  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(SAMPLE))
  })

  it('are the stored text or a part of it (property)', () => {
    const words = fc.oneof(query, fc.constantFrom('sách vở', 'tin từ', 'mua lua', 'NGHỊ ĐỊNH 145', 'Cà Mau', '7.200'))
    fc.assert(
      fc.property(words, asked => {
        for (const { document, highlights } of index.search(asked, { match: 'any', limit: 30 }).hits) {
          for (const field of ['title', 'lead', 'body']) {
            const text = document[field]
            if (typeof text !== 'string') expect(highlights[field]).toBeUndefined()
            else {
              expect(highlights[field]).toBeDefined()
              expectPart(highlights[field], text)
            }
          }
          if (highlights.title) expect(highlights.title.map(piece => piece.text).join('')).toBe(document.title)
        }
      }),
      { numRuns: 150, seed: 3 },
    )
  })

  it('mark something in every hit whose text is shown whole', async () => {
    await fc.assert(
      fc.asyncProperty(query, query, async (text, asked) => {
        const small = openIndex(await buildIndex([{ id: 'a', title: text }]))
        const { hits } = small.search(asked, { match: 'any' })
        for (const { highlights } of hits) expect(highlights.title.some(piece => piece.match)).toBe(true)
      }),
      { numRuns: 150, seed: 4 },
    )
  })

  it('show the part of a long text that says most about the query', async () => {
    const filler = 'Trời nắng đẹp suốt cả ngày hôm đó. '.repeat(40)
    const body = `${filler}Cuối cùng, đoàn viên công đoàn xây tặng ngôi nhà mới. ${filler}`
    const long = openIndex(await buildIndex([{ id: 'a', body }]))
    const [hit] = long.search('ngoi nha moi').hits
    const shown = marked(hit.highlights.body)
    expect(shown).toContain('[ngôi nhà mới]')
    expect(shown.startsWith('… ')).toBe(true)
    expect(shown.endsWith(' …')).toBe(true)
    expect(shown.length).toBeLessThan(400)
    expect(shown).toMatch(/^… Cuối cùng/)
    expectPart(hit.highlights.body, body)
  })

  it('begin with the beginning where a field has no match', async () => {
    const body = 'Câu đầu tiên của bài báo. '.repeat(30)
    const other = openIndex(await buildIndex([{ id: 'a', title: 'Tin vui', body }]))
    const [hit] = other.search('vui').hits
    expect(marked(hit.highlights.body)).toMatch(/^Câu đầu tiên/)
    expectPart(hit.highlights.body, body)
  })

  it('are not there when they are not wanted, or nothing is stored', async () => {
    expect(index.search('công đoàn', { highlight: false }).hits[0].highlights).toEqual({})
    const bare = openIndex(await buildIndex(SAMPLE, { store: [] }))
    const [hit] = bare.search('công đoàn').hits
    expect(hit.highlights).toEqual({})
    expect(hit.document).toEqual({ id: hit.id })
  })

  it('stay right when other searches come between', () => {
    const before = index.search('công đoàn').hits
    const fresh = index.search('công đoàn').hits.map(hit => JSON.stringify(hit.highlights))
    index.search('lúa đông xuân').hits.map(hit => hit.highlights)
    expect(before.map(hit => JSON.stringify(hit.highlights))).toEqual(fresh)
  })
})

describe('toHtml', () => {
  it('marks matches and escapes everything', () => {
    expect(
      toHtml([
        { text: '<b>&"', match: false },
        { text: "'đường'", match: true },
      ]),
    ).toBe('&lt;b&gt;&amp;&quot;<mark>&#39;đường&#39;</mark>')
    expect(toHtml([])).toBe('')
  })

  it('gives back its text when unescaped, with no other tag (property)', () => {
    const piece = fc.record({
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<script>', '&amp;', '</mark>', '"\'')),
      match: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const html = toHtml(pieces)
        const tags = html.match(/<[^>]*>?/g) ?? []
        expect(tags).toEqual(pieces.flatMap(({ match }) => (match ? ['<mark>', '</mark>'] : [])))
        const text = html
          .replace(/<\/?mark>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&')
        expect(text).toBe(pieces.map(({ text }) => text).join(''))
        expect(html).not.toMatch(/["']/)
      }),
    )
  })
})
