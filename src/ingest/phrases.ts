import type { Label } from './block.js'

/** The phrases of one list, parted by "|", in the order given. */
export function list(words: string): string[] {
  return words.split('|').map(word => word.replace(/\s+/g, ' ').trim())
}

/**
 * Words that sites print around their articles, by what they are for. Compared without marks, case, spaces and
 * punctuation, and a line counts only when it consists of nothing else ("Trang chủ | Giới thiệu", "Bình luận (0)").
 * Phrases are parted by "|".
 *
 * Source: the furniture of Vietnamese government portals, union sites and newspapers (VIETNAMESE.md part 7; headings seen
 * on the pages of the five seeds and of public crawls).
 */
export const phrases: readonly (readonly [label: Label, words: string])[] = [
  [
    'menu',
    `trang chủ | trang nhất | home | menu | đăng nhập | đăng ký | đăng xuất | tài khoản | liên hệ | sơ đồ |
     sơ đồ site | sơ đồ trang | sơ đồ cổng | tìm kiếm | tìm kiếm nâng cao | search | rss | english | tiếng việt |
     tiếng anh | vietnamese | site banner | banner | logo | multimedia | đa phương tiện | đọc báo in | báo in |
     báo giấy | e-magazine | emagazine | e-paper | longform | infographic | infographics | podcast | video | videos |
     video clip | clip | ảnh | photo | gallery | thư viện ảnh | thư viện video | thư viện | hình ảnh | phóng sự ảnh |
     truyền hình | phát thanh | media | giới thiệu | tin tức | tin tức sự kiện | tin tức - sự kiện | tin hoạt động |
     văn bản | văn bản mới | văn bản pháp luật | hệ thống văn bản | biểu mẫu | thông báo | thông báo mới |
     báo cáo - thống kê | báo cáo | thống kê | lịch công tác | lịch làm việc | lịch tiếp công dân | tiếp công dân |
     hỏi đáp | hỏi - đáp | góp ý | thủ tục hành chính | dịch vụ công | dịch vụ công trực tuyến | cơ cấu tổ chức |
     tổ chức bộ máy | chức năng nhiệm vụ | liên kết | liên kết website | liên kết web | weblink | chuyên mục |
     danh mục | mục lục | tất cả | xem tất cả | xem thêm | tải thêm | tiếp theo | trước | sau | trang trước |
     trang sau | quay lại | trở lại | trở về | về trang trước | lên đầu trang | đầu trang | về đầu trang | top |
     quảng cáo | advertisement | ads | tài trợ | nội dung tài trợ | xem với cỡ chữ | a a a | cỡ chữ | font chữ | phông chữ | tăng cỡ chữ |
     giảm cỡ chữ | a- | a+ | aa | nghe đọc bài | nghe bài viết | đọc bài viết | nghe audio | nghe bài | nghe bài báo | nghe tin | nghe nội dung bài | audio | tốc độ đọc | giọng nữ |
     giọng nam | miền bắc | miền nam | từ khóa | tags | tag | chủ đề | dòng sự kiện | sự kiện | ngày đăng | stt |
     tiêu đề | tên bài | tác giả bài viết | mới nhất | tin nóng | nổi bật | tiêu điểm | đặt báo | mua báo | tòa soạn |
     tra cứu | bản đồ | thời tiết | tỷ giá | giá vàng | xổ số | chứng khoán | bỏ qua | bỏ qua nội dung |
     skip to content | đóng | close | qr code | mã qr | hòm thư góp ý | thư điện tử | email công vụ | văn phòng điện tử |
     thông tin tuyên truyền | danh mục tin | chuyên mục tin | công báo | chỉ đạo điều hành | công khai | đấu thầu | tuyển dụng`,
  ],
  [
    'category',
    `thời sự | chính trị | kinh tế | xã hội | văn hóa | văn hóa - xã hội | văn hóa - thể thao | thể thao | giải trí |
     giáo dục | khoa học | công nghệ | khoa học - công nghệ | y tế | sức khỏe | đời sống | pháp luật | thế giới |
     quốc tế | trong nước | trong tỉnh | quốc phòng | an ninh | quốc phòng - an ninh | an ninh - quốc phòng | du lịch |
     môi trường | tài nguyên | nông nghiệp | nông thôn | nông nghiệp - nông thôn | nông thôn mới | công nghiệp |
     thương mại | bất động sản | đầu tư | doanh nghiệp | thị trường | tài chính | ngân hàng | xây dựng đảng |
     xây dựng | giao thông | công đoàn | tin công đoàn | hoạt động công đoàn | lao động | việc làm |
     lao động việc làm | an toàn lao động | bạn đọc | phóng sự | bình luận - phê phán | đất và người |
     đất nước - con người | gương điển hình | người tốt việc tốt | tin địa phương | tin trong tỉnh | tin trong nước |
     tin thế giới | tin vắn | chuyển đổi số | cải cách hành chính | quốc hội | hội đồng nhân dân | dân tộc | tôn giáo |
     dân tộc - tôn giáo | kinh tế - xã hội | chính trị - xã hội | đoàn thể | nữ công | tuyên giáo |
     chính sách pháp luật | chính sách | biển đảo | nhịp sống`,
  ],
  [
    'share',
    `chia sẻ | chia sẻ bài viết | chia sẻ ngay | share | facebook | chia sẻ facebook | zalo | chia sẻ zalo | twitter | x |
     messenger | linkedin | pinterest | telegram | youtube | tiktok | instagram | google+ | google news | like |
     thích | tweet | gửi email | gửi mail | gửi cho bạn bè | email | in bài | in bài viết | in trang | in trang này |
     in ấn | print | bản in | copy link | sao chép liên kết | sao chép link | link | lưu | lưu bài | lưu bài viết |
     lưu tin | theo dõi | quan tâm | viết bình luận | đánh giá bài viết | đánh giá | bookmark | gửi bài viết |
     báo lỗi | tải về | tải ứng dụng`,
  ],
  [
    'counter',
    `lượt truy cập | số lượt truy cập | tổng lượt truy cập | thống kê truy cập | thống kê lượt truy cập |
     tổng truy cập | đang truy cập | đang online | đang trực tuyến | trực tuyến | online | khách online | khách |
     thành viên | số người đang truy cập | hôm nay | hôm qua | tuần này | tuần trước | trong tuần | tháng này |
     tháng trước | trong tháng | năm nay | trong năm | lượt xem | số lượt xem | lượt đọc | đã xem | số lần xem |
     views | view | lượt thích | người truy cập | bộ đếm`,
  ],
  [
    'related',
    `các tin liên quan | tin liên quan | bài liên quan | bài viết liên quan | tin bài liên quan | các bài liên quan |
     các bài viết liên quan | nội dung liên quan | tin cùng chuyên mục | cùng chuyên mục | bài cùng chuyên mục |
     tin bài cùng chuyên mục | tin cùng loại | tin cùng chủ đề | bài viết cùng chủ đề | bài viết cùng chuyên mục |
     tin khác | các tin khác | tin tức khác | bài khác | bài viết khác | các bài viết khác | tin bài khác |
     những tin khác | những tin mới hơn | những tin cũ hơn | tin mới hơn | tin cũ hơn | các tin mới hơn |
     các tin cũ hơn | các tin đã đưa | tin đã đưa | các tin trước | tin mới | tin mới nhất | bài mới | bài mới nhất |
     bài viết mới | tin nổi bật | tin tiêu điểm | tin đọc nhiều | đọc nhiều | đọc nhiều nhất | xem nhiều |
     xem nhiều nhất | tin xem nhiều | được quan tâm | được quan tâm nhất | có liên quan | có thể bạn quan tâm | có thể bạn thích |
     bạn có thể quan tâm | đừng bỏ lỡ | không thể bỏ lỡ | đọc thêm | đọc tiếp | đề xuất | dành cho bạn |
     gợi ý cho bạn | tin tài trợ | tin cùng sự kiện | cùng sự kiện | tin nên đọc | tin liên quan khác | bài đọc nhiều |
     tin trong ngày | bài viết nổi bật | nổi bật nhất | tin đáng chú ý | thông tin liên quan | các tin đã đăng |
     tin đã đăng | các bài đã đăng`,
  ],
  [
    'comments',
    `ý kiến bạn đọc | ý kiến của bạn | ý kiến độc giả | ý kiến | bình luận | các bình luận | bình luận bạn đọc |
     bình luận của bạn | bình luận bài viết | gửi bình luận | gửi ý kiến | gửi phản hồi | phản hồi | phản hồi bạn đọc |
     phản hồi của bạn đọc | thảo luận bài viết | comments | comment | leave a reply | để lại bình luận |
     để lại phản hồi | viết ý kiến | ý kiến phản hồi | bạn đọc bình luận | bình luận facebook |
     hãy là người đầu tiên bình luận | chưa có bình luận | chưa có bình luận nào | ý kiến đóng góp |
     gửi ý kiến của bạn | ý kiến (độc giả) | nhận xét | các ý kiến`,
  ],
]

/**
 * The beginnings of lines in the imprint of a site: publisher, licence, editor, copyright. Without marks, lower case; spaces
 * before a colon do not count. A line that begins so is no text wherever it stands.
 */
export const imprintStarts: readonly string[] = list(
  `co quan chu quan | don vi chu quan | don vi quan ly: | co quan quan ly: | co quan thuong truc: |
   co quan ngon luan | giay phep so | giay phep hoat dong so | giay phep hoat dong bao chi | giay phep bao chi |
   giay phep xuat ban | giay phep thiet lap | giay phep: | so giay phep | gpxb | gp so | gp hoat dong |
   chiu trach nhiem: | chiu trach nhiem noi dung | chiu trach nhiem xuat ban | chiu trach nhiem chinh |
   nguoi chiu trach nhiem: | nguoi chiu trach nhiem noi dung | tong bien tap: | pho tong bien tap: |
   truong ban bien tap: | pho truong ban bien tap: | ban bien tap: | truong ban: | ban quyen thuoc | ban quyen cua |
   ban quyen: | ban quyen © | ban quyen (c) | copyright | (c) | © | ® | @ ghi ro | ghi ro nguon | * ghi ro |
   vui long ghi ro | yeu cau ghi ro | de nghi ghi ro | thiet ke boi | thiet ke web | thiet ke: | phat trien boi |
   xay dung boi | powered by | designed by | developed by | toa soan: | tru so: | tru so chinh: | tru so toa soan |
   van phong dai dien: | dien thoai ban bien tap | dien thoai toa soan | lien he quang cao | quang cao: |
   khong sao chep | cam sao chep | moi sao chep | moi hanh vi sao chep | phat hanh lai thong tin |
   chi duoc phat hanh lai | all rights reserved | website dang chay thu nghiem | phat hanh: | ma so thue: | dkkd |
   giay chung nhan dang ky`,
)

/** Words inside a line that make it imprint whatever it begins with; for lines that are no long paragraphs. */
export const imprintWords: readonly string[] = list(
  `ghi ro nguon | all rights reserved | ban quyen thuoc | giu ban quyen | copyright | giay phep so |
   lien he quang cao | khi phat hanh lai | khi su dung lai thong tin | /gp- | gp-bttt | gp-ttdt | gp-stttt |
   toa soan: | duong day nong) | tong bien tap: | chiu trach nhiem noi dung | chiu trach nhiem chinh | ©`,
)

/**
 * Words that begin contact lines when a colon or a number follows: imprint beside imprint, but text where an article prints an
 * address.
 */
export const contactWords: readonly string[] = list(
  `dia chi | dien thoai | dt | tel | fax | hotline | duong day nong | email | e-mail | website | web | hop thu |
   hop thu dien tu | thu dien tu | so dien thoai | lien he | fanpage | zalo | facebook | tru so`,
)
