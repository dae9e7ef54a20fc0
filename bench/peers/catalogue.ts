import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandLine } from './process.js'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** Where `npm run bench:setup` puts what npm does not install, and where prepared documents are kept. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'timtin-bench')

/** The Python that has tantivy. */
export const PYTHON = join(CACHE, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/** An engine in one setting. */
export interface Peer {
  /** As in tables: `FlexSearch, tuned`. */
  readonly name: string
  /** The engine alone. */
  readonly engine: string
  /** What the setting is, in a few words. */
  readonly setting: string
  /** How its process is started, given the bundle of the adapters in JavaScript. */
  command(host: string): CommandLine
  /** Why it cannot be run here, or undefined. */
  missing(): string | undefined
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
    version: undefined,
  }
}

/** All engines in all settings; the first is timtin. */
export const PEERS: readonly Peer[] = [
  inJavaScript('timtin', 'timtin', '', 'defaults'),
  tantivy('exact', 'words in small letters, marks kept (its default)'),
  tantivy('folded', 'ASCII folding filter'),
  inJavaScript('FlexSearch', 'flexsearch', 'plain', 'new Index()'),
  inJavaScript('FlexSearch', 'flexsearch', 'tuned', 'folded, whole words, suggest'),
  inJavaScript('MiniSearch', 'minisearch', 'plain', 'defaults'),
  inJavaScript('MiniSearch', 'minisearch', 'tuned', 'processTerm folds'),
]

/** A peer by its name in tables. */
export function peer(name: string): Peer {
  const found = PEERS.find(peer => peer.name === name)
  if (!found) throw new Error(`no peer named ${name}`)
  return found
}
