import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import picomatch from 'picomatch'
import { InputError, type TimtinError, UsageError } from '../errors.js'
import { formatOfName, withoutGz } from '../ingest/formats/detect.js'
import { systemCode, unreadable } from './file-error.js'
import { type PathOnDisk, pathIn, shownPath } from './path-on-disk.js'

/** A file to read. */
export interface FoundFile {
  /** As given, or below the folder given; bytes of a name that are not UTF-8 stand as `\xE1`. */
  readonly path: string
  /** What to open: bytes where the path is not UTF-8. */
  readonly onDisk: PathOnDisk
  /** Below the folder given, with `/` between; the base name of a file that was given itself. */
  readonly name: string
  /** The folder given, or undefined for a file given itself. */
  readonly root: string | undefined
  /** Size in bytes, compressed where it is; 0 for pipes. */
  readonly size: number
  /** Whether it can be read in one go: a regular file. */
  readonly isRegular: boolean
}

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-'

/** Files about a collection, which are no part of it. */
const ABOUT = /^(readme|licen[cs]e|copying|changelog|contributing)([._-].*)?$/i

function isWanted(name: string): boolean {
  return !name.startsWith('.') && !ABOUT.test(name) && formatOfName(withoutGz(name)) !== undefined
}

/**
 * The files below paths, sorted by name (code units) so that the same folder always gives the same order. A path may be a file, a
 * folder, a glob (`pages/**\/*.html`) or `-` for standard input. A file that is named is taken whatever it is called; of a
 * folder are left out: hidden files and folders, README, LICENSE and the like, and endings that are not read. A file reached
 * twice is taken once; loops of symbolic links end. Folders and links below that cannot be read go to `onError`.
 *
 * @throws UsageError (`BAD_ARGUMENT`) for no path; InputError: `FILE_NOT_FOUND`; `EMPTY_INPUT` for a folder without any such file
 */
export async function findFiles(
  paths: readonly string[],
  onError: (error: TimtinError) => void = raise,
): Promise<FoundFile[]> {
  if (paths.length === 0) throw new UsageError('BAD_ARGUMENT', 'no file or folder was given', { field: 'paths' })
  const finder = new Finder(onError)
  for (const path of paths) finder.add(path)
  return finder.found
}

function raise(error: TimtinError): never {
  throw error
}

class Finder {
  readonly found: FoundFile[] = []
  private readonly seen = new Set<string>()
  private matches: ((name: string) => boolean) | undefined

  constructor(private readonly onError: (error: TimtinError) => void) {}

  add(path: string): void {
    if (path === STANDARD_INPUT) {
      if (this.isNew(path))
        this.found.push({ path, onDisk: path, name: 'stdin', root: undefined, size: 0, isRegular: false })
      return
    }
    this.matches = undefined
    const facts = factsOf(path)
    if (facts instanceof Error) {
      if (this.addGlob(path)) return
      throw unreadable(path, facts)
    }
    if (facts.isDirectory()) this.addFolder(path, `${path}: no page or document in this folder`)
    else if (facts.isFile() || facts.isFIFO()) {
      if (this.isNew(realOf(path))) {
        const isRegular = facts.isFile()
        this.found.push({ path, onDisk: path, name: basename(path), root: undefined, size: facts.size, isRegular })
      }
    } else throw new InputError('BAD_INPUT', `${path}: neither a file nor a folder`, { file: path })
  }

  /** A pattern: the part without signs is the folder, the rest is matched below it. */
  private addGlob(path: string): boolean {
    const { base, glob, isGlob } = picomatch.scan(path.replaceAll('\\', '/'))
    if (!isGlob || glob === '') return false
    this.matches = picomatch(glob)
    this.addFolder(base === '' ? '.' : base, `${path}: no file matches`)
    return true
  }

  private addFolder(path: string, emptyMessage: string): void {
    const before = this.found.length
    const all = this.walk(path, path, realOf(path), '')
    if (this.found.length === before && all === 0) throw new InputError('EMPTY_INPUT', emptyMessage, { file: path })
  }

  /** Adds the files below a folder; returns how many there are, those seen before included. */
  private walk(root: string, folder: PathOnDisk, real: string, prefix: string): number {
    if (!this.isNew(real)) return 0
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (cause) {
      this.onError(unreadable(shownPath(folder), cause))
      // It holds something, whatever it is.
      return 1
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    const names = entries.some(({ name }) => name.includes('\ufffd')) ? namesOnDisk(folder) : undefined
    let count = 0
    for (const entry of entries) {
      const given = names?.get(entry.name)?.shift() ?? entry.name
      const name = shownPath(given)
      if (name.startsWith('.')) continue
      const isLink = entry.isSymbolicLink()
      if (!isLink && entry.isFile() && !this.wants(prefix + name, name)) continue
      const path = pathIn(folder, given)
      const facts = factsOf(path)
      if (facts instanceof Error) {
        // A link to nowhere is nothing to read.
        if (!isLink || systemCode(facts) !== 'ENOENT') this.onError(unreadable(shownPath(path), facts))
        continue
      }
      const realPath = isLink ? realOf(path) : join(real, name)
      if (facts.isDirectory()) count += this.walk(root, path, realPath, `${prefix}${name}/`)
      else if (facts.isFile() && this.wants(prefix + name, name)) {
        count++
        if (!this.isNew(realPath)) continue
        const { size } = facts
        this.found.push({ path: shownPath(path), onDisk: path, name: prefix + name, root, size, isRegular: true })
      }
    }
    return count
  }

  private wants(below: string, name: string): boolean {
    return this.matches === undefined ? isWanted(name) : this.matches(below)
  }

  private isNew(real: string): boolean {
    if (this.seen.has(real)) return false
    this.seen.add(real)
    return true
  }
}

/** The names of a folder that are not UTF-8, under what they look like when read as UTF-8. */
function namesOnDisk(folder: PathOnDisk): Map<string, Buffer[]> {
  const names = new Map<string, Buffer[]>()
  for (const bytes of readdirSync(folder, { encoding: 'buffer' })) {
    const name = bytes.toString('utf8')
    if (name.includes('\ufffd')) names.set(name, [...(names.get(name) ?? []), bytes])
  }
  return names
}

function factsOf(path: PathOnDisk): Stats | Error {
  try {
    return statSync(path)
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

function realOf(path: PathOnDisk): string {
  try {
    return shownPath(realpathSync(path, { encoding: 'buffer' }))
  } catch {
    return shownPath(path)
  }
}
