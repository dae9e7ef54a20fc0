import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/', import.meta.url))

/**
 * One ES module of what `exports` (lines of `export … from './…'`, relative to `src`) names and everything it needs, as a
 * bundler makes it for a browser.
 */
export async function bundle(exports: string, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir: source, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify,
    write: false,
  })
  return outputFiles[0].text
}

/** The bytes of a module over the wire: minified and under gzip -9. */
export async function gzippedBytes(exports: string): Promise<number> {
  return gzipSync(await bundle(exports, true), { level: 9 }).length
}
