import type { DateMention } from '../analysis/dates/index.js'

/** A pattern over lower-case text with its marks: one of `words`, whole, then `tail`. */
const after = (words: string, tail: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})${tail}`, 'u')

/** Dates of documents: "Hướng dẫn số 19/HD-LĐLĐ, ngày 12/6/2020 của LĐLĐ tỉnh", "ký ngày 9/11/2016". */
const documentDate = [
  after(
    'nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|hướng dẫn|kế hoạch|luật|bộ luật|pháp lệnh|thông báo|tờ trình|giấy phép|công điện|quy định|quy chế|kết luận|đề án|hợp đồng|báo cáo|thông tri|sắc lệnh|văn bản|biên bản|bản án|cáo trạng',
    '(?: liên tịch)?(?: số)?(?: \\S*\\d\\S*)?(?: (?:của|lập|ký|ban hành) [^.;!?,]{2,40})?,?\\s*(?:(?:ký|lập|ban hành|cấp) )?$',
  ),
  after('số', ':? ?\\d\\S*,?\\s*(?:(?:ký|ban hành|cấp) )?$'),
  after('ký|lập|tuyên|cấp|ban hành', '\\s*$'),
]
const ownedBy = /^\s*(?:của|về việc|quy định|hướng dẫn|sửa đổi|ban hành)(?!\p{L})/u
/** Days to come, and the ends of spans: "trước ngày 30/9", "sẽ diễn ra ngày 5/3", "ngày 1/7/2025, Công đoàn sẽ …". */
const aheadBefore = [
  after('sẽ|dự kiến|sắp|chậm nhất|hạn chót|thời hạn|hiệu lực|áp dụng|thi hành', '(?: [^\\s.;,]+){0,14}\\s*$'),
  after('trước|sau|đến|tới|hết|từ|kể từ|tính từ', '(?: (?:khoảng|hết|cuối|đầu))?\\s*$'),
]
const aheadAfter =
  /^(?:[^.;!?]|\.(?=\S)){0,120}(?<!\p{L})(?:sẽ|sắp tới|tới đây|dự kiến)(?!\p{L})|^\s*(?:\([^)]*\)\s*)?(?:tới|sắp tới|tới đây)(?!\p{L})/u
/** Days remembered: births, foundings, jubilees, and "tính đến ngày". */
const pastBefore = after(
  'sinh|thành lập|kỷ niệm|kỉ niệm|năm ngày|mất|giỗ|từ trần|hy sinh|ra đời|chiến thắng|giải phóng|nhập ngũ|kết nạp|nhân dịp|chào mừng|hướng tới|quốc tế|quốc khánh|tính đến|tính tới',
  '(?: [^\\s.;,]+){0,6}\\s*$',
)
/** The tale of something earlier, as in reports from court. */
const tale = after(
  'trước đó|cáo trạng|tài liệu điều tra|bản án|nhớ lại|kể lại|hôm ấy|đã thông tin|đã đưa tin|liên quan đến',
  '[^.;!?]{0,60}$',
)
/** "Khoảng 9h30 ngày …": the tale of an accident or a crime. */
const about = after('khoảng', '(?: lúc)?\\s*$')
/** "Vào ngày" tells of earlier days as often as of this one; not so where something takes place. */
const into = /(?<!\p{L})vào\s*$/u
const held = after('diễn ra|tổ chức|khai mạc|bế mạc|khánh thành|khởi công|phát động', '[^.;!?]{0,40}$')

/** The words of the sentence before `at`, in lower case, at most 90 characters. */
function before(text: string, at: number): string {
  const cut = text.slice(Math.max(0, at - 90), at)
  const start = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return (start >= 0 ? cut.slice(start + 2) : cut).toLowerCase()
}

/** Papers have been on the web since then; earlier days are history. */
const firstYear = 1998

/**
 * Whether a date in running text is the day of what the article tells: not that of a decree, a plan, a jubilee, nor of
 * an earlier event that it calls to mind.
 */
export function isEvent(text: string, mention: DateMention): boolean {
  if (mention.day === undefined || mention.month === undefined) return false
  if (mention.kind !== 'date' && mention.kind !== 'date-time') return false
  if (mention.cue === undefined && mention.partOfDay === undefined) return false
  if (mention.cue === 'từ' || (mention.year ?? firstYear) < firstYear) return false
  const words = before(text, mention.start)
  const following = text.slice(mention.end, mention.end + 80).toLowerCase()
  if (documentDate.some(pattern => pattern.test(words)) || tale.test(words) || about.test(words)) return false
  if (aheadBefore.some(pattern => pattern.test(words)) || aheadAfter.test(following) || pastBefore.test(words))
    return false
  if (mention.partOfDay !== undefined) return true
  if (ownedBy.test(following) || /[(]\s*$/.test(words)) return false
  const vague = into.test(words) || mention.text.toLowerCase().startsWith('vào')
  return !vague || held.test(words.replace(into, ''))
}
