import { hostProvince } from './host.js'
import type { RawMention } from './mention.js'
import { areaCodeProvince } from './provinces.js'

const REACH = 120
const TOP_LEVEL: ReadonlySet<string> = new Set(['vn', 'com', 'org', 'net', 'info', 'gov'])

/** Whether a word is a label that ends hosts: worth a look at what stands around it. */
export function endsHost(word: string): boolean {
  return TOP_LEVEL.has(word.toLowerCase())
}

function isHostUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x5f
  )
}

/** The host or e-mail address that ends at `end` (one past a top-level label), as a mention when it belongs to a province. */
export function hostMention(text: string, end: number): RawMention | undefined {
  const unit = text.charCodeAt(end)
  if ((unit === 0x2e && isHostUnit(text.charCodeAt(end + 1))) || unit === 0x2d || unit === 0x5f) return undefined
  let start = end
  const floor = Math.max(0, end - REACH)
  while (start > floor && isHostUnit(text.charCodeAt(start - 1))) start--
  const host = text.slice(start, end)
  const isMail = text[start - 1] === '@'
  // `banbientap-soctrang@chinhphu.vn`: the name before the sign speaks where the host does not.
  let user = start
  if (isMail) {
    user = start - 1
    const low = Math.max(0, user - REACH)
    while (user > low && isHostUnit(text.charCodeAt(user - 1))) user--
  }
  const province =
    hostProvince(host) ?? (isMail && host.endsWith('.vn') ? userProvince(text.slice(user, start - 1)) : undefined)
  if (province === undefined || !host.includes('.')) return undefined
  const government = host.endsWith('.gov.vn')
  return {
    provinces: [province],
    kind: isMail ? 'email' : 'host',
    start: isMail ? user : start,
    end,
    confidence: government ? 0.9 : 0.8,
    plural: false,
  }
}

function userProvince(user: string): string | undefined {
  for (const part of user.split(/[-._]/)) {
    const found = part.length >= 5 ? hostProvince(part) : undefined
    if (found) return found
  }
  return undefined
}

/**
 * The landline number that begins at `start` (0299.3822339, 02993.626252, (0299) 3822339, +84 299 3822339) as a mention
 * of its area; a number has eleven digits with the 0. Undefined for mobiles and other numbers.
 */
export function phoneMention(text: string, start: number): RawMention | undefined {
  let digits = ''
  let end = start
  let at = start
  for (; at < text.length && at < start + 24 && digits.length < 13; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x30 && unit <= 0x39) {
      digits += text[at]
      end = at + 1
    } else if (!(unit === 0x20 || unit === 0x2e || unit === 0x2d || unit === 0x28 || unit === 0x29) || at > end + 1) {
      break
    }
  }
  const national = digits.startsWith('84') && text[start - 1] === '+' ? `0${digits.slice(2)}` : digits
  if (national.length !== 11 || !national.startsWith('02')) return undefined
  const province = areaCodeProvince(national.slice(1, 3)) ?? areaCodeProvince(national.slice(1, 4))
  if (province === undefined) return undefined
  return { provinces: [province], kind: 'area-code', start, end, confidence: 0.85, plural: false }
}
