/**
 * `npm run bench:relevance`: how well the development sets are answered, as typed, with half of the marks, without any.
 * Ends with exit code 1 when a measure is below what this project promises. Another collection is set by its folder:
 * `npm run bench:relevance -- FOLDER` with docs.ndjson, queries.ndjson and qrels.tsv in it.
 */
import { answersOf, measure, type Relevance } from '../src/cli/relevance.js'
import { collections, type EvalCollection, loadCollection } from './collections.js'
import { printRows } from './table.js'
import { typedAs, WAYS, type WayOfTyping } from './ways-of-typing.js'

/** nDCG@10 in percent that must be reached: with all marks, and without. */
const MUSTS: ReadonlyMap<string, readonly [full: number, none: number]> = new Map([
  ['xquad-vi', [96.0, 95.0]],
  ['news-titles', [85, 84]],
])

function measureAll({ index, queries, judgements }: EvalCollection): Map<WayOfTyping, Relevance> {
  return new Map(
    WAYS.map(marks => {
      const typed = queries.map(({ id, text }) => ({ id, text: typedAs(text, marks) }))
      return [marks, measure(typed, judgements, answersOf(index))]
    }),
  )
}

const percent = (share: number) => (share * 100).toFixed(2)
const rows: string[][] = []
const failures: string[] = []
for (const source of collections(process.argv.slice(2))) {
  const collection = await loadCollection(source)
  for (const [marks, { queries, ndcg10, mrr, p1 }] of measureAll(collection)) {
    const musts = MUSTS.get(source.name)
    const must = marks === 'full' ? musts?.[0] : marks === 'none' ? musts?.[1] : undefined
    if (must !== undefined && ndcg10 * 100 < must)
      failures.push(`${source.name}, ${marks} marks: ${percent(ndcg10)} < ${must}`)
    rows.push([source.name, marks, String(queries), percent(ndcg10), must?.toFixed(1) ?? '', percent(mrr), percent(p1)])
  }
}
printRows(['set', 'marks', 'queries', 'nDCG@10', 'must', 'MRR', 'P@1'], rows)
for (const failure of failures) process.stdout.write(`below what is promised: ${failure}\n`)
if (rows.length === 0) process.stdout.write('no evaluation set found beside the checkout; give a folder\n')
process.exitCode = failures.length > 0 || rows.length === 0 ? 1 : 0
