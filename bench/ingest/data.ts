import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** The path of a file or folder in the data that lie beside the checkout; undefined where they are missing. */
export function sharedFile(relative: string): string | undefined {
  return existsSync(shared + relative) ? shared + relative : undefined
}

/** A line of the news collections; the fields that are asked for here. */
export interface NewsRecord {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly date?: string
  readonly province?: string
  readonly url?: string
}

/** All records of a collection `news/NAME.ndjson.gz`; empty where it is missing. */
export function newsRecords(name: string): NewsRecord[] {
  const file = sharedFile(`data/news/${name}.ndjson.gz`)
  if (file === undefined) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as NewsRecord)
}

/** Numbers from 0 up to a bound, always the same for one seed. */
export function randoms(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return bound => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % bound
  }
}

/** `count` of the values, without order, the same for one seed. */
export function sample<T>(values: readonly T[], count: number, seed: number): T[] {
  const random = randoms(seed)
  const left = [...values]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) taken.push(...left.splice(random(left.length), 1))
  return taken
}
