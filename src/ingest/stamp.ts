import { findDates, toIso } from '../analysis/dates/index.js'
import { fold } from '../text/fold.js'
import { remembered } from '../text/remembered.js'
import { furniture } from './boilerplate.js'
import { type Byline, readByline } from './byline.js'

/** The date line of a page: "17:12, 04/12/2020", "Cập nhật lúc 03:36 ngày 10/10/2015", "Thời sự | 04/12/2020 08:00". */
export interface Stamp {
  /** `2020-12-04T17:12+07:00`, `2020-12-04` or, at the head of an issue, `2020-12`. */
  readonly date: string
  /** The words that say it. */
  readonly text: string
  readonly hasTime: boolean
  /** The time has seconds: a running clock rather than a stamp, unless a cue stands beside it. */
  readonly hasSeconds: boolean
  /** `posted` where the line says so ("đăng", "xuất bản"), `updated` for "cập nhật". */
  readonly cue?: 'posted' | 'updated'
  /** The head of a printed issue: it stands under the name of the paper, not under a headline. */
  readonly ofIssue: boolean
  /** Names the day of the week. */
  readonly hasWeekday: boolean
  /** What else the line holds: the author or the section. */
  readonly author?: string
  readonly rest?: string
}

const filler =
  /\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|hom nay|ngay|luc|vao luc|vao|hoi|cap nhat|moi nhat|lan cuoi|dang luc|dang|dang tai|ngay dang|xuat ban|ngay xuat ban|phat hanh|ra|thoi gian|tin|bai|viet|gui luc|gui|boi|by|posted|updated|published|on|at|date|am|pm|sa|ch|sang|chieu|toi|trua|gio|phut|gmt ?\+? ?7|utc ?\+? ?7|\+0?7(?:00)?|luot xem|so luot|xem|doc|luot|admin|nguoi|tac gia|lan|so|trang|binh luan|phan hoi|comments?)\b|\d[\d.,]*/gu
const issue = /\b(?:so|trang) \d{1,5}\b/
const posted = /\b(dang|xuat ban|phat hanh|posted|published|gui)\b/
const updated = /\b(cap nhat|updated)\b/
const weekday = /\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b/
/** A full date needs two separators or the words for it; cheap to test before anything else. */
const dated = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}-\d{1,2}-\d{1,2}|th[aá]ng/iu

/**
 * Reads a line that is a date and hardly anything else as a stamp. The year must be there; what remains beside fillers may be
 * a name or a section of up to six words. Undefined for all other lines.
 */
export function readStamp(text: string): Stamp | undefined {
  return text.length > longestStamp || text.length < 6 || !dated.test(text) ? undefined : judged(text)
}

const longestStamp = 160
const judged = remembered(judge, longestStamp, 5_000)

function judge(text: string): Stamp | undefined {
  const mentions = findDates(text)
  const mention = mentions.find(found => found.kind === 'date' || found.kind === 'date-time') ?? mentions[0]
  if (mention?.year === undefined || mention.month === undefined) return undefined
  // A month alone dates an issue, not a line of an archive: "Số 3 - tháng 2 năm 2012"
  if (mention.day === undefined && !issue.test(fold(text))) return undefined
  const outside = `${text.slice(0, mention.start)} | ${text.slice(mention.end)}`.replace(/\s+/gu, ' ').trim()
  const folded = fold(text)
  const parts = partsOf(outside)
  const marked = parts.map(readByline).find(byline => byline?.sure === true && byline.author !== undefined)
  const rest = leftOver(marked === undefined ? parts : [])
  const words = rest === '' ? 0 : rest.split(' ').length
  if (words > 6 || /[.!?…]$/.test(rest)) return undefined
  // A sentence fragment beside a date is no stamp: "Hội nghị ngày 12/3/2020" has a lower-case rest that is no section name
  if (words > 0 && !/^[\p{Lu}(]/u.test(rest)) return undefined
  const iso = toIso(mention)
  if (iso === undefined) return undefined
  // The head of a printed issue: "TUẦN TIN … Số 47, thứ tư, ngày 20 tháng 11 năm 2013, Trang 3"
  const cue = posted.test(folded) || issue.test(folded) ? 'posted' : updated.test(folded) ? 'updated' : undefined
  // "Danh sách ủng hộ tuần 2 tháng 11 năm 2016": words that nothing parts from the date make a phrase with it
  const parted = /^\s*[|•·,(–—-]|[|•·,:)–—-]\s*$/u
  if (
    words > 0 &&
    mention.hour === undefined &&
    cue === undefined &&
    !parted.test(text.slice(0, mention.start)) &&
    !parted.test(text.slice(mention.end))
  )
    return undefined
  const byline = marked ?? (words > 0 && !issue.test(folded) ? (readByline(rest) ?? bylineAmong(parts)) : undefined)
  const hasTime = mention.hour !== undefined
  return {
    date: iso,
    text: mention.text,
    hasTime,
    hasSeconds: /\d:\d\d:\d\d/.test(text),
    ofIssue: issue.test(folded),
    hasWeekday: weekday.test(folded),
    ...(cue === undefined ? {} : { cue }),
    ...(byline?.author !== undefined ? { author: byline.author } : {}),
    ...(rest === '' ? {} : { rest }),
  }
}

/** A name with what its separators would tear apart: "MINH CHÂU (T/H) | 09/02/2023 16:05". */
function bylineAmong(parts: readonly string[]): Byline | undefined {
  return parts.length === 1 ? readByline(parts[0]) : undefined
}

/** Photographers and reading times beside a date say nothing of author or section. */
const besides = /^(?:ảnh|video|clip|đồ họa|minh họa)\s*:|^\d{1,3} phút đọc$/iu

/** The words beside a date, parted; buttons are furniture: "Xem với cỡ chữ: A A A", "In bài". */
function partsOf(beside: string): string[] {
  return beside
    .split(/\s+[|•·–—-]\s+|\s*[|•·]\s*/u)
    .map(part => part.trim())
    .filter(part => part !== '' && !besides.test(part) && (furniture(part) ?? 'category') === 'category')
}

/** What is left of the words beside a date when the fillers are gone, in their own spelling. */
function leftOver(parts: readonly string[]): string {
  const outside = parts.join(' | ')
  const folded = fold(outside)
  if (folded.length !== outside.length) return trimRest(outside)
  let kept = ''
  let from = 0
  for (const match of folded.matchAll(filler)) {
    kept += `${outside.slice(from, match.index)} `
    from = match.index + match[0].length
  }
  kept += outside.slice(from)
  return trimRest(kept)
}

/** Without separators at the ends, and one of them where several stood together. */
function trimRest(text: string): string {
  return text
    .replace(/\s*[|•·,()[\]:;/+–—-][|•·,()[\]:;/+–—\s-]*/gu, ' - ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s-]+|[\s-]+$/gu, '')
}
