import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The program as it is published; `npm test` builds it before. */
export const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
if (!existsSync(PROGRAM)) throw new Error('dist is missing: npm run build')

/** What a run of the program left. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program in a folder, its output in pipes. */
export function timtinIn(cwd: string, ...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '' },
  })
  return { code: status, stdout, stderr }
}

/** A folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'timtin-test-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
