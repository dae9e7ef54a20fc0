import { AMBIGUOUS } from './data/ambiguous.js'
import { ECONOMY, TECHNOLOGY, TRANSPORT } from './data/economy.js'
import { CULTURE, GENERAL, INTERNATIONAL, MEDIA, PLACE, SPORT, TITLE } from './data/general.js'
import { DOCUMENT, GOVERNMENT } from './data/government.js'
import { LAW, MILITARY, POLICE } from './data/law.js'
import { EDUCATION, ENVIRONMENT, HEALTH, SOCIAL } from './data/society.js'
import { ORGANISATION, PARTY, UNION } from './data/union.js'

/** One row of the table of abbreviations. */
export type AbbreviationRow = readonly [
  /** As it is written, with marks and inner punctuation: `GD&ĐT`. */
  abbreviation: string,
  /** The long form in lower case, proper names in capitals. */
  expansion: string,
  /** The field it belongs to: `union`, `law`, `sport` … */
  domain: string,
  /** Whether the abbreviation has other senses, listed or not. */
  ambiguous: boolean,
  /** Whether its letters are other than the initials of the long form. */
  irregular: boolean,
]

/** In the order in which senses rank when two domains share an abbreviation. */
const DOMAINS: readonly (readonly [domain: string, rows: string])[] = [
  ['union', UNION],
  ['party', PARTY],
  ['organisation', ORGANISATION],
  ['government', GOVERNMENT],
  ['document', DOCUMENT],
  ['law', LAW],
  ['police', POLICE],
  ['military', MILITARY],
  ['economy', ECONOMY],
  ['technology', TECHNOLOGY],
  ['transport', TRANSPORT],
  ['education', EDUCATION],
  ['health', HEALTH],
  ['social', SOCIAL],
  ['environment', ENVIRONMENT],
  ['place', PLACE],
  ['media', MEDIA],
  ['title', TITLE],
  ['sport', SPORT],
  ['culture', CULTURE],
  ['international', INTERNATIONAL],
  ['general', GENERAL],
]

/** All rows of our table, those of several senses first and their senses by likelihood. Parsed anew at every call. */
export function abbreviationRows(): AbbreviationRow[] {
  const rows = ambiguousRows(AMBIGUOUS)
  for (const [domain, text] of DOMAINS) {
    for (const line of text.trim().split('\n')) {
      const space = line.indexOf(' ')
      const irregular = line.startsWith('!')
      rows.push([line.slice(irregular ? 1 : 0, space), line.slice(space + 1), domain, false, irregular])
    }
  }
  return rows
}

/** Rows of `ABBR: sense (domain), sense (domain), …`. */
function ambiguousRows(text: string): AbbreviationRow[] {
  const rows: AbbreviationRow[] = []
  for (const line of text.trim().split('\n')) {
    const colon = line.indexOf(': ')
    for (const sense of line.slice(colon + 2).split(', ')) {
      const bracket = sense.indexOf(' (')
      if (bracket > 0)
        rows.push([line.slice(0, colon), sense.slice(0, bracket), sense.slice(bracket + 2, -1), true, false])
    }
  }
  return rows
}
