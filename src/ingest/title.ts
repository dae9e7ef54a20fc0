import { fold } from '../text/index.js'
import { type Block, isTitleLike, lastMark } from './block.js'

/** Below this a line is no headline; see `score`. */
const least = 1

/**
 * How captions begin, and what people do in pictures. Such lines are no headlines unless the page's layout says so
 * plainly: the page of seed 004 has none and begins with a caption.
 */
const captionStart = /^(quang canh|toan canh|anh|hinh anh|hinh|cac dai bieu|dai bieu|mot goc|khung canh|clip|video)\b/
const captionPerson =
  /^(dong chi|lanh dao|ong|ba|anh|chi|dai dien|chu tich|pho chu tich|bi thu|cac dong chi|doan|ban to chuc|cac doan vien)\b/
const captionAct =
  /\b(phat bieu|chu tri|trao|tang|chup anh|luu niem|khai mac|be mac|du hoi nghi|tham quan|ky ket|bao cao tai|tai hoi nghi|tai buoi le|bia phai|bia trai|giua|dung thu|hang dau)\b/
const captionCredit = /(?:^|[\s(.])(?:[Ảả]nh|ẢNH|[Hh]ình)\s*(?::|\p{Lu}|[Mm]inh h)/u

/** Mastheads: the name of a site or paper, in so few words that nothing else is said. */
const masthead =
  /^(bao|trang tin|trang thong tin|cong thong tin|cong|tap chi|ban tin|dai|lien doan lao dong|ldld|cong doan|uy ban|ubnd|so|tin|website|chuyen trang|trang)\b/

/** Whether the words are those of a picture's caption. */
export function looksLikeCaption(text: string): boolean {
  const folded = fold(text)
  if (captionStart.test(folded)) return true
  if (captionPerson.test(folded) && captionAct.test(folded)) return true
  return captionCredit.test(text) && !/^ảnh hưởng/iu.test(text)
}

/** Folded words of two letters and more. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1)
}

/** The share of the line's words that the text itself uses: headlines say what the text says. */
function recurrence(line: string, opening: ReadonlySet<string>): number {
  const words = wordsOf(line)
  if (words.length === 0) return 0
  let shared = 0
  for (const word of words) if (opening.has(word)) shared++
  return shared / words.length
}

/** Evidence for a headline from outside the text: Open Graph, JSON-LD, `<title>`. */
export interface TitleHints {
  readonly titles?: readonly string[]
}

/** Two headlines are the same but for case, marks and punctuation; a site's name may follow one of them. */
export function sameTitle(a: string, b: string): boolean {
  const x = wordsOf(a).join(' ')
  const y = wordsOf(b).join(' ')
  if (x === '' || y === '') return false
  return x === y || (x.length > 15 && y.startsWith(x)) || (y.length > 15 && x.startsWith(y))
}

/**
 * Index of the headline among the blocks above the first paragraph, or -1: none on the page. `opening` is the text that
 * follows, some 2,000 characters of it.
 */
export function chooseTitle(head: readonly Block[], opening: string, hints: TitleHints = {}): number {
  const known = new Set(wordsOf(opening))
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

function score(head: readonly Block[], i: number, known: ReadonlySet<string>, hints: TitleHints): number {
  const block = head[i]
  const heading = block.markup === 'heading' ? (block.level ?? 6) : 0
  const beforeStamp = head[i + 1]?.label === 'stamp'
  if (!isTitleLike(block)) {
    const closed = lastMark(block.text) === '.'
    if (heading === 0 && !(beforeStamp && closed && block.words >= 4) && !(beforeStamp && block.words === 2)) return -1
    if (block.words > 45) return -1
  }
  let points = 0
  if (block.words >= 6) points += block.words <= 30 ? 2 : 1
  else if (block.words < 4) points -= 2
  if (heading === 1) points += 4
  else if (heading === 2) points += 2
  else if (heading > 0) points += 1
  if (beforeStamp) points += 2
  if (i > 0 && head[i - 1].label === 'stamp') points += 1
  if (i === 0 && block.line === 1) points += 1.5
  if (i === head.length - 1) points += 0.5
  const shared = recurrence(block.text, known)
  if (shared >= 0.5) points += 2
  else if (shared >= 0.3) points += 1
  else if (shared < 0.15) points -= 1
  if (looksLikeCaption(block.text)) points -= heading === 1 ? 1 : 5
  if (/[|»›]/.test(block.text)) points -= 3
  if (block.words <= 8 && masthead.test(fold(block.text)) && !/[:,?]/.test(block.text) && shared < 0.8) points -= 2.5
  for (const hint of hints.titles ?? []) {
    if (sameTitle(block.text, hint)) {
      points += 6
      break
    }
  }
  return points
}
