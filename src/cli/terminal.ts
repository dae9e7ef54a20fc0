import { createColors } from 'picocolors'
import { messageOf, TimtinError } from '../errors.js'

/** What a command ended with: 0 done, 1 nothing found, 2 wrong use or bad input. */
export type ExitCode = 0 | 1 | 2

/** After this many reports of bad input the rest are only counted: a hostile file has millions. */
const MAX_REPORTS = 20

/** Where a command prints. Results go to standard output, everything else to standard error. */
export class Terminal {
  readonly colors: ReturnType<typeof createColors>
  /** Whether standard output is looked at by a person. */
  readonly interactive: boolean
  exitCode: ExitCode = 0
  private reports = 0
  private readonly reported = new Set<unknown>()

  constructor(
    private readonly stdout: NodeJS.WriteStream,
    readonly stderr: NodeJS.WriteStream,
    env: NodeJS.ProcessEnv,
  ) {
    this.interactive = stdout.isTTY === true
    this.colors = createColors(env.NO_COLOR ? false : env.FORCE_COLOR ? true : this.interactive && env.TERM !== 'dumb')
  }

  /** Prints a line of the result; waits while the reader of a pipe is slow. */
  async print(line = ''): Promise<void> {
    if (this.stdout.write(`${line}\n`)) return
    await new Promise<void>(resolve => {
      const go = () => {
        this.stdout.off('drain', go).off('close', go)
        resolve()
      }
      this.stdout.on('drain', go).on('close', go)
    })
  }

  /** Prints a value as JSON, indented for people. */
  async json(value: unknown): Promise<void> {
    await this.print(JSON.stringify(value, null, this.interactive ? 2 : undefined))
  }

  /** Reports input that was left out, one line each, and makes the exit code 2. */
  report(error: TimtinError, asJson: boolean): void {
    this.exitCode = 2
    this.reported.add(error)
    this.reports++
    if (this.reports <= MAX_REPORTS) this.errorLine(error, asJson)
  }

  /** Says how many reports were not printed. */
  endReports(asJson: boolean): void {
    const more = this.reports - MAX_REPORTS
    if (more > 0 && !asJson) this.stderr.write(`timtin: and ${more} more like these\n`)
  }

  /** Prints the error that ended a command, unless it has been reported before. */
  fail(error: unknown, asJson: boolean): void {
    this.exitCode = 2
    if (!this.reported.has(error)) this.errorLine(error, asJson)
  }

  private errorLine(error: unknown, asJson: boolean): void {
    if (!(error instanceof TimtinError)) {
      const message = oneLine(messageOf(error))
      this.stderr.write(asJson ? `${JSON.stringify({ error: { message } })}\n` : `timtin: ${message}\n`)
    } else if (asJson) {
      const { name: _, ...facts } = error
      this.stderr.write(`${JSON.stringify({ error: { ...facts, message: error.message } })}\n`)
    } else this.stderr.write(`timtin: ${oneLine(error.message)} (${error.code})\n`)
  }
}

/** A text as one line without control characters, so that no document can move the cursor or clear the screen. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}
