import { join } from 'node:path'

/** A path to open: a string, or its bytes where they are not UTF-8. */
export type PathOnDisk = string | Buffer

/** The bytes of a path as people read them: what is not UTF-8 as `\xE1`. */
export function shownPath(path: PathOnDisk): string {
  if (typeof path === 'string') return path
  const text = path.toString('utf8')
  if (!text.includes('\ufffd')) return text
  let shown = ''
  for (let i = 0; i < path.length; ) {
    const length = path[i] < 0x80 ? 1 : path[i] < 0xe0 ? 2 : path[i] < 0xf0 ? 3 : 4
    const part = path.subarray(i, i + length).toString('utf8')
    if (part.length <= 2 && !part.includes('\ufffd')) {
      shown += part
      i += length
    } else {
      shown += `\\x${path[i].toString(16).toUpperCase()}`
      i++
    }
  }
  return shown
}

/** The path of an entry of a folder. */
export function pathIn(folder: PathOnDisk, name: PathOnDisk): PathOnDisk {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name)
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)])
}
