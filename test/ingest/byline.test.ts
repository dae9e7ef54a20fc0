import { describe, expect, it } from 'vitest'
import { readByline, trailingByline } from '../../src/ingest/byline.js'
import { signatureForm } from '../../src/ingest/name.js'

describe('signatures', () => {
  const signed: readonly (readonly [line: string, author: string, sure: boolean])[] = [
    ['M.Linh', 'M.Linh', true],
    ['PHƯƠNG ANH', 'PHƯƠNG ANH', false],
    ['Nguyễn Xuân', 'Nguyễn Xuân', false],
    ['Đ.H', 'Đ.H', true],
    ['T.N.H.', 'T.N.H.', true],
    ['Bảo Dung - LĐLĐ thành phố', 'Bảo Dung - LĐLĐ thành phố', true],
    ['Thu Hà – Công đoàn ngành Giáo dục', 'Thu Hà – Công đoàn ngành Giáo dục', true],
    ['Minh Anh - Quốc Bảo', 'Minh Anh - Quốc Bảo', false],
    ['Hữu Công, Gia Minh', 'Hữu Công, Gia Minh', false],
    ["H'Nga", "H'Nga", false],
    ['Tin, ảnh: KIM LOAN', 'KIM LOAN', true],
    ['Tin và ảnh: Thạch Thị Sa Mết', 'Thạch Thị Sa Mết', true],
    ['Bài và ảnh: Khánh Hoà', 'Khánh Hoà', true],
    ['Bài, ảnh: MAI LÝ', 'MAI LÝ', true],
    ['Bài: Lê Hoàng - Ảnh: Minh Trí', 'Lê Hoàng', true],
    ['Tin: Ngọc Hân; ảnh: Văn Đum', 'Ngọc Hân', true],
    ['Thực hiện: Hồng Vân', 'Hồng Vân', true],
    ['Tác giả: Trần Yên Thư', 'Trần Yên Thư', true],
    ['Người viết: Đỗ An Khê', 'Đỗ An Khê', true],
    ['Tác giả: Luật sư Hồ Khánh Vi', 'Luật sư Hồ Khánh Vi', true],
    ['PV', 'PV', true],
    ['PV/VOV', 'PV/VOV', true],
    ['Nhóm PV', 'Nhóm PV', true],
    ['TTXVN/Tin tức', 'TTXVN/Tin tức', true],
    ['(Nguyễn Xuân)', 'Nguyễn Xuân', false],
    ['Nguyễn Xuân.', 'Nguyễn Xuân', false],
    ['Thanh Hà (TTXVN)', 'Thanh Hà (TTXVN)', false],
  ]
  for (const [line, author, sure] of signed) {
    it(`${line} is signed by ${author}`, () => {
      expect(readByline(line)).toMatchObject({ author, sure })
    })
  }

  const sources: readonly (readonly [line: string, source: string | undefined])[] = [
    ['Nguồn: Báo Sóc Trăng online', 'Báo Sóc Trăng online'],
    ['(Theo TTXVN)', 'TTXVN'],
    ['Theo Báo Lao Động', 'Báo Lao Động'],
    ['(Nguồn: Cổng thông tin điện tử tỉnh Trà Vinh)', 'Cổng thông tin điện tử tỉnh Trà Vinh'],
    ['Theo chinhphu.vn', 'chinhphu.vn'],
    ['TTXVN', 'TTXVN'],
    ['http://baosoctrang.org.vn/trong-tinh/tin-31837.html', undefined],
    ['https://www.congdoan.vn/tin-tuc', undefined],
  ]
  for (const [line, source] of sources) {
    it(`${line} names a source, no author`, () => {
      const byline = readByline(line)
      expect(byline).toBeDefined()
      expect(byline?.author).toBeUndefined()
      expect(byline?.source).toBe(source)
    })
  }

  it('keeps author and source of "Hà Thu (theo CNN)" apart', () => {
    expect(readByline('Hà Thu (theo CNN)')).toMatchObject({ author: 'Hà Thu', source: 'CNN' })
  })

  const unsigned = [
    'Quang cảnh hội nghị',
    'Ảnh: Đình Trạc',
    'Ảnh Đ.H',
    'Thông báo chung',
    'Báo cáo - thống kê',
    'Các đại biểu tham dự buổi làm việc. Ảnh Đ.H',
    'Nhiều mô hình hùn vốn hiệu quả cho đoàn viên tham gia',
    'KHÔNG KHÍ LẠNH TĂNG CƯỜNG Ở BẮC BỘ',
    'Theo báo cáo của Sở Y tế, số ca mắc sốt xuất huyết giảm một nửa.',
    'CHÙM ẢNH: Người dân đội mưa xem pháo hoa',
    'Hội nghị sơ kết 6 tháng đầu năm 2024',
    'Ông Nguyễn Văn Bảy',
    '4234',
    'Tin: nhiều hộ dân ở vùng ven biển đã có nước sạch để dùng',
    '',
    'a',
  ]
  for (const line of unsigned) {
    it(`"${line}" is no signature`, () => {
      expect(readByline(line)?.author).toBeUndefined()
    })
  }

  it('tells the forms of signatures apart', () => {
    expect(signatureForm('Đ.H')).toBe('initials')
    expect(signatureForm('PHƯƠNG ANH')).toBe('capitals')
    expect(signatureForm('Lê Thị Kim Chi')).toBe('name')
    expect(signatureForm('A. Đúng')).toBe('name')
    expect(signatureForm('LĐLĐ huyện Thạnh Trị')).toBeUndefined()
  })

  it('finds a signature behind the closing mark of a text', () => {
    expect(trailingByline('Hội nghị bế mạc trong không khí phấn khởi./. Nguyễn Xuân')).toMatchObject({
      text: 'Hội nghị bế mạc trong không khí phấn khởi./.',
      byline: { author: 'Nguyễn Xuân' },
    })
    expect(trailingByline('Dự kiến mưa sẽ giảm từ đêm mai. (Theo TTXVN)')).toMatchObject({
      text: 'Dự kiến mưa sẽ giảm từ đêm mai.',
      byline: { source: 'TTXVN' },
    })
    expect(trailingByline('Hội nghị bế mạc trong không khí phấn khởi.')).toBeUndefined()
  })
})
