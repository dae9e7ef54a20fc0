import { defineConfig } from 'vitest/config'
import common from '../vitest.config.js'

/**
 * `npm run test:long`: random input for as long as it takes to believe in the code, left out of `npm test`. The tests
 * of search and of damaged files run here again, with many more cases.
 */
export default defineConfig({
  ...common,
  test: {
    ...common.test,
    include: [
      'test/long/**/*.test.ts',
      'test/search/exact.test.ts',
      'test/search/explain.test.ts',
      'test/index/damage.test.ts',
      'test/index/hostile.test.ts',
    ],
    exclude: [],
    testTimeout: 3_600_000,
    env: {
      TIMTIN_LONG_CASES: process.env.TIMTIN_LONG_CASES ?? '20000',
      TIMTIN_DAMAGED_FILES: process.env.TIMTIN_DAMAGED_FILES ?? '100000',
    },
  },
})
