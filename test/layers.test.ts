import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src/', import.meta.url))

/** What each layer may import besides itself: text ← analysis ← {ingest, index} ← search ← {adapters, web, node} ← cli. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['free', []],
  ['text', ['free']],
  ['normalize', ['free', 'text']],
  ['analysis', ['free', 'text']],
  ['ingest', ['free', 'text', 'analysis']],
  ['index', ['free', 'text', 'analysis']],
  ['search', ['free', 'text', 'analysis', 'index']],
  ['entry', ['free', 'text', 'analysis', 'index', 'search']],
  ['adapters', ['free', 'text', 'analysis', 'index', 'search', 'entry']],
  ['web', ['free', 'text', 'analysis', 'index', 'search', 'entry']],
  ['node', ['free', 'text', 'analysis', 'ingest', 'index', 'search', 'entry']],
  ['cli', ['free', 'text', 'analysis', 'ingest', 'index', 'search', 'entry', 'adapters', 'node']],
])

/** Packages that only these layers may use; any other layer and package is wrong. */
const PACKAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['msgpackr', ['index']],
  ['fflate', ['index', 'ingest']],
  ['htmlparser2', ['ingest']],
  ['markdown-it', ['ingest']],
  ['papaparse', ['ingest']],
  ['yaml', ['ingest']],
  ['picomatch', ['node']],
  ['domhandler', ['ingest']],
  ['domutils', ['ingest']],
  ['unorm', ['normalize']],
  ['flexsearch', ['adapters']],
  ['commander', ['cli']],
  ['picocolors', ['cli']],
])

/** Where Node's own modules and globals may be used: everything else runs in browsers too. */
const ON_NODE: readonly string[] = ['node', 'cli']
const NODE_GLOBALS = /\b(?:process\.|Buffer\.|__dirname|setImmediate\(|require\()/

/** The layer of a file, by its path below src. */
function layerOf(path: string): string {
  if (path === 'errors.ts' || path === 'article.ts') return 'free'
  if (path === 'index.ts') return 'entry'
  if (path === 'normalize.ts') return 'normalize'
  return path.split('/')[0]
}

/** What is wrong with the imports of a file; empty when nothing is. */
function violations(path: string, text: string): string[] {
  const layer = layerOf(path)
  const allowed = ALLOWED.get(layer)
  if (!allowed) return [`${path}: src has no layer "${layer}"`]
  const found = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('node:'))
      return ON_NODE.includes(layer) ? [] : [`${path}: ${fileName} in the layer ${layer}`]
    if (!fileName.startsWith('.')) {
      return PACKAGES.get(packageOf(fileName))?.includes(layer)
        ? []
        : [`${path}: the package ${fileName} in the layer ${layer}`]
    }
    const target = posix.normalize(posix.join(posix.dirname(path), fileName)).replace(/\.js$/, '.ts')
    if (target.startsWith('..')) return [`${path}: ${fileName} is outside src`]
    const other = layerOf(target)
    return other === layer || allowed.includes(other)
      ? []
      : [`${path}: the layer ${layer} imports ${target} of ${other}`]
  })
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  if (!ON_NODE.includes(layer) && NODE_GLOBALS.test(code)) found.push(`${path}: a global of Node in the layer ${layer}`)
  return found
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .sort()

describe('layers', () => {
  it('are imported from above only', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(path => violations(path, readFileSync(source + path, 'utf8')))).toEqual([])
  })

  it('hold no file of more than 400 lines', () => {
    expect(files.filter(path => readFileSync(source + path, 'utf8').split('\n').length > 401)).toEqual([])
  })

  it.each([
    ['text/fold.ts', "import { search } from '../search/search-index.js'"],
    ['text/fold.ts', "export * from '../analysis/words.js'"],
    ['analysis/words.ts', "import type { Article } from '../ingest/page.js'"],
    ['ingest/page.ts', "import { IndexBuilder } from '../index/builder.js'"],
    ['index/builder.ts', "const later = () => import('../search/top-k.js')"],
    ['index/builder.ts', "import { ingestPage } from '../ingest/index.js'"],
    ['search/top-k.ts', "import { writeIndexFile } from '../node/index.js'"],
    ['search/top-k.ts', "import { analyze } from '../index.js'"],
    ['adapters/flexsearch.ts', "import { readInput } from '../ingest/index.js'"],
    ['node/index.ts', "import { Terminal } from '../cli/terminal.js'"],
    ['index.ts', "export * from './node/index.js'"],
    ['errors.ts', "import { fold } from './text/fold.js'"],
    ['text/fold.ts', "import { readFileSync } from 'node:fs'"],
    ['search/top-k.ts', "import { unpack } from 'msgpackr'"],
    ['text/fold.ts', "import lodash from 'lodash'"],
    ['index/builder.ts', 'const bytes = Buffer.from([1])'],
    ['cli/main.ts', "import '../../bench/table.js'"],
    ['helpers/strings.ts', ''],
  ])('catches a made-up violation in %s: %s', (path, text) => {
    expect(violations(path, text)).toHaveLength(1)
  })

  it.each([
    ['search/top-k.ts', "import { fold } from '../text/fold.js'\nimport { TimtinError } from '../errors.js'"],
    ['node/index.ts', "import { open } from 'node:fs/promises'\nimport { readInput } from '../ingest/index.js'"],
    ['cli/main.ts', "import { Command } from 'commander'\nimport { openIndex } from '../index.js'"],
    ['index/stored.ts', "import { Packr } from 'msgpackr/pack'"],
    ['text/fold.ts', '// unlike process.env\n/* Buffer.from */'],
  ])('takes %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([])
  })
})
