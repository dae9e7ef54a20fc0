import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import { printTable } from '../output.js'
import { size } from '../progress.js'
import type { Terminal } from '../terminal.js'

const listOf = (named: Readonly<Record<string, unknown>>) =>
  Object.entries(named)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/** `timtin info INDEX`. */
export function infoCommand(terminal: Terminal): Command {
  return new Command('info')
    .description('say what an index holds and how large its parts are')
    .argument('<index>', 'an index file')
    .option('--abbreviations', 'list the abbreviations that the documents define')
    .option('--json', 'print the facts, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin info news.timtin')
    .action(async (path: string, flags: { readonly json?: boolean; readonly abbreviations?: boolean }) => {
      const index = openIndexFile(path)
      if (flags.abbreviations) {
        const learned = index.abbreviations()
        if (flags.json) return terminal.json(learned)
        const rows = learned.map(({ abbreviation, expansion, documents }) => [
          abbreviation,
          expansion,
          String(documents),
        ])
        return printTable(terminal, ['abbreviation', 'stands for', 'documents'], rows, [2])
      }
      const info = index.info()
      if (flags.json) return terminal.json(info)
      await printTable(
        terminal,
        ['', ''],
        [
          ['documents', info.documents.toLocaleString('en')],
          ['terms', info.terms.toLocaleString('en')],
          ['words a document', info.averageLength.toFixed(1)],
          ['fields', listOf(info.fields)],
          ['facets', listOf(info.facets) || 'none'],
          ['stored', info.store.join(', ') || 'none'],
          ['format', `${info.formatVersion}, analyzer ${info.analyzerVersion}`],
          ['size', size(info.bytes)],
        ],
      )
      await terminal.print()
      const sections = Object.entries(info.sections).sort(([, a], [, b]) => b - a)
      const share = (bytes: number) => `${((100 * bytes) / info.bytes).toFixed(1)} %`
      await printTable(
        terminal,
        ['section', 'size', 'share'],
        sections.map(([name, bytes]) => [name, size(bytes), share(bytes)]),
        [1, 2],
      )
    })
}
