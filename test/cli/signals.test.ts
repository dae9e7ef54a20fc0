import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS, ndjson } from './documents.js'
import { PROGRAM, temporaryFolder, timtinIn } from './run.js'

/**
 * Starts the program on a pipe that does not end before the program has cleaned up, waits for its temporary file, sends it a
 * signal, and gives its exit code.
 */
async function interrupted(folder: string, args: string[], signal: NodeJS.Signals): Promise<number | null> {
  const pipe = join(folder, 'endless.ndjson')
  if (!existsSync(pipe)) execFileSync('mkfifo', [pipe])
  const writer = openSync(pipe, 'r+')
  let ended = false
  try {
    writeSync(writer, ndjson(DOCUMENTS))
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: 'ignore' })
    const exit = new Promise<number | null>(resolve =>
      child.once('exit', code => {
        ended = true
        resolve(code)
      }),
    )
    while (!ended && temporaryFiles(folder).length === 0) await sleep(20)
    child.kill(signal)
    while (!ended && temporaryFiles(folder).length > 0) await sleep(20)
    // Node waits for a read that is under way before it exits; the end of the pipe lets it.
    closeSync(writer)
    return await exit
  } catch (error) {
    closeSync(writer)
    throw error
  }
}

function temporaryFiles(folder: string): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.tmp'))
}

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  const folder = temporaryFolder()

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s while articles are written leaves the old file and nothing half-written',
    async (signal, expected) => {
      writeFileSync(join(folder, 'articles.ndjson'), 'the old file\n')
      const code = await interrupted(folder, ['ingest', 'endless.ndjson', '-o', 'articles.ndjson'], signal)
      expect(code).toBe(expected)
      expect(temporaryFiles(folder)).toEqual([])
      expect(readFileSync(join(folder, 'articles.ndjson'), 'utf8')).toBe('the old file\n')
    },
  )
})

describe('pipes', () => {
  const folder = temporaryFolder()

  it('show no progress, however long the work takes', () => {
    const documents = Array.from({ length: 4000 }, (_, at) => ({ ...DOCUMENTS[at % DOCUMENTS.length], id: `d${at}` }))
    writeFileSync(join(folder, 'many.ndjson'), ndjson(documents))
    expect(timtinIn(folder, 'build', 'many.ndjson', '-o', 'many.timtin')).toMatchObject({ code: 0, stderr: '' })
  })

  it('may be closed by their reader', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'search', 'many.timtin', 'lao động', '--limit', '4000', '--json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise(resolve => child.once('close', resolve))
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})
