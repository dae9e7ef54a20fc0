import type { IndexReader } from '../index/reader.js'
import { foldedForm, type TermDictionary } from '../index/terms.js'
import { fold } from '../text/fold.js'
import { informalReading } from '../text/informal.js'
import { canonical, marksAgree } from '../text/tone.js'
import { type Accents, type Spelling, spellingsOf } from './marks.js'
import { otherY } from './other-y.js'
import type { Ranking } from './scoring.js'

/** In how many documents a word stands. */
export interface WordFrequencies {
  /** Just so. */
  readonly exact: number
  /** In a spelling that it could be with more marks. */
  readonly fuller: number
}

/** All terms that answer a word of a query: its spellings, those with i for y, what an informal spelling stands for. */
export function spellingsFor(
  word: string,
  accents: Accents,
  missing: number,
  asTyped: boolean,
  terms: TermDictionary,
  ranking: Ranking,
): Spelling[] {
  const found = spellingsOf(word, terms, accents, missing, ranking)
  if (accents === 'strict') return found
  const less = (spellings: readonly Spelling[], factor: number) => {
    for (const spelling of spellings) found.push({ ...spelling, weight: spelling.weight * factor })
  }
  const other = otherY(word)
  if (other !== undefined && fold(other) !== foldedForm(word))
    less(spellingsOf(other, terms, accents, missing, ranking), ranking.otherY)
  // Informal spelling (ko, dc) is read at the query alone, and only where the index does not have it.
  const informal = asTyped && found.length === 0 ? informalReading(word) : undefined
  if (informal !== undefined && !informal.includes(' '))
    less(spellingsOf(informal, terms, accents, 0, ranking), ranking.informal)
  return found
}

/** In how many documents a word stands just so, and as what it could be with more marks. */
export function frequenciesOf(word: string, reader: IndexReader): WordFrequencies {
  const group = reader.terms.group(foldedForm(word))
  let exact = 0
  let fuller = 0
  group?.spellings.forEach((term, at) => {
    if (term === word) exact = reader.frequency(group.lists[at])
    else if (marksAgree(word, term)) fuller += reader.frequency(group.lists[at])
  })
  return { exact, fuller }
}

/** In how many documents a word stands, or one that it could be with more marks. */
export function frequencyAsTyped(word: string, reader: IndexReader): number {
  const { exact, fuller } = frequenciesOf(canonical(word), reader)
  return exact + fuller
}
