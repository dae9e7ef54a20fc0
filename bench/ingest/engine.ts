import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../bundle.js'

/** The library's ingest entry, with the steps that are measured by themselves. */
export type Engine = typeof import('../../src/ingest/index.js') &
  Pick<typeof import('../../src/ingest/blocks.js'), 'blocksFromText'> &
  Pick<typeof import('../../src/ingest/html/index.js'), 'readHtml' | 'isHtml'>

const EXPORTS = `
  export * from './ingest/index.js'
  export { blocksFromText } from './ingest/blocks.js'
  export { isHtml, readHtml } from './ingest/html/index.js'
`

/** Ingest as a bundler makes it: several times faster than under tsx, and what users run. */
export async function loadEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'timtin-ingest-'))
  try {
    const file = join(folder, 'ingest.mjs')
    writeFileSync(file, await bundle(EXPORTS, false))
    return (await import(pathToFileURL(file).href)) as Engine
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of a UTF-8 page before anything is cut; undefined for files of documents and other encodings. */
export function pageLines(engine: Engine, name: string, bytes: Uint8Array): string[] | undefined {
  if (!/\.(?:txt|html?)$/.test(name)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const blocks = engine.isHtml(text) ? engine.readHtml(text).blocks : engine.blocksFromText(text)
    return blocks.map(block => block.text)
  } catch {
    return undefined
  }
}
