import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import { facetRequests, list, type QueryFlags, repeated, searchOptions } from '../arguments.js'
import { printFacets, printStats } from '../output.js'
import type { Terminal } from '../terminal.js'

/** `timtin facets INDEX [QUERY]`. */
export function facetsCommand(terminal: Terminal): Command {
  return new Command('facets')
    .description('count documents by facet, all of them or those that match a query')
    .argument('<index>', 'an index file')
    .argument('[query...]', 'words to look for')
    .option('--facets <list>', 'facets to count (default: all)', list)
    .option('--facet-sort <order>', 'as for search')
    .option('--facet-limit <number>', 'as for search')
    .option('--facet-search <words>', 'as for search')
    .option('--interval <period>', 'as for search')
    .option('--tree', 'as for search')
    .option('--stats <list>', 'as for search', list)
    .option('--filter <facet=value>', 'as for search', repeated)
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--json', 'print the counts, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin facets news.timtin đoàn viên --facets province')
    .action(async (path: string, words: string[], flags: QueryFlags & { readonly json?: boolean }) => {
      const index = openIndexFile(path)
      const names = flags.facets ?? Object.keys(index.info().facets)
      const { filter = {}, ...options } = searchOptions(index, flags)
      const requests = facetRequests(names, flags, index.info().facets)
      const given = { ...options, filter, facets: requests, limit: 0, highlight: false, autoCorrect: false }
      const { facets, stats } =
        words.length === 0
          ? { facets: index.facets(requests, filter), stats: index.stats(flags.stats ?? [], filter) }
          : index.search(words.join(' '), given)
      if (Object.values(facets).every(buckets => buckets.length === 0)) terminal.exitCode = 1
      if (flags.json) return terminal.json(flags.stats ? { facets, stats } : facets)
      await printFacets(terminal, facets)
      await printStats(terminal, stats)
    })
}
