import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { InputError } from '../../index.js'
import { openIndexFile } from '../../node/index.js'
import { type QueryFlags, searchOptions } from '../arguments.js'
import { printTable } from '../output.js'
import { duration } from '../progress.js'
import { answersOf, measure, readJudgements, readQueries } from '../relevance.js'
import type { Terminal } from '../terminal.js'

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
    .requiredOption('--queries <file>', 'one JSON object a line with id and text')
    .requiredOption('--qrels <file>', 'query, document and relevance on each line, tabs between')
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--json', 'print the measures, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin eval paragraphs.timtin --queries queries.ndjson --qrels qrels.tsv')
    .action(async (path: string, flags: Flags) => {
      const index = openIndexFile(path)
      const queries = readQueries(flags.queries, read(flags.queries))
      const judgements = readJudgements(flags.qrels, read(flags.qrels))
      const options = searchOptions(index, flags)
      const began = performance.now()
      const relevance = measure(queries, judgements, answersOf(index, options))
      const ms = performance.now() - began
      if (relevance.queries === 0) {
        throw new InputError('BAD_INPUT', `no query of ${flags.queries} is judged in ${flags.qrels}`, {
          file: flags.qrels,
        })
      }
      if (flags.json) return terminal.json({ ...relevance, ms })
      const percent = (share: number) => (share * 100).toFixed(2)
      await printTable(
        terminal,
        ['queries', 'nDCG@10', 'MRR', 'P@1', 'time'],
        [
          [
            String(relevance.queries),
            percent(relevance.ndcg10),
            percent(relevance.mrr),
            percent(relevance.p1),
            duration(ms),
          ],
        ],
        [0, 1, 2, 3, 4],
      )
    })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new InputError('FILE_NOT_FOUND', `${file}: no such file`, { file, cause })
  }
}
