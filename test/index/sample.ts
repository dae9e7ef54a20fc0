import type { Document } from '../../src/index.js'

const PLACES = ['Sóc Trăng', 'Trà Vinh', 'Đắk Lắk', 'Hà Giang', 'Cà Mau', 'Nghệ An'] as const
const SUBJECTS = [
  'Liên đoàn Lao động tỉnh tổng kết hoạt động công đoàn',
  'Công nhân khu công nghiệp nhận quà Tết sum vầy',
  'Nông dân được mùa lúa đông xuân',
  'UBND huyện khởi công đường liên xã',
  'Trường học đón học sinh trở lại sau bão',
] as const
const BODIES = [
  'Chiều 31/12, LĐLĐ tỉnh tổ chức hội nghị tổng kết. Năm qua, các công đoàn cơ sở (CĐCS) đã kết nạp 4.400 đoàn viên mới.',
  'Mỗi phần quà trị giá 500.000 đồng, trích từ quỹ xã hội của công đoàn. Người lao động vui mừng trước tấm lòng của tổ chức.',
  'Giá lúa tươi đạt 7.200 đồng một ki lô gam, cao nhất ba năm nay. Bà con phấn khởi, thương lái đặt cọc từ sớm.',
  'Con đường dài 12,5 km nối ba xã vùng sâu, tổng vốn 86 tỉ đồng theo Nghị định 145/2020/NĐ-CP. Dự kiến thông xe vào quý IV.',
  'Sau ba ngày ngập, thầy cô dọn bùn, phơi lại bàn ghế <b>&</b> sách vở. Các em trở lại lớp với nụ cười tươi.',
] as const
const DATES = ['2019', '2020-12', '2020-12-31', '2024-07-09T17:12+07:00', undefined] as const

/** Thirty short news items with every kind of field, some without title, date or province, some typed without marks. */
export const SAMPLE: readonly Document[] = Array.from({ length: 30 }, (_, at) => {
  const date = DATES[at % DATES.length]
  const unmarked = at % 10 === 7
  const body = `${BODIES[(at * 2) % 5]} Tin từ ${PLACES[at % 6]}, số ${at + 1}.`
  const plain = (text: string) =>
    unmarked ? text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D') : text
  return {
    id: `tin-${(at * 17) % 30}`,
    ...(at % 9 === 4 ? {} : { title: plain(`${SUBJECTS[at % 5]} ${at % 4 === 0 ? PLACES[(at + 1) % 6] : ''}`.trim()) }),
    ...(at % 3 === 0 ? { lead: plain(BODIES[(at + 1) % 5]) } : {}),
    body: plain(body),
    ...(date === undefined ? {} : { date }),
    ...(at % 7 === 6 ? {} : { province: at % 8 === 3 ? [PLACES[at % 6], PLACES[(at + 2) % 6]] : PLACES[at % 6] }),
    category: at % 2 === 0 ? 'Công đoàn' : 'Đời sống',
    url: `https://tin.example/${at}`,
  }
})
