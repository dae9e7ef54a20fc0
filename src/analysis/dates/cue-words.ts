import type { PartOfDay, RelativeUnit } from './mention.js'

/** Parts of the day; the longer phrase first where one ends in the other. */
export const PARTS_OF_DAY: readonly (readonly [word: string, part: PartOfDay])[] = [
  ['sáng', 'morning'],
  ['trưa', 'noon'],
  ['chiều', 'afternoon'],
  ['tối', 'evening'],
  ['đêm', 'night'],
  ['khuya', 'night'],
]

/** Words that make the number after them a day; `từ` and `đến` only when no unit follows. */
export const DAY_CUES: readonly string[] = ['ngày', 'hôm', 'từ', 'đến', 'tới']

/** After `thứ`. */
export const WEEKDAYS: readonly (readonly [word: string, weekday: number])[] = [
  ['hai', 1],
  ['ba', 2],
  ['tư', 3],
  ['năm', 4],
  ['sáu', 5],
  ['bảy', 6],
  ['bẩy', 6],
  ['2', 1],
  ['3', 2],
  ['4', 3],
  ['5', 4],
  ['6', 5],
  ['7', 6],
]

/** Months by their names; tháng Giêng and tháng Chạp are of the lunar calendar and no dates here. */
export const MONTH_NAMES: readonly (readonly [name: string, month: number])[] = [
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
]

/** Units of `3 giờ trước`. */
export const UNITS: readonly (readonly [word: string, unit: RelativeUnit])[] = [
  ['phút', 'minute'],
  ['giờ', 'hour'],
  ['tiếng', 'hour'],
  ['ngày', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['năm', 'year'],
]

/** Numbers in words before such units. */
export const SMALL_NUMBERS: readonly (readonly [word: string, value: number])[] = [
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
  ['mười', 10],
]

/** What is counted or measured: a number before one of these is no day. */
export const MEASURES: readonly string[] = (
  'tỉ tỷ triệu nghìn ngàn trăm đồng usd vnđ vnd euro người lần ngày tháng tuần giờ phút giây tuổi km m cm mm kg g tấn tạ lít ha ' +
  'm2 m3 độ điểm bàn phiếu căn hộ phần suất xe chiếc con cây vụ ca trận bậc mét ki gam inch gb mb tb mw kw hp mpa richter lạng lượng cái tiếng'
).split(' ')

/** What `ngày 9-10 tiếng` counts: so many a day. */
export const DURATIONS: readonly string[] = 'tiếng giờ phút lần bữa km tiết ca'.split(' ')

/** In front of a number that names a document or a place in one. */
export const NUMBER_NAMES: readonly string[] = (
  'số định tư thị luật quyết văn hoạch dẫn lệnh điều khoản mục phòng nhà ngõ lô hẻm tỉ tỷ tổ khóa kỳ đạt được gần hơn trên khoảng ' +
  'còn có quốc_lộ lộ xổ'
).split(' ')
