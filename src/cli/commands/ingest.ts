import { availableParallelism } from 'node:os'
import { Command, Option } from 'commander'
import { type Document, InputError, type TimtinError, UsageError } from '../../index.js'
import { DuplicateFinder, type InputFormat, InputWarning } from '../../ingest/index.js'
import { IdTable, readOutcomes, type SourcedOutcome } from '../../node/index.js'
import { byteCount, readMap, repeated, wholeNumber } from '../arguments.js'
import { openOutput, openReport } from '../ingest-output.js'
import { counted, duration, Progress } from '../progress.js'
import type { Terminal } from '../terminal.js'

interface Flags {
  readonly out?: string
  readonly report?: string
  readonly map?: readonly string[]
  readonly format?: InputFormat
  readonly derive?: boolean
  readonly crawled?: string
  readonly jobs?: string
  readonly strict?: boolean
  readonly maxRecord?: string
  readonly maxUnpacked?: string
  readonly json?: boolean
}

const FORMATS: readonly InputFormat[] = ['text', 'html', 'markdown', 'feed', 'csv', 'json', 'ndjson', 'warc']
const EXAMPLE = `
Examples:
  timtin ingest pages/ more/page.html -o articles.ndjson
  timtin ingest 'crawl/**/*.warc.gz' -o articles.ndjson --jobs 4 --report report.html
  timtin ingest posts.csv --map title=headline --map body=content -o articles.ndjson
  curl -s https://bao.example/rss | timtin ingest -`

/** More threads than this wait for the one that reads. */
const MOST_JOBS = 16

/** `timtin ingest PATH… -o FILE.ndjson`: pages become dated, placed articles, one a line. */
export function ingestCommand(terminal: Terminal): Command {
  return new Command('ingest')
    .description('turn pages, feeds, exports and files of documents into articles, one JSON object a line')
    .argument(
      '<path...>',
      'files, folders, globs, or - for standard input: .html, .txt, .md, .xml (RSS, Atom, WordPress), .csv, .json, .ndjson, .warc, and these with .gz',
    )
    .option('-o, --out <file>', 'where to write; without it the articles go to standard output')
    .option(
      '--map <field=name>',
      'where a field of foreign JSON or CSV stands, as title=headline or body=a.b',
      repeated,
    )
    .addOption(
      new Option('--format <format>', 'read every input as this; default: by content and name').choices(FORMATS),
    )
    .option('--derive', 'derive date and province also for JSON documents that lack them')
    .option('--crawled <date>', 'when the pages were fetched: "hôm qua" is counted from it')
    .option('--jobs <n>', 'threads; the output is the same with any number (default: the cores)')
    .option('--report <file>', 'write a page that shows every article, its derived fields and what was cut')
    .option('--strict', 'exit 2 when anything was left out or repaired')
    .option('--max-record <size>', 'longest page, line, row or entry held in memory (default: 32MB, pages 8MB)')
    .option('--max-unpacked <size>', 'how much a .gz may unpack to (default: 16GB and 200 times its size)')
    .option('--json', 'print the summary, and errors, as JSON')
    .addHelpText('after', EXAMPLE.replace('Examples:', 'Example:'))
    .action(async (paths: string[], flags: Flags) => {
      await new Ingest(terminal, paths, flags).run()
    })
}

/** What an outcome comes to. */
interface Sorted {
  readonly articles: readonly Document[]
  /** The articles as NDJSON. */
  readonly lines: string
  readonly errors: readonly string[]
}

/** A document as a line of NDJSON; undefined when it is nested deeper than can be written. */
function asLine(document: Document): string | undefined {
  try {
    return `${JSON.stringify(document)}\n`
  } catch {
    return undefined
  }
}

/** One run of the command. */
class Ingest {
  private readonly began = performance.now()
  private readonly progress: Progress
  private readonly asJson: boolean
  private readonly ids = new IdTable()
  private readonly duplicates = new DuplicateFinder()
  /** Files that gave articles. */
  private readonly files: string[] = []
  private readonly troubled = new Set<string>()
  private leftOut = 0
  private repaired = 0
  private repeats = 0
  private only: TimtinError | undefined

  constructor(
    private readonly terminal: Terminal,
    private readonly paths: readonly string[],
    private readonly flags: Flags,
  ) {
    this.progress = new Progress(terminal.stderr, 'reading')
    this.asJson = flags.json === true
  }

  async run(): Promise<void> {
    const { terminal, flags, asJson } = this
    const options = readOptions(flags)
    const output = await openOutput(flags.out, terminal)
    const report = await openReport(flags.report).catch(async error => {
      await output.discard()
      throw error
    })
    try {
      const outcomes = readOutcomes(this.paths, {
        ...options,
        onError: this.refuse,
        onProgress: this.progress.update,
      })
      for await (const outcome of outcomes) {
        const { articles, lines, errors } = this.sort(outcome)
        if (lines !== '') await output.write(lines)
        await report.page(outcome, articles, errors)
      }
      if (this.ids.size === 0)
        throw this.only ?? new InputError('EMPTY_INPUT', `nothing to read in ${this.paths.join(', ')}`)
      await output.commit()
      await report.commit()
    } catch (error) {
      await output.discard()
      await report.discard()
      throw error
    } finally {
      this.progress.end()
      terminal.endReports(asJson)
    }
    await this.summarize()
    // What was left out has been told; it is a failure only where the caller says so.
    terminal.exitCode = flags.strict === true && this.leftOut + this.repaired > 0 ? 2 : 0
  }

  /** The articles of an outcome that are new, and everything else reported. */
  private sort({ file, items }: SourcedOutcome): Sorted {
    const articles: Document[] = []
    const lines: string[] = []
    const errors: string[] = []
    for (const item of items) {
      if (item instanceof Error) {
        if (item instanceof InputWarning) this.warn(item)
        else this.refuse(item)
        errors.push(item.message)
        continue
      }
      const error = this.seenBefore(item.document, file, item.line)
      if (error !== undefined) {
        this.refuse(error)
        errors.push(error.message)
        continue
      }
      const original = item.document.duplicateOf ?? this.duplicates.add(item.document)
      const article = original === undefined ? item.document : { ...item.document, duplicateOf: original }
      const line = asLine(article)
      if (line === undefined) {
        const place = item.line === undefined ? file : `${file}:${item.line}`
        this.refuse(new InputError('BAD_DOCUMENT', `${place}: nested too deeply`, { file }))
        continue
      }
      if (original !== undefined) this.repeats++
      articles.push(article)
      lines.push(line)
    }
    return { articles, lines: lines.join(''), errors }
  }

  private seenBefore(document: Document, file: string, line: number | undefined): InputError | undefined {
    if (this.files.at(-1) !== file) this.files.push(file)
    const before = this.ids.add(document.id, { file: this.files.length - 1, line: line ?? 0 })
    if (before === undefined) return undefined
    const place = line === undefined ? file : `${file}:${line}`
    const other = this.files[before.file]
    const first = before.line === 0 ? other : `${other}:${before.line}`
    const facts = { file, ...(line === undefined ? {} : { line }), field: 'id', got: document.id }
    return new InputError('DUPLICATE_ID', `${place}: the id "${document.id}" is also in ${first}`, facts)
  }

  private readonly refuse = (error: TimtinError): void => {
    this.leftOut++
    this.only = error
    this.tell(error)
  }

  private warn(warning: InputWarning): void {
    this.repaired++
    this.tell(warning)
  }

  private tell(problem: TimtinError): void {
    this.progress.end()
    if (problem.file !== undefined) this.troubled.add(problem.file)
    this.terminal.report(problem, this.asJson)
  }

  /** The problems in one line on standard error, the result on standard output. */
  private async summarize(): Promise<void> {
    const { terminal, flags, leftOut, repaired } = this
    if (leftOut + repaired > 0 && !this.asJson) {
      const parts = [
        ...(leftOut > 0 ? [`${leftOut.toLocaleString('en')} left out`] : []),
        ...(repaired > 0 ? [`${repaired.toLocaleString('en')} repaired`] : []),
      ]
      terminal.stderr.write(`timtin: ${parts.join(', ')}, in ${counted(this.troubled.size, 'file')}\n`)
    }
    if (flags.out === undefined) return
    const ms = Math.round(performance.now() - this.began)
    const articles = this.ids.size
    const files = this.files.length
    const { repeats } = this
    if (this.asJson)
      await terminal.json({ articles, files, duplicates: repeats, leftOut, repaired, out: flags.out, ms })
    else {
      const left = leftOut > 0 ? `, ${leftOut} left out` : ''
      const same = repeats > 0 ? `, ${repeats} of them near-duplicates` : ''
      await terminal.print(
        `${counted(articles, 'article')} from ${counted(files, 'file')} to ${flags.out} in ${duration(ms)}${same}${left}`,
      )
    }
  }
}

function readOptions(flags: Flags) {
  const jobs = flags.jobs === undefined ? Math.min(MOST_JOBS, availableParallelism()) : wholeNumber('jobs', flags.jobs)
  if (jobs < 1 || jobs > 256) {
    throw new UsageError('BAD_ARGUMENT', `--jobs should be 1 to 256, not ${jobs}`, {
      field: 'jobs',
      expected: '1 to 256',
      got: jobs,
    })
  }
  return {
    jobs,
    ...(flags.map && { map: readMap(flags.map) }),
    ...(flags.format && { format: flags.format }),
    ...(flags.derive === true && { derive: true }),
    ...(flags.crawled !== undefined && { crawled: flags.crawled }),
    ...(flags.maxRecord !== undefined && { maxRecordBytes: byteCount('max-record', flags.maxRecord) }),
    ...(flags.maxUnpacked !== undefined && { maxUnpackedBytes: byteCount('max-unpacked', flags.maxUnpacked) }),
  }
}
