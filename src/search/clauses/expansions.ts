import type { FoldGroup, TermDictionary } from '../../index/terms.js'
import { UNKNOWN_MARKS } from '../../index/terms.js'
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
  const folded = fold(typed)
  const found: Spelling[] = []
  for (const group of terms.withPrefix(folded)) {
    group.spellings.forEach((term, at) => {
      if (beginsWith(term, typed, folded, accents)) found.push(spelling(group, at, 1))
    })
  }
  return longest(found)
}

/** While a syllable is being typed its tone may still move to another vowel (hoà, hoàn; thuỷ, thuỳ). */
function beginsWith(term: string, typed: string, folded: string, accents: Accents): boolean {
  if (accents === 'ignore' || (typed === folded && accents === 'auto')) return true
  if (term.startsWith(UNKNOWN_MARKS)) return accents === 'auto'
  if (term.startsWith(typed)) return true
  const begun = stripTone(typed)
  const whole = stripTone(term)
  return whole.base.startsWith(begun.base) && (begun.tone === 0 || begun.tone === whole.tone)
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
