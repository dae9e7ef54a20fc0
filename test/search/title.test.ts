import { describe, expect, it } from 'vitest'
import { titleOf } from '../../src/index.js'

describe('the title of a document', () => {
  it.each<readonly [Record<string, unknown>, string]>([
    [{ title: 'Mưa lớn ở Cà Mau', lead: 'Hôm qua', body: 'Trời mưa.' }, 'Mưa lớn ở Cà Mau'],
    [{ title: '  Mưa lớn \n' }, 'Mưa lớn'],
    // Without one, the first sentence of the lead, then of the body.
    [{ title: ' ', lead: 'Trời mưa to. Nước dâng.', body: 'Khác.' }, 'Trời mưa to.'],
    [{ lead: '', body: 'Trời mưa to. Nước dâng.' }, 'Trời mưa to.'],
    [{ body: '\n Trời mưa to' }, 'Trời mưa to'],
    [{ body: 'Đường ngập?Không! Nước rút.' }, 'Đường ngập?Không!'],
    [{ body: 'Nước dâng… Rồi rút.' }, 'Nước dâng…'],
    [{ body: 'Tin bão\nGió giật cấp 9.' }, 'Tin bão'],
    // Stops inside numbers, names and behind short capitals end nothing.
    [{ body: 'Giá 4.400 đồng một cân. Hôm qua 4.000.' }, 'Giá 4.400 đồng một cân.'],
    [{ body: 'TP. Hồ Chí Minh mưa to. Nước dâng.' }, 'TP. Hồ Chí Minh mưa to.'],
    [{ body: 'Ông Đ.H. Nam và ThS. Lê Thị Hoa đến. Rồi về.' }, 'Ông Đ.H. Nam và ThS. Lê Thị Hoa đến.'],
    [{ body: 'Đoàn đến UBND. Rồi về.' }, 'Đoàn đến UBND.'],
    // Nothing to be found.
    [{}, ''],
    [{ title: 5, lead: null, body: ['Trời mưa.'] }, ''],
  ])('%j', (document, expected) => {
    expect(titleOf(document)).toBe(expected)
  })

  it('is cut between words when the sentence is long', () => {
    const title = titleOf({ body: 'Trời mưa to suốt đêm qua trên khắp các huyện '.repeat(10) })
    expect(title.length).toBeLessThanOrEqual(162)
    expect(title).toMatch(/^Trời mưa(?: \p{L}+)* …$/u)
    expect(titleOf({ body: 'a'.repeat(500) })).toBe(`${'a'.repeat(160)} …`)
  })
})
