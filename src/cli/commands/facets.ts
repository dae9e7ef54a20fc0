import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import { list, type QueryFlags, repeated, searchOptions } from '../arguments.js'
import { printFacets } from '../output.js'
import type { Terminal } from '../terminal.js'

/** `timtin facets INDEX [QUERY]`. */
export function facetsCommand(terminal: Terminal): Command {
  return new Command('facets')
    .description('count documents by facet, all of them or those that match a query')
    .argument('<index>', 'an index file')
    .argument('[query...]', 'words to look for')
    .option('--facets <list>', 'facets to count (default: all)', list)
    .option('--filter <facet=value>', 'as for search', repeated)
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--json', 'print the counts, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin facets news.timtin đoàn viên --facets province')
    .action(async (path: string, words: string[], flags: QueryFlags & { readonly json?: boolean }) => {
      const index = openIndexFile(path)
      const names = flags.facets ?? Object.keys(index.info().facets)
      const options = searchOptions(index, flags)
      const facets =
        words.length === 0
          ? index.facets(names, options.filter)
          : index.search(words.join(' '), { ...options, facets: names, limit: 0, highlight: false }).facets
      if (Object.values(facets).every(buckets => buckets.length === 0)) terminal.exitCode = 1
      if (flags.json) return terminal.json(facets)
      await printFacets(terminal, facets)
    })
}
