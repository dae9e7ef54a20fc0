/** What the seven articles of the five seed pages must hold; `undefined`: the field is absent. */
export interface ExpectedArticle {
  readonly id: string
  readonly title: string | undefined
  readonly date: string | undefined
  readonly dateSource: RegExp | undefined
  readonly province: string | undefined
  readonly provinceSource: RegExp | undefined
  readonly author: string
  readonly begins: string
  readonly ends: string
}

/** The seven articles of the five pages, in order. */
export const expectedArticles: readonly ExpectedArticle[] = [
  {
    id: '000_bfcbc2bb5e13386b',
    title: 'Liên đoàn Lao động tỉnh: Tổng kết hoạt động Công đoàn năm 2019 và triển khai nhiệm vụ năm 2020',
    date: '2019-12-31',
    dateSource: /ngày 31\/12$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng|soctrang/i,
    author: 'M.Linh',
    begins: 'Chiều ngày 31/12, Liên đoàn Lao động tỉnh tổ chức',
    ends: 'nhất là tổ chức chu đáo Tết sum vầy năm 2020.',
  },
  {
    id: '001_af14a31ec39e81e8',
    title: 'Trên 12 tỉ đồng chăm lo cho đoàn viên, người lao động ở Sóc Trăng',
    date: '2024-07-09',
    dateSource: /^Chiều 9\.7$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng/,
    author: 'PHƯƠNG ANH',
    begins: 'Chiều 9.7, Công đoàn Các khu công nghiệp tỉnh Sóc Trăng',
    ends: 'nhu cầu nhà ở xã hội trong đoàn viên, NLĐ.',
  },
  {
    id: '001_af14a31ec39e81e8-2',
    title: 'Nhiều mô hình hùn vốn hiệu quả cho đoàn viên tham gia',
    date: '2024-07-16',
    dateSource: /^Ngày 16\.7$/,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng|Thạnh Trị/,
    author: 'PHƯƠNG ANH',
    begins: 'Ngày 16.7, LĐLĐ huyện Thạnh Trị tổ chức',
    ends: 'hoạt động công đoàn năm học 2023 - 2024.',
  },
  {
    id: '001_af14a31ec39e81e8-3',
    title: 'Sóc Trăng thực hiện tốt các hoạt động vì sự tiến bộ của phụ nữ',
    date: undefined,
    dateSource: undefined,
    province: 'Sóc Trăng',
    provinceSource: /Sóc Trăng/,
    author: 'Đ.H',
    begins: 'Tiếp đoàn có Phó Chủ tịch UBND tỉnh Ngô Hùng',
    ends: 'tỉnh Sóc Trăng ngày càng đạt hiệu quả tốt hơn.',
  },
  {
    id: '002_8bf1c4242f03a4fe',
    title: 'Công đoàn Viên chức tỉnh tổng kết công tác năm 2020',
    date: '2020-12-04T17:12+07:00',
    dateSource: /^17:12, 04\/12\/2020$/,
    province: 'Đắk Lắk',
    provinceSource: /Krông Ana|Buôn Ma Thuột/,
    author: 'Nguyễn Xuân',
    begins: 'Chiều 4-12, Công đoàn Viên chức tỉnh đã tổ chức',
    ends: 'thành tích xuất sắc trong hoạt động công đoàn năm 2020.',
  },
  {
    id: '003_b9618afd88b7b93a',
    title:
      'Hội nghị sơ kết giữa nhiệm kỳ 2017-2022 và tổng kết phong trào CNVCLĐ, hoạt động Công đoàn thành phố năm 2020',
    date: '2021-01-08',
    dateSource: /ngày 08\/01\/2021$/,
    province: undefined,
    provinceSource: undefined,
    author: 'Bảo Dung - LĐLĐ thành phố',
    begins: 'Được sự thống nhất của Ban Thường vụ LĐLĐ tỉnh',
    ends: 'nhất là người lao động ở các doanh nghiệp...',
  },
  {
    id: '004_1e8de783f3fa0c7b',
    title: undefined,
    date: '2023-12-29T20:21+07:00',
    dateSource: /^29\/12\/2023 20:21$/,
    province: 'Trà Vinh',
    provinceSource: /Trà Vinh/,
    author: 'KIM LOAN',
    begins: 'Lãnh đạo LĐLĐ tỉnh chủ trì hội nghị.',
    ends: 'phong trào công nhân viên chức lao động và hoạt động công đoàn năm 2023.',
  },
]

/** Words of the pages that are in no article's text. */
export const clutter = [
  'Thông báo',
  'Báo cáo - thống kê',
  'Videos',
  'lượt truy cập',
  '84771406',
  'Cơ quan chủ quản',
  'Đơn vị quản lý',
  'Giấy phép số',
  '22/9/2021',
  'banbientap',
  'Lê Duẩn',
  'Ghi rõ nguồn',
  'Các tin liên quan',
  'Ngày đăng',
  '---',
  'Mô hình Tổ xe ôm',
  'Cụm thi đua số 2',
  'Infographic',
  'Tuổi cao thì năng suất',
  'Nguồn: Báo Sóc Trăng online',
  'http://',
  'Multimedia',
  'Đọc Báo in',
  '17:12',
  '4234',
  '42354',
  '4324',
  'Ý kiến bạn đọc',
  '(Video)',
  'chính quyền số',
  'Site banner',
  '20:21',
  'Tin, ảnh',
  'Chiều ngày 19/11',
  'biến đổi khí hậu',
]
