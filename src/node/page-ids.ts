import { basename } from 'node:path'
import { formatOfName, isPageFormat, withoutGz } from '../ingest/formats/detect.js'
import type { FoundFile } from './find-files.js'

/**
 * The id of each page's first article: the path below the folder given, without the ending (`bao-mien-dong/001`). Where
 * two pages would share one, both keep their endings, then get their folder's name in front, then the path as given.
 * Files of documents bring their ids along and are not in the map.
 */
export function pageIds(files: readonly FoundFile[]): ReadonlyMap<FoundFile, string> {
  const pages = files.filter(({ name }) => isPage(name))
  const ids = new Map<FoundFile, string>()
  let left = pages
  for (const form of FORMS) {
    const taken = new Map<string, number>()
    for (const file of left) taken.set(form(file), (taken.get(form(file)) ?? 0) + 1)
    left = left.filter(file => {
      const id = form(file)
      if (taken.get(id) !== 1) return true
      ids.set(file, id)
      return false
    })
  }
  return ids
}

const FORMS: readonly ((file: FoundFile) => string)[] = [
  ({ name }) => withoutGz(name).replace(/(?<=[^/])\.[^./]+$/, ''),
  ({ name }) => name,
  ({ name, root, path }) => (root === undefined ? path : `${basename(root)}/${name}`),
  ({ path }) => path,
]

function isPage(name: string): boolean {
  return isPageFormat(formatOfName(withoutGz(name)))
}
