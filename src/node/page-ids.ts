import { basename } from 'node:path'
import { formatOfName } from '../ingest/read-input.js'
import { type FoundFile, withoutGz } from './find-files.js'

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
  const format = formatOfName(withoutGz(name))
  return format !== 'ndjson' && format !== 'json'
}

/** The id of a page's article by its place on the page, from 0. */
export function articleIdOf(pageId: string, place: number): string {
  return place === 0 ? pageId : `${pageId}-${place + 1}`
}
