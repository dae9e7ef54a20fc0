import { type NewsRecord, newsRecords, sample } from './data.js'
import type { Engine } from './engine.js'
import type { Figure } from './figures.js'

/** A text and the earlier one that it is said to repeat. */
export interface DuplicatePair {
  readonly first: NewsRecord
  readonly second: NewsRecord
}

/** Every pair that is found in a collection, in its order. */
function duplicatePairs(
  engine: Engine,
  collection: string,
): { readonly pairs: DuplicatePair[]; readonly records: number } {
  const finder = new engine.DuplicateFinder()
  const byId = new Map<string, NewsRecord>()
  const pairs: DuplicatePair[] = []
  const records = newsRecords(collection)
  for (const record of records) {
    byId.set(record.id, record)
    const { id, title, body } = record
    const first = byId.get(finder.add({ id, title, body }) ?? '')
    if (first !== undefined) pairs.push({ first, second: record })
  }
  return { pairs, records: records.length }
}

/** How many near-duplicates are found; whether they are some is for a person to say (`--duplicates`). */
export function duplicateFigures(engine: Engine): Figure[] {
  return ['headlines-60k', 'news-20k'].flatMap((collection): Figure[] => {
    const { pairs, records } = duplicatePairs(engine, collection)
    if (records === 0) return []
    return [{ name: `duplicates, ${collection}: found`, value: pairs.length, unit: '', note: `of ${records}` }]
  })
}

/** Pairs of both collections for a person to read, half of each. */
export function duplicateSample(engine: Engine, count: number, seed: number): DuplicatePair[] {
  return ['headlines-60k', 'news-20k'].flatMap(collection =>
    sample(duplicatePairs(engine, collection).pairs, Math.ceil(count / 2), seed),
  )
}
