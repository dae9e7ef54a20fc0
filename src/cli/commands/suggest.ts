import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import { wholeNumber } from '../arguments.js'
import { marked, printTable } from '../output.js'
import type { Terminal } from '../terminal.js'

/** `timtin suggest INDEX PREFIX`. */
export function suggestCommand(terminal: Terminal): Command {
  return new Command('suggest')
    .description('what a text being typed may become: phrases, places, abbreviations and titles of the collection')
    .argument('<index>', 'an index file')
    .argument('<prefix...>', 'what was typed so far, with marks or without')
    .option('-n, --limit <number>', 'number of suggestions (default: 8)')
    .option('--json', 'print the suggestions, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin suggest news.timtin cong doa')
    .action(async (path: string, words: string[], flags: { readonly limit?: string; readonly json?: boolean }) => {
      const index = openIndexFile(path)
      const options = flags.limit === undefined ? {} : { limit: wholeNumber('limit', flags.limit) }
      const suggestions = index.suggest(words.join(' '), options)
      if (suggestions.length === 0) terminal.exitCode = 1
      if (flags.json) return terminal.json(suggestions)
      const rows = suggestions.map(({ pieces, kind, meaning = '' }) => [marked(terminal, pieces), kind, meaning])
      await printTable(terminal, ['', '', ''], rows)
    })
}
