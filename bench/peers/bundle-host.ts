import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** Loaded at run time from where they are installed: they bring files of their own, or are no modules. */
const EXTERNAL = ['node-sqlite3-wasm', 'pagefind', 'lunr']

/**
 * Bundles `host.ts` and all adapters, minified like what a site ships, and returns the path of the program. `source` is the folder
 * of timtin's sources, so that two versions can be measured by one harness; the bundle lies where the installed engines are found.
 */
export async function bundleHost(source = join(checkout, 'src'), name = 'host'): Promise<string> {
  const outdir = join(checkout, 'node_modules/.cache/timtin-bench', name)
  mkdirSync(outdir, { recursive: true })
  await build({
    entryPoints: [join(checkout, 'bench/peers/host.ts')],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    alias: { timtin: join(source, 'index.ts'), 'timtin/node': join(source, 'node/index.ts') },
    // CommonJS engines in an ES module.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
  return join(outdir, 'host.mjs')
}
