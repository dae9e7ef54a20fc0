import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandLine } from './process.js'
import { OPENSEARCH, type Service } from './service.js'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** Where `npm run bench:setup` puts what npm does not install, and where prepared documents are kept. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'timtin-bench')

/** The Python that has tantivy. */
export const PYTHON = join(CACHE, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/** Lucene's classes and the jars they need. */
export const LUCENE = join(CACHE, 'lucene')

/** An engine in one setting. */
export interface Peer {
  /** As in tables: `FlexSearch, tuned`. */
  readonly name: string
  /** The engine alone. */
  readonly engine: string
  /** What the setting is, in a few words. */
  readonly setting: string
  /** How its process is started, given the bundle of the adapters in JavaScript and the address of its service. */
  command(host: string, address: string): CommandLine
  /** The server that it needs; what it takes to start is no part of any figure. */
  readonly service?: Service
  /** Why it cannot be run here, or undefined. */
  missing(): string | undefined
  /** It writes no index: it answers only in the process that built. */
  readonly inMemory: boolean
  /** Its version, where the process does not say. */
  readonly version: string | undefined
}

/** An engine from npm with an adapter in `host.ts`; `adapter` also names the npm package unless `npm` does. */
function inJavaScript(engine: string, adapter: string, setting: string, told: string, npm = adapter): Peer {
  const manifest = join(checkout, npm === 'timtin' ? '' : `node_modules/${npm}`, 'package.json')
  return {
    name: setting === '' ? engine : `${engine}, ${setting}`,
    engine,
    setting: told,
    command: host => [process.execPath, '--expose-gc', host, adapter, setting],
    missing: () => (existsSync(manifest) ? undefined : 'not installed: npm ci'),
    inMemory: adapter === 'fuse' || adapter === 'ufuzzy',
    version: existsSync(manifest) ? versionIn(manifest) : undefined,
  }
}

function versionIn(manifest: string): string {
  const parsed = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }
  return parsed.version
}

function tantivy(setting: string, told: string): Peer {
  return {
    name: `tantivy, ${setting}`,
    engine: 'tantivy',
    setting: told,
    command: () => [PYTHON, fileURLToPath(new URL('tantivy_peer.py', import.meta.url)), setting],
    missing: () => (existsSync(PYTHON) ? undefined : 'not installed: npm run bench:setup'),
    inMemory: false,
    version: undefined,
  }
}

function lucene(setting: string, told: string): Peer {
  const classPath = [join(LUCENE, 'classes'), join(LUCENE, 'lib', '*')].join(delimiter)
  return {
    name: `Lucene, ${setting}`,
    engine: 'Lucene',
    setting: told,
    command: () => ['java', '-Xmx1g', '-cp', classPath, 'bench.Peer', setting],
    missing: () => (existsSync(join(LUCENE, 'lib')) ? undefined : 'not installed: npm run bench:setup'),
    inMemory: false,
    version: undefined,
  }
}

function opensearch(setting: string, told: string): Peer {
  return {
    name: `OpenSearch, ${setting}`,
    engine: 'OpenSearch',
    setting: told,
    command: (host, address) => [process.execPath, '--expose-gc', host, 'opensearch', setting, address],
    service: OPENSEARCH,
    missing: OPENSEARCH.missing,
    inMemory: false,
    version: undefined,
  }
}

/** All engines in all settings; the first is timtin. */
export const PEERS: readonly Peer[] = [
  inJavaScript('timtin', 'timtin', '', 'defaults'),
  tantivy('exact', 'words in small letters, marks kept (its default)'),
  tantivy('folded', 'ASCII folding filter'),
  inJavaScript('FlexSearch', 'flexsearch', 'plain', 'new Index()'),
  inJavaScript('FlexSearch', 'flexsearch', 'ours', 'the encoder of timtin/adapters/flexsearch, suggest'),
  inJavaScript('FlexSearch', 'flexsearch', 'tuned', 'folded, whole words, suggest'),
  inJavaScript('MiniSearch', 'minisearch', 'plain', 'defaults'),
  inJavaScript('MiniSearch', 'minisearch', 'tuned', 'processTerm folds'),
  lucene('exact', 'StandardAnalyzer'),
  lucene('folded', 'standard tokenizer, ASCII folding filter'),
  opensearch('plain', 'standard analyzer'),
  opensearch('tuned', 'folded beforehand'),
  inJavaScript('Orama', 'orama', 'plain', 'defaults (English tokenizer)', '@orama/orama'),
  inJavaScript('Orama', 'orama', 'tuned', 'tokenizer that folds', '@orama/orama'),
  inJavaScript('Lunr', 'lunr', 'plain', 'lunr-languages, vi'),
  inJavaScript('Lunr', 'lunr', 'tuned', 'folded, no stop words'),
  inJavaScript('SQLite FTS5', 'sqlite', 'plain', 'unicode61', 'node-sqlite3-wasm'),
  inJavaScript('SQLite FTS5', 'sqlite', 'tuned', 'folded beforehand', 'node-sqlite3-wasm'),
  inJavaScript('Pagefind', 'pagefind', 'plain', 'language vi'),
  inJavaScript('Pagefind', 'pagefind', 'tuned', 'folded beforehand'),
  inJavaScript('Fuse', 'fuse', 'plain', 'defaults', 'fuse.js'),
  inJavaScript('Fuse', 'fuse', 'tuned', 'token search, marks and place ignored', 'fuse.js'),
  inJavaScript('uFuzzy', 'ufuzzy', 'plain', 'options for Unicode', '@leeoniya/ufuzzy'),
  inJavaScript('uFuzzy', 'ufuzzy', 'tuned', 'folded beforehand', '@leeoniya/ufuzzy'),
]

/** A peer by its name in tables. */
export function peer(name: string): Peer {
  const found = PEERS.find(peer => peer.name === name)
  if (!found) throw new Error(`no peer named ${name}`)
  return found
}

/** One setting of each engine, the last in the catalogue: marks folded, where there is a choice. */
export function oneSetting<T extends { readonly name: string }>(engines: readonly T[]): T[] {
  const chosen = new Set(new Map(PEERS.map(({ engine, name }) => [engine, name])).values())
  return engines.filter(({ name }) => chosen.has(name))
}
