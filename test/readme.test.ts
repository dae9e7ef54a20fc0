import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The fenced blocks of the README, in order. */
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code }))

// Inside the package, so that `import 'timtin'` means this checkout as it is built.
mkdirSync(join(root, 'dist'), { recursive: true })
const folder = mkdtempSync(join(root, 'dist', 'readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
cpSync(join(root, 'corpus'), join(folder, 'corpus'), { recursive: true })

/** What ingest says of pages in old encodings that were stored as UTF-8: they were read all the same. */
const NOTE = / holds text in \S+, stored as UTF-8 | repaired, in /

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the examples of the README', () => {
  const programs = blocks.flatMap(({ language, code }, at) => {
    const next = blocks[at + 1]
    return language === 'js' ? [{ code, output: next?.language === 'text' ? next.code : undefined }] : []
  })

  it.each(programs)('program %#', ({ code, output }) => {
    writeFileSync(join(folder, 'example.mjs'), code)
    const result = run(process.execPath, ['example.mjs'])
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' })
    if (output === undefined) expect(result.stdout).not.toBe('')
    else expect(result.stdout).toBe(output)
  })

  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.split('\n'))
    .filter(line => line.startsWith('npx timtin '))

  it.skipIf(process.platform === 'win32').each(commands)('%s', command => {
    const program = `"${process.execPath}" "${join(root, 'dist/cli/main.js')}"`
    const result = run('sh', ['-c', command.replace('npx timtin', program)])
    // Notes on what was repaired are no errors.
    const errors = result.stderr.split('\n').filter(line => line !== '' && !NOTE.test(line))
    expect({ status: result.status, errors }).toEqual({ status: 0, errors: [] })
    expect(result.stdout).not.toBe('')
  })

  it('are there', () => {
    expect(programs.filter(({ output }) => output !== undefined).length).toBeGreaterThanOrEqual(2)
    expect(commands.length).toBeGreaterThanOrEqual(4)
  })
})

describe('what the README names is there', () => {
  const { exports, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  it('every entry of the package, and no other', () => {
    const named = [...readme.matchAll(/^\| `(timtin[\w/]*)` \|/gm)].map(([, entry]) => entry.replace('timtin', '.'))
    expect(named).toEqual(Object.keys(exports).filter(entry => entry !== './package.json'))
  })

  it('scripts and files', () => {
    for (const [, script] of readme.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script])
    for (const [, file] of readme.matchAll(/`([\w/.-]+\.(?:md|ts))`/g))
      expect({ file, there: existsSync(join(root, file)) }).toEqual({ file, there: true })
  })
})
