import { Command } from 'commander'
import { type Document, InputError, type TimtinError } from '../../index.js'
import { AtomicFile, readSourcedDocuments } from '../../node/index.js'
import { counted, duration, Progress } from '../progress.js'
import type { Terminal } from '../terminal.js'

interface Flags {
  readonly out?: string
  readonly json?: boolean
}

/** Characters that are gathered before they are written. */
const BATCH = 1 << 18

/** `timtin ingest PATH… -o FILE.ndjson`: pages become dated, placed articles, one a line. */
export function ingestCommand(terminal: Terminal): Command {
  return new Command('ingest')
    .description('turn pages and files of documents into articles, one JSON object a line')
    .argument('<path...>', 'files and folders: .txt, .html, .ndjson, .jsonl, .json, and these with .gz')
    .option('-o, --out <file>', 'where to write; without it the articles go to standard output')
    .option('--json', 'print the summary, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin ingest pages/ more/page.html -o articles.ndjson')
    .action(async (paths: string[], flags: Flags) => {
      const began = performance.now()
      const asJson = flags.json === true
      const progress = new Progress(terminal.stderr, 'reading')
      const places = new Map<string, string>()
      const files = new Set<string>()
      const lines = await openOutput(flags.out, terminal)
      let leftOut = 0
      let only: TimtinError | undefined
      const refuse = (error: TimtinError) => {
        progress.end()
        leftOut++
        only = error
        terminal.report(error, asJson)
      }
      try {
        for await (const { document, file, line } of readSourcedDocuments(paths, {
          onError: refuse,
          onProgress: progress.update,
        })) {
          const place = line === undefined ? file : `${file}:${line}`
          const first = places.get(document.id)
          const facts = { file, ...(line === undefined ? {} : { line }) }
          if (first !== undefined) {
            const message = `${place}: the id "${document.id}" is also in ${first}`
            refuse(new InputError('DUPLICATE_ID', message, { ...facts, field: 'id', got: document.id }))
            continue
          }
          const words = asLine(document)
          if (words === undefined) refuse(new InputError('BAD_DOCUMENT', `${place}: nested too deeply`, facts))
          else {
            places.set(document.id, place)
            files.add(file)
            await lines.write(words)
          }
        }
        if (places.size === 0) throw only ?? new InputError('EMPTY_INPUT', `nothing to read in ${paths.join(', ')}`)
        await lines.commit()
      } catch (error) {
        await lines.discard()
        throw error
      } finally {
        progress.end()
        terminal.endReports(asJson)
      }
      if (flags.out === undefined) return
      const ms = Math.round(performance.now() - began)
      const summary = { articles: places.size, files: files.size, leftOut, out: flags.out, ms }
      if (asJson) await terminal.json(summary)
      else {
        const left = leftOut > 0 ? `, ${leftOut} left out` : ''
        await terminal.print(
          `${counted(places.size, 'article')} from ${counted(files.size, 'file')} to ${flags.out} in ${duration(ms)}${left}`,
        )
      }
    })
}

/** A document as a line of NDJSON; undefined when it is nested deeper than can be written. */
function asLine(document: Document): string | undefined {
  try {
    return `${JSON.stringify(document)}\n`
  } catch {
    return undefined
  }
}

/** Lines to a file that appears at the end, or to standard output at once. */
async function openOutput(path: string | undefined, terminal: Terminal) {
  if (path === undefined) {
    const nothing = async () => undefined
    return { write: (line: string) => terminal.print(line.trimEnd()), commit: nothing, discard: nothing }
  }
  const file = await AtomicFile.create(path)
  let gathered = ''
  const flush = async () => {
    const text = gathered
    gathered = ''
    await file.write(text)
  }
  return {
    write: async (line: string) => {
      gathered += line
      if (gathered.length > BATCH) await flush()
    },
    commit: async () => {
      await flush()
      await file.commit()
    },
    discard: () => file.discard(),
  }
}
