import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import { type QueryFlags, searchOptions } from '../arguments.js'
import { printTable } from '../output.js'
import { readSynonymsFile } from '../synonyms-file.js'
import type { Terminal } from '../terminal.js'

/** `timtin explain INDEX ID QUERY`. */
export function explainCommand(terminal: Terminal): Command {
  return new Command('explain')
    .description('show how a document came by its score for a query')
    .argument('<index>', 'an index file')
    .argument('<id>', 'the id of a document, as search prints it')
    .argument('<query...>', 'the words')
    .option('--accents <mode>', 'as for search')
    .option('--match <mode>', 'as for search')
    .option('--synonyms <file>', 'as for search')
    .option('--no-understand', 'as for search')
    .option('--now <date>', 'as for search')
    .option('--json', 'print the explanation, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin explain news.timtin bao-song-lua/001 ldld soc trang')
    .action(async (path: string, id: string, words: string[], flags: QueryFlags & { readonly json?: boolean }) => {
      const index = openIndexFile(
        path,
        flags.synonyms === undefined ? {} : { synonyms: readSynonymsFile(flags.synonyms) },
      )
      const options = { now: new Date(), ...searchOptions(index, flags) }
      const explanation = index.explain(id, words.join(' '), options)
      if (explanation.parts.length === 0) terminal.exitCode = 1
      if (flags.json) return terminal.json(explanation)
      const held = `${Math.round(explanation.held * 100)} % of the query's weight`
      await terminal.print(`${explanation.id}: score ${explanation.score.toFixed(4)}, holds ${held}`)
      if (explanation.missing.length > 0) await terminal.print(`missing: ${explanation.missing.join(', ')}`)
      if (explanation.parts.length === 0) return
      await terminal.print()
      await printTable(
        terminal,
        ['score', 'kind', 'in the query', 'in the document', 'documents', 'weight', 'frequency'],
        explanation.parts.map(part => [
          part.score.toFixed(4),
          part.kind,
          part.synonymOf === undefined ? part.query : `${part.query} (for ${part.synonymOf})`,
          part.found.join(' '),
          part.documents.toLocaleString('en'),
          part.weight.toFixed(3),
          part.frequency.toFixed(1),
        ]),
        [0, 4, 5, 6],
      )
    })
}
