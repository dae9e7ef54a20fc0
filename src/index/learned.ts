import {
  ABBREVIATIONS,
  type LearnedAbbreviation,
  type Learner,
  longFormWords,
} from '../analysis/abbreviations/index.js'
import { damaged } from './damage.js'
import { unpackValue } from './stored.js'

/** More definitions than this are not kept; the commonest come first. */
const MAX_LEARNED = 5000

/** What the documents of a collection define and our own table does not know, as plain lists for the file. */
export function learnedAbbreviations(learner: Learner): [abbreviation: string, expansion: string, documents: number][] {
  const learned: [string, string, number][] = []
  for (const { abbreviation, expansion, documents } of learner.learned()) {
    if (learned.length === MAX_LEARNED) break
    const text = longFormWords(expansion).join(' ')
    if (ABBREVIATIONS.expansions(abbreviation).some(sense => sense.text === text)) continue
    learned.push([abbreviation, expansion, documents])
  }
  return learned
}

/** Reads what `learnedAbbreviations` gave. */
export function readLearned(bytes: Uint8Array): LearnedAbbreviation[] {
  const value = unpackValue(bytes, 'abbrevs')
  if (!Array.isArray(value)) throw damaged('abbrevs', 'a list', typeof value)
  return value.map((entry: unknown) => {
    if (!Array.isArray(entry)) throw damaged('abbrevs', 'lists of three', typeof entry)
    const [abbreviation, expansion, documents]: unknown[] = entry
    if (typeof abbreviation !== 'string' || typeof expansion !== 'string' || typeof documents !== 'number') {
      throw damaged('abbrevs', 'an abbreviation, its long form and a count', typeof abbreviation)
    }
    return { abbreviation, expansion, documents }
  })
}
