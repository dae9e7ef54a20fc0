import { UsageError } from '../../errors.js'
import { badOption } from '../../index/settings.js'

/** What may stand in the stead of each of these expressions. */
export interface SynonymRule {
  /** What has to be asked for. */
  readonly sources: readonly string[]
  /** What is then looked for too. */
  readonly targets: readonly string[]
}

/** More entries than this are no list that somebody wrote. */
const MOST_ENTRIES = 20_000
/** Longest expression in UTF-16 units, and most of them in an entry. */
const LONGEST = 200
const MOST_WAYS = 64

/**
 * Reads a list of synonyms. `ô tô, xe hơi` goes both ways: who asks for one finds the other too. `xe ôm công nghệ, xe công nghệ
 * => grab` goes one way: who asks for one of the left finds grab too, and who asks for grab does not find them. Expressions may have
 * several words and are written with their marks.
 *
 * @throws UsageError (`BAD_ARGUMENT`) that names the entry (`field`: `synonyms[2]`), for an entry that is no such list
 */
export function readSynonyms(entries: readonly string[]): SynonymRule[] {
  if (!Array.isArray(entries)) throw badOption('synonyms', 'a list of strings', entries)
  if (entries.length > MOST_ENTRIES) throw badOption('synonyms', `at most ${MOST_ENTRIES} entries`, entries.length)
  return entries.map((entry: unknown, at) => {
    const wrong = (expected: string) =>
      new UsageError('BAD_ARGUMENT', `synonyms[${at}] should ${expected}: ${shortened(entry)}`, {
        field: `synonyms[${at}]`,
        expected,
        got: entry,
      })
    if (typeof entry !== 'string') throw wrong('be a string')
    const sides = entry.split('=>').map(side => side.split(',').map(way => way.trim()))
    if (sides.length > 2) throw wrong('have one => at most')
    const ways = sides.flat()
    if (ways.length > MOST_WAYS) throw wrong(`have ${MOST_WAYS} expressions at most`)
    if (ways.some(way => way.length > LONGEST)) throw wrong(`have no expression of more than ${LONGEST} characters`)
    if (ways.some(way => !/[\p{L}\p{N}]/u.test(way))) throw wrong('have a word in every expression')
    const [sources, targets] = sides
    if (targets === undefined && sources.length < 2)
      throw wrong('have two expressions with a comma, or => between them')
    return { sources, targets: targets ?? sources }
  })
}

function shortened(entry: unknown): string {
  if (typeof entry !== 'string') return typeof entry
  return entry.length > 60 ? `${entry.slice(0, 59)}…` : entry
}
