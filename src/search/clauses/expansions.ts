import type { FoldGroup, TermDictionary } from '../../index/terms.js'
import { foldedForm, UNKNOWN_MARKS } from '../../index/terms.js'
import { fold } from '../../text/fold.js'
import { stripTone } from '../../text/syllable.js'
import { canonical } from '../../text/tone.js'
import { fuzzyForms } from '../fuzzy.js'
import type { Accents, Spelling } from '../marks.js'

/** The commonest so many words stand for a prefix or a misspelling; the rest are too rare to be what was meant. */
const MOST_WORDS = 1024

function spelling(group: FoldGroup, at: number, weight: number): Spelling {
  return {
    ordinal: group.first + at,
    term: group.spellings[at],
    start: group.lists[at],
    end: group.lists[at + 1],
    weight,
  }
}

/** The terms that begin with a prefix; marks typed must agree, those left out may be anything. */
export function prefixSpellings(text: string, terms: TermDictionary, accents: Accents): Spelling[] {
  const typed = canonical(text)
  const found: Spelling[] = []
  for (const group of terms.withPrefix(fold(typed))) {
    group.spellings.forEach((term, at) => {
      if (beginsWith(term, typed, accents)) found.push(spelling(group, at, 1))
    })
  }
  return longest(found)
}

/**
 * Whether a term begins as it was typed: each mark typed must agree, and under `strict` each left out as well. While a syllable
 * is being typed its tone may still move to another vowel (hoà, hoàn; thuỷ, thuỳ).
 */
export function beginsWith(term: string, typed: string, accents: Accents): boolean {
  const folded = fold(typed)
  if (accents === 'ignore') return foldedForm(term).startsWith(folded)
  if (term.startsWith(UNKNOWN_MARKS)) return accents === 'auto' && foldedForm(term).startsWith(folded)
  if (term.startsWith(typed)) return true
  if (accents === 'auto' && typed === folded) return foldedForm(term).startsWith(folded)
  const begun = stripTone(typed)
  const whole = stripTone(term)
  if (begun.tone !== whole.tone && (accents === 'strict' || begun.tone !== 0)) return false
  if (accents === 'strict') return begun.tone !== 0 && whole.base.startsWith(begun.base)
  for (let at = 0; at < begun.base.length; at++) {
    const letter = begun.base[at]
    if (letter !== whole.base[at] && letter !== fold(whole.base[at] ?? ' ')) return false
  }
  return true
}

/** The terms at most so many letters away, weighed less the farther they are. */
export function fuzzySpellings(text: string, distance: number, terms: TermDictionary): Spelling[] {
  const found: Spelling[] = []
  for (const { group, distance: away } of fuzzyForms(terms, fold(canonical(text)), distance)) {
    for (let at = 0; at < group.spellings.length; at++) found.push(spelling(group, at, 1 / (1 + away)))
  }
  return longest(found)
}

/** Those with the longest lists, in the order of the dictionary. */
function longest(found: Spelling[]): Spelling[] {
  if (found.length <= MOST_WORDS) return found
  const kept = [...found].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_WORDS)
  return kept.sort((a, b) => a.ordinal - b.ordinal)
}
