import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InputError, UsageError } from '../errors.js'
import { formatOfName } from '../ingest/read-input.js'
import { unreadable } from './file-error.js'

/** A file to read. */
export interface FoundFile {
  /** As given, or below the folder given. */
  readonly path: string
  /** Below the folder given, with `/` between; the base name of a file that was given itself. */
  readonly name: string
  /** The folder given, or undefined for a file given itself. */
  readonly root: string | undefined
  /** Size in bytes, compressed where it is. */
  readonly size: number
}

/** Files about a collection, which are no part of it. */
const ABOUT = /^(readme|licen[cs]e|copying|changelog|contributing)([._-].*)?$/i

/** The name without `.gz`: what the format is told from. */
export function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, '')
}

function isWanted(name: string): boolean {
  return !name.startsWith('.') && !ABOUT.test(name) && formatOfName(withoutGz(name)) !== undefined
}

/**
 * The files below paths, sorted by name (code units) so that the same folder always gives the same order. A file that is
 * named is taken whatever it is called; of a folder are left out: hidden files and folders, README, LICENSE and the
 * like, and endings that are not read. A file reached twice is taken once; loops of symbolic links end.
 *
 * @throws UsageError (`BAD_ARGUMENT`) for no path; InputError: `FILE_NOT_FOUND`; `EMPTY_INPUT` for a folder without any such file
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  if (paths.length === 0) throw new UsageError('BAD_ARGUMENT', 'no file or folder was given', { field: 'paths' })
  const found: FoundFile[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    const facts = await statOf(path)
    if (facts.isDirectory()) {
      const before = found.length
      const all = await walk(path, path, '', seen, found)
      if (found.length === before && all === 0) {
        throw new InputError('EMPTY_INPUT', `${path}: no page or document in this folder`, { file: path })
      }
    } else if (facts.isFile() || facts.isFIFO()) {
      if (await isNew(path, seen)) found.push({ path, name: basename(path), root: undefined, size: facts.size })
    } else throw new InputError('BAD_INPUT', `${path}: neither a file nor a folder`, { file: path })
  }
  return found
}

/** Adds the files below a folder; returns how many there are, those seen before included. */
async function walk(
  root: string,
  folder: string,
  prefix: string,
  seen: Set<string>,
  found: FoundFile[],
): Promise<number> {
  if (!(await isNew(folder, seen))) return 0
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    throw unreadable(folder, cause)
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  let count = 0
  for (const { name } of entries) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    // A link to nowhere is nothing to read.
    if (!facts) continue
    if (facts.isDirectory()) count += await walk(root, path, `${prefix}${name}/`, seen, found)
    else if (facts.isFile() && isWanted(name)) {
      count++
      if (await isNew(path, seen)) found.push({ path, name: prefix + name, root, size: facts.size })
    }
  }
  return count
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

async function isNew(path: string, seen: Set<string>): Promise<boolean> {
  const real = await realpath(path).catch(() => path)
  if (seen.has(real)) return false
  seen.add(real)
  return true
}
