import { QuerySyntaxError } from '../../errors.js'

/** What a query can have wrong with it. */
export type QueryWarningCode = keyof typeof MESSAGES

/** Something in a query that was read otherwise than it was written. */
export interface QueryWarning {
  readonly code: QueryWarningCode
  /** In English; for people who search: `warningText`. */
  readonly message: string
  /** The part concerned, in UTF-16 units of the query. */
  readonly start: number
  readonly end: number
  /** The part concerned, shortened. */
  readonly got: string
  /** What was probably meant, or what was made of it. */
  readonly expected?: string
}

/** The languages that warnings can be put in. */
export type WarningLanguage = 'vi' | 'en'

/** By code, Vietnamese and English; `{got}` and `{expected}` are filled in. */
const MESSAGES = {
  'unclosed-quote': [
    'Thiếu dấu ngoặc kép đóng; đã tìm như các từ thường',
    'a quotation mark is not closed; read as plain words',
  ],
  'empty-quotes': ['Giữa hai dấu ngoặc kép không có từ nào', 'there is no word between the quotation marks'],
  'unclosed-bracket': ['Thiếu dấu ngoặc đóng', 'a bracket is not closed; closed at the end'],
  'unopened-bracket': ['Thừa dấu ngoặc đóng', 'a closing bracket has no opening one; left out'],
  'empty-brackets': ['Trong ngoặc không có gì', 'there is nothing between the brackets'],
  'stray-operator': ['“{got}” cần có từ ở cả hai bên', '"{got}" has nothing to work on'],
  'unknown-field': ['Không có trường “{got}”; đã tìm như từ thường', 'there is no field "{got}"; read as plain words'],
  'field-without-value': ['Sau “{got}” chưa có gì để tìm', 'nothing to look for follows "{got}"'],
  'bad-date': ['Không hiểu ngày tháng “{got}”', '"{got}" is no date'],
  'bad-range': ['Không hiểu khoảng “{got}”', '"{got}" is no range of numbers'],
  'reversed-range': [
    'Khoảng “{got}” bị ngược; đã đổi hai đầu',
    'the range "{got}" runs backwards; its ends were exchanged',
  ],
  'number-out-of-range': [
    'Số “{got}” quá lớn hoặc quá nhỏ; đã dùng {expected}',
    '"{got}" is out of bounds; {expected} was used',
  ],
  'lone-wildcard': ['Dấu * cần có chữ đứng trước', 'a * needs letters before it'],
  'too-deep': [
    'Quá nhiều lớp ngoặc; các lớp trong cùng bị bỏ qua',
    'brackets are too deep; the inner ones were left out',
  ],
  'too-many-clauses': [
    'Truy vấn có quá nhiều phần; phần còn lại bị bỏ',
    'there are too many clauses; the rest was left out',
  ],
  'too-long': ['Truy vấn quá dài; phần cuối bị bỏ', 'the query is too long; its end was left out'],
} as const satisfies Readonly<Record<string, readonly [vi: string, en: string]>>

const SUGGESTION = ['Có phải bạn muốn dùng “{expected}”?', 'did you mean "{expected}"?'] as const

/** Longest part of a query that a warning repeats. */
const LONGEST = 40

/** A warning in a language, Vietnamese for whoever types into a search box. Plain text: escape it where it becomes HTML. */
export function warningText(warning: Omit<QueryWarning, 'message'>, language: WarningLanguage = 'vi'): string {
  const { code, got, expected } = warning
  const at = language === 'vi' ? 0 : 1
  const suggestion = code === 'unknown-field' && expected !== undefined
  const text = suggestion ? `${MESSAGES[code][at]}${at === 0 ? '. ' : '; '}${SUGGESTION[at]}` : MESSAGES[code][at]
  return text.replace(/\{(got|expected)\}/g, (_, name) => (name === 'got' ? got : (expected ?? '')))
}

/** A warning of a part of a query. */
export function warningAt(
  code: QueryWarningCode,
  query: string,
  start: number,
  end: number,
  expected?: string,
): QueryWarning {
  const whole = query.slice(start, Math.min(end, start + LONGEST + 1))
  const got = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole
  const warning = { code, start, end, got, ...(expected === undefined ? {} : { expected }) }
  return { ...warning, message: warningText(warning, 'en') }
}

/** The error that a warning is under strict reading. */
export function strictError({ code, message, start, end, got, expected }: QueryWarning): QuerySyntaxError {
  const facts = { offset: start, end, got, ...(expected === undefined ? {} : { expected }) }
  return new QuerySyntaxError(code, message, facts)
}
