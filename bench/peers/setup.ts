/**
 * `npm run bench:setup`: fetches the peers that npm does not install, where their tools are there: tantivy into a Python environment,
 * Lucene by Maven; both into the cache folder, nothing into the checkout. What is missing stays out of the benchmarks, by name.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE, LUCENE, PYTHON } from './catalogue.js'

/** The version that figures in the documentation were measured with. */
const TANTIVY = 'tantivy==0.27.0'

function run(program: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  if (error) process.stdout.write(`${program}: ${error.message}\n`)
  return status === 0
}

mkdirSync(CACHE, { recursive: true })
const python = process.platform === 'win32' ? 'python' : 'python3'
const tantivy = run(python, '-m', 'venv', join(CACHE, 'venv')) && run(PYTHON, '-m', 'pip', 'install', '-q', TANTIVY)
const pom = fileURLToPath(new URL('lucene/pom.xml', import.meta.url))
const lucene = run('mvn', '-q', '-B', '-f', pom, `-Dbench.out=${LUCENE}`, 'package')
process.stdout.write(`tantivy: ${tantivy ? 'ready' : 'missing'}\nLucene: ${lucene ? 'ready' : 'missing'}\n`)
