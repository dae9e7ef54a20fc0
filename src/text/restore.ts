/**
 * Putting marks back on text that was typed without them: the likeliest sequence of spellings under counts of adjacent
 * syllables. For suggestions; a silent rewrite of short queries would be wrong too often.
 */
import { fold } from './fold.js'
import { type Choice, likeliestPath, type Path } from './lattice.js'
import { isLatin } from './letters.js'
import type { SyllableStatistics } from './statistics.js'
import { canonical, hasMarks, marksAgree } from './tone.js'
import { clean, toLower } from './unicode.js'

/** One word of a restored text. */
export interface RestoredSyllable {
  /** The word with its marks, in the case in which it was typed. */
  readonly text: string
  /** 0 to 1: the probability of this spelling, all other readings of the sentence taken into account. */
  readonly confidence: number
  /** Where the typed word stands in the text that came in, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** A restored text. */
export interface Restoration {
  /** The text that came in with its words replaced; everything between them is untouched. */
  readonly text: string
  readonly syllables: readonly RestoredSyllable[]
}

/** A word, number or sign of a text, as restoration and the counting for it see them. */
export interface ContextToken {
  /** A canonical word, '0' for a number, ',' for punctuation inside a sentence, '' for the edge of one. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Longer sentences are cut, so that time and memory stay in proportion to the text. */
const LONGEST_SENTENCE = 200
const LONGEST_FRAGMENT = 6
/** The most spellings of one folded form that are weighed; the largest form has 36, and the tail is never right. */
const MOST_SPELLINGS = 24

/**
 * Restores the marks of a text. Marks that were typed stay: only spellings that agree with them are considered. Words that
 * the statistics do not know stay as they are, with confidence 1 if nothing else was possible.
 */
export function restore(text: string, statistics: SyllableStatistics): Restoration {
  const syllables: RestoredSyllable[] = []
  const signs = new Set([',', '0'].filter(sign => statistics.count(sign) > 0))
  let sentence: ContextToken[] = []
  const tokens = contextTokens(text)
  // A few words without a full stop are a query or a headline cut short, whose ends tell nothing.
  const edges = tokens.length > LONGEST_FRAGMENT || tokens.some(({ word }) => word === '')
  const finish = (): void => {
    if (sentence.length > 0) restoreSentence(text, sentence, edges, statistics, syllables)
    sentence = []
  }
  for (const token of tokens) {
    if (token.word === '') finish()
    else if ((token.word !== ',' && token.word !== '0') || signs.has(token.word)) sentence.push(token)
    if (sentence.length === LONGEST_SENTENCE) finish()
  }
  finish()

  let out = ''
  let from = 0
  for (const syllable of syllables) {
    out += text.slice(from, syllable.start) + syllable.text
    from = syllable.end
  }
  return { text: out + text.slice(from), syllables }
}

function restoreSentence(
  text: string,
  sentence: readonly ContextToken[],
  edges: boolean,
  statistics: SyllableStatistics,
  syllables: RestoredSyllable[],
): void {
  const choices = sentence.map(({ word }) => spellingsOf(word, statistics))
  const path: Path = likeliestPath(choices, statistics, edges)
  sentence.forEach(({ word, start, end }, i) => {
    if (word === ',' || word === '0') return
    const typed = text.slice(start, end)
    const chosen = path.words[i]
    syllables.push({
      text: chosen === word ? typed : inCaseOf(clean(typed), chosen),
      confidence: path.confidence[i],
      start,
      end,
    })
  })
}

/** How likely marks were left out of a word in which others were typed; the context can outweigh it. */
const HALF_MARKED = 0.05

/** The spellings that a typed word may stand for, the commonest first; the word itself when none is known. */
function spellingsOf(word: string, statistics: SyllableStatistics): readonly Choice[] {
  const alone = [{ word, weight: 1 }]
  if (word === ',' || word === '0') return alone
  const known = statistics.spellings(fold(word)).filter(spelling => marksAgree(word, spelling))
  if (known.length === 0) return alone
  const marked = hasMarks(word) && known.includes(word)
  return known
    .map(spelling => ({ word: spelling, weight: marked && spelling !== word ? HALF_MARKED : 1 }))
    .sort((a, b) => statistics.count(b.word) - statistics.count(a.word))
    .slice(0, MOST_SPELLINGS)
}

/** The word in the case of the typed one, letter by letter. */
function inCaseOf(typed: string, word: string): string {
  if (typed.length !== word.length) return word
  let out = ''
  for (let i = 0; i < word.length; i++) out += toLower(typed[i]) === typed[i] ? word[i] : word[i].toUpperCase()
  return out
}

/** Cuts a text into the words and signs whose neighbourhoods count; count with this what `restore` shall use. */
export function contextTokens(text: string): ContextToken[] {
  const tokens: ContextToken[] = []
  for (let i = 0; i < text.length; ) {
    const start = i
    const code = text.charCodeAt(i)
    if (isLatin(code)) {
      while (i < text.length && inWord(text.charCodeAt(i))) i++
      tokens.push({ word: canonical(text.slice(start, i)), start, end: i })
    } else if (isDigit(code)) {
      // A number is whole with its separators: 4.400, 19,5, 9/7.
      while (i < text.length && (isDigit(text.charCodeAt(i)) || isDigit(text.charCodeAt(i + 1)))) i++
      tokens.push({ word: '0', start, end: i })
    } else {
      i++
      const word = signOf(text, start)
      if (word !== undefined) tokens.push({ word, start, end: i })
    }
  }
  return tokens
}

function signOf(text: string, i: number): string | undefined {
  const char = text[i]
  if (char === '\n' || char === ';' || char === ':' || char === '!' || char === '?' || char === '…') return ''
  if (char === '.') return i + 1 === text.length || text.charCodeAt(i + 1) <= 0x20 ? '' : undefined
  return ',()[]"“”–—'.includes(char) ? ',' : undefined
}

function inWord(code: number): boolean {
  return isLatin(code) || (code >= 0x300 && code < 0x370) || code === 0xad || (code >= 0x200b && code < 0x200e)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
