import { Command } from 'commander'
import { analyze } from '../../index.js'
import { printTable } from '../output.js'
import { oneLine, type Terminal } from '../terminal.js'

/** `timtin analyze TEXT`. */
export function analyzeCommand(terminal: Terminal): Command {
  return new Command('analyze')
    .description('show what timtin reads in a text: tokens with offsets, and what abbreviations stand for')
    .argument('<text...>', 'the text')
    .option('--json', 'print the analysis as JSON')
    .addHelpText('after', '\nExample:\n  timtin analyze "LĐLĐ tỉnh Sóc Trăng họp ngày 31/12/2019"')
    .action(async (words: string[], flags: { readonly json?: boolean }) => {
      const analysis = analyze(words.join(' '))
      if (analysis.tokens.length === 0) terminal.exitCode = 1
      if (flags.json) return terminal.json(analysis)
      await printTable(
        terminal,
        ['start', 'end', 'kind', 'text', 'term', 'folded'],
        analysis.tokens.map(({ start, end, kind, text, term, folded }) => [
          String(start),
          String(end),
          kind,
          oneLine(text),
          term,
          folded,
        ]),
        [0, 1],
      )
      if (analysis.expansions.length === 0) return
      await terminal.print()
      await printTable(
        terminal,
        ['expanded', 'stands for'],
        analysis.expansions.map(({ text, expansions }) => [oneLine(text), expansions.join(' | ')]),
      )
    })
}
