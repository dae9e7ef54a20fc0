import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))

/** The path of something in the shared folder that lies beside the checkout; whether it is there, the caller asks. */
export function sharedPath(relative: string): string {
  return shared + relative
}
