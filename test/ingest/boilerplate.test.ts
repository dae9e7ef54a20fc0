import { describe, expect, it } from 'vitest'
import { furniture } from '../../src/ingest/boilerplate.js'

describe('the furniture of pages', () => {
  const lines: readonly (readonly [line: string, label: string | undefined])[] = [
    ['Multimedia Đọc Báo in', 'menu'],
    ['Site banner', 'menu'],
    ['Font chữ: A- A A+', 'menu'],
    ['▶ Nghe bài 03:11', 'menu'],
    ['🔊 Nghe đọc bài 0:00 / 04:25', 'menu'],
    ['Trang chủThời sựKinh tếXã hộiVăn hóa', 'menu'],
    ['Trang chủ | Giới thiệu | Liên hệ', 'menu'],
    ['Trang chủ » Hoạt động công đoàn » Tin trong huyện', 'menu'],
    ['TRANG CHỦ', 'menu'],
    ['Thong bao', 'menu'],
    ['• Báo cáo - thống kê', 'menu'],
    ['Từ khóa: tôm hùm, lồng bè', 'menu'],
    ['Thời sự', 'category'],
    ['lượt truy cập', 'counter'],
    ['• Tất cả: 84771406', 'counter'],
    ['Hôm nay: 3.450', 'counter'],
    ['Đang truy cập: 17', 'counter'],
    ['Số lượt xem: 1.532', 'counter'],
    ['1.204 lượt xem', 'counter'],
    ['Facebook Zalo Email Sao chép liên kết', 'share'],
    ['In bài viết', 'share'],
    ['Theo dõi Báo Ven Sông trên Google News', 'share'],
    ['Các tin liên quan', 'related'],
    ['Các tin liên quan | Ngày đăng |', 'related'],
    ['TIN CÙNG CHUYÊN MỤC', 'related'],
    ['Tin khác:', 'related'],
    ['Các bài viết mới nhất của tác giả', 'related'],
    ['Ý kiến bạn đọc', 'comments'],
    ['Bình luận (12)', 'comments'],
    ['>> Xem thêm: Tăng ca thế nào cho đúng luật?', 'pointer'],
    ['Cơ quan chủ quản: UBND tỉnh Sóc Trăng - Điện thoại: 0299.3822339', 'footer'],
    ['Giấy phép số 01/GP-STTTT do Sở Thông tin và Truyền thông cấp ngày 22/9/2021.', 'footer'],
    ['@ Ghi rõ nguồn "Cổng thông tin điện tử" khi phát hành lại thông tin từ Cổng này.', 'footer'],
    ['© Báo Đại Ngàn. Không sao chép khi chưa được đồng ý.', 'footer'],
    ['Tổng Biên tập: Trịnh Quang Vĩnh', 'footer'],
    ['Chịu trách nhiệm nội dung: Bà Ngô Mai Khuê', 'footer'],
    ['Địa chỉ: 56 Lê Duẩn - Phường 3', 'contact'],
    ['Điện thoại: 0299.3822339', 'contact'],
    ['4234', 'number'],
    ['DSC_0042.JPG', 'number'],
    ['---|---|', 'rule'],
    ['* * *', 'rule'],
    ['Quang cảnh hội nghị', undefined],
    ['Bình luận về kết quả đàm phán lương', undefined],
    ['Điện thoại thông minh giúp ngư dân bán cá ngay trên biển', undefined],
    ['Xây dựng và phát triển nông thôn mới ở Long Phú', undefined],
    ['Thông báo kết luận của Chủ tịch UBND tỉnh về phòng, chống hạn mặn', undefined],
    ['Facebook đã cán mốc hai tỷ người dùng', undefined],
    ['Đọc nhiều sách, học trò vùng cao tự tin hơn', undefined],
    ['29/12/2023 20:21', undefined],
    ['2.500 suất quà cho công nhân dịp Tết', undefined],
    ['Ngân hàng đề thi lớp 5', undefined],
  ]
  for (const [line, label] of lines) {
    it(`${line} → ${label ?? 'text'}`, () => {
      expect(furniture(line)).toBe(label)
    })
  }

  it('reads long lines as text unless they begin as an imprint', () => {
    const sentence = 'Công đoàn cơ sở tổ chức thăm hỏi đoàn viên có hoàn cảnh khó khăn. '
    expect(furniture(sentence.repeat(10))).toBeUndefined()
    expect(furniture(`Cơ quan chủ quản: UBND tỉnh. ${sentence.repeat(6)}`)).toBe('footer')
  })
})
