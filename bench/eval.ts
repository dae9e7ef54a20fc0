/**
 * `npm run eval`: how well the development sets are answered, in every way of typing, asked plainly as a search box asks. Ends
 * with exit code 1 when a measure is below what must be reached. Another collection is set by its folder:
 * `npm run eval -- FOLDER` with docs.ndjson, queries.ndjson and qrels.tsv in it.
 *
 *   --ways LIST   some of full, half, none, nfd, tone, telex, vni, typo
 */
import { parseArgs } from 'node:util'
import { answersOf, measure } from '../src/cli/relevance.js'
import { collections, loadCollection } from './collections.js'
import { relevanceMusts } from './musts.js'
import { printRows } from './table.js'
import { typedAs, WAYS } from './ways-of-typing.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ways: { type: 'string', default: WAYS.join(',') } },
})
const asked = new Set(values.ways.split(','))
const ways = WAYS.filter(way => asked.has(way))
const points = (value: number) => value.toFixed(2)
const rows: string[][] = []
const failures: string[] = []
for (const source of collections(positionals)) {
  const { index, queries, judgements } = await loadCollection(source)
  let full: number | undefined
  for (const way of ways) {
    const typed = queries.map(({ id, text }) => ({ id, text: typedAs(text, way) }))
    const { queries: judged, ndcg10, mrr, p1 } = measure(typed, judgements, answersOf(index))
    const ndcg = 100 * ndcg10
    if (way === 'full') full = ndcg
    const least = relevanceMusts(source.name, way, full)
    const must = Math.max(...least.map(({ points }) => points))
    for (const { points: bound, why } of least)
      if (ndcg < bound) failures.push(`${source.name}, ${way}: ${points(ndcg)}, must be ${points(bound)} (${why})`)
    const beside = full === undefined ? '' : points(ndcg - full)
    const met = least.length === 0 ? '' : ndcg < must ? 'NOT met' : 'met'
    const bound = least.length === 0 ? '' : points(must)
    rows.push([source.name, way, String(judged), points(ndcg), beside, bound, met, points(100 * mrr), points(100 * p1)])
  }
}
printRows(['set', 'typed', 'queries', 'nDCG@10', 'to full', 'must', '', 'MRR', 'P@1'], rows)
for (const failure of failures) process.stdout.write(`below what must be reached: ${failure}\n`)
if (rows.length === 0) process.stdout.write('no evaluation set found beside the checkout; give a folder\n')
process.exitCode = failures.length > 0 || rows.length === 0 ? 1 : 0
