import { fold } from '../text/fold.js'
import { agencies, signatureForm } from './name.js'

/** What a signature or source line says. */
export interface Byline {
  /** As signed: "KIM LOAN", "Bảo Dung - LĐLĐ thành phố", "PV". Absent where the line names a source alone. */
  readonly author?: string
  /** The paper or agency that the text comes from. */
  readonly source?: string
  /** Nothing but a signature or source line is written like this, wherever it stands. */
  readonly sure: boolean
}

const byWord =
  /^(?:(?:tin|bài|ảnh|clip|video|đồ họa|tin bài|bài viết|thông tin|chùm ảnh)(?:\s*(?:,|và|-|–|\/|&|\+)\s*(?:tin|bài|ảnh|clip|video|đồ họa))*|tác giả(?: bài viết)?|thực hiện|người viết|người thực hiện|nội dung|phóng viên|nhóm phóng viên|nhóm pv|pv|ctv|bài viết của|ghi chép|biên soạn|tổng hợp|người đưa tin|người đăng)\s*:\s*/iu
/** "PHÓNG SỰ CỦA ĐỖ QUANG VINH", "Ghi chép của Thu Hà" */
const pieceOf =
  /^(?:phóng sự|ký sự|bút ký|ghi chép|tản văn|tùy bút|tuỳ bút|bài viết|bài|truyện ngắn|phỏng vấn)(?: và ảnh)? của\s+/iu
const photoWord = /^(?:(?:ảnh|hình ảnh|hình|nguồn ảnh|ảnh minh họa|video|clip|đồ họa|nguồn video)\s*:|[Ảả]nh |ẢNH )/iu
const photoTail =
  /\s*(?:[-–—;,.|/]\s*|\(\s*)(?:ảnh|hình|ảnh minh họa|video|clip|đồ họa)(?:\s*,\s*(?:ảnh|video|clip))*\s*:.*$/iu
const sourceWord = /^[([]?\s*(?:nguồn(?: tin| bài)?\s*:|theo\s*:?\s+|\(?nguồn\s+)/iu
const longestAgency = Math.max(...[...agencies].map(name => name.length))
const address = /^(?:https?:\/\/|www\.)\S+$/i

/** Removes brackets around the whole and a full stop after a word. */
function trimSignature(text: string): string {
  let bare = text.trim()
  const wrapped = /^[([](.*)[)\]][.]?$/u.exec(bare)
  if (wrapped !== null && !/[()[\]]/.test(wrapped[1])) bare = wrapped[1].trim()
  return bare
    .replace(/\s+(?:vào )?lúc \d{1,2}[:h]\d{2}.*$/iu, '')
    .replace(/(?<=[\p{Ll}\p{Lu}]{2})[.,;]+$/u, '')
    .replace(/\s*[./]+\s*$/u, match => (match.includes('/') ? '' : match))
    .trim()
}

/** Whether `text` may be the name of a paper, agency or site. */
function isOutlet(text: string): boolean {
  if (text.length < 2 || text.length > 60 || text.split(' ').length > 9) return false
  return (
    /^[\p{Lu}\p{N}]/u.test(text) ||
    /\.(vn|com|net|org)\b/iu.test(text) ||
    /^(báo|đài|trang|cổng|tạp chí|thông tấn)/iu.test(text)
  )
}

/**
 * The line as a signature that says what it is: "Tin, ảnh: KIM LOAN", "Bài và ảnh: …", "Tác giả: …", "Thực hiện: …",
 * "PV: …". A photographer named after the writer is left out; a line that names a photographer alone is no signature.
 */
function markedByline(text: string): Byline | undefined {
  if (photoWord.test(text)) return undefined
  const piece = pieceOf.exec(text)
  if (piece !== null) {
    const author = trimSignature(text.slice(piece[0].length))
    return signatureForm(author) === undefined ? undefined : { author, sure: true }
  }
  const match = byWord.exec(text)
  if (match === null) return undefined
  const rest = trimSignature(text.slice(match[0].length).replace(photoTail, ''))
  if (rest === '' || rest.length > 80) return undefined
  return signatureForm(rest) !== undefined || isNamed(rest) ? { author: rest, sure: true } : undefined
}

/** Names with what stands beside them, "Luật sư Hồ Khánh Vi", "Đặng Hải (Trung tâm VHTT huyện)": most words capitalised, no sentence. */
function isNamed(text: string): boolean {
  const words = text.split(' ')
  if (words.length > 9 || /[?!:"“]/.test(text)) return false
  let capital = 0
  for (const word of words) if (/^[(]?\p{Lu}/u.test(word)) capital++
  return capital >= 2 && capital * 2 > words.length
}

/** "Nguồn: Báo Sóc Trăng online", "(Theo TTXVN)", "Theo Báo Lao Động", an address on a line of its own. */
function sourceLine(text: string): Byline | undefined {
  if (address.test(text)) return { sure: true }
  const match = sourceWord.exec(text)
  if (match === null) return undefined
  const rest = trimSignature(text.slice(match[0].length).replace(/[)\]]\s*[.]?$/, ''))
  if (address.test(rest)) return { sure: true }
  if (!isOutlet(rest)) return undefined
  const sure = /^[([]|nguồn/iu.test(text)
  return sure || signatureForm(rest) !== undefined || rest.split(' ').length <= 6
    ? { source: rest, sure: true }
    : undefined
}

/**
 * Reads one line as a signature or source line; undefined where it is neither. All styles of VIETNAMESE.md part 7.
 * Names without a mark ("Nguyễn Xuân", "PHƯƠNG ANH") come with `sure: false`: they sign only where they close an article.
 */
export function readByline(text: string): Byline | undefined {
  if (text.length > 120 || text.length < 2) return undefined
  const marked = markedByline(text)
  if (marked !== undefined) return marked
  const source = sourceLine(text)
  if (source !== undefined) return source
  if (photoWord.test(text)) return undefined
  const bare = trimSignature(text.replace(photoTail, ''))
  if (bare.length <= longestAgency && agencies.has(fold(bare))) return { source: bare, sure: true }
  const form = signatureForm(bare)
  if (form === undefined) return undefined
  const theo = /^(.*?)\s*\(theo\s+([^()]{2,40})\)$/iu.exec(bare)
  if (theo !== null) return { author: theo[1], source: theo[2], sure: true }
  // Capitals alone may be a heading; with a body behind them ("Bảo Dung - LĐLĐ thành phố") names are signatures.
  return { author: bare, sure: form === 'initials' || (form === 'capitals' && bare !== bare.toUpperCase()) }
}

/**
 * A signature at the end of the last paragraph: after the closing mark "./." of official news, or a source in brackets.
 * Returns the paragraph without it.
 */
export function trailingByline(text: string): { readonly text: string; readonly byline: Byline } | undefined {
  const tail = text.slice(-90)
  const closed = /^(.*?[./]\.?\/\.?|.*[.!?…”"])\s*\(?((?:theo|nguồn)\s*:?\s+[^()]{2,50})\)\s*\.?$/isu.exec(tail)
  if (closed !== null) {
    const byline = readByline(`(${closed[2]})`)
    if (byline !== undefined) return { text: text.slice(0, text.length - tail.length) + closed[1], byline }
  }
  const mark = tail.lastIndexOf('./.')
  if (mark >= 0 && mark + 3 < tail.length) {
    const byline = readByline(tail.slice(mark + 3).trim())
    if (byline !== undefined) return { text: text.slice(0, text.length - tail.length + mark + 3), byline }
  }
  return undefined
}

/** Key by which two spellings of one signature are compared. */
export function signatureKey(author: string): string {
  return fold(author).replace(/[^\p{L}\p{N}]+/gu, '')
}
