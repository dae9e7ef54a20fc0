import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { InputError } from '../errors.js'
import { decodeText } from '../ingest/decode.js'
import { formatOfName } from '../ingest/formats/detect.js'
import { Repetition } from '../ingest/repetition.js'
import type { FoundFile } from './find-files.js'

/** Pages of one site that are looked at beforehand, spread over all of them. */
const SAMPLE = 40
/** Sites that are looked at, the largest first. */
const MOST_SITES = 500
/** Larger pages are no usual ones. */
const LARGEST = 1 << 20
const BREATH_PAGES = 50

/** The site of a page: the first folder below the one given, as crawlers store by host; else the folder that it is in. */
export function siteOf({ path, name, root }: FoundFile): string {
  const slash = name.indexOf('/')
  return slash < 0 ? (root ?? dirname(path)) : `${root}/${name.slice(0, slash)}`
}

/**
 * Looks at some pages of every site among the files for the lines that most of them have. Pages that cannot be read are
 * passed over: their turn comes.
 */
export async function linesOfSites(
  files: readonly FoundFile[],
  signal: AbortSignal | undefined,
): Promise<Map<string, ReadonlySet<string>>> {
  const sites = new Map<string, FoundFile[]>()
  for (const file of files) {
    const format = formatOfName(file.name)
    if (!file.isRegular || file.size > LARGEST || (format !== 'text' && format !== 'html')) continue
    const pages = sites.get(siteOf(file))
    if (pages === undefined) sites.set(siteOf(file), [file])
    else pages.push(file)
  }
  const largest = [...sites].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_SITES)
  const lines = new Map<string, ReadonlySet<string>>()
  let pages = 0
  for (const [site, all] of largest) {
    const repetition = new Repetition()
    const step = Math.max(1, all.length / SAMPLE)
    for (let at = 0; at < all.length; at += step) {
      addPage(repetition, site, all[Math.floor(at)])
      if (++pages % BREATH_PAGES > 0) continue
      await new Promise(resolve => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    const repeated = repetition.linesOf(site)
    if (repeated.length > 0) lines.set(site, new Set(repeated))
  }
  return lines
}

function addPage(repetition: Repetition, site: string, { path, onDisk }: FoundFile): void {
  try {
    repetition.add(site, decodeText(path, readFileSync(onDisk)).text)
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof Error && 'syscall' in error)) throw error
  }
}
