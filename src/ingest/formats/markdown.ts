import MarkdownIt from 'markdown-it'
import { parse } from 'yaml'
import { messageOf } from '../../errors.js'
import { dateOfNumber } from './feed-date.js'
import type { SourceRecord } from './piece.js'

/** A Markdown page: what its front matter states, where it has one, and the text as HTML. */
export interface MarkdownPage {
  readonly record: SourceRecord | undefined
  readonly html: string
  /** What is wrong with the front matter. */
  readonly fault?: string
}

const frontMatter = /^---[ \t]*\r?\n/
const longestFrontMatter = 100_000

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })

/** Names that site generators use in front matter, by our fields. */
const names: readonly (readonly [keyof SourceRecord & string, readonly string[]])[] = [
  ['id', ['id']],
  ['title', ['title', 'headline']],
  ['lead', ['lead', 'description', 'summary', 'excerpt', 'subtitle']],
  ['date', ['date', 'published', 'publishdate', 'pubdate', 'datepublished', 'created']],
  ['author', ['author', 'authors', 'byline']],
  ['source', ['source', 'publisher']],
  ['url', ['url', 'canonical', 'canonicalurl', 'canonical_url', 'permalink', 'link']],
  ['category', ['category', 'categories', 'section']],
]

/** Reads Markdown with YAML front matter between lines of three hyphens. */
export function readMarkdown(text: string): MarkdownPage {
  const begun = frontMatter.exec(text)
  const end = begun === null ? null : /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(begun[0].length, longestFrontMatter))
  if (begun === null || end === null) return { record: undefined, html: markdown.render(text) }
  const head = text.slice(begun[0].length, begun[0].length + end.index)
  const html = markdown.render(text.slice(begun[0].length + end.index + end[0].length))
  try {
    // Aliases are bounded, so that a few lines cannot grow into gigabytes.
    const value: unknown = parse(head, { maxAliasCount: 50, uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
    return { record: { ...recordOf(value), content: html, markup: 'html' }, html }
  } catch (error) {
    const fault = `front matter: ${messageOf(error)}`
    return { record: undefined, html, fault }
  }
}

function recordOf(value: unknown): SourceRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const fields = new Map(Object.entries(value).map(([name, found]) => [name.toLowerCase(), found]))
  const known: [string, string][] = []
  for (const [field, candidates] of names) {
    for (const name of candidates) {
      const text = asText(fields.get(name))
      if (text === undefined) continue
      known.push([field, text])
      break
    }
  }
  const province: unknown = fields.get('province')
  return {
    ...Object.fromEntries(known),
    ...(typeof province === 'string' ? { other: [['province', province]] } : {}),
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return value > 1e9 ? (dateOfNumber(value) ?? String(value)) : String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return asText(value[0])
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'name'))
    return asText(Reflect.get(value, 'name'))
  return undefined
}
