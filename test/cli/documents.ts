import type { Document } from '../../src/index.js'

/** A small collection for tests of the command line. */
export const DOCUMENTS: readonly Document[] = [
  {
    id: 'a1',
    title: 'LĐLĐ tỉnh Sóc Trăng tổng kết năm 2019',
    lead: 'Liên đoàn Lao động tỉnh thưởng 12 tập thể.',
    body: 'Chiều 31/12, các công đoàn cơ sở (CĐCS) báo cáo kết quả chăm lo đoàn viên.\nHội nghị bàn việc năm 2020.',
    date: '2019-12-31',
    province: 'Sóc Trăng',
    author: 'Thạch Sơn',
    source: 'Báo Ven Sông',
  },
  {
    id: 'a2',
    title: 'Mở rộng đường liên xã ở Trà Vinh',
    body: 'Con đường dài 6 km nối hai xã vùng sâu, bà con hiến đất làm đường.',
    date: '2021-05-04T08:30+07:00',
    province: 'Trà Vinh',
  },
  {
    id: 'a3',
    title: 'Hải Dương được mùa vải',
    body: 'Vải thiều Thanh Hà được giá, thương lái mua tận vườn. Đương vụ, cả xã thức đêm.',
    date: '2021-06',
    province: 'Hải Dương',
  },
  { id: 'a4', body: 'Thông báo của liên đoàn lao động huyện. Người lao động nghỉ Tết bảy ngày.' },
]

/** One JSON object a line. */
export function ndjson(documents: readonly unknown[]): string {
  return documents.map(document => `${JSON.stringify(document)}\n`).join('')
}
