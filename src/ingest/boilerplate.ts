import { fold } from '../text/fold.js'
import { remembered } from '../text/remembered.js'
import type { Label } from './block.js'
import { signatureForm } from './name.js'
import { contactWords, imprintStarts, imprintWords, list, phrases } from './phrases.js'

/** Lines longer than this are running text, unless they begin as an imprint does. */
const longestFurniture = 240

/** `text` without marks, case, spaces and punctuation: the form in which furniture is compared. */
function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '')
}

const phraseLabels = new Map<string, Label>()
let longestPhrase = 0
for (const [label, words] of phrases) {
  for (const phrase of list(words)) {
    const key = squeeze(fold(phrase))
    if (key === '' || phraseLabels.has(key)) continue
    phraseLabels.set(key, label)
    longestPhrase = Math.max(longestPhrase, key.length)
  }
}

/** Ranks of labels where a line is made of several phrases: a heading decides, then the commonest kind of clutter. */
const precedence: readonly Label[] = ['related', 'comments', 'counter', 'share', 'menu', 'category']

/**
 * The label of a line that consists of furniture phrases and nothing else, however they are run together
 * ("Trang chủThời sựKinh tế" as crawlers leave menus). Two or more section names are a menu.
 *
 *   t r a n g c h u | t h o i s u | k i n h t e      reach[i]: how many phrases cover the first i letters, 0 for none
 */
function coveredBy(squeezed: string): Label | undefined {
  const n = squeezed.length
  if (n === 0 || n > longestFurniture) return undefined
  const whole = phraseLabels.get(squeezed)
  if (whole !== undefined) return whole
  const reach = new Uint16Array(n + 1)
  const label: (Label | undefined)[] = new Array<Label | undefined>(n + 1)
  reach[0] = 1
  for (let i = 0; i < n; i++) {
    if (reach[i] === 0) continue
    const end = Math.min(n, i + longestPhrase)
    for (let j = i + 2; j <= end; j++) {
      if (reach[j] !== 0) continue
      const found = phraseLabels.get(squeezed.slice(i, j))
      if (found === undefined) continue
      reach[j] = reach[i] + 1
      const before = label[i]
      label[j] = before === undefined || precedence.indexOf(found) < precedence.indexOf(before) ? found : before
    }
  }
  if (reach[n] === 0) return undefined
  const decided = label[n]
  return decided === 'category' ? 'menu' : decided
}

const counterLine =
  /^(tat ca|hom nay|hom qua|(trong )?tuan( nay| truoc)?|(trong )?thang( nay| truoc)?|(trong )?nam( nay)?|dang (online|truy cap|xem|truc tuyen)|(tong )?(so )?(luot|lan|nguoi) (truy cap|xem|doc)|tong( so)?( luot)?( truy cap)?|khach( vieng tham| truy cap)?|thanh vien( online)?|online|may chu tim kiem|da xem|doc|xem|views?|luot xem|ip cua ban|truy cap)[^\p{L}\p{N}]*[:|-]?[^\p{L}\p{N}]*[\d.,]+$/u
const countOf =
  /^[\d.,]+ (luot (xem|doc|truy cap|thich|nghe)|nguoi (xem|doc|dang online)|views?|binh luan|comments?|lien quan|lan xem)$/
const imageFile = /^[\w()%-]{1,80}\.(jpe?g|png|gif|webp|bmp)$/i
const shareCall =
  /^(theo doi|quan tam|moi (quy vi|ban doc|doc gia)).{0,80}(google news|zalo|facebook|youtube|tiktok|kenh|fanpage|ung dung)/
const contactLine = new RegExp(
  `^(?:${contactWords.join('|')})(?: (?:ban bien tap|toa soan|lien he|ho tro|truc ban|co quan|chinh thuc|ban doc|nong))?\\s?(?:[:.]|[(+]?\\d[\\d .()-]{5})`,
)
/** Headings of lists of other news in words of their own: "Tin bài cùng chuyên đề", "Các bài viết mới nhất của tác giả". */
const otherNews =
  /^(?:cac |nhung |mot so )?(?:tin|bai|tin bai|bai viet|tin tuc|video|clip|chuong trinh|su kien|thong tin)(?: bai| viet| tuc)? (?:lien quan|khac|cu hon|moi hon|moi nhat|da dua|da dang|cung (?:chuyen muc|chuyen de|chu de|loai|tac gia|su kien|muc)|doc nhieu|xem nhieu|noi bat|tieu diem|nen doc|tiep theo|truoc do|dang chu y)(?: [a-z]+){0,4}$/
/** A pointer to another article inside a text: ">> Xem thêm: …", "Đọc thêm: …", "Tin liên quan: …". */
const pointer =
  /^(?:xem them|doc them|xem tiep|doc tiep|moi doc them|tin lien quan|bai lien quan|xem bai|xem chi tiet|bai truoc|bai sau|tin truoc|tin sau|ky truoc|video lien quan|nghe podcast|podcast|xem video|xem anh|xem clip|doc ngay|doc bai)\s?:\s?\S/
/** Key words under an article: "Từ khóa: tôm hùm, lồng bè", "Tags: …", "Chủ đề: đối thoại | lao động nữ". */
const keywords =
  /^(?:tu khoa|tags?|the|nhan|the loai|chu de|keywords?|danh muc|chuyen muc|muc|chuyen de|luot xem|nguon anh|ma xac nhan|danh gia bai viet|danh gia|xep hang)\s?:/
/** Polls and forms. */
const poll =
  /^(?:toi da:? \d+ ky tu|thong tin tai khoan|tro lai chu de|tham do y kien|ma xac nhan|nhap ma|ho va ten|ho ten|noi dung binh luan|vui long nhap|ban danh gia)\b/
const separators = /[»›>|/•·]/
const breadcrumbStart = /^(trang chu|trang nhat|home|ban dang o( day)?)\b/

/** "Thiết kế: Tùng Sơn": who laid the article out, not who made the site. */
function isCredit(text: string): boolean {
  const name = /^(?:thiết kế|trình bày|đồ họa)\s*:\s*(.+)$/iu.exec(text)?.[1]
  return name !== undefined && signatureForm(name) === 'name'
}

/** "Tin tức » Hoạt động cơ sở": sections one in another, the first of them a known one. */
function isBreadcrumb(line: string): boolean {
  const parts = line.split(/\s*[»›>]+\s*/)
  return parts.length > 1 && parts[0] !== '' && parts.length < 6 && coveredBy(squeeze(parts[0])) !== undefined
}

/** Whether `folded` begins with one of `starts` as whole words. */
function beginsWith(folded: string, starts: readonly string[]): boolean {
  for (const start of starts) if (folded.startsWith(start)) return true
  return false
}

/** Bullets, arrows and the signs of players before a line; the length of a recording behind it: "▶ Nghe bài 03:11". */
const leading = /^[\s•●▪■♦*+»›>▶►🔊🎧–—-]+/u
const playTime = /\s*\b\d{1,2}:\d{2}(?:\s?\/\s?\d{1,2}:\d{2})?\s*$/

/**
 * What the line is by its words alone, as far as it is furniture of a site: menus, counters, share bars, imprint, headings
 * of related news and of comments, image numbers, rules. `undefined`: nothing of the sort.
 *
 * `text` is cleaned (block.ts). Linear in its length.
 */
export const furniture = remembered(judge, 120, 20_000)

function judge(text: string): Label | undefined {
  if (text.length > longestFurniture) {
    return text.length < 1200 && beginsWith(fold(text.slice(0, 60)), imprintStarts) ? 'footer' : undefined
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return 'rule'
  if (/^[\d\s.,/-]+$/.test(text) && !/\d[/.-]\d{1,2}[/.-]\d/.test(text)) return 'number'
  if (imageFile.test(text)) return 'number'
  const folded = fold(text).replace(/ :/g, ':')
  const line = folded.replace(leading, '')
  const bare = line.replace(playTime, '').replace(/\s*\(?\d{0,6}\)?[\s:»›>.…]*$/, '')
  const covered = coveredBy(squeeze(bare === '' ? folded : bare))
  if (covered !== undefined) return covered
  if (otherNews.test(bare)) return 'related'
  if (counterLine.test(line) || countOf.test(line)) return 'counter'
  if (beginsWith(line, imprintStarts)) return isCredit(text) ? undefined : 'footer'
  for (const word of imprintWords) if (line.includes(word)) return 'footer'
  if (contactLine.test(line)) return 'contact'
  if (shareCall.test(line)) return 'share'
  if (pointer.test(line)) return 'pointer'
  if (keywords.test(line) && !/[.!?]$/.test(line)) return 'menu'
  if (poll.test(line)) return 'menu'
  if (breadcrumbStart.test(line) && separators.test(line)) return 'menu'
  if (isBreadcrumb(line)) return 'menu'
  return undefined
}
