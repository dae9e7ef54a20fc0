import { Command } from 'commander'
import { UsageError } from '../../index.js'
import { openIndexFile } from '../../node/index.js'
import { list, type QueryFlags, repeated, searchOptions, wholeNumber } from '../arguments.js'
import { type LatencyProfile, profile, timeQueries } from '../latency.js'
import { printTable } from '../output.js'
import { counted } from '../progress.js'
import { readQueries } from '../query-files.js'
import { byKind, type EvalQuery } from '../relevance.js'
import type { Terminal } from '../terminal.js'
import { readText } from '../text-file.js'

interface Flags extends QueryFlags {
  readonly queries: string
  readonly rounds: string
  readonly snippets?: boolean
  readonly json?: boolean
}

/** `timtin bench INDEX --queries F`. */
export function benchCommand(terminal: Terminal): Command {
  return new Command('bench')
    .description('how fast an index answers: the times of your queries, by kind')
    .argument('<index>', 'an index file')
    .requiredOption('--queries <file>', 'a query on each line, NDJSON with id and text, or TREC topics')
    .option('--rounds <n>', 'how often all are asked; the first round warms up, the last is shown', '3')
    .option('--limit <n>', 'hits of a query (10)')
    .option('--filter <facet=value>', 'as for search', repeated)
    .option('--facets <names>', 'as for search', list)
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--snippets', 'with documents and snippets')
    .option('--json', 'print the times, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin bench news.timtin --queries queries.ndjson --rounds 5')
    .action(async (path: string, flags: Flags) => {
      const rounds = wholeNumber('rounds', flags.rounds)
      if (rounds < 1)
        throw new UsageError('BAD_ARGUMENT', '--rounds should be 1 or more', { field: 'rounds', got: flags.rounds })
      const queries = distinct(readQueries(flags.queries, readText(flags.queries)))
      const began = performance.now()
      const index = openIndexFile(path)
      const openMs = performance.now() - began
      const options = { ...searchOptions(index, flags), highlight: flags.snippets === true }
      const firstMs = timeQueries(index, queries.slice(0, 1), options)[0].microseconds / 1000
      for (let round = 1; round < rounds; round++) timeQueries(index, queries, options)
      const timed = new Map(timeQueries(index, queries, options).map((time, at) => [queries[at], time]))
      const timesOf = (some: readonly EvalQuery[]) => profile(some.flatMap(query => timed.get(query) ?? []))
      const kinds = [...byKind(queries)].map(([kind, some]) => [kind, timesOf(some)] as const)
      const all = timesOf(queries)
      if (flags.json) return terminal.json({ openMs, firstMs, all, kinds: Object.fromEntries(kinds) })
      await terminal.print(
        `${counted(index.info().documents, 'document')}; opened in ${openMs.toFixed(1)} ms, first answer after ${firstMs.toFixed(1)} ms more; then, in µs:`,
      )
      const rows = [...(kinds.length > 1 ? kinds : []), ['all', all] as const].map(rowOf)
      const head = ['kind', 'queries', 'answered', 'p50', 'p95', 'p99', 'max', 'mean']
      await printTable(terminal, head, rows, [1, 2, 3, 4, 5, 6, 7])
    })
}

/** Repeats would measure caches. */
function distinct(queries: readonly EvalQuery[]): EvalQuery[] {
  return [...new Map(queries.map(query => [query.text, query])).values()]
}

function rowOf([kind, { queries, answered, ...times }]: readonly [string, LatencyProfile]): string[] {
  const micro = (value: number) => Math.round(value).toLocaleString('en')
  const { p50, p95, p99, max, mean } = times
  return [kind, String(queries), String(answered), ...[p50, p95, p99, max, mean].map(micro)]
}
