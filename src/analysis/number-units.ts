import { clean, toLower } from '../text/unicode.js'

/** A unit behind a number. */
export interface FoundUnit {
  readonly unit: string
  readonly end: number
}

/** A word or letter that multiplies the number before it by a power of ten. */
export interface FoundMultiplier {
  readonly exponent: number
  /** Decimals that follow the multiplier: 5 for "triệu rưỡi", 25 for "1tr25"; '' for none. */
  readonly fraction: string
  readonly end: number
}

const MULTIPLIERS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['trăm', 2],
  ['nghìn', 3],
  ['ngàn', 3],
  ['vạn', 4],
  ['triệu', 6],
  ['tỉ', 9],
  ['tỷ', 9],
])

/** Words after tỉ or tỷ that make it another word: tỉ lệ, tỷ trọng. */
const NOT_AFTER_BILLION = /* @__PURE__ */ new Set(['lệ', 'số', 'trọng', 'giá', 'suất', 'phú'])

/** Words after "đồng" that make it another word behind a small count: 3 đồng chí, 5 đồng phạm. */
const NOT_AFTER_DONG = /* @__PURE__ */ new Set(
  'chí bào phạm đội nghiệp hồ loạt hạng chủ tác thời minh môn hương diễn trưởng giám đạo lúa muối'.split(' '),
)

/** Units as they are written, in lower case, those of more words before their beginnings; and what we call them. */
const UNITS: readonly (readonly [written: string, unit: string])[] = [
  ['đồng', 'đồng'],
  ['vnđ', 'đồng'],
  ['vnd', 'đồng'],
  ['đ', 'đồng'],
  ['đô la mỹ', 'usd'],
  ['đô la', 'usd'],
  ['đôla', 'usd'],
  ['đô', 'usd'],
  ['usd', 'usd'],
  ['euro', 'eur'],
  ['eur', 'eur'],
  ['yên', 'jpy'],
  ['yen', 'jpy'],
  ['jpy', 'jpy'],
  ['won', 'krw'],
  ['krw', 'krw'],
  ['nhân dân tệ', 'cny'],
  ['ndt', 'cny'],
  ['cny', 'cny'],
  ['bảng anh', 'gbp'],
  ['gbp', 'gbp'],
  ['km vuông', 'km2'],
  ['km2', 'km2'],
  ['km', 'km'],
  ['mét vuông', 'm2'],
  ['mét khối', 'm3'],
  ['mét', 'm'],
  ['m2', 'm2'],
  ['m3', 'm3'],
  ['m', 'm'],
  ['cm', 'cm'],
  ['mm', 'mm'],
  ['héc ta', 'ha'],
  ['hécta', 'ha'],
  ['hecta', 'ha'],
  ['ha', 'ha'],
  ['kg', 'kg'],
  ['gam', 'g'],
  ['g', 'g'],
  ['tấn', 'tấn'],
  ['tạ', 'tạ'],
  ['lít', 'lít'],
  ['kwh', 'kwh'],
  ['kw', 'kw'],
  ['mw', 'mw'],
  ['độ c', '°c'],
]

/** The units by their first word. */
let byFirstWord: Map<string, (readonly [words: readonly string[], unit: string])[]> | undefined

/** A word longer than this, in UTF-16 units, is neither unit nor multiplier, even in decomposed letters. */
const LONGEST_WORD = 16

/** A word behind a number. */
export interface Word {
  /** Clean and in lower case. */
  readonly text: string
  readonly written: string
  readonly end: number
}

/**
 * The multiplier right after a number or after one space; the letters k and tr must hang on the digits (500k, 1tr2).
 *
 * @param word what `wordAfter` gives for the same position
 */
export function multiplierAt(text: string, position: number, word: Word | undefined): FoundMultiplier | undefined {
  if (word === undefined || capitalised(word.written)) return undefined
  const hanging = word.end - word.written.length === position
  if (hanging && word.text === 'k') return { exponent: 3, fraction: '', end: word.end }
  if (hanging && word.text.startsWith('tr') && isDigits(word.text.slice(2))) {
    return { exponent: 6, fraction: word.text.slice(2), end: word.end }
  }
  const exponent = MULTIPLIERS.get(word.text) ?? (word.text === 'tr' && isMoney(text, word.end) ? 6 : undefined)
  if (exponent === undefined) return undefined
  const following = wordAfter(text, word.end)
  if (exponent === 9 && following !== undefined && NOT_AFTER_BILLION.has(following.text)) return undefined
  return following?.text === 'rưỡi'
    ? { exponent, fraction: '5', end: following.end }
    : { exponent, fraction: '', end: word.end }
}

/**
 * The unit right after a number or after one space: money, per cent, length, area, weight, power.
 *
 * @param word what `wordAfter` gives for the same position
 * @param count whether the number is a small bare count, behind which "đồng" may begin another word (3 đồng chí)
 */
export function unitAt(text: string, position: number, word: Word | undefined, count: boolean): FoundUnit | undefined {
  const spaced = isSpace(text.charCodeAt(position)) ? position + 1 : position
  const sign = text[spaced]
  if (sign === '%' || sign === '‰') return { unit: sign, end: spaced + 1 }
  if (sign === '$') return { unit: 'usd', end: spaced + 1 }
  if (sign === '°' && (text[spaced + 1] === 'C' || text[spaced + 1] === 'c')) return { unit: '°c', end: spaced + 2 }
  if (word === undefined) return undefined
  if (word.text.length === 1 && spaced > position && word.written !== word.text) return undefined
  for (const [words, unit] of unitsByFirstWord().get(word.text) ?? []) {
    const end = endOfWords(text, word.end, words)
    if (end < 0) continue
    if (count && word.text === 'đồng' && NOT_AFTER_DONG.has(wordAfter(text, end)?.text ?? '')) return undefined
    return { unit, end }
  }
  return undefined
}

function isMoney(text: string, position: number): boolean {
  const unit = wordAfter(text, position)?.text
  return unit === 'đồng' || unit === 'đ'
}

/** The end of the further words of a unit, each after a space or a hyphen; -1 when they do not stand there. */
function endOfWords(text: string, position: number, words: readonly string[]): number {
  let end = position
  for (const expected of words) {
    const word = wordAfter(text, text[end] === '-' ? end + 1 : end)
    if (word?.text !== expected) return -1
    end = word.end
  }
  return end
}

/** The word that begins at `position` or one space later, unless it begins with a digit. */
export function wordAfter(text: string, position: number): Word | undefined {
  const start = isSpace(text.charCodeAt(position)) ? position + 1 : position
  if (isDigit(text.charCodeAt(start))) return undefined
  let end = start
  while (end - start <= LONGEST_WORD && isWordUnit(text.charCodeAt(end))) end++
  if (end === start || end - start > LONGEST_WORD) return undefined
  const written = text.slice(start, end)
  return { text: toLower(clean(written)), written, end }
}

/** Whether only the first letter is a capital: then it is a name (5 Triệu Sơn), while 12 TRIỆU is a headline. */
function capitalised(word: string): boolean {
  return word.length > 1 && word[0] !== toLower(word[0]) && word.slice(1) === toLower(word.slice(1))
}

function unitsByFirstWord(): NonNullable<typeof byFirstWord> {
  if (byFirstWord === undefined) {
    byFirstWord = new Map()
    for (const [written, unit] of UNITS) {
      const [first, ...rest] = written.split(' ')
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), [rest, unit]])
    }
  }
  return byFirstWord
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) return false
  }
  return true
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

/** Letters, digits, combining marks and raised 2 and 3 (m²). */
function isWordUnit(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return (
    code === 0xb2 ||
    code === 0xb3 ||
    (code >= 0xc0 && code < 0x370 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x1e00 && code < 0x1f00)
  )
}
