import { clean, toLower } from '../../text/unicode.js'
import { alignInitials, isWordUnit, type WordSpan, wordsBefore, wordsBetween, wordsFrom } from './alignment.js'
import { LONGEST_SHORT_FORM, readShortForm, type ShortForm } from './short-form.js'

/** An abbreviation that a text defines itself. */
export interface Definition {
  /** The short form, cleaned, as it is written: `CĐCS`, `KT-XH`, `HĐBA LHQ`, `Đ/c`. */
  readonly abbreviation: string
  /** The long form, cleaned, as it is written: `Hội đồng Bảo an Liên hợp quốc`. */
  readonly expansion: string
  /** Where the long form begins in the text, in UTF-16 units. */
  readonly start: number
  /** Where it ends. */
  readonly end: number
}

/** The longest bracket that can hold a definition, in UTF-16 units. */
const LONGEST_BRACKET = 160
/** The most words that a long form can have: 12 letters and some "và". */
const MOST_WORDS = 20
/** What is passed over around a short or long form. */
const QUOTES = ' \u00a0\t"\'“”‘’«»:'

/** What may stand before a short form in brackets, the more specific first; in cleaned lower case. */
const BEFORE_SHORT = [
  'viết tắt là',
  'viết tắt:',
  'gọi tắt là',
  'gọi tắt:',
  'gọi chung là',
  'gọi là',
  'viết tắt',
  'gọi tắt',
]
/** The shortest of these with a short form behind it. */
const SHORTEST_LEAD = 9
/** What may stand before a long form in brackets. */
const BEFORE_LONG = ['là viết tắt của', 'viết tắt của', 'viết tắt cho', 'tên đầy đủ là', 'tức là', 'nghĩa là', 'tức']
/** Two words of two letters, a blank and a bracket. */
const SHORTEST_LONG_FORM = 6
/** The words around the two phrases below that belong neither to the short nor to the long form. */
const LEAD_WORDS: ReadonlySet<string> = new Set(
  'viết gọi tắt sau đây từ dưới được tên là thường hay còn có trở đi chung và chữ cụm này nay'.split(' '),
)

/** Longer words are none of them, not even in decomposed letters. */
const LONGEST_LEAD_WORD = 10

/**
 * Looked for in the text as it is, NFC or NFD; they begin with the rarest letter or mark of "viết tắt là" and "sau đây
 * gọi là", so that the search passes quickly over text without them.
 */
const SHORT_AFTER = ['ắt là ', '\u0306\u0301t la\u0300 ', 'ây gọi là ', '\u0302y go\u0323i la\u0300 ']
const LONG_AFTER = ['ắt của ', '\u0306\u0301t cu\u0309a ']

/**
 * Finds the abbreviations that a text defines: `công đoàn cơ sở (CĐCS)`, `CĐCS (công đoàn cơ sở)`, `Ủy ban nhân dân (sau
 * đây viết tắt là UBND)`, `Liên đoàn Lao động, gọi tắt là LĐLĐ`. Only a strict alignment counts: each letter is the initial
 * of one word, in order, đ only with đ, and only "và" may be skipped. In the order of the text.
 *
 * The time is linear: work is done only around brackets and the words "gọi tắt là", and is bounded at each.
 */
export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = []
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = closingBracket(text, open)
    if (close > 0) push(found, shortInBrackets(text, open, close) ?? longInBrackets(text, open, close))
  }
  for (const phrase of SHORT_AFTER) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      push(found, shortAfter(text, at, at + phrase.length))
    }
  }
  for (const phrase of LONG_AFTER) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      push(found, longAfter(text, at, at + phrase.length))
    }
  }
  return found.length < 2 ? found : inOrder(found)
}

/** `long form (SHORT)`, also with "gọi tắt là" and the like before the short form. */
function shortInBrackets(text: string, open: number, close: number): Definition | undefined {
  const inside = withoutQuotes(text.slice(open + 1, close))
  const short = readShortForm(inside)
  if (short !== undefined) {
    const found = longBefore(text, open, inside, short)
    return found !== undefined && isByline(text, found, close) ? undefined : found
  }
  if (inside.length < SHORTEST_LEAD) return undefined
  const lower = toLower(clean(inside))
  const lead = BEFORE_SHORT.find(words => lower.includes(words))
  if (lead === undefined) return undefined
  const rest = clean(inside).slice(lower.indexOf(lead) + lead.length)
  const written = withoutQuotes(rest.split(/[,;]/, 1)[0])
  const named = readShortForm(written)
  return named && longBefore(text, open, written, named)
}

/** `Thanh Hà (TH)` alone at the end of a line, after a sentence: an author who put the news together (tổng hợp), not a definition. */
function isByline(text: string, { expansion, start }: Definition, close: number): boolean {
  const after = text.charCodeAt(close + 1)
  if (close + 1 < text.length && after !== 0x0a) return false
  if (!/[.!?…)”"\n]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return false
  const words = expansion.split(' ')
  return words.length === 2 && words.every(word => word[0] !== toLower(word[0]))
}

/** The long form that ends before `position`. */
function longBefore(text: string, position: number, written: string, short: ShortForm): Definition | undefined {
  const words = wordsBefore(text, position, short.letters.length + short.ands)
  return defined(text, written, words, alignInitials(text, words, short))
}

/** `SHORT (long form)`, the bracket holding nothing else. */
function longInBrackets(text: string, open: number, close: number): Definition | undefined {
  if (close - open < SHORTEST_LONG_FORM) return undefined
  const lower = toLower(text.slice(open + 1, close))
  const lead = BEFORE_LONG.find(words => lower.startsWith(words))
  const [from, to] = unquoted(text, open + 1 + (lead?.length ?? 0), close)
  const words = wordsBetween(text, from, to, MOST_WORDS)
  if (words === undefined || words.length < 2) return undefined
  for (const written of shortFormsBefore(text, open)) {
    const short = readShortForm(written)
    if (short !== undefined && alignInitials(text, words, short) === 0) return defined(text, written, words, 0)
  }
  return undefined
}

/** `long form, gọi tắt là SHORT`. */
function shortAfter(text: string, at: number, end: number): Definition | undefined {
  const [from] = unquoted(text, end, Math.min(text.length, end + LONGEST_SHORT_FORM))
  const written = runAt(text, from)
  const short = readShortForm(written)
  if (short === undefined) return undefined
  const words = wordsBefore(text, beforeLead(text, at), short.letters.length + short.ands)
  return defined(text, written, words, alignInitials(text, words, short))
}

/** `SHORT là viết tắt của long form`. */
function longAfter(text: string, at: number, end: number): Definition | undefined {
  const from = afterLead(text, end)
  for (const written of shortFormsBefore(text, beforeLead(text, at))) {
    const short = readShortForm(written)
    if (short === undefined) continue
    const following = wordsFrom(text, from, short.letters.length + short.ands)
    for (let n = short.letters.length; n <= following.length; n++) {
      const words = following.slice(0, n)
      if (alignInitials(text, words, short) === 0) return defined(text, written, words, 0)
    }
  }
  return undefined
}

function defined(text: string, written: string, words: readonly WordSpan[], first: number): Definition | undefined {
  if (first < 0 || words.length - first < 2 || mixesCapitals(text, words, first)) return undefined
  const start = words[first].start
  const end = words[words.length - 1].end
  return { abbreviation: clean(written).trim(), expansion: clean(text.slice(start, end)), start, end }
}

/** Whether some words of the long form are all capitals and others not: then it holds abbreviations and is no long form. */
function mixesCapitals(text: string, words: readonly WordSpan[], first: number): boolean {
  let shouted = 0
  let others = 0
  for (let i = first; i < words.length; i++) {
    const last = text.charCodeAt(words[i].end - 1)
    if (last >= 0x61 && last <= 0x7a) {
      others++
      continue
    }
    const word = text.slice(words[i].start, words[i].end)
    if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) shouted++
    else if (word !== word.toUpperCase()) others++
  }
  return (shouted > 0 && others > 0) || shouted + others === 0
}

/** The bracket that closes the one at `open`, in the same line and near; -1 when there is none. */
function closingBracket(text: string, open: number): number {
  const end = Math.min(text.length, open + LONGEST_BRACKET)
  for (let i = open + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x29) return i
    if (code === 0x28 || code === 0x0a) return -1
  }
  return -1
}

/** What may be a short form right before `position`: one run of letters and joiners, then two, then three. */
function shortFormsBefore(text: string, position: number): string[] {
  const end = unquoted(text, Math.max(0, position - LONGEST_SHORT_FORM), position)[1]
  const from = Math.max(0, end - LONGEST_SHORT_FORM)
  const found: string[] = []
  let i = end
  for (let parts = 0; parts < 3; parts++) {
    const before = i
    while (i > from && isRunUnit(text.charCodeAt(i - 1))) i--
    if (i === before) break
    found.push(text.slice(i, end))
    if (i === from || text[i - 1] !== ' ') break
    i--
  }
  return found
}

/** The run of letters and joiners at `start`, without the full stop or dash at its end. */
function runAt(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < LONGEST_SHORT_FORM && isRunUnit(text.charCodeAt(end))) end++
  while (end > start && isJoiner(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** The end of the word that holds the letter at `at`; the phrases end within a few units, so the walk is short. */
function wordEnd(text: string, at: number): number {
  let end = at
  while (isWordUnit(text.charCodeAt(end))) end++
  return end
}

function isRunUnit(code: number): boolean {
  return isJoiner(code) || isWordUnit(code)
}

function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0x26 || code === 0x2e || code === 0x2f
}

/** Where the words like "sau đây được viết tắt" begin that end with the word at `at`. */
function beforeLead(text: string, at: number): number {
  const end = wordEnd(text, at)
  let start = end
  for (let n = 0; n < LEAD_WORDS.size; n++) {
    const [word] = wordsBefore(text, start, 1)
    if (word === undefined || !isLeadWord(text, word)) break
    start = word.start
  }
  return start
}

/** Where the long form begins after "viết tắt của": behind "cụm từ" and quotation marks. */
function afterLead(text: string, start: number): number {
  let from = start
  for (const word of wordsFrom(text, start, 2)) {
    if (!isLeadWord(text, word)) break
    from = word.end
  }
  return unquoted(text, from, Math.min(text.length, from + LONGEST_SHORT_FORM))[0]
}

function isLeadWord(text: string, word: WordSpan): boolean {
  if (word.end - word.start >= LONGEST_LEAD_WORD) return false
  const written = text.slice(word.start, word.end)
  return LEAD_WORDS.has(written) || LEAD_WORDS.has(toLower(clean(written)))
}

/** The offsets without blanks, quotation marks and a final stop on both sides. */
function unquoted(text: string, start: number, end: number): [start: number, end: number] {
  let from = start
  let to = end
  while (from < to && QUOTES.includes(text[from])) from++
  while (to > from && QUOTES.includes(text[to - 1])) to--
  return [from, to]
}

function withoutQuotes(text: string): string {
  return text.slice(...unquoted(text, 0, text.length))
}

function push(found: Definition[], definition: Definition | undefined): void {
  if (definition !== undefined) found.push(definition)
}

/** By place, each place once: a phrase in brackets is seen by two of the searches. */
function inOrder(found: Definition[]): Definition[] {
  const sorted = found.sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter(
    (definition, i) => i === 0 || definition.start !== sorted[i - 1].start || definition.end !== sorted[i - 1].end,
  )
}
