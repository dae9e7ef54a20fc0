import { defineConfig } from 'vitest/config'
import common from '../vitest.config.js'

/**
 * `npm run test:long`: random input for as long as it takes to believe in the code, left out of `npm test`. The search
 * tests run here again, with many more cases.
 */
export default defineConfig({
  ...common,
  test: {
    ...common.test,
    include: ['test/long/**/*.test.ts', 'test/search/exact.test.ts'],
    exclude: [],
    testTimeout: 3_600_000,
    env: { TIMTIN_LONG_CASES: process.env.TIMTIN_LONG_CASES ?? '20000' },
  },
})
