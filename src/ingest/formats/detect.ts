import { isHtml } from '../html/index.js'
import type { InputFormat } from './piece.js'

/** File name endings that are read, in lower case with the dot; each also with `.gz` behind it. */
export const inputExtensions: ReadonlyMap<string, InputFormat> = new Map<string, InputFormat>([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.xml', 'feed'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
  ['.rdf', 'feed'],
  ['.warc', 'warc'],
])

/** The format by the name's ending, in lower case; undefined for others. */
export function formatOfName(name: string): InputFormat | undefined {
  const match = /\.[a-z0-9]+$/i.exec(name)
  return match === null ? undefined : inputExtensions.get(match[0].toLowerCase())
}

/** The name without `.gz`: what the format is told from. */
export function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, '')
}

/** Formats whose files hold pages: their articles' ids are made from the file's name. */
export function isPageFormat(format: InputFormat | undefined): boolean {
  return format === undefined || format === 'text' || format === 'html' || format === 'markdown'
}

/** Bytes of the beginning that formats are told from. */
export const headBytes = 1 << 16

const feedRoots = /<(?:[a-z]+:)?(?:rss|feed|rdf|urlset|sitemapindex)\b/i
/** What may stand before the root of an XML file: declaration, comments, instructions, a document type. */
const prologue = /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\])?\s*>)+/i

/**
 * The format of an input by its name and its beginning. Content wins where it is plain: WARC and feeds, HTML and JSON
 * under other names; else the name; else by content, text last.
 */
export function formatOf(name: string, head: string): InputFormat {
  const named = formatOfName(withoutGz(name))
  const start = head.replace(/^\ufeff/, '')
  if (/^WARC\/\d/.test(start)) return 'warc'
  const root = start.slice(0, 4000).replace(prologue, '')
  if (feedRoots.test(root.slice(0, 100)) && root.startsWith('<')) return 'feed'
  const json = jsonKind(start)
  switch (named) {
    case 'html':
    case 'markdown':
    case 'csv':
    case 'warc':
      return named
    case 'ndjson':
    case 'json':
      return json ?? (root.startsWith('<') && isHtml(start) ? 'html' : named)
    case 'feed':
      return isHtml(root) ? 'html' : 'feed'
    case 'text':
      return isHtml(start) ? 'html' : 'text'
    default:
      break
  }
  if (json !== undefined) return json
  if (isHtml(start)) return 'html'
  if (/^<\?xml\b/.test(start)) return 'feed'
  if (/^---[ \t]*\r?\n(?:#[^\n]*\n)*[A-Za-z_][\w-]*[ \t]*:/.test(start)) return 'markdown'
  return isCsv(start) ? 'csv' : 'text'
}

/** JSON by its first characters: one value a line, or values of several lines. */
function jsonKind(head: string): 'ndjson' | 'json' | undefined {
  const start = head.trimStart()
  if (/^\[\s*[[{\]]/.test(start.slice(0, 200))) return 'json'
  if (!/^\{\s*["}]/.test(start.slice(0, 200))) return undefined
  const end = start.indexOf('\n')
  if (end < 0) return undefined
  const first = start.slice(0, end).trim()
  return first.length > 2 && first.endsWith('}') ? 'ndjson' : 'json'
}

/** Names of columns that files of articles have. */
const columns =
  /^"?(?:id|title|headline|body|content|text|date|url|link|author|source|tiêu đề|nội dung|ngày|tác giả)"?$/i

function isCsv(head: string): boolean {
  const end = head.indexOf('\n')
  if (end < 0 || end > 2000) return false
  return [',', ';', '\t', '|'].some(delimiter => {
    const names = head.slice(0, end).trim().split(delimiter)
    return names.length > 1 && names.filter(name => columns.test(name.trim())).length > 1
  })
}
