import { Command } from 'commander'
import { correctionText, warningText } from '../../index.js'
import { openIndexFile } from '../../node/index.js'
import { list, type QueryFlags, repeated, searchOptions } from '../arguments.js'
import { printFacets, printHits, printStats } from '../output.js'
import { readSynonymsFile } from '../synonyms-file.js'
import { oneLine, type Terminal } from '../terminal.js'

interface SearchFlags extends QueryFlags {
  readonly json?: boolean
  readonly strict?: boolean
}

/** `timtin search INDEX QUERY`. */
export function searchCommand(terminal: Terminal): Command {
  return new Command('search')
    .description('answer a query: ranked hits with snippets, and facets with counts')
    .argument('<index>', 'an index file')
    .argument('<query...>', 'the words to look for, with marks or without, or a query as docs/queries.md has it')
    .option('-n, --limit <number>', 'number of hits (default: 10)')
    .option('--offset <number>', 'hits to leave out at the beginning (default: 0)')
    .option(
      '--filter <facet=value>',
      'province=Huế, date=2019, date=2019-01..2019-06, province=unknown; several may follow, and the same facet again means any of its values',
      repeated,
    )
    .option('--facets <list>', 'facets to count: province,date', list)
    .option('--facet-sort <order>', 'values of facets by count (default) or by name, in the order of the alphabet')
    .option('--facet-limit <number>', 'at most so many values a facet (default: all)')
    .option('--facet-search <words>', 'only values in which words begin so; marks may be left out')
    .option(
      '--interval <period>',
      'dates by day, week, month, quarter, year or auto (default: years with their months)',
    )
    .option('--tree', 'provinces of today, each with those that it was made of in 2025')
    .option('--stats <list>', 'date and number facets of which the least and greatest value are shown', list)
    .option('--sort <order>', 'relevance (default), a facet, or -facet for the greatest or latest first: -date')
    .option('--after <cursor>', 'only hits behind another page: its "next", which --json shows')
    .option('--collapse <facet>', 'only the first hit of each value of a facet')
    .option('--accents <mode>', 'auto (typed marks must agree), strict (also the missing ones) or ignore')
    .option('--match <mode>', 'any, most (default) or all of the words')
    .option('--strict', 'refuse a query that does not hold together instead of reading it leniently')
    .option(
      '--synonyms <file>',
      'expressions that mean the same, a line each: "ô tô, xe hơi" or "xe ôm công nghệ => grab"',
    )
    .option('--no-correct', 'do not ask the corrected query where nothing is found')
    .option('--no-understand', 'places and dates in the words say nothing of where and when')
    .option('--now <date>', 'what "hôm qua" and the like are seen from (default: the clock)')
    .option('--no-highlight', 'leave the snippets out')
    .option('--json', 'print the result, and errors, as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  timtin search news.timtin ldld soc trang --filter date=2019-01..2019-12 --facets province,date' +
        `\n  timtin search news.timtin '"tai nạn lao động" tỉnh:Sóc Trăng -"giao thông" ngày:2023'` +
        '\n\nWhat in a query was read otherwise than written, and what was probably meant, is said on standard error.' +
        '\nMatches are in colour on a terminal and in «quotation marks» elsewhere.',
    )
    .action(async (path: string, words: string[], flags: SearchFlags) => {
      const index = openIndexFile(
        path,
        flags.synonyms === undefined ? {} : { synonyms: readSynonymsFile(flags.synonyms) },
      )
      const options = { now: new Date(), ...searchOptions(index, flags), strict: flags.strict === true }
      const result = index.search(words.join(' '), options)
      if (result.total === 0) terminal.exitCode = 1
      if (flags.json) {
        const { total, hits, next, groups, facets, stats, understood, corrected, correction, warnings, tookMs } = result
        const about = { understood, corrected, correction, warnings, tookMs }
        return terminal.json({ total, groups, hits, next, facets, stats, ...about })
      }
      const { warnings, corrected, correction } = result
      const notes = warnings.map(warning => warningText(warning, 'en'))
      // Marks put in find nothing new.
      if (correction && (corrected || !correction.marksOnly)) notes.push(correctionText(correction, corrected, 'en'))
      for (const note of notes) terminal.stderr.write(`timtin: ${oneLine(note)}\n`)
      await printHits(terminal, result, options.offset ?? 0)
      await printFacets(terminal, result.facets)
      await printStats(terminal, result.stats)
    })
}
