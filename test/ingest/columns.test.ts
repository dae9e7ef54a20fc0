import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/ingest/columns.js'

const left = [
  '  Tường dài sáu mươi mét, sơn xám,',
  'mỗi chiều hắt nóng như lò. Mùa mưa',
  'năm ngoái, tổ bảo trì trồng dây leo,',
  'tưới bằng nước rửa tay.',
  '  Sau một năm, tường xanh từ đất lên',
  'mái. Chị Hai, thợ se sợi, nói lúc',
]
const right = [
  'đầu mọi người cười, nay ai cũng ra',
  'hái rau thơm trồng chen dưới gốc.',
  '  Công đoàn treo tấm bảng ghi tên',
  'từng người tưới trong tuần.',
  '                     Vĩnh Thụy',
]
const side = left.map((line, i) => `${line.padEnd(40)}${right[i] ?? ''}`.trimEnd())

describe('a page in two columns', () => {
  it('is read down one and then down the other, in paragraphs', () => {
    const page = ['TUẦN TIN      Số 47', '', ...side, '', 'Giá: 3.000 đồng'].join('\n')
    expect(columnsOf(page)?.map(({ text }) => text)).toEqual([
      'TUẦN TIN      Số 47',
      '',
      'Tường dài sáu mươi mét, sơn xám, mỗi chiều hắt nóng như lò. Mùa mưa năm ngoái, tổ bảo trì trồng dây leo, tưới bằng nước rửa tay.',
      'Sau một năm, tường xanh từ đất lên mái. Chị Hai, thợ se sợi, nói lúc đầu mọi người cười, nay ai cũng ra hái rau thơm trồng chen dưới gốc.',
      'Công đoàn treo tấm bảng ghi tên từng người tưới trong tuần.',
      'Vĩnh Thụy',
      '',
      'Giá: 3.000 đồng',
    ])
  })

  it('is none where a menu, a table of numbers or an indented text has spaces', () => {
    const table = Array.from({ length: 8 }, (_, i) => `Xã số ${i}          ${100 + i}     ${i} %`)
    const indented = Array.from({ length: 8 }, () => '        Bà con góp công làm xong con đường về ấp trước mùa mưa.')
    for (const lines of [['Trang chủ    Giới thiệu    Tin tức'], table, indented, left])
      expect(columnsOf(lines.join('\n'))).toBeUndefined()
  })

  it('loses no word', () => {
    const words = (text: string) =>
      text
        .split(/\s+/)
        .filter(word => word !== '')
        .sort()
    const line = fc.oneof(
      fc.constantFrom(...side, '', ...left, 'Trang chủ    Tin tức'),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '   '), maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), lines => {
        const page = lines.join('\n')
        const read = columnsOf(page)
        if (read !== undefined) expect(words(read.map(({ text }) => text).join('\n'))).toEqual(words(page))
      }),
    )
  })
})
