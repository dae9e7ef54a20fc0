import { nameForm } from './form.js'
import { isUpper, isWordUnit } from './words.js'

/** One word in front of a name. */
export interface ContextWord {
  /** As typed. */
  readonly text: string
  /** In the shape of `nameForm`. */
  readonly form: string
  readonly start: number
  readonly capital: boolean
  /** What stands between this word and the next. */
  readonly gap: string
}

const REACH = 90

/** Up to `count` words before `at`, nearest first; looks back 90 code units at most and stops at a line's end. */
export function wordsBefore(text: string, at: number, count: number): ContextWord[] {
  const found: ContextWord[] = []
  const floor = Math.max(0, at - REACH)
  let to = at
  while (found.length < count) {
    let end = to
    while (end > floor && !inWord(text, end - 1)) {
      if (text[end - 1] === '\n') return found
      end--
    }
    let start = end
    while (start > floor && inWord(text, start - 1)) start--
    if (start === end || (start === floor && floor > 0)) break
    const word = text.slice(start, end)
    found.push({
      text: word,
      form: nameForm(word),
      start,
      capital: isUpper(text.charCodeAt(start)),
      gap: text.slice(end, to),
    })
    to = start
  }
  return found
}

/** The word after `at` when only spaces lie between. */
export function wordAfter(text: string, at: number): { text: string; form: string; capital: boolean } | undefined {
  let start = at
  while (start < text.length && start < at + 3 && text[start] === ' ') start++
  let end = start
  while (end < text.length && end < start + 24 && inWord(text, end)) end++
  if (start === at || end === start) return undefined
  const word = text.slice(start, end)
  return { text: word, form: nameForm(word), capital: isUpper(text.charCodeAt(start)) && word !== word.toUpperCase() }
}

function inWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isWordUnit(unit) || (unit >= 0x300 && unit < 0x370)
}

const SPACES = /^\s{1,3}$/
const ABBREVIATION_GAP = /^\.\s{0,2}$/
const INNER_GAP = /^[\s.\-–&/]{1,3}$/

/** The words in front of a name, and the phrases they make. */
export class Before {
  /** Nearest first. */
  readonly words: readonly ContextWord[]
  private readonly runs: string[] = []

  constructor(text: string, at: number) {
    this.words = wordsBefore(text, at, 9)
    let run = ''
    for (const [index, word] of this.words.entries()) {
      // A full stop ends a sentence unless the word is an abbreviation: TP.HCM, Q. Bình Thạnh.
      const near = index === 0 ? SPACES.test(word.gap) : INNER_GAP.test(word.gap)
      if (!near && !(word.form.length <= 2 && ABBREVIATION_GAP.test(word.gap))) break
      run = run === '' ? word.form : `${word.form} ${run}`
      this.runs.push(run)
    }
  }

  /** The longest phrase of a table that ends right before the name; undefined for none. */
  longest<T>(phrases: ReadonlyMap<string, T>): { value: T; phrase: string; start: number; depth: number } | undefined {
    for (let depth = Math.min(this.runs.length, 6); depth > 0; depth--) {
      const phrase = this.runs[depth - 1]
      const value = phrases.get(phrase)
      if (value !== undefined) return { value, phrase, start: this.words[depth - 1].start, depth }
    }
    return undefined
  }

  /** How many words stand unbroken before the name. */
  get depth(): number {
    return this.runs.length
  }
}
