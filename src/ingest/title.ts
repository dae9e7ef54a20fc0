import { fold } from '../text/fold.js'
import { type Block, isTitleLike, lastMark } from './block.js'
import { readStamp } from './stamp.js'

/** Below this a line is no headline; see `score`. */
const least = 1

/**
 * How captions begin, and what people do in pictures. Such lines are no headlines unless the page's layout says so
 * plainly: the page of seed 004 has none and begins with a caption.
 */
const captionStart =
  /^(?:(?:quang cảnh|toàn cảnh|các đại biểu|đại biểu|một góc|khung cảnh)(?!\p{L})|(?:ảnh|hình|hình ảnh|clip|video)(?: minh họa| minh hoạ| chụp| tư liệu| cắt từ clip| nhân vật cung cấp)?\s*[:(])/u
const captionPerson =
  /^(?:đồng chí|lãnh đạo|ông|bà|anh|chị|đại diện|chủ tịch|phó chủ tịch|bí thư|các đồng chí|đoàn|ban tổ chức|các đoàn viên)(?!\p{L})/u
const captionAct =
  /(?<!\p{L})(?:phát biểu|chủ trì|trao|tặng|chụp ảnh|lưu niệm|khai mạc|bế mạc|dự hội nghị|tham quan|ký kết|báo cáo tại|tại hội nghị|tại buổi lễ|bìa phải|bìa trái|thứ hai từ|đứng thứ|hàng đầu)(?!\p{L})/u
const captionCredit = /(?:^|[\s(.])(?:[Ảả]nh|ẢNH|[Hh]ình)\s*(?::|\p{Lu}|[Mm]inh h)/u

/** Mastheads: the name of a site or paper, in so few words that nothing else is said. */
const masthead =
  /^(bao|tuan bao|tuan tin|tap san|dac san|noi san|trang tin|trang thong tin|cong thong tin|cong|tap chi|ban tin|dai|lien doan lao dong|ldld|cong doan|uy ban|ubnd|so|tin|website|chuyen trang|trang)\b/

/** Whether the words are those of a picture's caption. */
export function looksLikeCaption(text: string): boolean {
  const lower = text.toLowerCase()
  if (captionStart.test(lower)) return true
  if (captionPerson.test(lower) && captionAct.test(lower)) return true
  return captionCredit.test(text) && !lower.startsWith('ảnh hưởng')
}

/** Words of two letters and more, in lower case. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1)
}

/**
 * The share of the line's words that the text itself uses: headlines say what the text says. `opening` is in lower case with
 * a blank before every word.
 */
function recurrence(line: string, opening: string): number {
  const words = wordsOf(line)
  if (words.length === 0) return 0
  let shared = 0
  for (const word of words) if (opening.includes(` ${word}`)) shared++
  return shared / words.length
}

/** Evidence for a headline from outside the text: Open Graph, JSON-LD, `<title>`. */
export interface TitleHints {
  readonly titles?: readonly string[]
}

/** Two headlines are the same but for case, marks and punctuation; a site's name may follow one of them. */
export function sameTitle(a: string, b: string): boolean {
  const x = wordsOf(fold(a)).join(' ')
  const y = wordsOf(fold(b)).join(' ')
  if (x === '' || y === '') return false
  return x === y || (x.length > 15 && y.startsWith(x)) || (y.length > 15 && x.startsWith(y))
}

/**
 * Index of the headline among the blocks above the first paragraph, or -1: none on the page. `opening` is the text that
 * follows, some thousand characters of it.
 */
export function chooseTitle(head: readonly Block[], opening: string, hints: TitleHints = {}): number {
  if (head.length === 0) return -1
  const known = ` ${opening.toLowerCase().replace(/[\n"“(‘'-]/g, ' ')}`
  let best = -1
  let bestScore = least - 0.01
  for (let i = 0; i < head.length; i++) {
    const block = head[i]
    if (block.label !== 'text' || block.markup === 'standfirst' || block.markup === 'caption') continue
    const value = score(head, i, known, hints)
    if (value > bestScore) {
      best = i
      bestScore = value
    }
  }
  return best
}

/** A date line of an article, not the bare weekday line that pages print today's date with. */
function isOwnStamp(block: Block | undefined): boolean {
  if (block?.label !== 'stamp') return false
  const stamp = readStamp(block.text)
  return stamp !== undefined && !stamp.ofIssue && (stamp.hasTime || stamp.cue !== undefined || !stamp.hasWeekday)
}

/** Whether a further line that could be a headline, and then the date line, come right behind a line that is not in capitals. */
function hasSubtitle(head: readonly Block[], i: number): boolean {
  const below = head[i + 1]
  if (below === undefined || !isTitleLike(below) || !isOwnStamp(head[i + 2])) return false
  return head[i].text !== head[i].text.toUpperCase()
}

function score(head: readonly Block[], i: number, known: string, hints: TitleHints): number {
  const block = head[i]
  const heading = block.markup === 'heading' ? (block.level ?? 6) : 0
  const beforeStamp = isOwnStamp(head[i + 1])
  if (!isTitleLike(block)) {
    const closed = lastMark(block.text) === '.'
    if (heading === 0 && !(beforeStamp && closed && block.words >= 4) && !(beforeStamp && block.words === 2)) return -1
    if (block.words > 45) return -1
  }
  let points = 0
  if (block.words >= 6) points += block.words <= 20 ? 2 : 1
  else points += block.words >= 4 ? 1 : -2
  if (heading === 1) points += 4
  else if (heading === 2) points += 2
  else if (heading > 0) points += 1
  if (beforeStamp) points += 2
  if (isOwnStamp(head[i - 1])) points += 1
  if (i === 0 && block.line === 1) points += 2
  if (i === head.length - 1) points += 0.5
  const shared = recurrence(block.text, known)
  if (shared >= 0.5) points += 2
  else if (shared >= 0.3) points += 1
  else if (shared < 0.15) points -= 1
  // A second headline may stand between the first and the date line.
  if (!beforeStamp && shared >= 0.5 && block.words >= 6 && hasSubtitle(head, i)) points += 2
  if (looksLikeCaption(block.text)) points -= heading === 1 ? 1 : 5
  if (/[|»›]/.test(block.text)) points -= 3
  if (block.words <= 8 && masthead.test(fold(block.text)) && !/[:,?]/.test(block.text) && shared < 0.8) points -= 2.5
  // In capitals a publisher may name itself at length: "CÔNG ĐOÀN … - LIÊN ĐOÀN LAO ĐỘNG TỈNH …".
  else if (!beforeStamp && block.text === block.text.toUpperCase() && masthead.test(fold(block.text))) points -= 3
  for (const hint of hints.titles ?? []) {
    if (sameTitle(block.text, hint)) {
      points += 6
      break
    }
  }
  return points
}
