import { describe, expect, it } from 'vitest'
import { DuplicateFinder } from '../../src/ingest/index.js'

const body =
  'Sáng 12/9, tại nhà văn hóa xã, Công đoàn cơ sở tổ chức hội thi nấu ăn với mười hai đội đến từ các thôn. Mỗi đội có năm ' +
  'thành viên, trong đó ít nhất một nam, nấu ba món trong chín mươi phút từ nguyên liệu do ban tổ chức mua ở chợ phiên. Giám ' +
  'khảo chấm theo hương vị, cách bày biện và sự gọn gàng của gian bếp. Kết thúc hội thi, đội thôn Đông nhận giải nhất nhờ nồi ' +
  'canh chua cá lóc, đội trường tiểu học giải nhì, hai giải ba thuộc về trạm y tế và thôn Hạ. Số tiền bán vé ăn thử được ' +
  'chuyển vào quỹ khuyến học để mua sách cho học sinh nghèo trước năm học mới, theo lời bà chủ tịch công đoàn xã.'

/** The ids that each text is said to repeat. */
function found(texts: readonly (readonly [id: string, title: string, body: string])[]): (string | undefined)[] {
  const finder = new DuplicateFinder({ capacity: 100 })
  return texts.map(([id, title, text]) => finder.add({ id, title, body: text }))
}

describe('near-duplicates', () => {
  it('are found under another headline, with a line more, without marks or in capitals', () => {
    const unmarked = body.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
    expect(
      found([
        ['a', 'Mười hai đội thi nấu ăn', body],
        ['b', 'Rộn ràng hội thi bếp nhà', `${body} (Theo bản tin của huyện)`],
        ['c', '', unmarked],
        ['d', '', body.toUpperCase()],
        ['e', '', body.replace('mười hai đội', '12 đội')],
      ]),
    ).toEqual([undefined, 'a', 'a', 'a', 'a'])
  })

  it('point to the first, not to one another', () => {
    expect(
      found([
        ['a', '', body],
        ['b', '', `${body} Hết.`],
        ['c', '', `${body} Hết. Hết.`],
      ]),
    ).toEqual([undefined, 'a', 'a'])
  })

  it('are not two tellings of one event', () => {
    const retold =
      'Hội thi nấu ăn của công đoàn xã hôm 12/9 quy tụ mười hai đội. Trong chín mươi phút các đội phải hoàn thành ba món. ' +
      'Nồi canh chua cá lóc đã mang về giải nhất cho thôn Đông; trường tiểu học xếp thứ nhì. Tiền vé được góp cho quỹ khuyến ' +
      'học, giúp học trò nghèo có thêm sách vở trước ngày tựu trường, một việc làm được bà con trong xã hoan nghênh.'
    expect(
      found([
        ['a', 'Thi nấu ăn', body],
        ['b', 'Thi nấu ăn', retold],
      ]),
    ).toEqual([undefined, undefined])
  })

  it('are not the price lists of two days', () => {
    const list = (day: string, price: string) =>
      `Giá lúa tươi tại ruộng ngày ${day} ở các xã ven sông được thương lái thu mua ở mức ${price} đồng một ký, tùy giống và ` +
      `độ ẩm. Giống thơm cao hơn giống thường từ ba đến năm trăm đồng. Các hợp tác xã khuyên bà con gặt khi lúa chín đều, phơi ` +
      `nơi khô ráo và ký hợp đồng trước vụ để tránh bị ép giá lúc cao điểm.`
    expect(
      found([
        ['a', 'Giá lúa', list('3/4', '7.150')],
        ['b', 'Giá lúa', list('4/4', '7.280')],
      ]),
    ).toEqual([undefined, undefined])
  })

  it('are not the days of a column under one summary', () => {
    const summary =
      'Bản tin chiều điểm lại những việc đáng chú ý trong ngày ở các huyện, xã trong tỉnh và cả vùng, mời bà con theo dõi trên sóng.'
    expect(
      found([
        ['a', 'Bản tin chiều: Xe tải lật ở đèo, ba người bị thương', summary],
        ['b', 'Bản tin chiều: Mùa hoa tam giác mạch nở sớm trên cao nguyên', summary],
      ]),
    ).toEqual([undefined, undefined])
  })

  it('are told by the part of the headline that is not the column', () => {
    const summary =
      'Cuộc thi phim ngắn do tòa soạn tổ chức dành cho người trẻ yêu điện ảnh, mỗi phim dài không quá mười phút, mời bà con xem và bầu chọn.'
    expect(
      found([
        ['a', 'Vá lưới | Phim ngắn mùa thứ ba', summary],
        ['e', 'Phim ngắn mùa thứ ba: Vá lưới trên bến', summary],
        ['b', 'Con đò cuối bãi | Phim ngắn mùa thứ ba', summary],
        ['c', 'Ôn thi | Môn văn | Chuyên đề 4 | Kể chuyện bằng ngôi thứ nhất', summary],
        ['d', 'Ôn thi | Môn văn | Chuyên đề 9 | Kể chuyện bằng thư', summary],
      ]),
    ).toEqual([undefined, 'a', undefined, undefined, undefined])
  })

  it('forgets what is beyond its capacity, and takes texts of any kind', () => {
    const finder = new DuplicateFinder({ capacity: 1 })
    expect(finder.add({ id: 'a', body })).toBeUndefined()
    expect(
      finder.add({ id: 'b', body: `Chuyện khác hẳn. ${body.slice(300)} ${body.slice(0, 90).toUpperCase()} xong.` }),
    ).toBeUndefined()
    expect(finder.add({ id: 'c', body })).toBeUndefined()
    expect(finder.add({ id: 'd' })).toBeUndefined()
    expect(finder.add({ id: 'e', title: 'Tin', body: '!!!' })).toBeUndefined()
    expect(finder.add({ id: 'f', body: 'a'.repeat(100_000) })).toBeUndefined()
  })
})
