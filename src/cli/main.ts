#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { UsageError } from '../errors.js'
import { spreadFilters } from './arguments.js'
import { analyzeCommand } from './commands/analyze.js'
import { benchCommand } from './commands/bench.js'
import { buildCommand } from './commands/build.js'
import { evalCommand } from './commands/eval.js'
import { explainCommand } from './commands/explain.js'
import { facetsCommand } from './commands/facets.js'
import { infoCommand } from './commands/info.js'
import { ingestCommand } from './commands/ingest.js'
import { searchCommand } from './commands/search.js'
import { suggestCommand } from './commands/suggest.js'
import { verifyCommand } from './commands/verify.js'
import { demoCommand } from './demo.js'
import { oneLine, Terminal } from './terminal.js'
import { VERSION } from './version.js'

const COMMANDS = [
  ingestCommand,
  buildCommand,
  searchCommand,
  suggestCommand,
  facetsCommand,
  infoCommand,
  verifyCommand,
  analyzeCommand,
  explainCommand,
  evalCommand,
  benchCommand,
]

/** Shells expect 128 + the number of the signal. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const

function makeProgram(terminal: Terminal): Command {
  const program = new Command('timtin')
    .description('Vietnamese full-text search: pages in, one index file, ranked answers with facets out')
    .version(VERSION)
    .addHelpText(
      'after',
      '\nExit code: 0 done, 1 nothing found, 2 wrong use or bad input.\n' +
        '\nExample:\n  timtin build pages/ -o news.timtin\n  timtin search news.timtin ldld soc trang --facets province,date',
    )
  for (const command of COMMANDS) program.addCommand(command(terminal))
  program.addCommand(demoCommand(terminal), { hidden: true })
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ outputError: () => undefined })
  return program
}

async function main(): Promise<void> {
  const terminal = new Terminal(process.stdout, process.stderr, process.env)
  const args = spreadFilters(process.argv.slice(2))
  const asJson = args.includes('--json')
  for (const [signal, code] of SIGNALS) process.once(signal, () => process.exit(code))
  // The reader of a pipe may have seen enough; that is no error.
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(terminal.exitCode)
    throw error
  })
  try {
    await makeProgram(terminal).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) terminal.fail(error, asJson)
    else if (error.code === 'commander.help') terminal.exitCode = 2
    else if (error.exitCode !== 0) terminal.fail(wrongUse(error), asJson)
  }
  process.exitCode = terminal.exitCode
}

/** Commander's complaint as one of ours. */
function wrongUse(error: CommanderError): UsageError {
  const message = oneLine(error.message.replace(/^error: /, ''))
  const unknown = error.code === 'commander.unknownOption' || error.code === 'commander.unknownCommand'
  return new UsageError(unknown ? 'UNKNOWN_OPTION' : 'BAD_ARGUMENT', message)
}

void main()
