import { Command } from 'commander'
import { InputError } from '../../index.js'
import { openIndexFile } from '../../node/index.js'
import { type QueryFlags, searchOptions } from '../arguments.js'
import { printTable } from '../output.js'
import { duration } from '../progress.js'
import { readJudgements, readQueries } from '../query-files.js'
import { answersOf, byKind, measure, type Relevance } from '../relevance.js'
import type { Terminal } from '../terminal.js'
import { readText } from '../text-file.js'

interface Flags extends QueryFlags {
  readonly queries: string
  readonly qrels: string
  readonly json?: boolean
}

/** `timtin eval INDEX --queries F --qrels F`. */
export function evalCommand(terminal: Terminal): Command {
  return new Command('eval')
    .description('measure the answers to judged queries: nDCG@10, mean reciprocal rank, precision of the first hit')
    .argument('<index>', 'an index file')
    .requiredOption(
      '--queries <file>',
      'NDJSON with id, text and perhaps kind; TREC topics; or id, tab and text on each line',
    )
    .requiredOption('--qrels <file>', 'query, document and relevance on each line, tabs between; TREC qrels; or NDJSON')
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--json', 'print the measures, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin eval paragraphs.timtin --queries queries.ndjson --qrels qrels.tsv')
    .action(async (path: string, flags: Flags) => {
      const index = openIndexFile(path)
      const queries = readQueries(flags.queries, readText(flags.queries))
      const judgements = readJudgements(flags.qrels, readText(flags.qrels))
      const options = searchOptions(index, flags)
      const answer = answersOf(index, options)
      const began = performance.now()
      const relevance = measure(queries, judgements, answer)
      const ms = performance.now() - began
      if (relevance.queries === 0) {
        throw new InputError('BAD_INPUT', `no query of ${flags.queries} is judged in ${flags.qrels}`, {
          file: flags.qrels,
        })
      }
      const kinds = [...byKind(queries)].flatMap(([kind, some]) => {
        const measured = measure(some, judgements, answer)
        return measured.queries > 0 ? [[kind, measured] as const] : []
      })
      if (flags.json) return terminal.json({ ...relevance, kinds: Object.fromEntries(kinds), ms })
      const rows = [...(kinds.length > 1 ? kinds : []), ['all', relevance] as const].map(rowOf)
      await printTable(terminal, ['kind', 'queries', 'nDCG@10', 'MRR', 'P@1'], rows, [1, 2, 3, 4])
      await terminal.print(terminal.colors.dim(`in ${duration(ms)}`))
    })
}

function rowOf([kind, { queries, ndcg10, mrr, p1 }]: readonly [string, Relevance]): string[] {
  const percent = (share: number) => (share * 100).toFixed(2)
  return [kind, String(queries), percent(ndcg10), percent(mrr), percent(p1)]
}
