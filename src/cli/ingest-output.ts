import type { Document } from '../index.js'
import { Report } from '../ingest/index.js'
import { AtomicFile, type SourcedOutcome } from '../node/index.js'
import type { Terminal } from './terminal.js'

/** Characters that are gathered before they are written. */
const BATCH = 1 << 18

/** Where articles go. */
export interface Output {
  /** Whole lines of NDJSON. */
  write(lines: string): Promise<void>
  commit(): Promise<void>
  discard(): Promise<void>
}

const nothing = async () => undefined

/** A file that appears at the end, or standard output at once. */
export async function openOutput(path: string | undefined, terminal: Terminal): Promise<Output> {
  if (path !== undefined) return openBatches(path)
  return { write: lines => terminal.print(lines.trimEnd()), commit: nothing, discard: nothing }
}

/** Where a report goes. */
export interface ReportFile {
  page(outcome: SourcedOutcome, articles: readonly Document[], errors: readonly string[]): Promise<void>
  commit(): Promise<void>
  discard(): Promise<void>
}

/** A report that grows with the inputs and appears at the end; without a path one that swallows all. */
export async function openReport(path: string | undefined): Promise<ReportFile> {
  if (path === undefined) return { page: nothing, commit: nothing, discard: nothing }
  const report = new Report()
  const file = await openBatches(path)
  await file.write(report.head())
  return {
    page: async ({ name, notes }, articles, errors) => {
      if (articles.length + errors.length + notes.length > 0)
        await file.write(report.page({ name, articles, notes, errors }))
    },
    commit: async () => {
      await file.write(report.foot())
      await file.commit()
    },
    discard: () => file.discard(),
  }
}

/** An atomic file that is written in large pieces. */
async function openBatches(path: string) {
  const file = await AtomicFile.create(path)
  let gathered: string[] = []
  let length = 0
  const flush = async () => {
    const text = gathered.join('')
    gathered = []
    length = 0
    if (text !== '') await file.write(text)
  }
  return {
    write: async (text: string) => {
      gathered.push(text)
      length += text.length
      if (length > BATCH) await flush()
    },
    commit: async () => {
      await flush()
      await file.commit()
    },
    discard: () => file.discard(),
  }
}
