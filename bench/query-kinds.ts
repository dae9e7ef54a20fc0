import type { Ability, PeerQuery } from './peers/protocol.js'
import { shuffled } from './statistics.js'
import { typedAs } from './ways-of-typing.js'

/** Queries of one kind. */
export interface QueryKind {
  readonly name: string
  /** What an engine must be able to do to be asked. */
  readonly needs?: Ability
  readonly queries: readonly PeerQuery[]
}

const SEED = 9
const WORD = /[\p{L}\p{N}]+/gu

/**
 * Queries of all kinds, at most `most` of each, all distinct, out of headlines and short queries, the same on every machine: a word that
 * stands in many headlines or in one, neighbours that stand together in several, whole headlines, and those changed.
 */
export function queryKinds(titles: readonly string[], short: readonly string[], most: number): QueryKind[] {
  const words = counted(titles.flatMap(title => wordsOf(title)))
  const pairs = counted(titles.flatMap(pairsOf))
  const take = (
    name: string,
    texts: Iterable<string>,
    ask: Omit<PeerQuery, 'text'> = {},
    needs?: Ability,
  ): QueryKind => ({
    name,
    ...(needs ? { needs } : {}),
    queries: shuffled([...new Set(texts)], SEED)
      .slice(0, most)
      .map(text => ({ text, ...ask })),
  })
  return [
    take(
      'syllable',
      having(words, count => count >= 5),
    ),
    take(
      'pair',
      having(pairs, count => count >= 3),
    ),
    take(
      'rare',
      having(words, count => count === 1),
    ),
    take('title', titles),
    take('short', short),
    take(
      'title unmarked',
      titles.map(title => typedAs(title, 'none')),
    ),
    take(
      'short unmarked',
      short.map(text => typedAs(text, 'none')),
    ),
    take('filtered', short, { category: 'c3' }, 'filter'),
    take('with facets', short, { facets: true }, 'facets'),
    take(
      'phrase',
      having(pairs, count => count >= 2),
      { as: 'phrase' },
      'phrase',
    ),
    take('prefix', short.map(cut), { as: 'prefix' }, 'prefix'),
    take(
      'typo',
      short.map(text => typedAs(text, 'typo')),
      { as: 'typo' },
      'typo',
    ),
  ].filter(({ queries }) => queries.length > 0)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

function pairsOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(1).map((word, at) => `${words[at]} ${word}`)
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function having(counts: ReadonlyMap<string, number>, holds: (count: number) => boolean): string[] {
  return [...counts].filter(([, count]) => holds(count)).map(([text]) => text)
}

/** The last word broken off after its first two letters or more, as somebody types. */
function cut(text: string): string {
  const last = text.lastIndexOf(' ') + 1
  return text.slice(0, Math.max(last + 2, Math.ceil((last + text.length) / 2)))
}
