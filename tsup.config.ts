import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'text/index': 'src/text/index.ts',
    'text/encodings/index': 'src/text/encodings/index.ts',
    'ingest/index': 'src/ingest/index.ts',
    'node/index': 'src/node/index.ts',
    'node/ingest-worker': 'src/node/ingest-worker.ts',
    normalize: 'src/normalize.ts',
    'adapters/flexsearch': 'src/adapters/flexsearch.ts',
    'cli/main': 'src/cli/main.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
  splitting: true,
  treeshake: true,
})
