import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** The bytes of all files in a folder and the folders in it. */
export function folderBytes(folder: string): number {
  return files(folder).reduce((sum, file) => sum + statSync(file).size, 0)
}

/** The same, each file under gzip -6, as a web server sends it. */
export function gzippedFolderBytes(folder: string): number {
  return files(folder).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
}
