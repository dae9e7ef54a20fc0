import { isSyllable } from '../../text/syllable.js'
import { clean, toLower } from '../../text/unicode.js'
import { longFormWords } from './long-form.js'
import { type ResolveContext, resolve } from './resolve.js'
import { ABBREVIATIONS, type AbbreviationTable } from './table.js'

/** A long form that stands in a list of words. */
export interface LongForm {
  /** Index of its first word. */
  readonly start: number
  /** Index after its last word. */
  readonly end: number
  /** The abbreviations that may stand for it, the likeliest first. */
  readonly abbreviations: readonly string[]
}

/** Letters and digits, with single joiners between them: GD&ĐT, LĐ-TB&XH, TP.HCM, Đ/c, L.Đ.L.Đ. */
const RUN = /[\p{L}\p{M}\p{N}]+(?:[.&/\-‑–][\p{L}\p{M}\p{N}]+)*/gu
const PART = /[\p{L}\p{M}\p{N}]+/gu
/** Parts that one abbreviation may be made of; keeps the work on `a.a.a.a…` linear. */
const MOST_PARTS = 6

/**
 * A text with its abbreviations written out, as canonical lower-case words (`PCT UBND` → phó chủ tịch ủy ban nhân dân).
 * Only what is settled is written out: an abbreviation of several senses stays unless the context decides.
 */
export function expandText(text: string, context: ResolveContext = {}): string {
  const cleaned = clean(text)
  const shouting = cleaned === cleaned.toUpperCase() && cleaned !== cleaned.toLowerCase() && cleaned.includes(' ')
  const words: string[] = []
  for (const run of cleaned.match(RUN) ?? []) {
    const parts = run.match(PART) ?? []
    let i = 0
    while (i < parts.length) {
      let taken = 0
      for (let n = Math.min(parts.length - i, MOST_PARTS); n > 0 && taken === 0; n--) {
        const written = i === 0 && n === parts.length ? run : parts.slice(i, i + n).join('-')
        const expansion = looksAbbreviated(written, shouting) ? resolve(written, context).expansion : undefined
        if (expansion === undefined) continue
        words.push(...expansion.words)
        taken = n
      }
      if (taken === 0) words.push(...longFormWords(parts[i]))
      i += Math.max(taken, 1)
    }
  }
  return words.join(' ')
}

/**
 * Whether a word may be an abbreviation by its looks: capitals after the first letter, or letters that make no syllable
 * (ldld, tphcm). In a text all in capitals only the latter say anything.
 */
export function looksAbbreviated(word: string, shouting = false): boolean {
  if (word.length < 2) return false
  if (!shouting && word !== toLower(word) && word.slice(1) !== toLower(word.slice(1))) return true
  return !isSyllable(toLower(word))
}

/**
 * The long forms that stand in a list of canonical lower-case words, from left to right, the longest at each place, none
 * overlapping. With `overlapping`, every one at every place.
 */
export function findLongForms(
  words: readonly string[],
  table: AbbreviationTable = ABBREVIATIONS,
  overlapping = false,
): LongForm[] {
  const found: LongForm[] = []
  let start = 0
  while (start < words.length) {
    let next = start + 1
    for (let n = Math.min(table.longest, words.length - start); n >= 2; n--) {
      const abbreviations = table.contractionsOf(words.slice(start, start + n))
      if (abbreviations.length === 0) continue
      found.push({ start, end: start + n, abbreviations })
      if (!overlapping) {
        next = start + n
        break
      }
    }
    start = next
  }
  return found
}
