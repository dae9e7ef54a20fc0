import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))

/** The path of a file in the shared data folder that lies beside the checkout. */
export function sharedPath(relative: string): string {
  return shared + relative
}

/** Whether the shared data folder lies beside the checkout. */
export function hasShared(): boolean {
  return existsSync(shared)
}

/** A group of tests that reads shared data: a failure in CI when the data is missing, a clear skip elsewhere. */
export function describeShared(name: string, body: () => void): void {
  if (hasShared()) {
    describe(name, body)
  } else if (process.env.CI === 'true') {
    describe(name, () => {
      it('needs the shared data folder', () => {
        throw new Error(`missing ${shared}`)
      })
    })
  } else {
    describe.skip(`${name} (skipped: no shared data folder beside the checkout)`, body)
  }
}
