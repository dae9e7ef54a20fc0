import { Command } from 'commander'
import { buildIndexFromFiles, writeIndexFile } from '../../node/index.js'
import { list, orNone, readFacetKinds, readWeights } from '../arguments.js'
import { counted, duration, Progress, size } from '../progress.js'
import type { Terminal } from '../terminal.js'

interface Flags {
  readonly out: string
  readonly fields?: readonly string[]
  readonly facets?: readonly string[]
  readonly store?: readonly string[]
  readonly json?: boolean
}

/** `timtin build PATH… -o FILE.timtin`: an index of pages or documents. */
export function buildCommand(terminal: Terminal): Command {
  return new Command('build')
    .description('build an index file of pages or documents')
    .argument('<path...>', 'files and folders: .txt, .html, .ndjson, .jsonl, .json, and these with .gz')
    .requiredOption('-o, --out <file>', 'the index file to write; one that is there is replaced at the end')
    .option('--fields <list>', 'searched fields with weights (default: title=3,lead=1.5,body=1)', list)
    .option('--facets <list>', 'facets, as name or name=keyword|province|date (default: province,date,category)', list)
    .option('--store <list>', 'fields that hits carry, or none (default: title, lead, body and the usual facts)', list)
    .option('--json', 'print the summary, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin build pages/ articles.ndjson -o news.timtin --facets province,date')
    .action(async (paths: string[], flags: Flags) => {
      const began = performance.now()
      const asJson = flags.json === true
      const progress = new Progress(terminal.stderr, 'indexing')
      try {
        const build = await buildIndexFromFiles(paths, {
          ...(flags.fields && { fields: readWeights(flags.fields) }),
          ...(flags.facets && { facets: readFacetKinds(orNone(flags.facets)) }),
          ...(flags.store && { store: orNone(flags.store) }),
          onProgress: progress.update,
          onError: error => {
            progress.end()
            terminal.report(error, asJson)
          },
        })
        progress.stage(`writing ${flags.out}`)
        await writeIndexFile(flags.out, build.bytes)
        progress.end()
        const ms = Math.round(performance.now() - began)
        const { documents, files, leftOut, bytes } = build
        if (asJson) await terminal.json({ documents, files, leftOut, out: flags.out, bytes: bytes.length, ms })
        else {
          const left = leftOut > 0 ? `, ${leftOut} left out` : ''
          const written = `${counted(documents, 'document')} from ${counted(files, 'file')} to ${flags.out}`
          await terminal.print(`${written}, ${size(bytes.length)}, in ${duration(ms)}${left}`)
        }
      } finally {
        progress.end()
        terminal.endReports(asJson)
      }
    })
}
