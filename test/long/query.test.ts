import { expect, it } from 'vitest'
import { parserOf } from '../../src/search/query/parse.js'
import { printQuery } from '../../src/search/query/print.js'
import { numbersFrom, placesHold, randomQuery, withoutPlaces } from '../search/query/random-query.js'

const CASES = Number(process.env.TIMTIN_QUERY_CASES ?? 1_000_000)
const OPTIONS = { now: '2024-07-09' }

/** What must hold of every query; gives what does not. */
function wrong(query: string): string | undefined {
  const parser = parserOf(query, OPTIONS)
  const tree = parser.parse()
  if (parser.reader.steps > 100 + 12 * query.length) return `${parser.reader.steps} steps`
  if (!placesHold(tree, 0, query.length)) return 'a place is outside'
  if (parser.warnings.some(({ start, end }) => start > end || end > query.length)) return 'a warning is outside'
  const printed = printQuery(tree)
  const again = parserOf(printed, OPTIONS).parse()
  return JSON.stringify(withoutPlaces(again)) === JSON.stringify(withoutPlaces(tree))
    ? undefined
    : `printed as ${printed}`
}

it(`${CASES} random queries are parsed without a throw in linear time, and the same when printed and parsed again`, () => {
  const random = numbersFrom(20_261_124)
  for (let at = 0; at < CASES; at++) {
    const query = randomQuery(random, at % 1000 === 0 ? 2000 : 12)
    let found: string | undefined
    try {
      found = wrong(query)
    } catch (error) {
      found = String(error)
    }
    if (found !== undefined) expect.fail(`${found}: ${JSON.stringify(query)}`)
  }
  expect(Object.keys(Object.prototype)).toEqual([])
})
